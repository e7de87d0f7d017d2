//! Facets: which values there are, who has them, and how many a click would leave.
//!
//! Rules: OR inside a facet, AND between facets; a facet's own picks never empty its siblings; the count shown is the
//! count found after the click. A parent group holds all products of its children.
//!
//! Values of all facets are numbered through: a product's row is one short list of numbers, and counting is one pass.

use super::lexicon::Field;
use super::list::Lists;
use super::rank::{Communes, Orders};
use super::value::{Value, values};
use crate::catalog::{Catalog, GROUPS, GroupId, Product, Standing, Stars, State, order};
use crate::query::{Facet, Query};

/// Facets whose values have names to be found by, in the order in which an index stores them.
pub(super) const ENTITIES: [(Facet, Field); 8] = [
    (Facet::Producer, Field::Producer),
    (Facet::District, Field::Place),
    (Facet::Commune, Field::Place),
    (Facet::Group, Field::Group),
    (Facet::Quality, Field::Term),
    (Facet::Channel, Field::Term),
    (Facet::Market, Field::Term),
    (Facet::Stars, Field::Term),
];

/// Facets whose values stand in the dictionary's order among equals, as [`Orders`] has them after the products.
const ORDERED: [Facet; 6] =
    [Facet::Producer, Facet::District, Facet::Commune, Facet::Quality, Facet::Channel, Facet::Market];

/// Counts for every value, by facet.
pub struct Counts {
    all: Vec<u32>,
    bases: [u32; 11],
}

impl Counts {
    /// How many products a click on that value would leave.
    pub fn of(&self, facet: Facet, value: usize) -> u32 {
        self.facet(facet).get(value).copied().unwrap_or_default()
    }

    /// The counts of all facets, one facet after another.
    pub fn all(&self) -> &[u32] {
        &self.all
    }

    /// The counts of all values of a facet.
    pub fn facet(&self, facet: Facet) -> &[u32] {
        &self.all[self.bases[facet as usize] as usize..self.bases[facet as usize + 1] as usize]
    }
}

/// A facet: its values as shown, and the number of each as the catalogue has them; none for those nobody has.
pub(super) struct Column {
    values: Vec<Value>,
    pub(super) places: Vec<Option<u32>>,
}

/// Facets on their way: values of products, by the catalogue's own numbers, `number << 4 | facet`.
pub(super) struct Rows {
    values: [Vec<Value>; 10],
    held: Lists,
    communes: Communes,
    paths: Vec<Vec<GroupId>>,
}

impl Rows {
    pub(super) fn new(catalog: &Catalog, orders: &Orders, communes: Communes) -> Rows {
        let mut values = Facet::ALL.map(|facet| values(catalog, facet));
        for (facet, places) in ORDERED.into_iter().zip(&orders[1..]) {
            values[facet as usize].iter_mut().zip(places).for_each(|(value, place)| value.alphabetical = *place);
        }
        Rows {
            values,
            held: Lists { starts: vec![0], all: Vec::with_capacity(catalog.products.len() * 16) },
            communes,
            paths: GroupId::all().map(GroupId::path).collect(),
        }
    }

    /// The values of one more product.
    pub(super) fn add(&mut self, catalog: &Catalog, product: &Product, standing: Option<&Standing>) {
        let Rows { values, held, communes, paths } = self;
        for facet in Facet::ALL {
            let from = held.all.len();
            holds(catalog, (communes, paths), facet, product, standing, &mut |value| {
                let number = (value as u32) << 4 | facet as u32;
                // Two makers of one kind are one value; rows are a handful long.
                if !held.all[from..].contains(&number) {
                    held.all.push(number);
                    values[facet as usize][value].total += 1;
                }
            });
        }
        held.starts.push(held.all.len() as u32);
    }

    pub(super) fn done(self) -> Facets {
        let Rows { mut values, mut held, .. } = self;
        let mut bases = [0; 11];
        let mut columns = Facet::ALL.map(|_| Column { values: Vec::new(), places: Vec::new() });
        for facet in Facet::ALL {
            let base = bases[facet as usize];
            let column = Column::arranged(std::mem::take(&mut values[facet as usize]), facet, base);
            bases[facet as usize + 1] = base + column.values.len() as u32;
            columns[facet as usize] = column;
        }
        for value in &mut held.all {
            *value = columns[*value as usize & 15].places[*value as usize >> 4].unwrap_or_default();
        }
        let mut product = 0;
        let members = Lists::collect(bases[10] as usize, &held.all, &mut |at| {
            while held.starts[product + 1] as usize <= at {
                product += 1;
            }
            product as u32
        });
        Facets { columns, bases, held, members }
    }
}

