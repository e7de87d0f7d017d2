//! What belongs to the device and to nobody else: the searches made on it, and what was picked. A browser that keeps nothing is no fault.

use super::dom::window;

/// Name of the searches in the browser's store.
const RECENT: &str = "ocop.recent";
/// Name of what is picked.
pub const PICKS: &str = "ocop.picks";
/// Name of what was written of who asks.
pub const ASKER: &str = "ocop.asker";
/// How many are kept; more than a hand's breadth nobody reads.
const MOST: usize = 6;

fn store() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn put(name: &str, text: &str) -> bool {
    store().is_some_and(|s| s.set_item(name, text).is_ok())
}

/// The latest searches, the last one first.
pub fn recent() -> Vec<String> {
    kept(RECENT).lines().map(String::from).collect()
}

/// Remember a search.
pub fn remember(text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        let mut all = recent();
        all.retain(|other| other != text);
        all.insert(0, text.replace('\n', " "));
        all.truncate(MOST);
        put(RECENT, &all.join("\n"));
    }
}

/// Forget them all.
pub fn forget() {
    let _ = store().map(|s| s.remove_item(RECENT));
}

/// What was picked, as it was kept.
pub fn picks() -> String {
    kept(PICKS)
}

/// Keep what is picked; false where the browser keeps nothing.
pub fn keep_picks(text: &str) -> bool {
    put(PICKS, text)
}

/// Who asks, as it was kept.
pub fn asker() -> String {
    kept(ASKER)
}

/// Keep who asks.
pub fn keep_asker(text: &str) {
    put(ASKER, text);
}

/// Whether anything can be kept, written where the style sheet finds it.
pub fn tell() {
    let root = super::dom::document().document_element();
    if let (true, Some(root)) = (keep_picks(&picks()), root) {
        let _ = root.set_attribute("data-keeps", "");
    }
}

/// What is kept under a name; empty if nothing is.
pub fn kept(name: &str) -> String {
    store().and_then(|s| s.get_item(name).ok().flatten()).unwrap_or_default()
}

/// Keep a text under a name of the booth's, or with an empty one nothing; false where the browser cannot.
pub fn keep(name: &str, text: &str) -> bool {
    let done = |s: web_sys::Storage| if text.is_empty() { s.remove_item(name) } else { s.set_item(name, text) };
    store().is_some_and(|s| done(s).is_ok())
}

/// Put aside what the exhibitor has kept on a device that becomes a booth.
pub fn set_aside() {
    rename(crate::booth::aside);
}

/// Give it back when the device is none any more.
pub fn give_back() {
    rename(crate::booth::back);
}

fn rename(other: fn(&str) -> Option<String>) {
    let Some(store) = store() else { return };
    for name in names(&store) {
        if let Some(new) = other(&name) {
            // Another tab may do the same at this moment.
            let Some(text) = store.get_item(&name).ok().flatten() else { continue };
            // What cannot be kept under its new name keeps its old one.
            if store.set_item(&new, &text).is_ok() {
                let _ = store.remove_item(&name);
            }
        }
    }
}

fn names(store: &web_sys::Storage) -> Vec<String> {
    (0..store.length().unwrap_or_default()).filter_map(|at| store.key(at).ok().flatten()).collect()
}

/// Remove all that the visitor of a booth has left, in every store of the browser.
pub fn erase_visitor() {
    let session = window().session_storage().ok().flatten();
    for store in store().into_iter().chain(session) {
        for name in names(&store).iter().filter(|name| crate::booth::of_visitor(name)) {
            let _ = store.remove_item(name);
        }
    }
}
