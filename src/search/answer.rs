//! What typed words are taken for: the strictest reading that finds anything, and why if it was not as typed.

use super::lexicon::Field;
use super::list::at;
use super::matching::{Best, Hit, Reading, Tier};
use super::{Index, read};
use crate::catalog::{ProductId, order};
use crate::query::PAGE;
use crate::text;
use std::rc::Rc;

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
    pub(super) words: Rc<Vec<read::Word>>,
    /// The words as they were typed, perhaps spaced otherwise.
    typed: Rc<Vec<read::Word>>,
    way: Way,
    /// What was typed that is true of every product.
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
        for (place, word) in words.iter().enumerate() {
            read::say(if general >> place & 1 == 1 { &mut said } else { &mut asked }, &word.exact);
        }
        // Who is called so has it in the name, side by side.
        let named = Reading { texts: false, changed: general, ..self.read_plain(&words) };
        let (mut scored, _) = self.score(&named, &self.join(&named, false), true);
        let mut answer = self.answered(read::words(&asked), &asked);
        if !scored.is_empty() {
            scored.append(&mut answer.scored);
            answer.scored = at_best(&scored);
        }
        if answer.words.is_empty() {
            answer.reading = named;
            answer.words = Rc::new(words);
        }
        answer.general = said;
        answer
    }

    /// Everything that answers the words, by the strictest reading that finds anything. Where that finds the words of
    /// a phrase scattered only, a freer reading is preferred that finds them side by side.
    fn answered(&self, words: Vec<read::Word>, typed: &str) -> Box<Answer> {
        let words = Rc::new(words);
        let mut plain = self.taken(&words, &words, self.read_plain(&words), Way::Plain);
        if plain.words.is_empty() {
            // Blanks and marks ask for nothing; other signs without a letter ask for what nobody has.
            let nothing = typed.chars().all(|c| c.is_whitespace() || c.is_ascii_punctuation());
            for product in 0..if nothing { self.size as u32 } else { 0 } {
                plain.scored.push((product, 0));
            }
            return plain;
        }
        let scattered = !plain.scored.is_empty();
        if scattered && (plain.is_near() || plain.best.firm) {
            return plain;
        }
        // What finds nothing offers nothing either: it is kept only where something was found.
        let mut meant = std::mem::take(&mut plain.reading.hits);
        if scattered {
            plain.reading.hits.clone_from(&meant);
        }
        plain.words.iter().zip(&mut meant).for_each(|(word, hits)| self.meant(word, hits, Tier::Letters));
        let mut fallback = None;
        for way in &[Way::Keys, Way::Region, Way::Spacing, Way::Edit, Way::Edits] {
            let Some(free) = self.freely(&plain.words, &meant, *way) else { continue };
            if scattered && (free.best.pairs + 1 < free.asked() || *way == Way::Edits) {
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

    /// What words are answered by if they are taken so.
    fn taken(
        &self,
        words: &Rc<Vec<read::Word>>,
        typed: &Rc<Vec<read::Word>>,
        reading: Reading,
        way: Way,
    ) -> Box<Answer> {
        let (scored, best) = self.score(&reading, &self.join(&reading, false), false);
        let (words, typed) = (words.clone(), typed.clone());
        Box::new(Answer { scored, best, reading, words, typed, way, general: String::new() })
    }

    /// What a freer way to read finds, if anything.
    fn freely(&self, words: &Rc<Vec<read::Word>>, meant: &[Vec<Hit>], way: Way) -> Option<Box<Answer>> {
        let mut all = Vec::new();
        let mut chosen: Option<Box<Answer>> = None;
        let mut take = |spaced: &Rc<Vec<read::Word>>, hits: Vec<Vec<Hit>>, bits: u32| {
            let mut free = self.taken(spaced, words, self.read_freely(spaced, hits, way, bits), way);
            all.append(&mut free.scored);
            if free.best.score > chosen.as_ref().map_or(0, |chosen| chosen.best.score) {
                chosen = Some(free);
            }
        };
        match way {
            Way::Spacing => {
                for spaced in &self.respaced(words) {
                    let mut spaced = read::words(spaced);
                    let (mut hits, mut fresh) = (Vec::new(), 0);
                    for (place, word) in spaced.iter_mut().enumerate() {
                        let other = !words.contains(word);
                        fresh |= u32::from(other) << place;
                        hits.push(self.spaced(word, other));
                    }
                    take(&Rc::new(spaced), hits, fresh);
                }
            }
            Way::Edit | Way::Edits => {
                self.mistyped(words, meant, way == Way::Edits, &mut |hits, bits| take(words, hits, bits));
            }
            Way::Keys if words.iter().all(|word| text::keys(&word.exact).is_none()) => {}
            _ => take(words, meant.to_vec(), 0),
        }
        let mut chosen = chosen?;
        chosen.scored = at_best(&all);
        Some(chosen)
    }

    /// Beginnings of words to mark: as typed, or what the words of the best products were taken for.
    pub(super) fn wanted(&self, answer: &Answer, ids: &[ProductId]) -> Vec<String> {
        // Where nothing but what is true of all was asked for, nothing is marked.
        if !answer.general.is_empty() && answer.best.score == 0 {
            return Vec::new();
        }
        let mut wanted = Vec::new();
        answer.words.iter().for_each(|word| wanted.push(word.folded.clone()));
        if matches!(answer.way, Way::Plain | Way::Spacing) {
            return wanted;
        }
        let answers = self.answers(&answer.reading);
        for product in ids.iter().take(PAGE) {
            // Typed words that a part which counts more has, and those of the present one, as bits.
            let (mut had, mut has, mut part) = (0, 0, 0);
            for (own, word) in self.said(product.0) {
                if own != part {
                    (had, part) = (had | has, own);
                }
                let answered = *at(&answers, word as usize) & !had;
                // What else it might be called, its stars, labels and markets do not stand on a card.
                if answered > 0 && own != Field::Also as u32 && own != Field::Term as u32 {
                    has |= answered;
                    let folded = self.words.folded(word as usize);
                    if !wanted.iter().any(|w| w == folded) {
                        wanted.push(folded.to_string());
                    }
                }
            }
        }
        wanted
    }

    /// Why the best was found, and what of the words was true of every product.
    pub(super) fn why(&self, answer: &Answer, best: ProductId) -> Option<Meant> {
        let why = self.why_asked(answer, best.0);
        if answer.general.is_empty() || why.as_ref().is_some_and(|why| why.way != Way::Accents) {
            return why;
        }
        Some(Meant { way: Way::General, typed: answer.general.clone(), found: String::new() })
    }

    fn why_asked(&self, answer: &Answer, best: u32) -> Option<Meant> {
        if answer.way == Way::Spacing {
            let others = |words: &[read::Word], than: &[read::Word]| {
                let mut own = String::new();
                words.iter().filter(|w| !than.contains(w)).for_each(|w| read::say(&mut own, &w.exact));
                own
            };
            let (typed, found) = (others(&answer.typed, &answer.words), others(&answer.words, &answer.typed));
            return Some(Meant { way: Way::Spacing, typed, found });
        }
        if answer.way == Way::Plain && !read::accents(&answer.words) {
            return None;
        }
        let (answers, said) = (self.answers(&answer.reading), self.said(best));
        let (mut typed, mut found) = (String::new(), String::new());
        for (place, word) in answer.words.iter().enumerate() {
            // A word typed without accents may have any.
            let as_typed = |w: u32| match word.accented() {
                true => self.words.exact(w as usize).starts_with(&word.exact),
                false => self.words.folded(w as usize).starts_with(&word.folded),
            };
            let mut own = None;
            for (_, w) in &said {
                if *at(&answers, *w as usize) >> place & 1 == 1 && (own.is_none() || as_typed(*w)) {
                    own = Some(*w);
                }
            }
            for hit in answer.reading.hits.get(place).into_iter().flatten() {
                if own.is_none() && self.words.texts.of(hit.word as usize).binary_search(&best).is_ok() {
                    own = Some(hit.word);
                }
            }
            if let Some(own) = own.filter(|own| !as_typed(*own)) {
                read::say(&mut typed, &word.exact);
                read::say(&mut found, self.words.exact(own as usize));
            }
        }
        let way = if answer.way == Way::Plain { Way::Accents } else { answer.way };
        (!found.is_empty()).then_some(Meant { way, typed, found })
    }
}

/// Each product at its best score, in the order of the products.
fn at_best(all: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut out: Vec<(u32, u32)> = Vec::new();
    for i in &order(all.iter().map(|(product, score)| u64::from(*product) << 32 | u64::from(!score))) {
        let scored = *at(all, *i as usize);
        if out.last().is_none_or(|last| last.0 != scored.0) {
            out.push(scored);
        }
    }
    out
}
