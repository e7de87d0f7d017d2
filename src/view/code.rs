//! A QR code on a screen: black on white whatever the scheme, with its quiet zone, as large as its place.
//!
//! In: what it says. Out: a drawing; none if that is more than a code holds.

use super::{El, el};
use crate::press::{QUIET, modules};

/// The drawing; what it says is also its name for those who do not see it.
pub fn code(says: &str) -> Option<El> {
    let all = modules(says)?;
    let side = all.len().isqrt();
    let whole = (side as i32 + 2 * QUIET).to_string();
    let frame = ["0 0 ", &whole, " ", &whole].concat();
    let svg = el("svg").class("qr").at("viewBox", frame).at("role", "img").at("aria-label", ["QR: ", says].concat());
    let ground = ["<path class=\"white\" d=\"M0 0h", &whole, "v", &whole, "H0z\"/><path class=\"ink\" d=\""].concat();
    Some(svg.html([&ground, path(&all, side).as_str(), "\"/>"].concat()))
}

/// Dark modules beside each other joined, so that no gap is seen between them.
pub(super) fn path(all: &[bool], side: usize) -> String {
    let mut out = String::new();
    for (y, row) in (QUIET..).zip(all.chunks(side.max(1))) {
        let mut x = 0;
        while let Some(from) = row.iter().skip(x).position(|dark| *dark).map(|at| x + at) {
            let long = row.iter().skip(from).take_while(|dark| **dark).count();
            let (at, wide) = ((from as i32 + QUIET).to_string(), long.to_string());
            out.push_str(&["M", &at, " ", &y.to_string(), "h", &wide, "v1h-", &wide, "z"].concat());
            x = from + long;
        }
    }
    out
}
