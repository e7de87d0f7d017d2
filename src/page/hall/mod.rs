//! The hall: the pages of visitors who do more than look, which share one program.
//!
//! In: an address. Out: the page before its program has come; in the browser `door` opens the room that the address names.

#[cfg(target_arch = "wasm32")]
mod door;

#[cfg(target_arch = "wasm32")]
pub use door::start;
#[cfg(target_arch = "wasm32")]
pub(super) use door::{Canvas, home, picks};

#[cfg(not(target_arch = "wasm32"))]
use crate::query::Query;
#[cfg(not(target_arch = "wasm32"))]
use crate::view::{El, See, el};

/// A page of the hall before its program has come, and without it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn outside(see: See<'_>, title: &str) -> El {
    let back = el("a").class("act").at("href", see.list(Query::default())).put(see.words.to_list);
    let said = el("div").class("nothing").put(el("h1").at("tabindex", "-1").put(title)).put(el("p").put(back));
    el("main").at("id", "main").class("hall").put(said)
}
