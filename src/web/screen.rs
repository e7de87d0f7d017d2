//! The screen of a booth: kept awake, and all of it used. A browser that can do neither is no fault.
//!
//! The lock is given back while the page is hidden, as the browser would, and taken again when it is seen.

use super::dom;
use js_sys::{Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Event;

/// A lock that keeps the screen awake while it is wanted and the page is seen.
#[derive(Clone)]
pub struct Wake {
    wanted: Rc<Cell<bool>>,
    lock: Rc<RefCell<Option<JsValue>>>,
    asked: Rc<Cell<bool>>,
}

impl Wake {
    /// Nothing is locked; from now on it follows the page.
    pub fn new() -> Wake {
        let wake = Wake { wanted: Rc::default(), lock: Rc::default(), asked: Rc::default() };
        let own = wake.clone();
        let closure = Closure::<dyn Fn(Event)>::new(move |_| own.follow());
        let document = dom::document();
        let _ = document.add_event_listener_with_callback("visibilitychange", closure.as_ref().unchecked_ref());
        closure.forget();
        wake
    }

    /// Whether this browser can.
    pub fn able() -> bool {
        api().is_some()
    }

    /// Want it, or no longer.
    pub fn want(&self, on: bool) {
        self.wanted.set(on);
        self.follow();
    }

    /// Whether it is wanted.
    pub fn wanted(&self) -> bool {
        self.wanted.get()
    }

    /// Take the lock or give it back, as is wanted and seen now. Called now and then, it takes one again that the browser took.
    pub fn follow(&self) {
        let wanted = self.wanted.get() && !dom::document().hidden();
        let lost = |lock: &JsValue| Reflect::get(lock, &"released".into()).is_ok_and(|released| released.is_truthy());
        if self.lock.borrow().as_ref().is_some_and(lost) {
            self.lock.take();
        }
        if !wanted {
            if let Some(lock) = self.lock.take() {
                spawn_local(async move { drop(call(&lock, "release", &[]).await) });
            }
        } else if self.lock.borrow().is_none() && !self.asked.replace(true) {
            let own = self.clone();
            spawn_local(async move {
                let lock = match api() {
                    Some(api) => call(&api, "request", &["screen".into()]).await,
                    None => None,
                };
                own.asked.set(false);
                own.lock.replace(lock);
                if !own.wanted.get() || dom::document().hidden() {
                    own.follow();
                }
            });
        }
    }
}

impl Default for Wake {
    fn default() -> Wake {
        Wake::new()
    }
}

fn api() -> Option<JsValue> {
    Reflect::get(&dom::window().navigator(), &"wakeLock".into()).ok().filter(|api| api.is_object())
}

/// Call a method that answers later; none if there is none, or it refuses.
async fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    let given = Reflect::apply(&method, of, &with.iter().collect()).ok()?;
    JsFuture::from(Promise::resolve(&given)).await.ok()
}

/// Use the whole screen; asked after a touch only, as browsers want it.
pub fn fill() {
    let document = dom::document();
    if let (Some(root), None) = (document.document_element(), document.fullscreen_element()) {
        spawn_local(async move { drop(call(&root, "requestFullscreen", &[]).await) });
    }
}
