//! The catalogue at a glance: products by group, stars, state and former district, as bars that are tables.

use super::Site;
use crate::query::{Facet, Query};
use crate::view::{self, Bar, El, See, el};

pub(super) fn overview(site: &Site, see: See<'_>) -> El {
    let w = see.words;
    let all = site.index.size();
    let charts = [Facet::Group, Facet::State, Facet::Stars, Facet::District].map(|facet| {
        let bar = |v: &crate::search::Value| Bar {
            name: view::label(see, facet, v, false),
            href: see.list(Query::default().toggled(facet, &v.slug)),
            count: v.total,
            class: format!("level-{} by-{} v-{}", view::level(facet, v), facet.key(), v.slug),
        };
        let bars = site.index.values(facet).iter().filter(|v| view::level(facet, v) < 2).map(bar).collect();
        view::chart(see, (w.by)(facet), bars, all)
    });
    el("main")
        .at("id", "main")
        .class("overview")
        .put(el("h1").at("tabindex", "-1").put(w.overview))
        .put(el("p").class("lead").put((w.overview_lead)(all, &(w.day)(see.today))))
        .put(el("div").class("charts").put(charts.to_vec()))
}
