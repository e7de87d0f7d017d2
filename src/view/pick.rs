//! The box by which a product is picked for the visitor's own list, or no longer. Shown where the device can keep a list.

use super::{El, See, el};
use crate::catalog::Product;

/// A button whose state the program answers for; its name says which product.
pub fn pick(see: See<'_>, p: &Product) -> El {
    let name = ["pick:", &p.slug].concat();
    let on = see.picks.has(&p.slug);
    el("button")
        .class("pick")
        .at("type", "button")
        .at("aria-pressed", if on { "true" } else { "false" })
        .at("data-act", name)
        .put(if !on && see.picks.is_full() { see.words.pick_full } else { see.words.pick })
        .put(el("span").class("sr").at("lang", "vi").put(": ").put(p.name.vi.as_str()))
}
