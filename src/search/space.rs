//! The same words otherwise spaced: typed together (`nemchua`), or apart (`eco farm`).
//!
//! In: words as typed. Out: other words that spell the same letters, all known to the catalogue.

use super::Index;
use super::matching::{Reading, Tier, WORDS};
use super::read::{Word, accents};
use crate::catalog::order;
use crate::text;

/// Ways to part words typed together that are tried.
const PARTS: usize = 6;

impl Index {
    /// The same words otherwise spaced: typed together (`nemchua`), or apart (`eco farm`).
    pub(super) fn respaced(&self, words: &[Word]) -> Vec<Vec<Word>> {
        // All words that nobody knows are parted at once, then each word by itself.
        let mut out: Vec<Vec<Word>> = vec![Vec::new()];
        let mut parted = 0;
        for (i, word) in words.iter().enumerate() {
            let known = self.words.begins(&word.folded);
            let ways = if known { vec![vec![word.clone()]] } else { self.parts(word, i + 1 == words.len()) };
            parted += usize::from(!known && !ways.is_empty());
            let longer = |way: &Vec<Word>| ways.iter().map(|own| [way.as_slice(), own].concat()).collect::<Vec<_>>();
            out = out.iter().flat_map(longer).take(PARTS * 2).collect();
        }
        if parted == 0 {
            out.clear();
        }
        for (i, word) in words.iter().enumerate() {
            let ways = self.parts(word, i + 1 == words.len());
            out.extend(ways.into_iter().map(|own| [&words[..i], &own, &words[i + 1..]].concat()));
        }
        for (from, to) in (0..words.len()).flat_map(|i| (2..=4).map(move |n| (i, i + n))) {
            let Some(run) = words.get(from..to) else { continue };
            let joined = Word::new(&run.iter().map(|w| w.exact.as_str()).collect::<String>());
            if self.words.begins(&joined.folded) {
                out.push([&words[..from], &[joined], &words[to..]].concat());
            }
        }
        out.retain(|words| words.len() <= WORDS);
        out
    }

    /// Ways to part a word, those of few pieces first; the last word may be unfinished.
    fn parts(&self, word: &Word, last: bool) -> Vec<Vec<Word>> {
        let letters: Vec<char> = word.exact.chars().collect();
        let mut parts = Vec::new();
        self.part((&letters, &word.folded), last, &mut Vec::new(), &mut parts);
        // Many short syllables can be read into anything ("chocolate").
        parts.retain(|pieces| {
            let spelt = pieces.iter().filter(|w| w.folded.bytes().any(|b| !b.is_ascii_digit()));
            let (count, length) = spelt.fold((0, 0), |(count, length), w| (count + 1, length + w.folded.len()));
            count <= 2 || length * 2 >= count * 5
        });
        let few = order(parts.iter().map(|pieces| pieces.len() as u64));
        few.into_iter().take(PARTS).map(|i| parts[i as usize].clone()).collect()
    }

    /// All ways to part letters, which stand there with accents and without, into known words; the last may be unfinished
    /// where nothing follows. Other scripts than Latin are not parted.
    fn part(&self, (letters, folded): (&[char], &str), last: bool, before: &mut Vec<Word>, out: &mut Vec<Vec<Word>>) {
        if out.len() > PARTS * 8 || before.len() > 7 {
            return;
        }
        let begun = |end: &usize| folded.get(..*end).is_some_and(|piece| self.words.begins(piece));
        let longest = (1..=letters.len().min(8)).take_while(begun).count();
        for end in (1..=longest).rev() {
            let (Some((own, others)), Some(rest)) = (letters.split_at_checked(end), folded.get(end..)) else { return };
            let piece = Word::new(&own.iter().collect::<String>());
            let whole = self.knows(&piece) && (end > 1 || own[0].is_ascii_digit());
            if others.is_empty() && !before.is_empty() && (whole || last) {
                out.push([before.as_slice(), &[piece]].concat());
            } else if whole && !others.is_empty() {
                before.push(piece);
                self.part((others, rest), last, before, out);
                before.pop();
            }
        }
    }

    /// Whether the catalogue has that very word, with any accents that were typed.
    fn knows(&self, word: &Word) -> bool {
        let meant = |w: usize| !word.accented() || text::same_letters(&word.exact, self.words.exact(w));
        self.words.just(&word.folded).any(meant)
    }

    /// Words otherwise spaced than they were `typed`, with their accents.
    pub(super) fn read_spaced(&self, words: &[Word], typed: &[Word]) -> Reading {
        let changed = words.iter().enumerate().map(|(at, word)| self.risky(word, at, !typed.contains(word)));
        let changed = changed.fold(0, |bits, bit| bits | bit);
        let hits = |word: &Word| {
            let mut hits = self.meant(word);
            // Other spaces are freedom enough: accents that were typed are meant.
            if word.accented() && !typed.contains(word) {
                hits.retain(|hit| hit.tier == Tier::Exact);
            }
            hits
        };
        Reading { hits: words.iter().map(hits).collect(), texts: false, accents: accents(words), changed }
    }
}
