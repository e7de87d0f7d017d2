//! Every event of the page, heard at the document and told as one of a few plain facts.
//!
//! Views carry no listeners: a link is `href`, a field that leads somewhere has `data-go` (its address, or `value` for a
//! select), a field whose text matters has `data-field`, an act has `data-act`.

use super::{dom, history};
use crate::route::{Address, Route};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, FocusEvent, HtmlAnchorElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent,
};

/// What a visitor did.
pub enum Act {
    /// Went somewhere, by an element of that focus name; by a filter: to a list with the words that stand in the box
    /// now, whatever stood there when the filter was drawn.
    Go(Address, Option<String>, bool),
    /// Went back or forward.
    Popped,
    /// Pressed a named button.
    Do(String),
    /// Changed the text of a named field.
    Typed(String, String),
    /// Pressed a key in the search box; answering true keeps the browser from acting on it.
    Key(String),
    /// Sent the search form.
    Submit,
    /// Came to the search box.
    Entered,
    /// Left the search box.
    Left,
    /// Scrolled.
    Scrolled,
    /// What the device keeps may have changed: in another tab, or on the page from which the visitor comes back.
    Kept,
}

/// Hear everything. Links to routes of the program's `own` are told, others are the browser's; `on` answers whether it has dealt
/// with a key.
pub fn listen(own: fn(&Route) -> bool, on: impl Fn(Act) -> bool + Clone + 'static) {
    let document = dom::document();
    let hear = |name: &str, f: Box<dyn Fn(Event)>| {
        let closure = Closure::<dyn Fn(Event)>::wrap(f);
        let _ = document.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        closure.forget();
    };
    let (a, b, c, d, e, f, g) = (on.clone(), on.clone(), on.clone(), on.clone(), on.clone(), on.clone(), on);
    hear("click", Box::new(move |event| click(&event, own, &a)));
    hear("change", Box::new(move |event| change(&event, &b)));
    hear(
        "input",
        Box::new(move |event| {
            if let Some((input, field)) = target(&event).and_then(|t| Some((t.clone(), t.get_attribute("data-field")?)))
            {
                // Fields of one line and of several have their text under the same name.
                c(Act::Typed(field, input.unchecked_ref::<HtmlInputElement>().value()));
            }
        }),
    );
    hear(
        "keydown",
        Box::new(move |event| {
            let key = event
                .dyn_ref::<KeyboardEvent>()
                .filter(|k| !k.is_composing())
                .map(KeyboardEvent::key)
                .unwrap_or_default();
            let in_box = target(&event).is_some_and(|t| t.id() == "q");
            if (in_box || key == "Escape") && d(Act::Key(key)) {
                event.prevent_default();
            }
        }),
    );
    hear(
        "submit",
        Box::new(move |event| {
            event.prevent_default();
            e(Act::Submit);
        }),
    );
    hear(
        "focusout",
        Box::new(move |event| {
            let next = event
                .dyn_ref::<FocusEvent>()
                .and_then(FocusEvent::related_target)
                .and_then(|t| t.dyn_into::<Element>().ok());
            let inside = |e: &Element| e.closest(".search").ok().flatten().is_some();
            if target(&event).is_some_and(|t| t.id() == "q") && !next.as_ref().is_some_and(inside) {
                f(Act::Left);
            }
        }),
    );
    let entered = g.clone();
    hear(
        "focusin",
        Box::new(move |event| {
            if target(&event).is_some_and(|t| t.id() == "q") {
                entered(Act::Entered);
            }
        }),
    );
    // Pressing an offer must not take the focus from the box before the click arrives.
    hear(
        "mousedown",
        Box::new(|event| {
            if target(&event).and_then(|t| t.closest(".offers").ok().flatten()).is_some() {
                event.prevent_default();
            }
        }),
    );
    let h = g.clone();
    hear(
        "scroll",
        Box::new(move |_| {
            h(Act::Scrolled);
        }),
    );
    for name in ["popstate", "storage", "pageshow"] {
        let g = g.clone();
        let closure = Closure::<dyn Fn(Event)>::wrap(Box::new(move |_| {
            g(if name == "popstate" { Act::Popped } else { Act::Kept });
        }));
        let _ = dom::window().add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        closure.forget();
    }
}

/// Run something when the page is shown, also the one to which Back leads and which was kept as it was.
pub fn shown(then: fn()) {
    let closure = Closure::<dyn Fn(Event)>::wrap(Box::new(move |_: Event| then()));
    let _ = dom::window().add_event_listener_with_callback("pageshow", closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Hear only the named buttons of a page; links work as the browser has them.
pub fn act(then: impl Fn(String) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::wrap(Box::new(move |event: Event| {
        target(&event).and_then(|t| t.get_attribute("data-act")).into_iter().for_each(&then);
    }));
    let _ = dom::document().add_event_listener_with_callback("click", closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Hear only the one button of a page that could not be loaded: it loads it again.
pub fn retry() {
    act(|name| {
        if name == "retry" {
            let _ = dom::window().location().reload();
        }
    });
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn click(event: &Event, ours: fn(&Route) -> bool, on: &impl Fn(Act) -> bool) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    let other = mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key();
    let Some(element) = target(event).and_then(|t| t.closest("a[href], [data-act]").ok().flatten()) else { return };
    if other || event.default_prevented() {
        return;
    }
    if let Some(name) = element.get_attribute("data-act") {
        event.prevent_default();
        on(Act::Do(name));
        return;
    }
    let Some(link) = element.dyn_ref::<HtmlAnchorElement>() else { return };
    if link.has_attribute("download") {
        return;
    }
    let href = link.get_attribute("href").unwrap_or_default();
    if let Some(id) = href.strip_prefix('#') {
        // With a base, "#main" would lead to another page.
        event.prevent_default();
        if let Some(goal) = dom::find(&format!("#{id} h1")).or_else(|| dom::find(&format!("#{id}"))) {
            goal.scroll_into_view();
            dom::focus(&goal);
        }
        return;
    }
    let own = link.origin() == dom::window().location().origin().unwrap_or_default();
    if let (true, Some(address)) = (own, history::read(&link.pathname(), &link.search(), &link.hash())) {
        if !ours(&address.route) {
            return;
        }
        event.prevent_default();
        let filter = element.closest(".filters").ok().flatten().is_some();
        on(Act::Go(address, dom::focus_key(&element), filter));
    }
}

fn change(event: &Event, on: &impl Fn(Act) -> bool) {
    let Some(element) = target(event) else { return };
    let Some(mut href) = element.get_attribute("data-go") else { return };
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        href = select.value();
    }
    let link = dom::document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return };
    link.set_href(&href);
    if let Some(address) = history::read(&link.pathname(), &link.search(), &link.hash()) {
        on(Act::Go(address, dom::focus_key(&element), true));
    }
}
