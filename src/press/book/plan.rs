//! What stands on which page of a book: the order of products, the pages in theirs, where each thing is found.
//!
//! Nothing is drawn here. How many pages stand before the products depends on the sections alone, so that every page
//! number is known when the lists at the end are set.

use super::super::ground::Ground;
use super::super::words::Tongues;
use super::index::{Columns, Index, Level};
use super::list::{List, Stand};
use super::table::Table;
use super::{Book, Leaf, brief, contents, grid, one, section};
use crate::catalog::ProductId;
use crate::paper::{Layout, Um};
use std::ops::Range;

/// So many products stand in the contents, where nothing parts them.
const LISTED: usize = 120;

impl Book<'_> {
    pub(super) fn ground(&self, number: usize) -> Ground {
        let paper = &self.job.paper;
        Ground::new(paper.format.size(), paper.duplex && number.is_multiple_of(2))
    }

    pub(super) fn stand(&self) -> Stand<'_> {
        Stand { order: &self.order, alphabet: &self.alphabet, pages: &self.pages }
    }

    /// Sections and the products in them, in their order.
    pub(super) fn sort(&mut self) {
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

    /// One more page; with `right` it is one on the right if the job is printed on both sides.
    fn push(&mut self, leaf: Leaf, right: bool) {
        if right && self.job.paper.duplex && !self.leaves.len().is_multiple_of(2) {
            self.leaves.push(Leaf::Blank);
        }
        self.leaves.push(leaf);
    }

    /// Digits of the largest page number.
    fn digits(&self) -> usize {
        // no book has more pages than four a product and two a section
        let most = self.job.ids.len() * 4 + self.sections.len() * 2 + 100;
        most.to_string().len()
    }

    /// Contents in columns.
    fn index(&self, ground: &Ground, chapters: usize) -> Index {
        let words = self.job.words;
        let mut parts = vec![words.both(|w| w.legend)];
        parts.extend((0..chapters).map(|at| self.chapter(at, words).unwrap_or_default()));
        parts.extend(self.kinds.iter().map(|kind| words.both(|w| kind.title(w))));
        let most = self.sections.iter().map(|section| section.products.len()).max().unwrap_or(0);
        let many = if self.listed { String::new() } else { words.both(|w| (w.count_products)(most)) };
        let mut index = Index::new(Columns::contents(ground, self.digits(), &parts, &many));
        parts.iter().for_each(|part| index.add(part, Level::Plain, None));
        index.finish();
        index
    }

    /// Cover, imprint and contents.
    pub(super) fn front(&mut self) {
        if brief::is_brief(&self.job) {
            return;
        }
        self.push(Leaf::Cover, false);
        self.push(Leaf::Imprint, false);
        self.legend = self.leaves.len();
        let (ground, lists) = (self.ground(1), self.kinds.len() + 1);
        let rows = |chapters: usize| contents::in_rows(&ground, chapters, lists);
        // in alphabetical order an index has them as well
        let few = self.order.len() <= LISTED && !self.job.by_name;
        self.listed = section::is_plain(&self.job) && (few || rows(self.order.len()));
        let chapters = if self.listed { self.order.len() } else { self.sections.len() };
        if !rows(chapters) {
            self.contents = Some(self.index(&ground, chapters));
        }
        for page in 0..self.contents.as_ref().map_or(1, Index::pages) {
            self.push(Leaf::Contents(page), page == 0);
        }
    }

    /// Name in those languages of a part that the contents lead to: a section, or a product where they list those.
    pub(super) fn chapter(&self, at: usize, words: Tongues) -> Option<String> {
        if self.listed {
            return self.order.get(at).map(|id| self.job.product(*id).shown());
        }
        self.sections.get(at).map(|section| section::titled(&self.job, words, section.of))
    }

    /// How much room those products take, where that differs from one to the other.
    pub(super) fn measure(&mut self, some: Range<usize>) {
        let ground = self.ground(1);
        let ids = self.order.get(some).unwrap_or_default();
        match self.job.paper.layout {
            Layout::Table => {
                let table = Table::of(&self.job, &ground);
                self.measures.extend(ids.iter().map(|id| table.height(&self.job, &ground, *id).0));
            }
            Layout::One => {
                let first = self.measures.len();
                let pages = (first..).zip(ids).map(|(at, id)| {
                    let band = self.band(&ground, at);
                    one::lay(&self.job, &ground, *id, band).pages() as i32
                });
                let pages: Vec<i32> = pages.collect();
                self.measures.extend(pages);
            }
            Layout::Cards6 | Layout::Cards12 => {}
        }
    }

    /// How high the band is over the product at that place: a section may begin with it.
    pub(super) fn band(&self, ground: &Ground, at: usize) -> Um {
        let begins = self.sections.binary_search_by_key(&at, |section| section.products.start).ok();
        let begins = begins.and_then(|at| self.sections.get(at));
        let banded = begins.is_some_and(|section| section::banded(&self.job, section, 1));
        let over = brief::room(&self.job, ground, at == 0, false).y - ground.body.y;
        over + if banded { grid::band_height(ground) } else { Um(0) }
    }

    /// The pages of the products.
    pub(super) fn body(&mut self) {
        self.pages = vec![0; self.order.len()];
        self.starts = vec![0; self.sections.len()];
        let ground = self.ground(1);
        let (columns, lines) = match self.job.paper.layout {
            Layout::Table | Layout::One => (1, 1),
            Layout::Cards6 | Layout::Cards12 => grid::shape(self.job.paper.layout, &ground),
        };
        let mut bound = 0;
        for at in 0..self.sections.len() {
            let opened = section::opened(&self.job, &self.sections[at], columns * lines);
            if opened {
                self.bind(bound..self.rows.len(), lines, &ground);
                bound = self.rows.len();
                self.push(Leaf::Opener(at), true);
                self.starts[at] = self.leaves.len() as u32;
            }
            let banded = section::banded(&self.job, &self.sections[at], columns * lines);
            self.rows.extend(grid::rows(at, &self.sections[at], columns, banded));
        }
        self.bind(bound..self.rows.len(), lines, &ground);
        if let (true, Some(start), Some(page)) =
            (section::is_plain(&self.job), self.starts.first_mut(), self.pages.first())
        {
            *start = *page;
        }
    }

    /// Pages of those rows.
    fn bind(&mut self, rows: Range<usize>, lines: usize, ground: &Ground) {
        let mut from = rows.start;
        while from < rows.end {
            let to = match self.job.paper.layout {
                Layout::Table => self.table_page(from..rows.end, ground),
                // the head of a book without a cover takes the place of a row
                _ if brief::is_brief(&self.job) && from == 0 => rows.end.min(lines.saturating_sub(1).max(1)),
                _ => rows.end.min(from + grid::taken(rows.end - from, lines)),
            };
            let first = self.rows[from].products.start;
            let leaf = match self.job.paper.layout {
                Layout::Table => Leaf::Table(from..to),
                Layout::One => Leaf::One(first, 0),
                Layout::Cards6 | Layout::Cards12 => Leaf::Cards(from..to),
            };
            self.push(leaf, from == 0 && (self.rows[from].opens || section::is_plain(&self.job)));
            let page = self.leaves.len() as u32;
            for row in &self.rows[from..to] {
                row.products.clone().for_each(|at| self.pages[at] = page);
                if row.opens {
                    self.starts[row.section] = page;
                }
            }
            if self.job.paper.layout == Layout::One {
                let parts = self.measures.get(first).map_or(1, |parts| *parts as usize);
                (1..parts).for_each(|part| self.leaves.push(Leaf::One(first, part)));
            }
            from = to;
        }
    }

    /// The row after the last that goes on a page of the table.
    fn table_page(&self, rows: Range<usize>, ground: &Ground) -> usize {
        let whole = |last| {
            let room = brief::room(&self.job, ground, rows.start == 0, last);
            room.height - Table::of(&self.job, ground).head_height(&self.job, ground)
        };
        let (mut free, foot) = (whole(false), whole(false) - whole(true));
        let goes = |at: &usize| {
            let row = &self.rows[*at];
            let band = row.opens || *at == rows.start && row.banded;
            let high = Um(self.measures[row.products.start]) + if band { grid::band_height(ground) } else { Um(0) };
            let goes = high <= free;
            free -= if goes { high } else { Um(0) };
            goes
        };
        let mut end = rows.clone().take_while(goes).last().map_or(rows.start, |last| last + 1).max(rows.start + 1);
        // the last two rows stand with what explains their marks
        if end == self.rows.len() && free < foot {
            end = end.saturating_sub(2).max(rows.start + 1);
        }
        // no row stands without another of its section, neither below its band nor on the next page
        let begins = |at: usize| self.rows.get(at).is_none_or(|row| row.opens);
        if end < rows.end && !begins(end) && begins(end + 1) {
            end -= usize::from(end > rows.start + 1);
        }
        if end < rows.end && !begins(end) && self.rows[end - 1].opens {
            end -= usize::from(end > rows.start + 1);
        }
        end
    }

    /// Set a part of a list; true when it stands.
    pub(super) fn list(&mut self, at: usize, entries: usize) -> bool {
        if at == self.lists.len() {
            let Some(kind) = self.kinds.get(at) else { return true };
            let list = List::begin(*kind, &self.job, &self.stand(), Columns::new(&self.ground(1), self.digits()));
            self.lists.push(list);
        }
        let Some(mut list) = self.lists.pop() else { return true };
        let done = list.step(&self.job, &self.stand(), entries);
        if done {
            for page in 0..list.index.pages() {
                self.push(Leaf::List(at, page), false);
                if page == 0 {
                    list.page = self.leaves.len();
                }
            }
        }
        self.lists.push(list);
        done
    }

    /// An even number of pages for a printer that prints both sides.
    pub(super) fn close(&mut self) {
        if brief::is_brief(&self.job) {
            if !brief::has_foot(&self.job) {
                self.leaves.push(Leaf::Imprint);
            }
        } else if self.job.paper.duplex && !self.leaves.len().is_multiple_of(2) {
            self.leaves.push(Leaf::Blank);
        }
    }
}
