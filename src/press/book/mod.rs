//! The catalogue as a book: cover, contents, sections of cards, indexes, every page number right.
//!
//! In: a [`Job`]. Out: a [`Book`], which is laid out in steps, so that a browser can answer in between, and then gives any
//! of its sheets. A layout first says what stands on which page and draws nothing; a sheet is drawn when it is asked for.

mod contents;
mod cover;
mod grid;
mod index;
mod section;
mod title;

use super::frame::{Head, frame};
use super::ground::Ground;
use super::job::Job;
use super::sheet::Sheet;
use crate::catalog::ProductId;
use crate::route::Lang;
use crate::text::{initial, sort_key};
use index::{Columns, Index};
use section::Section;
use std::ops::Range;

/// What a page is.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Leaf {
    Cover,
    /// A page of the contents.
    Contents(usize),
    /// The page that opens a section.
    Opener(usize),
    /// A page of cards.
    Cards(Range<usize>),
    /// A page of the index of products.
    Products(usize),
}

/// How far a layout is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// So many products have their place in the alphabet.
    Names(usize),
    /// So many entries of the index stand.
    Index(usize),
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
    products: Index,
    /// Contents in columns, where there are too many for rows.
    contents: Option<Index>,
    leaves: Vec<Leaf>,
    /// Page of each product, in the order of the book.
    pages: Vec<u32>,
    /// Page of each section.
    starts: Vec<u32>,
    index_page: usize,
}

