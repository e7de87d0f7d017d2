//! The wire format: JSON, version 1. Reading and writing stand side by side so that they cannot drift.
//!
//! A bundle is one `list.json` (all that browsing, searching and filtering need) and `detail-NN.json` files (what only
//! a product's own page needs), split because a visitor of the list would otherwise pay for both.
//! `detail-NN.json` maps slugs to details; a product's file is [`detail_file`] of its slug.
//!
//! Units: dates are `D/M/YYYY`, `M/YYYY`, `YYYY`, `YYYY|YYYY` (sources disagree) or absent. References are indices into
//! the arrays of the same file, but communes, which are NSO codes. Absent fields are empty in the source.
//! Reading validates: what a bundle promises is checked once, here and in `Catalog::new`.

mod detail;
mod wire;

pub use detail::{detail_file, detail_files, read_detail};
#[cfg(not(target_arch = "wasm32"))]
pub use detail::write_details;

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

/// Read `list.json`.
pub fn read(json: &str) -> Result<Catalog, Fault> {
    #[derive(serde::Deserialize)]
    struct Head {
        version: u32,
    }
    let shape = |e: serde_json::Error| Fault::Shape(e.to_string());
    let head: Head = serde_json::from_str(json).map_err(shape)?;
    if head.version != VERSION {
        return Err(Fault::Version { found: head.version });
    }
    let list: wire::List = serde_json::from_str(json).map_err(shape)?;
    Catalog::new(list.into_catalog()?).map_err(Fault::Flaws)
}

/// Write `list.json`; [`read`] gives the same catalogue back.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(catalog: &Catalog) -> String {
    serde_json::to_string(&wire::List::of(catalog)).unwrap_or_default()
}
