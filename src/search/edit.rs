//! Mistyped letters: one in the whole phrase, or one in each of two words of a long one. Never one in every syllable:
//! Vietnamese syllables have two to five letters, and one edit of each returns nearly everything.

use super::Index;
use super::list::{at, at_mut};
use super::matching::{Hit, Tier};
use super::read::{Word, same_tone};
use crate::text;

/// Letters from which a phrase may have two mistyped ones.
const LONG: usize = 16;

impl Index {
    /// With one mistyped letter in the whole phrase, or one in each of two words of a long one: each way by itself, as
    /// what every word stands for and the bits of those that are mistyped.
    pub(super) fn mistyped(
        &self,
        words: &[Word],
        meant: &[Vec<Hit>],
        two: bool,
        tell: &mut dyn FnMut(Vec<Vec<Hit>>, u32),
    ) {
        // Words as bits.
        let mut unknown = 0_u32;
        meant.iter().enumerate().for_each(|(i, hits)| unknown |= u32::from(hits.is_empty()) << i);
        let length: usize = words.iter().map(|w| w.folded.len()).sum();
        if two && length < LONG || unknown.count_ones() > 1 + u32::from(two) {
            return;
        }
        let mut near = Vec::new();
        for (i, word) in words.iter().enumerate() {
            let own = word.folded.len();
            // A short word is known by those around it. A word nobody knows must be a mistyped one.
            let may = (own > 2 || length - own > 4) && (two || unknown & !(1 << i) == 0);
            near.push(if may { self.near(word, 1, i + 1 == words.len()) } else { Vec::new() });
        }
        for i in 0..words.len() {
            for k in if two { i + 1..words.len() } else { i..i + 1 } {
                let other = 1 << i | 1 << k;
                if unknown & !other == 0 && !at(&near, i).is_empty() && !at(&near, k).is_empty() {
                    let mut hits = meant.to_vec();
                    for place in &[i, k] {
                        *at_mut(&mut hits, *place) = at(&near, *place).clone();
                    }
                    tell(hits, other);
                }
            }
        }
    }

    /// Words of the catalogue within so many edits of it; of a last word also their beginnings.
    pub(super) fn near(&self, word: &Word, edits: u8, last: bool) -> Vec<Hit> {
        let typed = word.folded.as_bytes();
        let (accented, letters) = (word.accented(), letters(&word.exact));
        let mut out = Vec::new();
        for w in 0..self.words.size() {
            let other = self.words.bytes(w);
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
fn within(mut a: &[u8], mut b: &[u8], edits: u8, beginning: bool) -> bool {
    while let ([p, x @ ..], [q, y @ ..]) = (a, b)
        && p == q
    {
        (a, b) = (x, y);
    }
    if a.is_empty() && (beginning || b.len() <= usize::from(edits)) {
        return true;
    }
    if edits == 0 || !beginning && a.len().abs_diff(b.len()) > usize::from(edits) {
        return false;
    }
    let less = |a: &[u8], b: &[u8]| within(a, b, edits - 1, beginning);
    if let ([p, q, x @ ..], [r, s, y @ ..]) = (a, b)
        && (p, q) == (s, r)
        && less(x, y)
    {
        return true;
    }
    match (a, b) {
        ([_, x @ ..], [_, y @ ..]) => less(x, y) || less(x, b) || less(a, y),
        ([_, x @ ..], _) => less(x, b),
        (_, [_, y @ ..]) => less(a, y),
        _ => false,
    }
}

/// The letters of a word without their tones, which move when letters come and go; the low bytes of two Vietnamese
/// letters are never the same.
fn letters(word: &str) -> Vec<u8> {
    let mut out = Vec::new();
    text::letters(word).for_each(|c| out.push(c as u8));
    out
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
