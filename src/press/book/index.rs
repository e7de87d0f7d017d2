//! Lists in columns with page numbers: the indexes, and the contents of a book with many sections.
//!
//! In: entries, one after the other. Out: on which page, in which column and on which line each stands (`column` decides).
//! All lines stand on one grid, so that those of neighbouring columns are level.

use super::super::ground::Ground;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::super::title::great;
use super::super::words::{Tongues, Words};
use super::column::{Entry, Room, Spot, spots};
use crate::paper::Um;
use crate::route::Lang;

/// Lines that an entry may take: none that people write needs more.
const MOST: usize = 6;
/// Height kept for the title on the first page, in tenths of a millimetre on A4.
const TITLE: i32 = 350;

/// A title in each language.
pub(super) type Said<'s> = dyn Fn(&'static Words) -> &'static str + 's;

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
    room: Room,
    /// Width of a column's text and number together.
    width: Um,
    /// From one column to the next.
    step: Um,
    /// Kept for the number, and before it for how many there are.
    number: Um,
    many: Um,
    /// A rule parts each entry from the next.
    ruled: bool,
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
    /// How many it has.
    pub many: String,
}

/// Entries and where they stand.
#[derive(Debug)]
pub(super) struct Index {
    columns: Columns,
    entries: Vec<Entry>,
    /// The last letter.
    letter: Option<char>,
    /// Where they stand, once all are known.
    spots: Vec<Spot>,
}

/// Ways to set contents, the first that holds them on a page: columns, size of letters in hundredths of a point, the
/// largest and the least distance of lines in tenths of a millimetre on A4.
const CONTENTS: [(usize, i32, i32, i32); 2] = [(1, 1300, 106, 66), (2, 1050, 96, 58)];

impl Columns {
    /// On that ground, for page numbers of so many digits.
    pub fn new(ground: &Ground, digits: usize) -> Columns {
        let name = ground.style(Face::Narrow, 900, 1680);
        let count = if ground.body.width < Um::tenths(1400) { 2 } else { 3 };
        Columns::set_in(ground, digits, count, name)
    }

    /// For contents of those parts, before each number so much for how many it has: in one column or in two, their lines as far
    /// apart as one page allows.
    pub fn contents(ground: &Ground, digits: usize, parts: &[String], many: &str) -> Columns {
        let mut ways = CONTENTS.iter().flat_map(|(count, points, most, least)| {
            (0..=(most - least) / 4).map(move |step| (*count, *points, most - step * 4))
        });
        let columns = |(count, points, apart): (usize, i32, i32)| {
            let face = if count > 1 { Face::Narrow } else { Face::Name };
            let name = Style { leading: ground.mm(apart), ..ground.style(face, points, 1000) };
            let plain = Columns::set_in(ground, digits, count, name);
            let many = plain.many().width(many) + ground.mm(40);
            Columns { many: if count > 1 { Um(0) } else { many }, ruled: true, ..plain }
        };
        let holds = |columns: &Columns| {
            let free = columns.room.count * (columns.room.lines - columns.room.title.min(columns.room.lines));
            parts.len() <= free && {
                let mut index = Index::new(*columns);
                parts.iter().for_each(|part| index.add(part, Level::Plain, None));
                index.finish();
                index.pages() == 1
            }
        };
        let whole = ways.clone().map(columns).find(holds);
        whole.or_else(|| ways.next_back().map(columns)).unwrap_or_else(|| Columns::new(ground, digits))
    }

    /// In that many columns, names in that style.
    fn set_in(ground: &Ground, digits: usize, count: usize, name: Style) -> Columns {
        let bold = Style { face: Face::Bold, ..name };
        let head = Style { face: Face::Name, ..name };
        let gap = ground.mm(60);
        let step = (ground.body.width + gap) / count as i32;
        let number = bold.width(&"0".repeat(digits)) + ground.mm(20);
        // a letter of three lines on a page that begins with one
        let lines = ((ground.body.height - ground.mm(20)).0 / name.leading.0).max(4) as usize;
        let title = (ground.mm(TITLE).0 / name.leading.0) as usize;
        Columns {
            room: Room { count, lines, title },
            width: step - gap,
            step,
            number,
            many: Um(0),
            ruled: false,
            indent: ground.mm(26),
            name,
            bold,
            head,
            letter: ground.style(Face::Great, 2400, 1200),
        }
    }

