//! One tab of the site at a time: what several would do at once, and spoil for each other.
//!
//! In: how long one waits for one's turn. Out: the turn, which ends when it is dropped, or with its page.

use super::dom;
use super::history::base;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `LockManager` of the Web Locks API.
    type Locks;
    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, then: &JsValue) -> Promise;
}

/// A turn: others wait until it is over.
pub struct Turn(Option<Function>);

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(end) = &self.0 {
            let _ = end.call0(&JsValue::NULL);
        }
    }
}

/// Wait for one's turn; none if it has not come after so many milliseconds. Browsers without locks have nobody wait.
pub async fn turn(patience: u32) -> Option<Turn> {
    let found = Reflect::get(&dom::window().navigator(), &"locks".into()).ok().filter(JsValue::is_object);
    let Some(locks) = found.map(JsValue::unchecked_into::<Locks>) else { return Some(Turn(None)) };
    let mut end = None;
    let over = Promise::new(&mut |resolve, _| end = Some(resolve));
    // Dropped without having come, it is over as soon as it comes.
    let turn = Turn(end);
    let mut refused = None;
    let came = Promise::new(&mut |resolve, _| {
        let over = over.clone();
        let then = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::TRUE);
            over
        });
        refused = Some(locks.request(&["ocop ", &base()].concat(), &then));
    });
    let first = Promise::race(&Array::of3(&came, &refused.into(), &dom::passing(patience)));
    match JsFuture::from(first).await {
        Ok(came) => came.is_truthy().then_some(turn),
        Err(_) => Some(Turn(None)),
    }
}
