//! A product in a list: a card in the ruled grid, a row on phones (the same markup, laid out by the style sheet).

use super::{See, badge, marked, standing};
use crate::catalog::{Product, ProductId, Text};
use crate::route::{Lang, Route};
use leptos::prelude::*;

/// A list of cards.
pub fn cards(see: See<'_>, ids: &[ProductId], wanted: &[String]) -> AnyView {
    list("cards", see, ids, wanted, 8)
}

/// A short list of rows, as on product pages.
pub fn rows(see: See<'_>, ids: &[ProductId]) -> AnyView {
    list("cards rows", see, ids, &[], 0)
}

fn list(class: &'static str, see: See<'_>, ids: &[ProductId], wanted: &[String], eager: usize) -> AnyView {
    let one = |(i, id): (usize, &ProductId)| card(see, *id, wanted, i < eager);
    view! { <ul class=class>{ids.iter().enumerate().map(one).collect_view()}</ul> }.into_any()
}

/// One product. Missing fields simply do not stand there; `eager` pictures are fetched at once.
pub fn card(see: See<'_>, id: ProductId, wanted: &[String], eager: bool) -> AnyView {
    let p = see.catalog.product(id);
    let english = (see.lang == Lang::En && !p.name.en.is_empty())
        .then(|| view! { <p class="english">{marked(&p.name.en, wanted)}</p> });
    let makers = p.makers.iter().map(|m| {
        view! { <p class="maker" lang="vi">{marked(&see.catalog.producer(*m).name, wanted)}</p> }
    });
    let stand = p.standing(see.today);
    let foot = view! {
        <div class="foot">
            {badge(see, stand.and_then(|s| s.stars))}
            {stand.map(|s| standing(see, &s))}
        </div>
    };
    view! {
        <li class="card">
            {picture(see, p, eager)}
            <div class="body">
                <h2 lang="vi"><a href=see.to(Route::Product(p.slug.clone()))>{marked(&p.name.vi, wanted)}</a></h2>
                {english}
                {makers.collect_view()}
                {place(see, p, wanted)}
                {foot.into_any()}
            </div>
        </li>
    }
    .into_any()
}

/// The drawn picture, 240 units square. Its alternative text says what is drawn.
pub(super) fn picture(see: See<'_>, p: &Product, eager: bool) -> AnyView {
    let motif = &see.catalog.motifs[p.motif.0 as usize].name;
    let alt = (see.words.drawn)((see.words.text)(motif));
    let loading = if eager { "eager" } else { "lazy" };
    view! { <img class="tile" src=see.tile(p) alt=alt width="240" height="240" loading=loading decoding="async" /> }.into_any()
}

/// Today's place first, the former district small behind it.
fn place(see: See<'_>, p: &Product, wanted: &[String]) -> AnyView {
    let name = |n: &Text<String>| (see.words.text)(n).to_string();
    let now = see.communes(&p.site).iter().map(|c| name(&c.name)).collect::<Vec<_>>().join(see.words.either_place);
    let old = see.district(&p.site).map(|d| (see.words.district)(d.kind, &d.name));
    let old = match (now.is_empty(), old) {
        (_, None) => None,
        (true, Some(old)) => Some(view! { <span class="old">{marked(&super::capital(&old), wanted)}</span> }.into_any()),
        (false, Some(old)) => Some(view! { " "<span class="old">"("{marked(&old, wanted)}")"</span> }.into_any()),
    };
    let now = (!now.is_empty()).then(|| view! { <b>{marked(&now, wanted)}</b> });
    (now.is_some() || old.is_some()).then(|| view! { <p class="place">{now}{old}</p> }).into_any()
}
