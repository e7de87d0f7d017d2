//! The bar that offers a newer version, on pages that a device keeps.

use super::{El, el};

/// What it says, and its button.
pub fn renew(said: &str, button: &str) -> El {
    let press = el("button").class("act").at("type", "button").at("data-act", "renew").put(button);
    el("div").class("renew").at("role", "status").put(el("p").put(said)).put(press)
}
