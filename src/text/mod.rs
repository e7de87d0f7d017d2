//! Vietnamese letters: what makes two spellings the same, which comes first, and where a match stands.
//!
//! Text comes in as people wrote it (NFC or NFD, old or new tone placement, any case); keys, words,
//! spans and orders go out. Nothing here knows what a product is, and nothing here depends on a
//! crate: the tables are small because they are downloaded by every visitor. Letters of other
//! scripts pass through, their accents untouched.
//!
//! Three keys of growing strictness: [`fold`] (base letters), [`exact`] (accents count, their
//! placement does not), [`lower`] (only the case is lost). Beside them two for what people type
//! instead: [`keys`] reads a word typed without an input method as Telex or VNI, and [`regional`] tells
//! the spellings that regions confuse (`xào`, `sào`).

mod collate;
mod compose;
mod fold;
mod formula;
pub mod legacy;
mod mark;
mod region;
mod sound;
mod sum;
mod syllable;
mod typing;
mod words;

pub use collate::{collate, order, sort_key};
pub use compose::{capital, initial, letters, lower, nfc, same_letters, tone};
pub use fold::{fold, slug};
pub use formula::harmless;
pub use mark::{Span, mark};
pub use region::{regional, said};
pub use sound::exact;
pub use sum::{NOTHING, mixed, sum};
pub use typing::{Keys, Spelt, keys};
pub use words::{Word, words};
