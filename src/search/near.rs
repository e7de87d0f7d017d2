//! Close by: products like another, and what to offer when nothing is found.

use super::lexicon::Field;
use super::{Index, rank, read};
use crate::catalog::{Catalog, GroupId, ProductId};
use crate::query::{Facet, Query, Sort};

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

/// Letters from which a word may be meant that is two edits away: of fewer, nearly anything is.
const TWO: usize = 7;
/// What one shared word weighs at most; the more names have it, the less.
const WORD: u32 = 10_000;

impl Index {
    /// The products most like this one: shared words of the name, rare ones first; then the same group.
    pub fn similar(&self, catalog: &Catalog, id: ProductId, many: usize) -> Similar {
        let own = catalog.product(id);
        let mut scores = vec![0; self.size];
        // "hạt cau" has nothing of "Bạch Câu": among names accents decide.
        self.words.named(id.0, 0).iter().for_each(|word| self.weigh(*word as usize, 1, Field::Name, &mut scores));
        // Whoever shares a group shares those above it.
        for group in own.group.into_iter().flat_map(GroupId::path) {
            self.having(Facet::Group, group.index()).iter().for_each(|p| scores[*p as usize] += 200);
        }
        for (score, other) in scores.iter_mut().zip(&catalog.products) {
            *score += if other.motif == own.motif { 500 } else { 0 };
        }
        // Other goods of the same maker have a place of their own on the page.
        for (i, maker) in own.makers.iter().enumerate() {
            for p in self.having(Facet::Producer, maker.0 as usize) {
                let counted = catalog.products[*p as usize].makers.iter().any(|m| own.makers[..i].contains(m));
                scores[*p as usize] /= if counted { 1 } else { 5 };
            }
        }
        scores[id.0 as usize] = 0;
        self.top(&scores, 400, many)
    }

    /// The products nearest to words: what they find without any picks; else any of the words, or their beginnings, in
    /// the name.
    pub fn nearest(&self, typed: &str, many: usize) -> Similar {
        let answer = self.answer(typed);
        if !answer.words.is_empty() && !answer.scored.is_empty() {
            return self.first(&answer, Sort::Best, many).into_iter().map(ProductId).collect();
        }
        let mut scores = vec![0; self.size];
        let words = read::words(typed);
        for cut in [usize::MAX, 4, 3, 2] {
            for word in &words {
                let beginning: String = word.folded.chars().take(cut).collect();
                for other in self.words.beginning(&beginning) {
                    // For what was typed accents help.
                    let share = if self.words.exact(other) == word.exact { 1 } else { 3 };
                    self.weigh(other, share, Field::English, &mut scores);
                }
            }
            if scores.iter().any(|s| *s > 0) {
                break;
            }
        }
        self.top(&scores, 0, many)
    }

    /// For each part of a query, what is found without it.
    pub fn without(&self, query: &Query) -> Vec<Without> {
        let words = (!query.text.trim().is_empty()).then(|| (None, query.typed("")));
        let picks = query.picks().map(|(facet, slug)| (Some((facet, slug.to_string())), query.toggled(facet, slug)));
        words.into_iter().chain(picks).map(|(pick, query)| Without { pick, total: self.count(&query), query }).collect()
    }

    /// The same query with every word nobody knows put right, or without those words, and how many that finds.
    pub fn corrected(&self, query: &Query) -> Option<(Query, usize)> {
        let (mut right, mut known) = (Vec::new(), Vec::new());
        for word in read::words(&query.text) {
            if self.words.begins(&word.folded) {
                known.push(word.exact.clone());
                right.push(word.exact);
                continue;
            }
            let letters = word.folded.len();
            let edits = [(1, 3), (2, TWO)].into_iter().filter(|edits| letters >= edits.1);
            let near = edits.map(|edits| self.near(&word, edits.0, false)).find(|near| !near.is_empty());
            let common = near.into_iter().flatten().max_by_key(|hit| self.words.posts.of(hit.word as usize).len());
            right.extend(common.map(|hit| self.words.exact(hit.word as usize).to_string()));
        }
        let found = |meant: &Vec<String>| {
            let query = query.typed(&meant.join(" "));
            let total = if meant.is_empty() { 0 } else { self.count(&query) };
            (total > 0).then_some((query, total))
        };
        [right, known].iter().find_map(found)
    }

    /// Adds the weight of a word, or a share of it, to all products that have it in such a part or one that counts more.
    fn weigh(&self, word: usize, share: u32, least: Field, scores: &mut [u32]) {
        let posts = self.words.posts.of(word);
        let weight = WORD / share / (2 + posts.len() as u32);
        for post in posts.iter().filter(|post| *post & 7 >= least as u32) {
            scores[(post >> 3) as usize] += weight;
        }
    }

    fn top(&self, scores: &[u32], above: u32, many: usize) -> Similar {
        let key = |product: usize| {
            let (score, id) = (scores[product], product as u32);
            let key = u64::from(u32::MAX - score) << 32 | u64::from(self.ranks.place(Sort::Best, id));
            (if score > above { key } else { u64::MAX }, id)
        };
        rank::first(scores.len(), &key, many).into_iter().map(ProductId).collect()
    }
}
