//! Facets: which values there are, who has them, and how many a click would leave.
//!
//! Rules: OR inside a facet, AND between facets; a facet's own picks never empty its siblings; the count shown is the
//! count found after the click. A parent group holds all products of its children.
//!
//! Values of all facets are numbered through: a product's row is one short list of numbers, and counting is one pass.

use super::lexicon::Field;
use super::list::{Lists, at, at_mut};
use super::value::{Value, values};
use crate::catalog::{Catalog, Standing, State, order};
use crate::query::{Facet, Query};

/// What part of a product the names of each facet's values are.
pub(super) const FIELDS: [Field; 10] = [
    Field::Group,
    Field::Term,
    Field::Term,
    Field::Place,
    Field::Place,
    Field::Term,
    Field::Term,
    Field::Term,
    Field::Term,
    Field::Producer,
];

/// Facets whose values stand in the dictionary's order among equals, in the order in which an index stores that.
pub(super) const ORDERED: [Facet; 6] =
    [Facet::Producer, Facet::District, Facet::Commune, Facet::Quality, Facet::Channel, Facet::Market];

/// Counts for every value.
pub struct Counts(Vec<u32>);

impl Counts {
    /// How many products a click on that value would leave.
    pub fn of(&self, value: &Value) -> u32 {
        self.0.get(value.number as usize).copied().unwrap_or_default()
    }

    /// The counts of all values, by their numbers.
    pub fn all(&self) -> &[u32] {
        &self.0
    }
}

/// Values are numbered through all facets, as the catalogue has them: what nobody has has a number too.
pub(super) struct Facets {
    /// The values of each facet that anybody has, as shown.
    values: [Vec<Value>; 10],
    /// Number of the first value of each facet, and after the last.
    pub(super) bases: [u32; 11],
    /// Values of each product.
    pub(super) held: Lists,
    /// Products of each value.
    pub(super) members: Lists,
}

impl Facets {
    pub(super) fn new(catalog: &Catalog) -> Facets {
        let mut bases = [0; 11];
        let values = Facet::ALL.map(|facet| {
            let all = values(catalog, facet, bases[facet as usize]);
            bases[facet as usize + 1] = bases[facet as usize] + all.len() as u32;
            all
        });
        Facets { values, bases, held: Lists::new(), members: Lists::new() }
    }

    /// The values of a product that depend on the day.
    pub(super) fn of_day(&self, standing: Option<&Standing>) -> Vec<u32> {
        let stars = standing.and_then(|s| s.stars).map_or(3, |s| 5 - u32::from(s.count()));
        let mut own = vec![self.bases[Facet::Stars as usize] + stars];
        if let Some(s) = standing {
            let first = self.bases[Facet::State as usize];
            own.push(first + s.state as u32);
            if s.proposed.is_some() && s.state != State::Proposed {
                own.push(first + State::Proposed as u32);
            }
        }
        own
    }

    /// All products have come. Fixed lists keep their order; others stand by how many products they hold, then by name.
    pub(super) fn arrange(&mut self, products: &[u32], orders: &Lists) {
        self.members = self.held.inverted(self.bases[10] as usize, products);
        for facet in &Facet::ALL {
            let ordered = ORDERED.iter().position(|f| f == facet);
            let names = ordered.map_or(&[] as &[u32], |list| orders.of(list + 2));
            let all = &mut self.values[*facet as usize];
            for (i, value) in all.iter_mut().enumerate() {
                value.total = self.members.of(value.number as usize).len();
                value.alphabetical = names.get(i).copied().unwrap_or_default();
            }
            let key = |v: &Value| match ordered {
                None => 0,
                Some(_) => (u64::from(u32::MAX) - v.total as u64) << 32 | u64::from(v.alphabetical),
            };
            let mut shown = Vec::new();
            for i in &order(all.iter().map(key)) {
                let value = std::mem::take(at_mut(all, *i as usize));
                if value.total > 0 {
                    shown.push(value);
                }
            }
            *all = shown;
        }
    }

    pub(super) fn values(&self, facet: Facet) -> &[Value] {
        &self.values[facet as usize]
    }

    /// The facet of a numbered value.
    pub(super) fn facet(&self, number: u32) -> Facet {
        Facet::ALL.iter().rfind(|f| self.bases[**f as usize] <= number).copied().unwrap_or(Facet::Group)
    }

    /// Keeps of `matched` what the picks leave, and counts for every value what a click on it would leave.
    pub(super) fn narrow(&self, query: &Query, matched: &mut Vec<(u32, u32)>) -> Counts {
        // Facets with picks, and of each product those whose picks it has, as bits.
        let mut picked = 0_u32;
        let mut has: Vec<u32> = Vec::new();
        for (facet, slug) in query.picks() {
            picked |= 1 << facet as u32;
            has.resize(self.held.starts.len() - 1, 0);
            for value in self.values(facet).iter().filter(|value| value.slug == slug) {
                self.members
                    .of(value.number as usize)
                    .iter()
                    .for_each(|p| *at_mut(&mut has, *p as usize) |= 1 << facet as u32);
            }
        }
        let mut all = vec![0; self.bases[10] as usize];
        matched.retain(|(product, _)| {
            let missing = picked & !has.get(*product as usize).copied().unwrap_or_default();
            // Left out by one facet alone: that facet's other values would find it.
            let facet = missing.trailing_zeros() as usize;
            let counted = match missing.count_ones() {
                0 => 0..u32::MAX,
                1 => *at(&self.bases, facet)..*at(&self.bases, facet + 1),
                _ => 0..0,
            };
            for value in self.held.of(*product as usize) {
                if counted.contains(value) {
                    all[*value as usize] += 1;
                }
            }
            missing == 0
        });
        Counts(all)
    }
}
