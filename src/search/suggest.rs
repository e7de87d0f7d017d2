//! What to offer while someone types: products, producers, places and groups, each marked as such.

use super::{Index, matching};
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
    /// Suggestions for what is typed so far; none for nothing.
    pub fn suggest(&self, typed: &str) -> Vec<Suggestion> {
        let wanted = matching::wanted(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        // As `find` has them, but nothing is counted: this runs at every key press.
        let scores = self.words.scores(typed, self.size).unwrap_or_default();
        let found = self.ranks.by_score(Sort::Best, (0..scores.len()).filter(|i| scores[*i] > 0), &scores, PRODUCTS);
        let products = found.into_iter().map(|id| Suggestion { kind: Kind::Product(id), total: 1 });
        let kinds = [Facet::Producer, Facet::Commune, Facet::District, Facet::Group];
        products.chain(kinds.into_iter().flat_map(|f| self.named(f, &wanted, OTHERS))).collect()
    }

    /// Those first whose name has the words side by side: "Hoằng Hoá" before "Hoằng Thanh", whose first word begins as both do.
    fn named(&self, facet: Facet, wanted: &[String], many: usize) -> impl Iterator<Item = Suggestion> {
        let (phrase, values) = (wanted.join(" "), self.values(facet));
        let (near, far): (Vec<usize>, Vec<usize>) =
            self.lookup_words(facet, wanted).into_iter().partition(|i| values[*i].folded.contains(&phrase));
        let suggestion = move |i: usize| Suggestion { kind: Kind::Value(facet, i), total: values[i].total };
        near.into_iter().chain(far).take(many).map(suggestion)
    }

    /// Values of a facet whose name holds every word typed, as beginnings of words; all for nothing typed.
    pub fn lookup(&self, facet: Facet, typed: &str) -> Vec<usize> {
        self.lookup_words(facet, &matching::wanted(typed))
    }

    fn lookup_words(&self, facet: Facet, wanted: &[String]) -> Vec<usize> {
        let all = self.values(facet).iter().enumerate();
        all.filter(|(_, v)| wanted.iter().all(|w| begins(v.folded.as_bytes(), w.as_bytes()))).map(|(i, _)| i).collect()
    }
}

/// Whether a word of a folded name begins so. Names are short and there are thousands: no searcher is set up for each.
fn begins(name: &[u8], word: &[u8]) -> bool {
    (0..name.len()).any(|i| (i == 0 || name[i - 1] == b' ') && name[i..].starts_with(word))
}
