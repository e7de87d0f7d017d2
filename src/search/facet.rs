//! Facets: which values there are, who has them, and how many a click would leave.
//!
//! Rules: OR inside a facet, AND between facets; a facet's own picks never empty its siblings; the count shown is the
//! count found after the click. A parent group holds all products of its children.

use super::bits::Bits;
use crate::catalog::{Catalog, Date, DistrictKind, GroupId, ProducerKind, Product, Standing, Stars, State, Term, Text};
use crate::query::{Facet, Query};
use crate::text;

/// One value of a facet.
#[derive(Debug)]
pub struct Value {
    /// Name in addresses.
    pub slug: String,
    /// Proper name as shown; empty where `words` has it (states, stars, kinds).
    pub name: Text<String>,
    /// Depth in a tree: 0 but for sub-groups.
    pub level: usize,
    /// Index of the value above, for sub-groups.
    pub parent: Option<usize>,
    /// Products that have it, in the whole catalogue.
    pub total: usize,
    /// Folded names, to look for while typing.
    pub(super) folded: String,
    /// Kind of former district.
    pub was: Option<DistrictKind>,
}

/// Counts for every value, by facet.
pub struct Counts([Vec<u32>; 10]);

impl Counts {
    /// How many products a click on that value would leave.
    pub fn of(&self, facet: Facet, value: usize) -> u32 {
        self.0[facet as usize].get(value).copied().unwrap_or_default()
    }
}

struct Column {
    values: Vec<Value>,
    /// Values of product `p`: `held[starts[p]..starts[p + 1]]`.
    starts: Vec<u32>,
    held: Vec<u32>,
}

pub(super) struct Facets(Vec<Column>);

impl Facets {
    pub(super) fn build(catalog: &Catalog, today: Date) -> Facets {
        let standings: Vec<_> = catalog.products.iter().map(|p| p.standing(today)).collect();
        Facets(Facet::ALL.into_iter().map(|f| Column::build(catalog, f, &standings)).collect())
    }

    pub(super) fn values(&self, facet: Facet) -> &[Value] {
        &self.0[facet as usize].values
    }

    /// What the picks leave of `matched`, and the counts.
    pub(super) fn narrow(&self, query: &Query, matched: &Bits) -> (Bits, Counts) {
        let chosen: Vec<Option<Bits>> = Facet::ALL.iter().map(|f| self.0[*f as usize].chosen(query, *f)).collect();
        let left = |except: Option<usize>| {
            let mut set = matched.clone();
            for (i, bits) in chosen.iter().enumerate() {
                if let (true, Some(bits)) = (Some(i) != except, bits) {
                    set.and(bits);
                }
            }
            set
        };
        let all = left(None);
        let count =
            |i: usize| if chosen[i].is_some() { self.0[i].count(&left(Some(i))) } else { self.0[i].count(&all) };
        let counts = Counts(std::array::from_fn(count));
        (all, counts)
    }
}

impl Column {
    fn build(catalog: &Catalog, facet: Facet, standings: &[Option<Standing>]) -> Column {
        let mut values = values(catalog, facet);
        let mut rows: Vec<Vec<usize>> = catalog
            .products
            .iter()
            .zip(standings)
            .map(|(p, s)| holds(catalog, facet, p, s.as_ref(), &values))
            .collect();
        for row in &mut rows {
            // Two makers of one kind are one value; rows are a handful long.
            let mut once: Vec<usize> = Vec::with_capacity(row.len());
            row.drain(..).for_each(|v| {
                if !once.contains(&v) {
                    once.push(v)
                }
            });
            *row = once;
            row.iter().for_each(|v| values[*v].total += 1);
        }
        // Fixed lists keep their order; others stand by how many products they hold, then by name.
        let mut order: Vec<usize> = (0..values.len()).collect();
        if !matches!(facet, Facet::Group | Facet::State | Facet::Stars | Facet::Kind) {
            let key =
                |v: &Value| [&(u32::MAX - v.total as u32).to_be_bytes()[..], &text::sort_key(&v.name.vi)].concat();
            order = text::order(values.iter().map(key).collect());
        }
        order.retain(|i| values[*i].total > 0);
        let mut place = vec![usize::MAX; values.len()];
        order.iter().enumerate().for_each(|(new, old)| place[*old] = new);
        let mut slots: Vec<Option<Value>> = values.into_iter().map(Some).collect();
        let mut sorted: Vec<Value> = order.iter().filter_map(|old| slots[*old].take()).collect();
        sorted.iter_mut().for_each(|v| v.parent = v.parent.map(|p| place[p]));
        let (mut starts, mut held) = (vec![0], Vec::new());
        for row in rows {
            held.extend(row.into_iter().map(|v| place[v] as u32));
            starts.push(held.len() as u32);
        }
        Column { values: sorted, starts, held }
    }

