//! The list of what was picked, in the browser.

use super::picks;
use crate::page::{Site, Ui, framed};
use crate::pick::List;
use crate::route::{Address, Lang, Route};
use crate::view;
use crate::web::{dom, storage};

/// Open the page.
pub(in crate::page) fn open(site: &'static Site, lang: Lang, asked: &str) {
    let list = List::read(&storage::picks());
    let address = Address::new(lang, Route::Picks(asked.into()));
    let Some(app) = dom::find("#app") else { return };
    view::show(&app, framed(site, &address, &Ui { picks: list.clone(), ..Ui::default() }, picks(site, lang, &list)));
}
