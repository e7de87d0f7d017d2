//! The frame in which a visitor of a booth sees the site: opened anew for each, watched, and thrown away with all that was in it.
//!
//! A frame that is removed takes its page, its scripts, its forms and its steps of the history along. It is sandboxed: it can
//! open no window, print nothing and not lead the tab away.

use super::{dom, history};
use crate::booth::{Part, Way, held, way};
use crate::route::{Address, Route};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlAnchorElement, HtmlIFrameElement, Window};

/// What a visitor did in the frame.
pub enum Heard {
    /// Touched, typed or scrolled.
    Touch,
    /// Pressed a link that leads away, to that address; empty for the page itself.
    Away(String),
}

/// What counts as a touch.
const TOUCHES: [&str; 6] = ["pointerdown", "click", "keydown", "input", "wheel", "touchmove"];
/// What a browser would do by itself, and must not.
const OWN_WAYS: [&str; 5] = ["contextmenu", "dragstart", "gesturestart", "auxclick", "beforeprint"];

/// Milliseconds in which a page may come.
const PATIENCE: f64 = 20_000.0;

/// The ears are made once: those of every new page would pile up.
pub struct Frame {
    touch: Closure<dyn Fn(Event)>,
    click: Closure<dyn Fn(Event)>,
    stop: Closure<dyn Fn(Event)>,
    load: Closure<dyn Fn(Event)>,
    /// When it was last opened.
    opened: Cell<f64>,
}

impl Frame {
    /// Nothing is shown yet; lists will be of that part of the catalogue.
    pub fn new(part: Part, on: impl Fn(Heard) + Clone + 'static) -> Frame {
        let click = on.clone();
        let touch = Closure::<dyn Fn(Event)>::new(move |_: Event| on(Heard::Touch));
        let click = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            hold(&event, &part);
            if let Some(away) = away(&event) {
                event.prevent_default();
                event.stop_immediate_propagation();
                click(Heard::Away(away));
            }
        });
        let stop = Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default());
        let (t, c, s) = (function(&touch), function(&click), function(&stop));
        let load = Closure::<dyn Fn(Event)>::new(move |_| dress(&t, &c, &s));
        Frame { touch, click, stop, load, opened: Cell::new(0.0) }
    }

    /// Open that address in a new frame, instead of the one before.
    pub fn open(&self, address: &Address, title: &str) {
        self.close();
        self.opened.set(dom::now());
        let (Some(place), Ok(frame)) = (dom::find(".window"), dom::document().create_element("iframe")) else { return };
        // History finds the steps of a frame by its name: no two visitors share one.
        let name = ["visit-", &dom::now().to_string(), &js_sys::Math::random().to_string()].concat();
        for (key, value) in
            [("name", name.as_str()), ("title", title), ("sandbox", "allow-scripts allow-same-origin allow-forms")]
        {
            let _ = frame.set_attribute(key, value);
        }
        let _ = frame.set_attribute("src", &whole(address));
        let _ = frame.add_event_listener_with_callback("load", &function(&self.load));
        let _ = place.append_child(&frame);
    }

    /// Remove it.
    pub fn close(&self) {
        while let Some(frame) = dom::find(".window iframe") {
            let _ = frame.remove_event_listener_with_callback("load", &function(&self.load));
            frame.remove();
        }
    }

    /// Lead it elsewhere, without a way back.
    pub fn go(&self, address: &Address) {
        if let Some(window) = window() {
            let _ = window.location().replace(&whole(address));
        }
    }

    /// Where the visitor is; none where a browser shows a page of its own, as for what it could not load.
    pub fn here(&self) -> Option<Address> {
        here()
    }

    /// Whether no page of the site stands there, long after it was opened: on a slow network it is still on its way.
    pub fn is_lost(&self) -> bool {
        self.here().is_none() && dom::now() - self.opened.get() > PATIENCE
    }

    /// Hear a page that has come without being heard.
    pub fn look(&self) {
        dress(&function(&self.touch), &function(&self.click), &function(&self.stop));
    }
}

fn function(closure: &Closure<dyn Fn(Event)>) -> js_sys::Function {
    closure.as_ref().unchecked_ref::<js_sys::Function>().clone()
}

fn whole(address: &Address) -> String {
    let own = address.write();
    [&history::base(), own.trim_start_matches("./")].concat()
}

fn here() -> Option<Address> {
    let at = window()?.location();
    history::read(&at.pathname().ok()?, &at.search().ok()?, &at.hash().ok()?)
}

fn window() -> Option<Window> {
    dom::find(".window iframe")?.dyn_into::<HtmlIFrameElement>().ok()?.content_window()
}

/// Hear the page in the frame, and dress it for a booth by the style sheet that this page has.
fn dress(touch: &js_sys::Function, click: &js_sys::Function, stop: &js_sys::Function) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let Some(root) = document.document_element().filter(|root| !root.has_attribute("data-booth")) else { return };
    let Some(head) = document.query_selector("head").ok().flatten() else { return };
    let _ = root.set_attribute("data-booth", "");
    for name in TOUCHES {
        let _ = document.add_event_listener_with_callback_and_bool(name, touch, true);
    }
    let _ = document.add_event_listener_with_callback_and_bool("click", click, true);
    for name in OWN_WAYS {
        let _ = document.add_event_listener_with_callback_and_bool(name, stop, true);
    }
    let style = dom::find("link[rel=stylesheet][href*=booth]").and_then(|link| link.clone_node().ok());
    if let Some(style) = style.and_then(|style| adopted(&document, style)) {
        let _ = head.append_child(&style);
    }
}

fn adopted(document: &Document, node: web_sys::Node) -> Option<web_sys::Node> {
    document.adopt_node(&node).ok()
}

/// Keep the lists that are linked to within a part: also of the menu, not of the filters, where it is the visitor who leaves it.
fn hold(event: &Event, part: &Part) -> Option<()> {
    let link: HtmlAnchorElement =
        event.target()?.unchecked_into::<Element>().closest("a[href]").ok()??.unchecked_into();
    let to = history::read(&link.pathname(), &link.search(), &link.hash())?;
    let filter = link.closest("main").ok().flatten().is_some() && matches!(here()?.route, Route::List(_));
    let own = link.origin() == dom::window().location().origin().unwrap_or_default();
    let to = held(part, &to).filter(|_| own && !filter)?;
    link.set_href(&whole(&to));
    Some(())
}

/// The address to which a press would lead away; none if it stays, or is no link.
fn away(event: &Event) -> Option<String> {
    let target = event.target()?;
    // An element of another window is no instance of this window's classes.
    let pressed: Element = target.unchecked_into::<Element>().closest("a[href], [data-act]").ok().flatten()?;
    if let Some(act) = pressed.get_attribute("data-act") {
        let passes = ["copy", "sheet", "send", "print"].iter().any(|own| act.starts_with(own));
        return passes.then(String::new);
    }
    let link: HtmlAnchorElement = pressed.unchecked_into();
    let own = link.origin() == dom::window().location().origin().unwrap_or_default() && !link.has_attribute("download");
    let address = own.then(|| history::read(&link.pathname(), &link.search(), &link.hash())).flatten();
    match way(address.as_ref().map(|address| &address.route)) {
        Way::Inside => None,
        Way::Code => Some(link.href()),
        Way::Here => Some(String::new()),
        Way::Nowhere => {
            event.prevent_default();
            None
        }
    }
}
