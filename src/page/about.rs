//! What stars mean, which law, whence the data and of when, who publishes and how to report a mistake.
//!
//! In: the sections of the page, from the file beside the bundle (`words::about` writes it). Out: the page.

use super::{Site, Ui};
use crate::route::Route;
use crate::view::{self, El, See, el};

/// Bytes of a paragraph that fills a phone's screen twice.
const LONG: usize = 1500;

pub(super) fn about(site: &Site, see: See<'_>, ui: &Ui) -> El {
    let w = see.words;
    let sections = ui.about.iter().find(|about| about.0 == see.lang).map(|about| &about.1);
    let part = |lines: &Vec<String>| {
        // what is long is shown to whoever asks
        let folded = lines.iter().any(|line| line.len() > LONG);
        let set = |(at, line): (usize, &String)| match (at, folded) {
            (0, true) => el("summary").put(el("h2").put(line.as_str())),
            (0, false) => el("h2").put(line.as_str()),
            _ => el("p").put(line.as_str()),
        };
        let all = lines.iter().enumerate().map(set).collect::<Vec<_>>();
        if folded { el("section").put(el("details").put(all)) } else { el("section").put(all) }
    };
    let parts = sections.map(|all| all.iter().map(part).collect::<Vec<_>>());
    let wait = parts.is_none().then(|| el("p").class("note").put(w.loading));
    let contact = view::contact(&site.catalog.about.contact)
        .map(|lines| el("section").put(view::facts(vec![(w.contact, lines)])));
    let file = |name: &str, file: &str| el("a").at("href", file).flag("download", true).put(name);
    let take = el("p").put(file("CSV", "catalog/products.csv")).put(", ").put(file("JSON", "catalog/products.json"));
    let booth = el("p").put(el("a").at("href", see.to(Route::Booth(String::new()))).put(w.booth));
    el("main")
        .at("id", "main")
        .class("about")
        .put(el("h1").at("tabindex", "-1").put(w.about_title))
        .put(wait)
        .put(parts.unwrap_or_default())
        .put(contact)
        .put(el("section").put(el("h2").put(w.legend)).put(view::legend(see)))
        .put(el("section").put(el("h2").put(w.take_along)).put(take).put(booth))
}
