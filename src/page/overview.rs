//! The catalogue at a glance: products by group, stars, state and former district, as bars that are tables.

use super::Site;
use crate::query::{Facet, Query};
use crate::view::{self, Bar, See};
use leptos::prelude::*;

pub(super) fn overview(site: &Site, see: See<'_>) -> AnyView {
    let w = see.words;
    let all = site.index.size();
    let charts = [Facet::Group, Facet::State, Facet::Stars, Facet::District].map(|facet| {
        let bar = |v: &crate::search::Value| Bar {
            name: view::label(see, facet, v, false),
            href: see.list(Query::default().toggled(facet, &v.slug)),
            count: v.total,
            class: format!("level-{} {} v-{}", v.level, facet.key(), v.slug),
        };
        let bars = site.index.values(facet).iter().filter(|v| v.level < 2).map(bar).collect();
        view::chart(see, (w.by)(facet), bars, all)
    });
    view! {
        <main id="main" class="overview">
            <h1 tabindex="-1">{w.overview}</h1>
            <p class="lead">{(w.overview_lead)(all, &(w.day)(see.today))}</p>
            <div class="charts">{charts.into_iter().collect_view()}</div>
        </main>
    }
    .into_any()
}
