//! The list: filters, toolbar, cards, "show more"; and what is offered when nothing is found.

use super::{Site, Ui};
use crate::query::{PAGE, Query};
use crate::search::Found;
use crate::view::{self, See};
use leptos::prelude::*;

pub(super) fn list(site: &Site, see: See<'_>, query: &Query, ui: &Ui, sheet: bool) -> AnyView {
    let found = site.index.find(query);
    let filters = view::filters(see, &site.index, query, &found, &ui.facets, sheet);
    let results = if found.total == 0 { nothing(site, see, query) } else { results(site, see, query, &found) };
    view! {
        <main id="main" class="list">
            {filters}
            <div class="stall">{results}</div>
        </main>
    }
    .into_any()
}

fn results(site: &Site, see: See<'_>, query: &Query, found: &Found) -> AnyView {
    let w = see.words;
    let left = found.total - found.ids.len();
    let more = (left > 0).then(|| {
        view! {
            <a class="more act" href=see.list(query.longer()) data-keep="" data-focus="more">{(w.show_more)(left.min(PAGE))}</a>
        }
    });
    view! {
        {view::toolbar(see, &site.index, query, found)}
        {view::cards(see, &found.ids, &found.wanted)}
        <div class="list-end">
            {more}
            <p>{(w.shown_of)(found.ids.len(), found.total)}</p>
        </div>
    }
    .into_any()
}

/// Nothing found: what was asked, one tap to drop each part with what it would give, and the nearest products.
fn nothing(site: &Site, see: See<'_>, query: &Query) -> AnyView {
    let w = see.words;
    let picks = query.picks().count();
    let part = |part: crate::search::Without| {
        let name = match &part.pick {
            None => (w.drop_words)(query.text.trim()),
            Some((facet, slug)) => {
                site.index.value(*facet, slug).map_or_else(|| slug.clone(), |v| view::label(see, *facet, v, true))
            }
        };
        view! {
            <li>
                <a class="chip" href=see.list(part.query.clone()) aria-label=format!("{}: {}", (w.drop_pick)(&name), (w.would_leave)(part.total))>
                    <span>{name.clone()}" "<small>{(w.would_leave)(part.total)}</small></span>
                    <span class="x" aria-hidden="true">"×"</span>
                </a>
            </li>
        }
    };
    let parts = site.index.without(query).into_iter().map(part).collect_view();
    let near = site.index.nearest(&query.text, 6);
    let near = (!near.is_empty()).then(|| {
        view! {
            <h2 class="over">{w.nothing_near}</h2>
            {view::cards(see, &near, &[])}
        }
    });
    view! {
        <img class="banner" src="nothing.svg" alt="" width="360" height="180" />
        <div class="nothing">
            <h1 tabindex="-1" role="status">{(w.nothing_for)(query.text.trim(), site.index.size())}</h1>
            <p>{(w.nothing_filters)(picks)}" "{w.nothing_hint}</p>
            <ul class="chips">
                {parts}
                <li><a class="clear" href=see.list(Query::default())>{w.to_list}</a></li>
            </ul>
        </div>
        {near}
    }
    .into_any()
}
