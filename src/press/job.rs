//! A job for the press: which products, what is said around them, on which paper.

use super::code::Code;
use super::line::Wrap;
use super::mark::{KEY, Mark};
use super::metric::Style;
use super::passage::Passage;
use super::sale::sells;
use super::sheet::{Ink, Role};
use super::words::{Tongues, Words};
use crate::catalog::{Addendum, Catalog, Change, Date, Detail, District, Product, ProductId};
use crate::paper::{Kind, Layout, Paper, Um};
use crate::route::{Address, Lang, Route};
use crate::text::{capital, fold};

/// What somebody wants of a product.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    /// How many; 0 where that is not said.
    pub quantity: u16,
    /// What else was noted of it, on one line.
    pub note: String,
}

/// All that goes in.
pub struct Job<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// What it is an addendum of: then the catalogue is the addendum's, and sections are what became of products.
    pub addendum: Option<&'a Addendum>,
    /// The products, each once.
    pub ids: Vec<ProductId>,
    /// Within a section they stand by name; else as they are given.
    pub by_name: bool,
    /// What only a product's own page shows, by id, ascending; a layout that needs none does without.
    pub details: &'a [(ProductId, Detail)],
    /// What is wanted of each, by id, ascending; empty where nobody has picked them.
    pub wishes: Vec<(ProductId, Wish)>,
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
    /// Titles of all sources of the catalogue, one after another, and over them what they are; empty where they are not known.
    pub sources: [String; 2],
}

