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

pub use detail::{
    Details, GONE, PRICES, about_file, detail_file, detail_files, read_about, read_detail, read_gone, read_prices,
};
#[cfg(not(target_arch = "wasm32"))]
pub use detail::{write_about, write_details, write_gone, write_prices};

use crate::catalog::{Catalog, Flaw, Growing};
use row::Read;
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

/// Read a whole file: a list of what `item` reads, of lists of that depth in all.
fn parse<'a, T>(json: &'a str, depth: usize, item: impl Fn(&'a str) -> Read<'a, T>) -> Result<Vec<T>, Fault> {
    match row::list(json, item) {
        Some((all, rest)) if rest.trim().is_empty() => Ok(all),
        _ => Err(Fault::Shape(explained(json, depth, "it is no list of texts"))),
    }
}

/// What is wrong with JSON that does not begin with lists of texts of that depth (0: of anything), or goes on after one
/// deeper than a row. Publishers, who mend what is broken, are told line and column by a larger parser.
fn explained(json: &str, depth: usize, why: &str) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use serde::de::{DeserializeOwned, IgnoredAny};
        fn first<T: DeserializeOwned>(json: &str) -> Option<serde_json::Error> {
            serde_json::Deserializer::from_str(json).into_iter::<T>().next()?.err()
        }
        let shape = || match depth {
            0 => first::<Vec<IgnoredAny>>(json),
            1 => first::<Vec<String>>(json),
            2 => first::<Vec<Vec<String>>>(json),
            _ => first::<Vec<Vec<Vec<String>>>>(json),
        };
        let rest = || if depth == 1 { None } else { serde_json::from_str::<IgnoredAny>(json).err() };
        if let Some(told) = first::<IgnoredAny>(json).or_else(shape).or_else(rest) {
            return told.to_string();
        }
    }
    let _ = (json, depth);
    why.into()
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
}

impl<'a> Reading<'a> {
    /// Read nothing yet.
    pub fn begin(json: &'a str) -> Result<Reading<'a>, Fault> {
        let start = row::after(json, '[').ok_or_else(|| broken(json))?;
        Ok(Reading {
            json,
            open: None,
            parts: 0,
            tables: None,
            catalog: None,
            texts: Default::default(),
            at: json.len() - start.len(),
        })
    }

    /// Read rows of about so many bytes; true when there are no more.
    pub fn step(&mut self, bytes: usize) -> Result<bool, Fault> {
        let until = self.at.saturating_add(bytes);
        while self.at < until {
            let mut rest = self.json.get(self.at..).unwrap_or_default();
            let first = self.open.as_ref().map_or(self.parts == 0, |rows| rows.all().len() == 0);
            if let Some(end) = row::after(rest, ']') {
                self.at = self.json.len() - end.len();
                match self.open.take() {
                    Some(rows) => self.part(rows)?,
                    None if end.trim().is_empty() => return Ok(true),
                    None => return Err(broken(self.json)),
                }
                continue;
            }
            if !first {
                rest = row::after(rest, ',').ok_or_else(|| broken(self.json))?;
            }
            let end = match &mut self.open {
                None => {
                    self.open = Some(row::Rows::default());
                    row::after(rest, '[').ok_or_else(|| broken(self.json))?
                }
                Some(rows) => {
                    let Some((row, end)) = row::Row::read(rest) else {
                        let row = rows.all().len() + 1;
                        return Err(self.placed(rest, row));
                    };
                    rows.push(row);
                    end
                }
            };
            self.at = self.json.len() - end.len();
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
    fn placed(&self, json: &str, row: usize) -> Fault {
        let why = explained(json, 1, "it is no list of texts");
        let part = match wire::TABLES.get(self.parts) {
            Some(table) => table.to_string(),
            None if self.parts < wire::TABLES.len() + TEXTS => "search index".into(),
            None => format!("product {}", self.parts + 1 - wire::TABLES.len() - TEXTS),
        };
        Fault::Shape(format!("{part}, row {row}: {why}"))
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
    Fault::Shape(explained(json, 0, "it is no whole list of tables and products"))
}

/// Read `list.json` whole.
pub fn read(json: &str) -> Result<(Catalog, Stored), Fault> {
    let mut reading = Reading::begin(json)?;
    while !reading.step(usize::MAX)? {}
    reading.end()
}

/// Bytes read between two pauses.
const STEP: usize = 1 << 14;

/// Read `list.json`; `pause` is awaited every few milliseconds of work.
pub async fn read_in_steps(json: &str, pause: &impl AsyncFn()) -> Result<(Catalog, Stored), Fault> {
    let mut reading = Reading::begin(json)?;
    pause().await;
    while !reading.step(STEP)? {
        pause().await;
    }
    reading.end()
}

/// Write `list.json`; [`read`] gives the same back.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(catalog: &Catalog, index: &Stored) -> String {
    serde_json::to_string(&wire::written(catalog, index)).unwrap_or_default()
}
