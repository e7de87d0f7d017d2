//! Places: today's communes under their former districts, and the page of one commune.

use super::Site;
use crate::catalog::{Commune, DistrictId};
use crate::query::{Facet, Query};
use crate::route::Route;
use crate::view::{self, El, See, el};

pub(super) fn places(site: &Site, see: See<'_>) -> El {
    let w = see.words;
    let c = &site.catalog;
    let none = c.products.iter().filter(|p| p.site.today.is_empty()).count();
    let section = |v: &crate::search::Value| {
        let id = c.districts.iter().position(|d| d.slug == v.slug)?;
        let here = |commune: &Commune| {
            // A commune stands under every former district that a product of it names.
            let of = c.products.iter().filter(|p| p.site.district == Some(DistrictId(id as u16)));
            of.filter(|p| p.site.today.contains(&commune.code)).count()
        };
        let line = |m: &Commune| {
            let count = here(m);
            (count > 0).then(|| {
                (see.to(Route::Place(m.slug.clone())), view::capital(see.text(&m.name)), (w.count_products)(count))
            })
        };
        let href = see.list(Query::default().toggled(Facet::District, &v.slug));
        let title = el("a").at("href", href).put(view::label(see, Facet::District, v, true));
        let count = el("span").class("count").put((w.count_products)(v.total));
        Some(
            el("section")
                .put(el("h2").put(title).put(" ").put(count))
                .put(view::links(c.communes.iter().filter_map(line).collect())),
        )
    };
    let districts = site.index.values(Facet::District);
    let nowhere =
        |m: &&Commune| !c.products.iter().any(|p| p.site.district.is_some() && p.site.today.contains(&m.code));
    let others = c.communes.iter().filter(nowhere).map(|m| {
        let total = site.index.value(Facet::Commune, &m.slug).map_or(0, |v| v.total);
        (see.to(Route::Place(m.slug.clone())), view::capital(see.text(&m.name)), (w.count_products)(total))
    });
    let others: Vec<_> = others.collect();
    let open = format!("{}: {}", (w.facet)(Facet::District), w.not_stated);
    let others = (!others.is_empty()).then(|| el("section").put(el("h2").put(open)).put(view::links(others)));
    el("main")
        .at("id", "main")
        .class("index")
        .put(el("h1").at("tabindex", "-1").put((w.list_places)(c.communes.len(), districts.len())))
        .put((none > 0).then(|| el("p").class("note").put((w.place_unknown)(none))))
        .put(districts.iter().filter_map(section).collect::<Vec<_>>())
        .put(others)
}

pub(super) fn place(site: &Site, see: See<'_>, at: usize) -> El {
    let w = see.words;
    let commune = &site.catalog.communes[at];
    let (ids, total) = site.index.all_of(Facet::Commune, at);
    let mut was: Vec<String> = Vec::new();
    for old in ids.iter().filter_map(|id| see.former(&site.catalog.product(*id).site)) {
        if !was.contains(&old) {
            was.push(old);
        }
    }
    let was = (!was.is_empty()).then(|| el("p").class("lead").put((w.was)(&was.join("; "))));
    let title = el("div")
        .put(el("p").class("path").put(w.made_in).put(" · ").put(see.text(&site.catalog.about.province)))
        .put(el("h1").at("tabindex", "-1").put(view::capital(see.text(&commune.name))))
        .put(was);
    let facts = view::facts(vec![(w.products, (w.count_products)(total).into())]);
    el("main")
        .at("id", "main")
        .class("producer")
        .put(el("div").class("producer-top").put(title).put(facts))
        .put(view::cards(see, &ids, &[]))
}
