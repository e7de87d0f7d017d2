//! The wire format: JSON, version 2. Reading and writing stand side by side so that they cannot drift.
//!
//! A bundle is one `list.json` (all that browsing, searching and filtering need) and `detail-NN.json` files (what only
//! a product's own page needs), split because a visitor of the list would otherwise pay for both. The search index
//! ([`Stored`]) is made by the publisher, holds the words of the details too, and travels in `list.json`, so that it
//! can never be that of another catalogue.
//! `detail-NN.json` is an array of details with their slugs; a product's file is [`detail_file`] of its slug.
//!
//! Units: dates are `D/M/YYYY`, `M/YYYY`, `YYYY`, `YYYY|YYYY` (sources disagree) or absent. References are indices into
//! the arrays of the same file, but communes, which are NSO codes. Absent fields are empty in the source.
//! Reading validates: what a bundle promises is checked once, here and in `Catalog::new`.

mod detail;
mod row;
mod wire;

#[cfg(not(target_arch = "wasm32"))]
pub use detail::write_details;
pub use detail::{detail_file, detail_files, read_detail};

use crate::catalog::{Catalog, Flaw, Growing};
use thiserror::Error;

/// The version this program reads and writes.
pub const VERSION: u32 = 2;

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

/// Read JSON by a parser that leaves floating point out of the wasm (13 KB of 120).
fn value<'a, T: serde::Deserialize<'a>>(json: &'a str, unescaped: &mut [u8]) -> Result<T, Fault> {
    let read = serde_json_core::from_str_escaped(json, unescaped);
    read.map(|(value, _)| value).map_err(|e| Fault::Shape(e.to_string()))
}

/// Read a whole file.
fn parse<'a, T: serde::Deserialize<'a>>(json: &'a str) -> Result<T, Fault> {
    value(json, &mut vec![0; LONGEST.min(json.len())]).map_err(|fault| explained::<T>(json, fault))
}

/// How far the object at the beginning reaches; all there is if it never ends.
fn extent(json: &[u8]) -> usize {
    let (mut depth, mut quoted, mut at) = (0_usize, false, 0);
    while let Some(byte) = json.get(at) {
        match byte {
            b'\\' if quoted => at += 1,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    json.len()
}

/// Publishers, who mend what is broken, are told line and column by the larger parser.
#[cfg_attr(target_arch = "wasm32", allow(clippy::extra_unused_type_parameters))]
fn explained<'a, T: serde::Deserialize<'a>>(json: &'a str, fault: Fault) -> Fault {
    #[cfg(not(target_arch = "wasm32"))]
    if let Err(e) = serde_json::from_str::<serde_json::Value>(json)
        .map(|_| ())
        .and_then(|()| serde_json::from_str::<T>(json).map(|_| ()))
    {
        return Fault::Shape(e.to_string());
    }
    let _ = json;
    fault
}

/// The search index, made by `search::store` and understood by `search` alone: four texts of printable ASCII, but for
/// the words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stored {
    /// Every word of the catalogue, sorted by base letters, a blank between two.
    pub words: String,
    /// The words of every name, product after product, then of every value of a facet.
    pub names: String,
    /// For every word the products whose texts have it.
    pub texts: String,
    /// Where names stand in the dictionary.
    pub orders: String,
}

/// Texts of a [`Stored`].
const TEXTS: usize = 4;

/// `list.json` being read, a few products at a time, so that a browser can answer in between.
pub struct Reading<'a> {
    json: &'a str,
    catalog: Growing,
    /// The texts of the search index that have come so far.
    texts: Vec<String>,
    /// Where what follows the last product read begins.
    at: usize,
    unescaped: Vec<u8>,
}

impl<'a> Reading<'a> {
    /// Read all but the products.
    pub fn begin(json: &'a str) -> Result<Reading<'a>, Fault> {
        let start = json.trim_start();
        let start = start.strip_prefix('[').ok_or_else(|| broken(json))?.trim_start();
        let at = json.len() - start.len();
        let own = &start[..extent(start.as_bytes())];
        version(own)?;
        let catalog = Growing::new(parse::<wire::Head<'_>>(own)?.into_catalog()?);
        Ok(Reading {
            json,
            catalog,
            texts: Vec::new(),
            at: at + own.len(),
            unescaped: vec![0; LONGEST.min(json.len())],
        })
    }

    /// Read so many products; true when there are no more.
    pub fn step(&mut self, many: usize) -> Result<bool, Fault> {
        for _ in 0..many {
            let rest = self.json[self.at..].trim_start();
            if let Some(end) = rest.strip_prefix(']') {
                return if end.trim().is_empty() { Ok(true) } else { Err(broken(self.json)) };
            }
            let rest = rest.strip_prefix(',').ok_or_else(|| broken(self.json))?.trim_start();
            let own = &rest[..extent(rest.as_bytes())];
            let number = self.catalog.count() + 1;
            let rows: row::Rows<'_> = value(own, &mut self.unescaped).map_err(|fault| {
                let why = match explained::<row::Rows<'_>>(own, fault) {
                    Fault::Shape(why) => why,
                    other => other.to_string(),
                };
                Fault::Shape(format!("product {number}: {why}"))
            })?;
            self.at = self.json.len() - rest.len() + own.len();
            if self.texts.len() < TEXTS {
                // Long ones: each is a step of its own.
                self.texts.push(rows.row(0).text(0));
                return Ok(false);
            }
            self.catalog.add(wire::product(&rows)?);
        }
        Ok(false)
    }

    /// The catalogue, and its search index.
    pub fn end(self) -> Result<(Catalog, Stored), Fault> {
        let Ok([words, names, texts, orders]) = <[String; TEXTS]>::try_from(self.texts) else {
            return Err(broken(self.json));
        };
        Ok((self.catalog.done().map_err(Fault::Flaws)?, Stored { words, names, texts, orders }))
    }
}

/// What is wrong with JSON that is no list of a head and products.
fn broken(json: &str) -> Fault {
    explained::<Vec<serde::de::IgnoredAny>>(json, Fault::Shape("it is no whole list of a head and products".into()))
}

/// Another version is told before anything it may have changed.
fn version(head: &str) -> Result<(), Fault> {
    let digits =
        |text: &str| text.trim_start().split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok());
    match head.split_once("\"version\":").and_then(|(_, rest)| digits(rest)) {
        Some(found) if found != VERSION => Err(Fault::Version { found }),
        _ => Ok(()),
    }
}

/// Read `list.json` whole.
pub fn read(json: &str) -> Result<(Catalog, Stored), Fault> {
    let mut reading = Reading::begin(json)?;
    while !reading.step(usize::MAX)? {}
    reading.end()
}

/// Write `list.json`; [`read`] gives the same back.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(catalog: &Catalog, index: &Stored) -> String {
    serde_json::to_string(&wire::written(catalog, index)).unwrap_or_default()
}
