//! A product's own page: picture, name, star and state, facts, recognitions, sources, more from its maker, similar ones.

use super::{Site, Ui};
use crate::catalog::{Detail, GroupId, Photo, ProducerId, Product, ProductId, Source, Term, TermId, Text};
use crate::press::{Mark, Since};
use crate::query::{Facet, Query};
use crate::route::{Address, Lang, Route};
use crate::view::{self, El, Fact, Node, See, el};

/// Products shown below: a row of four on wide screens.
const ROW: usize = 4;

/// How wide the picture stands: over the whole screen of a phone, beside the name elsewhere.
const SIZES: &str = "(min-width: 48em) 37vw, 100vw";
/// How wide the other photographs stand.
const OTHERS: &str = "(min-width: 48em) 24vw, 50vw";

pub(super) fn product(site: &Site, see: See<'_>, id: ProductId, ui: &Ui) -> El {
    let p = site.catalog.product(id);
    let w = see.words;
    let detail = ui.detail.as_ref().filter(|d| d.0 == p.slug).map(|d| &d.1);
    // a printed price is compared once the price of today has come
    let mark = ui.mark.as_deref().filter(|mark| detail.is_some() || !Mark::is_priced(mark));
    let since = mark.map(|mark| since(see, &Mark::compare(mark, see.catalog, id, detail.and_then(|d| d.price))));
    let since = since.map(|said| el("p").class("since").at("role", "status").put(said));
    let top = el("div").class("product-top").put(picture(see, p)).put(words(site, see, p, detail));
    el("main")
        .at("id", "main")
        .class("product")
        .put(since)
        .put(path(see, p))
        .put(top)
        .put(photos(see, p, detail))
        .put(el("div").class("product-mid").put(view::recognitions(see, p)).put(sources(see, detail)))
        .put(more(site, see, id, w))
}

/// What is said to a visitor who scanned a printed code.
fn since(see: See<'_>, since: &Since) -> String {
    let w = see.words;
    let Since::Changed(fields) = since else {
        return String::from(if *since == Since::Unchanged { w.since_same } else { w.since_unknown });
    };
    let mut said = String::from(w.since_changed);
    for (i, field) in fields.iter().enumerate() {
        said.push_str(if i == 0 { ": " } else { ", " });
        said.push_str(w.since_fields[*field as usize]);
    }
    said + w.since_now
}

fn picture(see: See<'_>, p: &Product) -> El {
    let image = view::picture(see, p, el("img").at("fetchpriority", "high"), [SIZES; 2], false);
    let line = p.photo.is_none().then(|| el("figcaption").put(see.words.drawn_line));
    el("figure").key(&p.slug).put(image).put(line)
}

/// The other photographs, in a row.
fn photos(see: See<'_>, p: &Product, detail: Option<&Detail>) -> Option<El> {
    let others = detail.and_then(|d| d.photos.get(1..)).filter(|others| !others.is_empty())?;
    let one = |(i, photo): (usize, &Photo)| {
        let alt = format!("{} ({})", (see.words.photo_of)(&p.shown()), i + 2);
        let img = el("img").at("loading", "lazy").at("decoding", "async");
        el("li").put(view::photograph(photo, alt, img, [OTHERS; 2], false))
    };
    Some(el("ul").class("photos").put(others.iter().enumerate().map(one).collect::<Vec<_>>()))
}

fn words(site: &Site, see: See<'_>, p: &Product, detail: Option<&Detail>) -> El {
    let w = see.words;
    let stand = p.standing(see.today);
    let english = (see.lang == Lang::En && !p.name.en.is_empty()).then(|| {
        let literal = p.literal.then(|| el("small").put(format!(" ({})", w.literal)));
        el("p").class("english").put(p.name.en.as_str()).put(literal)
    });
    let stars = el("div")
        .class("product-stars")
        .put(view::badge(see, stand.and_then(|s| s.stars)))
        .put(stand.map(|s| view::standing(see, &s)));
    let own = Address::new(see.lang, Route::Product(p.slug.clone()));
    let print = see.print("flyer", &["item=", &p.slug].concat());
    el("div")
        .class("product-words")
        .put(el("h1").class(size(&p.name.vi)).at("lang", "vi").at("tabindex", "-1").put(p.shown()))
        .put(english)
        .put(stars)
        .put(view::pick(see, p))
        .put(
            el("p")
                .class("onward")
                .put(el("a").at("href", see.share(&own)).put(w.share))
                .put(el("a").at("href", print).put(w.print_item)),
        )
        .put(view::facts(lines(site, see, p, detail)))
}

