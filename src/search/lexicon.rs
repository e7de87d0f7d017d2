//! Every word of the catalogue, and who has it.
//!
//! In: the texts of a [`Stored`]. Out: words by their base letters (all that begin alike are one run), the postings of
//! each, and the words of every product's name in order. A posting names a document: a product, or a value of a facet
//! (producer, place, group…), whose products are looked up when it is met, so that a district's name costs one posting
//! and not one for each of its products. It decides nothing; `matching` does.

use super::facet::{Column, ENTITIES};
use super::list::{Lists, Table};
use super::pack::Numbers;
use super::{Broken, STEP};
use crate::bundle::Stored;
use crate::text;
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
    exact: Table,
    folded: Table,
    /// Documents that have a word in a field: `document << 3 | field`.
    pub(super) posts: Lists,
    /// Products whose texts have a word.
    pub(super) texts: Lists,
    /// Words of every product's names: list `2 × product` Vietnamese, the next English.
    names: Lists,
    /// Phrases that say nothing here, being true of every product.
    pub(super) general: Vec<Vec<u32>>,
}

/// The words of all documents, on their way into a [`Lexicon`].
pub(super) struct Named<'a> {
    numbers: Numbers<'a>,
    /// How many words there are.
    count: usize,
    /// For each word of each document: the word, and its posting.
    words: Vec<u32>,
    posts: Vec<u32>,
    names: Lists,
    general: Vec<Vec<u32>>,
}

impl<'a> Named<'a> {
    /// Every word of every name. `count` is how many words there are.
    pub(super) async fn read(
        stored: &'a Stored,
        count: usize,
        products: usize,
        columns: &[Column; 10],
        pause: &impl AsyncFn(),
    ) -> Result<Named<'a>, Broken> {
        let room = stored.names.len() / 2;
        let mut named = Named {
            numbers: Numbers::of(&stored.names),
            count,
            words: Vec::with_capacity(room),
            posts: Vec::with_capacity(room),
            names: Lists { starts: Vec::with_capacity(products * 2 + 1), all: Vec::with_capacity(products * 12) },
            general: Vec::new(),
        };
        named.names.starts.push(0);
        for product in 0..products as u32 {
            named.product(product)?;
            if product as usize % STEP == STEP - 1 {
                pause().await;
            }
        }
        named.values(products as u32, columns)?;
        Ok(named)
    }

    /// The words of one more document; they begin at the place that is given back.
    fn list(&mut self, posting: u32) -> Result<usize, Broken> {
        let from = self.words.len();
        for _ in 0..self.numbers.next().ok_or(Broken)? {
            self.words.push(self.numbers.next().filter(|w| (*w as usize) < self.count).ok_or(Broken)?);
            self.posts.push(posting);
        }
        Ok(from)
    }

    fn product(&mut self, product: u32) -> Result<(), Broken> {
        for field in [Field::Name, Field::English, Field::Place, Field::Also] {
            let from = self.list(product << 3 | field as u32)?;
            if field as u32 >= Field::English as u32 {
                self.names.all.extend_from_slice(&self.words[from..]);
                self.names.starts.push(self.names.all.len() as u32);
            }
        }
        Ok(())
    }

    fn values(&mut self, products: u32, columns: &[Column; 10]) -> Result<(), Broken> {
        for (facet, field) in ENTITIES {
            for place in &columns[facet as usize].places {
                let document = products + place.unwrap_or_default();
                let from = self.list(document << 3 | field as u32)?;
                if place.is_none() {
                    // Nobody has it: not offered, not found.
                    self.words.truncate(from);
                    self.posts.truncate(from);
                }
            }
        }
        let from = self.words.len();
        while self.list(0).is_ok() {
            self.general.push(self.words.split_off(from));
        }
        self.words.truncate(from);
        self.posts.truncate(from);
        Ok(())
    }
}

impl Lexicon {
    /// The words alone.
    pub(super) fn new(stored: &Stored) -> Lexicon {
        let (exact, folded) = tables(&stored.words);
        Lexicon {
            exact,
            folded,
            posts: Lists::default(),
            texts: Lists::default(),
            names: Lists::default(),
            general: Vec::new(),
        }
    }

    /// Who has them in a name.
    pub(super) fn name(&mut self, named: Named) {
        self.posts = Lists::collect(self.size(), &named.words, &mut |at| named.posts[at]);
        self.names = named.names;
        self.general = named.general;
    }

    /// Who has them in a text.
    pub(super) async fn tell(
        &mut self,
        stored: &Stored,
        products: usize,
        pause: &impl AsyncFn(),
    ) -> Result<(), Broken> {
        let mut numbers = Numbers::of(&stored.texts);
        let mut starts = Vec::with_capacity(self.size() + 1);
        let mut all = Vec::with_capacity(stored.texts.len());
        starts.push(0);
        for word in 0..self.size() {
            let mut product = 0_u32;
            for _ in 0..numbers.next().ok_or(Broken)? {
                product = product.wrapping_add(numbers.next().ok_or(Broken)?);
                all.push(product);
            }
            starts.push(all.len() as u32);
            if word % STEP == STEP - 1 {
                pause().await;
            }
        }
        self.texts = Lists { starts, all };
        if self.texts.all.iter().all(|p| (*p as usize) < products) { Ok(()) } else { Err(Broken) }
    }

    pub(super) fn size(&self) -> usize {
        self.exact.size()
    }

    /// A word as spelt, accents kept.
    pub(super) fn exact(&self, word: usize) -> &str {
        self.exact.get(word)
    }

    /// A word in base letters.
    pub(super) fn folded(&self, word: usize) -> &str {
        self.folded.get(word)
    }

    /// The bytes of a word in base letters.
    #[inline(always)]
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

    /// Words of a product's names, one after the other.
    pub(super) fn both_names(&self, product: u32) -> &[u32] {
        let starts = &self.names.starts;
        let list = product as usize * 2;
        self.names.all.get(starts[list] as usize..starts[list + 2] as usize).unwrap_or_default()
    }

    /// Words of a product's name, Vietnamese and English.
    pub(super) fn names(&self, product: u32) -> [&[u32]; 2] {
        let list = product as usize * 2;
        [self.names.of(list), self.names.of(list + 1)]
    }
}

/// The words as spelt and in base letters.
fn tables(words: &str) -> (Table, Table) {
    let (mut exact, mut folded) = (Table::new(), Table::new());
    for word in words.split(' ').filter(|w| !w.is_empty()) {
        exact.push(word);
        folded.push(&text::fold(word));
    }
    (exact, folded)
}
