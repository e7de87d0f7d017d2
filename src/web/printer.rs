//! The printer behind a thin edge: the size of its paper, its dialogue, and the form and sheets of the page before it.

use super::dom::{self, Breath};
use super::fetch;
use js_sys::Uint8Array;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CssStyleSheet, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// Paper of that size in millimetres, without margins of the browser's own, for the dialogue and for the screen.
pub fn paper([width, height]: &[String; 2]) {
    let own = dom::document().style_sheets().item(0).and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok());
    if let Some(sheet) = own {
        let rule = ["@page { size: ", width, "mm ", height, "mm; margin: 0 }"].concat();
        // The rule of before; there is none at first.
        let before = sheet.css_rules().ok().and_then(|rules| rules.item(0));
        if before.is_some_and(|rule| rule.css_text().starts_with("@page")) {
            let _ = sheet.delete_rule(0);
        }
        let _ = sheet.insert_rule_with_index(&rule, 0);
    }
    set("--wide", width);
    set("--high", height);
}

/// How large sheets are shown, in per cent.
pub fn zoom(per_cent: &str) {
    set("--zoom", per_cent);
}

fn set(name: &str, value: &str) {
    if let Some(sheets) = dom::find(".sheets") {
        let _ = sheets.style().set_property(name, value);
    }
}

/// What the browser calls a file of what it prints.
pub fn name(text: &str) {
    dom::document().set_title(text);
}

/// Empty sheets, so many.
pub fn lay(sheets: usize) {
    if let Some(place) = dom::find(".sheets") {
        place.set_inner_html(&"<div class=\"sheet\"></div>".repeat(sheets));
        PICTURES.set(Pictures::default());
    }
}

/// What stands on the sheet of that number, from 1.
pub fn draw(number: usize, markup: &str) {
    let sheet = dom::find(".sheets").and_then(|place| place.children().item(number.checked_sub(1)? as u32));
    if let Some(sheet) = sheet {
        sheet.set_inner_html(markup);
        let more = sheet.query_selector_all("image").map_or(0, |all| all.length());
        change(|all| all.awaited += more);
    }
}

/// How it stands with the pictures of sheets.
#[derive(Clone, Copy, Default)]
struct Pictures {
    /// So many have neither come nor failed.
    awaited: u32,
    /// For so many of those no sheet waits any more.
    late: u32,
    failed: u32,
}

thread_local! {
    static PICTURES: Cell<Pictures> = Cell::default();
}

fn change(how: impl FnOnce(&mut Pictures)) {
    let mut all = PICTURES.get();
    how(&mut all);
    PICTURES.set(all);
}

/// Milliseconds between two looks at what has come.
const LOOK: u32 = 16;
/// Milliseconds without an arrival: then the next sheet is drawn; it is told that some are awaited; and they are given up,
/// as a network that stands still holds up nothing for ever.
const NEXT: f64 = 2_000.0;
const TELL: f64 = 1_000.0;
const END: f64 = 30_000.0;

/// Count from now on which pictures of sheets come or fail.
pub fn watch() {
    let closure = Closure::<dyn Fn(Event)>::wrap(Box::new(|event: Event| {
        let picture = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if picture.is_some_and(|picture| picture.local_name() == "image") {
            let failed = event.type_() == "error";
            change(|all| {
                all.awaited = all.awaited.saturating_sub(1);
                all.late = all.late.min(all.awaited);
                all.failed += u32::from(failed);
            });
        }
    }));
    for name in ["load", "error"] {
        // These events do not rise: they are heard on their way down, and of drawings only by an element.
        if let Some(root) = dom::document().document_element() {
            let _ = root.add_event_listener_with_callback_and_bool(name, closure.as_ref().unchecked_ref(), true);
        }
    }
    closure.forget();
}

