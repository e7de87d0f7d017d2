//! The wire format: JSON, version 1. Reading and writing stand side by side so that they cannot drift.
//!
//! A bundle is one `list.json` (all that browsing, searching and filtering need) and `detail-NN.json` files (what only
//! a product's own page needs), split because a visitor of the list would otherwise pay for both.
//! `detail-NN.json` is an array of details with their slugs; a product's file is [`detail_file`] of its slug.
//!
//! Units: dates are `D/M/YYYY`, `M/YYYY`, `YYYY`, `YYYY|YYYY` (sources disagree) or absent. References are indices into
//! the arrays of the same file, but communes, which are NSO codes. Absent fields are empty in the source.
//! Reading validates: what a bundle promises is checked once, here and in `Catalog::new`.

mod detail;
mod wire;

#[cfg(not(target_arch = "wasm32"))]
pub use detail::write_details;
pub use detail::{detail_file, detail_files, read_detail};

use crate::catalog::{Catalog, Flaw};
use thiserror::Error;

/// The version this program reads and writes.
pub const VERSION: u32 = 1;

/// Why a bundle cannot be used.
#[derive(Debug, Error, PartialEq)]
pub enum Fault {
    /// Not JSON, or not of our shape; with the reader's own words (line and column).
    #[error("the bundle is not readable: {0}")]
    Shape(String),
    /// Another version of the format.
    #[error("the bundle has version {found}, this program reads version {VERSION}")]
    Version { found: u32 },
    /// A value outside what its field allows.
    #[error("{what} '{slug}' has the {field} '{value}', expected {expected}")]
    Value { what: &'static str, slug: String, field: &'static str, value: String, expected: &'static str },
    /// References or slugs are broken; every flaw is listed.
    #[error("the bundle contradicts itself: {}", join(.0))]
    Flaws(Vec<Flaw>),
}

fn join(flaws: &[Flaw]) -> String {
    let mut text = String::new();
    for flaw in flaws {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&flaw.to_string());
    }
    text
}

/// Longest text with escapes that is read, in bytes: a story of a hundred pages.
const LONGEST: usize = 1 << 18;

/// Read JSON by a parser that leaves floating point out of the wasm (13 KB of 120); publishers, who mend what is
/// broken, are told line and column by the larger one.
fn parse<'a, T: serde::Deserialize<'a>>(json: &'a str) -> Result<T, Fault> {
    let mut unescaped = vec![0; LONGEST.min(json.len())];
    let read = serde_json_core::from_str_escaped(json, &mut unescaped);
    #[cfg(not(target_arch = "wasm32"))]
    let read = read.map_err(|e| match serde_json::from_str::<serde_json::Value>(json) {
        Ok(_) => serde_json::from_str::<T>(json).err().map_or_else(|| e.to_string(), |e| e.to_string()),
        Err(e) => e.to_string(),
    });
    match read {
        Ok((value, end)) if json[end..].trim().is_empty() => Ok(value),
        Ok(_) => Err(Fault::Shape("there is more after its end".into())),
        Err(e) => Err(Fault::Shape(e.to_string())),
    }
}

/// Read `list.json`.
pub fn read(json: &str) -> Result<Catalog, Fault> {
    #[derive(serde::Deserialize)]
    struct Head {
        version: u32,
    }
    let head: Head = parse(json)?;
    if head.version != VERSION {
        return Err(Fault::Version { found: head.version });
    }
    let list: wire::List = parse(json)?;
    Catalog::new(list.into_catalog()?).map_err(Fault::Flaws)
}

/// Write `list.json`; [`read`] gives the same catalogue back.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(catalog: &Catalog) -> String {
    serde_json::to_string(&wire::List::of(catalog)).unwrap_or_default()
}
