//! Over the results: how many, in which order, and what narrows them (chips).

use super::{See, label};
use crate::query::{Facet, Query, Sort};
use crate::route::{Address, Route};
use crate::search::{Found, Index};
use leptos::prelude::*;

/// Heading, order and chips of a list.
pub fn toolbar(see: See<'_>, index: &Index, query: &Query, found: &Found) -> AnyView {
    let w = see.words;
    let narrow = query.is_narrow();
    let all = narrow.then(|| view! { <span class="of">{(w.in_all)(index.size())}</span> });
    let option = |sort: Sort| {
        view! { <option value=see.list(query.sorted(sort)) selected=sort == query.sort>{(w.sort)(sort)}</option> }
    };
    let picks = query.picks().count();
    let sheet = Address { sheet: true, ..Address::new(see.lang, Route::List(query.clone())) };
    let chips = query.picks().map(|(facet, slug)| chip(see, index, query, facet, slug));
    let clear = (picks > 0).then(|| view! { <li><a class="clear" href=see.list(query.unpicked())>{w.clear_all}</a></li> });
    view! {
        <div class="toolbar">
            <h1 tabindex="-1">{(w.count_products)(found.total)}" "{all}</h1>
            <label class="sort">
                <span>{w.sort_by}</span>
                <select data-go="value" data-focus="sort">{Sort::ALL.map(option).into_iter().collect_view()}</select>
            </label>
            <ul class="chips">
                <li class="open-filters">
                    <a class="chip solid" href=sheet.write() data-focus="filters">{(w.filters_on)(picks)}</a>
                </li>
                {chips.collect_view()}
                {clear}
            </ul>
            <p class="sr" role="status">{(w.found_status)(found.total, index.size())}</p>
        </div>
    }
    .into_any()
}

/// A pick that one press takes away.
pub(super) fn chip(see: See<'_>, index: &Index, query: &Query, facet: Facet, slug: &str) -> AnyView {
    let text = index.value(facet, slug).map_or_else(|| slug.to_string(), |v| label(see, facet, v, true));
    let href = see.list(query.toggled(facet, slug));
    view! {
        <li>
            <a class="chip" href=href aria-label=(see.words.drop_pick)(&text)>
                <span>{text.clone()}</span>
                <span class="x" aria-hidden="true">"×"</span>
            </a>
        </li>
    }
    .into_any()
}
