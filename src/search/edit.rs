//! Mistyped letters: one in the whole phrase, or one in each of two words of a long one. Never one in every syllable:
//! Vietnamese syllables have two to five letters, and one edit of each returns nearly everything.

use super::Index;
use super::matching::{Hit, Reading, Tier};
use super::read::{Word, accents, same_tone};
use crate::text;

/// Letters from which a phrase may have two mistyped ones.
const LONG: usize = 16;

impl Index {
    /// With one mistyped letter in the whole phrase, or one in each of two words of a long one: each way by itself.
    pub(super) fn read_edits(&self, words: &[Word], meant: &[Vec<Hit>], edits: usize) -> Vec<Reading> {
        // Words as bits.
        let mut unknown = 0_u32;
        (0..words.len()).filter(|i| meant[*i].is_empty()).for_each(|i| unknown |= 1 << i);
        let length: usize = words.iter().map(|w| w.folded.len()).sum();
        if unknown.count_ones() as usize > edits || edits == 2 && length < LONG {
            return Vec::new();
        }
        let near = |(i, word): (usize, &Word)| {
            let own = word.folded.len();
            // A short word is known by those around it.
            let known = own > 2 || length - own > 4;
            let candidate = edits == 2 || unknown & !(1 << i) == 0;
            if known && candidate { self.near(word, 1, i + 1 == words.len()) } else { Vec::new() }
        };
        let near: Vec<Vec<Hit>> = words.iter().enumerate().map(near).collect();
        let mut out = Vec::new();
        for i in 0..words.len() {
            for k in if edits == 1 { i..i + 1 } else { i + 1..words.len() } {
                // A word nobody knows must be a mistyped one.
                if unknown & !(1 << i | 1 << k) != 0 || near[i].is_empty() || near[k].is_empty() {
                    continue;
                }
                let mut hits = meant.to_vec();
                let mut changed = 0;
                for at in [i, k] {
                    hits[at].clone_from(&near[at]);
                    changed |= self.risky(&words[at], at, true);
                }
                out.push(Reading { hits, texts: false, accents: accents(words), changed });
            }
        }
        out
    }

    /// Words of the catalogue within so many edits of it; of a last word also their beginnings.
    pub(super) fn near(&self, word: &Word, edits: u8, last: bool) -> Vec<Hit> {
        let typed = word.folded.as_bytes();
        let (accented, letters) = (word.accented(), letters(&word.exact));
        let mut out = Vec::new();
        for w in 0..self.words.size() {
            let other = self.words.bytes(w);
            let longer = !last && other.len() > typed.len() + usize::from(edits);
            if longer || other.len() + usize::from(edits) < typed.len() {
                continue;
            }
            // Two edits are needed where neither of the first two letters stands among the first two.
            if let (1, [a, b, _, ..], [c, d, ..]) = (edits, typed, other)
                && a != c
                && a != d
                && b != c
                && b != d
            {
                continue;
            }
            let exact = self.words.exact(w);
            let whole = within(typed, other, edits, false);
            let begun = !whole && last && typed.len() > 3 && within(typed, other, edits, true);
            // Whoever typed accents did not mean any others.
            if (whole || begun)
                && (!accented || same_tone(&word.exact, exact) && within(&letters, &self::letters(exact), edits, true))
            {
                out.push(Hit::new(w, Tier::Base, whole, true));
            }
        }
        out
    }
}

/// Whether two words, or one and a beginning of the other, are so few edits apart: a letter too many, too few, another,
/// or two exchanged.
fn within(typed: &[u8], word: &[u8], edits: u8, beginning: bool) -> bool {
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (a, b) = (&typed[same..], &word[same..]);
    if a.is_empty() && (beginning || b.len() <= usize::from(edits)) {
        return true;
    }
    if edits == 0 || !beginning && a.len().abs_diff(b.len()) > usize::from(edits) {
        return false;
    }
    let exchanged = matches!((a, b), ([p, q, ..], [r, s, ..]) if p == s && q == r);
    exchanged && within(&a[2..], &b[2..], edits - 1, beginning)
        || !a.is_empty() && !b.is_empty() && within(&a[1..], &b[1..], edits - 1, beginning)
        || !a.is_empty() && within(&a[1..], b, edits - 1, beginning)
        || !b.is_empty() && within(a, &b[1..], edits - 1, beginning)
}

/// The letters of a word without their tones, which move when letters come and go; the low bytes of two Vietnamese
/// letters are never the same.
fn letters(word: &str) -> Vec<u8> {
    text::letters(word).map(|c| c as u8).collect()
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn edits_are_counted_as_typists_make_them() {
        let near = |a: &str, b: &str, edits| within(a.as_bytes(), b.as_bytes(), edits, false);
        for (a, b) in [("mam", "mam"), ("mam", "man"), ("mam", "maam"), ("mam", "ma"), ("mam", "mma"), ("mam", "am")] {
            assert!(near(a, b, 1) && near(b, a, 1), "{a} {b}");
        }
        for (a, b) in [("mam", "tom"), ("mam", "m"), ("abcd", "badc"), ("mam", "mamam")] {
            assert!(!near(a, b, 1), "{a} {b}");
            assert!(near(a, b, 2), "{a} {b}");
        }
        assert!(within(b"chei", b"chieu", 1, true) && !within(b"chei", b"chieu", 1, false));
    }
}
