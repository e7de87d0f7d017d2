//! What to offer while someone types: products, producers, places and groups, each marked as such.

use super::{Index, matching};
use crate::catalog::ProductId;
use crate::query::Facet;
use crate::text;

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
        let found = self.ranks.by_score(None, &scores, PRODUCTS);
        let mut out: Vec<Suggestion> =
            found.into_iter().map(|id| Suggestion { kind: Kind::Product(id), total: 1 }).collect();
        let phrase = text::fold(typed);
        for facet in [Facet::Producer, Facet::Commune, Facet::District, Facet::Group] {
            let (all, values) = (self.lookup_words(facet, &wanted), self.values(facet));
            let full = out.len() + OTHERS;
            // "Hoằng Hoá" has its words side by side; in "Hoằng Thanh" one word begins as both do.
            for near in [true, false] {
                for i in &all {
                    if out.len() < full && values[*i].folded.contains(&phrase) == near {
                        out.push(Suggestion { kind: Kind::Value(facet, *i), total: values[*i].total });
                    }
                }
            }
        }
        out
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
