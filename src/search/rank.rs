//! Order: five ways to sort, each with the same last tie-breaks so that an order never depends on chance.

use super::Broken;
use super::pack::Numbers;
use crate::catalog::{Catalog, CommuneCode, Standing, State, order};
use crate::query::Sort;

/// Where each name stands in the dictionary: products, producers, districts, communes, qualities, channels, markets.
pub(super) type Orders = [Vec<u32>; 7];

/// The orders as stored.
pub(super) fn orders(catalog: &Catalog, stored: &str) -> Result<Orders, Broken> {
    let c = catalog;
    let sizes = [
        c.products.len(),
        c.producers.len(),
        c.districts.len(),
        c.communes.len(),
        c.qualities.len(),
        c.channels.len(),
        c.markets.len(),
    ];
    let mut numbers = Numbers::of(stored);
    let mut orders = Orders::default();
    for (order, size) in orders.iter_mut().zip(sizes) {
        for _ in 0..size {
            order.push(numbers.next().ok_or(Broken)?);
        }
    }
    Ok(orders)
}

/// The communes by their codes.
pub(super) struct Communes(Vec<u32>);

impl Communes {
    pub(super) fn of(catalog: &Catalog) -> Communes {
        Communes(order(catalog.communes.iter().map(|c| u64::from(c.code.0))))
    }

    /// Where the catalogue has the commune of that code, or the next one.
    pub(super) fn find(&self, catalog: &Catalog, code: CommuneCode) -> Option<usize> {
        let at = self.0.partition_point(|i| catalog.communes[*i as usize].code < code);
        self.0.get(at).map(|i| *i as usize)
    }
}

/// For each way to sort, where every product stands.
pub(super) struct Ranks([Vec<u32>; 5]);

impl Ranks {
    pub(super) async fn build(
        catalog: &Catalog,
        standings: &[Option<Standing>],
        orders: &Orders,
        communes: &Communes,
        pause: &impl AsyncFn(),
    ) -> Ranks {
        // Keys from the left: stars or state, day, then the place by name, so that no two are equal.
        let few = |s: &Option<Standing>| s.and_then(|s| s.stars).map_or(9, |s| 9 - u64::from(s.count()));
        let state = |s: &Option<Standing>| s.map_or(State::Proposed, |s| s.state) as u64;
        let age = |s: &Option<Standing>| {
            let day = s.and_then(|s| s.when.span()).map_or(0, |s| s.1.number());
            (1 << 25) - u64::from(day)
        };
        let rest = |s: &Option<Standing>| u64::from(s.is_none_or(|s| s.state != State::InForce));
        // What the source leaves empty stands last.
        let place = |i: usize| {
            let site = &catalog.products[i].site;
            let district = site.district.map_or(0xFFFF, |d| u64::from(orders[2][d.0 as usize]));
            let commune = site.today.first().and_then(|code| communes.find(catalog, *code));
            district << 16 | commune.map_or(0xFFFF, |c| u64::from(orders[3][c]))
        };
        let name = &orders[0];
        let places = |sort: Sort| {
            let key = |(i, s): (usize, &Option<Standing>)| {
                let key = match sort {
                    Sort::Best => rest(s) << 30 | few(s) << 26 | age(s),
                    Sort::Name => 0,
                    Sort::Stars => few(s) << 28 | state(s) << 26 | age(s),
                    Sort::Newest => age(s) << 4 | few(s),
                    Sort::Place => place(i),
                };
                key << 24 | u64::from(name[i])
            };
            let sorted = order(standings.iter().enumerate().map(key));
            let mut places = vec![0; sorted.len()];
            (0..).zip(sorted).for_each(|(place, i)| places[i as usize] = place);
            places
        };
        let mut all = [(); 5].map(|()| Vec::new());
        for sort in Sort::ALL {
            all[sort as usize] = places(sort);
            pause().await;
        }
        Ranks(all)
    }

    /// Where a product stands.
    pub(super) fn place(&self, sort: Sort, product: u32) -> u32 {
        self.0[sort as usize][product as usize]
    }
}

/// The first of so many products or values, lowest key first, less those whose key is the highest there is; no more is kept
/// at a time than twice as many.
pub(super) fn first(count: usize, key: &dyn Fn(usize) -> (u64, u32), many: usize) -> Vec<u32> {
    let mut best: Vec<(u64, u32)> = Vec::new();
    let mut bar = u64::MAX;
    let cut = |best: &mut Vec<(u64, u32)>| {
        *best = order(best.iter().map(|b| b.0)).into_iter().take(many).map(|i| best[i as usize]).collect();
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
    best.into_iter().map(|b| b.1).collect()
}
