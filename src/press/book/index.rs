//! Lists in columns with page numbers: the indexes, and the contents of a book with many sections.
//!
//! In: entries, one after the other. Out: on which page, in which column and on which line each stands. All lines stand
//! on one grid, so that those of neighbouring columns are level; a letter stays with the first name below it.

use super::super::ground::Ground;
use super::super::line::{Wrap, clean, lines};
use super::super::metric::{Face, Style};
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::title::great;
use crate::paper::Um;
use crate::route::Lang;

/// Lines that a letter takes.
const LETTER: usize = 3;
/// Lines that it takes on top of a column.
const TOP: usize = 2;
/// Lines that an entry may take: none that people write needs more.
const MOST: usize = 6;
/// Lines that the title takes on the first page.
const TITLE: u16 = 6;

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Spot {
    page: u32,
    column: u16,
    line: u16,
}

/// Measures of the columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    count: usize,
    lines: usize,
    /// Width of a column's text and number together.
    width: Um,
    /// From one column to the next.
    step: Um,
    /// Kept for the number.
    number: Um,
    indent: Um,
    name: Style,
    bold: Style,
    letter: Style,
}

/// Entries and where they stand.
#[derive(Debug)]
pub(super) struct Index {
    columns: Columns,
    spots: Vec<Spot>,
    /// The first letter of the entry, where it is another than that of the entry before.
    letters: Vec<Option<char>>,
    next: Spot,
}

impl Columns {
    /// On that ground, for page numbers of so many digits.
    pub fn new(ground: &Ground, digits: usize) -> Columns {
        let name = ground.style(Face::Narrow, 900, 1680);
        let bold = Style { face: Face::Bold, ..name };
        let count = if ground.body.width < Um::tenths(1400) { 2 } else { 3 };
        let gap = ground.mm(60);
        let step = (ground.body.width + gap) / count as i32;
        let number = bold.width(&"0".repeat(digits)) + ground.mm(20);
        // a letter of three lines on a page that begins with one
        let lines = (ground.body.height - ground.mm(20)).0 / name.leading.0;
        let letter = ground.style(Face::Great, 2400, 1200);
        let indent = ground.mm(26);
        Columns { count, lines: lines.max(4) as usize, width: step - gap, step, number, indent, name, bold, letter }
    }

    fn wrap(&self) -> Wrap {
        Wrap::Hanging(self.indent)
    }
}

impl Index {
    /// An empty one.
    pub fn new(columns: Columns) -> Index {
        Index { columns, spots: Vec::new(), letters: Vec::new(), next: Spot { page: 0, column: 0, line: TITLE } }
    }

    /// Its measures.
    pub fn columns(&self) -> Columns {
        self.columns
    }

    /// One more entry, under a letter if that is given and new.
    pub fn add(&mut self, text: &str, letter: Option<char>) {
        let c = &self.columns;
        let high = lines(&clean(text), c.name, c.width - c.number, c.wrap()).len().clamp(1, MOST);
        let known = self.letters.iter().rev().find_map(|l| *l);
        let letter = letter.filter(|letter| known != Some(*letter));
        let above = |top: bool| match (letter, top) {
            (None, _) => 0,
            (_, true) => TOP,
            _ => LETTER,
        };
        let top = |spot: Spot| spot.line == if spot.page == 0 { TITLE } else { 0 };
        let full = |spot: Spot| usize::from(spot.line) + above(top(spot)) + high > c.lines;
        if full(self.next) && !top(self.next) {
            self.next.column += 1;
            if usize::from(self.next.column) == c.count {
                self.next.column = 0;
                self.next.page += 1;
            }
            self.next.line = if self.next.page == 0 { TITLE } else { 0 };
        }
        self.next.line += above(top(self.next)) as u16;
        self.spots.push(self.next);
        self.letters.push(letter);
        self.next.line += high as u16;
    }

    /// How many pages it takes.
    pub fn pages(&self) -> usize {
        self.spots.last().map_or(0, |spot| spot.page as usize + 1)
    }

    /// The entries of one of its pages.
    pub fn entries(&self, page: usize) -> std::ops::Range<usize> {
        let start = self.spots.partition_point(|spot| (spot.page as usize) < page);
        let end = self.spots.partition_point(|spot| spot.page as usize <= page);
        start..end
    }

    /// Put an entry on the sheet of its page, with its number.
    pub fn put(&self, sheet: &mut Sheet, ground: &Ground, entry: usize, text: &str, number: usize, lang: Lang) {
        let c = &self.columns;
        let Some(spot) = self.spots.get(entry) else { return };
        let top = ground.body.y + ground.mm(20);
        let x = ground.body.x + c.step * i32::from(spot.column);
        let y = top + c.name.leading * i32::from(spot.line);
        if let Some(Some(letter)) = self.letters.get(entry) {
            let style = c.letter;
            let letter = Passage::new(Lang::Vi, &letter.to_string(), style, c.width, Wrap::Full);
            // its baseline stands on the grid, a line above the first name
            let baseline = y - c.name.leading + c.name.rise();
            letter.ink(Ink::Son).role(Role::Heading(2)).put(sheet, x, baseline - style.rise(), Side::Left);
        }
        let mut name = Passage::new(lang, text, c.name, c.width - c.number, c.wrap());
        while name.count() > MOST {
            name.shorten();
        }
        name.put(sheet, x, y, Side::Left);
        let number = Passage::new(lang, &number.to_string(), c.bold, c.number, Wrap::Full);
        number.put(sheet, x + c.width - c.number, y, Side::Right);
    }

    /// Put the title on the first page.
    pub fn title(&self, sheet: &mut Sheet, ground: &Ground, lang: Lang, title: &str) {
        let room = self.columns.name.leading * i32::from(TITLE - 1);
        great(
            sheet,
            ground,
            lang,
            title,
            Area::new(ground.body.x, ground.body.y + ground.mm(20), ground.body.width, room),
        );
    }

    /// Put the rules between the columns of a page.
    pub fn rules(&self, sheet: &mut Sheet, ground: &Ground, page: usize) {
        let c = &self.columns;
        let used = self.entries(page).next_back().and_then(|last| self.spots.get(last)).map_or(0, |spot| spot.column);
        let high = if page == 0 { c.name.leading * i32::from(TITLE) } else { Um(0) };
        let top = ground.body.y + ground.mm(10) + high;
        for column in 1..=used {
            let x = ground.body.x + c.step * i32::from(column) - (c.step - c.width) / 2;
            let area = Area::new(x, top, ground.thin(), ground.body.bottom() - top);
            sheet.put(Piece::Rule(area, Ink::Ink));
        }
    }
}
