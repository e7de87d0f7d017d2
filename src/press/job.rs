//! A job for the press: which products, what is said around them, on which paper.

use super::code::Code;
use super::mark::{KEY, Mark};
use super::words::Tongues;
use crate::catalog::{Catalog, Date, Detail, Product, ProductId};
use crate::paper::{Paper, Um};
use crate::route::{Address, Route};
use crate::text::capital;

/// All that goes in.
pub struct Job<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// The products, each once.
    pub ids: Vec<ProductId>,
    /// Within a section they stand by name; else as they are given.
    pub by_name: bool,
    /// What only a product's own page shows, by id, ascending; a layout that needs none does without.
    pub details: &'a [(ProductId, Detail)],
    /// The day on which states are told.
    pub today: Date,
    /// What is asked of the printer.
    pub paper: Paper,
    /// The languages.
    pub words: Tongues,
    /// Where the site stands, `https://…/`; without it nothing printed leads back.
    pub home: String,
    /// Address of the same view after `home`; for the code on the cover.
    pub view: String,
    /// What the book is: "Danh mục 160 sản phẩm OCOP của làng xã Thanh Hoá".
    pub subtitle: String,
    /// What it holds, a line each: the filter, the day of the facts, who publishes it, for which fair.
    pub remarks: Vec<String>,
}

impl<'a> Job<'a> {
    /// The product with that id.
    pub(super) fn product(&self, id: ProductId) -> &'a Product {
        self.catalog.product(id)
    }

    /// What only its own page shows.
    pub(super) fn detail(&self, id: ProductId) -> Option<&'a Detail> {
        let at = self.details.binary_search_by_key(&id, |known| known.0).ok()?;
        self.details.get(at).map(|known| &known.1)
    }

    /// Today's place of a product in a language, and the former district as it stands behind or instead.
    pub(super) fn place(&self, p: &Product) -> (String, String) {
        let w = self.words.first;
        let mut now = String::new();
        for commune in p.site.today.iter().filter_map(|code| self.catalog.commune(*code)) {
            if !now.is_empty() {
                now.push_str(w.either_place);
            }
            now.push_str((w.text)(&commune.name));
        }
        let old = p.site.district.map(|id| self.catalog.district(id)).map(|d| (w.district)(d.kind, &d.name));
        let old = match old {
            Some(old) if now.is_empty() => capital(&old),
            Some(old) => format!("({old})"),
            None => String::new(),
        };
        (now, old)
    }

    /// The address on the printed code of a product, and the code in a square of that side; none if nobody knows where the
    /// site stands.
    pub(super) fn code(&self, id: ProductId, side: Um) -> Option<(String, Code)> {
        if self.home.is_empty() {
            return None;
        }
        let price = self.detail(id).and_then(|detail| detail.price);
        let route = Route::Product(self.product(id).slug.clone());
        let path = Address::new(self.words.first.lang, route).path();
        let mark = Mark::of(self.catalog, id, price);
        let address = [&self.home, &path, "?", KEY, "=", mark.as_str()].concat();
        Code::of(&address, side).map(|code| (address, code))
    }

    /// What may stand below a page with these products, the fullest first: what codes are for, that pictures are drawn.
    pub(super) fn feet(&self, products: &[ProductId]) -> Vec<String> {
        let drawn = products.iter().any(|id| self.product(*id).photo.is_none());
        let scan = if self.home.is_empty() { "" } else { self.words.first.foot_scan };
        let first = [scan, if drawn { self.words.first.foot_drawn } else { "" }];
        let said = |all: &[&str]| all.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let second = self.words.second.map(|w| [first[0], first[1], w.foot_scan, w.foot_drawn]);
        let second = second.filter(|_| drawn && !scan.is_empty()).map(|all| said(&all));
        second.into_iter().chain([said(&first), said(&first[..1])]).collect()
    }
}
