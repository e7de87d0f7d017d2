//! What typed words are taken for: the strictest reading that finds anything, and why if it was not as typed.

use super::matching::{Best, Hit, Reading};
use super::{Index, read};
use crate::query::PAGE;

/// How freely words were read, from the strictest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Way {
    /// As typed.
    Plain,
    /// Accents were typed, and others are found.
    Accents,
    /// The keys of Telex or VNI, typed without an input method.
    Keys,
    /// Sounds that regions confuse: s/x, tr/ch, l/n, d/gi/r…
    Region,
    /// Words typed together or apart.
    Spacing,
    /// One mistyped letter.
    Edit,
    /// Two mistyped letters in a long phrase.
    Edits,
    /// Some of the words are true of every product.
    General,
}

/// What typed words were taken for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meant {
    /// How freely.
    pub way: Way,
    /// The words that were not taken as they stand.
    pub typed: String,
    /// What they were taken for.
    pub found: String,
}

/// Products that answer what was typed.
pub(super) struct Answer {
    /// Each with its score.
    pub(super) scored: Vec<(u32, u32)>,
    /// How well the best has it.
    best: Best,
    /// What the words of the best were taken for.
    pub(super) reading: Reading,
    pub(super) words: Vec<read::Word>,
    /// The words as they were typed, where those are spaced otherwise.
    typed: Vec<read::Word>,
    way: Way,
    /// What was typed that is true of every product, a blank after each word.
    general: String,
}

impl Answer {
    fn asked(&self) -> u32 {
        self.words.len() as u32
    }

    /// Whether half of the neighbouring words stand side by side in the best.
    fn is_near(&self) -> bool {
        self.best.pairs * 2 + 1 >= self.asked()
    }
}

impl Index {
    /// Everything that answers what was typed, but for what is true of every product; who is called so comes first.
    pub(super) fn answer(&self, typed: &str) -> Box<Answer> {
        let words = read::words(typed);
        let general = self.general(&words);
        if general == 0 {
            return self.answered(words, typed);
        }
        let (mut asked, mut said) = (String::new(), String::new());
        for (at, word) in words.iter().enumerate() {
            let to = if general >> at & 1 == 1 { &mut said } else { &mut asked };
            to.push_str(&word.exact);
            to.push(' ');
        }
        // Who is called so has it in the name, side by side.
        let named = Reading { texts: false, changed: general, ..self.read_plain(&words) };
        let mut scores = vec![0; self.size];
        for (product, score) in self.score(&named, &self.join(&named, false), true).0 {
            scores[product as usize] = score;
        }
        let mut answer = self.answered(read::words(&asked), &asked);
        for (product, score) in &mut answer.scored {
            *score = scores[*product as usize].max(*score);
        }
        if answer.words.is_empty() {
            answer.reading = named;
            answer.words = words;
        }
        answer.general = said;
        answer
    }

    /// Everything that answers the words, by the strictest reading that finds anything. Where that finds the words of
    /// a phrase scattered only, a freer reading is preferred that finds them side by side.
    fn answered(&self, words: Vec<read::Word>, typed: &str) -> Box<Answer> {
        let mut plain = Box::new(Answer {
            scored: Vec::new(),
            best: Best::default(),
            reading: self.read_plain(&words),
            words,
            typed: Vec::new(),
            way: Way::Plain,
            general: String::new(),
        });
        if plain.words.is_empty() {
            // Blanks and marks ask for nothing; other signs without a letter ask for what nobody has.
            let nothing = typed.chars().all(|c| c.is_whitespace() || c.is_ascii_punctuation());
            let all = if nothing { self.size as u32 } else { 0 };
            plain.scored = (0..all).map(|p| (p, 0)).collect();
            return plain;
        }
        (plain.scored, plain.best) = self.score(&plain.reading, &self.join(&plain.reading, false), false);
        let scattered = !plain.scored.is_empty();
        if scattered && (plain.is_near() || plain.best.firm) {
            return plain;
        }
        let meant = read::meant(&plain.words, &plain.reading);
        let mut fallback = None;
        for way in [Way::Keys, Way::Region, Way::Spacing, Way::Edit, Way::Edits] {
            let Some(free) = self.freely(&plain.words, &meant, way) else { continue };
            if scattered && (free.best.pairs + 1 < free.asked() || way == Way::Edits) {
                continue;
            }
            if free.is_near() {
                return free;
            }
            if fallback.is_none() {
                fallback = Some(free);
            }
        }
        if scattered { plain } else { fallback.unwrap_or(plain) }
    }

