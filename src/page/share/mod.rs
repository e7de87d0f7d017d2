//! Passing a page on: a code that a phone reads from this screen, the device's own sheet, Zalo, Facebook, the link itself.
//!
//! In: which page, and what this browser can do. Out: markup. In the browser `desk` answers what is pressed.

#[cfg(target_arch = "wasm32")]
mod desk;
mod link;

#[cfg(target_arch = "wasm32")]
pub(super) use desk::open;
pub use link::{KEY, Way, facebook, link, zalo};

use super::{Site, head, picks};
use crate::catalog::Contact;
use crate::pick::unpack;
use crate::press;
use crate::query::Query;
use crate::route::{Address, Lang, Route};
use crate::view::{self, El, Node, el, label};
use crate::words;
use form_urlencoded::parse;

/// Which page is passed on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The page.
    pub of: Address,
    /// It was asked for on a booth.
    pub booth: bool,
}

impl Asked {
    /// Read the query string of the page's address; without one, or with one that leads nowhere, it is the list. What is passed
    /// on is in the language of the page.
    pub fn read(lang: Lang, text: &str) -> Asked {
        let mut out = Asked { of: Address::read(if lang == Lang::En { "en" } else { "" }, "", ""), booth: false };
        for (key, value) in parse(text.as_bytes()) {
            match key.as_ref() {
                "of" => {
                    let value = value.trim_start_matches("./");
                    let (path, query) = value.split_once('?').unwrap_or((value, ""));
                    out.of = Address::read(path, query, "").in_lang(lang);
                }
                "from" => out.booth = value == Way::Booth.key(),
                _ => {}
            }
        }
        // One's own list is on one's own device.
        let own = matches!(&out.of.route, Route::Picks(asked) if picks::Asked::read(asked).list.is_none());
        if own || matches!(out.of.route, Route::Missing(_)) {
            out.of = Address::new(lang, Route::List(Query::default()));
        }
        out
    }
}

/// What this browser can do, and what was just done.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Can {
    /// Where the site stands for others, ending in `/`.
    pub home: String,
    /// That place is this machine only.
    pub alone: bool,
    /// It has a sheet of its own to share by.
    pub sheet: bool,
    /// It can copy.
    pub copy: bool,
    /// What the last press came to.
    pub said: &'static str,
}

/// The page.
pub fn share(site: &Site, lang: Lang, asked: &Asked, can: &Can) -> El {
    let see = site.see(lang);
    let w = words::hall(lang);
    let title = name(site, &asked.of);
    let edition = press::edition(&site.catalog);
    let whole = |way| link(&can.home, &edition, &asked.of, way);
    let code = view::code(&whole(if asked.booth { Way::Booth } else { Way::Code }));
    let code = code.map(|code| el("figure").class("code").put(code).put(el("figcaption").put(w.scan)));
    let out = |name: &'static str, href: String| {
        el("a").class("way").at("href", href).at("target", "_blank").at("rel", "noopener external").put(name)
    };
    let ways = [
        can.sheet.then(|| act("sheet", w.sheet).class("act")),
        Some(out("Zalo", zalo(&whole(Way::Zalo)))),
        Some(out("Facebook", facebook(&whole(Way::Facebook)))),
        Some(act("copy", w.copy).class(if can.sheet { "way" } else { "act" })),
    ];
    let field = el("input")
        .at("type", "text")
        .at("readonly", "")
        .at("id", "link")
        .at("aria-label", w.link)
        .at("value", whole(Way::Copy));
    let help = (!can.sheet && !can.copy).then(|| el("p").class("note").put(w.outside));
    let alone = can.alone.then(|| el("p").class("note").put(w.alone));
    let back = el("a").class("back").at("href", asked.of.write()).put(w.back);
    let ways = el("div").class("ways").put(Node::Many(ways.into_iter().map(Node::from).collect()));
    let words = el("div")
        .class("share-words")
        .put(ways)
        .put(el("div").class("said").at("role", "status").put(can.said))
        .put(field)
        .put(help)
        .put(alone)
        .put(contact(site, lang, &asked.of));
    el("main")
        .at("id", "main")
        .class("hall share")
        .put(el("p").class("path").put(back))
        .put(el("p").class("over").put(see.words.share))
        .put(el("h1").at("tabindex", "-1").put(title))
        .put(el("div").class("share-two").put(code).put(words))
}

/// Whom to ask about it: who makes it where they can be reached, else the office.
fn contact(site: &Site, lang: Lang, of: &Address) -> Option<El> {
    let about = &site.catalog.about;
    let maker = match &of.route {
        Route::Product(slug) => {
            site.catalog.find_product(slug).and_then(|id| site.catalog.product(id).makers.first().copied())
        }
        Route::Producer(slug) => site.catalog.find_producer(slug),
        _ => None,
    };
    let maker = maker.map(|id| site.catalog.producer(id)).filter(|maker| maker.contact != Contact::default());
    let office = if about.publisher.is_empty() { &about.title } else { &about.publisher };
    let (name, contact) = maker.map_or((office, &about.contact), |maker| (&maker.name, &maker.contact));
    let keep = picks::keep(words::hall(lang), name, contact)?;
    let name = el("h2").at("lang", "vi").put(name.as_str());
    Some(
        el("section").class("whom").put(name).put(view::contact(contact).map(|contact| el("p").put(contact))).put(keep),
    )
}

/// What is passed on: a name, or how many products and of which filters.
pub fn name(site: &Site, of: &Address) -> String {
    let w = words::of(of.lang);
    match &of.route {
        Route::List(query) if query.is_narrow() => {
            let count = (w.count_products)(site.index.count(query));
            let text = query.text.trim();
            let text = (!text.is_empty()).then(|| ["“", text, "”"].concat());
            let see = site.see(of.lang);
            let value = |(facet, slug)| site.index.value(facet, slug).map(|value| label(see, facet, value, true));
            let said: Vec<String> = text.into_iter().chain(query.picks().filter_map(value)).collect();
            if said.is_empty() { count } else { [&count, ": ", said.join(", ").as_str()].concat() }
        }
        Route::Picks(text) => {
            let code = picks::Asked::read(text).list.unwrap_or_default();
            (w.count_products)(unpack(&code).unwrap_or_default().count)
        }
        _ => {
            let title = head(site, of).title;
            title.strip_suffix(&[" · ", &site.catalog.about.title].concat()).unwrap_or(&title).into()
        }
    }
}

fn act(name: &'static str, said: &'static str) -> El {
    el("button").at("type", "button").at("data-act", name).put(said)
}
