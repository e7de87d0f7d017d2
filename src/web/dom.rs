//! Small dealings with the document: today, title, focus, scroll, timers.

use crate::catalog::Date;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Window};

/// The window; a page has one.
pub fn window() -> Window {
    web_sys::window().unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// The document.
pub fn document() -> Document {
    window().document().unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// The first element a selector finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Today by the device's clock; the catalogue's own day where that is nonsense.
pub fn today(otherwise: Date) -> Date {
    let now = js_sys::Date::new_0();
    let day = Date::new(now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8);
    day.unwrap_or(otherwise)
}

/// Set the tab's title, the description, the page's language, and its own address where the page has one.
pub fn set_head(title: &str, description: &str, lang: &str, own: &str) {
    document().set_title(title);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang);
    }
    if let Some(meta) = find("meta[name=description]") {
        let _ = meta.set_attribute("content", description);
    }
    if let Some(link) = find("link[rel=canonical]") {
        let _ = link.set_attribute("href", own);
    }
}

/// Focus an element without moving the page; in a text field one writes on at the end.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        // Boxes to tick have no text and refuse.
        let _ = input.set_selection_range(u32::MAX, u32::MAX);
    }
}

/// The name under which the focused element is found again after Back.
pub fn focus_key(element: &Element) -> Option<String> {
    element.get_attribute("data-focus").or_else(|| element.get_attribute("href").map(|h| format!("href {h}")))
}

/// Focus the element of that name; false if it is no longer there.
pub fn focus_by_key(key: &str) -> bool {
    let selector = match key.strip_prefix("href ") {
        Some(href) => format!("main a[href=\"{href}\"]"),
        None => format!("[data-focus=\"{key}\"]"),
    };
    let found = find(&selector);
    found.iter().for_each(focus);
    found.is_some()
}

/// One kind of callback for all: each kind of its own would cost half a kilobyte.
fn callback(then: Box<dyn FnOnce()>) -> js_sys::Function {
    Closure::once_into_js(then).unchecked_into()
}

/// Run something once the page has been drawn again.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let _ = window().request_animation_frame(&callback(Box::new(then)));
}

/// Run something after so many milliseconds; the number stops it.
pub fn later(ms: i32, then: impl FnOnce() + 'static) -> Option<i32> {
    window().set_timeout_with_callback_and_timeout_and_arguments_0(&callback(Box::new(then)), ms).ok()
}

/// A promise that comes true after so many milliseconds.
pub fn passing(ms: u32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms as i32);
    })
}

/// Wait so many milliseconds.
pub async fn rest(ms: u32) {
    let _ = wasm_bindgen_futures::JsFuture::from(passing(ms)).await;
}

/// Let the browser paint and answer before going on.
pub async fn breathe() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // A message comes at once; timers in a row are held back by 4 ms each.
        if let Ok(channel) = web_sys::MessageChannel::new() {
            channel.port1().set_onmessage(Some(&resolve));
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Milliseconds of the clock.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Long work that lets the browser answer every few milliseconds.
pub struct Breath(std::cell::Cell<f64>);

/// Milliseconds of work in a row: on a phone four times as slow, a frame is never held for 50.
const WORK: f64 = 4.0;

impl Breath {
    /// From now on.
    pub fn start() -> Breath {
        Breath(now().into())
    }

    /// Breathe if it is time.
    pub async fn take(&self) {
        if now() - self.0.get() > WORK {
            breathe().await;
            self.0.set(now());
        }
    }
}

/// Wait until the page as it was sent is there with its pictures and letters: readers come first.
pub async fn sent() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if document().ready_state() == "complete" {
            let _ = resolve.call0(&JsValue::NULL);
        } else {
            let _ = window().add_event_listener_with_callback("load", &resolve);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// The program has the page, and all that was asked for is there.
pub fn ready() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", "");
        let _ = root.remove_attribute("data-asked");
    }
}

/// What has just come under a finger is not touched by the second half of a double tap.
pub fn shield() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-shield", "");
        later(400, move || {
            let _ = root.remove_attribute("data-shield");
        });
    }
}

/// Stop what [`later`] began.
pub fn cancel(timer: i32) {
    window().clear_timeout_with_handle(timer);
}

/// Text already typed into the search box before the program came.
pub fn typed_early() -> Option<String> {
    let input: HtmlInputElement = find("#q")?.dyn_into().ok()?;
    Some(input.value()).filter(|v| !v.is_empty())
}

/// Whether nothing has the focus: what had it is gone.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|e| e.tag_name() == "BODY")
}

/// Whether the screen is as narrow as a phone's, where filters are a sheet (the same limit as in `style/page.css`).
pub fn narrow() -> bool {
    window().match_media("(max-width: 899px)").ok().flatten().is_some_and(|m| m.matches())
}

/// Put everything but the open sheet out of reach, or back.
pub fn fence(on: bool) {
    let others = document().query_selector_all(".skip, .head, .stall, .site-foot");
    let Ok(others) = others else { return };
    for i in 0..others.length() {
        if let Some(element) = others.item(i).and_then(|n| n.dyn_into::<Element>().ok()) {
            let _ = element.toggle_attribute_with_force("inert", on);
        }
    }
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force("data-fenced", on);
    }
}
/// Whether someone may see the page.
pub fn is_shown() -> bool {
    !document().hidden()
}

/// Run something whenever the page comes into sight again.
pub fn shown(then: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(move || {
        if is_shown() {
            then();
        }
    });
    let _ = document().add_event_listener_with_callback("visibilitychange", closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Whether the page stands in another.
pub fn is_framed() -> bool {
    window().parent().ok().flatten().is_some_and(|above| above != window())
}

/// Load the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Put markup at the end of the page.
pub fn append(html: &str) {
    if let Some(body) = document().body() {
        let _ = body.insert_adjacent_html("beforeend", html);
    }
}
