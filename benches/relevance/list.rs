//! The hand-written list of real queries: `tests/relevance/real.csv`, asked of the real catalogue.
//!
//! Columns: `query`, `expected` (slugs parted by `|`, any of them first is right; empty for class `nothing`), `class`,
//! `why`. A slug that the catalogue does not have is a fault of the list and is named.

use ocop::catalog::Catalog;
use std::path::Path;

/// One line of the list.
pub struct Listed {
    pub query: String,
    pub class: String,
    /// Products by their place in the catalogue.
    pub wanted: Vec<u32>,
}

/// The list, or why it cannot be read.
pub fn listed(path: &Path, catalog: &Catalog) -> Result<Vec<Listed>, String> {
    let said = |e: csv::Error| format!("{}: {e}", path.display());
    let mut reader = csv::Reader::from_path(path).map_err(said)?;
    let head = reader.headers().map_err(said)?.clone();
    let place = |name: &str| {
        head.iter().position(|h| h == name).ok_or_else(|| format!("{}: no column '{name}'", path.display()))
    };
    let (query, expected, class) = (place("query")?, place("expected")?, place("class")?);
    reader
        .records()
        .map(|row| {
            let row = row.map_err(said)?;
            let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
            let wanted: Result<Vec<u32>, String> = cell(expected)
                .split('|')
                .map(str::trim)
                .filter(|slug| !slug.is_empty())
                .map(|slug| {
                    let found = catalog.find_product(slug).map(|id| id.0);
                    found.ok_or_else(|| format!("{}: no product '{slug}'", path.display()))
                })
                .collect();
            Ok(Listed { query: cell(query), class: cell(class), wanted: wanted? })
        })
        .collect()
}
