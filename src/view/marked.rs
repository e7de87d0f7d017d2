//! A text with what was searched for marked in its original spelling.

use crate::text;
use leptos::prelude::*;

/// The text; words that begin with one of the folded `wanted` are marked.
pub fn marked(words: &str, wanted: &[String]) -> AnyView {
    if wanted.is_empty() {
        return words.to_string().into_any();
    }
    let span = |s: text::Span<'_>| match s.hit {
        true => view! { <mark>{s.text.to_string()}</mark> }.into_any(),
        false => s.text.to_string().into_any(),
    };
    text::mark(words, wanted).into_iter().map(span).collect_view().into_any()
}
