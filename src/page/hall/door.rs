//! The door of the hall, in the browser: loads the catalogue and opens the room that the address names.

use crate::page::{Site, booth, keep, load, picks, share};
use crate::pick::List;
use crate::route::Route;
use crate::web::{dom, history, storage};

/// Open the page that stands in the address bar.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let address = history::current();
        let Some(site) = load(address.lang).await else { return };
        match &address.route {
            Route::Picks(asked) => picks::open(site, address.lang, asked),
            Route::Share(asked) => share::open(site, address.lang, asked),
            Route::Offline(_) => keep::open(site, address.lang),
            Route::Booth(asked) => booth::open(site, address.lang, asked),
            // Pages of other programs do not lead here.
            _ => {}
        }
        dom::ready();
    });
}

/// Where the site stands for others, ending in `/`, and whether that is this machine only.
pub(in crate::page) fn home(site: &Site) -> (String, bool) {
    let (known, public) = (site.catalog.about.home.clone(), history::public());
    match (known.is_empty(), public.is_empty()) {
        (false, _) => (known, false),
        (true, false) => (public, false),
        (true, true) => (history::base(), true),
    }
}

/// What is picked on this device.
pub(in crate::page) fn picks() -> List {
    List::read(&storage::picks())
}
