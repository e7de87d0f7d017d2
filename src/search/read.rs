//! What a typed word may mean: the words of the catalogue it stands for, by ever freer readings.
//!
//! In: words as typed. Out: [`Reading`]s: plain (beginnings, accents or not), keys of an input method (Telex, VNI),
//! regional spelling; `space` has words typed together or apart, `edit` mistyped letters. It does not know products;
//! `matching` tells who has all the words.

use super::lexicon::Lexicon;
use super::list::Table;
use super::matching::{Hit, Reading, Tier, WORDS};
use super::{Index, STEP};
use crate::catalog::order;
use crate::text;

/// A typed word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// Accents kept.
    pub(super) exact: String,
    /// Base letters.
    pub(super) folded: String,
}

impl Word {
    pub(super) fn new(typed: &str) -> Word {
        if typed.bytes().all(|b| b.is_ascii_alphanumeric()) {
            let exact = typed.to_ascii_lowercase();
            return Word { folded: exact.clone(), exact };
        }
        let exact = text::exact(typed);
        Word { folded: text::fold(&exact), exact }
    }

    pub(super) fn accented(&self) -> bool {
        self.exact != self.folded
    }
}

/// Whether any accent was typed.
pub(super) fn accents(words: &[Word]) -> bool {
    words.iter().any(Word::accented)
}

/// The words of what was typed.
pub(super) fn words(typed: &str) -> Vec<Word> {
    text::words(typed).take(WORDS).map(|w| Word::new(w.text)).collect()
}

/// The words of the catalogue that a typed one stands for as it is, where other words are read freely: of its plain hits
/// those with its accents, if any were typed.
fn as_meant(word: &Word, plain: &[Hit]) -> Vec<Hit> {
    plain.iter().filter(|hit| !word.accented() || hit.tier > Tier::Base).copied().collect()
}

/// The same of all words, out of their plain reading.
pub(super) fn meant(words: &[Word], plain: &Reading) -> Vec<Vec<Hit>> {
    words.iter().zip(&plain.hits).map(|(word, hits)| as_meant(word, hits)).collect()
}

/// Letters of a word that is known again whatever stands beside it.
const SURE: usize = 6;

impl Index {
    /// Words of the catalogue that begin like it.
    fn plain(&self, word: &Word) -> Vec<Hit> {
        let accented = word.accented();
        let tier = |other: &str| match () {
            () if other.starts_with(&word.exact) => Tier::Exact,
            () if accented && text::same_letters(&word.exact, other) => Tier::Letters,
            () => Tier::Base,
        };
        let whole = |w| self.words.bytes(w).len() == word.folded.len();
        let hit = |w| Hit::new(w, tier(self.words.exact(w)), whole(w), !accented);
        self.words.beginning(&word.folded).map(hit).collect()
    }

    /// Which words are true of every product, as bits.
    pub(super) fn general(&self, words: &[Word]) -> u32 {
        let same = |(own, word): (&u32, &Word)| {
            let own = *own as usize;
            self.words.folded(own) == word.folded && (!word.accented() || self.words.exact(own) == word.exact)
        };
        let mut bits = 0;
        for phrase in &self.words.general {
            for at in 0..(words.len() + 1).saturating_sub(phrase.len()) {
                if phrase.iter().zip(words.iter().skip(at)).all(same) {
                    bits |= ((1 << phrase.len()) - 1) << at;
                }
            }
        }
        bits
    }

    pub(super) fn read_plain(&self, words: &[Word]) -> Reading {
        Reading {
            hits: words.iter().map(|w| self.plain(w)).collect(),
            texts: true,
            accents: accents(words),
            changed: 0,
        }
    }

    /// [`as_meant`] of a word alone.
    pub(super) fn meant(&self, word: &Word) -> Vec<Hit> {
        as_meant(word, &self.plain(word))
    }

    /// The bit of a word that is taken for another, where it is so short that it might be any.
    pub(super) fn risky(&self, word: &Word, at: usize, changed: bool) -> u32 {
        u32::from(changed && word.folded.len() < SURE) << at
    }

