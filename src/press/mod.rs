//! The press: products and a paper in, sheets out. No Leptos, no browser, no clock: today is handed in.
//!
//! A [`Job`] says what is printed; a [`Print`] ([`Book`] or [`Small`]) lays it out in steps and gives its [`Sheet`]s, on which everything has its
//! place down to the line, in whole micrometres, so that a sheet is the same wherever it is made. `metric` knows how wide
//! letters are, `line` breaks texts, `passage` sets them, `story` pours them into columns; `card`, `standing` and `told` are
//! the parts of pages, `book` is the whole. What is said on paper is handed in as [`Words`]; drawing is for whoever stands above.

mod bleed;
mod book;
mod card;
mod code;
mod finish;
mod frame;
mod ground;
mod job;
mod line;
mod mark;
mod metric;
mod passage;
mod print;
mod sale;
mod sheet;
mod small;
mod standing;
mod story;
mod title;
mod told;
mod words;

pub use bleed::{AROUND, BLEED};
pub use book::Book;
pub use code::{Code, QUIET, modules};
pub use job::{Job, Wish};
pub use mark::{KEY, Mark, Since, Told, edition};
pub use metric::{Face, Style};
pub use print::Print;
pub use sheet::{Area, Crop, Ink, Mark as Line, Piece, Role, Sheet, Text};
pub use small::Small;
pub use words::{Tongues, Words};
