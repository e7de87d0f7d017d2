//! The same words otherwise spaced: typed together (`nemchua`), or apart (`eco farm`).
//!
//! In: words as typed. Out: other words that spell the same letters, all known to the catalogue.

use super::Index;
use super::list::{at, at_mut};
use super::matching::{Hit, Tier};
use super::read::{Word, say};
use crate::catalog::order;
use crate::text;

/// Ways to space a beginning of the letters that are looked at further.
const WAYS: usize = 12;
/// Letters of a phrase that is spaced anew, one bit for each.
const LONG: usize = 63;

/// A way to space some letters.
#[derive(Clone, Default)]
struct Spaced {
    /// Its words.
    text: String,
    /// Blanks that came or went.
    changed: u32,
    /// Words that were not typed so, and their letters.
    fresh: u32,
    length: u32,
}

impl Index {
    /// The same letters otherwise spaced: typed together (`nemchua`), or apart (`eco farm`), those first that change few
    /// blanks. All words are known; the last may be unfinished.
    pub(super) fn respaced(&self, words: &[Word]) -> Vec<String> {
        let mut letters = Vec::new();
        // Where words begin, as bits.
        let mut begins = 1_u64;
        for word in words {
            word.exact.chars().for_each(|c| letters.push(c));
            if letters.len() > LONG {
                return Vec::new();
            }
            begins |= 1 << letters.len();
        }
        let begins = |place: usize| begins >> place & 1 == 1;
        let mut ways = Vec::new();
        (0..=letters.len()).for_each(|_| ways.push(Vec::new()));
        at_mut(&mut ways, 0).push(Spaced::default());
        let best = |ways: &mut Vec<Spaced>| {
            let mut few = Vec::new();
            for i in order(ways.iter().map(|way| u64::from(way.changed))).iter().take(WAYS) {
                few.push(std::mem::take(at_mut(ways, *i as usize)));
            }
            few
        };
        for start in 0..letters.len() {
            let before = best(at_mut(&mut ways, start));
            let mut piece = String::new();
            let mut changed = u32::from(!begins(start));
            for end in start + 1..=letters.len() * usize::from(!before.is_empty()) {
                piece.push(*at(&letters, end - 1));
                let word = Word::new(&text::exact(&piece));
                if !self.words.begins(&word.folded) {
                    break;
                }
                let own = changed == 0 && begins(end);
                let known = end - start > 1 && (end == letters.len() || self.knows(&word));
                let number = piece.bytes().all(|b| b.is_ascii_digit());
                if own || known || number {
                    for way in &before {
                        let mut way = way.clone();
                        say(&mut way.text, &piece);
                        way.changed += changed;
                        let fresh = u32::from(!own && !number);
                        way.fresh += fresh;
                        way.length += fresh * (end - start) as u32;
                        at_mut(&mut ways, end).push(way);
                    }
                }
                changed += u32::from(begins(end));
            }
        }
        // Many short syllables can be read into anything ("chocolate").
        let mut out = Vec::new();
        for way in &best(at_mut(&mut ways, letters.len())) {
            if way.changed > 0 && (way.fresh <= 2 || way.length * 2 >= way.fresh * 5) {
                out.push(way.text.clone());
            }
        }
        out
    }

    /// Whether the catalogue has that very word, with any accents that were typed.
    fn knows(&self, word: &Word) -> bool {
        let meant = |w: usize| !word.accented() || text::same_letters(&word.exact, self.words.exact(w));
        self.words.just(&word.folded).any(meant)
    }

    /// What a word stands for where words are spaced anew. For one that is `other` than was typed that is freedom enough:
    /// its accents are meant, or the catalogue has it without any, as names are written together ("CaDa").
    pub(super) fn spaced(&self, word: &mut Word, other: bool) -> Vec<Hit> {
        let mut hits = self.plain(word);
        self.meant(word, &mut hits, if other { Tier::Exact } else { Tier::Letters });
        if other && hits.is_empty() {
            let bare = Word::new(&word.folded);
            hits = self.plain(&bare);
            hits.retain(|hit| hit.tier == Tier::Exact);
            *word = bare;
        }
        hits
    }
}
