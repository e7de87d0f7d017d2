//! Words to scores: every word asked for must be answered by a product, whatever part of it does.
//!
//! In: a [`Reading`], for each typed word the words of the catalogue that answer it. Out: the products that have them
//! all, each with a score. A score compares, in this order: how faithfully the least faithful word matched (accents,
//! letters, base letters); then together the parts of the product that matched (name, then producer, place, group, then
//! texts), words side by side, and whole words before beginnings; names that say nothing else; good beginnings;
//! faithfulness of all words.

use super::lexicon::{Field, NAMED};
use super::list::{at, at_mut};
use super::{Index, facet};
use crate::catalog::order;

/// How a word of the catalogue answers a typed one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The same base letters.
    Base = 1,
    /// The same letters, another tone.
    Letters = 2,
    /// The same accents.
    Exact = 3,
}

/// A word of the catalogue that answers a typed one.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    pub(super) word: u32,
    pub(super) tier: Tier,
    whole: bool,
    /// Typed without accents.
    plain: bool,
}

impl Hit {
    pub(super) fn new(word: usize, tier: Tier, whole: bool, plain: bool) -> Hit {
        Hit { word: word as u32, tier, whole, plain }
    }
}

/// What each typed word is taken for.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) hits: Vec<Vec<Hit>>,
    /// Whether descriptions may answer too.
    pub(super) texts: bool,
    /// Whether accents were typed anywhere, so that all of them count.
    pub(super) accents: bool,
    /// Words taken for quite another, as bits: they count only beside a neighbour.
    pub(super) changed: u32,
}

/// Words looked at; whoever pastes more has said enough.
pub(super) const WORDS: usize = 31;

/// A product's state while words are joined: bits 0-5 the present word's quality, 6-10 how many words have matched,
/// 11-12 the least tier so far, 13-17 whole words, 18-24 the sum of tiers, from 25 on the field of each of the first
/// [`FIELDS`] words.
#[derive(Clone, Copy, Default)]
pub(super) struct Slot(u64);

/// Words whose fields are kept.
const FIELDS: usize = 13;
/// How many times more products must have a word than are of interest, for these to be looked up one by one.
const FEW: usize = 8;
/// What two neighbouring words side by side are worth, in fields: "Hải Thanh" is one place, not a name and a place.
const TOGETHER: u32 = 6;
/// What a whole word is worth.
const WHOLE: u32 = 3;

impl Slot {
    fn part(self, at: usize, bits: u32) -> u32 {
        (self.0 >> at) as u32 & ((1 << bits) - 1)
    }

    fn field(self, word: usize) -> u32 {
        if word < FIELDS { self.part(25 + 3 * word, 3) } else { 0 }
    }

    /// How loosely words answer where there is no name to look at: the fewer whole words and accents the more.
    pub(super) fn loose(self) -> u32 {
        u32::MAX - (self.part(11, 2) << 12 | self.part(13, 5) << 7 | self.part(18, 7))
    }

    /// The word just joined counts from now on.
    fn settled(self, word: usize, accents: bool) -> Slot {
        let (now, done) = (self.0 & 63, self.0 & !(3 << 11 | 63));
        let (tier, field, whole) = match accents {
            true => (now >> 4, now >> 1 & 7, now & 1),
            false => (now & 3, now >> 3, now >> 2 & 1),
        };
        let least = if self.part(6, 5) == 1 { tier } else { tier.min(self.0 >> 11 & 3) };
        let field = if word < FIELDS { field << (25 + 3 * word) } else { 0 };
        Slot((done | least << 11 | field) + (whole << 13) + (tier << 18))
    }
}

/// Documents that have all the words joined so far, and those among them that have the present one.
struct Joint {
    slots: Vec<u64>,
    found: Vec<u32>,
    next: Vec<u32>,
    /// How many words were joined before the present one.
    level: u64,
}

impl Joint {
    /// A document has the present word.
    #[inline(always)]
    fn meet(&mut self, document: u32, quality: u64) {
        let Some(slot) = self.slots.get_mut(document as usize) else { return };
        let matched = *slot >> 6 & 31;
        if matched == self.level {
            *slot = ((*slot & !63) + (1 << 6)) | quality;
            self.next.push(document);
        } else if matched > self.level && quality > *slot & 63 {
            *slot = *slot & !63 | quality;
        }
    }