    fn row(&self, product: usize) -> &[u32] {
        &self.held[self.starts[product] as usize..self.starts[product + 1] as usize]
    }

    fn chosen(&self, query: &Query, facet: Facet) -> Option<Bits> {
        let mut any = false;
        let mut wanted = vec![false; self.values.len()];
        for slug in query.picked(facet) {
            any = true;
            self.values.iter().zip(&mut wanted).filter(|(v, _)| v.slug == slug).for_each(|(_, w)| *w = true);
        }
        let size = self.starts.len() - 1;
        any.then(|| Bits::of(size, (0..size).filter(|p| self.row(*p).iter().any(|v| wanted[*v as usize]))))
    }

    fn count(&self, set: &Bits) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        for product in set.iter() {
            self.row(product).iter().for_each(|v| counts[*v as usize] += 1);
        }
        counts
    }
}

/// Slug of the value for what a source leaves open.
pub(super) const NONE: &str = "none";

fn value(slug: &str, vi: &str, en: &str) -> Value {
    let folded = if en.is_empty() || en == vi { text::fold(vi) } else { text::fold(&format!("{vi} {en}")) };
    Value {
        slug: slug.into(),
        name: Text { vi: vi.into(), en: en.into() },
        level: 0,
        parent: None,
        total: 0,
        folded,
        was: None,
    }
}

fn values(catalog: &Catalog, facet: Facet) -> Vec<Value> {
    let terms = |all: &[Term]| all.iter().map(|t| value(&t.slug, &t.name.vi, &t.name.en)).collect();
    let bare = |slug: &str| value(slug, "", "");
    match facet {
        Facet::Group => {
            let group = |id: GroupId| {
                let g = id.get();
                let parent = id.parent().map(GroupId::index);
                Value { level: id.level(), parent, ..value(g.slug, g.name.vi, g.name.en) }
            };
            GroupId::all().map(group).chain([bare(NONE)]).collect()
        }
        Facet::State => State::ALL.iter().map(|s| bare(s.key())).collect(),
        Facet::Stars => ["5", "4", "3", NONE].into_iter().map(bare).collect(),
        Facet::Kind => ProducerKind::ALL.iter().map(|k| bare(k.key())).collect(),
        Facet::District => {
            catalog.districts.iter().map(|d| Value { was: Some(d.kind), ..value(&d.slug, &d.name, &d.name) }).collect()
        }
        Facet::Commune => catalog.communes.iter().map(|c| value(&c.slug, &c.name.vi, &c.name.en)).collect(),
        Facet::Quality => terms(&catalog.qualities),
        Facet::Channel => terms(&catalog.channels),
        Facet::Market => terms(&catalog.markets),
        Facet::Producer => catalog.producers.iter().map(|p| value(&p.slug, &p.name, &p.name)).collect(),
    }
}

fn holds(catalog: &Catalog, facet: Facet, p: &Product, standing: Option<&Standing>, values: &[Value]) -> Vec<usize> {
    let terms = |all: &[crate::catalog::TermId]| all.iter().map(|t| t.0 as usize).collect();
    let stars = |s: Option<Stars>| s.map_or(3, |s| 5 - s.count() as usize);
    match facet {
        Facet::Group => match p.group {
            Some(group) => group.path().into_iter().map(GroupId::index).collect(),
            None => vec![values.len() - 1],
        },
        Facet::State => standing.map_or(vec![], |s| {
            let also = s.proposed.map(|_| State::Proposed as usize);
            std::iter::once(s.state as usize).chain(also).collect()
        }),
        Facet::Stars => vec![stars(standing.and_then(|s| s.stars))],
        Facet::Kind => p.makers.iter().map(|m| catalog.producer(*m).kind as usize).collect(),
        Facet::District => p.site.district.iter().map(|d| d.0 as usize).collect(),
        Facet::Commune => {
            let place = |code| catalog.communes.iter().position(|c| c.code == code);
            p.site.today.iter().filter_map(|code| place(*code)).collect()
        }
        Facet::Quality => terms(&p.quality),
        Facet::Channel => terms(&p.channels),
        Facet::Market => terms(&p.markets),
        Facet::Producer => p.makers.iter().map(|m| m.0 as usize).collect(),
    }
}
