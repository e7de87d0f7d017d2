//! A passage: a text set in its style to a width, which knows its height before anything is drawn.
//!
//! In: a text and how it stands. Out: its height, and its lines on a sheet.

use super::line::{Line, Wrap, clean, lines};
use super::metric::Style;
use super::sheet::{Ink, Piece, Role, Sheet, Text};
use crate::paper::Um;
use crate::route::Lang;

/// To which side lines stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Their beginnings below each other.
    Left,
    /// Their ends below each other.
    Right,
}

/// A text broken into its lines.
pub struct Passage {
    text: String,
    lines: Vec<Line>,
    width: Um,
    indent: Um,
    /// Face and size.
    pub style: Style,
    /// Ink.
    pub ink: Ink,
    /// What it is.
    pub role: Role,
    /// Its language.
    pub lang: Lang,
    /// Empty ground above it, if something stands there.
    pub above: Um,
    /// It is over the next one, and stands in the same column.
    pub over: bool,
}

impl Passage {
    /// A plain one in black.
    pub fn new(lang: Lang, text: &str, style: Style, width: Um, wrap: Wrap) -> Passage {
        let text = clean(text).into_owned();
        let lines = lines(&text, style, width, wrap);
        let indent = if let Wrap::Hanging(by) = wrap { by } else { Um(0) };
        Passage { text, lines, width, indent, style, ink: Ink::Ink, role: Role::Plain, lang, above: Um(0), over: false }
    }

    /// The same in that ink.
    #[must_use]
    pub fn ink(self, ink: Ink) -> Passage {
        Passage { ink, ..self }
    }

    /// The same as that.
    #[must_use]
    pub fn role(self, role: Role) -> Passage {
        Passage { role, ..self }
    }

    /// The same with ground above it.
    #[must_use]
    pub fn above(self, above: Um) -> Passage {
        Passage { above, ..self }
    }

    /// The same, kept with the next.
    #[must_use]
    pub fn over(self) -> Passage {
        Passage { over: true, ..self }
    }

    /// How many lines it has.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// How long its longest line is.
    pub fn longest(&self) -> Um {
        self.lines.iter().map(|line| line.width).max().unwrap_or_default()
    }

    /// The same with one line less, its end marked with "…".
    pub fn shorten(&mut self) {
        self.lines.pop();
        let Some(last) = self.lines.last_mut() else { return };
        let mut text: String = self.text.get(..last.end).unwrap_or_default().into();
        loop {
            text.push('…');
            last.end = text.len();
            last.width = self.style.width(text.get(last.start..).unwrap_or_default());
            if last.width <= self.width || last.end - last.start <= '…'.len_utf8() {
                break;
            }
            text.truncate(text.len() - '…'.len_utf8());
            text.pop();
        }
        self.text = text;
    }

    /// How high its lines are together.
    pub fn height(&self) -> Um {
        self.style.leading * self.lines.len() as i32
    }

    /// Put its lines on a sheet, the first one's top at `y`; what comes below begins at the answer.
    pub fn put(&self, sheet: &mut Sheet, x: Um, y: Um, side: Side) -> Um {
        self.put_some(sheet, x, y, side, 0..self.lines.len())
    }

    /// The same with some of its lines only.
    pub fn put_some(&self, sheet: &mut Sheet, x: Um, y: Um, side: Side, some: std::ops::Range<usize>) -> Um {
        let paragraph = sheet.paragraph();
        let mut top = y;
        for (at, line) in self.lines.iter().enumerate().skip(some.start).take(some.len()) {
            let indent = if at > 0 { self.indent } else { Um(0) };
            let x = match side {
                Side::Left => x + indent,
                Side::Right => x + self.width - line.width,
            };
            sheet.put(Piece::Text(Text {
                x,
                baseline: top + self.style.rise(),
                width: line.width,
                style: self.style,
                ink: self.ink,
                text: self.text.get(line.start..line.end).unwrap_or_default().into(),
                role: self.role,
                lang: self.lang,
                paragraph,
            }));
            top += self.style.leading;
        }
        top
    }
}

/// Height of passages below each other.
pub fn height(all: &[Passage]) -> Um {
    let mut high = Um(0);
    for passage in all.iter().filter(|p| p.count() > 0) {
        high += if high > Um(0) { passage.above } else { Um(0) } + passage.height();
    }
    high
}

/// Put passages below each other, from `y` on; what comes below begins at the answer.
pub fn put(all: &[Passage], sheet: &mut Sheet, x: Um, y: Um) -> Um {
    let mut top = y;
    for passage in all.iter().filter(|p| p.count() > 0) {
        top += if top > y { passage.above } else { Um(0) };
        top = passage.put(sheet, x, top, Side::Left);
    }
    top
}