    /// What a freer reading finds, if anything.
    fn freely(&self, words: &[read::Word], meant: &[Vec<Hit>], way: Way) -> Option<Box<Answer>> {
        let spaced = if way == Way::Spacing { self.respaced(words) } else { Vec::new() };
        let mut spaced: Vec<_> = spaced.iter().map(|spaced| read::words(spaced)).collect();
        let readings = match way {
            Way::Plain | Way::Accents | Way::General => Vec::new(),
            Way::Keys => self.read_keys(words, meant),
            Way::Region => self.read_region(words, meant),
            Way::Spacing => spaced.iter().map(|spaced| self.read_spaced(spaced, words)).collect(),
            Way::Edit => self.read_edits(words, meant, 1),
            Way::Edits => self.read_edits(words, meant, 2),
        };
        let mut best = Best::default();
        let mut chosen = None;
        // Each product at its best.
        let mut scores = Vec::new();
        for (i, reading) in readings.into_iter().enumerate() {
            let (scored, own) = self.score(&reading, &self.join(&reading, false), false);
            scores.resize(self.size, 0);
            for (product, score) in scored {
                let slot: &mut u32 = &mut scores[product as usize];
                *slot = score.max(*slot);
            }
            if own.score > best.score {
                best = own;
                chosen = Some((reading, i));
            }
        }
        let (reading, of) = chosen?;
        let scored = (0..).zip(scores).filter(|s| s.1 > 0).collect();
        let typed = words.to_vec();
        let words = spaced.get_mut(of).map_or_else(|| words.to_vec(), std::mem::take);
        Some(Box::new(Answer { scored, best, reading, words, typed, way, general: String::new() }))
    }

    /// Beginnings of words to mark: as typed, or what the words of the best products were taken for.
    pub(super) fn wanted(&self, answer: &Answer, ids: &[u32]) -> Vec<String> {
        // Where nothing but what is true of all was asked for, nothing is marked.
        if !answer.general.is_empty() && answer.best.score == 0 {
            return Vec::new();
        }
        let mut wanted: Vec<String> = answer.words.iter().map(|w| w.folded.clone()).collect();
        if matches!(answer.way, Way::Plain | Way::Spacing) {
            return wanted;
        }
        let answers = self.answers(&answer.reading);
        let mut want = |word: u32| {
            let folded = self.words.folded(word as usize);
            if !wanted.iter().any(|w| w == folded) {
                wanted.push(folded.to_string());
            }
        };
        for product in ids.iter().take(PAGE) {
            for word in self.words.both_names(*product) {
                if answers[*word as usize] > 0 {
                    want(*word);
                }
            }
        }
        for hits in &answer.reading.hits {
            if hits.len() < 8 {
                hits.iter().for_each(|hit| want(hit.word));
            }
        }
        wanted
    }

    /// Why the best was found, and what of the words was true of every product.
    pub(super) fn why(&self, answer: &Answer, best: u32) -> Option<Meant> {
        let why = self.why_asked(answer, best);
        if answer.general.is_empty() || why.as_ref().is_some_and(|why| why.way != Way::Accents) {
            return why;
        }
        Some(Meant { way: Way::General, typed: answer.general.trim_end().into(), found: String::new() })
    }

    fn why_asked(&self, answer: &Answer, best: u32) -> Option<Meant> {
        if answer.way == Way::Spacing {
            let others = |words: &[read::Word], than: &[read::Word]| {
                let own: Vec<&str> = words.iter().filter(|w| !than.contains(w)).map(|w| w.exact.as_str()).collect();
                own.join(" ")
            };
            let (typed, found) = (others(&answer.typed, &answer.words), others(&answer.words, &answer.typed));
            return Some(Meant { way: Way::Spacing, typed, found });
        }
        if answer.way == Way::Plain && !read::accents(&answer.words) {
            return None;
        }
        let answers = self.answers(&answer.reading);
        let (mut typed, mut found) = (Vec::new(), Vec::new());
        for (at, word) in answer.words.iter().enumerate() {
            // A word typed without accents may have any.
            let as_typed = |w: u32| match word.accented() {
                true => self.words.exact(w as usize).starts_with(&word.exact),
                false => self.words.folded(w as usize).starts_with(&word.folded),
            };
            let mut own = None;
            for w in self.words.both_names(best) {
                let fits = answers[*w as usize] >> at & 1 == 1;
                if fits && (as_typed(*w) || own.is_none_or(|own| !as_typed(own))) {
                    own = Some(*w);
                }
            }
            if own.is_none() {
                let mut tier = 0;
                for hit in answer.reading.hits.get(at).into_iter().flatten() {
                    if hit.tier as u32 >= tier && self.has(hit.word, best) {
                        (own, tier) = (Some(hit.word), hit.tier as u32);
                    }
                }
            }
            if let Some(own) = own.filter(|own| !as_typed(*own)) {
                typed.push(word.exact.as_str());
                found.push(self.words.exact(own as usize));
            }
        }
        let way = if answer.way == Way::Plain { Way::Accents } else { answer.way };
        (!found.is_empty()).then(|| Meant { way, typed: typed.join(" "), found: found.join(" ") })
    }
}
