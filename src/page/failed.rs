//! The catalogue could not be loaded: the reason, and a retry.

use crate::route::Lang;
use crate::view::{El, el};
use crate::words;

/// A page without a catalogue.
pub fn failed(lang: Lang, reason: &str) -> El {
    let w = words::of(lang);
    let retry = el("button").class("act").at("type", "button").at("data-act", "retry").put(w.retry);
    let said = el("div")
        .class("nothing")
        .at("role", "alert")
        .put(el("h1").at("tabindex", "-1").put(w.failed))
        .put(el("p").put(w.failed_lead))
        .put(el("p").put(el("code").put(reason)))
        .put(el("p").put(retry));
    el("div").class("page").put(el("main").at("id", "main").class("failed").put(said))
}
