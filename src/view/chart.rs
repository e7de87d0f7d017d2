//! A bar chart that is a table: name, number, bar, share. Touching a name or bar goes to the list it counts.

use super::See;
use leptos::prelude::*;

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
pub fn chart(see: See<'_>, title: &'static str, bars: Vec<Bar>, all: usize) -> AnyView {
    let w = see.words;
    let longest = bars.iter().map(|b| b.count).max().unwrap_or(1).max(1);
    let row = |b: Bar| {
        let width = format!("{}%", b.count * 1000 / longest / 10);
        let svg = format!("<svg aria-hidden=\"true\" class=\"bar\"><rect width=\"{width}\" height=\"100%\"/></svg>");
        view! {
            <tr class=b.class>
                <th scope="row"><a href=b.href>{b.name}</a></th>
                <td class="bars" inner_html=svg></td>
                <td class="count">{b.count}</td>
                <td class="share">{(w.share_of)(b.count, all)}</td>
            </tr>
        }
    };
    view! {
        <table class="chart">
            <caption>{title}</caption>
            <thead class="sr">
                <tr><th scope="col">{title}</th><td></td><th scope="col">{w.number}</th><th scope="col">"%"</th></tr>
            </thead>
            <tbody>{bars.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
