//! The words of a text, as they stand in it: a word is an unbroken run of letters and digits.
//!
//! Words keep their spelling and their place; folded one by one they give the words of the folded
//! text. Vietnamese syllables are not joined into compounds.

use super::fold::{Step, step};

/// One word of a text, with the bytes it takes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Byte where it begins in the text.
    pub start: usize,
    /// Byte after its last, combining marks included.
    pub end: usize,
    /// The word as written.
    pub text: &'a str,
}

/// The words of a text from left to right.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(|c| matches!(step(c), Step::One(_) | Step::Two(..)))?;
        let rest = text.get(start..)?;
        let end = start + rest.find(|c| step(c) == Step::Gap).unwrap_or(rest.len());
        from = end;
        Some(Word { start, end, text: text.get(start..end)? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_spelling_place_and_marks() {
        let text = " Mă\u{301}m-tôm, 36!";
        let found: Vec<_> = words(text).map(|word| (word.start, word.end, word.text)).collect();
        assert_eq!(found, [(1, 7, "Mă\u{301}m"), (8, 12, "tôm"), (14, 16, "36")]);
        assert_eq!(words(" – \u{301}").count(), 0);
    }
}
