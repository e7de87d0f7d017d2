//! A text with what was searched for marked in its original spelling.

use super::{Node, el};
use crate::text;

/// The text; words that begin with one of the folded `wanted` are marked.
pub fn marked(words: &str, wanted: &[String]) -> Node {
    if wanted.is_empty() {
        return words.into();
    }
    let span = |s: text::Span<'_>| match s.hit {
        true => el("mark").put(s.text).into(),
        false => Node::from(s.text),
    };
    Node::Many(text::mark(words, wanted).into_iter().map(span).collect())
}
