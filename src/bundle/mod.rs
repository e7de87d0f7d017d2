//! The wire format: JSON, version 4. Reading and writing stand side by side so that they cannot drift.
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

pub use detail::{about_file, detail_file, detail_files, read_about, read_detail};
#[cfg(not(target_arch = "wasm32"))]
pub use detail::{write_about, write_details};

use crate::catalog::{Catalog, Flaw, Growing};
use thiserror::Error;

/// The version this program reads and writes.
pub const VERSION: u32 = 4;

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

/// How far the array at the beginning reaches; all there is if it never ends.
fn extent(json: &[u8]) -> usize {
    let (mut depth, mut quoted, mut at) = (0_usize, false, 0);
    while let Some(byte) = json.get(at) {
        match byte {
            b'\\' if quoted => at += 1,
            b'"' => quoted = !quoted,
            b'[' if !quoted => depth += 1,
            b']' if !quoted => {
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

/// `list.json` being read, a few rows at a time, so that a browser can answer in between.
pub struct Reading<'a> {
    json: &'a str,
    /// The part that has begun, with the rows that have come so far.
    open: Option<row::Rows<'a>>,
    /// How many parts are whole.
    parts: usize,
    /// The catalogue while its tables come…
    tables: Option<Catalog>,
    /// …and while its products do.
    catalog: Option<Growing>,
    /// The texts of the search index that have come so far.
    texts: [String; TEXTS],
    /// Where what follows the last row read begins.
    at: usize,
    unescaped: Vec<u8>,
}

impl<'a> Reading<'a> {
    /// Read nothing yet.
    pub fn begin(json: &'a str) -> Result<Reading<'a>, Fault> {
        let start = json.trim_start().strip_prefix('[').ok_or_else(|| broken(json))?;
        Ok(Reading {
            json,
            open: None,
            parts: 0,
            tables: None,
            catalog: None,
            texts: Default::default(),
            at: json.len() - start.len(),
            unescaped: vec![0; LONGEST.min(json.len())],
        })
    }

    /// Read rows of about so many bytes; true when there are no more.
    pub fn step(&mut self, bytes: usize) -> Result<bool, Fault> {
        let until = self.at.saturating_add(bytes);
        while self.at < until {
            let all = &self.json[self.at..];
            let mut rest = all.trim_start();
            let first = self.open.as_ref().map_or(self.parts == 0, |rows| rows.all().len() == 0);
            if let Some(end) = rest.strip_prefix(']') {
                self.at += all.len() - end.len();
                match self.open.take() {
                    Some(rows) => self.part(rows)?,
                    None if end.trim().is_empty() => return Ok(true),
                    None => return Err(broken(self.json)),
                }
                continue;
            }
            if !first {
                rest = rest.strip_prefix(',').ok_or_else(|| broken(self.json))?.trim_start();
            }
            let end = match self.open.take() {
                None => {
                    let inside = rest.strip_prefix('[').ok_or_else(|| broken(self.json))?;
                    self.open = Some(row::Rows::default());
                    inside
                }
                Some(mut rows) => {
                    let (own, after) = rest.split_at(extent(rest.as_bytes()));
                    let row = value(own, &mut self.unescaped);
                    rows.push(row.map_err(|fault| self.placed(own, rows.all().len(), fault))?);
                    self.open = Some(rows);
                    after
                }
            };
            self.at += all.len() - end.len();
        }
        Ok(false)
    }

    /// One more part is whole.
    fn part(&mut self, rows: row::Rows<'a>) -> Result<(), Fault> {
        match (&mut self.tables, &mut self.catalog) {
            (None, None) => {
                // Another version is told before anything it may have changed.
                let version = rows.row(0).get(0);
                let found = version.parse().map_err(|_| Fault::Shape(format!("'{version}' is no version")))?;
                if found != VERSION {
                    return Err(Fault::Version { found });
                }
                self.tables = Some(wire::about(&rows)?);
            }
            (Some(tables), _) => wire::table(tables, self.parts, &rows)?,
            (None, Some(catalog)) => match self.texts.get_mut(self.parts - wire::TABLES.len()) {
                Some(text) => rows.all().for_each(|row| text.push_str(row.get(0))),
                None => catalog.add(wire::product(&rows)?),
            },
        }
        self.parts += 1;
        if self.parts == wire::TABLES.len() {
            self.catalog = self.tables.take().map(Growing::new);
        }
        Ok(())
    }

    /// A fault with the part and the row of the file in which it is.
    fn placed(&self, own: &str, row: usize, fault: Fault) -> Fault {
        let why = match explained::<row::Row<'_>>(own, fault) {
            Fault::Shape(why) => why,
            other => other.to_string(),
        };
        let part = match wire::TABLES.get(self.parts) {
            Some(table) => table.to_string(),
            None if self.parts < wire::TABLES.len() + TEXTS => "search index".into(),
            None => format!("product {}", self.parts + 1 - wire::TABLES.len() - TEXTS),
        };
        Fault::Shape(format!("{part}, row {}: {why}", row + 1))
    }

    /// The catalogue, and its search index.
    pub fn end(self) -> Result<(Catalog, Stored), Fault> {
        let Some(catalog) = self.catalog.filter(|_| self.parts >= wire::TABLES.len() + TEXTS) else {
            return Err(broken(self.json));
        };
        let [words, names, texts, orders] = self.texts;
        Ok((catalog.done().map_err(Fault::Flaws)?, Stored { words, names, texts, orders }))
    }
}

/// What is wrong with JSON that is no list of tables and products.
fn broken(json: &str) -> Fault {
    explained::<Vec<serde::de::IgnoredAny>>(json, Fault::Shape("it is no whole list of tables and products".into()))
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
