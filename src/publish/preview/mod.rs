//! Preview pictures, 1200 × 630 points, as Zalo and Facebook show them beside a link.
//!
//! In: a catalogue ([`Gallery`]) or any [`Card`], plain data. Out: a PNG, or a JPEG where a photograph stands in it
//! ([`Painter::draw`]). A file's name carries a hash of all that is drawn ([`Card::file`]), so the name is known without
//! drawing and what the old site has already is not drawn again.
//! The fonts are embedded: the same card gives the same bytes on every machine. One picture serves both languages; it
//! speaks Vietnamese, as the name does.

mod all;
mod block;
mod canvas;
mod deflate;
mod feet;
mod glyph;
mod huffman;
mod layout;
mod letters;
mod line;
mod mosaic;
mod motif;
mod paint;
mod palette;
mod paper;
mod photograph;
mod png;
mod repeat;
mod tell;

pub use all::Gallery;
pub use canvas::{HEIGHT, WIDTH};
pub use letters::writes;
pub use paint::Painter;
pub use tell::{catalog, producer, product};

use super::tile::Goods;
use crate::catalog::{Stars, State};
use sha2::{Digest, Sha256};

/// To be raised whenever the same card is drawn differently: old pictures stay, new ones get new names.
const DRAWING: u8 = 3;

/// All that a preview picture says and shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Card {
    /// Begins the file's name: a-z, 0-9 and hyphens.
    pub slug: String,
    /// Title of the catalogue, beside its mark; empty on the catalogue's own card.
    pub title: String,
    /// A warning under the title ("invented…"); usually empty.
    pub warning: String,
    /// The name, in full.
    pub name: String,
    /// Lines under the name: place, kind.
    pub lines: Vec<String>,
    /// What stands at the foot, from above.
    pub feet: Vec<Foot>,
    /// One picture fills the left half; of more a mosaic is made, of [`Card::MOST`] at most.
    pub pictures: Vec<Picture>,
}

/// A line at the foot of a card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Foot {
    /// The badge: stars on black, words on white.
    Stars(Stars, String),
    /// A number on black, words on white.
    Number(String, String),
    /// Words alone.
    Plain(String),
    /// The sign of a state and its words.
    State(State, String),
}

/// A picture on a card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Picture {
    /// The drawn tile of a product without a photograph.
    Tile { slug: String, motif: &'static str, goods: Goods },
    /// A photograph, by the hash of its content.
    Photo { stem: String },
}

impl Card {
    /// Pictures in the largest mosaic.
    pub const MOST: usize = 16;

    /// Name of its file: slug, eight digits of a hash of the card, and what it is.
    pub fn file(&self) -> String {
        let mut hash = Sha256::new();
        hash.update([DRAWING]);
        for part in self.parts() {
            hash.update((part.len() as u32).to_le_bytes());
            hash.update(part);
        }
        let digits: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        format!("{}-{digits}.{}", self.slug, if self.has_photo() { "jpg" } else { "png" })
    }

    /// Whether a photograph stands on it.
    pub fn has_photo(&self) -> bool {
        self.shown().iter().any(|p| matches!(p, Picture::Photo { .. }))
    }

    /// Those pictures that are drawn.
    fn shown(&self) -> &[Picture] {
        mosaic::shown(&self.pictures)
    }

    /// Everything that is drawn, in an order of its own.
    fn parts(&self) -> Vec<&str> {
        let mut parts = vec![self.title.as_str(), &self.warning, &self.name, "lines"];
        parts.extend(self.lines.iter().map(String::as_str));
        parts.push("feet");
        for foot in &self.feet {
            match foot {
                Foot::Stars(stars, words) => {
                    parts.extend(["stars", ["3", "4", "5"][usize::from(stars.count() - 3) % 3], words])
                }
                Foot::Number(number, words) => parts.extend(["number", number, words]),
                Foot::Plain(words) => parts.extend(["plain", words]),
                Foot::State(state, words) => parts.extend(["state", state.key(), words]),
            }
        }
        for picture in self.shown() {
            match picture {
                Picture::Tile { slug, motif, goods } => parts.extend(["tile", slug, motif, goods.slug()]),
                Picture::Photo { stem } => parts.extend(["photo", stem]),
            }
        }
        parts
    }
}
