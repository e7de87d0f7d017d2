//! No such page: what was asked for, and the nearest products.

use super::Site;
use crate::view::{self, El, See, el};

pub(super) fn missing(site: &Site, see: See<'_>, path: &str) -> El {
    let w = see.words;
    // The last part of a cut or mistyped address still holds words of a name.
    let guess = path.rsplit('/').next().unwrap_or(path).replace('-', " ");
    let near = site.index.nearest(&guess, 8);
    let said = el("div")
        .class("nothing")
        .put(el("h1").at("tabindex", "-1").put(w.missing))
        .put(el("p").put((w.missing_lead)(path)))
        .put(el("p").put(el("a").class("act").at("href", see.list(Default::default())).put(w.to_list)));
    let main = el("main").at("id", "main").class("missing").put(said);
    if near.is_empty() {
        return main;
    }
    main.put(el("h2").class("over").put(w.missing_near)).put(view::cards(see, &near, &[]))
}
