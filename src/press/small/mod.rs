//! Everything that is not a book: flyers, folded leaflets, labels, tags, stickers, signs.
//!
//! In: a [`Job`]. Out: [`Small`], which knows how many sheets there are and gives any of them. Where several things stand
//! on a sheet that is cut, they stand so that the piles, laid on each other, are in the order of the products; sheets of
//! labels that are sold ready cut are filled one after another, row by row.

mod flyer;
mod fold;
mod inside;
mod label;
mod sign;
mod starred;

use super::job::Job;
use super::sheet::{Area, Mark, Piece, Sheet};
use crate::catalog::{ProducerId, ProductId};
use crate::paper::{Format, Kind, Um};
use crate::text::{order, sort_key};
use label::Labels;

/// Thickness of a line to cut along, its length at the edge of a sheet, of which office printers leave 5 mm white, and half
/// of it at a corner.
const CUT: Um = Um(100);
const TICK: Um = Um(11_000);
const CORNER: Um = Um(1500);

/// Small prints, laid out.
pub struct Small<'a> {
    job: Job<'a>,
    cells: Vec<Area>,
    /// Width and height of a sheet.
    size: (Um, Um),
    /// Products, or one for every producer, in their order.
    items: Vec<ProductId>,
}

impl<'a> Small<'a> {
    /// Of a job that asks for no book.
    pub fn lay(job: Job<'a>) -> Small<'a> {
        let mut items = match job.paper.kind {
            Kind::Sign => one_a_producer(&job),
            _ => job.ids.clone(),
        };
        if job.by_name {
            let names = items.iter().map(|id| sort_key(&job.product(*id).name.vi)).collect();
            items = order(names).into_iter().map(|at| items[at]).collect();
        }
        let paper = &job.paper;
        let upright = paper.format.size();
        let across = (upright.1, upright.0);
        let (size, cells) = match paper.kind {
            Kind::Labels | Kind::Tags | Kind::Stickers => (Format::A4.size(), Labels::of(paper).cells()),
            Kind::Fold => {
                // a leaflet is folded of a large sheet
                let (width, height) = if paper.format == Format::Letter { across } else { fold::sheet() };
                ((width, height), vec![Area::new(Um(0), Um(0), width, height)])
            }
            Kind::Sign => (upright, vec![Area::new(Um(0), Um(0), upright.0, upright.1)]),
            Kind::Book | Kind::Flyer => ups(paper.format, paper.up),
        };
        Small { job, cells, size, items }
    }

    /// How many sheets there are; the two sides of a leaflet count as two.
    pub fn pages(&self) -> usize {
        match self.job.paper.kind {
            Kind::Fold => self.items.len() * 2,
            _ if self.items.len() == 1 => 1,
            _ => self.items.len().div_ceil(self.cells.len().max(1)),
        }
    }

    /// Whether its sheets are sold ready cut.
    fn is_ready_cut(&self) -> bool {
        matches!(self.job.paper.kind, Kind::Labels | Kind::Stickers)
    }

    /// What stands in a cell of a sheet: with one product the same in all, else so that cut piles keep the order.
    fn item(&self, sheet: usize, cell: usize) -> Option<ProductId> {
        match self.items.as_slice() {
            [one] => Some(*one),
            all if self.is_ready_cut() => all.get(sheet * self.cells.len() + cell).copied(),
            all => all.get(cell * self.pages() + sheet).copied(),
        }
    }

    /// The sheet of that number, from 1; none beyond the last.
    pub fn sheet(&self, number: usize) -> Option<Sheet> {
        let at = number.checked_sub(1).filter(|at| *at < self.pages())?;
        let job = &self.job;
        let mut sheet = Sheet::new(self.size, number);
        if job.paper.kind == Kind::Fold {
            let id = *self.items.get(at / 2)?;
            let side = if at % 2 == 0 { fold::Side::Outside } else { fold::Side::Inside };
            fold::fold(job, &mut sheet, id, side);
            return Some(sheet.finished(&job.paper));
        }
        for (cell, area) in self.cells.iter().enumerate() {
            let Some(id) = self.item(at, cell) else { continue };
            let size = (area.width, area.height);
            let part = match job.paper.kind {
                Kind::Sign => return Some(sign::sign(job, number, size, id).finished(&job.paper)),
                Kind::Labels | Kind::Tags | Kind::Stickers => label::label(job, size, id),
                Kind::Book | Kind::Flyer | Kind::Fold => flyer::flyer(job, size, id),
            };
            sheet.place(part, area.x, area.y);
        }
        if self.cells.len() > 1 && !self.is_ready_cut() {
            self.cuts(&mut sheet);
        }
        Some(sheet.finished(&job.paper))
    }

    /// Ticks where the sheet is cut: at its edges, and for tags, which are cut out one by one, at their corners.
    fn cuts(&self, sheet: &mut Sheet) {
        let (width, height) = self.size;
        let edges = |all: &dyn Fn(&Area) -> [Um; 2]| {
            let mut all: Vec<Um> = self.cells.iter().flat_map(all).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let columns = edges(&|cell| [cell.x, cell.right()]);
        let rows = edges(&|cell| [cell.y, cell.bottom()]);
        if self.job.paper.kind == Kind::Tags {
            let page = sheet.area();
            for (x, y) in columns.iter().flat_map(|x| rows.iter().map(move |y| (*x, *y))) {
                let upright = Area::new(x - CUT / 2, y - CORNER, CUT, CORNER * 2);
                let across = Area::new(x - CORNER, y - CUT / 2, CORNER * 2, CUT);
                let whole = [upright, across].into_iter().filter(|area| page.holds(*area));
                whole.for_each(|area| sheet.put(Piece::Mark(Mark::Cut, area)));
            }
            return;
        }
        for x in columns.into_iter().filter(|x| *x > Um(0) && *x < width) {
            for y in [Um(0), height - TICK] {
                sheet.put(Piece::Mark(Mark::Cut, Area::new(x - CUT / 2, y, CUT, TICK)));
            }
        }
        for y in rows.into_iter().filter(|y| *y > Um(0) && *y < height) {
            for x in [Um(0), width - TICK] {
                sheet.put(Piece::Mark(Mark::Cut, Area::new(x, y - CUT / 2, TICK, CUT)));
            }
        }
    }
}

/// The first product of every producer, and every product without one.
fn one_a_producer(job: &Job<'_>) -> Vec<ProductId> {
    let mut seen = vec![false; job.catalog.producers.len()];
    let first = |id: &&ProductId| match job.product(**id).makers.first() {
        Some(ProducerId(maker)) => !std::mem::replace(&mut seen[*maker as usize], true),
        None => true,
    };
    job.ids.iter().filter(first).copied().collect()
}

/// The sheet on which a flyer stands so often, and its places there: two and eight stand upright on a sheet laid across.
fn ups(format: Format, up: u8) -> ((Um, Um), Vec<Area>) {
    if up == 1 {
        let (width, height) = format.size();
        return ((width, height), vec![Area::new(Um(0), Um(0), width, height)]);
    }
    let (width, height) = if format == Format::Letter { format.size() } else { Format::A4.size() };
    let (size, columns, rows) = match up {
        2 => ((height, width), 2, 1),
        4 => ((width, height), 2, 2),
        _ => ((height, width), 4, 2),
    };
    let edge = |of: Um, at: i32, parts: i32| Um(of.0 * at / parts);
    let cell = |at: i32| {
        let (column, row) = (at % columns, at / columns);
        let (x, y) = (edge(size.0, column, columns), edge(size.1, row, rows));
        Area::new(x, y, edge(size.0, column + 1, columns) - x, edge(size.1, row + 1, rows) - y)
    };
    (size, (0..columns * rows).map(cell).collect())
}
