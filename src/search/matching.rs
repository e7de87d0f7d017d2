//! Words to scores: every word of the query must begin a word of the product (name, producer, place, group, terms).
//!
//! Folded, so `nuoc mam` finds "nước mắm"; a word typed with its accents scores above the same letters with others;
//! whole words above beginnings; the name above the producer, above place, group and the rest.

use crate::catalog::{Catalog, Product, Term, TermId};
use crate::text;
use std::collections::HashMap;

/// Weight of a field; the number stands in the low bits of a posting.
#[derive(Clone, Copy)]
enum Field {
    Other = 0,
    Place = 1,
    Producer = 2,
    Name = 3,
}

struct Entry {
    folded: String,
    exact: String,
    start: u32,
    end: u32,
}

/// Every word of the catalogue and who has it.
pub(super) struct Vocabulary {
    entries: Vec<Entry>,
    /// `product << 2 | field`.
    postings: Vec<u32>,
    /// Folded names, to prefer a phrase.
    names: Vec<String>,
}

/// Folded words of what was typed.
pub(super) fn wanted(typed: &str) -> Vec<String> {
    text::fold(typed).split(' ').filter(|w| !w.is_empty()).map(str::to_string).collect()
}

#[derive(Default)]
struct Builder {
    ids: HashMap<String, u32>,
    folded: Vec<String>,
}

impl Builder {
    /// Ids of the words of a text.
    fn words(&mut self, words: &str) -> Vec<u32> {
        let one = |word: text::Word<'_>| {
            let exact = text::exact(word.text);
            if let Some(id) = self.ids.get(&exact) {
                return *id;
            }
            let id = self.folded.len() as u32;
            self.folded.push(text::fold(&exact));
            self.ids.insert(exact, id);
            id
        };
        text::words(words).map(one).collect()
    }
}

impl Vocabulary {
    pub(super) fn build(catalog: &Catalog) -> Vocabulary {
        let mut b = Builder::default();
        let makers: Vec<_> = catalog.producers.iter().map(|p| b.words(&p.name)).collect();
        let districts: Vec<_> = catalog.districts.iter().map(|d| b.words(&d.name)).collect();
        let communes: Vec<_> = catalog.communes.iter().map(|c| (c.code, b.words(&c.name.vi))).collect();
        let groups: Vec<_> =
            crate::catalog::GROUPS.iter().map(|g| [b.words(g.name.vi), b.words(g.name.en)].concat()).collect();
        let mut terms =
            |all: &[Term]| all.iter().map(|t| [b.words(&t.name.vi), b.words(&t.name.en)].concat()).collect::<Vec<_>>();
        let (qualities, channels, markets) =
            (terms(&catalog.qualities), terms(&catalog.channels), terms(&catalog.markets));
        let mut pairs: Vec<u64> = Vec::with_capacity(catalog.products.len() * 24);
        for (i, p) in catalog.products.iter().enumerate() {
            let mut put = |field: Field, words: &[u32]| {
                pairs.extend(words.iter().map(|w| u64::from(*w) << 32 | (i as u64) << 2 | field as u64));
            };
            put(Field::Name, &b.words(&p.name.vi));
            put(Field::Name, &b.words(&p.name.en));
            p.makers.iter().for_each(|m| put(Field::Producer, &makers[m.0 as usize]));
            communes.iter().filter(|c| p.site.today.contains(&c.0)).for_each(|c| put(Field::Place, &c.1));
            p.site.district.iter().for_each(|d| put(Field::Place, &districts[d.0 as usize]));
            put(Field::Place, &b.words(p.site.commune.as_deref().unwrap_or_default()));
            p.group.iter().flat_map(|g| g.path()).for_each(|g| put(Field::Other, &groups[g.index()]));
            let mut others =
                |all: &[TermId], words: &[Vec<u32>]| all.iter().for_each(|t| put(Field::Other, &words[t.0 as usize]));
            others(&p.quality, &qualities);
            others(&p.channels, &channels);
            others(&p.markets, &markets);
        }
        Vocabulary::sorted(b, pairs, catalog.products.iter())
    }

