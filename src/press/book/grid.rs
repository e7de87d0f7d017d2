//! The pages of cards: which card stands where.
//!
//! In: sections. Out: rows of cards, and how many rows a page has. Small sections follow each other on a page, each
//! beginning a row under a band with its name; a large one has pages of its own.

use super::super::card;
use super::super::frame::{Head, foot, frame};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::super::words::{Tongues, Words};
use super::brief;
use super::section::{Section, is_plain, title, titled};
use crate::catalog::ProductId;
use crate::paper::{Layout, Um};
use std::ops::Range;

/// A row of cards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    /// Place of its section among the sections.
    pub section: usize,
    /// Its products, as places in the book's order.
    pub products: Range<usize>,
    /// The section stands under a band.
    pub banded: bool,
    /// It begins here.
    pub opens: bool,
}

/// Columns and rows of a page. On a small sheet the smallest cards have no room for a second name or a band: there they
/// stand in one row less.
pub(super) fn shape(layout: Layout, ground: &Ground) -> (usize, usize) {
    match layout {
        Layout::Cards12 if ground.is_small() => (3, 3),
        Layout::Cards12 => (3, 4),
        _ => (2, 3),
    }
}

/// How many of so many rows go on a page that holds that many. The last two pages share their rows where the last would have
/// fewer than it can show higher: rows of a page that is not full are a third higher, so that neither looks empty.
pub(super) fn taken(rows: usize, lines: usize) -> usize {
    let short = rows > lines && rows + 1 < lines * 2;
    if short { rows.div_ceil(2) } else { rows.min(lines) }
}

/// The rows of a section.
pub(super) fn rows(at: usize, section: &Section, columns: usize, banded: bool) -> impl Iterator<Item = Row> {
    let all = section.products.clone();
    let start = all.start;
    all.step_by(columns).map({
        let end = section.products.end;
        move |first| {
            let products = first..end.min(first + columns);
            Row { section: at, products, banded, opens: banded && first == start }
        }
    })
}

/// What a page of cards is drawn from.
pub(super) struct Page<'p, 'a> {
    pub job: &'p Job<'a>,
    pub ground: &'p Ground,
    pub sections: &'p [Section],
    /// The products in the order of the book.
    pub order: &'p [ProductId],
    pub rows: &'p [Row],
    /// Where they stand.
    pub room: Area,
    pub pages: usize,
}

/// Put a page of cards on a sheet.
pub(super) fn page(sheet: &mut Sheet, page: &Page<'_, '_>) {
    let Page { job, ground, order, rows, room: body, .. } = *page;
    let (columns, lines) = shape(job.paper.layout, ground);
    // few rows are a third higher: there is room
    let few = rows.len() < lines;
    let own = body.height / rows.len().max(1) as i32;
    let high = if few { own.min(ground.body.height / lines as i32 * 4 / 3) } else { own };
    let wide = body.width / columns as i32;
    let inside = ground.mm(40);
    let above = if columns > 2 { ground.mm(30) } else { inside };
    let mut cards = Vec::with_capacity(columns * lines);
    for (line, row) in rows.iter().enumerate() {
        let mut top = body.y + high * line as i32;
        let bottom = top + high;
        if line > 0 {
            ground.rule(sheet, top, ground.thin(), Ink::Ink);
        }
        if row.opens || line == 0 && row.banded {
            top += band(sheet, page, row, top);
        }
        for column in 1..columns as i32 {
            let left = body.x + wide * column - ground.thin() / 2;
            sheet.put(Piece::Rule(Area::new(left, top, ground.thin(), bottom - top), Ink::Ink));
        }
        for (column, at) in row.products.clone().enumerate() {
            let left = body.x + wide * column as i32;
            // outermost cards stand on the margins
            let before = if column > 0 { inside } else { Um(0) };
            let after = if column + 1 < columns { inside } else { Um(0) };
            let place = Area::new(left + before, top + above, wide - before - after, bottom - top - above * 2);
            cards.extend(order.get(at).map(|id| (*id, place)));
        }
    }
    card::cards(job, ground, sheet, &cards, columns > 2);
    let end = if few { body.y + high * rows.len() as i32 } else { body.bottom() };
    ground.rule(sheet, end, ground.bar(), Ink::Ink);
    head(sheet, page);
}