    /// All of a sorted list have it. Where few are left that are of interest, these are looked up instead.
    fn meet_all(&mut self, documents: &[u32], quality: u64) {
        if self.level == 0 || self.found.len() * FEW >= documents.len() {
            documents.iter().for_each(|d| self.meet(*d, quality));
            return;
        }
        for i in 0..self.found.len() {
            let document = *at(&self.found, i);
            if documents.binary_search(&document).is_ok() {
                self.meet(document, quality);
            }
        }
    }
}

impl Index {
    /// Joins a word of a reading: products that have it, or values of facets. The quality has six bits, what counts most
    /// first: accents if any were typed, else the field.
    fn visit(&self, reading: &Reading, word: usize, values: bool, joint: &mut Joint) {
        let products = self.size as u32;
        for hit in at(&reading.hits, word) {
            let (tier, whole) = (hit.tier as u64, u64::from(hit.whole));
            let (base, shift) = if reading.accents { (tier << 4 | whole, 1) } else { (whole << 2 | tier, 3) };
            for post in self.words.posts.of(hit.word as usize) {
                let quality = base | u64::from(post & 7) << shift;
                let value = (post >> 3).checked_sub(products);
                if value.is_some() == values {
                    joint.meet(value.unwrap_or(post >> 3), quality);
                } else if let Some(value) = value {
                    joint.meet_all(self.facets.members.of(value as usize), quality);
                }
            }
            // A description that has other accents than were typed says nothing.
            if reading.texts && !values && (!reading.accents || hit.tier > Tier::Base || hit.plain) {
                joint.meet_all(self.words.texts.of(hit.word as usize), base);
            }
        }
    }

    /// What answers every word.
    #[inline(never)]
    pub(super) fn join(&self, reading: &Reading, values: bool) -> Vec<(u32, Slot)> {
        if reading.hits.is_empty() || reading.hits.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        let size = if values { self.facets.bases[10] as usize } else { self.size };
        let mut joint =
            Joint { slots: vec![0; size], found: Vec::with_capacity(size), next: Vec::with_capacity(size), level: 0 };
        // Rare words first: few products are left to look at when the common ones come.
        let cost = |hits: &Vec<Hit>| {
            let one = |w: usize| self.words.posts.of(w).len() + self.words.texts.of(w).len();
            hits.iter().map(|h| one(h.word as usize) as u64).sum::<u64>()
        };
        for word in &order(reading.hits.iter().map(cost)) {
            self.visit(reading, *word as usize, values, &mut joint);
            let Joint { slots, found, next, level } = &mut joint;
            for document in next.iter() {
                let slot = &mut slots[*document as usize];
                *slot = Slot(*slot).settled(*word as usize, reading.accents).0;
            }
            std::mem::swap(found, next);
            next.clear();
            *level += 1;
        }
        let Joint { slots, found, .. } = joint;
        let mut out = Vec::with_capacity(found.len());
        found.iter().for_each(|d| out.push((*d, Slot(slots[*d as usize]))));
        out
    }

    /// Words of a product's names, and of all it belongs to, each with what part has it: those first that count most.
    pub(super) fn said(&self, product: u32) -> Vec<(u32, u32)> {
        let mut all = Vec::new();
        let mut say = |part: Field, words: &[u32]| words.iter().for_each(|word| all.push((part as u32, *word)));
        NAMED.iter().enumerate().for_each(|(place, part)| say(*part, self.words.named(product, place)));
        for value in self.facets.held.of(product as usize) {
            // Those of values follow all products.
            let part = *at(&facet::FIELDS, self.facets.facet(*value) as usize);
            say(part, self.words.named(self.size as u32, *value as usize));
        }
        let mut out = Vec::with_capacity(all.len());
        let sorted = order(all.iter().map(|said| u64::from(!said.0)));
        sorted.iter().for_each(|i| out.push(*at(&all, *i as usize)));
        out
    }

