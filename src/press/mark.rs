//! The living print: a short mark of the data that a product was printed from.
//!
//! In: a product, and its price if that was printed. Out: a [`Mark`] of four letters, six with a price, which stands in the
//! address of the printed code. Whoever scans it later compares it with the mark of that day. It depends on what the
//! catalogue says, not on the day: a recognition that has run out was printed with its end.

use crate::catalog::{Catalog, ProductId, Step};

/// The letters of marks: digits and consonants that are not taken for another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters that stand for the catalogue's facts.
const FACTS: usize = 4;
/// Letters that stand for the price.
const PRICE: usize = 2;

/// The key of a mark in the query of an address.
pub const KEY: &str = "mark";

/// What a product's printed facts come down to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark(String);

/// How a printed mark compares with what holds now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Since {
    /// All that was printed still stands.
    Unchanged,
    /// Something printed reads differently now.
    Changed,
    /// That is no mark.
    Unreadable,
}

impl Mark {
    /// The mark of a product: of its names, producers, place, recognitions and, if it was printed, the price in dong.
    pub fn of(catalog: &Catalog, id: ProductId, price: Option<u32>) -> Mark {
        let mut out = written(facts(catalog, id), FACTS);
        if let Some(price) = price {
            out.push_str(&written(step(START, &price.to_string()), PRICE));
        }
        Mark(out)
    }

    /// Its letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How a mark read from an address compares with a product as it is now. A price counts only if it was printed.
    pub fn compare(read: &str, catalog: &Catalog, id: ProductId, price: Option<u32>) -> Since {
        let known = read.bytes().all(|b| LETTERS.contains(&b));
        match read.len() {
            FACTS if known => since(read == Mark::of(catalog, id, None).0),
            n if known && n == FACTS + PRICE => since(read == Mark::of(catalog, id, price).0),
            _ => Since::Unreadable,
        }
    }
}

/// The version of a catalogue's data in four letters: another wherever a product's printed facts are.
pub fn edition(catalog: &Catalog) -> String {
    let all = catalog.ids().fold(START, |hash, id| {
        facts(catalog, id).to_le_bytes().iter().fold(hash, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01B3))
    });
    written(all, FACTS)
}

fn since(same: bool) -> Since {
    if same { Since::Unchanged } else { Since::Changed }
}

/// Beginning of FNV-1a in 64 bits.
const START: u64 = 0xCBF2_9CE4_8422_2325;

/// One more text, and its end.
fn step(hash: u64, text: &str) -> u64 {
    text.bytes().chain([0xFF]).fold(hash, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3))
}

fn facts(catalog: &Catalog, id: ProductId) -> u64 {
    let p = catalog.product(id);
    let mut hash = step(step(START, &p.name.vi), &p.name.en);
    for maker in &p.makers {
        hash = step(hash, &catalog.producer(*maker).name);
    }
    hash = step(hash, "");
    for code in &p.site.today {
        hash = step(hash, &code.0.to_string());
    }
    hash = step(hash, "");
    hash = step(hash, p.site.district.map_or("", |id| &catalog.district(id).name));
    for r in &p.recognitions {
        let step_now = if r.step == Step::Awarded { "=" } else { "?" };
        hash = step(hash, step_now);
        hash = step(hash, &r.stars.map_or(0, |stars| stars.count()).to_string());
        hash = step(hash, &r.when.write());
        hash = step(hash, r.decision.as_deref().unwrap_or_default());
    }
    hash
}

/// The upper bits of a hash in so many letters.
fn written(hash: u64, letters: usize) -> String {
    // the last bits of FNV mix least
    let mixed = (hash ^ hash >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (0..letters).map(|at| char::from(LETTERS[(mixed >> (59 - 5 * at) & 31) as usize])).collect()
}