/// Until no more pictures than that are on their way, or none has come for a while. A browser that is asked for thousands
/// at once answers nobody.
pub async fn pictures(at_most: u32) {
    let mut still = Still::begin();
    while PICTURES.get().awaited - PICTURES.get().late > at_most {
        dom::rest(LOOK).await;
        if still.since() > NEXT {
            change(|all| all.late = all.awaited);
        }
    }
}

/// Until all pictures are there, or none has come for long; tells how many are awaited, answers how many sheets lack.
pub async fn all_pictures(told: impl Fn(usize)) -> usize {
    let (mut still, begun) = (Still::begin(), dom::now());
    let mut said = 0;
    while PICTURES.get().awaited > 0 && still.since() < END {
        dom::rest(LOOK).await;
        let awaited = PICTURES.get().awaited;
        if awaited != said && dom::now() - begun > TELL {
            said = awaited;
            told(awaited as usize);
        }
    }
    let Pictures { awaited, failed, .. } = PICTURES.get();
    (awaited + failed) as usize
}

/// How long no picture has come.
struct Still {
    awaited: u32,
    from: f64,
}

impl Still {
    fn begin() -> Still {
        Still { awaited: PICTURES.get().awaited, from: dom::now() }
    }

    /// Milliseconds since the last one came, as far as has been looked.
    fn since(&mut self) -> f64 {
        let (awaited, now) = (PICTURES.get().awaited, dom::now());
        if awaited < self.awaited {
            self.from = now;
        }
        self.awaited = awaited;
        now - self.from
    }
}

/// Until the letters of the sheets are there.
pub async fn letters() {
    if let Ok(ready) = dom::document().fonts().ready() {
        let _ = JsFuture::from(ready).await;
    }
}

/// Open the printing dialogue.
pub fn print() {
    let _ = dom::window().print();
}

/// Run something before the browser prints, by whichever way it was asked to.
pub fn before(then: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn(Event)>::wrap(Box::new(move |_| then()));
    let _ = dom::window().add_event_listener_with_callback("beforeprint", closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The values of these fields as a query string begins; boxes that are not ticked are left out.
pub fn fields(names: &[&str]) -> String {
    let mut out = String::new();
    for name in names {
        let Some(field) = dom::find(&["[name=", name, "]"].concat()) else { continue };
        let value = match field.dyn_ref::<HtmlInputElement>() {
            Some(input) if !input.checked() => continue,
            Some(input) => input.value(),
            None => field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default(),
        };
        out.push_str(&[name, "=", &value, "&"].concat());
    }
    out
}

/// In a choice only these can be taken, and that one is.
pub fn offer(name: &str, keys: &[&str], chosen: &str) {
    let field = dom::find(&["[name=", name, "]"].concat()).and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
    let Some(field) = field else { return };
    let all = field.children();
    for option in (0..all.length()).filter_map(|at| all.item(at)) {
        let on = option.get_attribute("value").is_some_and(|value| keys.contains(&value.as_str()));
        let _ = option.toggle_attribute_with_force("hidden", !on);
        let _ = option.toggle_attribute_with_force("disabled", !on);
    }
    field.set_value(chosen);
}

fn input(name: &str) -> Option<HtmlInputElement> {
    dom::find(&["[name=", name, "]"].concat())?.dyn_into().ok()
}

/// The text of the file chosen in a field, which stays on this device; none if no file is chosen, no text if it is none.
pub async fn file(name: &str, breath: &Breath) -> Option<Option<String>> {
    let file = input(name)?.files()?.get(0)?;
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { return Some(None) };
    Some(fetch::utf8(&Uint8Array::new(&buffer), breath).await)
}

/// No file is chosen in a field any more.
pub fn clear(name: &str) {
    if let Some(input) = input(name) {
        input.set_value("");
    }
}

/// Run something when a field changes, by its name and value.
pub fn changed(then: impl Fn(String, String) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::wrap(Box::new(move |event: Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
        let value = field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default();
        then(field.get_attribute("name").unwrap_or_default(), value);
    }));
    let _ = dom::document().add_event_listener_with_callback("change", closure.as_ref().unchecked_ref());
    closure.forget();
}