    /// Style, width and place within its column of an entry's text.
    fn set(&self, level: Level) -> (Style, Um, Um) {
        match level {
            Level::Plain => (self.name, self.width - self.number - self.many, Um(0)),
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

    /// Style of how many an entry has.
    fn many(&self) -> Style {
        Style { face: Face::Reading, size: self.name.size.share(770), ..self.name }
    }

    /// Room for numbers of a list, to be split where they do not go into one column.
    pub fn lines(&self) -> usize {
        self.room.lines
    }
}

impl Index {
    /// An empty one.
    pub fn new(columns: Columns) -> Index {
        Index { columns, entries: Vec::new(), letter: None, spots: Vec::new() }
    }

    /// One more entry, under a letter if that is given and new.
    pub fn add(&mut self, text: &str, level: Level, letter: Option<char>) {
        let high = self.columns.passage(Lang::Vi, text, level).count().max(1);
        let letter = letter.filter(|letter| self.letter != Some(*letter));
        let (over, under) = (level == Level::Head, matches!(level, Level::Under | Level::Numbers));
        self.entries.push(Entry { high, over, under, letter });
        self.letter = letter.or(self.letter);
    }

    /// All entries are there.
    pub fn finish(&mut self) {
        self.spots = spots(&self.entries, self.columns.room);
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
        if let Some(letter) = self.entries.get(entry).and_then(|entry| entry.letter) {
            let style = c.letter;
            let letter = Passage::new(Lang::Vi, &letter.to_string(), style, c.width, Wrap::Full);
            // its baseline stands on the grid, a line above the first name
            let baseline = y - c.name.leading + c.name.rise();
            letter.ink(Ink::Son).role(Role::Heading(2)).put(sheet, x, baseline - style.rise(), Side::Left);
        }
        let name = c.passage(shown.lang, &shown.text, shown.level);
        let over = matches!(shown.level, Level::Head | Level::Whole);
        let role = if over { Role::Heading(3) } else { Role::Plain };
        let name_lines = name.count() as i32;
        name.role(role).put(sheet, x + c.set(shown.level).2, y, Side::Left);
        if let Some(number) = &shown.number {
            let number = Passage::new(shown.lang, number, c.bold, c.width, Wrap::Full);
            number.put(sheet, x, y, Side::Right);
        }
        if c.many > Um(0) {
            let many = Passage::new(shown.lang, &shown.many, c.many(), c.width - c.number, Wrap::Full);
            many.ink(Ink::Second).put(sheet, x, y, Side::Right);
        }
        if c.ruled {
            let rule =
                |line: Um| Piece::Rule(Area::new(x, line - ground.thin() / 2, c.width, ground.thin()), Ink::Hair);
            sheet.put(rule(y));
            let after =
                self.spots.get(entry + 1).is_none_or(|next| (next.page, next.column) != (spot.page, spot.column));
            if after {
                sheet.put(rule(y + c.name.leading * name_lines));
            }
        }
    }

    /// Put the title on the first page.
    pub fn title(&self, sheet: &mut Sheet, ground: &Ground, words: Tongues, title: &Said<'_>) {
        let room = self.columns.name.leading * self.columns.room.title as i32 - ground.mm(55);
        let place = Area::new(ground.body.x, ground.body.y + ground.mm(20), ground.body.width, room);
        great(sheet, ground, words, |w| title(w).into(), place, if self.columns.ruled { 6000 } else { 4400 });
    }

    /// Put the rules between the columns of a page.
    pub fn rules(&self, sheet: &mut Sheet, ground: &Ground, page: usize) {
        let c = &self.columns;
        if c.ruled {
            return;
        }
        let title = if page == 0 { c.room.title } else { 0 };
        let top = ground.body.y + ground.mm(10) + c.name.leading * title as i32;
        let own = self.entries(page);
        let ends =
            self.spots.get(own.clone()).unwrap_or_default().iter().zip(self.entries.get(own).unwrap_or_default());
        let lines = ends.map(|(spot, entry)| usize::from(spot.line) + entry.high).max().unwrap_or(0);
        let end = (ground.body.y + ground.mm(30) + c.name.leading * lines as i32).min(ground.body.bottom());
        for column in 1..c.room.count as i32 {
            let x = ground.body.x + c.step * column - (c.step - c.width) / 2;
            sheet.put(Piece::Rule(Area::new(x, top, ground.thin(), end - top), Ink::Ink));
        }
    }
}
