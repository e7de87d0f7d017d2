//! The list: filters, toolbar, cards, "show more"; and what is offered when nothing is found.

use super::{Hurry, Site, Ui};
use crate::query::{PAGE, Query};
use crate::search::{Found, Without};
use crate::view::{self, El, See, el};

pub(super) fn list(site: &Site, see: See<'_>, query: &Query, ui: &Ui, sheet: bool) -> El {
    let found = site.index.find(query);
    let filters = match ui.hurry {
        Some(_) => view::filters_unchanged(see, sheet),
        None => view::filters(see, &site.index, query, &found, &ui.facets, sheet),
    };
    let stall = el("div").class("stall");
    let stall = match found.total {
        0 => nothing(site, see, query, stall),
        _ => results(site, see, query, &found, stall, ui.hurry),
    };
    el("main").at("id", "main").class("list").put(filters).put(stall)
}

fn results(site: &Site, see: See<'_>, query: &Query, found: &Found, stall: El, hurry: Option<Hurry>) -> El {
    let (w, wanted) = (see.words, found.wanted(&site.index));
    let cards = match hurry {
        Some(Hurry::First(many)) if many < found.ids.len() => view::first_cards(see, &found.ids[..many], &wanted),
        _ => view::cards(see, &found.ids, &wanted),
    };
    let left = found.total - found.ids.len();
    let more = (left > 0).then(|| {
        el("a")
            .class("more act")
            .at("href", see.list(query.longer()))
            .at("data-focus", "more")
            .put((w.show_more)(left.min(PAGE)))
    });
    let end = el("div").class("list-end").put(more).put(el("p").put((w.shown_of)(found.ids.len(), found.total)));
    stall.put(view::toolbar(see, &site.index, query, found)).put(cards).put(end)
}

/// Products offered where nothing is found: two rows of three.
const NEAR: usize = 6;

/// Nothing found: what was asked, one tap to drop each part with what it would give, and the nearest products.
fn nothing(site: &Site, see: See<'_>, query: &Query, stall: El) -> El {
    let w = see.words;
    let part = |part: Without| {
        let name = match &part.pick {
            None => (w.drop_words)(query.text.trim()),
            Some((facet, slug)) => {
                site.index.value(*facet, slug).map_or_else(|| slug.clone(), |v| view::label(see, *facet, v, true))
            }
        };
        let leaves = (w.would_leave)(part.total);
        let chip = el("a")
            .class("chip")
            .at("href", see.list(part.query))
            .at("aria-label", format!("{}: {leaves}", (w.drop_pick)(&name)))
            .put(el("span").put(name).put(" ").put(el("small").put(leaves)))
            .put(el("span").class("x").at("aria-hidden", "true").put("×"));
        el("li").put(chip)
    };
    let mut parts = site.index.without(query);
    // What still leads to nothing is not offered, unless all of it does.
    if parts.iter().any(|p| p.total > 0) {
        parts.retain(|p| p.total > 0);
    }
    // Without words the nearest are those that all picks but one leave.
    let near = match query.text.trim() {
        "" => parts.iter().max_by_key(|p| p.total).map(|p| site.index.find(&p.query).ids).unwrap_or_default(),
        text => site.index.nearest(text, NEAR),
    };
    let near = &near[..near.len().min(NEAR)];
    let meant = site.index.corrected(query).map(|(meant, total)| {
        let text = el("b").put(meant.text.as_str());
        let link = el("a").at("href", see.list(meant)).put(text).put(" ").put(el("small").put((w.would_leave)(total)));
        el("p").class("meant").put(w.did_you_mean).put(": ").put(link)
    });
    let parts = parts.into_iter().map(part).collect::<Vec<_>>();
    let all = el("li").put(el("a").class("clear").at("href", see.list(Query::default())).put(w.to_list));
    let filters = (w.nothing_filters)(query.picks().count());
    let said = el("div")
        .class("nothing")
        .put(el("h1").at("tabindex", "-1").put((w.nothing_for)(query.text.trim(), site.index.size())))
        .put(el("p").class("sr").at("role", "status").put((w.found_status)(0, site.index.size())))
        .put(meant)
        .put(el("p").put(filters).put(" ").put(w.nothing_hint))
        .put(el("ul").class("chips").put(parts).put(all));
    let banner =
        el("img").class("banner").at("src", "nothing.svg").at("alt", "").at("width", "360").at("height", "180");
    let stall = stall.put(banner).put(said);
    if near.is_empty() {
        return stall;
    }
    stall.put(el("h2").class("over").put(w.nothing_near)).put(view::cards(see, near, &[]))
}
