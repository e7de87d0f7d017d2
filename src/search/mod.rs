//! Finding: (catalogue, index, query) in, results out. No Leptos, no browser, no clock: today is handed in.
//!
//! The pipeline: `store` (native) makes the index that travels in the bundle; [`Index::open`] unpacks it once;
//! [`Index::find`] answers a query: `answer` (`read`, `space`, `edit`: what typed words may mean, ever more freely, and
//! `matching`: who has them all, and how well) → `facet` (picks and disjunctive counts) → `rank` (order, first page).
//! `near` looks for what is close when nothing is found, `suggest` for what to offer while typing.

mod answer;
mod edit;
mod facet;
#[cfg(not(target_arch = "wasm32"))]
mod held;
mod lexicon;
mod list;
mod matching;
mod near;
mod open;
mod pack;
mod rank;
mod read;
mod space;
#[cfg(not(target_arch = "wasm32"))]
mod store;
mod suggest;
mod value;

pub use answer::{Meant, Way};
pub use facet::Counts;
pub use near::{Similar, Without};
#[cfg(not(target_arch = "wasm32"))]
pub use store::store;
pub use suggest::{Kind, Suggestion};
pub use value::Value;

use crate::bundle::Stored;
use crate::catalog::{Catalog, Date, ProductId};
use crate::query::{Facet, PAGE, Query, Sort};
use answer::Answer;
use list::at;
use open::Opening;
use std::ops::Range;

/// The index does not belong to the catalogue.
#[derive(Debug, thiserror::Error)]
#[error("{}", Broken::TEXT)]
pub struct Broken;

impl Broken {
    /// What is wrong.
    pub const TEXT: &str = "the search index does not fit the catalogue";
}

/// All that is precomputed over one catalogue. Borrows nothing, so it may live as long as the program.
pub struct Index {
    facets: facet::Facets,
    words: lexicon::Lexicon,
    ranks: rank::Ranks,
    size: usize,
}

/// What a query finds.
pub struct Found {
    /// The products to show, best first: as many pages as the query asks for.
    pub ids: Vec<ProductId>,
    /// How many there are in all.
    pub total: usize,
    /// For every value of every facet, how many products a click on it would leave (disjunctive within the facet).
    pub counts: Counts,
    answer: Box<Answer>,
}

impl Found {
    /// Folded beginnings of words to mark in what is shown.
    pub fn wanted(&self, index: &Index) -> Vec<String> {
        index.wanted(&self.answer, &self.ids)
    }

    /// Why the products were found, where it was not as typed.
    pub fn meant(&self, index: &Index) -> Option<Meant> {
        index.why(&self.answer, *self.ids.first()?)
    }
}

impl Index {
    /// Unpack the index of a catalogue. `pause` is awaited between steps of a few milliseconds each, so that a browser
    /// can answer in between.
    pub async fn open(
        catalog: &Catalog,
        stored: &Stored,
        today: Date,
        pause: &impl AsyncFn(),
    ) -> Result<Index, Broken> {
        let mut opening = Opening::new(catalog, stored, today)?;
        while opening.step()? {
            pause().await;
        }
        Ok(opening.index)
    }

    /// Answer a query whole: matches, counts, order, the pages asked for.
    pub fn find(&self, query: &Query) -> Found {
        let many = PAGE * (query.more + 1);
        let mut answer = self.answer(&query.text);
        let counts = self.facets.narrow(query, &mut answer.scored);
        let ids = self.first(&answer, query.sort, many);
        let ids = ids.into_iter().map(ProductId).collect();
        Found { ids, total: answer.scored.len(), counts, answer }
    }

    /// The first so many of an answer.
    fn first(&self, answer: &Answer, sort: Sort, many: usize) -> Vec<u32> {
        let key = |i: usize| {
            let (product, score) = answer.scored[i];
            let place = u64::from(self.ranks.place(sort, product));
            (if sort == Sort::Best { u64::from(u32::MAX - score) << 32 | place } else { place }, product)
        };
        rank::first(answer.scored.len(), &key, many)
    }

    /// How many products a query finds.
    pub fn count(&self, query: &Query) -> usize {
        let mut answer = self.answer(&query.text);
        self.facets.narrow(query, &mut answer.scored);
        answer.scored.len()
    }

    /// The values of a facet, in the order to show them.
    pub fn values(&self, facet: Facet) -> &[Value] {
        self.facets.values(facet)
    }

    /// The numbers of the values of a facet, by which its counts stand.
    pub fn numbers(&self, facet: Facet) -> Range<u32> {
        self.facets.bases[facet as usize]..self.facets.bases[facet as usize + 1]
    }

    /// The value of a facet with that slug.
    pub fn value(&self, facet: Facet, slug: &str) -> Option<&Value> {
        self.values(facet).iter().find(|v| v.slug == slug)
    }

    /// The products that have the value of that number in the catalogue, in its order.
    fn having(&self, facet: Facet, number: usize) -> &[u32] {
        self.facets.members.of(self.facets.bases[facet as usize] as usize + number)
    }

    /// The first page of those, the best first, and how many there are: what [`Index::find`] finds by that pick alone.
    pub fn all_of(&self, facet: Facet, number: usize) -> (Vec<ProductId>, usize) {
        let all = self.having(facet, number);
        let key = |i: usize| (u64::from(self.ranks.place(Sort::Best, *at(all, i))), *at(all, i));
        (rank::first(all.len(), &key, PAGE).into_iter().map(ProductId).collect(), all.len())
    }

    /// How many products there are.
    pub fn size(&self) -> usize {
        self.size
    }
}

/// The native way in: everything at once, from a catalogue alone.
#[cfg(not(target_arch = "wasm32"))]
impl Index {
    /// Make the index of a catalogue and open it. `details` is parallel to the products, or empty.
    pub fn build(catalog: &Catalog, details: &[crate::catalog::Detail], today: Date) -> Index {
        let stored = store(catalog, details, &[]);
        Index::open_now(catalog, &stored, today).unwrap_or_else(|_| unreachable!("an index fits what it is made from"))
    }

    /// Open an index without pauses.
    pub fn open_now(catalog: &Catalog, stored: &Stored, today: Date) -> Result<Index, Broken> {
        let mut opening = Opening::new(catalog, stored, today)?;
        while opening.step()? {}
        Ok(opening.index)
    }
}
