//! Order: five ways to sort, each with the same last tie-breaks so that an order never depends on chance.

use super::list::{at, at_mut};
use crate::catalog::{Standing, State, order, sort};
use crate::query::Sort;

/// For each way to sort, where every product stands.
#[derive(Default)]
pub(super) struct Ranks([Vec<u32>; 5]);

impl Ranks {
    /// One more way to sort. `names` and `places` tell where each product stands by its name, and by its place and name.
    pub(super) fn add(&mut self, sort: Sort, standings: &[Option<Standing>], names: &[u32], places: &[u32]) {
        // Keys from the left: stars or state, day, then the place by name, so that no two are equal.
        let key = |(i, s): (usize, &Option<Standing>)| {
            let few = s.and_then(|s| s.stars).map_or(9, |s| 9 - u64::from(s.count()));
            let state = s.map_or(State::Proposed, |s| s.state);
            let age = (1 << 25) - u64::from(s.and_then(|s| s.when.span()).map_or(0, |s| s.1.number()));
            let key = match sort {
                Sort::Best => u64::from(state != State::InForce) << 30 | few << 26 | age,
                Sort::Name => 0,
                Sort::Stars => few << 28 | (state as u64) << 26 | age,
                Sort::Newest => age << 4 | few,
                Sort::Place => u64::from(*at(places, i)),
            };
            key << 24 | u64::from(*at(names, i))
        };
        let ranks = &mut self.0[sort as usize];
        ranks.resize(standings.len(), 0);
        let sorted = order(standings.iter().enumerate().map(key));
        (0..).zip(&sorted).for_each(|(rank, i)| *at_mut(ranks, *i as usize) = rank);
    }

    /// Where a product stands.
    pub(super) fn place(&self, sort: Sort, product: u32) -> u32 {
        self.0[sort as usize][product as usize]
    }
}

/// The first of so many products or values, lowest key first, less those whose key is the highest there is; no more is kept
/// at a time than twice as many.
pub(super) fn first(count: usize, key: &dyn Fn(usize) -> (u64, u32), many: usize) -> Vec<u32> {
    let mut best: Vec<(u64, u32)> = Vec::with_capacity(count.min(many * 2 + 16));
    let mut bar = u64::MAX;
    let cut = |best: &mut Vec<(u64, u32)>| {
        sort(best);
        best.truncate(many);
    };
    for item in (0..count).map(key) {
        if item.0 < bar {
            best.push(item);
            if best.len() >= many * 2 + 16 {
                cut(&mut best);
                bar = best.last().map_or(0, |b| b.0);
            }
        }
    }
    cut(&mut best);
    let mut out = Vec::with_capacity(best.len());
    best.iter().for_each(|b| out.push(b.1));
    out
}
