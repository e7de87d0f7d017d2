//! Every word of the catalogue, and who has it.
//!
//! In: the texts of a [`Stored`]. Out: words by their base letters (all that begin alike are one run), the postings of
//! each, and the words of every product's name in order. A posting names a document: a product, or a value of a facet
//! (producer, place, group…), whose products are looked up when it is met, so that a district's name costs one posting
//! and not one for each of its products. It decides nothing; `matching` does.

use super::list::{Lists, Table};
use std::ops::Range;

/// Which part of a product holds a word; the higher counts more. 0 are its texts, which have postings of their own.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Term = 1,
    Group = 2,
    Place = 3,
    Producer = 4,
    Also = 5,
    English = 6,
    Name = 7,
}

/// The words and their postings.
pub(super) struct Lexicon {
    pub(super) exact: Table,
    pub(super) folded: Table,
    /// Documents that have a word in a field: `document << 3 | field`.
    pub(super) posts: Lists,
    /// Products whose texts have a word.
    pub(super) texts: Lists,
    /// Words of every product in its [`NAMED`] fields, then of the values of facets, then of what is true of all.
    pub(super) names: Lists,
    /// The first of the phrases that say nothing here, being true of every product.
    pub(super) general: usize,
}

/// The fields of a product that have lists of their own, in their order.
pub(super) const NAMED: [Field; 4] = [Field::Name, Field::English, Field::Place, Field::Also];

impl Lexicon {
    pub(super) fn new() -> Lexicon {
        Lexicon {
            exact: Table::new(),
            folded: Table::new(),
            posts: Lists::new(),
            texts: Lists::new(),
            names: Lists::new(),
            general: 0,
        }
    }

    pub(super) fn size(&self) -> usize {
        self.exact.size()
    }

    /// A word as spelt, accents kept.
    #[inline(never)]
    pub(super) fn exact(&self, word: usize) -> &str {
        self.exact.get(word)
    }

    /// A word in base letters.
    #[inline(never)]
    pub(super) fn folded(&self, word: usize) -> &str {
        self.folded.get(word)
    }

    /// The bytes of a word in base letters.
    pub(super) fn bytes(&self, word: usize) -> &[u8] {
        self.folded.bytes(word)
    }

    /// The first word whose base letters are not before those.
    fn first(&self, folded: &str) -> usize {
        let (mut low, mut high) = (0, self.size());
        while low < high {
            let middle = (low + high) / 2;
            if self.bytes(middle) < folded.as_bytes() { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// Words whose base letters begin so.
    pub(super) fn beginning(&self, folded: &str) -> Range<usize> {
        let first = self.first(folded);
        let begun = |w: &usize| self.bytes(*w).starts_with(folded.as_bytes());
        first..first + (first..self.size()).take_while(begun).count()
    }

    /// Whether the base letters of any word begin so.
    pub(super) fn begins(&self, folded: &str) -> bool {
        let first = self.first(folded);
        first < self.size() && self.bytes(first).starts_with(folded.as_bytes())
    }

    /// Words of just those base letters.
    pub(super) fn just<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = usize> + 'a {
        (self.first(folded)..self.size()).take_while(|w| self.bytes(*w) == folded.as_bytes())
    }

    /// Words of a product in one of its [`NAMED`] fields, by its place there.
    pub(super) fn named(&self, product: u32, field: usize) -> &[u32] {
        self.names.of(product as usize * NAMED.len() + field)
    }

    /// Phrases that say nothing here.
    pub(super) fn general(&self) -> impl Iterator<Item = &[u32]> {
        (self.general..self.names.starts.len() - 1).map(|list| self.names.of(list))
    }
}
