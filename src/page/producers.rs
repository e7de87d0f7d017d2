//! Producers: all of them in alphabetical order, and the page of one.

use super::Site;
use crate::catalog::{Contact, Producer, ProducerId, ProducerKind, Product, ProductId, State, Term, TermId, order};
use crate::query::Facet;
use crate::route::{Address, Route};
use crate::view::{self, El, Fact, Node, See, el};

/// Names a page can bear; a larger catalogue is searched instead.
const MOST: usize = 1000;

pub(super) fn producers(site: &Site, see: See<'_>) -> El {
    let w = see.words;
    let all = site.index.values(Facet::Producer);
    let order = order(all.iter().map(|v| u64::from(v.alphabetical)));
    let total = all.len();
    let cut = (total > MOST).then(|| el("p").class("note").put((w.too_many)(MOST)));
    let named: Vec<_> = order
        .into_iter()
        .take(MOST)
        .map(|i| &all[i as usize])
        .filter_map(|v| Some((site.catalog.producer(site.catalog.find_producer(&v.slug)?), v.total)))
        .collect();
    let group = |kind: ProducerKind| {
        let of = named.iter().filter(|(maker, _)| maker.kind == kind);
        let line = |(maker, total): &(&Producer, usize)| {
            (see.to(Route::Producer(maker.slug.clone())), maker.name.clone(), (w.count_products)(*total))
        };
        let lines: Vec<_> = of.map(line).collect();
        (!lines.is_empty()).then(|| el("section").put(el("h2").put((w.kind)(kind))).put(view::links(lines)))
    };
    el("main")
        .at("id", "main")
        .class("index")
        .put(el("h1").at("tabindex", "-1").put((w.list_producers)(total)))
        .put(cut)
        .put(ProducerKind::ALL.into_iter().filter_map(group).collect::<Vec<_>>())
}

pub(super) fn producer(site: &Site, see: See<'_>, id: ProducerId) -> El {
    let w = see.words;
    let maker = site.catalog.producer(id);
    let own = Address::new(see.lang, Route::Producer(maker.slug.clone()));
    let (ids, total) = site.index.all_of(Facet::Producer, id.0 as usize);
    let title = el("div")
        .put(el("p").class("path").put(w.producer).put(" · ").put((w.kind)(maker.kind)))
        .put(el("h1").at("lang", "vi").at("tabindex", "-1").put(maker.name.as_str()))
        .put(el("p").class("onward").put(el("a").at("href", see.share(&own)).put(w.share)));
    el("main")
        .at("id", "main")
        .class("producer")
        .put(el("div").class("producer-top").put(title).put(view::facts(lines(site, see, &ids, total, &maker.contact))))
        .put(view::cards(see, &ids, &[]))
        .put(neighbours(site, see, id, &ids))
}

fn lines(site: &Site, see: See<'_>, ids: &[ProductId], total: usize, contact: &Contact) -> Vec<Fact> {
    let w = see.words;
    let products = || ids.iter().map(|id| site.catalog.product(*id));
    let mut lines: Vec<Fact> = Vec::new();
    lines.extend(view::contact(contact).map(|contact| (w.contact, contact)));
    let mut places: Vec<Node> = Vec::new();
    for (at, first) in products().enumerate() {
        let same = |p: &&Product| p.site.today == first.site.today;
        if products().take(at).any(|p| same(&p)) {
            continue;
        }
        let mut now: Vec<Node> = Vec::new();
        for c in see.communes(&first.site) {
            let link = el("a").at("href", see.to(Route::Place(c.slug.clone()))).put(see.text(&c.name));
            now.push(el("b").put(link).into());
            now.push(" ".into());
        }
        let tag = if now.is_empty() { "span" } else { "small" };
        if !now.is_empty() {
            places.push(el("span").class("block").put(now).into());
        }
        let mut labels: Vec<String> = Vec::new();
        for old in products().filter(same).filter_map(|p| see.former(&p.site)) {
            if !labels.contains(&old) {
                places.push(el(tag).class("block").put(view::capital(&old)).into());
                labels.push(old);
            }
        }
    }
    if !places.is_empty() {
        lines.push((w.made_in, Node::Many(places)));
    }
    let holds = products().filter(|p| p.standing(see.today).is_some_and(|s| s.state == State::InForce)).count();
    lines.push((w.products, (w.producer_count)(total, holds).into()));
    let c = &site.catalog;
    let mut list = |name, all: &[Term], of: fn(&Product) -> &[TermId]| {
        let ids = once(products().flat_map(of).copied());
        if !ids.is_empty() {
            let names: Vec<&str> = ids.iter().map(|t| see.text(&all[t.0 as usize].name)).collect();
            lines.push((name, names.join(", ").into()));
        }
    };
    list(w.markets, &c.markets, |p| &p.markets);
    list(w.channels, &c.channels, |p| &p.channels);
    list(w.producer_quality, &c.qualities, |p| &p.quality);
    lines
}

/// Other producers of the same commune.
fn neighbours(site: &Site, see: See<'_>, id: ProducerId, ids: &[ProductId]) -> El {
    let codes = once(ids.iter().flat_map(|i| &site.catalog.product(*i).site.today).copied());
    let section = |code| {
        let at = site.catalog.communes.iter().position(|c| c.code == code)?;
        let (commune, here) = (&site.catalog.communes[at], site.index.all_of(Facet::Commune, at).0);
        let makers = here.iter().flat_map(|i| &site.catalog.product(*i).makers).copied();
        let others = once(makers.filter(|m| *m != id));
        let line = |m: &ProducerId| {
            let maker = site.catalog.producer(*m);
            let total = site.index.all_of(Facet::Producer, m.0 as usize).1;
            (see.to(Route::Producer(maker.slug.clone())), maker.name.clone(), (see.words.count_products)(total))
        };
        let title = (see.words.same_commune)(see.text(&commune.name));
        let links = view::links(others.iter().map(line).collect());
        (!others.is_empty()).then(|| el("section").put(el("h2").put(title)).put(links))
    };
    el("div").class("index").put(codes.into_iter().filter_map(section).collect::<Vec<_>>())
}

/// Each once, in the order of its first appearance; lists of a page are short.
fn once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut out = Vec::new();
    for one in all {
        if !out.contains(&one) {
            out.push(one);
        }
    }
    out
}