impl<'a> Book<'a> {
    /// A book that nothing is known of yet.
    pub fn begin(job: Job<'a>) -> Book<'a> {
        let ground = Ground::new(job.paper.format.size(), false);
        // pages are fewer than twice the products and sections
        let digits = (job.ids.len() * 2 + 20).to_string().len();
        Book {
            products: Index::new(Columns::new(&ground, digits)),
            keys: Vec::with_capacity(job.ids.len()),
            job,
            stage: Stage::Names(0),
            order: Vec::new(),
            alphabet: Vec::new(),
            sections: Vec::new(),
            rows: Vec::new(),
            contents: None,
            leaves: Vec::new(),
            pages: Vec::new(),
            starts: Vec::new(),
            index_page: 0,
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
        match self.stage {
            Stage::Names(done) => {
                let end = done.saturating_add(products).min(self.job.ids.len());
                let some = self.job.ids.get(done..end).unwrap_or_default();
                self.keys.extend(some.iter().map(|id| sort_key(&self.job.product(*id).name.vi)));
                self.stage = Stage::Names(end);
                if end == self.job.ids.len() {
                    self.sort();
                    self.stage = Stage::Index(0);
                }
            }
            Stage::Index(done) => {
                let end = done.saturating_add(products).min(self.alphabet.len());
                for at in self.alphabet.get(done..end).unwrap_or_default() {
                    let name = self.job.product(self.order[*at as usize]).shown();
                    self.products.add(&name, initial(&name));
                }
                self.stage = Stage::Index(end);
                if end == self.alphabet.len() {
                    self.bind();
                    self.stage = Stage::Done;
                }
            }
            Stage::Done => {}
        }
        self.stage == Stage::Done
    }

    /// How much of the layout is done, in thousandths.
    pub fn progress(&self) -> usize {
        let all = self.job.ids.len().max(1);
        match self.stage {
            Stage::Names(done) => done * 500 / all,
            Stage::Index(done) => 500 + done * 500 / all,
            Stage::Done => 1000,
        }
    }

    /// How many pages it has; none before it is laid out.
    pub fn pages(&self) -> usize {
        self.leaves.len()
    }

    /// The products in the order in which they stand.
    pub fn order(&self) -> &[ProductId] {
        &self.order
    }

    /// Sections and the products in them, in their order.
    fn sort(&mut self) {
        let alphabet = crate::text::order(std::mem::take(&mut self.keys));
        let mut ranks = vec![0; alphabet.len()];
        (0..).zip(&alphabet).for_each(|(rank, at)| ranks[*at] = rank);
        let given: Vec<u32> = (0..self.job.ids.len() as u32).collect();
        let by = if self.job.by_name { &ranks } else { &given };
        (self.sections, self.order) = section::sections(&self.job, by);
        // products are known by their place in the book from here on
        let mut rank_of: Vec<(ProductId, u32)> = self.job.ids.iter().copied().zip(ranks).collect();
        rank_of.sort_unstable();
        let rank = |id: &ProductId| rank_of.binary_search_by_key(id, |k| k.0).map_or(0, |at| rank_of[at].1);
        self.alphabet = crate::catalog::order(self.order.iter().map(|id| u64::from(rank(id))));
    }

    /// The pages in their order, and which page everything stands on.
    fn bind(&mut self) {
        let job = &self.job;
        let opens = section::opens(job.paper.by);
        let ground = self.ground(1);
        let (columns, lines) = grid::shape(job, &ground);
        let indexes = 1;
        if !contents::in_rows(&ground, self.sections.len(), indexes) {
            let mut index = Index::new(self.products.columns());
            self.sections.iter().for_each(|section| index.add(&section::title(job, section.of), None));
            index.add(&job.words.both(|w| w.index_products), None);
            self.contents = Some(index);
        }
        let mut leaves = vec![Leaf::Cover];
        leaves.extend((0..self.contents.as_ref().map_or(1, Index::pages)).map(Leaf::Contents));
        for (at, section) in self.sections.iter().enumerate() {
            let from = self.rows.len();
            self.rows.extend(grid::rows(at, section, columns, !opens));
            if opens {
                leaves.push(Leaf::Opener(at));
                let rows = (from..self.rows.len()).step_by(lines);
                leaves.extend(rows.map(|row| Leaf::Cards(row..self.rows.len().min(row + lines))));
            }
        }
        if !opens {
            let rows = (0..self.rows.len()).step_by(lines);
            leaves.extend(rows.map(|row| Leaf::Cards(row..self.rows.len().min(row + lines))));
        }
        self.pages = vec![0; self.order.len()];
        self.starts = vec![0; self.sections.len()];
        for (page, leaf) in (1..).zip(&leaves) {
            match leaf {
                Leaf::Opener(section) => self.starts[*section] = page,
                Leaf::Cards(rows) => {
                    for row in &self.rows[rows.clone()] {
                        row.products.clone().for_each(|at| self.pages[at] = page);
                        if row.opens {
                            self.starts[row.section] = page;
                        }
                    }
                }
                _ => {}
            }
        }
        self.index_page = leaves.len() + 1;
        leaves.extend((0..self.products.pages()).map(Leaf::Products));
        self.leaves = leaves;
    }

    fn ground(&self, number: usize) -> Ground {
        let paper = &self.job.paper;
        Ground::new(paper.format.size(), paper.duplex && number.is_multiple_of(2))
    }

    /// The sheet of that page number, from 1; none beyond the last.
    pub fn sheet(&self, number: usize) -> Option<Sheet> {
        let leaf = self.leaves.get(number.checked_sub(1)?)?;
        let (job, pages) = (&self.job, self.leaves.len());
        let ground = self.ground(number);
        let mut sheet = Sheet::new(ground.size, number);
        match leaf {
            Leaf::Cover => cover::cover(job, &ground, &mut sheet, &self.order),
            Leaf::Contents(page) => match &self.contents {
                None => contents::rows(job, &ground, &mut sheet, &self.items(), pages),
                Some(index) => self.columns(&ground, &mut sheet, index, *page),
            },
            Leaf::Opener(at) => {
                cover::opener(job, &ground, &mut sheet, self.sections.get(*at)?, &self.order, pages);
            }
            Leaf::Cards(rows) => {
                let rows = self.rows.get(rows.clone())?;
                let (sections, order) = (&self.sections, &self.order);
                let page = grid::Page { job, ground: &ground, sections, order, rows, pages };
                grid::page(&mut sheet, &page);
            }
            Leaf::Products(page) => {
                let title = job.words.both(|w| w.index_products);
                for entry in self.products.entries(*page) {
                    let at = self.alphabet[entry] as usize;
                    let name = job.product(self.order[at]).shown();
                    self.products.put(&mut sheet, &ground, entry, &name, self.pages[at] as usize, Lang::Vi);
                }
                self.around(&ground, &mut sheet, &self.products, *page, &title);
            }
        }
        Some(if job.copied() { sheet.copied() } else { sheet })
    }

    /// The lines of the contents.
    fn items(&self) -> Vec<contents::Item> {
        let section = |(section, page): (&Section, &u32)| contents::Item {
            title: section::title(&self.job, section.of),
            products: Some(section.products.len()),
            picture: self.order.get(section.products.start).copied(),
            page: *page as usize,
        };
        let mut items: Vec<contents::Item> = self.sections.iter().zip(&self.starts).map(section).collect();
        let title = self.job.words.both(|w| w.index_products);
        items.push(contents::Item { title, products: None, picture: None, page: self.index_page });
        items
    }

    /// A page of contents in columns.
    fn columns(&self, ground: &Ground, sheet: &mut Sheet, index: &Index, page: usize) {
        let words = self.job.words;
        for entry in index.entries(page) {
            let (title, number) = match (self.sections.get(entry), self.starts.get(entry)) {
                (Some(section), Some(page)) => (section::title(&self.job, section.of), *page as usize),
                _ => (words.both(|w| w.index_products), self.index_page),
            };
            index.put(sheet, ground, entry, &title, number, words.first.lang);
        }
        self.around(ground, sheet, index, page, &words.both(|w| w.contents));
    }

    /// What stands around the entries of an index.
    fn around(&self, ground: &Ground, sheet: &mut Sheet, index: &Index, page: usize, title: &str) {
        let words = self.job.words;
        if page == 0 {
            index.title(sheet, ground, words.first.lang, title);
        }
        index.rules(sheet, ground, page);
        let feet = [words.both(|w| w.foot_index)];
        let head = Head { left: title, right: &self.job.catalog.about.title, feet: &feet };
        frame(sheet, ground, words, &head, self.leaves.len());
    }
}
