//! Producers: all of them in alphabetical order, and the page of one.

use super::Site;
use crate::catalog::{ProducerId, State};
use crate::query::{Facet, Query};
use crate::search::Found;
use crate::view::{self, Fact, See};
use crate::{route::Route, text};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Names a page can bear; a larger catalogue is searched instead.
const MOST: usize = 1000;

pub(super) fn producers(site: &Site, see: See<'_>) -> AnyView {
    let w = see.words;
    let mut all: Vec<_> = site.index.values(Facet::Producer).iter().collect();
    all.sort_by_cached_key(|v| text::sort_key(&v.name.vi));
    let total = all.len();
    let cut = (total > MOST).then(|| view! { <p class="note">{(w.too_many)(MOST)}</p> });
    let mut groups: Vec<(String, Vec<_>)> = Vec::new();
    for v in all.into_iter().take(MOST) {
        let kind = site.catalog.find_producer(&v.slug).map(|id| (w.kind)(site.catalog.producer(id).kind).to_string());
        let line = (see.to(Route::Producer(v.slug.clone())), v.name.vi.clone(), (w.count_products)(v.total));
        let kind = kind.unwrap_or_default();
        match groups.iter_mut().find(|g| g.0 == kind) {
            Some(group) => group.1.push(line),
            None => groups.push((kind, vec![line])),
        }
    }
    groups.sort_by_key(|g| crate::catalog::ProducerKind::ALL.into_iter().position(|k| (w.kind)(k) == g.0));
    let group = |(kind, lines): (String, Vec<_>)| view! { <section><h2>{kind}</h2>{view::links(lines)}</section> };
    view! {
        <main id="main" class="index">
            <h1 tabindex="-1">{(w.list_producers)(total)}</h1>
            {cut}
            {groups.into_iter().map(group).collect_view()}
        </main>
    }
    .into_any()
}

pub(super) fn producer(site: &Site, see: See<'_>, id: ProducerId) -> AnyView {
    let w = see.words;
    let maker = site.catalog.producer(id);
    let found = site.index.find(&Query::only(Facet::Producer, &maker.slug));
    view! {
        <main id="main" class="producer">
            <div class="producer-top">
                <div>
                    <p class="path">{w.producer}" · "{(w.kind)(maker.kind)}</p>
                    <h1 lang="vi" tabindex="-1">{maker.name.clone()}</h1>
                </div>
                {view::facts(lines(site, see, &found))}
            </div>
            {view::cards(see, &found.ids, &[])}
            {neighbours(site, see, id, &found)}
        </main>
    }
    .into_any()
}

fn lines(site: &Site, see: See<'_>, found: &Found) -> Vec<Fact> {
    let w = see.words;
    let products = || found.ids.iter().map(|id| site.catalog.product(*id));
    let mut lines: Vec<Fact> = Vec::new();
    if let Some(p) = products().find(|p| !p.site.today.is_empty() || p.site.district.is_some()) {
        let communes = see.communes(&p.site);
        let now = communes.iter().map(|c| {
            view! { <b><a href=see.to(Route::Place(c.slug.clone()))>{(w.text)(&c.name).to_string()}</a></b>" " }
        });
        let old = [p.site.commune.clone(), see.district(&p.site).map(|d| (w.district)(d.kind, &d.name))];
        let old = view::capital(&old.into_iter().flatten().collect::<Vec<_>>().join(", "));
        let old = if communes.is_empty() { view! { <span>{old}</span> }.into_any() } else { view! { <small class="block">{old}</small> }.into_any() };
        lines.push((w.made_in, view! { {now.collect_view()}{old} }.into_any()));
    }
    let holds = products().filter(|p| p.standing(see.today).is_some_and(|s| s.state == State::InForce)).count();
    lines.push((w.products, (w.producer_count)(found.total, holds).into_any()));
    let mut list = |name, all: BTreeSet<String>| {
        if !all.is_empty() {
            lines.push((name, all.into_iter().collect::<Vec<_>>().join(", ").into_any()));
        }
    };
    let name = |t: &crate::catalog::Term| (w.text)(&t.name).to_string();
    let c = &site.catalog;
    list(w.markets, products().flat_map(|p| &p.markets).map(|t| name(&c.markets[t.0 as usize])).collect());
    list(w.channels, products().flat_map(|p| &p.channels).map(|t| name(&c.channels[t.0 as usize])).collect());
    list(w.producer_quality, products().flat_map(|p| &p.quality).map(|t| name(&c.qualities[t.0 as usize])).collect());
    lines
}

/// Other producers of the same commune.
fn neighbours(site: &Site, see: See<'_>, id: ProducerId, found: &Found) -> AnyView {
    let codes: BTreeSet<_> = found.ids.iter().flat_map(|i| &site.catalog.product(*i).site.today).copied().collect();
    let section = |code| {
        let commune = site.catalog.commune(code)?;
        let here = site.index.find(&Query::only(Facet::Commune, &commune.slug));
        let others: BTreeSet<_> = here.ids.iter().flat_map(|i| &site.catalog.product(*i).makers).filter(|m| **m != id).copied().collect();
        let line = |m: &ProducerId| {
            let maker = site.catalog.producer(*m);
            let total = site.index.value(Facet::Producer, &maker.slug).map_or(0, |v| v.total);
            (see.to(Route::Producer(maker.slug.clone())), maker.name.clone(), (see.words.count_products)(total))
        };
        let title = (see.words.same_commune)((see.words.text)(&commune.name));
        (!others.is_empty()).then(|| view! { <section><h2>{title}</h2>{view::links(others.iter().map(line).collect())}</section> })
    };
    view! { <div class="index">{codes.into_iter().map(section).collect_view()}</div> }.into_any()
}
