//! The filters: a column on wide screens, a sheet on phones.
//!
//! Values with no product left stay visible but off; chosen ones always show; a long facet can be searched and keeps
//! its text after a pick. Counts are those found after the click.

use super::{See, badge, label};
use crate::catalog::{GroupId, State};
use crate::query::{Facet, Query};
use crate::route::{Address, Route, SHEET};
use crate::search::{Found, Index, Value};
use leptos::prelude::*;

/// Values shown before "all": a facet of so many fits between its neighbours.
const SHORT: usize = 7;
/// At most so many rows of an opened facet; the rest is found by typing.
const LONG: usize = 200;

/// What a visitor did to one facet's list on this page.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FacetState {
    /// All values are shown.
    pub open: bool,
    /// What is looked for in it.
    pub text: String,
}

/// All facets.
pub fn filters(see: See<'_>, index: &Index, query: &Query, found: &Found, states: &[FacetState], sheet: bool) -> AnyView {
    let w = see.words;
    let link = |query: Query| Address { sheet, ..Address::new(see.lang, Route::List(query)) }.write();
    let one = |f: Facet| facet(see, index, query, found, f, states.get(f as usize), &link);
    let clear = query.picks().next().is_some();
    view! {
        <aside id=SHEET class="filters" class:open=sheet aria-label=w.filters>
            <div class="sheet-head">
                <p class="sheet-title">{w.filters}</p>
                {clear.then(|| view! { <a class="clear" href=link(query.unpicked())>{w.clear_all}</a> })}
                <a class="close" href=see.list(query.clone()) aria-label=w.close data-focus="close-filters">"×"</a>
            </div>
            <div class="sheet-body">{Facet::ALL.map(one).into_iter().collect_view()}</div>
            <div class="sheet-foot">
                <a class="act" href=see.list(query.clone())>{(w.show_results)(found.total)}</a>
            </div>
        </aside>
    }
    .into_any()
}

fn facet(
    see: See<'_>,
    index: &Index,
    query: &Query,
    found: &Found,
    facet: Facet,
    state: Option<&FacetState>,
    link: &dyn Fn(Query) -> String,
) -> AnyView {
    let w = see.words;
    let values = index.values(facet);
    if values.is_empty() {
        return ().into_any();
    }
    let state = state.cloned().unwrap_or_default();
    let tree = facet == Facet::Group;
    let long = !tree && values.len() > SHORT;
    let order: Vec<usize> = if state.text.is_empty() { (0..values.len()).collect() } else { index.lookup(facet, &state.text) };
    let limit = if long && !state.open { SHORT } else { LONG };
    let fits = |(place, i): &(usize, usize)| {
        let v = &values[*i];
        query.has(facet, &v.slug) || if tree { in_tree(values, v, query) } else { *place < limit }
    };
    let items: Vec<AnyView> = order
        .into_iter()
        .enumerate()
        .filter(fits)
        .map(|(_, i)| {
            let count = found.counts.of(facet, i);
            let href = link(query.toggled(facet, &values[i].slug));
            item(see, facet, &values[i], count, query.has(facet, &values[i].slug), href)
        })
        .collect();
    let none = items.is_empty().then(|| view! { <p class="none">{w.facet_none}</p> });
    let find = (long && (state.open || values.len() > 2 * SHORT)).then(|| {
        let name = (w.facet_find)(facet);
        let key = format!("facet:{}", facet as usize);
        view! {
            <input class="find" type="search" autocomplete="off" data-field=key.clone() data-focus=key
                aria-label=name.clone() placeholder=name prop:value=state.text.clone() />
        }
    });
    let more = long.then(|| {
        let text = if state.open { w.facet_less.to_string() } else { (w.facet_all)(facet, values.len()) };
        let act = format!("facet:{}", facet as usize);
        view! {
            <button type="button" class="more" data-act=act aria-expanded=state.open.to_string()>{text}</button>
        }
    });
    let id = format!("facet-{}", facet.key());
    view! {
        <section class="facet" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{(w.facet)(facet)}</h2>
            {find}
            <ul>{items}</ul>
            {none}
            {more}
        </section>
    }
    .into_any()
}

/// Which groups show: the main ones; food's children, which hold most products; and the children of what is chosen.
fn in_tree(values: &[Value], value: &Value, query: &Query) -> bool {
    let Some(parent) = value.parent.and_then(|p| values.get(p)) else {
        return true;
    };
    let below_chosen = |v: &Value| query.has(Facet::Group, &v.slug);
    let sibling = values.iter().any(|v| v.parent == value.parent && below_chosen(v));
    let first = value.level == 1 && values.first().is_some_and(|food| food.slug == parent.slug);
    first || sibling || below_chosen(parent)
}

fn item(see: See<'_>, facet: Facet, value: &Value, count: u32, on: bool, href: String) -> AnyView {
    let text = label(see, facet, value, false);
    let off = count == 0 && !on;
    let mark = match facet {
        Facet::Group => {
            let goods = GroupId::of_slug(&value.slug).map_or("unknown", GroupId::goods);
            let src = format!("swatch/{goods}.svg");
            // Food itself has no cloth of its own: its children have.
            (value.slug != "thuc-pham").then(|| view! { <img class="swatch" src=src alt="" width="24" height="24" /> }.into_any())
        }
        Facet::State => State::ALL
            .into_iter()
            .find(|s| s.key() == value.slug)
            .map(|s| view! { <span class="sign" inner_html=badge::sign(s)></span> }.into_any()),
        _ => None,
    };
    let class = format!("value level-{} {}", value.level, if facet == Facet::State { value.slug.as_str() } else { "" });
    let key = format!("{}={}", facet.key(), value.slug);
    view! {
        <li class=class class:off=off class:on=on>
            <label>
                <input type="checkbox" data-go=href data-focus=key prop:checked=on disabled=off />
                {mark}
                <span class="name">{text}</span>
                <span class="count">{count}</span>
            </label>
        </li>
    }
    .into_any()
}
