//! Phrases of the field that mean the same: `synonyms.csv`, a set a row.
//!
//! In: that file. Out: the sets. A product whose names hold one phrase of a set is found by the others too.

use super::cell::split;

/// The phrases; they belong to the field, not to one catalogue, and so are part of the program.
const CSV: &str = include_str!("../../data/synonyms.csv");

/// The sets, each of two phrases or more.
pub fn synonyms() -> Vec<Vec<String>> {
    let rows = CSV.lines().skip(1).map(|row| split(row, ';').into_iter().map(str::to_string).collect::<Vec<_>>());
    rows.filter(|set| set.len() > 1).collect()
}
