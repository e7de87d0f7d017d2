//! Lists in columns with page numbers: the indexes, and the contents of a book with many sections.
//!
//! In: entries, one after the other. Out: on which page, in which column and on which line each stands. All lines stand
//! on one grid, so that those of neighbouring columns are level; a letter stays with the first name below it.

use super::super::ground::Ground;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::super::title::great;
use super::super::words::{Tongues, Words};
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

/// A title in each language.
pub(super) type Said<'s> = dyn Fn(&'static Words) -> &'static str + 's;

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Spot {
    page: u32,
    column: u16,
    line: u16,
}

/// How an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Level {
    /// With its number.
    Plain,
    /// Over others, without a number; it stays with the first of them.
    Head,
    /// Under a head, set in, with its number.
    Under,
    /// As a head, with all its numbers beside it.
    Whole,
    /// Under a head, set in: many numbers in a row.
    Numbers,
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
    head: Style,
    letter: Style,
}

/// An entry as it is shown.
pub(super) struct Shown {
    /// Its text.
    pub text: String,
    /// Language of the text.
    pub lang: Lang,
    /// How it stands.
    pub level: Level,
    /// Its page, or its pages.
    pub number: Option<String>,
}

/// Entries and where they stand.
#[derive(Debug)]
pub(super) struct Index {
    columns: Columns,
    spots: Vec<Spot>,
    /// The first letter of the entry, where it is another than that of the entry before.
    letters: Vec<Option<char>>,
    /// The last of them.
    letter: Option<char>,
    next: Spot,
}

impl Columns {
    /// On that ground, for page numbers of so many digits.
    pub fn new(ground: &Ground, digits: usize) -> Columns {
        let name = ground.style(Face::Narrow, 900, 1680);
        let bold = Style { face: Face::Bold, ..name };
        let head = Style { face: Face::Name, ..name };
        let count = if ground.body.width < Um::tenths(1400) { 2 } else { 3 };
        let gap = ground.mm(60);
        let step = (ground.body.width + gap) / count as i32;
        let number = bold.width(&"0".repeat(digits)) + ground.mm(20);
        // a letter of three lines on a page that begins with one
        let lines = (ground.body.height - ground.mm(20)).0 / name.leading.0;
        let letter = ground.style(Face::Great, 2400, 1200);
        let indent = ground.mm(26);
        Columns {
            count,
            lines: lines.max(4) as usize,
            width: step - gap,
            step,
            number,
            indent,
            name,
            bold,
            head,
            letter,
        }
    }

    /// Style, width and place within its column of an entry's text.
    fn set(&self, level: Level) -> (Style, Um, Um) {
        match level {
            Level::Plain => (self.name, self.width - self.number, Um(0)),
            Level::Head | Level::Whole => (self.head, self.width, Um(0)),
            Level::Under => (self.name, self.width - self.number - self.indent, self.indent),
            Level::Numbers => (self.bold, self.width - self.indent, self.indent),
        }
    }

    fn passage(&self, lang: Lang, text: &str, level: Level) -> Passage {
        let (style, width, _) = self.set(level);
        let indent = if level == Level::Numbers { Um(0) } else { self.indent };
        let mut passage = Passage::new(lang, text, style, width, Wrap::Hanging(indent));
        while level != Level::Numbers && passage.count() > MOST {
            passage.shorten();
        }
        passage
    }

    /// Whether a head and its numbers go on one line.
    pub fn holds(&self, head: &str, numbers: &str) -> bool {
        let head = self.passage(Lang::Vi, head, Level::Head);
        head.count() == 1 && head.longest() + self.indent * 2 + self.bold.width(numbers) <= self.width
    }

    /// Room for numbers of a list, to be split where they do not go into one column.
    pub fn lines(&self) -> usize {
        self.lines
    }
}

impl Index {
    /// An empty one.
    pub fn new(columns: Columns) -> Index {
        let next = Spot { page: 0, column: 0, line: TITLE };
        Index { columns, spots: Vec::new(), letters: Vec::new(), letter: None, next }
    }

    /// One more entry, under a letter if that is given and new.
    pub fn add(&mut self, text: &str, level: Level, letter: Option<char>) {
        let c = &self.columns;
        let high = c.passage(Lang::Vi, text, level).count().max(1);
        let letter = letter.filter(|letter| self.letter != Some(*letter));
        let above = |top: bool| match (letter, top) {
            (None, _) => 0,
            (_, true) => TOP,
            _ => LETTER,
        };
        let top = |spot: Spot| spot.line == if spot.page == 0 { TITLE } else { 0 };
        let with = high + usize::from(level == Level::Head);
        let full = |spot: Spot| usize::from(spot.line) + above(top(spot)) + with > c.lines;
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
        self.letter = letter.or(self.letter);
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

    /// Put an entry on the sheet of its page, with its number if it has one.
    pub fn put(&self, sheet: &mut Sheet, ground: &Ground, entry: usize, shown: &Shown) {
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
        let name = c.passage(shown.lang, &shown.text, shown.level);
        let over = matches!(shown.level, Level::Head | Level::Whole);
        let role = if over { Role::Heading(3) } else { Role::Plain };
        name.role(role).put(sheet, x + c.set(shown.level).2, y, Side::Left);
        if let Some(number) = &shown.number {
            let number = Passage::new(shown.lang, number, c.bold, c.width, Wrap::Full);
            number.put(sheet, x, y, Side::Right);
        }
    }

    /// Put the title on the first page.
    pub fn title(&self, sheet: &mut Sheet, ground: &Ground, words: Tongues, title: &Said<'_>) {
        let room = self.columns.name.leading * i32::from(TITLE - 1);
        let place = Area::new(ground.body.x, ground.body.y + ground.mm(20), ground.body.width, room);
        great(sheet, ground, words, |w| title(w).into(), place, 4400);
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
