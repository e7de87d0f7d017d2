//! A sheet as it will be printed: things and where they stand, down to the line.
//!
//! Whoever draws it decides nothing: every text is one line with its place, face, size and ink.

use super::code::Code;
use super::metric::{Face, Style};
use crate::catalog::{ProductId, Stars, State};
use crate::paper::Um;
use crate::route::Lang;

/// A rectangle of a sheet, from its upper left corner.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Area {
    /// From the left edge of the sheet.
    pub x: Um,
    /// From the upper edge of the sheet.
    pub y: Um,
    /// How wide.
    pub width: Um,
    /// How high.
    pub height: Um,
}

impl Area {
    /// From its corner and its measures.
    pub const fn new(x: Um, y: Um, width: Um, height: Um) -> Area {
        Area { x, y, width, height }
    }

    /// A square.
    pub const fn square(x: Um, y: Um, side: Um) -> Area {
        Area { x, y, width: side, height: side }
    }

    /// Its right edge.
    pub fn right(self) -> Um {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> Um {
        self.y + self.height
    }

    /// Whether the other lies within it.
    pub fn holds(self, other: Area) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Whether they share any ground.
    pub fn meets(self, other: Area) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// What something is printed with. `style/tokens.css` has their colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Ink {
    /// Black.
    Ink,
    /// For lesser text.
    Second,
    /// For thin rules.
    Hair,
    /// Lacquer red.
    Son,
    /// What stands on the red.
    OnSon,
    /// In force.
    Green,
    /// Lapsed, undated, proposed.
    Ochre,
    /// Stars on black.
    Hoe,
    /// The paper itself.
    White,
}

impl Ink {
    /// The same for a photocopier: black or white, so that nothing is read from a colour or a grey.
    pub fn copied(self) -> Ink {
        match self {
            Ink::Ink | Ink::Second | Ink::Hair | Ink::OnSon | Ink::Green | Ink::Ochre => Ink::Ink,
            Ink::Son | Ink::Hoe | Ink::White => Ink::White,
        }
    }
}

/// What a line of text is to whoever reads the sheet by ear.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A heading of that level, 1 to 3.
    Heading(u8),
    /// The name of that product, where it is shown.
    Name(ProductId),
    /// What a product costs.
    Price,
    /// How many of it somebody wants, or what they noted of it.
    Wish,
    /// Anything else.
    Plain,
    /// What stands on every sheet: running heads and page numbers.
    Frame,
}

/// One line of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// Where it begins, from the left.
    pub x: Um,
    /// Its baseline, from above.
    pub baseline: Um,
    /// How long it is.
    pub width: Um,
    /// Face and size.
    pub style: Style,
    /// Ink.
    pub ink: Ink,
    /// Letters composed.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// Its language.
    pub lang: Lang,
    /// Lines with the same number are one paragraph of the sheet.
    pub paragraph: u16,
}

impl Text {
    /// Face.
    pub fn face(&self) -> Face {
        self.style.face
    }

    /// What its letters can cover: ascender to descender.
    pub fn area(&self) -> Area {
        let size = self.style.size;
        Area::new(self.x, self.baseline - size.share(878), self.width, size.share(1088))
    }
}

/// How a picture fills its area.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Crop {
    /// Whole.
    Full,
    /// Covering it, what is beyond cut off.
    Cover,
}

/// A mark for whoever cuts or folds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// A corner of the finished sheet.
    Crop,
    /// Cut along it.
    Cut,
    /// Fold along it.
    Fold,
}

/// Something on a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// A line of text.
    Text(Text),
    /// A rule: a thin rectangle.
    Rule(Area, Ink),
    /// A filled area that other things stand on.
    Fill(Area, Ink),
    /// A frame of that thickness, within its area.
    Frame(Area, Um, Ink),
    /// The product's photograph, or its tile.
    Picture(ProductId, Area, Crop),
    /// Stars beside each other, as many as fill the area's width at its height.
    Stars(Stars, Area, Ink),
    /// The sign of a state.
    Sign(State, Area, Ink),
    /// The QR code of an address, its quiet zone of four modules within the area.
    Code(String, Code, Area),
    /// A line to cut or fold along.
    Mark(Mark, Area),
}

impl Piece {
    /// The ground it covers.
    pub fn area(&self) -> Area {
        match self {
            Piece::Text(text) => text.area(),
            Piece::Rule(area, _)
            | Piece::Fill(area, _)
            | Piece::Frame(area, ..)
            | Piece::Picture(_, area, _)
            | Piece::Stars(_, area, _)
            | Piece::Sign(_, area, _)
            | Piece::Code(_, _, area)
            | Piece::Mark(_, area) => *area,
        }
    }

    /// Move it.
    pub(super) fn shift(&mut self, right: Um, down: Um) {
        let area = match self {
            Piece::Text(text) => {
                text.x += right;
                text.baseline += down;
                return;
            }
            Piece::Rule(area, _)
            | Piece::Fill(area, _)
            | Piece::Frame(area, ..)
            | Piece::Picture(_, area, _)
            | Piece::Stars(_, area, _)
            | Piece::Sign(_, area, _)
            | Piece::Code(_, _, area)
            | Piece::Mark(_, area) => area,
        };
        area.x += right;
        area.y += down;
    }

    /// What it is printed with, if that is one ink.
    pub(super) fn ink(&mut self) -> Option<&mut Ink> {
        match self {
            Piece::Text(text) => Some(&mut text.ink),
            Piece::Rule(_, ink)
            | Piece::Fill(_, ink)
            | Piece::Frame(_, _, ink)
            | Piece::Stars(_, _, ink)
            | Piece::Sign(_, _, ink) => Some(ink),
            Piece::Picture(..) | Piece::Code(..) | Piece::Mark(..) => None,
        }
    }
}

/// One side of a sheet of paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// How wide it is.
    pub width: Um,
    /// How high it is.
    pub height: Um,
    /// Its number among all, from 1: also the page number printed on it.
    pub number: usize,
    /// What stands on it; later pieces stand on earlier ones.
    pub pieces: Vec<Piece>,
    /// All stands there once more, turned by half about the sheet's middle: a tent is read from both sides.
    pub twice: bool,
    paragraphs: u16,
}

impl Sheet {
    /// An empty one.
    pub fn new((width, height): (Um, Um), number: usize) -> Sheet {
        Sheet { width, height, number, pieces: Vec::new(), twice: false, paragraphs: 0 }
    }

    /// The whole of it.
    pub fn area(&self) -> Area {
        Area::new(Um(0), Um(0), self.width, self.height)
    }

    /// One more thing.
    pub fn put(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    /// All of another sheet, its corner at that place of this one.
    pub(super) fn place(&mut self, other: Sheet, x: Um, y: Um) {
        for mut piece in other.pieces {
            piece.shift(x, y);
            if let Piece::Text(text) = &mut piece {
                text.paragraph += self.paragraphs;
            }
            self.pieces.push(piece);
        }
        self.paragraphs += other.paragraphs;
    }

    /// A number for one more paragraph.
    pub(super) fn paragraph(&mut self) -> u16 {
        self.paragraphs += 1;
        self.paragraphs
    }
}
