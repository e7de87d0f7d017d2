//! The address bar and the history: read, push, replace; scroll and focus kept with each entry.

use super::dom::{document, window};
use crate::route::{Address, is_local};
use wasm_bindgen::JsValue;

/// The site's base as a whole address, ending in `/`.
pub fn base() -> String {
    let uri = document().base_uri().ok().flatten().unwrap_or_default();
    uri.rsplit_once('/').map(|(base, _)| [base, "/"].concat()).unwrap_or_default()
}

/// The base where others can reach it; empty where the site stands on this machine only.
pub fn public() -> String {
    let base = base();
    if is_local(&base) || !base.starts_with("http") { String::new() } else { base }
}

/// Path of the base: `/` or `/folder/`.
fn base_path() -> String {
    ["/", base().splitn(4, '/').nth(3).unwrap_or_default()].concat()
}

/// What stands in the address bar.
pub fn current() -> Address {
    let at = window().location();
    let (path, query, hash) = (at.pathname(), at.search(), at.hash());
    read(&path.unwrap_or_default(), &query.unwrap_or_default(), &hash.unwrap_or_default())
        .unwrap_or_else(|| Address::read("", "", ""))
}

/// What stands in the address bar under that key.
pub fn asked(key: &str) -> Option<String> {
    let query = window().location().search().ok()?;
    let value = |part: &str| Some(part.strip_prefix(key)?.strip_prefix('=')?.to_string());
    query.trim_start_matches('?').split('&').find_map(value)
}

/// The address of a link of this site; none if its path lies outside the base.
pub fn read(path: &str, query: &str, hash: &str) -> Option<Address> {
    let base = base_path();
    let own = path.strip_prefix(base.as_str()).or_else(|| (base.strip_suffix('/') == Some(path)).then_some(""))?;
    Some(Address::read(&decoded(own), query.trim_start_matches('?'), hash.trim_start_matches('#')))
}

/// A text as it was before it became part of an address. Paths of ours are ASCII; a mistyped one is shown to the visitor as
/// they wrote it.
pub fn decoded(path: &str) -> String {
    js_sys::decode_uri_component(path).ok().and_then(|s| s.as_string()).unwrap_or_else(|| path.into())
}

/// Scroll and focus remembered with an entry.
pub struct Kept {
    /// Pixels from the top.
    pub scroll: i32,
    /// Name of the focused element.
    pub focus: String,
}

fn state(kept: &Kept) -> JsValue {
    JsValue::from_str(&format!("{}|{}", kept.scroll, kept.focus))
}

/// What the present entry remembers.
pub fn kept() -> Option<Kept> {
    let text = window().history().ok()?.state().ok()?.as_string()?;
    let (scroll, focus) = text.split_once('|')?;
    Some(Kept { scroll: scroll.parse().ok()?, focus: focus.into() })
}

/// Remember where the visitor is, in the present entry.
pub fn keep(focus: Option<String>) {
    let focus = focus.or_else(|| kept().map(|k| k.focus)).unwrap_or_default();
    let kept = Kept { scroll: window().scroll_y().unwrap_or_default() as i32, focus };
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&state(&kept), "");
    }
}

/// With the base.
fn whole(address: &Address) -> String {
    [base(), address.write()].concat()
}

/// A new entry.
pub fn push(address: &Address) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&whole(address)));
    }
}

/// Go to a page of another program.
pub fn leave(address: &Address) {
    let _ = window().location().assign(&whole(address));
}

/// Go to a page of another program, in the place of this one.
pub fn instead(address: &Address) {
    let _ = window().location().replace(&whole(address));
}

/// The present entry gets another address.
pub fn replace(address: &Address) {
    if let Ok(history) = window().history() {
        let old = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&old, "", Some(&whole(address)));
    }
}
