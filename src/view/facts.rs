//! A short table of facts: a name and what is known. What is not known does not stand there.

use super::{El, Node, el};
use crate::catalog::Contact;

/// One line: its name, and its content.
pub type Fact = (&'static str, Node);

/// The table; none if nothing is known.
pub fn facts(lines: Vec<Fact>) -> Option<El> {
    let line = |(name, content): Fact| el("div").put(el("dt").put(name)).put(el("dd").put(content));
    (!lines.is_empty()).then(|| el("dl").class("facts").put(lines.into_iter().map(line).collect::<Vec<_>>()))
}

/// How somebody is reached, a line each, with links where a phone can follow them; none if nothing is known.
pub fn contact(c: &Contact) -> Option<Node> {
    let web = ["https://", "http://"].iter().find_map(|start| c.web.strip_prefix(start));
    let mut lines = vec![(c.person.as_str(), String::new())];
    for number in c.phones() {
        let digits: String = number.chars().filter(dialled).collect();
        lines.push((number, if digits.is_empty() { digits } else { format!("tel:{digits}") }));
    }
    lines.extend([
        (c.email.as_str(), if c.email.contains('@') { format!("mailto:{}", c.email) } else { String::new() }),
        (web.map_or(c.web.as_str(), |shown| shown.trim_end_matches('/')), web.map_or(String::new(), |_| c.web.clone())),
        (&c.address, String::new()),
    ]);
    let line = |(text, href): &(&str, String)| {
        let shown: Node =
            if href.is_empty() { (*text).into() } else { el("a").at("href", href.as_str()).put(*text).into() };
        el("span").class("block").at("lang", "vi").put(shown)
    };
    let lines: Vec<El> = lines.iter().filter(|line| !line.0.is_empty()).map(line).collect();
    (!lines.is_empty()).then_some(Node::Many(lines.into_iter().map(Node::from).collect()))
}

fn dialled(c: &char) -> bool {
    c.is_ascii_digit() || *c == '+'
}
