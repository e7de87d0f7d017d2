//! What each product has of every facet, and how names and places stand in the dictionary, as an index stores it.
//!
//! In: a catalogue. Out: a text of lists of numbers: where products stand by name, and by place and name; where the values
//! of each facet of [`ORDERED`] stand by name; then for every product the numbers of its values, as steps from one to the
//! next. What depends on the day, state and stars, is left to whoever opens the index.

use super::facet::{Facets, ORDERED};
use super::pack::push;
use super::value::values;
use crate::catalog::{Catalog, GROUPS, Product, TermId};
use crate::query::Facet;
use crate::text;
use std::collections::HashMap;

pub(super) fn stored(catalog: &Catalog) -> String {
    let communes = (0..).zip(&catalog.communes).map(|(i, c)| (c.code.0, i)).collect::<HashMap<_, u32>>();
    let bases = Facets::new(catalog).bases;
    let values =
        ORDERED.map(|facet| by(values(catalog, facet, 0).iter().map(|v| text::sort_key(&v.name.vi)).collect()));
    let mut out = String::new();
    let mut list = |numbers: &[u32]| {
        push(&mut out, numbers.len() as u32);
        numbers.iter().for_each(|number| push(&mut out, *number));
    };
    let by_name = by(catalog.products.iter().map(|p| text::sort_key(&p.name.vi)).collect());
    // What the source leaves empty stands last.
    let place = |(p, name): (&Product, &u32)| {
        let district = p.site.district.map_or(u32::MAX, |d| values[1][d.0 as usize]);
        let commune = p.site.today.first().and_then(|code| communes.get(&code.0));
        (district, commune.map_or(u32::MAX, |c| values[2][*c as usize]), *name)
    };
    list(&by_name);
    list(&by(catalog.products.iter().zip(&by_name).map(place).collect()));
    values.iter().for_each(|places| list(places));
    for product in &catalog.products {
        let mut own = Vec::new();
        for facet in Facet::ALL {
            let first = bases[facet as usize];
            own.extend(holds(catalog, &communes, facet, product).into_iter().map(|value| first + value));
        }
        // Two makers of one kind are one value.
        own.sort_unstable();
        own.dedup();
        let before = own.clone();
        own.iter_mut().skip(1).zip(before).for_each(|(number, before)| *number -= before);
        list(&own);
    }
    out
}

/// Where each of many stands by its key; equal keys keep their order.
fn by<K: Ord>(keys: Vec<K>) -> Vec<u32> {
    let mut sorted: Vec<usize> = (0..keys.len()).collect();
    sorted.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    let mut places = vec![0; keys.len()];
    (0..).zip(sorted).for_each(|(place, i)| places[i] = place);
    places
}

/// The values of a facet that a product has whatever the day, by the catalogue's own numbers.
fn holds(catalog: &Catalog, communes: &HashMap<u32, u32>, facet: Facet, p: &Product) -> Vec<u32> {
    let terms = |all: &[TermId]| all.iter().map(|t| u32::from(t.0)).collect();
    match facet {
        Facet::Group => match p.group {
            Some(group) => group.path().into_iter().map(|g| g.index() as u32).collect(),
            None => vec![GROUPS.len() as u32],
        },
        Facet::State | Facet::Stars => Vec::new(),
        Facet::Kind => p.makers.iter().map(|m| catalog.producer(*m).kind as u32).collect(),
        Facet::District => p.site.district.iter().map(|d| u32::from(d.0)).collect(),
        Facet::Commune => p.site.today.iter().filter_map(|code| communes.get(&code.0).copied()).collect(),
        Facet::Quality => terms(&p.quality),
        Facet::Channel => terms(&p.channels),
        Facet::Market => terms(&p.markets),
        Facet::Producer => p.makers.iter().map(|m| m.0).collect(),
    }
}