impl<'a> Job<'a> {
    /// The product with that id.
    pub(super) fn product(&self, id: ProductId) -> &'a Product {
        self.catalog.product(id)
    }

    /// What became of a product since the edition to which this is an addendum.
    pub(super) fn change(&self, id: ProductId) -> Option<&'a Change> {
        self.addendum.and_then(|addendum| addendum.change(id))
    }

    /// Whether the site has a page and a picture of the product: of what was withdrawn it has neither.
    pub(super) fn is_there(&self, id: ProductId) -> bool {
        self.addendum.is_none_or(|addendum| addendum.is_own(id))
    }

    /// A line with the fields that changed; none if the product is new, withdrawn or the book no addendum.
    pub(super) fn changed(&self, id: ProductId, style: Style, width: Um) -> Option<Passage> {
        let Some(Change::Changed(fields)) = self.change(id) else { return None };
        let says = self.words.both(|w| {
            let fields: Vec<&str> = fields.iter().map(|field| (w.field)(*field)).collect();
            [w.changed, ": ", &fields.join(", ")].concat()
        });
        Some(Passage::new(self.words.first.lang, &says, style, width, Wrap::Full).ink(Ink::Ochre))
    }

    /// What only its own page shows.
    pub(super) fn detail(&self, id: ProductId) -> Option<&'a Detail> {
        let at = self.details.binary_search_by_key(&id, |known| known.0).ok()?;
        self.details.get(at).map(|known| &known.1)
    }

    /// Today's place of a product, and the former district as it stands behind or instead.
    pub(super) fn place(&self, p: &Product) -> (String, String) {
        let now = self.words.both(|w| {
            let communes = p.site.today.iter().filter_map(|code| self.catalog.commune(*code));
            communes.map(|commune| (w.text)(&commune.name)).collect::<Vec<_>>().join(w.either_place)
        });
        let old = p.site.district.map(|id| self.catalog.district(id));
        let old = old.map(|d| self.words.both(|w| district(w, d)));
        let old = match old {
            Some(old) if now.is_empty() => capital(&old),
            Some(old) => ["(", &old, ")"].concat(),
            None => String::new(),
        };
        (now, old)
    }

    /// The English name of a product, if it has one and English stands on the print.
    pub(super) fn english(&self, id: ProductId) -> Option<&'a str> {
        let name = self.product(id).name.en.as_str();
        (self.words.has_english() && !name.is_empty()).then_some(name)
    }

    /// Whether it is handed out to sell: then remarks about sources have no place on it.
    pub(super) fn sells(&self) -> bool {
        matches!(self.paper.kind, Kind::Flyer | Kind::Fold)
    }

    /// What a product is, a line each, beside its story.
    pub(super) fn said(&self, id: ProductId) -> Vec<&'a str> {
        let facts = self.detail(id).map(|detail| detail.facts.as_slice()).unwrap_or_default();
        facts.iter().map(String::as_str).filter(|fact| !self.sells() || sells(fact)).collect()
    }

    /// By what a place of that name stands in alphabetical order: as it is printed.
    pub(super) fn key_of_place(&self, name: &str) -> String {
        if self.words.first.lang == Lang::En { fold(name) } else { name.into() }
    }

    /// What is wanted of a product.
    pub(super) fn wish(&self, id: ProductId) -> Option<&Wish> {
        let at = self.wishes.binary_search_by_key(&id, |known| known.0).ok()?;
        self.wishes.get(at).map(|known| &known.1)
    }

    /// Lines with how many are wanted of a product and what was noted of it; none where nothing is.
    pub(super) fn wanted(&self, id: ProductId, bold: Style, text: Style, width: Um) -> Vec<Passage> {
        let Some(wish) = self.wish(id) else { return Vec::new() };
        let lang = self.words.first.lang;
        let many = (wish.quantity > 0).then(|| {
            let says = [&self.words.both(|w| w.quantity), ": ", &wish.quantity.to_string()].concat();
            Passage::new(lang, &says, bold, width, Wrap::Full).role(Role::Wish)
        });
        many.into_iter().chain(self.noted(id, text, width)).collect()
    }

    /// What was noted of a product.
    pub(super) fn noted(&self, id: ProductId, style: Style, width: Um) -> Option<Passage> {
        let note = self.wish(id).map(|wish| wish.note.as_str()).filter(|note| !note.is_empty())?;
        let says = [&self.words.both(|w| w.note), ": ", note].concat();
        Some(Passage::new(Lang::Vi, &says, style, width, Wrap::Full).role(Role::Wish))
    }

    /// The price of a product, in dong.
    pub(super) fn price(&self, id: ProductId) -> Option<u32> {
        self.detail(id).and_then(|detail| detail.price)
    }

    /// The address on the printed code of a product, and the code in a square of that side; none if nobody knows where the
    /// site stands. Its mark tells of a price only if that is printed, too.
    pub(super) fn code(&self, id: ProductId, side: Um, price: Option<u32>) -> Option<(String, Code)> {
        if self.home.is_empty() || !self.is_there(id) {
            return None;
        }
        let route = Route::Product(self.product(id).slug.clone());
        let path = Address::new(self.words.first.lang, route).path();
        let mark = Mark::of(self.catalog, id, price);
        let address = [&self.home, &path, "?", KEY, "=", mark.as_str()].concat();
        Code::of(&address, side).map(|code| (address, code))
    }

    /// What may stand below a page with these products, the fullest first: what codes are for, that pictures are drawn; a
    /// line a language.
    pub(super) fn feet(&self, products: &[ProductId]) -> Vec<String> {
        // a table has neither
        if self.paper.layout == Layout::Table {
            return Vec::new();
        }
        let drawn = products.iter().any(|id| self.product(*id).photo.is_none());
        let both = |parts: &dyn Fn(&'static Words) -> [&'static str; 2]| {
            let one = |w| parts(w).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            let all = [Some(self.words.first), self.words.second].into_iter().flatten().map(one);
            all.collect::<Vec<_>>().join("\n")
        };
        let scan = |w: &'static Words| if self.home.is_empty() { "" } else { w.foot_scan };
        let told = |w: &'static Words| if drawn { w.foot_drawn } else { "" };
        vec![both(&|w| [scan(w), told(w)]), both(&|w| [scan(w), ""])]
    }
}

/// A former district in that language: in English without accents, as communes stand beside it.
pub(super) fn district(w: &'static Words, d: &District) -> String {
    let plain = || fold(&d.name).split(' ').map(capital).collect::<Vec<_>>().join(" ");
    if w.lang == Lang::En { (w.district)(d.kind, &plain()) } else { (w.district)(d.kind, &d.name) }
}
