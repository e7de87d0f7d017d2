//! A product's own page: picture, name, star and state, facts, recognitions, sources, more from its maker, similar ones.

use super::{Site, Ui};
use crate::catalog::{Detail, Product, ProductId, ProducerId, Term, TermId};
use crate::query::{Facet, Query};
use crate::route::{Lang, Route};
use crate::view::{self, Fact, See};
use leptos::prelude::*;

/// Products shown below: a row of four on wide screens.
const ROW: usize = 4;

pub(super) fn product(site: &Site, see: See<'_>, id: ProductId, ui: &Ui) -> AnyView {
    let p = site.catalog.product(id);
    let w = see.words;
    let detail = ui.detail.as_ref().filter(|d| d.0 == p.slug).map(|d| &d.1);
    let motif = &site.catalog.motifs[p.motif.0 as usize].name;
    let stand = p.standing(see.today);
    let english = (see.lang == Lang::En && !p.name.en.is_empty()).then(|| {
        let literal = p.literal.then(|| view! { " "<small>"("{w.literal}")"</small> });
        view! { <p class="english">{p.name.en.clone()}{literal}</p> }
    });
    let copy = if ui.copied { w.copied } else { w.copy_link };
    view! {
        <main id="main" class="product">
            {path(see, p)}
            <div class="product-top">
                <figure>
                    <img class="tile" src=see.tile(p) alt=(w.drawn)((w.text)(motif)) width="240" height="240" fetchpriority="high" />
                    <figcaption>{w.drawn_line}</figcaption>
                </figure>
                <div class="product-words">
                    <h1 lang="vi" tabindex="-1">{p.name.vi.clone()}</h1>
                    {english}
                    <div class="product-stars">
                        {view::badge(see, stand.and_then(|s| s.stars))}
                        {stand.map(|s| view::standing(see, &s))}
                    </div>
                    <button type="button" class="act" data-act="copy" data-focus="copy">{copy}</button>
                    {view::facts(lines(site, see, p, detail))}
                </div>
            </div>
            <div class="product-mid">
                {view::recognitions(see, p)}
                {sources(see, detail)}
            </div>
            {more(site, see, id)}
        </main>
    }
    .into_any()
}

fn path(see: See<'_>, p: &Product) -> AnyView {
    let step = |g: crate::catalog::GroupId| {
        let group = g.get();
        let name = if see.lang == Lang::En { group.name.en } else { group.name.vi };
        view! { <li><a href=see.list(Query::default().toggled(Facet::Group, group.slug))>{name}</a></li> }
    };
    let steps = p.group.map(|g| g.path()).unwrap_or_default().into_iter().map(step).collect_view();
    let none = p.group.is_none().then(|| view! { <li>{see.words.no_group}</li> });
    view! { <nav class="path" aria-label=see.words.group><ol>{steps}{none}</ol></nav> }.into_any()
}

fn lines(site: &Site, see: See<'_>, p: &Product, detail: Option<&Detail>) -> Vec<Fact> {
    let w = see.words;
    let mut lines = Vec::new();
    if !p.makers.is_empty() {
        let maker = |id: &ProducerId| {
            let maker = site.catalog.producer(*id);
            view! { <a lang="vi" href=see.to(Route::Producer(maker.slug.clone()))>{maker.name.clone()}</a><br /> }
        };
        lines.push((w.producer, p.makers.iter().map(maker).collect_view().into_any()));
    }
    if let Some(place) = place(see, p) {
        lines.push((w.made_in, place));
    }
    let note = |note: Option<&String>| note.map(|n| view! { " "<small lang="vi">"("{n.clone()}")"</small> });
    let terms = |ids: &[TermId], all: &[Term], facet: Facet| {
        let one = |(i, id): (usize, &TermId)| {
            let term = &all[id.0 as usize];
            let comma = if i > 0 { ", " } else { "" };
            view! { {comma}<a class="quiet" href=see.list(Query::default().toggled(facet, &term.slug))>{(w.text)(&term.name).to_string()}</a> }
        };
        ids.iter().enumerate().map(one).collect_view()
    };
    let mut put = |name, ids: &[TermId], all: &[Term], facet, remark: Option<&String>| {
        if !ids.is_empty() || remark.is_some() {
            lines.push((name, view! { {terms(ids, all, facet)}{note(remark)} }.into_any()));
        }
    };
    let c = &site.catalog;
    put(w.markets, &p.markets, &c.markets, Facet::Market, detail.and_then(|d| d.market_note.as_ref()));
    put(w.channels, &p.channels, &c.channels, Facet::Channel, detail.and_then(|d| d.channel_note.as_ref()));
    put(w.quality, &p.quality, &c.qualities, Facet::Quality, detail.and_then(|d| d.quality_note.as_ref()));
    lines
}