/// How large a name may stand: the fewer letters, the larger, so that it takes two or three lines.
fn size(name: &str) -> &'static str {
    match name.chars().count() {
        0..=16 => "name short",
        17..=32 => "name",
        _ => "name long",
    }
}

fn path(see: See<'_>, p: &Product) -> El {
    let step = |g: GroupId| {
        let group = g.get();
        let name = if see.lang == Lang::En { group.name.en } else { group.name.vi };
        el("li").put(el("a").at("href", see.list(Query::default().toggled(Facet::Group, group.slug))).put(name))
    };
    let steps = match p.group {
        Some(group) => group.path().into_iter().map(step).collect(),
        None => vec![el("li").put(see.words.no_group)],
    };
    el("nav").class("path").at("aria-label", see.words.group).put(el("ol").put(steps))
}

fn lines(site: &Site, see: See<'_>, p: &Product, detail: Option<&Detail>) -> Vec<Fact> {
    let w = see.words;
    let mut lines: Vec<Fact> = Vec::new();
    if p.makers.is_empty() {
        lines.push((w.producer, w.not_stated.into()));
    } else {
        let maker = |id: &ProducerId| {
            let maker = site.catalog.producer(*id);
            let link = el("a").at("lang", "vi").at("href", see.to(Route::Producer(maker.slug.clone())));
            el("span").class("block").put(link.put(maker.name.as_str()))
        };
        lines.push((w.producer, p.makers.iter().map(maker).collect::<Vec<_>>().into()));
    }
    let own = |text: &String| (!text.is_empty()).then(|| Node::from(text.as_str()));
    lines.extend(detail.and_then(|d| d.price).map(|price| (w.price, (w.dong)(price).into())));
    lines.extend(detail.and_then(|d| own(&d.pack)).map(|pack| (w.pack, pack)));
    let contact = p.makers.iter().find_map(|id| view::contact(&site.catalog.producer(*id).contact));
    lines.extend(contact.map(|contact| (w.contact, contact)));
    lines.push((w.made_in, place(see, p).unwrap_or_else(|| w.not_stated.into())));
    let c = &site.catalog;
    let mut put = |name, ids: &[TermId], all: &[Term], facet, note: Option<&Text<String>>| {
        if !ids.is_empty() || note.is_some() {
            let note = note.map(|n| {
                let foreign = (n.en.is_empty() || see.lang == Lang::Vi).then_some("vi");
                el("small").maybe("lang", foreign).put(format!(" ({})", see.text(n)))
            });
            lines.push((name, Node::Many(vec![terms(see, ids, all, facet), note.into()])));
        }
    };
    put(w.markets, &p.markets, &c.markets, Facet::Market, detail.and_then(|d| d.market_note.as_ref()));
    put(w.channels, &p.channels, &c.channels, Facet::Channel, detail.and_then(|d| d.channel_note.as_ref()));
    put(w.quality, &p.quality, &c.qualities, Facet::Quality, detail.and_then(|d| d.quality_note.as_ref()));
    lines.extend(detail.and_then(|d| own(&d.gtin)).map(|gtin| (w.gtin, gtin)));
    lines
}

/// Words of a vocabulary, each a link to all that share it.
fn terms(see: See<'_>, ids: &[TermId], all: &[Term], facet: Facet) -> Node {
    let mut out: Vec<Node> = Vec::new();
    for id in ids {
        let term = &all[id.0 as usize];
        if !out.is_empty() {
            out.push(", ".into());
        }
        let href = see.list(Query::default().toggled(facet, &term.slug));
        out.push(el("a").class("quiet").at("href", href).put(see.text(&term.name)).into());
    }
    Node::Many(out)
}

