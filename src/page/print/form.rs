//! The form of the printing page: every choice of [`Paper`](crate::paper::Paper) for a list or for one product, and how large it is shown.

use super::Asked;
use crate::paper::{By, Format, Grid, Inks, Kind, Layout, Parts, Tongue, UPS};
use crate::view::{El, See, el, langs};
use crate::words::{Desk, desk};

/// Names of the fields, as the address has them.
pub const FIELDS: [&str; 11] =
    ["print", "layout", "by", "parts", "paper", "up", "grid", "lang", "ink", "duplex", "bleed"];

/// Name of the field for the earlier edition: it belongs to the device, not to the address.
pub const OLDER: &str = "older";

/// What a list can be printed as, and one product.
const OF_LIST: [Kind; 5] = [Kind::Book, Kind::Labels, Kind::Tags, Kind::Stickers, Kind::Sign];
const OF_ITEM: [Kind; 6] = [Kind::Flyer, Kind::Fold, Kind::Labels, Kind::Tags, Kind::Stickers, Kind::Sign];

/// Sizes on the screen, in per cent of the paper.
const ZOOMS: [&str; 4] = ["25", "50", "75", "100"];

/// The whole page around its sheets.
pub fn form(see: See<'_>, asked: &Asked) -> El {
    let w = desk(see.lang);
    let p = &asked.paper;
    let item = !p.item.is_empty();
    let back = el("a").class("back").at("href", asked.origin().write()).put(if item { w.back_item } else { w.back });
    let bar = el("header").class("bar").put(back).put(langs(see, &asked.address(see.lang)));
    let kinds: &[Kind] = if item { &OF_ITEM } else { &OF_LIST };
    let title = if item { see.words.print_item } else { see.words.print_title };
    // Which fields a kind has is told by its name; `style/desk.css` hides the others.
    let fields = el("form")
        .class("choices")
        .at("data-kind", p.kind.key())
        .put(el("h1").at("tabindex", "-1").put(title))
        .put(select("print", w.kind, kinds, p.kind, Kind::key, w.kinds))
        .put(select("layout", w.layout, Layout::ALL, p.layout, Layout::key, w.layouts).class("for-book"))
        .put(select("by", w.by, By::ALL, p.by, By::key, w.bys).class("for-book"))
        .put(select("parts", w.parts, Parts::ALL, p.parts, Parts::key, w.parted).class("for-book"))
        .put(select("paper", w.format, Format::ALL, p.format, Format::key, w.formats).class("for-paper"))
        .put(select("up", w.up, &UPS, p.up, up_key, up_key).class("for-flyer"))
        .put(select("grid", w.grid, Grid::ALL, p.grid, Grid::key, w.grids).class("for-grid"))
        .put(select("lang", w.tongue, Tongue::ALL, p.tongue, Tongue::key, w.tongues))
        .put(select("ink", w.ink, Inks::ALL, p.inks, Inks::key, w.inks))
        .put(tick("duplex", w.duplex, p.duplex, "tick for-book"))
        .put(tick("bleed", w.bleed, p.bleed, "tick for-shop"))
        .put((!item).then(|| older(w)))
        .put(el("p").class("hint").put(w.hint))
        .put(el("p").class("hint turned").put(w.turned))
        .put(el("p").class("hint folded").put(w.folded))
        .put(el("p").class("hint tented").put(w.tented))
        .put(
            el("button").class("act").at("type", "button").at("data-act", "print").flag("disabled", true).put(w.print),
        );
    el("main").at("id", "main").class("desk").put(bar).put(fields).put(stage(w))
}

fn select<T: Copy + PartialEq>(
    name: &'static str,
    title: &str,
    all: &[T],
    chosen: T,
    key: fn(T) -> &'static str,
    said: fn(T) -> &'static str,
) -> El {
    let option = |value: T| el("option").at("value", key(value)).flag("selected", value == chosen).put(said(value));
    let options = all.iter().copied().map(option).collect::<Vec<_>>();
    let select = el("select").at("name", name).put(options);
    el("label").put(el("span").put(title)).put(select)
}

/// Where the earlier edition of an addendum is chosen.
fn older(w: &'static Desk) -> El {
    let input = el("input").at("type", "file").at("name", OLDER).at("accept", ".json,application/json");
    let off = el("button").at("type", "button").at("data-act", "whole").flag("hidden", true);
    el("div")
        .class("older for-book")
        .put(el("label").put(el("span").put(w.older)).put(input))
        .put(el("p").class("hint").put(w.older_hint))
        .put(off.put(w.older_off))
}

fn up_key(up: u8) -> &'static str {
    ["1", "2", "4", "8"][up.ilog2() as usize]
}

fn tick(name: &'static str, title: &str, on: bool, class: &str) -> El {
    let input = el("input").at("type", "checkbox").at("name", name).at("value", "1").flag("checked", on);
    el("label").class(class).put(input).put(el("span").put(title))
}

/// Where the sheets lie, and how far they are.
fn stage(w: &'static Desk) -> El {
    let option = |size: &&'static str| {
        el("option").at("value", *size).flag("selected", *size == "50").put(String::from(*size) + " %")
    };
    let zoom = el("select").at("name", "zoom").put(ZOOMS.iter().map(option).collect::<Vec<_>>());
    let head = el("div")
        .class("stage-head")
        .put(el("p").at("role", "status").class("said").put(w.laying))
        .put(el("label").put(el("span").put(w.zoom)).put(zoom));
    el("section").class("stage").at("aria-label", w.sheets).put(head).put(el("div").class("sheets"))
}
