//! One file a screen: read the route, ask, hand to views.
//!
//! In: a [`Site`] (built once), the [`Address`], and [`Ui`], the little that is not in the address. Out: markup.
//! [`draw`] is one pure function, so the same call draws in the browser and into files. In the browser `app` holds the
//! state and answers events.

mod about;
#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod booth;
mod failed;
#[cfg(not(target_arch = "wasm32"))]
mod gone;
pub mod hall;
mod head;
pub mod keep;
mod list;
#[cfg(target_arch = "wasm32")]
mod load;
mod missing;
mod overview;
pub mod picks;
mod places;
pub mod print;
mod producers;
mod product;
pub mod share;
#[cfg(target_arch = "wasm32")]
pub mod tend;

pub use failed::failed;
#[cfg(not(target_arch = "wasm32"))]
pub use gone::{gone, withdrawn};
pub use head::{Head, head};
#[cfg(target_arch = "wasm32")]
use load::load;

use crate::bundle;
use crate::catalog::{Catalog, Date, Detail};
use crate::pick::{List, NOTHING};
use crate::route::{Address, Lang, Route};
use crate::search::{Broken, Index, Suggestion};
use crate::view::{self, El, FacetState, See};
use crate::words;

/// All that is built once and never changes.
pub struct Site {
    /// The catalogue.
    pub catalog: Catalog,
    /// Its index.
    pub index: Index,
    /// The day on which states are told.
    pub today: Date,
}

impl Site {
    /// Read a bundle and open its index; `today` is told the day of its facts. `pause` is awaited every few
    /// milliseconds of work.
    pub async fn open(json: &str, today: impl FnOnce(Date) -> Date, pause: &impl AsyncFn()) -> Result<Site, String> {
        let (catalog, stored) = bundle::read_in_steps(json, pause).await.map_err(|e| e.to_string())?;
        let today = today(catalog.about.as_of);
        pause().await;
        let index = Index::open(&catalog, &stored, today, pause).await.map_err(|_| Broken::TEXT.to_string())?;
        Ok(Site { catalog, index, today })
    }

    /// Make the index of a catalogue, without the words of its details.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(catalog: Catalog, today: Date) -> Site {
        Site { index: Index::build(&catalog, &[], today), catalog, today }
    }

    /// What views see.
    pub fn see(&self, lang: Lang) -> See<'_> {
        See { catalog: &self.catalog, today: self.today, lang, words: words::of(lang), picks: &NOTHING }
    }
}

/// What of a list is drawn anew while someone types; the rest stays as it stands, and follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hurry {
    /// So many cards, those in sight.
    First(usize),
    /// All cards, not the filters.
    Cards,
}

/// What is not in the address: half-typed words, opened lists, details on their way.
#[derive(Clone, Default)]
pub struct Ui {
    /// Text in the search box where the page is not the list.
    pub typed: String,
    /// Suggestions shown.
    pub offers: Vec<Suggestion>,
    /// Beginnings of words to mark in them.
    pub wanted: Vec<String>,
    /// Earlier searches on this device, offered where nothing is typed.
    pub recent: Vec<String>,
    /// The one the keyboard stands on.
    pub active: Option<usize>,
    /// State of each facet's list.
    pub facets: [FacetState; 10],
    /// Details of the product shown, with its slug.
    pub detail: Option<(String, Detail)>,
    /// The mark of the printed code by which the visitor came.
    pub mark: Option<String>,
    /// Sections of the page "About", in that language.
    pub about: Option<(Lang, Vec<Vec<String>>)>,
    /// What is picked on this device.
    pub picks: List,
    /// Someone is typing: not everything is drawn at once.
    pub hurry: Option<Hurry>,
}

/// A page without content: what stands there, kept on a device, until the program draws what was asked for.
#[cfg(not(target_arch = "wasm32"))]
pub fn waiting(site: &Site, lang: Lang) -> El {
    let see = site.see(lang);
    let nothing = view::SearchBox { text: "", wanted: &[], offers: &[], recent: &[], active: None };
    let wait = view::el("main").at("id", "main").class("wait").put(view::el("p").put(see.words.loading));
    let search = view::search_box(see, &site.index, &nothing);
    view::frame(see, &Address::new(lang, Route::Missing(String::new())), search, wait)
}

/// The whole page at an address.
pub fn draw(site: &Site, address: &Address, ui: &Ui) -> El {
    let see = See { picks: &ui.picks, ..site.see(address.lang) };
    let content = match &address.route {
        Route::List(query) => list::list(site, see, query, ui, address.sheet),
        Route::Product(slug) => match site.catalog.find_product(slug) {
            Some(id) => product::product(site, see, id, ui),
            None => missing::missing(site, see, slug),
        },
        Route::Producers => producers::producers(site, see),
        Route::Producer(slug) => match site.catalog.find_producer(slug) {
            Some(id) => producers::producer(site, see, id),
            None => missing::missing(site, see, slug),
        },
        Route::Places => places::places(site, see),
        Route::Place(slug) => match site.catalog.communes.iter().position(|c| c.slug == *slug) {
            Some(at) => places::place(site, see, at),
            None => missing::missing(site, see, slug),
        },
        Route::Overview => overview::overview(site, see),
        Route::About => about::about(site, see, ui),
        Route::Missing(path) => missing::missing(site, see, path),
        #[cfg(not(target_arch = "wasm32"))]
        Route::Print(_) => print::outside(see),
        #[cfg(not(target_arch = "wasm32"))]
        Route::Picks(_) => hall::outside(see, &(see.words.picks_of)(0)),
        #[cfg(not(target_arch = "wasm32"))]
        Route::Share(_) => hall::outside(see, see.words.share),
        #[cfg(not(target_arch = "wasm32"))]
        Route::Offline(_) => hall::outside(see, see.words.offline),
        #[cfg(not(target_arch = "wasm32"))]
        Route::Booth(_) => hall::outside(see, see.words.booth),
        // Other programs draw their pages.
        #[cfg(target_arch = "wasm32")]
        _ => missing::missing(site, see, ""),
    };
    framed(site, address, ui, content)
}

/// A page's own content with what stands around every page.
pub fn framed(site: &Site, address: &Address, ui: &Ui, content: El) -> El {
    let see = See { picks: &ui.picks, ..site.see(address.lang) };
    let text = match &address.route {
        Route::List(query) => &query.text,
        _ => &ui.typed,
    };
    let search =
        view::SearchBox { text, wanted: &ui.wanted, offers: &ui.offers, recent: &ui.recent, active: ui.active };
    view::frame(see, address, view::search_box(see, &site.index, &search), content)
}
