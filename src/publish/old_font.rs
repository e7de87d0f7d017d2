//! Cells typed for the fonts of before Unicode, turned into Unicode.
//!
//! In: a table. Out: the same table with such cells changed, and what was changed, to be told. One cell alone must be
//! sure ([`legacy::of`]); where three are, others that fit are of the same font.

use super::faults::Fault;
use super::header::Header;
use super::table::Table;
use crate::text::legacy::{self, Font};

/// Sure cells that make others of the sheet likely.
const ENOUGH: usize = 3;

/// A cell that was changed.
pub struct Change {
    row: usize,
    column: usize,
    before: String,
    after: String,
    font: Font,
}

impl Change {
    /// The warning about it.
    pub fn told(&self, table: &Table, header: &Header) -> Fault {
        let name = self.font.name();
        let expected = (format!("chữ Unicode, không phải {name}"), format!("Unicode text, not {name}"));
        let fault = Fault::error(&table.file, &self.before, expected).on(table.sheet.as_deref());
        let fault = fault.at(self.row, &header.named(self.column)).mild();
        let after = fault.clone().of(&self.after).value;
        fault.hint((format!("đã đọc là '{after}'"), format!("it was read as '{after}'")))
    }
}

/// Turn such cells into Unicode.
pub fn convert(table: &mut Table) -> Vec<Change> {
    let cells = || table.lines.iter().flat_map(|line| &line.cells).filter(|cell| !cell.text.is_ascii());
    let sure = |font: Font| cells().filter(|cell| legacy::of(&cell.text) == Some(font)).take(ENOUGH).count();
    let counts = Font::ALL.map(|font| (font, sure(font)));
    if counts.iter().all(|(_, count)| *count == 0) {
        return Vec::new();
    }
    let likely = counts.iter().find(|(_, count)| *count >= ENOUGH).map(|(font, _)| *font);
    let mut changes = Vec::new();
    for line in &mut table.lines {
        for cell in line.cells.iter_mut().filter(|cell| !cell.text.is_ascii()) {
            let font = legacy::of(&cell.text).or(likely.filter(|font| font.fits(&cell.text)));
            if let Some(font) = font {
                let after = font.unicode(&cell.text);
                let before = std::mem::replace(&mut cell.text, after.clone());
                changes.push(Change { row: line.number, column: cell.column, before, after, font });
            }
        }
    }
    changes
}
