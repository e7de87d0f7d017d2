//! What belongs to the device and to nobody else: the searches made on it. A browser that keeps nothing is no fault.

use super::dom::window;

/// Name of the searches in the browser's store.
const RECENT: &str = "ocop.recent";
/// How many are kept; more than a hand's breadth nobody reads.
const MOST: usize = 6;

fn store() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// The latest searches, the last one first.
pub fn recent() -> Vec<String> {
    let text = store().and_then(|s| s.get_item(RECENT).ok().flatten()).unwrap_or_default();
    text.lines().map(String::from).collect()
}

/// Remember a search.
pub fn remember(text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        let mut all = recent();
        all.retain(|other| other != text);
        all.insert(0, text.replace('\n', " "));
        all.truncate(MOST);
        let _ = store().map(|s| s.set_item(RECENT, &all.join("\n")));
    }
}

/// Forget them all.
pub fn forget() {
    let _ = store().map(|s| s.remove_item(RECENT));
}
