//! The values that facets have: what there is to pick, before anybody counts who has it.
//!
//! In: a catalogue and a facet. Out: its values in the catalogue's own order, by which products name them.

use crate::catalog::{Catalog, GROUPS, ProducerKind, State, Text};
use crate::query::Facet;

/// One value of a facet.
#[derive(Debug, Default)]
pub struct Value {
    /// Its number among all values of all facets.
    pub number: u32,
    /// Name in addresses.
    pub slug: String,
    /// Proper name as shown; empty where `words` has it (states, stars, kinds).
    pub name: Text<String>,
    /// Products that have it, in the whole catalogue.
    pub total: usize,
    /// Where its name stands in the dictionary, among those of its facet.
    pub alphabetical: u32,
}

/// Slug of the value for what a source leaves open.
const NONE: &str = "none";

/// The values of a facet in the catalogue's own order, the first of that number.
pub(super) fn values(catalog: &Catalog, facet: Facet, first: u32) -> Vec<Value> {
    let mut out = Vec::new();
    let mut put = |slug: &str, vi: &str, en: &str| {
        let number = first + out.len() as u32;
        out.push(Value { number, slug: slug.into(), name: Text { vi: vi.into(), en: en.into() }, ..Value::default() });
    };
    let terms = match facet {
        Facet::Quality => catalog.qualities.as_slice(),
        Facet::Channel => &catalog.channels,
        Facet::Market => &catalog.markets,
        _ => &[],
    };
    match facet {
        Facet::Group => {
            GROUPS.iter().for_each(|g| put(g.slug, g.name.vi, g.name.en));
            put(NONE, "", "");
        }
        Facet::State => State::ALL.iter().for_each(|s| put(s.key(), "", "")),
        Facet::Stars => ["5", "4", "3", NONE].iter().for_each(|slug| put(slug, "", "")),
        Facet::Kind => ProducerKind::ALL.iter().for_each(|k| put(k.key(), "", "")),
        Facet::District => catalog.districts.iter().for_each(|d| put(&d.slug, &d.name, &d.name)),
        Facet::Commune => catalog.communes.iter().for_each(|c| put(&c.slug, &c.name.vi, &c.name.en)),
        Facet::Quality | Facet::Channel | Facet::Market => {
            terms.iter().for_each(|t| put(&t.slug, &t.name.vi, &t.name.en));
        }
        Facet::Producer => catalog.producers.iter().for_each(|p| put(&p.slug, &p.name, &p.name)),
    }
    out
}
