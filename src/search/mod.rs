//! Finding: (catalogue, index, query) in, results out. No leptos, no browser, no clock: today is handed in.
//!
//! The pipeline: [`Index::build`] once → [`Index::find`] a query: `matching` (words → scores), `facet` (picks → sets and
//! disjunctive counts), `rank` (order, first page). `near` looks for what is close when nothing is found, `suggest`
//! for what to offer while typing, `similar` for products like another.

mod bits;
mod facet;
mod matching;
mod near;
mod rank;
mod suggest;

pub use facet::{Counts, Value};
pub use near::{Similar, Without};
pub use suggest::{Kind, Suggestion};

use crate::catalog::{Catalog, Date, ProductId};
use crate::query::{Facet, PAGE, Query};
use bits::Bits;

/// All that is precomputed over one catalogue. Borrows nothing, so it may live as long as the program.
pub struct Index {
    facets: facet::Facets,
    words: matching::Vocabulary,
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
    /// Folded words to mark in what is shown.
    pub wanted: Vec<String>,
}

impl Index {
    /// Prepare everything. Linear in the catalogue, plus sorting.
    pub fn build(catalog: &Catalog, today: Date) -> Index {
        Index {
            facets: facet::Facets::build(catalog, today),
            words: matching::Vocabulary::build(catalog),
            ranks: rank::Ranks::build(catalog, today),
            size: catalog.products.len(),
        }
    }

    /// Answer a query whole: matches, counts, order, the pages asked for.
    pub fn find(&self, query: &Query) -> Found {
        let wanted = matching::wanted(&query.text);
        let scores = self.words.scores(&query.text, self.size);
        let matched = match &scores {
            Some(scores) => Bits::of(self.size, scores.iter().enumerate().filter(|s| *s.1 > 0).map(|s| s.0)),
            None => Bits::full(self.size),
        };
        let (all, counts) = self.facets.narrow(query, &matched);
        let ids = self.ranks.first(query.sort, &all, scores.as_deref(), PAGE * (query.more + 1));
        Found { ids, total: all.count(), counts, wanted }
    }

    /// How many products a query finds.
    pub fn count(&self, query: &Query) -> usize {
        self.find(query).total
    }

    /// The values of a facet, in the order to show them.
    pub fn values(&self, facet: Facet) -> &[Value] {
        self.facets.values(facet)
    }

    /// The value of a facet with that slug.
    pub fn value(&self, facet: Facet, slug: &str) -> Option<&Value> {
        self.values(facet).iter().find(|v| v.slug == slug)
    }

    /// How many products there are.
    pub fn size(&self) -> usize {
        self.size
    }
}
