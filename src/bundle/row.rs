//! Rows of texts: the one shape of everything in a bundle. Reading borrows from the file wherever no letter is escaped.

use crate::catalog::Text;
use serde::Deserialize;
use std::borrow::Cow;

/// A text.
#[derive(Deserialize)]
#[serde(transparent)]
struct Cell<'a>(#[serde(borrow)] Cow<'a, str>);

/// A row.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Row<'a>(#[serde(borrow)] Vec<Cell<'a>>);

/// Rows.
#[derive(Deserialize, Default)]
#[serde(transparent)]
pub(super) struct Rows<'a>(#[serde(borrow)] Vec<Row<'a>>);

impl<'a> Rows<'a> {
    pub(super) fn push(&mut self, row: Row<'a>) {
        self.0.push(row);
    }

    pub(super) fn all(&self) -> std::slice::Iter<'_, Row<'a>> {
        self.0.iter()
    }

    /// That row; an empty one past the end.
    pub(super) fn row(&self, at: usize) -> &Row<'a> {
        const NONE: &Row<'static> = &Row(Vec::new());
        self.0.get(at).unwrap_or(NONE)
    }
}

impl Row<'_> {
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|cell| &*cell.0)
    }

    /// That text; an empty one past the end.
    pub(super) fn get(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |cell| &cell.0)
    }

    pub(super) fn text(&self, at: usize) -> String {
        self.get(at).into()
    }

    /// That text if there is one.
    pub(super) fn some(&self, at: usize) -> Option<String> {
        Some(self.text(at)).filter(|text| !text.is_empty())
    }

    /// Two texts, Vietnamese and English.
    pub(super) fn both(&self, at: usize) -> Text<String> {
        Text { vi: self.text(at), en: self.text(at + 1) }
    }
}

/// Rows to be written.
#[cfg(not(target_arch = "wasm32"))]
pub(super) type Written = Vec<Vec<String>>;

/// Without what is empty at the end.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn trimmed(mut rows: Written) -> Written {
    rows = trimmed_each(rows);
    while rows.pop_if(|row| row.is_empty()).is_some() {}
    rows
}

/// Each row without what is empty at its end; a row of which nothing is known stays a row.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn trimmed_each(mut rows: Written) -> Written {
    for row in &mut rows {
        while row.pop_if(|text| text.is_empty()).is_some() {}
    }
    rows
}
