//! The search field with its suggestions: a combobox with a list box, as the ARIA practices have it.

use super::{See, label, marked};
use crate::query::Facet;
use crate::route::Route;
use crate::search::{Index, Kind, Suggestion};
use leptos::prelude::*;

/// What stands in it.
pub struct SearchBox<'a> {
    /// The text typed.
    pub text: &'a str,
    /// Folded words to mark.
    pub wanted: &'a [String],
    /// What is offered; empty when closed.
    pub offers: &'a [Suggestion],
    /// Which offer the keyboard stands on.
    pub active: Option<usize>,
}

/// The form; it works without a script too, as a plain question to the list.
pub fn search_box(see: See<'_>, index: &Index, b: &SearchBox<'_>) -> AnyView {
    let w = see.words;
    let open = !b.offers.is_empty();
    let active = b.active.filter(|i| *i < b.offers.len()).map(option_id);
    view! {
        <form class="search" role="search" action=see.list(Default::default()) method="get">
            <label class="sr" for="q">{w.search_label}</label>
            <input id="q" name="q" type="search" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
                enterkeyhint="search" data-field="q" data-focus="q" placeholder=w.search_hint aria-controls="offers"
                aria-autocomplete="list" aria-expanded=open.to_string() aria-activedescendant=active value=b.text.to_string()
                prop:value=b.text.to_string() />
            <button class="act" type="submit">{w.search_go}</button>
            {offers(see, index, b)}
        </form>
    }
    .into_any()
}

fn option_id(i: usize) -> String {
    format!("offer-{i}")
}

/// Where a suggestion leads.
pub fn offer_href(see: See<'_>, index: &Index, kind: Kind) -> String {
    match kind {
        Kind::Product(id) => see.to(Route::Product(see.catalog.product(id).slug.clone())),
        Kind::Value(Facet::Producer, i) => see.to(Route::Producer(index.values(Facet::Producer)[i].slug.clone())),
        Kind::Value(Facet::Commune, i) => see.to(Route::Place(index.values(Facet::Commune)[i].slug.clone())),
        Kind::Value(facet, i) => see.list(crate::query::Query::default().toggled(facet, &index.values(facet)[i].slug)),
    }
}

fn offers(see: See<'_>, index: &Index, b: &SearchBox<'_>) -> AnyView {
    let mut last = None;
    let mut groups: Vec<(&'static str, Vec<AnyView>)> = Vec::new();
    for (i, offer) in b.offers.iter().enumerate() {
        let head = match offer.kind {
            Kind::Product(_) => see.words.products,
            Kind::Value(facet, _) => (see.words.facet)(facet),
        };
        if last != Some(head) {
            groups.push((head, Vec::new()));
            last = Some(head);
        }
        if let Some((_, items)) = groups.last_mut() {
            items.push(item(see, index, b, i, offer));
        }
    }
    let group = |(i, (head, items)): (usize, (&'static str, Vec<AnyView>))| {
        let id = format!("offers-{i}");
        view! {
            <div role="group" aria-labelledby=id.clone()>
                <p id=id.clone() role="presentation">{head}</p>
                {items}
            </div>
        }
    };
    view! {
        <div id="offers" class="offers" role="listbox" aria-label=see.words.suggestions hidden=b.offers.is_empty()>
            {groups.into_iter().enumerate().map(group).collect_view()}
        </div>
    }
    .into_any()
}

fn item(see: See<'_>, index: &Index, b: &SearchBox<'_>, i: usize, offer: &Suggestion) -> AnyView {
    let href = offer_href(see, index, offer.kind);
    let (name, under, right, image) = match offer.kind {
        Kind::Product(id) => {
            let p = see.catalog.product(id);
            let place = see.communes(&p.site).first().map(|c| (see.words.text)(&c.name).to_string());
            let place = place.or_else(|| see.district(&p.site).map(|d| (see.words.district)(d.kind, &d.name)));
            let stars = p.standing(see.today).and_then(|s| s.stars).map(see.words.stars);
            (p.name.vi.clone(), place, stars.unwrap_or_default(), Some(see.tile(p)))
        }
        Kind::Value(facet, v) => {
            let value = &index.values(facet)[v];
            (label(see, facet, value, true), None, (see.words.count_products)(offer.total), None)
        }
    };
    let on = b.active == Some(i);
    view! {
        <a id=option_id(i) role="option" tabindex="-1" class:on=on aria-selected=on.to_string() href=href>
            {image.map(|src| view! { <img src=src alt="" width="44" height="44" /> })}
            <span class="name">{marked(&name, b.wanted)} {under.map(|u| view! { <small>{u}</small> })}</span>
            <span class="right">{right}</span>
        </a>
    }
    .into_any()
}
