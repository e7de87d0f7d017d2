//! What stars mean, which law, whence the data and of when, how to report a mistake.

use super::Site;
use crate::view::{self, El, See, el};

pub(super) fn about(site: &Site, see: See<'_>) -> El {
    let w = see.words;
    let about = &site.catalog.about;
    let part = |(title, lines): &(&'static str, &'static [&'static str])| {
        let lines = lines.iter().map(|l| el("p").put(*l)).collect::<Vec<_>>();
        el("section").put(el("h2").put(*title)).put(lines)
    };
    let data = (w.about_data)(&(w.day)(about.as_of), site.index.size(), about.sources as usize);
    el("main")
        .at("id", "main")
        .class("about")
        .put(el("h1").at("tabindex", "-1").put(w.about_title))
        .put(w.about_text.iter().map(part).collect::<Vec<_>>())
        .put(el("section").put(el("h2").put(w.legend)).put(view::legend(see)))
        .put(el("section").put(el("h2").put(w.sources)).put(el("p").put(data)).put(el("p").put(w.about_report)))
}