    /// Which typed words each word of the catalogue answers, as bits.
    pub(super) fn answers(&self, reading: &Reading) -> Vec<u32> {
        let mut answers = vec![0_u32; self.words.size()];
        for (place, hits) in reading.hits.iter().enumerate() {
            hits.iter().for_each(|hit| *at_mut(&mut answers, hit.word as usize) |= 1 << place);
        }
        answers
    }

    /// The score of each product, and how well the best has it. Where a reading changes words, those products stay that
    /// have a changed word beside a neighbour: of any kind, or in a name of the product.
    #[inline(never)]
    pub(super) fn score(&self, reading: &Reading, matched: &[(u32, Slot)], named: bool) -> (Vec<(u32, u32)>, Best) {
        if matched.is_empty() {
            return Default::default();
        }
        let answers = self.answers(reading);
        let asked = reading.hits.len();
        let mut best = Best::default();
        let mut scored = Vec::with_capacity(matched.len());
        for (product, slot) in matched {
            let own = |field| Closeness::of(self.words.named(*product, field), &answers, asked);
            let (vi, en) = (own(0), own(1));
            let same = |word: &usize| {
                slot.field(*word) == slot.field(word + 1) && (1..5).contains(&slot.field(*word)) && !named
            };
            let fields = (0..asked - 1).filter(same).fold(0, |bits, word| bits | 1 << word);
            let pairs = vi.pairs | en.pairs | fields;
            if asked > 1 && reading.changed & !(pairs | pairs << 1) != 0 {
                continue;
            }
            // Where nobody typed an accent, none is missing.
            let least = if reading.accents { slot.part(11, 2) } else { 0 };
            let sum = (0..asked).map(|word| slot.field(word)).sum::<u32>()
                + TOGETHER * pairs.count_ones()
                + WHOLE * slot.part(13, 5);
            let name = vi.merit.max(en.merit);
            let score = least << 27 | sum.min(255) << 19 | name << 15 | slot.part(18, 7) << 1 | 1;
            if score > best.score {
                let firm = (0..asked).all(|word| slot.field(word) >= Field::Place as u32);
                let firm = firm && (!reading.accents || slot.part(11, 2) > Tier::Base as u32);
                best = Best { score, pairs: pairs.count_ones(), firm: firm && slot.part(13, 5) as usize + 1 >= asked };
            }
            scored.push((*product, score));
        }
        (scored, best)
    }
}

/// The best of what a reading finds.
#[derive(Clone, Copy, Default)]
pub(super) struct Best {
    pub(super) score: u32,
    /// How many neighbouring words stand side by side.
    pub(super) pairs: u32,
    /// Whether names of the product, its producer or its place hold all words, and whole but for one.
    pub(super) firm: bool,
}

/// How the words of a name follow what was asked.
struct Closeness {
    /// For each typed word, as bits, whether the next one stands right behind it.
    pairs: u32,
    /// Two if it has words and all were asked for, and one if it begins with the first. What else a name says is no merit: among
    /// fish sauces, the one whose star holds stands first, not the one with the shortest name.
    merit: u32,
}

impl Closeness {
    #[inline(never)]
    fn of(name: &[u32], answers: &[u32], asked: usize) -> Closeness {
        let (mut pairs, mut last, mut begins, mut found) = (0, None, 0, 0);
        for word in 0..asked {
            // Where in the name it stands, as bits.
            let mut places = 0_u64;
            for (place, w) in name.iter().take(64).enumerate() {
                places |= u64::from(answers[*w as usize] >> word & 1) << place;
            }
            let next = last.map_or(0, |last| last + 1);
            let follows = places.checked_shr(next).is_some_and(|places| places & 1 == 1);
            match (follows, last) {
                (true, None) if word == 0 => begins = 1,
                (true, Some(_)) => pairs |= 1 << (word - 1),
                _ => {}
            }
            let first = (places > 0).then_some(places.trailing_zeros());
            last = if follows { Some(next) } else { first };
            found += usize::from(last.is_some());
        }
        Closeness { pairs, merit: u32::from(name.len().wrapping_sub(1) < found) << 1 | begins }
    }
}