pub(super) struct Facets {
    pub(super) columns: [Column; 10],
    /// Number of the first value of each facet, and after the last.
    pub(super) bases: [u32; 11],
    /// Values of each product.
    pub(super) held: Lists,
    /// Products of each value.
    pub(super) members: Lists,
}

impl Facets {
    pub(super) fn values(&self, facet: Facet) -> &[Value] {
        &self.columns[facet as usize].values
    }

    /// The facet of a numbered value, and its index there.
    pub(super) fn value(&self, number: u32) -> (Facet, usize) {
        let facet = Facet::ALL.into_iter().rfind(|f| self.bases[*f as usize] <= number).unwrap_or(Facet::Group);
        (facet, (number - self.bases[facet as usize]) as usize)
    }

    /// Keeps of `matched` what the picks leave, and counts for every value what a click on it would leave.
    pub(super) fn narrow(&self, query: &Query, matched: &mut Vec<(u32, u32)>) -> Counts {
        // Facets with picks, and of each product those whose picks it has, as bits.
        let mut picked = 0_u32;
        let mut has: Vec<u32> = Vec::new();
        for (facet, slug) in query.picks() {
            picked |= 1 << facet as u32;
            has.resize(self.held.starts.len() - 1, 0);
            for (value, number) in self.values(facet).iter().zip(self.bases[facet as usize]..) {
                if value.slug == slug {
                    self.members.of(number as usize).iter().for_each(|p| has[*p as usize] |= 1 << facet as u32);
                }
            }
        }
        let mut all = vec![0; self.bases[10] as usize];
        matched.retain(|(product, _)| {
            let missing = picked & !has.get(*product as usize).copied().unwrap_or_default();
            // Left out by one facet alone: that facet's other values would find it.
            let facet = missing.trailing_zeros() as usize;
            let counted = match missing.count_ones() {
                0 => 0..u32::MAX,
                1 => self.bases[facet]..self.bases[facet + 1],
                _ => 0..0,
            };
            for value in self.held.of(*product as usize) {
                if counted.contains(value) {
                    all[*value as usize] += 1;
                }
            }
            missing == 0
        });
        Counts { all, bases: self.bases }
    }
}

impl Column {
    /// Fixed lists keep their order; others stand by how many products they hold, then by name. Those nobody has go.
    fn arranged(mut values: Vec<Value>, facet: Facet, base: u32) -> Column {
        let fixed = matches!(facet, Facet::Group | Facet::State | Facet::Stars | Facet::Kind);
        let key = |v: &Value| match fixed {
            true => 0,
            false => (u64::from(u32::MAX) - v.total as u64) << 32 | u64::from(v.alphabetical),
        };
        let mut places = vec![None; values.len()];
        let mut kept = Vec::with_capacity(values.len());
        for i in order(values.iter().map(key)) {
            if values[i as usize].total > 0 {
                places[i as usize] = Some(base + kept.len() as u32);
                kept.push(i);
            }
        }
        let arranged = kept.into_iter().map(|i| {
            let value = std::mem::take(&mut values[i as usize]);
            let parent = value.parent.and_then(|p| places[p]).map(|p| (p - base) as usize);
            Value { parent, ..value }
        });
        Column { values: arranged.collect(), places }
    }
}

/// Tells the values of a facet that a product has, by the catalogue's own numbers.
fn holds(
    catalog: &Catalog,
    (communes, paths): (&Communes, &[Vec<GroupId>]),
    facet: Facet,
    p: &Product,
    standing: Option<&Standing>,
    tell: &mut dyn FnMut(usize),
) {
    let terms = |all: &[crate::catalog::TermId], tell: &mut dyn FnMut(usize)| {
        all.iter().for_each(|t| tell(t.0 as usize));
    };
    let stars = |s: Option<Stars>| s.map_or(3, |s| 5 - s.count() as usize);
    match facet {
        Facet::Group => match p.group {
            Some(group) => paths[group.index()].iter().for_each(|g| tell(g.index())),
            None => tell(GROUPS.len()),
        },
        Facet::State => {
            if let Some(s) = standing {
                tell(s.state as usize);
                if s.proposed.is_some() {
                    tell(State::Proposed as usize);
                }
            }
        }
        Facet::Stars => tell(stars(standing.and_then(|s| s.stars))),
        Facet::Kind => p.makers.iter().for_each(|m| tell(catalog.producer(*m).kind as usize)),
        Facet::District => p.site.district.iter().for_each(|d| tell(d.0 as usize)),
        Facet::Commune => {
            for code in &p.site.today {
                if let Some(commune) = communes.find(catalog, *code) {
                    tell(commune);
                }
            }
        }
        Facet::Quality => terms(&p.quality, tell),
        Facet::Channel => terms(&p.channels, tell),
        Facet::Market => terms(&p.markets, tell),
        Facet::Producer => p.makers.iter().for_each(|m| tell(m.0 as usize)),
    }
}
