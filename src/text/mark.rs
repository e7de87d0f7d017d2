//! Which parts of a text answer what was asked, in the text's own spelling.
//!
//! A text and folded query words come in; pieces of the text go out that together are the text.
//! Only the beginnings of words are marked, the way the search matches.

use super::fold::{Step, step};
use super::words::words;

/// A piece of a text, and whether it answers the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// The piece as written.
    pub text: &'a str,
    /// Whether a wanted word begins like it.
    pub hit: bool,
}

/// Parts a text into spans, a word's beginning being a hit when it folds to one of `wanted`
/// (folded words); where several fit the longest counts.
#[must_use]
pub fn mark<'a>(text: &'a str, wanted: &[String]) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, hit: bool| {
        if let Some(text) = text.get(from..to).filter(|piece| !piece.is_empty()) {
            spans.push(Span { text, hit });
        }
    };
    for word in words(text) {
        let length = wanted.iter().filter_map(|prefix| reach(word.text, prefix)).max();
        if let Some(length) = length {
            push(done, word.start, false);
            push(word.start, word.start + length, true);
            done = word.start + length;
        }
    }
    push(done, text.len(), false);
    spans
}

/// How many bytes of a word spell the folded prefix, trailing marks included; a ligature is taken whole.
fn reach(word: &str, prefix: &str) -> Option<usize> {
    let mut left = prefix.chars();
    let mut next = Some(left.next()?);
    for (at, c) in word.char_indices() {
        let (first, second) = match step(c) {
            Step::Skip => continue,
            Step::Gap => return None,
            Step::One(letter) => (letter, None),
            Step::Two(first, second) => (first, Some(second)),
        };
        if next.is_none() {
            return Some(at);
        }
        for letter in std::iter::once(first).chain(second) {
            match next {
                Some(wanted) if wanted == letter => next = left.next(),
                Some(_) => return None,
                // The prefix ended within this ligature.
                None => {}
            }
        }
    }
    next.is_none().then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, wanted: &[&str]) -> String {
        let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
        let bracket = |span: Span| {
            if span.hit { ["[", span.text, "]"].concat() } else { span.text.into() }
        };
        mark(text, &wanted).into_iter().map(bracket).collect()
    }

    #[test]
    fn beginnings_of_words_are_marked_in_their_spelling() {
        assert_eq!(shown("Nước mắm Đường Lâm", &["mam", "duo"]), "Nước [mắm] [Đườ]ng Lâm");
        assert_eq!(shown("Nước mắm", &["n", "nuoc", "nu"]), "[Nước] mắm");
        assert_eq!(shown("Nước mắm", &["uoc", "mamx", ""]), "Nước mắm");
        assert_eq!(shown("", &["a"]), "");
    }

    #[test]
    fn combining_marks_stay_with_their_letter() {
        assert_eq!(shown("ma\u{306}\u{301}m", &["ma"]), "[ma\u{306}\u{301}]m");
        assert_eq!(shown("ma\u{306}\u{301}", &["ma"]), "[ma\u{306}\u{301}]");
    }

    #[test]
    fn ligatures_are_taken_whole() {
        assert_eq!(shown("Straße", &["stras"]), "[Straß]e");
        assert_eq!(shown("Straße", &["strass"]), "[Straß]e");
        assert_eq!(shown("Straße", &["strase"]), "Straße");
        assert_eq!(shown("aßs", &["as"]), "[aß]s");
    }
}
