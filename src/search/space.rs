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
    /// The same words otherwise spaced: typed together (`nemchua`), or apart (`eco farm`), a blank before each.
    pub(super) fn respaced(&self, words: &[Word]) -> Vec<String> {
        let phrase = |before: &[Word], between: &str, after: &[Word]| {
            let mut out = String::new();
            let all = before.iter().map(|w| w.exact.as_str()).chain([between]);
            for word in all.chain(after.iter().map(|w| w.exact.as_str())) {
                out.push(' ');
                out.push_str(word);
            }
            out
        };
        // All words that nobody knows are parted at once, then each word by itself.
        let mut all = vec![String::new()];
        let mut parted = false;
        let mut out = Vec::new();
        for (i, word) in words.iter().enumerate() {
            let known = self.words.begins(&word.folded);
            let ways = self.parts(word, i + 1 == words.len());
            let own = if known { std::slice::from_ref(&word.exact) } else { &ways };
            parted |= !known && !ways.is_empty();
            let mut longer = Vec::new();
            for before in &all {
                longer.extend(own.iter().map(|own| [before, " ", own].concat()));
            }
            longer.truncate(PARTS * 2);
            all = longer;
            out.extend(ways.iter().map(|own| phrase(&words[..i], own, &words[i + 1..])));
        }
        if parted {
            all.append(&mut out);
            out = all;
        }
        for (from, to) in (0..words.len()).flat_map(|i| (2..=4).map(move |n| (i, i + n))) {
            let Some(run) = words.get(from..to) else { continue };
            let joined: String = run.iter().map(|w| w.exact.as_str()).collect();
            if self.words.begins(&text::fold(&joined)) {
                out.push(phrase(&words[..from], &joined, &words[to..]));
            }
        }
        out.retain(|words| blanks(words) <= WORDS);
        out
    }

    /// Ways to part a word, those of few pieces first; the last word may be unfinished.
    fn parts(&self, word: &Word, last: bool) -> Vec<String> {
        let letters: Vec<char> = word.exact.chars().collect();
        let mut parts = Vec::new();
        self.part((&letters, &word.folded), last, &mut String::new(), &mut parts);
        // Many short syllables can be read into anything ("chocolate").
        parts.retain(|pieces| {
            let (mut count, mut length) = (0, 0);
            for piece in pieces.split(' ').filter(|w| w.bytes().any(|b| !b.is_ascii_digit())) {
                count += 1;
                length += letters_of(piece);
            }
            count <= 2 || length * 2 >= count * 5
        });
        let few = order(parts.iter().map(|pieces| blanks(pieces) as u64));
        few.into_iter().take(PARTS).map(|i| std::mem::take(&mut parts[i as usize])).collect()
    }

    /// All ways to part letters, which stand there with accents and without, into known words; the last may be unfinished
    /// where nothing follows. Other scripts than Latin are not parted.
    fn part(&self, (letters, folded): (&[char], &str), last: bool, before: &mut String, out: &mut Vec<String>) {
        if out.len() > PARTS * 8 || blanks(before) > 7 {
            return;
        }
        let begun = |end: &usize| folded.get(..*end).is_some_and(|piece| self.words.begins(piece));
        let longest = (1..=letters.len().min(8)).take_while(begun).count();
        for end in (1..=longest).rev() {
            let (Some((own, others)), Some(rest)) = (letters.split_at_checked(end), folded.get(end..)) else { return };
            let piece: String = own.iter().collect();
            let whole = self.knows(&Word::new(&piece)) && (end > 1 || own[0].is_ascii_digit());
            let length = before.len();
            before.push_str(&piece);
            if others.is_empty() && length > 0 && (whole || last) {
                out.push(before.clone());
            } else if whole && !others.is_empty() {
                before.push(' ');
                self.part((others, rest), last, before, out);
            }
            before.truncate(length);
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

fn blanks(text: &str) -> usize {
    text.bytes().filter(|b| *b == b' ').count()
}

/// Letters of a text; `chars().count()` is quicker for long ones, and larger.
fn letters_of(text: &str) -> usize {
    text.bytes().filter(|b| b & 0xC0 != 0x80).count()
}