/// Put the running head and the foot of a page of products on a sheet.
pub(super) fn head(sheet: &mut Sheet, page: &Page<'_, '_>) {
    let Page { job, ground, sections, order, rows, pages, .. } = *page;
    let banded = rows.iter().any(|row| row.opens);
    let name = |at: Option<usize>| at.and_then(|at| order.get(at)).map(|id| job.product(*id).shown());
    let first = name(rows.first().map(|row| row.products.start)).unwrap_or_default();
    let last = name(rows.last().map(|row| row.products.end - 1)).unwrap_or_default();
    let one = Tongues { second: None, ..job.words };
    let section = |row: Option<&Row>, words: Tongues| {
        row.and_then(|row| sections.get(row.section)).map(|section| titled(job, words, section.of)).unwrap_or_default()
    };
    let left = |words: Tongues| {
        let (first, last) = (section(rows.first(), words), section(rows.last(), words));
        if banded && first != last { [&first, " – ", &last].concat() } else { first }
    };
    // without sections the head of a book without a cover says what it is
    let named = if brief::is_brief(job) && is_plain(job) { job.subtitle.clone() } else { left(job.words) };
    let left = [named, left(one), section(rows.first(), one)];
    let right = if first == last { vec![first] } else { vec![[&first, " – ", &last].concat(), first] };
    let shown = rows.first().zip(rows.last()).and_then(|(a, b)| order.get(a.products.start..b.products.end));
    let feet = job.feet(shown.unwrap_or_default());
    if brief::is_brief(job) && sheet.number == 1 {
        return foot(sheet, ground, job.words, &feet, pages);
    }
    frame(sheet, ground, job.words, &Head { left: &left, right: &right, feet: &feet }, pages);
}

/// How high a band is.
pub(super) fn band_height(ground: &Ground) -> Um {
    ground.mm(90)
}

/// The band above a section that begins within a page, or goes on from an earlier one; how high it is.
pub(super) fn band(sheet: &mut Sheet, page: &Page<'_, '_>, row: &Row, top: Um) -> Um {
    let Page { job, ground, sections, .. } = *page;
    let Some(section) = sections.get(row.section) else { return Um(0) };
    let high = band_height(ground);
    let body = ground.body;
    let area = Area::new(body.x, top, body.width, high);
    sheet.put(Piece::Fill(area, Ink::Ink));
    let inside = ground.mm(25);
    let lang = job.words.first.lang;
    let small = ground.style(Face::Bold, 850, 1200);
    let again = [" (", &job.words.both(|w| w.continued), ")"].concat();
    let says = |w: &'static Words| if row.opens { (w.count_products)(section.products.len()) } else { String::new() };
    let count = job.words.both(says);
    let count = Passage::new(lang, &count, small, body.width / 2, Wrap::Full).ink(Ink::White);
    let width = body.width - inside * 3 - count.longest();
    let title = [title(job, section.of).as_str(), if row.opens { "" } else { again.as_str() }].concat();
    let set = |points| Passage::new(lang, &title, ground.style(Face::Name, points, 1120), width, Wrap::Even);
    let mut name = [1200, 950].into_iter().map(set).find(|name| name.height() <= high).unwrap_or_else(|| set(700));
    while name.height() > high {
        name.shorten();
    }
    let name = name.ink(Ink::White).role(if row.opens { Role::Heading(2) } else { Role::Plain });
    name.put(sheet, body.x + inside, top + (high - name.height()) / 2, Side::Left);
    let baseline = top + high / 2 + small.size.share(340);
    count.put(sheet, body.right() - inside - count.longest(), baseline - small.rise(), Side::Left);
    high
}
