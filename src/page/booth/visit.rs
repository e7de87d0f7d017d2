//! What stands around a visit: the place of its frame, the bar below it, and what the bar opens.

use crate::booth::Missing;
use crate::route::is_local;
use crate::view::{self, El, See, el};
use crate::words::{Booth, booth};

/// The place of the frame, and the bar.
pub fn visit(see: See<'_>) -> El {
    el("div")
        .class("visit")
        .at("inert", "")
        .put(el("div").class("window"))
        .put(el("div").class("bar-place").put(bar(see)))
}

/// The bar, in reach of a thumb.
pub fn bar(see: See<'_>) -> El {
    let w = booth(see.lang);
    let name = see.catalog.about.title.as_str();
    let corner = el("p")
        .class("corner")
        .at("lang", "vi")
        .put(el("img").at("src", "icon.svg").at("alt", "").at("width", "32").at("height", "32"))
        .put(el("span").put(name));
    el("nav")
        .class("booth-bar")
        .at("aria-label", w.bar)
        .put(corner)
        .put(press("again", w.again))
        .put(press("note", w.note))
        .put(press("take", w.take).class("main"))
}

/// A button of that act.
pub(super) fn press(act: &str, name: &str) -> El {
    el("button").at("type", "button").at("data-act", act).put(name)
}

/// A box over everything, with its title; `close` ends it.
pub(super) fn panel(w: &Booth, title: &str, class: &str) -> El {
    let head = el("div").class("panel-head").put(el("h2").at("id", "over-title").at("tabindex", "-1").put(title));
    el("section")
        .class(class)
        .at("role", "dialog")
        .at("aria-modal", "true")
        .at("aria-labelledby", "over-title")
        .put(head.put(press("close", "×").at("aria-label", w.close)))
}

/// Codes to scan with one's own telephone: each with what it opens.
pub fn take(see: See<'_>, title: &str, lead: &str, addresses: &[(String, String)]) -> El {
    let w = booth(see.lang);
    let one = |(name, address): &(String, String)| {
        let code = view::code(address)?;
        Some(el("figure").put(code).put(el("figcaption").put(name.as_str())))
    };
    let codes: Vec<El> = addresses.iter().filter_map(one).collect();
    let panel = panel(w, title, "panel");
    if codes.is_empty() {
        return panel.put(el("p").put(w.no_code));
    }
    let here = addresses.iter().any(|(_, address)| is_local(address));
    panel
        .put(here.then(|| el("p").class("missing").put(w.only_here)))
        .put(el("p").put(lead))
        .put(el("div").class("codes").put(codes))
}

/// Letters of an address that are read.
const READ: usize = 60;

/// What is read of an address below its code.
pub fn caption(w: &Booth, address: &str) -> String {
    for (scheme, name) in [("sms:", w.message), ("mailto:", w.mail)] {
        if address.starts_with(scheme) {
            return name.into();
        }
    }
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    let bare = bare.trim_end_matches('/');
    match bare.char_indices().nth(READ).and_then(|(end, _)| bare.get(..end)) {
        Some(read) => [read, "…"].concat(),
        None => bare.into(),
    }
}

/// A field of that id with its name above.
pub(super) fn field(id: &'static str, name: &str, input: El) -> El {
    let input = input.at("id", id).at("autocomplete", "off").at("spellcheck", "false");
    el("label").at("for", id).put(el("span").put(name)).put(input)
}

/// The form of a note, for a visitor who has picked so many. It has no names that a browser would remember.
pub fn note(see: See<'_>, picked: usize) -> El {
    let w = booth(see.lang);
    let text = |length: &str| el("input").at("type", "text").at("maxlength", length);
    let tick = |id: &str, said: &str| {
        el("label").class("tick").put(el("input").at("type", "checkbox").at("id", id)).put(el("span").put(said))
    };
    let form = el("form")
        .at("data-act", "none")
        .at("autocomplete", "off")
        .flag("novalidate", true)
        .put(el("p").put(w.note_lead))
        .put(field("note-contact", w.contact, text("60")))
        .put(field("note-name", w.name, text("40")))
        .put(field("note-wish", w.wish, el("textarea").at("rows", "3").at("maxlength", "500")))
        .put((picked > 0).then(|| tick("note-list", &(w.with_list)(picked))))
        .put(tick("note-consent", w.consent))
        .put(el("p").class("missing").at("role", "alert"))
        .put(el("button").class("act").at("type", "submit").put(w.keep));
    panel(w, w.note, "panel").put(form)
}

/// What a note lacks.
pub fn lacks(see: See<'_>, missing: Missing) -> &'static str {
    (booth(see.lang).missing)(missing)
}

/// The note is kept.
pub fn kept(see: See<'_>) -> El {
    let w = booth(see.lang);
    panel(w, w.kept, "panel").put(el("p").put(w.kept_lead)).put(press("close", w.close).class("act"))
}

/// The visitor rests: what will happen, and the one touch that keeps it from happening.
pub fn warning(see: See<'_>, left: u32) -> El {
    let w = booth(see.lang);
    el("section")
        .class("panel")
        .at("role", "alertdialog")
        .at("aria-modal", "true")
        .at("aria-labelledby", "warn-title")
        .at("aria-describedby", "warn-left")
        .put(el("h2").at("id", "warn-title").put(w.still))
        .put(el("p").at("id", "warn-left").put((w.erased_in)(left)))
        .put(press("go-on", w.go_on).class("act"))
}