/// Today's place with its link; below it what the label still says.
fn place(see: See<'_>, p: &Product) -> Option<Node> {
    let w = see.words;
    let communes = see.communes(&p.site);
    let old = see.former(&p.site);
    if communes.is_empty() {
        return old.map(|old| view::capital(&old).into());
    }
    let mut out: Vec<Node> = Vec::new();
    for c in communes {
        if !out.is_empty() {
            out.push(w.either_place.into());
        }
        let link = el("a").at("href", see.to(Route::Place(c.slug.clone()))).put(see.text(&c.name));
        out.push(el("b").put(link).into());
        let also = (see.lang == Lang::En).then(|| el("span").at("lang", "vi").put(format!(" ({})", c.name.vi)));
        out.push(also.into());
    }
    out.push(old.map(|old| el("small").class("block").put((w.formerly)(&old))).into());
    Some(Node::Many(out))
}

fn sources(see: See<'_>, detail: Option<&Detail>) -> Option<El> {
    let w = see.words;
    let section = el("section").class("sources");
    let Some(d) = detail else {
        return Some(section.put(el("h2").put(w.sources)).put(el("p").class("note").put(w.loading)));
    };
    let remark = (see.lang == Lang::En).then(|| el("p").class("note").put(w.in_vietnamese));
    let said = (!d.facts.is_empty()).then(|| {
        let lines = d.facts.iter().map(|f| el("li").put(f.as_str())).collect::<Vec<_>>();
        let list = el("ul").class("said").at("lang", "vi").put(lines);
        Node::Many(vec![el("h2").put(w.facts).into(), remark.into(), list.into()])
    });
    let story = see.text(&d.story);
    let told = (!story.is_empty()).then(|| {
        let foreign = (d.story.en.is_empty() || see.lang == Lang::Vi).then_some("vi");
        let lines = story.split('\n').map(|line| el("p").maybe("lang", foreign).put(line)).collect::<Vec<_>>();
        Node::Many(vec![el("h2").put(w.story).into(), el("div").class("story").put(lines).into()])
    });
    let source = |s: &Source| {
        let host = s.url.split('/').nth(2).unwrap_or_default();
        let title = if s.url.is_empty() {
            el("span")
        } else {
            el("a").at("href", s.url.as_str()).at("rel", "noopener external")
        };
        el("li").put(title.at("lang", "vi").put(s.title.as_str())).put(" ").put(el("small").put(host))
    };
    let all = (!d.sources.is_empty()).then(|| {
        let list = el("ul").class("said").put(d.sources.iter().map(source).collect::<Vec<_>>());
        Node::Many(vec![el("h2").put(w.sources).into(), list.into()])
    });
    (told.is_some() || said.is_some() || all.is_some()).then(|| section.put(told).put(said).put(all))
}

fn more(site: &Site, see: See<'_>, id: ProductId, w: &crate::words::Words) -> Node {
    let row = |title: String, ids: &[ProductId]| {
        el("section").class("row").put(el("h2").put(title)).put(view::rows(see, ids))
    };
    let own = site.catalog.product(id).makers.first().and_then(|m| {
        let maker = site.catalog.producer(*m);
        let (all, total) = site.index.all_of(Facet::Producer, m.0 as usize);
        let others: Vec<ProductId> = all.into_iter().filter(|i| *i != id).take(ROW).collect();
        let href = see.to(Route::Producer(maker.slug.clone()));
        let rest = (total > ROW + 1).then(|| el("a").class("all").at("href", href).put((w.see_all)(total)));
        (!others.is_empty()).then(|| row((w.more_from)(&maker.name), &others).put(rest))
    });
    let similar = site.index.similar(&site.catalog, id, ROW);
    let similar = (!similar.is_empty()).then(|| row(w.similar.into(), &similar));
    Node::Many(vec![own.into(), similar.into()])
}
