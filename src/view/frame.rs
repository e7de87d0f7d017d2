//! The frame of every page: skip link, header with search, footer.

use super::{El, See, el};
use crate::route::{Address, Lang, Route};

/// A whole page: header, the page's own content, footer.
pub fn frame(see: See<'_>, address: &Address, search: El, content: El) -> El {
    let w = see.words;
    let invented = see.catalog.about.invented.then(|| el("p").class("invented").put(w.invented));
    el("div")
        .class("page")
        .put(el("a").class("skip").at("href", "#main").put(w.skip))
        .put(invented)
        .put(header(see, address, search))
        .put(content)
        .put(footer(see, address))
}

fn link(name: &str, href: String, current: bool) -> El {
    el("li").put(el("a").at("href", href).maybe("aria-current", current.then_some("page")).put(name))
}

fn header(see: See<'_>, address: &Address, search: El) -> El {
    let w = see.words;
    let at = &address.route;
    let pages = el("ul")
        .put(link(w.products, see.list(Default::default()), matches!(at, Route::List(_) | Route::Product(_))))
        .put(link(w.producers, see.to(Route::Producers), matches!(at, Route::Producers | Route::Producer(_))))
        .put(link(w.places, see.to(Route::Places), matches!(at, Route::Places | Route::Place(_))))
        .put(picks(see, at));
    let brand = el("a")
        .class("brand")
        .at("href", see.list(Default::default()))
        .put(el("img").at("src", "icon.svg").at("alt", "").at("width", "36").at("height", "36"))
        .put(el("span").at("lang", "vi").put(see.catalog.about.title.as_str()));
    el("header")
        .class("head")
        .put(brand)
        .put(el("nav").class("pages").at("aria-label", w.nav).put(pages))
        .put(search)
        .put(langs(see, address))
}

/// What the visitor has picked, and how much it is, told whenever that changes.
fn picks(see: See<'_>, at: &Route) -> El {
    let name = (see.words.picks_of)(see.picks.items().len());
    let list = link(&name, see.to(Route::Picks(String::new())), matches!(at, Route::Picks(_)));
    list.at("aria-live", "polite").at("aria-atomic", "true")
}

/// The same page in each language.
pub fn langs(see: See<'_>, address: &Address) -> El {
    let lang = |lang: Lang| {
        let to = el("a")
            .at("href", address.in_lang(lang).write())
            .at("lang", lang.code())
            .at("hreflang", lang.code())
            .maybe("aria-current", (lang == see.lang).then_some("true"))
            .at("title", if lang == Lang::Vi { "Tiếng Việt" } else { "English" })
            .at("data-focus", format!("lang-{}", lang.code()));
        el("li").put(to.put(lang.code().to_ascii_uppercase()))
    };
    let all = el("ul").put(Lang::ALL.map(lang).to_vec());
    el("nav").class("langs").at("aria-label", see.words.language).put(all)
}

/// The other pages, and of when the data is.
fn footer(see: See<'_>, address: &Address) -> El {
    let w = see.words;
    // A page with a program of its own passes itself on, or is how others are.
    let at = address.route.apart().is_none();
    let go = |name: &str, route: Route| link(name, see.to(route.clone()), address.route == route);
    let pages = el("ul")
        .put(go(w.products, Route::List(Default::default())))
        .put(go(w.producers, Route::Producers))
        .put(go(w.places, Route::Places))
        .put(go(w.overview, Route::Overview))
        .put(go(w.about, Route::About))
        .put(at.then(|| link(w.share, see.share(address), false)))
        .put(go(w.offline, Route::Offline(String::new())));
    let about = &see.catalog.about;
    el("footer").class("site-foot").put(pages).put(el("p").put((w.footer)(&about.title, &(w.day)(about.as_of))))
}
