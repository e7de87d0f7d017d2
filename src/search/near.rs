//! Close by: products like another, and what to offer when nothing is found.

use super::Index;
use crate::catalog::{Catalog, ProductId};
use crate::query::{Facet, Query};

/// Products like another, most alike first.
pub type Similar = Vec<ProductId>;

/// A query less one of its parts.
pub struct Without {
    /// The pick dropped; none when it is the words.
    pub pick: Option<(Facet, String)>,
    /// What is left to ask.
    pub query: Query,
    /// How many that finds.
    pub total: usize,
}

impl Index {
    /// The products most like this one: shared words of the name, rare ones first; then the same group.
    pub fn similar(&self, catalog: &Catalog, id: ProductId, many: usize) -> Similar {
        let own = catalog.product(id);
        let mut scores = self.words.resemblance(&own.name.vi, true, self.size);
        let path = own.group.map(|g| g.path()).unwrap_or_default();
        for (score, p) in scores.iter_mut().zip(&catalog.products) {
            let shared =
                p.group.map(|g| g.path()).unwrap_or_default().iter().zip(&path).filter(|(a, b)| a == b).count();
            *score += shared as f32 * 0.02 + if p.motif == own.motif { 0.05 } else { 0.0 };
            // Other goods of the same maker have a place of their own on the page.
            if p.makers.iter().any(|m| own.makers.contains(m)) {
                *score *= 0.2;
            }
        }
        scores[id.0 as usize] = 0.0;
        self.top(&scores, 0.04, many)
    }

    /// The products nearest to words that find nothing: any of the words, or their beginnings, in the name.
    pub fn nearest(&self, typed: &str, many: usize) -> Similar {
        let mut scores = self.words.resemblance(typed, false, self.size);
        if scores.iter().all(|s| *s == 0.0) {
            // Not one word is known: try shorter and shorter beginnings of each.
            for cut in [4, 3, 2] {
                let short = super::matching::wanted(typed)
                    .iter()
                    .map(|w| w.chars().take(cut).collect::<String>())
                    .collect::<Vec<_>>()
                    .join(" ");
                scores = self.words.resemblance(&short, false, self.size);
                if scores.iter().any(|s| *s > 0.0) {
                    break;
                }
            }
        }
        self.top(&scores, 0.0, many)
    }

    /// For each part of a query, what is found without it.
    pub fn without(&self, query: &Query) -> Vec<Without> {
        let words = (!query.text.trim().is_empty()).then(|| (None, query.typed("")));
        let picks = query.picks().map(|(facet, slug)| (Some((facet, slug.to_string())), query.toggled(facet, slug)));
        words.into_iter().chain(picks).map(|(pick, query)| Without { pick, total: self.count(&query), query }).collect()
    }

    fn top(&self, scores: &[f32], above: f32, many: usize) -> Similar {
        // A resemblance is between 0 and a few units: millionths tell any two apart.
        let scores: Vec<u32> = scores.iter().map(|s| if *s > above { 1 + (*s * 1e6) as u32 } else { 0 }).collect();
        self.ranks.by_score(None, &scores, many)
    }
}
