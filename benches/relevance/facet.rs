//! Which values of each facet a product has, read from the catalogue alone.
//!
//! The engine has this too; written a second time, it lets the benchmark notice when counts are wrong.

use ocop::catalog::{Catalog, TermId};
use ocop::query::Facet;

/// Slugs of the values that a product has.
pub fn slugs(catalog: &Catalog, product: usize, facet: Facet) -> Vec<String> {
    let p = &catalog.products[product];
    let standing = p.standing(catalog.about.as_of);
    let terms = |all: &[ocop::catalog::Term], held: &[TermId]| -> Vec<String> {
        held.iter().map(|t| all[t.0 as usize].slug.clone()).collect()
    };
    let none = || vec!["none".to_owned()];
    let mut held = match facet {
        Facet::Group => p.group.map_or_else(none, |g| g.path().iter().map(|g| g.get().slug.to_owned()).collect()),
        Facet::State => standing.map_or_else(Vec::new, |s| {
            let also = s.proposed.map(|_| ocop::catalog::State::Proposed);
            [Some(s.state), also].into_iter().flatten().map(|s| s.key().to_owned()).collect()
        }),
        Facet::Stars => standing.and_then(|s| s.stars).map_or_else(none, |s| vec![s.count().to_string()]),
        Facet::District => p.site.district.iter().map(|d| catalog.district(*d).slug.clone()).collect(),
        Facet::Commune => p.site.today.iter().filter_map(|c| catalog.commune(*c)).map(|c| c.slug.clone()).collect(),
        Facet::Kind => p.makers.iter().map(|m| catalog.producer(*m).kind.key().to_owned()).collect(),
        Facet::Quality => terms(&catalog.qualities, &p.quality),
        Facet::Channel => terms(&catalog.channels, &p.channels),
        Facet::Market => terms(&catalog.markets, &p.markets),
        Facet::Producer => p.makers.iter().map(|m| catalog.producer(*m).slug.clone()).collect(),
    };
    held.sort_unstable();
    held.dedup();
    held
}
