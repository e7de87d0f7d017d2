//! What is done at the page of a booth itself, told as a few plain facts; and what of its form and its device it must know.

use super::dom;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement, MouseEvent};

/// What someone did.
pub enum Heard {
    /// A finger came down there; the last is the height of the screen.
    Down(i32, i32, i32),
    /// It moved there.
    Moved(i32, i32),
    /// It left the screen, or a key was pressed.
    Up,
    /// Pressed: a named act, or the bare screen; with the language it stands for, if it does.
    Press(String, Option<String>),
    /// Changed a field.
    Changed,
    /// Sent a form.
    Sent,
    /// Went back or forward.
    Popped,
    /// What the device keeps may have changed: in another tab, or while the page was left and is shown again as it was.
    Kept,
}

/// What a browser would do by itself, and must not while a booth is open.
const OWN_WAYS: [&str; 3] = ["contextmenu", "dragstart", "gesturestart"];

/// Hear everything.
pub fn listen(on: impl Fn(Heard) + Clone + 'static) {
    let document: EventTarget = dom::document().into();
    let point = |event: &Event| event.dyn_ref::<MouseEvent>().map(|m| (m.client_x(), m.client_y())).unwrap_or_default();
    let say = on.clone();
    hear(&document, "pointerdown", move |event| {
        let (x, y) = point(event);
        say(Heard::Down(x, y, height()));
    });
    let say = on.clone();
    hear(&document, "pointermove", move |event| {
        let (x, y) = point(event);
        say(Heard::Moved(x, y));
    });
    for name in ["pointerup", "pointercancel", "keydown"] {
        let say = on.clone();
        hear(&document, name, move |_| say(Heard::Up));
    }
    let say = on.clone();
    hear(&document, "click", move |event| {
        let pressed = target(event).and_then(|t| t.closest("[data-act]").ok().flatten());
        let of = |name: &str| pressed.as_ref().and_then(|element| element.get_attribute(name));
        say(Heard::Press(of("data-act").unwrap_or_default(), of("data-lang")));
    });
    for name in ["change", "input"] {
        let say = on.clone();
        hear(&document, name, move |_| say(Heard::Changed));
    }
    let say = on.clone();
    hear(&document, "submit", move |event| {
        event.prevent_default();
        say(Heard::Sent);
    });
    for name in OWN_WAYS {
        // The exhibitor at the form may paste by the browser's own menu.
        hear(&document, name, |event| {
            if dom::find(".stand").is_some() {
                event.prevent_default();
            }
        });
    }
    let say = on.clone();
    hear(&dom::window(), "pageshow", move |event| {
        if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(|event| event.persisted()) {
            say(Heard::Kept);
        }
    });
    let say = on.clone();
    hear(&dom::window(), "storage", move |_| say(Heard::Kept));
    hear(&dom::window(), "popstate", move |_| on(Heard::Popped));
}

fn hear(target: &EventTarget, name: &str, then: impl Fn(&Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&event));
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn height() -> i32 {
    dom::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() as i32
}

/// What stands in a field of that id; for a box, `1` if it is ticked.
pub fn value(id: &str) -> String {
    let Some(field) = field(id) else { return String::new() };
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        return select.value();
    }
    // A field of many lines has the same property.
    let input: &HtmlInputElement = field.unchecked_ref();
    match input.get_attribute("type").as_deref() {
        Some("checkbox") => {
            if input.checked() {
                "1".into()
            } else {
                String::new()
            }
        }
        _ => input.value(),
    }
}

fn field(id: &str) -> Option<HtmlElement> {
    dom::find(&["#", id].concat())
}

/// Show that markup in the place of that selector.
pub fn show(place: &str, markup: &str) {
    if let Some(place) = dom::find(place) {
        place.set_inner_html(markup);
    }
}

/// Write an attribute of what that selector finds.
pub fn set(place: &str, name: &str, value: &str) {
    if let Some(place) = dom::find(place) {
        let _ = place.set_attribute(name, value);
    }
}

/// Write a text where that selector finds a place for it; false if there is none.
pub fn write(place: &str, text: &str) -> bool {
    let place = dom::find(place);
    place.iter().for_each(|place| place.set_text_content(Some(text)));
    place.is_some()
}

/// Put one more layer behind the one that is shown, and show the one that waited there: its pictures have come meanwhile.
pub fn layer(place: &str, markup: &str) {
    let layer = dom::document().create_element("div").ok();
    let (Some(place), Some(layer)) = (dom::find(place), layer) else { return };
    if let (Some(first), true) = (place.first_element_child(), place.child_element_count() > 2) {
        first.remove();
    }
    if let Some(next) = place.last_element_child() {
        next.set_class_name("layer shown");
    }
    layer.set_class_name("layer");
    layer.set_inner_html(markup);
    let _ = place.append_child(&layer);
}

/// Put out of reach what that selector finds, or back.
pub fn fence(place: &str, on: bool) {
    if let Some(place) = dom::find(place) {
        let _ = place.toggle_attribute_with_force("inert", on);
    }
}

/// The keyboard goes there.
pub fn focus(place: &str) {
    dom::find(place).iter().for_each(dom::focus);
}

/// Steps of the history that a booth lies above the page before it. Browsers pass over those that were made without a touch, so
/// they are made with one, in advance.
const STEPS: i32 = 8;

/// How many of them are below the present one.
fn depth() -> i32 {
    let state = dom::window().history().ok().and_then(|history| history.state().ok());
    state.and_then(|state| state.as_f64()).unwrap_or_default() as i32
}

/// As many steps as there should be, so that Back does not leave the page.
pub fn climb() {
    let Ok(history) = dom::window().history() else { return };
    for step in depth()..STEPS {
        let _ = history.push_state(&JsValue::from(step + 1), "");
    }
}

/// Down again to the first: Back leads where it did before.
pub fn descend() {
    if let (Ok(history), steps @ 1..) = (dom::window().history(), depth()) {
        let _ = history.go_with_delta(-steps);
    }
}

/// Any number, for what must differ from device to device.
pub fn dice() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// Minutes of the day by the device's clock.
pub fn minute() -> u16 {
    let now = js_sys::Date::new_0();
    (now.get_hours() * 60 + now.get_minutes()) as u16
}
