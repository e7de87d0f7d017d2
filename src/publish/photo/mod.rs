//! Photographs: from what a phone saved to what the pages show.
//!
//! In: the folder `photos/` with JPEG, PNG, WebP and GIF (its first frame), and what the sheets name. Out: for each
//! photograph a [`Photo`](crate::catalog::Photo) and its files, upright, in sRGB, without a word about where, when and
//! with what it was taken. What is wrong with one is a [`Flaw`] of its own and never stops the others.
//!
//! A photograph goes through `find` (which file), `kind` (what it is), `decode` (pixels), `shrink` and `colour`
//! (fewer pixels, in sRGB), `develop` (files), all in memory; `darkroom` has all processors do so, and `cache` keeps
//! finished files, so that what is unchanged is not even read again. Not done: cropping, retouching, HEIC and AVIF (a fault that tells what to do).

mod attach;
mod cache;
mod colour;
mod darkroom;
mod decode;
mod develop;
mod find;
mod flaw;
mod gather;
mod index;
mod jpeg;
mod kind;
mod shrink;

pub use attach::attach;
pub use cache::Cache;
pub use colour::SHEET;
pub use darkroom::develop_all;
pub use develop::{Developed, develop};
pub use find::{Blame, Claim, Finding, Found, find};
pub use flaw::Flaw;
pub use gather::{Gathered, gather};
pub use kind::{Foreign, Kind, kind};

/// The folder that photographs lie in, beside the sheets.
pub const FOLDER: &str = "photos";

/// Long side of the largest copy, in pixels: 264 dpi across an A5 flyer with its bleed (154 mm), 300 dpi up to 135 mm,
/// and enough for a page's picture on the densest phones (412 px at 3.5).
pub const LONG: u32 = 1600;

/// What is worked on at most, in millions of pixels: above the 108 of phones that have most, far below the 400 of a
/// 20,000 × 20,000 trap. At 4 bytes a pixel half a gigabyte, and only one so large is open at a time.
pub const MEGAPIXELS: u32 = 128;

/// Long side below which paper shows a photograph blurred: 100 mm, the narrow side of a postcard, at 300 dpi.
pub const PRINT: u16 = 1181;

/// Bytes below which nothing is a picture: the smallest GIF there can be has 35 with its colours.
pub const SHORTEST: u64 = 32;

/// Bytes of a file at most: three times what the largest photographs of phones have, and all of it is held in memory.
pub const HEAVIEST: u64 = 200_000_000;
