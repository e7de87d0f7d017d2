//! Opening an index: from what travels to what answers, in steps short enough for a browser to answer in between.

use super::facet::{FIELDS, Facets};
use super::lexicon::{Lexicon, NAMED};
use super::list::Lists;
use super::pack::Numbers;
use super::rank::Ranks;
use super::{Broken, Index};
use crate::bundle::Stored;
use crate::catalog::{Catalog, Date, Standing};
use crate::query::Sort;
use crate::text;

/// Products and words looked at in one step.
const STEP: usize = 1024;

/// The stage from which ways to sort are added.
const FIRST: usize = 3;

/// An index while it is opened.
pub(super) struct Opening<'a> {
    /// What is there so far.
    pub(super) index: Index,
    catalog: &'a Catalog,
    today: Date,
    /// Texts still to be read.
    words: &'a str,
    names: Numbers<'a>,
    texts: Numbers<'a>,
    held: Numbers<'a>,
    /// Where products stand by name and by place, and values by name, facet by facet as in [`super::facet::ORDERED`].
    orders: Lists,
    standings: Vec<Option<Standing>>,
    /// What follows when products and words have come.
    stage: usize,
}

impl<'a> Opening<'a> {
    pub(super) fn new(catalog: &'a Catalog, stored: &'a Stored, today: Date) -> Result<Opening<'a>, Broken> {
        let mut held = Numbers::of(&stored.orders);
        let mut orders = Lists::new();
        for _ in 0..8 {
            orders.read(&mut held, false, &[])?;
        }
        let size = catalog.products.len();
        let index = Index { facets: Facets::new(catalog), words: Lexicon::new(), ranks: Ranks::default(), size };
        if orders.of(0).len() != size || orders.of(1).len() != size {
            return Err(Broken);
        }
        let (names, texts) = (Numbers::of(&stored.names), Numbers::of(&stored.texts));
        let standings = Vec::new();
        Ok(Opening { index, catalog, today, words: &stored.words, names, texts, held, orders, standings, stage: 0 })
    }

    /// One step; whether there is another.
    pub(super) fn step(&mut self) -> Result<bool, Broken> {
        let Index { facets, words, ranks, size, .. } = &mut self.index;
        if self.standings.len() < *size || !self.words.is_empty() {
            for _ in 0..STEP {
                self.one()?;
            }
            return Ok(true);
        }
        let (products, values) = (*size as u32, facets.bases[10]);
        match self.stage {
            0 => {
                for _ in 0..values {
                    words.names.read(&mut self.names, false, &[])?;
                }
                words.general = words.names.starts.len() - 1;
                for _ in 0..self.names.next().ok_or(Broken)? {
                    words.names.read(&mut self.names, false, &[])?;
                }
                if !words.names.below(words.size()) || !words.texts.below(*size) || !facets.held.below(values as usize)
                {
                    return Err(Broken);
                }
            }
            1 => {
                let mut names = Vec::new();
                (0..products).for_each(|product| names.push(product));
                facets.arrange(&names, &self.orders);
            }
            2 => {
                let mut names = Vec::new();
                for product in 0..products {
                    NAMED.iter().for_each(|field| names.push(product << 3 | *field as u32));
                }
                for value in 0..values {
                    names.push((products + value) << 3 | FIELDS[facets.facet(value) as usize] as u32);
                }
                words.posts = words.names.inverted(words.size(), &names);
            }
            stage => {
                let sort = Sort::ALL[stage - FIRST];
                ranks.add(sort, &self.standings, self.orders.of(0), self.orders.of(1));
            }
        }
        self.stage += 1;
        Ok(self.stage < FIRST + Sort::ALL.len())
    }

    /// One more word and one more product.
    fn one(&mut self) -> Result<(), Broken> {
        let Index { facets, words, .. } = &mut self.index;
        if !self.words.is_empty() {
            let end = self.words.bytes().position(|b| b == b' ').unwrap_or(self.words.len());
            let (word, rest) = self.words.split_at_checked(end).ok_or(Broken)?;
            words.exact.push(word);
            words.folded.push(&text::fold(word));
            words.texts.read(&mut self.texts, true, &[])?;
            self.words = rest.get(1..).unwrap_or_default();
        }
        if let Some(product) = self.catalog.products.get(self.standings.len()) {
            let standing = product.standing(self.today);
            facets.held.read(&mut self.held, true, &facets.of_day(standing.as_ref()))?;
            for _ in NAMED {
                words.names.read(&mut self.names, false, &[])?;
            }
            self.standings.push(standing);
        }
        Ok(())
    }
}
