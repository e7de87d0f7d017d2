//! A bar chart that is a table: name, number, bar, share. Touching a name or bar goes to the list it counts.

use super::{El, See, el};

/// One bar.
pub struct Bar {
    /// What is counted.
    pub name: String,
    /// Where a touch leads.
    pub href: String,
    /// How many.
    pub count: usize,
    /// Style class: the colour of its kind.
    pub class: String,
}

/// The table; bars are drawn against the longest, shares against `all`.
pub fn chart(see: See<'_>, title: &str, bars: Vec<Bar>, all: usize) -> El {
    let w = see.words;
    let longest = bars.iter().map(|b| b.count).max().unwrap_or(1).max(1);
    let row = |b: Bar| {
        // However few, there is something to see.
        let width = (b.count * 100 / longest).max(usize::from(b.count > 0));
        let bar = format!("<svg aria-hidden=\"true\" class=\"bar\"><rect width=\"{width}%\" height=\"100%\"/></svg>");
        el("tr")
            .class(&b.class)
            .put(el("th").at("scope", "row").put(el("a").at("href", b.href).put(b.name)))
            .put(el("td").class("bars").html(bar))
            .put(el("td").class("count").put(b.count.to_string()))
            .put(el("td").class("share").put((w.share_of)(b.count, all)))
    };
    let head = |name: &str| el("th").at("scope", "col").put(name);
    let heads = el("tr").put(head(title)).put(el("td")).put(head(w.number)).put(head("%"));
    el("table")
        .class("chart")
        .put(el("caption").put(title))
        .put(el("thead").class("sr").put(heads))
        .put(el("tbody").put(bars.into_iter().map(row).collect::<Vec<_>>()))
}
