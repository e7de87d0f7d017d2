//! The sheets of a book, one at a time.

use super::super::frame::{Head, frame};
use super::super::ground::Ground;
use super::super::sheet::{Ink, Sheet};
use super::super::words::Tongues;
use super::index::{Index, Level, Said, Shown};
use super::table::Table;
use super::{Book, Leaf, brief, contents, cover, grid, imprint, one};
use crate::paper::Um;
use std::ops::Range;

impl Book<'_> {
    /// The sheet of that page number in colour.
    pub(super) fn draw(&self, number: usize) -> Option<Sheet> {
        let leaf = self.leaves.get(number.checked_sub(1)?)?;
        let (job, pages) = (&self.job, self.leaves.len());
        let ground = self.ground(number);
        let mut sheet = Sheet::new(ground.size, number);
        match leaf {
            Leaf::Cover => cover::cover(job, &ground, &mut sheet, &self.order),
            Leaf::Blank => {}
            Leaf::Imprint => imprint::imprint(job, &ground, &mut sheet, pages),
            Leaf::Contents(page) => match &self.contents {
                None => {
                    let items: Vec<contents::Item> = (0..).map_while(|at| self.item(at)).collect();
                    contents::rows(job, &ground, &mut sheet, &items, pages);
                }
                Some(index) => self.in_columns(&ground, &mut sheet, index, *page),
            },
            Leaf::Opener(at) => {
                cover::opener(job, &ground, &mut sheet, self.sections.get(*at)?, &self.order, pages);
            }
            Leaf::Cards(rows) => grid::page(&mut sheet, &self.page(&ground, number, self.rows.get(rows.clone())?)),
            Leaf::Table(rows) => self.table(&ground, &mut sheet, rows.clone()),
            Leaf::One(at, part) => self.one(&ground, &mut sheet, *at, *part)?,
            Leaf::List(at, page) => {
                let list = self.lists.get(*at)?;
                let stand = self.stand();
                for entry in list.index.entries(*page) {
                    list.index.put(&mut sheet, &ground, entry, &list.shown(entry, job, &stand)?);
                }
                self.around(&ground, &mut sheet, &list.index, *page, &|w| list.kind.title(w));
            }
        }
        if brief::is_brief(job) && number == 1 {
            brief::Head::of(job, &ground).put(&ground, &mut sheet);
        }
        if brief::has_foot(job) && number == pages {
            brief::Foot::of(job, &ground).put(&ground, &mut sheet);
        }
        Some(sheet)
    }

    /// What a page with those rows is drawn from.
    fn page<'p>(&'p self, ground: &'p Ground, number: usize, rows: &'p [grid::Row]) -> grid::Page<'p, 'p> {
        let (job, pages) = (&self.job, self.leaves.len());
        let room = brief::room(job, ground, number == 1, number == pages);
        grid::Page { job, ground, sections: &self.sections, order: &self.order, rows, room, pages }
    }

    fn one(&self, ground: &Ground, sheet: &mut Sheet, at: usize, part: usize) -> Option<()> {
        let job = &self.job;
        let id = *self.order.get(at)?;
        let row = self.rows.get(at)?;
        let page = self.page(ground, sheet.number, std::slice::from_ref(row));
        if row.opens && part == 0 {
            grid::band(sheet, &page, row, page.room.y);
        }
        one::lay(job, ground, id, self.band(ground, at)).put(job, ground, sheet, id, part);
        grid::head(sheet, &page);
        Some(())
    }

    fn table(&self, ground: &Ground, sheet: &mut Sheet, rows: Range<usize>) {
        let job = &self.job;
        let table = Table::of(job, ground);
        let rows = self.rows.get(rows).unwrap_or_default();
        let page = self.page(ground, sheet.number, rows);
        let mut y = page.room.y;
        table.head(job, ground, sheet, y);
        y += table.head_height(job, ground);
        for (at, row) in rows.iter().enumerate() {
            if row.opens || at == 0 && row.banded {
                y += grid::band(sheet, &page, row, y);
            } else {
                let thick = if at == 0 { ground.thin() * 2 } else { ground.thin() };
                ground.rule(sheet, y, thick, if at == 0 { Ink::Ink } else { Ink::Hair });
            }
            if let Some(id) = self.order.get(row.products.start) {
                table.row(job, ground, sheet, *id, y);
            }
            y += Um(self.measures.get(row.products.start).copied().unwrap_or_default());
        }
        ground.rule(sheet, y, ground.thin() * 2, Ink::Ink);
        grid::head(sheet, &page);
    }

    /// A line of the contents: the imprint, then sections or products, then lists.
    fn item(&self, at: usize) -> Option<contents::Item> {
        let words = self.job.words;
        let item = |titled: &dyn Fn(Tongues) -> String, page| {
            let mut titles = vec![titled(Tongues { second: None, ..words })];
            titles.extend(words.second.map(|second| titled(Tongues { first: second, second: None })));
            titles.dedup();
            contents::Item { title: titled(words), titles, products: None, picture: None, page }
        };
        let Some(at) = at.checked_sub(1) else { return Some(item(&|w| w.both(|w| w.legend), self.legend)) };
        let (chapters, pages) =
            if self.listed { (self.order.len(), &self.pages) } else { (self.sections.len(), &self.starts) };
        if let (true, Some(page)) = (at < chapters, pages.get(at)) {
            let section = self.sections.get(at).filter(|_| !self.listed);
            let first = section.map_or(at, |section| section.products.start);
            return Some(contents::Item {
                products: section.map(|section| section.products.len()),
                picture: self.order.get(first).copied().filter(|id| self.job.is_there(*id)),
                ..item(&|words| self.chapter(at, words).unwrap_or_default(), *page as usize)
            });
        }
        let list = self.lists.get(at - chapters)?;
        Some(item(&|w| w.both(|w| list.kind.title(w)), list.page))
    }

    /// A page of contents in columns.
    fn in_columns(&self, ground: &Ground, sheet: &mut Sheet, index: &Index, page: usize) {
        let lang = self.job.words.first.lang;
        for entry in index.entries(page) {
            if let Some(item) = self.item(entry) {
                let many =
                    item.products.map_or_else(String::new, |many| self.job.words.both(|w| (w.count_products)(many)));
                let shown =
                    Shown { text: item.title, lang, level: Level::Plain, number: Some(item.page.to_string()), many };
                index.put(sheet, ground, entry, &shown);
            }
        }
        self.around(ground, sheet, index, page, &|w| w.contents);
    }

    /// What stands around the entries of an index.
    fn around(&self, ground: &Ground, sheet: &mut Sheet, index: &Index, page: usize, title: &Said<'_>) {
        let words = self.job.words;
        if page == 0 {
            index.title(sheet, ground, words, title);
        }
        index.rules(sheet, ground, page);
        let feet = [words.both(|w| w.foot_index), words.first.foot_index.into()];
        let left = [words.both(title), title(words.first).into()];
        let head = Head { left: &left, right: std::slice::from_ref(&self.job.catalog.about.title), feet: &feet };
        frame(sheet, ground, words, &head, self.leaves.len());
    }
}
