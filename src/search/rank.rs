//! Order: five ways to sort, each with the same last tie-breaks so that an order never depends on chance.

use super::bits::Bits;
use crate::catalog::{Catalog, Date, ProductId, Product, State};
use crate::query::Sort;
use crate::text;

/// Rank of every product in each order; lower stands first.
pub(super) struct Ranks {
    name: Vec<u32>,
    stars: Vec<u32>,
    newest: Vec<u32>,
    place: Vec<u32>,
    best: Vec<u32>,
}

impl Ranks {
    pub(super) fn build(catalog: &Catalog, today: Date) -> Ranks {
        let all = &catalog.products;
        let name = ranked(all, |_, p| text::sort_key(&p.name.vi));
        let standings: Vec<_> = all.iter().map(|p| p.standing(today)).collect();
        let few = |i: usize| standings[i].and_then(|s| s.stars).map_or(9, |s| 9 - s.count());
        let state = |i: usize| standings[i].map_or(State::Proposed, |s| s.state);
        let old = |i: usize| {
            let last = standings[i].and_then(|s| s.when.span()).map(|s| s.1);
            last.map_or(u32::MAX, |d| u32::MAX - (u32::from(d.year) << 9 | u32::from(d.month) << 5 | u32::from(d.day)))
        };
        let district: Vec<_> = catalog.districts.iter().map(|d| text::sort_key(&d.name)).collect();
        let commune: Vec<_> = catalog.communes.iter().map(|c| (c.code, text::sort_key(&c.name.vi))).collect();
        let key = |code| commune.iter().find(|c| c.0 == code).map(|c| c.1.clone());
        let place = ranked(all, |i, p| {
            let old = p.site.district.map(|d| district[d.0 as usize].clone());
            let now = p.site.today.first().and_then(|c| key(*c));
            // What the source leaves empty stands last.
            (old.is_none() && now.is_none(), old.is_none(), old, now.is_none(), now, name[i])
        });
        Ranks {
            stars: ranked(all, |i, _| (few(i), state(i), old(i), name[i])),
            newest: ranked(all, |i, _| (old(i), few(i), name[i])),
            best: ranked(all, |i, _| (state(i) != State::InForce, few(i), old(i), name[i])),
            place,
            name,
        }
    }

    /// The first so many of a set, in order.
    pub(super) fn first(&self, sort: Sort, set: &Bits, scores: Option<&[u32]>, many: usize) -> Vec<ProductId> {
        let rank = match sort {
            Sort::Best => &self.best,
            Sort::Name => &self.name,
            Sort::Stars => &self.stars,
            Sort::Newest => &self.newest,
            Sort::Place => &self.place,
        };
        let score = |i: usize| if sort == Sort::Best { scores.map_or(0, |s| s[i]) } else { 0 };
        let mut keys: Vec<u64> = set.iter().map(|i| u64::from(u32::MAX - score(i)) << 32 | u64::from(rank[i])).collect();
        if many < keys.len() {
            keys.select_nth_unstable(many);
            keys.truncate(many);
        }
        keys.sort_unstable();
        let mut back = vec![0; if keys.is_empty() { 0 } else { rank.len() }];
        rank.iter().take(back.len()).enumerate().for_each(|(i, r)| {
            if let Some(slot) = back.get_mut(*r as usize) {
                *slot = i as u32;
            }
        });
        keys.iter().map(|k| ProductId(back[*k as u32 as usize])).collect()
    }

    /// Rank in the order of "best" without words.
    pub(super) fn best(&self, id: ProductId) -> u32 {
        self.best[id.0 as usize]
    }
}

fn ranked<K: Ord>(all: &[Product], key: impl Fn(usize, &Product) -> K) -> Vec<u32> {
    let mut order: Vec<u32> = (0..all.len() as u32).collect();
    order.sort_by_cached_key(|i| key(*i as usize, &all[*i as usize]));
    let mut ranks = vec![0; all.len()];
    order.iter().enumerate().for_each(|(rank, i)| ranks[*i as usize] = rank as u32);
    ranks
}
