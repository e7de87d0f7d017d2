//! What the form before the printer shows of how it stands: what is told, what can be pressed and chosen.
//!
//! In: what the desk knows. Out: the page; nothing is decided here but which sheets a print comes out on.

use super::Asked;
use crate::paper::{Paper, Um};
use crate::press::Sheet;
use crate::web::{dom, printer};
use crate::words::Desk;

/// Tell how far it is, or what is wrong.
pub(super) fn say(text: &str) {
    if let Some(place) = dom::find(".said") {
        place.set_text_content(Some(text));
    }
}

/// Only sheets on which that is printed can be chosen; another one than is chosen gives way to the first of them.
pub(super) fn offer_formats(paper: &mut Paper) {
    let offered = paper.formats();
    if !offered.contains(&paper.format) {
        paper.format = offered.first().copied().unwrap_or_default();
    }
    let keys = offered.iter().map(|format| format.key()).collect::<Vec<_>>();
    printer::offer("paper", &keys, paper.format.key());
}

/// Whether the button back to the whole is there.
pub(super) fn offer_whole(on: bool) {
    if let Some(button) = dom::find("[data-act=whole]") {
        let _ = if on { button.remove_attribute("hidden") } else { button.set_attribute("hidden", "") };
    }
}

/// Whether the button can be pressed.
pub(super) fn able(on: bool) {
    if let Some(button) = dom::find("[data-act=print]") {
        let _ = if on { button.remove_attribute("disabled") } else { button.set_attribute("disabled", "") };
    }
}

/// The paper on which sheets like that one are printed; what is to be said of it, where no printer at hand has it.
pub(super) fn papered(w: &Desk, asked: &Asked, sheet: &Sheet) -> Option<String> {
    printer::paper(&[millimetres(sheet.width), millimetres(sheet.height)]);
    let whole = |length: Um| ((length.0 + 500) / 1000).to_string();
    asked.paper.bleed.then(|| (w.bled)(&whole(sheet.width), &whole(sheet.height)))
}

/// A length as style sheets have it.
fn millimetres(length: Um) -> String {
    format!("{}.{:03}", length.0 / 1000, length.0 % 1000)
}
