//! The door of the hall, in the browser: loads the catalogue and opens the room that the address names.

use crate::page::load::public;
use crate::page::{Site, booth, keep, load, picks, share};
use crate::pick::List;
use crate::route::Route;
use crate::view::{self, El, Live};
use crate::web::{dom, history, storage};
use std::cell::RefCell;

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
            // What was withdrawn stands as it was sent.
            _ => {}
        }
        dom::ready();
    });
}

/// The page as it stands in the document, drawn again by what differs.
#[derive(Default)]
pub(in crate::page) struct Canvas(RefCell<Option<Live>>);

impl Canvas {
    /// Show that page.
    pub(in crate::page) fn draw(&self, page: El) {
        let mut shown = self.0.borrow_mut();
        match (shown.as_mut(), dom::find("#app")) {
            (Some(live), _) => live.draw(page),
            (None, Some(app)) => *shown = Some(view::show(&app, page)),
            (None, None) => {}
        }
    }
}

/// Where the site stands for others, ending in `/`, and whether that is this machine only.
pub(in crate::page) fn home(site: &Site) -> (String, bool) {
    let home = public(site);
    if home.is_empty() { (history::base(), true) } else { (home, false) }
}

/// What is picked on this device.
pub(in crate::page) fn picks() -> List {
    List::read(&storage::picks())
}
