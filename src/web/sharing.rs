//! What a browser has to pass something on: its own sheet, the clipboard. Browsers inside other apps often have neither, so each
//! is asked for by the feature, never by the browser's name.

use super::dom;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// A function of the navigator, if it is there.
fn own(name: &str) -> Option<Function> {
    Reflect::get(&dom::window().navigator(), &name.into()).ok()?.dyn_into().ok()
}

/// Whether the device has a sheet of its own to share by.
pub fn has_sheet() -> bool {
    own("share").is_some()
}

/// Whether there is a clipboard.
pub fn has_clipboard() -> bool {
    Reflect::get(&dom::window().navigator(), &"clipboard".into()).is_ok_and(|c| c.is_object())
}

/// Open the device's sheet; true if something was passed on, false if the visitor thought better of it.
pub async fn sheet(title: &str, url: &str) -> bool {
    pass([("title", title), ("url", url)]).await
}

/// The same for a text.
pub async fn send(title: &str, text: &str) -> bool {
    pass([("title", title), ("text", text)]).await
}

async fn pass(parts: [(&str, &str); 2]) -> bool {
    let what = Object::new();
    for (key, value) in parts {
        let _ = Reflect::set(&what, &key.into(), &value.into());
    }
    let asked = own("share").and_then(|share| share.call1(&dom::window().navigator(), &what).ok());
    match asked {
        Some(promise) => JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await.is_ok(),
        None => false,
    }
}

/// Copy a text; where there is no clipboard, what stands in that field is marked and copied as by hand. False if neither works.
pub async fn copy(text: &str, field: &str) -> bool {
    if has_clipboard() && JsFuture::from(dom::window().navigator().clipboard().write_text(text)).await.is_ok() {
        return true;
    }
    let Some(field) = dom::find(field) else { return false };
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.select();
    } else if let Ok(Some(chosen)) = dom::window().get_selection() {
        let _ = chosen.select_all_children(&field);
    }
    let document = dom::document();
    let Ok(command) = Reflect::get(&document, &"execCommand".into()) else { return false };
    let done = command.dyn_ref::<Function>().and_then(|command| command.call1(&document, &"copy".into()).ok());
    done.is_some_and(|done| done.is_truthy())
}
