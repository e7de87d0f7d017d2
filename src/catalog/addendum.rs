//! Two editions of a catalogue: what is new in the later one, what changed, what was withdrawn.
//!
//! In: both. Out: an [`Addendum`]: the later catalogue with the withdrawn products of the earlier one after its own, and
//! what became of each. Products are the same if their slugs are. Only what lists know is compared: details are not read.

use super::{Catalog, Date, DistrictId, ProducerId, Product, ProductId, Term, TermId};
use std::collections::HashMap;

/// What can differ between two editions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// Its names.
    Name,
    /// Who makes it.
    Producer,
    /// Where it is made.
    Place,
    /// Its group.
    Group,
    /// The stars that count.
    Stars,
    /// Whether they hold, and until when.
    State,
    /// Decisions and their dates.
    Recognitions,
    /// Quality systems.
    Quality,
    /// Sales channels.
    Channels,
    /// Export markets.
    Markets,
    /// Its photograph.
    Picture,
}

/// What became of a product since the earlier edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// The earlier edition has it not.
    New,
    /// These fields differ.
    Changed(Vec<Field>),
    /// Only the earlier edition has it.
    Withdrawn,
}

/// The later edition, the withdrawn products of the earlier one behind its own, and what changed.
#[derive(Clone, Debug)]
pub struct Addendum {
    /// Both together.
    pub catalog: Catalog,
    /// The day of the earlier edition.
    pub since: Date,
    /// By product; none if nothing changed.
    changes: Vec<Option<Change>>,
    /// How many products are the later edition's own.
    own: usize,
    /// Index in the earlier edition → index here, of what was withdrawn.
    withdrawn: HashMap<u32, u32>,
}

impl Addendum {
    /// Of an earlier and a later edition; how recognitions stand is judged on the day of the earlier, and today.
    pub fn of(old: &Catalog, new: &Catalog, today: Date) -> Addendum {
        let before: HashMap<&str, &Product> = old.products.iter().map(|p| (p.slug.as_str(), p)).collect();
        let change = |p: &Product| match before.get(p.slug.as_str()) {
            None => Some(Change::New),
            Some(was) => {
                let fields = differing((old, was, old.about.as_of), (new, p, today));
                (!fields.is_empty()).then_some(Change::Changed(fields))
            }
        };
        let mut out = Addendum {
            changes: new.products.iter().map(change).collect(),
            catalog: new.clone(),
            since: old.about.as_of,
            own: new.products.len(),
            withdrawn: HashMap::new(),
        };
        let now: HashMap<&str, ()> = new.products.iter().map(|p| (p.slug.as_str(), ())).collect();
        for (at, p) in (0..).zip(&old.products).filter(|(_, p)| !now.contains_key(p.slug.as_str())) {
            out.withdrawn.insert(at, out.catalog.products.len() as u32);
            let p = taken(&mut out.catalog, old, p);
            out.catalog.products.push(p);
            out.changes.push(Some(Change::Withdrawn));
        }
        out
    }

    /// What became of a product; none if nothing.
    pub fn change(&self, id: ProductId) -> Option<&Change> {
        self.changes.get(id.0 as usize)?.as_ref()
    }

    /// Whether the later edition has the product.
    pub fn is_own(&self, id: ProductId) -> bool {
        (id.0 as usize) < self.own
    }

    /// Where a product of the earlier edition stands here, if it was withdrawn.
    pub fn withdrawn(&self, old: ProductId) -> Option<ProductId> {
        self.withdrawn.get(&old.0).copied().map(ProductId)
    }
}

/// A product in its edition, judged on a day.
type Seen<'c> = (&'c Catalog, &'c Product, Date);

/// The fields that differ between two editions of a product.
fn differing(before: Seen<'_>, after: Seen<'_>) -> Vec<Field> {
    let same = |field: &Field| {
        let ((a, p, then), (b, q, now)) = (before, after);
        match field {
            Field::Name => p.name == q.name,
            Field::Producer => makers(a, p).eq(makers(b, q)),
            Field::Place => {
                let place = |c: &Catalog, p: &Product| p.site.district.map(|id| c.district(id).slug.clone());
                p.site.today == q.site.today && p.site.commune == q.site.commune && place(a, p) == place(b, q)
            }
            Field::Group => p.group == q.group,
            Field::Stars => p.standing(then).and_then(|s| s.stars) == q.standing(now).and_then(|s| s.stars),
            Field::State => p.standing(then).map(|s| s.state) == q.standing(now).map(|s| s.state),
            Field::Recognitions => p.recognitions == q.recognitions,
            Field::Quality => terms(&p.quality, &a.qualities).eq(terms(&q.quality, &b.qualities)),
            Field::Channels => terms(&p.channels, &a.channels).eq(terms(&q.channels, &b.channels)),
            Field::Markets => terms(&p.markets, &a.markets).eq(terms(&q.markets, &b.markets)),
            Field::Picture => p.photo == q.photo,
        }
    };
    use Field::*;
    let all = [Name, Producer, Place, Group, Stars, State, Recognitions, Quality, Channels, Markets, Picture];
    all.into_iter().filter(|field| !same(field)).collect()
}

fn makers<'c>(catalog: &'c Catalog, p: &'c Product) -> impl Iterator<Item = &'c str> {
    p.makers.iter().map(|id| catalog.producer(*id).name.as_str())
}

fn terms<'c>(ids: &'c [TermId], all: &'c [Term]) -> impl Iterator<Item = &'c str> {
    ids.iter().filter_map(|id| all.get(usize::from(id.0))).map(|term| term.slug.as_str())
}

/// A product of the old edition as one of the catalogue, with all it refers to. Its photograph stayed with the old site.
fn taken(catalog: &mut Catalog, old: &Catalog, p: &Product) -> Product {
    let mut p = p.clone();
    p.photo = None;
    for id in &mut p.makers {
        let maker = old.producer(*id);
        *id = ProducerId(place(&mut catalog.producers, maker, |m| &m.slug) as u32);
    }
    if let Some(id) = &mut p.site.district {
        let district = old.district(*id);
        *id = DistrictId(place(&mut catalog.districts, district, |d| &d.slug) as u16);
    }
    for commune in p.site.today.iter().filter_map(|code| old.commune(*code)) {
        place(&mut catalog.communes, commune, |c| &c.slug);
    }
    let term = |known: &mut Vec<Term>, from: &[Term], id: &mut TermId| {
        if let Some(term) = from.get(usize::from(id.0)) {
            *id = TermId(place(known, term, |t| &t.slug) as u16);
        }
    };
    p.quality.iter_mut().for_each(|id| term(&mut catalog.qualities, &old.qualities, id));
    p.channels.iter_mut().for_each(|id| term(&mut catalog.channels, &old.channels, id));
    p.markets.iter_mut().for_each(|id| term(&mut catalog.markets, &old.markets, id));
    term(&mut catalog.motifs, &old.motifs, &mut p.motif);
    p
}

/// Where a thing of that slug stands; added where it is not there.
fn place<T: Clone>(all: &mut Vec<T>, one: &T, slug: impl Fn(&T) -> &String) -> usize {
    all.iter().position(|known| slug(known) == slug(one)).unwrap_or_else(|| {
        all.push(one.clone());
        all.len() - 1
    })
}
