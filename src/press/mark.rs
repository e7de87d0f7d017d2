//! The living print: a short mark of the data that a product was printed from.
//!
//! In: a product, and its price if that was printed. Out: a [`Mark`] of eight letters, ten with a price, which stands in the
//! address of the printed code. Whoever scans it later compares it with the mark of that day. Two letters stand for all
//! facts together, one each for name, producer, place and recognitions, and two tell that the mark was made here for this
//! product. It depends on what the catalogue says, not on the day: a recognition that has run out was printed with its end.

use crate::catalog::{Catalog, ProductId, Step};
use crate::text::{NOTHING, mixed, sum};

/// The letters of marks: digits and consonants that are not taken for another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters that stand for all facts together, and for the price.
const ALL: usize = 2;
const PRICE: usize = 2;
/// Letters by which a mark is known as ours.
const CHECK: usize = 2;

/// Letters of an edition.
const EDITION: usize = 4;

/// The key of a mark in the query of an address.
pub const KEY: &str = "mark";

/// What of a printed product can be told to have changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// Its names.
    Name,
    /// Who makes it.
    Producer,
    /// Where it is made.
    Place,
    /// Its stars and decisions.
    Recognitions,
    /// Its price.
    Price,
}

/// The facts that have a letter of their own, as they stand in a mark.
const FACTS: [Told; 4] = [Told::Name, Told::Producer, Told::Place, Told::Recognitions];

/// What a product's printed facts come down to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark(String);

/// How a printed mark compares with what holds now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Since {
    /// All that was printed still stands.
    Unchanged,
    /// Something printed reads differently now: these, as far as the mark can tell.
    Changed(Vec<Told>),
    /// That mark was not made here for this product.
    Unknown,
}

impl Mark {
    /// The mark of a product: of its names, producers, place, recognitions and, if it was printed, the price in dong.
    pub fn of(catalog: &Catalog, id: ProductId, price: Option<u32>) -> Mark {
        let facts = FACTS.map(|fact| hash(fact, catalog, id));
        let all = facts.iter().fold(NOTHING, |all, fact| step(all, &written(*fact, 8)));
        let mut out = written(all, ALL);
        facts.iter().for_each(|fact| out.push_str(&written(*fact, 1)));
        if let Some(price) = price {
            out.push_str(&written(step(NOTHING, &price.to_string()), PRICE));
        }
        let check = check(catalog, id, &out);
        Mark(out + &check)
    }

    /// Its letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a price was printed with a mark.
    pub fn is_priced(read: &str) -> bool {
        read.len() == ALL + FACTS.len() + PRICE + CHECK
    }

    /// How a mark read from an address compares with a product as it is now. A price counts only if it was printed.
    pub fn compare(read: &str, catalog: &Catalog, id: ProductId, price: Option<u32>) -> Since {
        let priced = Mark::is_priced(read);
        let long = read.len() == ALL + FACTS.len() + CHECK;
        let parts = read.len().checked_sub(CHECK).and_then(|at| Some((read.get(..at)?, read.get(at..)?)));
        match parts {
            Some((facts, made)) if (priced || long) && check(catalog, id, facts) == made => {}
            _ => return Since::Unknown,
        }
        let now = Mark::of(catalog, id, price.filter(|_| priced)).0;
        if now == read {
            return Since::Unchanged;
        }
        let differs = |from: usize, many: usize| read.get(from..from + many) != now.get(from..from + many);
        let facts = (ALL..).zip(FACTS).filter(|(at, _)| differs(*at, 1)).map(|(_, fact)| fact);
        let price = (priced && (price.is_none() || differs(ALL + FACTS.len(), PRICE))).then_some(Told::Price);
        Since::Changed(facts.chain(price).collect())
    }
}

/// The version of a catalogue's data in four letters: another wherever a product's printed facts are.
pub fn edition(catalog: &Catalog) -> String {
    let facts = catalog.ids().flat_map(|id| FACTS.map(|fact| hash(fact, catalog, id)));
    written(facts.fold(NOTHING, |all, fact| step(all, &written(fact, 8))), EDITION)
}

/// The letters that only we put behind these for this product.
fn check(catalog: &Catalog, id: ProductId, letters: &str) -> String {
    written(step(step(NOTHING, &catalog.product(id).slug), letters), CHECK)
}

/// One more text, and its end.
fn step(hash: u64, text: &str) -> u64 {
    sum(hash, text.bytes().chain([0xFF]))
}

fn hash(fact: Told, catalog: &Catalog, id: ProductId) -> u64 {
    let p = catalog.product(id);
    let mut hash = NOTHING;
    match fact {
        Told::Name => hash = step(step(hash, &p.name.vi), &p.name.en),
        Told::Producer => p.makers.iter().for_each(|maker| hash = step(hash, &catalog.producer(*maker).name)),
        Told::Place => {
            p.site.today.iter().for_each(|code| hash = step(hash, &code.0.to_string()));
            hash = step(hash, p.site.district.map_or("", |id| &catalog.district(id).name));
        }
        Told::Recognitions => {
            for r in &p.recognitions {
                hash = step(hash, if r.step == Step::Awarded { "=" } else { "?" });
                hash = step(hash, &r.stars.map_or(0, |stars| stars.count()).to_string());
                hash = step(hash, &r.when.write());
                hash = step(hash, r.decision.as_deref().unwrap_or_default());
            }
        }
        Told::Price => {}
    }
    hash
}

/// The upper bits of a hash in so many letters.
fn written(hash: u64, letters: usize) -> String {
    let mixed = mixed(hash);
    (0..letters).map(|at| char::from(LETTERS[(mixed >> (59 - 5 * at) & 31) as usize])).collect()
}
