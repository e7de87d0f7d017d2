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
    let mut lines: Vec<Node> = Vec::new();
    let mut line = |text: &str, scheme: &str, address: &str| {
        if !text.is_empty() {
            let href = [scheme, address].concat();
            let link = || el("a").at("href", href).put(text).into();
            let shown: Node = if address.is_empty() { text.into() } else { link() };
            lines.push(el("span").class("block").at("lang", "vi").put(shown).into());
        }
    };
    line(&c.person, "", "");
    for number in c.phones() {
        let digits: String = number.chars().filter(dialled).collect();
        line(number, "tel:", &digits);
    }
    line(&c.email, "mailto:", if c.email.contains('@') { &c.email } else { "" });
    match ["https://", "http://"].iter().find_map(|start| c.web.strip_prefix(start)) {
        Some(shown) => line(shown.trim_end_matches('/'), "", &c.web),
        None => line(&c.web, "", ""),
    }
    line(&c.address, "", "");
    (!lines.is_empty()).then_some(Node::Many(lines))
}

fn dialled(c: &char) -> bool {
    c.is_ascii_digit() || *c == '+'
}