    fn sorted<'a>(b: Builder, mut pairs: Vec<u64>, products: impl Iterator<Item = &'a Product>) -> Vocabulary {
        pairs.sort_unstable();
        pairs.dedup();
        let count = b.folded.len();
        let mut starts = vec![0_u32; count + 1];
        pairs.iter().for_each(|p| starts[(p >> 32) as usize + 1] += 1);
        (0..count).for_each(|i| starts[i + 1] += starts[i]);
        let mut entries: Vec<Entry> = Vec::with_capacity(count);
        let mut folded = b.folded;
        for (exact, id) in b.ids {
            let id = id as usize;
            entries.push(Entry {
                folded: std::mem::take(&mut folded[id]),
                exact,
                start: starts[id],
                end: starts[id + 1],
            });
        }
        let key = |e: &Entry| [e.folded.as_bytes(), &[0], e.exact.as_bytes()].concat();
        let order = text::order(entries.iter().map(key).collect());
        let mut slots: Vec<Option<Entry>> = entries.into_iter().map(Some).collect();
        let entries = order.into_iter().filter_map(|i| slots[i].take()).collect();
        let names = products.map(|p| text::fold(&p.name.vi)).collect();
        Vocabulary { entries, postings: pairs.into_iter().map(|p| p as u32).collect(), names }
    }

    fn beginning(&self, word: &str) -> impl Iterator<Item = &Entry> {
        let start = self.entries.partition_point(|e| e.folded.as_str() < word);
        self.entries[start..].iter().take_while(move |e| e.folded.starts_with(word))
    }

    /// Score of every product for what was typed, 0 where a word is missing; none when nothing was typed.
    pub(super) fn scores(&self, typed: &str, size: usize) -> Option<Vec<u32>> {
        let phrase = text::fold(typed);
        let mut total: Option<Vec<u32>> = None;
        for word in text::words(typed) {
            let (exact, folded) = (text::exact(word.text), text::fold(word.text));
            let accented = exact != folded;
            let mut best = vec![0_u32; size];
            for entry in self.beginning(&folded) {
                let whole = u32::from(entry.folded.len() == folded.len());
                let same = u32::from(accented && entry.exact.starts_with(exact.as_str()));
                let score = [0, 1, 2, 3].map(|field| 1 + same * 32 + field * 4 + whole * 3);
                for posting in &self.postings[entry.start as usize..entry.end as usize] {
                    let slot = &mut best[(posting >> 2) as usize];
                    *slot = score[(posting & 3) as usize].max(*slot);
                }
            }
            if let Some(before) = &total {
                best.iter_mut()
                    .zip(before)
                    .for_each(|(now, old)| *now = if *old > 0 && *now > 0 { *now + old } else { 0 });
            }
            total = Some(best);
        }
        let mut total = total?;
        for (score, name) in total.iter_mut().zip(&self.names).filter(|s| *s.0 > 0) {
            *score += if name.starts_with(phrase.as_str()) {
                24
            } else if name.contains(phrase.as_str()) {
                16
            } else {
                0
            };
        }
        Some(total)
    }

    /// How much each product has in common with those words: rare words count for more.
    pub(super) fn resemblance(&self, words: &str, whole: bool, size: usize) -> Vec<f32> {
        let mut out = vec![0.0; size];
        for word in text::words(words) {
            let folded = text::fold(word.text);
            for entry in self.beginning(&folded).filter(|e| !whole || e.folded.len() == folded.len()) {
                // "hạt cau" has nothing of "Bạch Câu": among real names accents decide, for what was typed they help.
                let same = match (entry.exact == text::exact(word.text), whole) {
                    (true, _) => 1.0,
                    (false, true) => continue,
                    (false, false) => 0.3,
                };
                let weight = same / (2.0 + (entry.end - entry.start) as f32);
                for posting in &self.postings[entry.start as usize..entry.end as usize] {
                    if posting & 3 == Field::Name as u32 {
                        out[(posting >> 2) as usize] += weight;
                    }
                }
            }
        }
        out
    }
}