/// Today's place with its link; below it what the label still says.
fn place(see: See<'_>, p: &Product) -> Option<AnyView> {
    let w = see.words;
    let communes = see.communes(&p.site);
    let old = [p.site.commune.clone(), see.district(&p.site).map(|d| (w.district)(d.kind, &d.name))];
    let old = old.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if communes.is_empty() && old.is_empty() {
        return None;
    }
    let now = communes.iter().enumerate().map(|(i, c)| {
        let or = if i > 0 { w.either_place } else { "" };
        let also = (see.lang == Lang::En).then(|| view! { " "<span lang="vi">"("{c.name.vi.clone()}")"</span> });
        view! { {or}<b><a href=see.to(Route::Place(c.slug.clone()))>{(w.text)(&c.name).to_string()}</a></b>{also} }
    });
    let old = (!old.is_empty()).then(|| match communes.is_empty() {
        true => view! { <span>{view::capital(&old)}</span> }.into_any(),
        false => view! { <small class="block">{(w.on_label)(&old)}</small> }.into_any(),
    });
    Some(view! { {now.collect_view()}{old} }.into_any())
}

fn sources(see: See<'_>, detail: Option<&Detail>) -> AnyView {
    let w = see.words;
    let Some(d) = detail else {
        return view! { <section class="sources"><h2>{w.sources}</h2><p class="note">{w.loading}</p></section> }.into_any();
    };
    let remark = (see.lang == Lang::En).then(|| view! { <p class="note">{w.in_vietnamese}</p> });
    let said = (!d.facts.is_empty()).then(|| {
        view! {
            <h2>{w.facts}</h2>
            {remark}
            <ul class="said" lang="vi">{d.facts.iter().map(|f| view! { <li>{f.clone()}</li> }).collect_view()}</ul>
        }
    });
    let source = |s: &crate::catalog::Source| {
        let host = s.url.split('/').nth(2).unwrap_or_default().to_string();
        view! { <li><a href=s.url.clone() rel="noopener external" lang="vi">{s.title.clone()}</a>" "<small>{host}</small></li> }
    };
    view! {
        <section class="sources">
            {said}
            <h2>{w.sources}</h2>
            <ul class="said">{d.sources.iter().map(source).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn more(site: &Site, see: See<'_>, id: ProductId) -> AnyView {
    let w = see.words;
    let p = site.catalog.product(id);
    let own = p.makers.first().map(|m| {
        let maker = site.catalog.producer(*m);
        let all = site.index.find(&Query::default().toggled(Facet::Producer, &maker.slug));
        let others: Vec<ProductId> = all.ids.into_iter().filter(|i| *i != id).take(ROW).collect();
        (!others.is_empty()).then(|| {
            let href = see.to(Route::Producer(maker.slug.clone()));
            view! {
                <section class="row">
                    <h2>{(w.more_from)(&maker.name)}</h2>
                    {view::rows(see, &others)}
                    {(all.total > ROW + 1).then(|| view! { <a class="all" href=href>{(w.see_all)(all.total)}</a> })}
                </section>
            }
        })
    });
    let similar = site.index.similar(&site.catalog, id, ROW);
    let similar = (!similar.is_empty())
        .then(|| view! { <section class="row"><h2>{w.similar}</h2>{view::rows(see, &similar)}</section> });
    view! { {own}{similar} }.into_any()
}
