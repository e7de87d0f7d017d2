//! A short table of facts: a name and what is known. What is not known does not stand there.

use super::{El, Node, el};

/// One line: its name, and its content.
pub type Fact = (&'static str, Node);

/// The table; none if nothing is known.
pub fn facts(lines: Vec<Fact>) -> Option<El> {
    let line = |(name, content): Fact| el("div").put(el("dt").put(name)).put(el("dd").put(content));
    (!lines.is_empty()).then(|| el("dl").class("facts").put(lines.into_iter().map(line).collect::<Vec<_>>()))
}
