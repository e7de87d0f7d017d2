//! Places: today's communes under their former districts, and the page of one commune.

use super::Site;
use crate::catalog::{Commune, DistrictId};
use crate::query::{Facet, Query};
use crate::route::Route;
use crate::view::{self, See};
use leptos::prelude::*;
use std::collections::BTreeMap;

pub(super) fn places(site: &Site, see: See<'_>) -> AnyView {
    let w = see.words;
    let c = &site.catalog;
    // A commune stands under every former district that a product of it names.
    let mut under: BTreeMap<DistrictId, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut none = 0;
    for p in &c.products {
        none += usize::from(p.site.today.is_empty());
        let Some(district) = p.site.district else { continue };
        let communes = under.entry(district).or_default();
        for code in &p.site.today {
            if let Some(i) = c.communes.iter().position(|m| m.code == *code) {
                *communes.entry(i).or_default() += 1;
            }
        }
    }
    let sections = site.index.values(Facet::District).iter().filter_map(|v| {
        let id = c.districts.iter().position(|d| d.slug == v.slug)?;
        let line = |(i, count): (&usize, &usize)| {
            let commune = &c.communes[*i];
            (see.to(Route::Place(commune.slug.clone())), (w.text)(&commune.name).to_string(), (w.count_products)(*count))
        };
        let lines: Vec<_> = under.get(&DistrictId(id as u16)).map(|m| m.iter().map(line).collect()).unwrap_or_default();
        let href = see.list(Query::default().toggled(Facet::District, &v.slug));
        Some(view! {
            <section>
                <h2><a href=href>{view::label(see, Facet::District, v, true)}</a>" "<span class="count">{(w.count_products)(v.total)}</span></h2>
                {view::links(lines)}
            </section>
        })
    });
    let unknown = (none > 0).then(|| view! { <p class="note">{(w.place_unknown)(none)}</p> });
    let old = site.index.values(Facet::District).len();
    view! {
        <main id="main" class="index">
            <h1 tabindex="-1">{(w.list_places)(c.communes.len(), old)}</h1>
            {unknown}
            {sections.collect_view()}
        </main>
    }
    .into_any()
}

pub(super) fn place(site: &Site, see: See<'_>, commune: &Commune) -> AnyView {
    let w = see.words;
    let query = Query::only(Facet::Commune, &commune.slug);
    let found = site.index.find(&query);
    let mut was: Vec<String> = found
        .ids
        .iter()
        .map(|id| site.catalog.product(*id))
        .filter(|p| p.site.commune.is_some() || p.site.district.is_some())
        .map(|p| {
            let old = [p.site.commune.clone(), see.district(&p.site).map(|d| (w.district)(d.kind, &d.name))];
            old.into_iter().flatten().collect::<Vec<_>>().join(", ")
        })
        .collect();
    was.sort();
    was.dedup();
    let was = (!was.is_empty()).then(|| view! { <p class="lead">{(w.was)(&was.join("; "))}</p> });
    view! {
        <main id="main" class="producer">
            <div class="producer-top">
                <div>
                    <p class="path">{w.made_in}" · "{(w.text)(&site.catalog.about.province).to_string()}</p>
                    <h1 tabindex="-1">{view::capital((w.text)(&commune.name))}</h1>
                    {was}
                </div>
                {view::facts(vec![(w.products, (w.count_products)(found.total).into_any())])}
            </div>
            {view::cards(see, &found.ids, &[])}
        </main>
    }
    .into_any()
}
