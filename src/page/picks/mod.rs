//! What the visitor has picked, or a list that was sent: in order, compared, asked about.
//!
//! In: what the address asks, and [`State`], what the device keeps. Out: the page. In the browser `desk` keeps the list and
//! answers what is pressed. Nothing here writes.

mod ask;
mod compare;
#[cfg(target_arch = "wasm32")]
mod desk;
mod letter;
mod list;
mod sent;
mod short;
mod vcard;

pub(super) use ask::keep;
pub use compare::{MOST as COMPARED, Row, rows};
#[cfg(target_arch = "wasm32")]
pub(super) use desk::open;
pub use letter::{Asker, Letter, letters, mail, sms, zalo};
pub use sent::resolve;
pub use short::Short;
pub use vcard::{CARD, vcard};

use super::Site;
use crate::catalog::{Catalog, Detail, ProductId};
use crate::pick::{Item, List};
use crate::route::{Address, Lang, Route};
use crate::view::{El, See, el};
use form_urlencoded::{Serializer, parse};
use std::collections::BTreeMap;

/// How a list is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// In order.
    #[default]
    List,
    /// Some of it side by side.
    Compare,
    /// As a letter to those who make it.
    Ask,
}

impl View {
    const ALL: [View; 3] = [View::List, View::Compare, View::Ask];

    fn key(self) -> &'static str {
        ["list", "compare", "ask"][self as usize]
    }
}

/// What the address asks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// How the list is shown.
    pub view: View,
    /// Slugs of what is compared.
    pub of: Vec<String>,
    /// The code of a list that was sent; the visitor's own without one.
    pub list: Option<String>,
}

impl Asked {
    /// That view of the visitor's own list.
    pub fn of(view: View) -> Asked {
        Asked { view, ..Asked::default() }
    }

    /// Read a query string.
    pub fn read(text: &str) -> Asked {
        let mut out = Asked::default();
        for (key, value) in parse(text.as_bytes()) {
            match key.as_ref() {
                "as" => out.view = View::ALL.into_iter().find(|view| view.key() == value).unwrap_or_default(),
                "of" => out.of.push(value.into_owned()),
                "list" => out.list = Some(value.into_owned()),
                _ => {}
            }
        }
        out
    }

    /// The page's address. A code stands last, where QR codes hold it best.
    pub fn address(&self, lang: Lang) -> Address {
        let mut out = Serializer::new(String::new());
        if self.view != View::List {
            out.append_pair("as", self.view.key());
        }
        self.of.iter().for_each(|slug| _ = out.append_pair("of", slug));
        self.list.iter().for_each(|code| _ = out.append_pair("list", code));
        Address::new(lang, Route::Picks(out.finish()))
    }
}

/// What is not in the address.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The visitor's own list.
    pub list: List,
    /// The list as it was before the last change that takes away.
    pub undo: Option<List>,
    /// Said of what was just done.
    pub said: String,
    /// What was typed for a quantity and is none, by slug: its field keeps it.
    pub odd: Vec<(String, String)>,
    /// The device keeps nothing.
    pub forgetful: bool,
    /// Names of products that were withdrawn, by slug.
    pub gone: Vec<(String, String)>,
    /// Details of products, as far as they have come.
    pub details: Vec<(ProductId, Detail)>,
    /// Who asks.
    pub asker: Asker,
    /// The device has a sheet to share by.
    pub sheet: bool,
    /// Where the site stands for others, ending in `/`.
    pub home: String,
}

impl State {
    /// Details of a product, if they have come.
    pub(super) fn detail(&self, id: ProductId) -> Option<&Detail> {
        self.details.iter().find(|known| known.0 == id).map(|known| &known.1)
    }
}

/// The page.
pub fn picks(site: &Site, lang: Lang, asked: &Asked, state: &State) -> El {
    let see = See { picks: &state.list, ..site.see(lang) };
    let main = el("main").at("id", "main").class("hall picks");
    match (&asked.list, asked.view) {
        (Some(code), _) => sent::sent(see, code, state, main),
        (None, View::Compare) => compare::compare(see, asked, state, main),
        (None, View::Ask) => ask::ask(see, state, main),
        (None, View::List) => list::list(see, state, main),
    }
}

/// A way back to the visitor's own list.
fn back(see: See<'_>, name: &str) -> El {
    let link = el("a").class("back").at("href", Asked::default().address(see.lang).write()).put(name);
    el("p").class("path").put(link)
}

/// The items of a list, each with its product if that is in the catalogue: one pass over it, however long the list is.
pub fn found<'a>(catalog: &Catalog, list: &'a List) -> Vec<(&'a Item, Option<ProductId>)> {
    let mut out: Vec<(&Item, Option<ProductId>)> = list.items().iter().map(|item| (item, None)).collect();
    let wanted: BTreeMap<&str, usize> = list.items().iter().enumerate().map(|(at, i)| (i.slug.as_str(), at)).collect();
    for (id, p) in catalog.ids().zip(&catalog.products) {
        let at = wanted.get(p.slug.as_str()).and_then(|at| out.get_mut(*at));
        at.into_iter().for_each(|at| at.1 = Some(id));
    }
    out
}

/// What of a list is in the catalogue, in its order.
fn known(see: See<'_>, list: &List) -> Vec<ProductId> {
    found(see.catalog, list).into_iter().filter_map(|item| item.1).collect()
}
