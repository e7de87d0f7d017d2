//! What a typed word may mean: the words of the catalogue it stands for, by ever freer readings.
//!
//! In: words as typed. Out: [`Reading`]s: plain (beginnings, accents or not), keys of an input method (Telex, VNI),
//! regional spelling; `space` has words typed together or apart, `edit` mistyped letters. It does not know products;
//! `matching` tells who has all the words.

use super::Index;
use super::answer::Way;
use super::matching::{Hit, Reading, Tier, WORDS};
use crate::text;

/// A typed word.
#[derive(Clone)]
pub(super) struct Word {
    /// Accents kept.
    pub(super) exact: String,
    /// Base letters.
    pub(super) folded: String,
}

impl PartialEq for Word {
    fn eq(&self, other: &Word) -> bool {
        self.exact == other.exact
    }
}

impl Word {
    /// A word in the form of [`text::exact`].
    pub(super) fn new(exact: &str) -> Word {
        Word { folded: text::fold(exact), exact: exact.into() }
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
    let mut out = Vec::new();
    for word in text::exact(typed).split(' ').filter(|word| !word.is_empty()).take(WORDS) {
        out.push(Word::new(word));
    }
    out
}

/// Appends a word, a blank between it and the one before.
pub(super) fn say(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}

/// Letters of a word that is known again whatever stands beside it.
const SURE: usize = 6;

impl Index {
    /// Words of the catalogue that begin like it.
    pub(super) fn plain(&self, word: &Word) -> Vec<Hit> {
        let accented = word.accented();
        let tier = |other: &str| match () {
            () if other.starts_with(&word.exact) => Tier::Exact,
            () if accented && text::same_letters(&word.exact, other) => Tier::Letters,
            () => Tier::Base,
        };
        let whole = |w| self.words.bytes(w).len() == word.folded.len();
        let hit = |w| Hit::new(w, tier(self.words.exact(w)), whole(w), !accented);
        let begun = self.words.beginning(&word.folded);
        let mut hits = Vec::with_capacity(begun.len());
        begun.for_each(|w| hits.push(hit(w)));
        hits
    }

    /// Leaves of the words of the catalogue that begin like a typed one those with its accents, at least so faithfully, if
    /// any were typed.
    pub(super) fn meant(&self, word: &Word, hits: &mut Vec<Hit>, least: Tier) {
        hits.retain(|hit| !word.accented() || hit.tier >= least);
    }

    /// Which words are true of every product, as bits.
    pub(super) fn general(&self, words: &[Word]) -> u32 {
        let same = |(own, word): (&u32, &Word)| {
            let own = *own as usize;
            self.words.bytes(own) == word.folded.as_bytes() && (!word.accented() || self.words.exact(own) == word.exact)
        };
        let mut bits = 0;
        for phrase in self.words.general() {
            for at in 0..(words.len() + 1).saturating_sub(phrase.len()) {
                if phrase.iter().zip(words.iter().skip(at)).all(same) {
                    bits |= ((1 << phrase.len()) - 1) << at;
                }
            }
        }
        bits
    }

    pub(super) fn read_plain(&self, words: &[Word]) -> Reading {
        let mut hits = Vec::new();
        words.iter().for_each(|word| hits.push(self.plain(word)));
        Reading { hits, texts: true, accents: accents(words), changed: 0 }
    }

    /// Words taken for what they are in `hits`, and more freely. Those of the bits `other` are taken for quite other ones,
    /// as are those that are nothing by themselves: where such a word is so short that it might be any, it counts only
    /// beside a neighbour.
    pub(super) fn read_freely(&self, words: &[Word], mut hits: Vec<Vec<Hit>>, way: Way, other: u32) -> Reading {
        let mut changed = 0;
        for (at, (word, hits)) in words.iter().zip(&mut hits).enumerate() {
            if word.folded.len() < SURE && (hits.is_empty() || other >> at & 1 == 1) {
                changed |= 1 << at;
            }
            match way {
                Way::Keys => self.read_keys(word, hits),
                Way::Region => self.read_region(word, hits),
                _ => {}
            }
        }
        Reading { hits, texts: false, accents: way == Way::Keys || accents(words), changed }
    }

    /// Adds what the keys of an input method spell.
    fn read_keys(&self, word: &Word, hits: &mut Vec<Hit>) {
        if !word.accented() {
            // Who types keys types no accents: a word without keys may have any.
            hits.iter_mut().for_each(|hit| hit.tier = Tier::Exact);
        }
        if let Some(mut keys) = text::keys(&word.exact) {
            for w in self.words.beginning(&keys.start) {
                if let Some(spelt) = keys.spell(self.words.exact(w)) {
                    let tier = if spelt.tone { Tier::Exact } else { Tier::Letters };
                    hits.push(Hit::new(w, tier, spelt.whole, false));
                }
            }
        }
    }

    /// Adds what regions say alike.
    fn read_region(&self, word: &Word, hits: &mut Vec<Hit>) {
        let tone = text::said(&word.exact);
        text::regional(&word.exact, &mut |letters, finished| {
            let folded = text::fold(letters);
            for w in self.words.beginning(&folded) {
                let other = self.words.exact(w);
                let (letters, same) = (text::same_letters(letters, other), tone == text::said(other));
                let whole = self.words.bytes(w).len() == folded.len();
                // Whoever typed a tone meant it: "mặc" may be "mật", "lọn" is not "long".
                if (letters || tone.is_none() || same) && (whole || !finished) {
                    let tier = match (letters, same) {
                        (true, true) => Tier::Exact,
                        (true, false) => Tier::Letters,
                        _ => Tier::Base,
                    };
                    hits.push(Hit::new(w, tier, whole, true));
                }
            }
        });
    }
}

/// Whether a word has the tone that was typed, if one was.
pub(super) fn same_tone(typed: &str, word: &str) -> bool {
    text::tone(typed).is_none_or(|tone| text::tone(word) == Some(tone))
}
