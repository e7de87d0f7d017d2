//! Drawings: values in, markup out. One part a file, named like its section in `style/view.css`.
//!
//! A view never writes anything: a thing to press is a link (`href`), a field that goes somewhere (`data-go`) or a
//! named act (`data-act`) that the page answers. Views are plain functions over borrowed values that return owned
//! markup ([`El`]), so the same ones draw in the browser and into files.

mod badge;
mod card;
mod chart;
mod code;
mod facet;
mod facts;
mod frame;
mod label;
mod links;
#[cfg(target_arch = "wasm32")]
mod live;
mod marked;
mod node;
mod pick;
mod picture;
mod recognition;
mod renew;
mod search_box;
mod sheet;
mod toolbar;

pub use badge::{badge, legend, sign_drawing, standing, star_row};
pub use card::{cards, first_cards, rows};
pub use chart::{Bar, chart};
pub use code::code;
pub use facet::{FacetState, filters, filters_unchanged};
pub use facts::{Fact, contact, facts};
pub use frame::{frame, langs};
pub use label::{label, level};
pub use links::links;
#[cfg(target_arch = "wasm32")]
pub use live::{Live, offer, show};
pub use marked::marked;
#[cfg(not(target_arch = "wasm32"))]
pub use node::escaped;
pub use node::{El, Node, el, escape, mark};
pub use pick::pick;
pub use picture::{Sizes, photo_address, photograph, picture, tile_file};
pub use recognition::recognitions;
pub use renew::renew;
pub use search_box::{SearchBox, offer_href, offer_lines, search_box};
pub use sheet::sheet;
pub use toolbar::toolbar;

use crate::catalog::{Catalog, Commune, Date, District, Product, Site, Text};
use crate::pick::List;
use crate::query::Query;
use crate::route::{Address, Lang, Route};
pub use crate::text::capital;
use crate::words::Words;

/// What every view needs to see: the catalogue, the day and the language.
#[derive(Clone, Copy)]
pub struct See<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// The day on which states are told.
    pub today: Date,
    /// Language of the page.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Words,
    /// What the visitor has picked.
    pub picks: &'a List,
}

impl<'a> See<'a> {
    /// A link to a page in this language.
    pub fn to(&self, route: Route) -> String {
        Address::new(self.lang, route).write()
    }

    /// A link to a list.
    pub fn list(&self, query: Query) -> String {
        self.to(Route::List(query))
    }

    /// A text in this language, Vietnamese where there is no other.
    pub fn text(&self, text: &'a Text<String>) -> &'a str {
        (self.words.text)(text)
    }

    /// Today's communes of a site: usually one, two where the source does not say which.
    pub fn communes(&self, site: &Site) -> Vec<&'a Commune> {
        site.today.iter().filter_map(|code| self.catalog.commune(*code)).collect()
    }

    /// Former district of a site.
    pub fn district(&self, site: &Site) -> Option<&'a District> {
        site.district.map(|id| self.catalog.district(id))
    }

    /// Former commune and district of a site, as labels have them; none if the source names neither.
    pub fn former(&self, site: &Site) -> Option<String> {
        let district = self.district(site).map(|d| (self.words.district)(d.kind, &d.name));
        match (&site.commune, district) {
            (Some(commune), Some(district)) => Some(format!("{commune}, {district}")),
            (Some(commune), None) => Some(commune.clone()),
            (None, district) => district,
        }
    }

    /// Address of a product's drawn picture, in colour or for a photocopier.
    pub fn tile(&self, product: &Product, copied: bool) -> String {
        String::from("catalog/tile/") + &tile_file(&product.slug, copied)
    }

    /// A link to the page that prints: what kind of print, of what, in this language.
    pub fn print(&self, kind: &str, of: &str) -> String {
        let lang = if self.lang == Lang::Vi { "" } else { "&lang=en" };
        let more = if of.is_empty() { "" } else { "&" };
        self.to(Route::Print(["print=", kind, lang, more, of].concat()))
    }

    /// A link to the page that passes on another.
    pub fn share(&self, what: &Address) -> String {
        self.to(Route::Share(what.asked_of()))
    }

    /// Address of a product's picture where it stands very small.
    pub fn small(&self, product: &Product) -> String {
        product
            .photo
            .as_ref()
            .map_or_else(|| self.tile(product, false), |photo| picture::photo_address(&photo.file(photo.narrowest())))
    }
}
