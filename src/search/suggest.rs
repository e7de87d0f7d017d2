//! What to offer while someone types: products, producers, places and groups, each marked as such.

use super::{Index, rank, read};
use crate::catalog::ProductId;
use crate::query::{Facet, Sort};

/// What a suggestion is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A product: opens its page.
    Product(ProductId),
    /// A value of a facet (producer, place, group), by its index: filters or opens its page.
    Value(Facet, usize),
}

/// One line under the search box.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// What it is.
    pub kind: Kind,
    /// How many products it leads to.
    pub total: usize,
}

/// Lines of products; the look shows four.
const PRODUCTS: usize = 4;
/// Lines of every other kind.
const OTHERS: usize = 2;

impl Index {
    /// Suggestions for what is typed so far; none for nothing. As `find` has them, but nothing is counted.
    pub fn suggest(&self, typed: &str) -> Vec<Suggestion> {
        let answer = self.answer(typed);
        if answer.words.is_empty() {
            return Vec::new();
        }
        let found = self.first(&answer, Sort::Best, PRODUCTS);
        let product = |id| Suggestion { kind: Kind::Product(ProductId(id)), total: 1 };
        let mut out: Vec<Suggestion> = found.into_iter().map(product).collect();
        let values = self.join(&answer.reading, true);
        for facet in [Facet::Producer, Facet::Commune, Facet::District, Facet::Group] {
            let key = |i: usize| {
                let (value, slot) = values[i];
                let key = u64::from(slot.loose()) << 32 | u64::from(value);
                let offered = self.facets.facet(value) == facet && !self.facets.members.of(value as usize).is_empty();
                (if offered { key } else { u64::MAX }, value)
            };
            for number in rank::first(values.len(), &key, OTHERS) {
                for (index, value) in self.values(facet).iter().enumerate().filter(|v| v.1.number == number) {
                    out.push(Suggestion { kind: Kind::Value(facet, index), total: value.total });
                }
            }
        }
        out
    }

    /// Values of a facet whose name holds every word typed, as beginnings of words; all for nothing typed.
    pub fn lookup(&self, facet: Facet, typed: &str) -> Vec<usize> {
        let words = read::words(typed);
        if words.is_empty() {
            return (0..self.values(facet).len()).collect();
        }
        let mut has = vec![false; self.facets.bases[10] as usize];
        self.join(&self.read_plain(&words), true).iter().for_each(|found| has[found.0 as usize] = true);
        let values = self.values(facet).iter().enumerate();
        values.filter(|(_, value)| has[value.number as usize]).map(|(i, _)| i).collect()
    }
}
