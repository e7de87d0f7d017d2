//! Order: five ways to sort, each with the same last tie-breaks so that an order never depends on chance.

use super::bits::Bits;
use crate::catalog::{Catalog, Date, Product, ProductId, State};
use crate::query::Sort;
use crate::text;

/// One way to sort, worked out once: who stands where, and where everyone stands.
struct Rank {
    order: Vec<u32>,
    place: Vec<u32>,
}

/// All five.
pub(super) struct Ranks([Rank; 5]);

impl Ranks {
    pub(super) fn build(catalog: &Catalog, today: Date) -> Ranks {
        let all = &catalog.products;
        let standings: Vec<_> = all.iter().map(|p| p.standing(today)).collect();
        let few = |i: usize| standings[i].and_then(|s| s.stars).map_or(9, |s| 9 - s.count());
        let state = |i: usize| standings[i].map_or(State::Proposed, |s| s.state);
        let age =
            |i: usize| (u32::MAX - standings[i].and_then(|s| s.when.span()).map_or(0, |s| s.1.number())).to_be_bytes();
        let district: Vec<_> = catalog.districts.iter().map(|d| text::sort_key(&d.name)).collect();
        let commune: Vec<_> = catalog.communes.iter().map(|c| (c.code, text::sort_key(&c.name.vi))).collect();
        let name = ranked(all, |_, p| text::sort_key(&p.name.vi));
        // Keys end with the place by name, so that no two are equal.
        let last = |i: usize| name.place[i].to_be_bytes();
        // What the source leaves empty stands last.
        let or_last = |key: Option<&Vec<u8>>| key.map_or_else(|| vec![u8::MAX], |k| [k.as_slice(), &[0]].concat());
        let place = ranked(all, |i, p| {
            let old = p.site.district.map(|d| &district[d.0 as usize]);
            let now = commune.iter().find(|c| p.site.today.first() == Some(&c.0)).map(|c| &c.1);
            [or_last(old).as_slice(), &or_last(now), &last(i)].concat()
        });
        let stars = ranked(all, |i, _| [&[few(i), state(i) as u8][..], &age(i), &last(i)].concat());
        let newest = ranked(all, |i, _| [&age(i)[..], &[few(i)], &last(i)].concat());
        let best =
            ranked(all, |i, _| [&[u8::from(state(i) != State::InForce), few(i)][..], &age(i), &last(i)].concat());
        Ranks([best, name, stars, newest, place])
    }

    /// The first so many of a set, in order.
    pub(super) fn first(&self, sort: Sort, set: &Bits, scores: Option<&[u32]>, many: usize) -> Vec<ProductId> {
        match scores {
            Some(scores) if sort == Sort::Best => self.by_score(Some(set), scores, many),
            _ => {
                let order = self.0[sort as usize].order.iter();
                order.filter(|i| set.has(**i as usize)).take(many).map(|i| ProductId(*i)).collect()
            }
        }
    }

    /// The first so many by score, the highest first, then as they stand without words; those without score not at all.
    pub(super) fn by_score(&self, set: Option<&Bits>, scores: &[u32], many: usize) -> Vec<ProductId> {
        let rank = &self.0[Sort::Best as usize];
        let mut keys: Vec<u64> = Vec::new();
        for (i, score) in scores.iter().enumerate() {
            if *score > 0 && set.is_none_or(|set| set.has(i)) {
                keys.push(u64::from(u32::MAX - score) << 32 | u64::from(rank.place[i]));
            }
        }
        keys.sort_unstable();
        keys.iter().take(many).map(|k| ProductId(rank.order[*k as u32 as usize])).collect()
    }
}

fn ranked(all: &[Product], key: impl Fn(usize, &Product) -> Vec<u8>) -> Rank {
    let order: Vec<u32> =
        text::order(all.iter().enumerate().map(|(i, p)| key(i, p)).collect()).iter().map(|i| *i as u32).collect();
    let mut place = vec![0; all.len()];
    order.iter().enumerate().for_each(|(rank, i)| place[*i as usize] = rank as u32);
    Rank { order, place }
}
