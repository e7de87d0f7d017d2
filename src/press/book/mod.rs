//! The catalogue as a book: cover, imprint, contents, sections, indexes, every page number right.
//!
//! In: a [`Job`]. Out: a [`Book`], which is laid out in steps, so that a browser can answer in between, and then gives any
//! of its sheets. `plan` says what stands on which page and draws nothing; a sheet is drawn when it is asked for (`draw`).

mod brief;
mod column;
mod contents;
mod cover;
mod draw;
mod grid;
mod imprint;
mod index;
mod list;
mod maker;
mod one;
mod plan;
mod section;
mod table;

use super::job::Job;
use super::sheet::Sheet;
use crate::catalog::ProductId;
use crate::text::sort_key;
use index::Index;
use list::List;
use section::Section;
use std::ops::Range;

/// What a page is.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Leaf {
    Cover,
    /// Nothing, so that the next page is on the right.
    Blank,
    Imprint,
    /// A page of the contents.
    Contents(usize),
    /// The page that opens a section.
    Opener(usize),
    /// Rows of cards.
    Cards(Range<usize>),
    /// Rows of a table.
    Table(Range<usize>),
    /// A page of the product at that place.
    One(usize, usize),
    /// A page of one of the lists at the end.
    List(usize, usize),
}

/// How far a layout is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// So many products have their place in the alphabet.
    Names(usize),
    /// So many products are measured.
    Body(usize),
    /// That list is being set, so many steps of it are done.
    List(usize, usize),
    Done,
}

/// A book, laid out or on the way to it.
pub struct Book<'a> {
    job: Job<'a>,
    stage: Stage,
    keys: Vec<Vec<u8>>,
    /// Products in the order of the book.
    order: Vec<ProductId>,
    /// Places in that order, alphabetically.
    alphabet: Vec<u32>,
    sections: Vec<Section>,
    rows: Vec<grid::Row>,
    /// Height of each product's row, or number of its pages.
    measures: Vec<i32>,
    /// Whether the contents list the products themselves.
    listed: bool,
    /// Contents in columns, where there are too many for rows.
    contents: Option<Index>,
    kinds: Vec<list::Kind>,
    lists: Vec<List>,
    leaves: Vec<Leaf>,
    /// Page of each product, in the order of the book.
    pages: Vec<u32>,
    /// Page of each section.
    starts: Vec<u32>,
    /// Page of the imprint.
    legend: usize,
}

impl<'a> Book<'a> {
    /// A book that nothing is known of yet.
    pub fn begin(job: Job<'a>) -> Book<'a> {
        Book {
            keys: Vec::with_capacity(job.ids.len()),
            kinds: if brief::is_brief(&job) { Vec::new() } else { list::Kind::of(&job) },
            job,
            stage: Stage::Names(0),
            order: Vec::new(),
            alphabet: Vec::new(),
            sections: Vec::new(),
            rows: Vec::new(),
            measures: Vec::new(),
            listed: false,
            contents: None,
            lists: Vec::new(),
            leaves: Vec::new(),
            pages: Vec::new(),
            starts: Vec::new(),
            legend: 0,
        }
    }

    /// Lay out all at once.
    pub fn lay(job: Job<'a>) -> Book<'a> {
        let mut book = Book::begin(job);
        while !book.step(usize::MAX) {}
        book
    }

    /// Work on at most so many products; true when every page is known.
    pub fn step(&mut self, products: usize) -> bool {
        let products = products.max(1);
        let all = self.job.ids.len();
        match self.stage {
            Stage::Names(done) => {
                let end = done.saturating_add(products).min(all);
                let some = self.job.ids.get(done..end).unwrap_or_default();
                self.keys.extend(some.iter().map(|id| sort_key(&self.job.product(*id).name.vi)));
                self.stage = Stage::Names(end);
                if end == all {
                    self.sort();
                    self.front();
                    self.stage = Stage::Body(0);
                }
            }
            Stage::Body(done) => {
                let end = done.saturating_add(products).min(all);
                self.measure(done..end);
                self.stage = Stage::Body(end);
                if end == all {
                    self.body();
                    self.stage = Stage::List(0, 0);
                }
            }
            Stage::List(at, done) => {
                self.stage = match self.list(at, products) {
                    false => Stage::List(at, done.saturating_add(products)),
                    true if at + 1 < self.kinds.len() => Stage::List(at + 1, 0),
                    true => Stage::Done,
                };
                if self.stage == Stage::Done {
                    self.close();
                }
            }
            Stage::Done => {}
        }
        self.stage == Stage::Done
    }

    /// How much of the layout is done, in thousandths.
    pub fn progress(&self) -> usize {
        let all = self.job.ids.len().max(1);
        let part = |done: usize, of: usize| of * done.min(all) / all;
        match self.stage {
            Stage::Names(done) => part(done, 300),
            Stage::Body(done) => 300 + part(done, 300),
            Stage::List(at, done) => 600 + (at * 400 + part(done, 400)) / self.kinds.len().max(1),
            Stage::Done => 1000,
        }
    }

    /// How many pages it has; none before it is laid out.
    pub fn pages(&self) -> usize {
        if self.stage == Stage::Done { self.leaves.len() } else { 0 }
    }

    /// The products in the order in which they stand.
    pub fn order(&self) -> &[ProductId] {
        &self.order
    }

    /// The sheet of that page number, from 1; none beyond the last.
    pub fn sheet(&self, number: usize) -> Option<Sheet> {
        self.draw(number).map(|sheet| sheet.finished(&self.job.paper))
    }
}
