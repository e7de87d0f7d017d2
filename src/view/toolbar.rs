//! Over the results: how many, in which order, and what narrows them (chips).

use super::{El, See, el, label};
use crate::query::{Facet, Query, Sort};
use crate::route::{Address, Route};
use crate::search::{Found, Index, Way};

/// Heading, order and chips of a list.
pub fn toolbar(see: See<'_>, index: &Index, query: &Query, found: &Found) -> El {
    let w = see.words;
    let all = query.is_narrow().then(|| el("span").class("of").put((w.in_all)(index.size())));
    let option = |sort: Sort| {
        el("option").at("value", see.list(query.sorted(sort))).flag("selected", sort == query.sort).put((w.sort)(sort))
    };
    let options = Sort::ALL.into_iter().map(option).collect::<Vec<_>>();
    let picks = query.picks().count();
    let sheet = Address { sheet: true, ..Address::new(see.lang, Route::List(query.clone())) };
    let open =
        el("a").class("chip solid").at("href", sheet.write()).at("data-focus", "filters").put((w.filters_on)(picks));
    let chips = query.picks().map(|(facet, slug)| chip(see, index, query, facet, slug)).collect::<Vec<_>>();
    let clear = (picks > 0)
        .then(|| el("li").put(el("a").class("clear").at("href", see.list(query.unpicked())).put(w.clear_all)));
    let print = el("a").at("href", see.print("book", &query.write())).put(w.print_list);
    let share = el("a").at("href", see.share(&Address::new(see.lang, Route::List(query.clone())))).put(w.share);
    let share = el("li").class("share-list").put(share);
    let print = el("li").class("print-list").put(print);
    let select = el("select").at("data-go", "value").at("data-focus", "sort").put(options);
    let meant = found.meant(index).map(|meant| {
        let why = match meant.way {
            Way::Plain | Way::Accents => w.meant_accents,
            Way::Keys => w.meant_keys,
            Way::Spacing => w.meant_spacing,
            Way::Region | Way::Edit | Way::Edits => w.meant_near,
            Way::General => w.meant_general,
        };
        let found = el("b").at("lang", "vi").put(meant.found.as_str());
        let all = el("p").class("meant").put(why).put(": ");
        let all = if meant.found.is_empty() { all } else { all.put(found).put(" / ") };
        all.put(el("span").put(meant.typed.as_str()))
    });
    el("div")
        .class("toolbar")
        .put(el("h1").at("tabindex", "-1").put((w.count_products)(found.total)).put(" ").put(all))
        .put(el("label").class("sort").put(el("span").put(w.sort_by)).put(select))
        .put(
            el("ul")
                .class("chips")
                .put(el("li").class("open-filters").put(open))
                .put(chips)
                .put(clear)
                .put(print)
                .put(share),
        )
        .put(meant)
        .put(el("p").class("sr").at("role", "status").put((w.found_status)(found.total, index.size())))
}

/// A pick that one press takes away.
fn chip(see: See<'_>, index: &Index, query: &Query, facet: Facet, slug: &str) -> El {
    let text = index.value(facet, slug).map_or_else(|| slug.to_string(), |v| label(see, facet, v, true));
    let link = el("a")
        .class("chip")
        .at("href", see.list(query.toggled(facet, slug)))
        .at("aria-label", (see.words.drop_pick)(&text))
        .put(el("span").put(text))
        .put(el("span").class("x").at("aria-hidden", "true").put("×"));
    el("li").key(slug).put(link)
}