    /// With the keys of an input method taken for what they spell; none where there are no such keys.
    pub(super) fn read_keys(&self, words: &[Word], meant: &[Vec<Hit>]) -> Vec<Reading> {
        let keys: Vec<Option<text::Keys>> = words.iter().map(|word| text::keys(&word.exact)).collect();
        if keys.iter().all(Option::is_none) {
            return Vec::new();
        }
        let (mut any, mut changed) = (false, 0);
        let mut hits = |(at, word): (usize, &Word)| {
            let mut hits = meant[at].clone();
            changed |= self.risky(word, at, hits.is_empty());
            if !word.accented() {
                // Who types keys types no accents: a word without keys may have any.
                hits.iter_mut().for_each(|hit| hit.tier = Tier::Exact);
            }
            if let Some(keys) = &keys[at] {
                for w in self.words.beginning(&keys.start) {
                    if let Some(spelt) = keys.spell(self.words.exact(w)) {
                        any = true;
                        let tier = if spelt.tone { Tier::Exact } else { Tier::Letters };
                        hits.push(Hit::new(w, tier, spelt.whole, false));
                    }
                }
            }
            hits
        };
        let hits = words.iter().enumerate().map(&mut hits).collect();
        if any { vec![Reading { hits, texts: false, accents: true, changed }] } else { Vec::new() }
    }

    /// With sounds that regions confuse taken for one another.
    pub(super) fn read_region(&self, words: &[Word], meant: &[Vec<Hit>]) -> Vec<Reading> {
        let mut changed = 0;
        let mut hits = |(at, word): (usize, &Word)| {
            let key = text::region(&word.exact);
            let folded = text::fold(&key);
            let mut hits = meant[at].clone();
            changed |= self.risky(word, at, hits.is_empty());
            let Regions { exact, base, sorted } = &self.regions;
            let first = sorted.partition_point(|w| w.0 < start(&folded, 0));
            for w in sorted[first..].iter().take_while(|w| w.0 <= start(&folded, u8::MAX)).map(|w| w.1 as usize) {
                let other = base.get(w);
                if other.starts_with(&folded) {
                    let tier = match exact.get(w) {
                        other if other.starts_with(&key) => Tier::Exact,
                        other if text::same_letters(&key, other) => Tier::Letters,
                        // Whoever typed a tone meant it: "mặc" may be "mật", "lọn" is not "long".
                        other if word.accented() && !same_tone(&key, other) => continue,
                        _ => Tier::Base,
                    };
                    hits.push(Hit::new(w, tier, other.len() == folded.len(), true));
                }
            }
            hits
        };
        let hits = words.iter().enumerate().map(&mut hits).collect();
        vec![Reading { hits, texts: false, accents: accents(words), changed }]
    }
}

/// Regional keys of all words.
pub(super) struct Regions {
    /// Accents kept.
    exact: Table,
    /// In base letters.
    base: Table,
    /// The beginning of each word's key in base letters and the word, in order.
    sorted: Vec<(u64, u32)>,
}

impl Regions {
    pub(super) async fn of(words: &Lexicon, pause: &impl AsyncFn()) -> Regions {
        let (mut exact, mut base) = (Table::new(), Table::new());
        for word in 0..words.size() {
            let key = text::region(words.exact(word));
            exact.push(&key);
            base.push(&text::fold(&key));
            if word % STEP == STEP - 1 {
                pause().await;
            }
        }
        let starts: Vec<u64> = (0..words.size()).map(|word| start(base.get(word), 0)).collect();
        let sorted = order(starts.iter().copied()).into_iter().map(|word| (starts[word as usize], word)).collect();
        Regions { exact, base, sorted }
    }
}

/// The first eight bytes of a text as a number that sorts as they do, a shorter one filled up.
fn start(text: &str, filled: u8) -> u64 {
    let mut bytes = [filled; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(slot, byte)| *slot = byte);
    u64::from_be_bytes(bytes)
}

/// Whether a word has the tone that was typed, if one was.
pub(super) fn same_tone(typed: &str, word: &str) -> bool {
    text::tone(typed).is_none_or(|tone| text::tone(word) == Some(tone))
}
