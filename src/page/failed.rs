//! The catalogue could not be loaded: the reason, and a retry, above the page as it was sent, which stays readable.

use crate::route::Lang;
use crate::view::{El, el};
use crate::words;

/// The notice.
pub fn failed(lang: Lang, reason: &str) -> El {
    let w = words::of(lang);
    let retry = el("button").class("act").at("type", "button").at("data-act", "retry").put(w.retry);
    el("section")
        .class("failed nothing")
        .at("role", "alert")
        .put(el("p").class("title").put(w.failed))
        .put(el("p").put(w.failed_lead))
        .put(el("p").put(el("code").put(reason)))
        .put(el("p").put(retry))
}
