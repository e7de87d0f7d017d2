//! A short table of facts: a name and what is known. What is not known does not stand there.

use leptos::prelude::*;

/// One line: its name, and its content.
pub type Fact = (&'static str, AnyView);

/// The table.
pub fn facts(lines: Vec<Fact>) -> AnyView {
    let line = |(name, content): Fact| view! { <div><dt>{name}</dt><dd>{content}</dd></div> };
    view! { <dl class="facts">{lines.into_iter().map(line).collect_view()}</dl> }.into_any()
}
