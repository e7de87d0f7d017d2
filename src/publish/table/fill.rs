//! Tables, filled cell by cell within limits.
//!
//! In: cells with their places, in any order. Out: a [`Table`] that holds only what is there: a cell at the far corner
//! of a sheet costs as much as one at its beginning. What passes a limit is a fault that names the cell.

use super::super::faults::Fault;
use super::Broken;
use std::collections::{BTreeMap, BTreeSet};

/// Rows with something in them: six times the country's OCOP products (17,000).
pub const MOST_ROWS: usize = 100_000;
/// Columns: ten times what a product can have; Excel itself had no more until 2007.
pub const MOST_COLUMNS: usize = 256;
/// Bytes of one cell; Excel allows 32,767 characters, 98 KB in Vietnamese.
pub const LONGEST_CELL: usize = 1_000_000;
/// Cells with something in them: 40 columns in every row.
const MOST_CELLS: usize = 4_000_000;
/// Bytes of all cells together: 600 for each of as many rows as can be, and one text said a million times is caught.
const MOST_TEXT: usize = 64_000_000;

/// One sheet as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet; none in CSV.
    pub sheet: Option<String>,
    /// The sheet is hidden in its workbook.
    pub hidden: bool,
    /// Numbers of rows that are hidden, where the file tells.
    pub hidden_rows: BTreeSet<usize>,
    /// Letters that the file gave in an older code were turned into Unicode by guess.
    pub guessed: Option<&'static str>,
    /// Rows with something in them, from the top.
    pub lines: Vec<Line>,
}

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// As the spreadsheet numbers it, from 1.
    pub number: usize,
    /// Cells with something in them, from the left.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// Column, from 0.
    pub column: usize,
    /// What stands in it, line breaks kept.
    pub text: String,
    /// It holds a formula whose result was not saved.
    pub stale: bool,
}

/// A table being filled.
pub struct Filling {
    table: Table,
    rows: BTreeMap<usize, Vec<Cell>>,
    cells: usize,
    text: usize,
}

impl Filling {
    /// An empty one.
    pub fn new(file: &str, sheet: Option<&str>, hidden: bool) -> Filling {
        let table = Table {
            file: file.into(),
            sheet: sheet.map(str::to_owned),
            hidden,
            hidden_rows: BTreeSet::new(),
            guessed: None,
            lines: Vec::new(),
        };
        Filling { table, rows: BTreeMap::new(), cells: 0, text: 0 }
    }

    /// A cell with text; row from 1, column from 0. White space alone is nothing.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), Broken> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if text.len() >= LONGEST_CELL {
            let expected = ("ô dưới 1 MB", "a cell of less than 1 MB");
            return Err(self.beyond(row, column, text, expected));
        }
        self.text += text.len();
        if self.text > MOST_TEXT {
            let expected = ("trang có không quá 64 MB chữ", "a sheet of at most 64 MB of text");
            return Err(self.beyond(row, column, text, expected));
        }
        self.enter(row, Cell { column, text: text.to_owned(), stale: false })
    }

    /// A formula whose result was not saved.
    pub fn put_stale(&mut self, row: usize, column: usize) -> Result<(), Broken> {
        self.enter(row, Cell { column, text: String::new(), stale: true })
    }

    fn enter(&mut self, row: usize, cell: Cell) -> Result<(), Broken> {
        self.cells += 1;
        if cell.column >= MOST_COLUMNS {
            let expected = ("không quá 256 cột", "at most 256 columns");
            return Err(self.beyond(row, cell.column, &cell.text, expected));
        }
        if self.cells > MOST_CELLS || self.rows.len() >= MOST_ROWS && !self.rows.contains_key(&row) {
            let expected = ("không quá 100.000 dòng", "at most 100,000 rows");
            return Err(self.beyond(row, cell.column, &cell.text, expected));
        }
        self.rows.entry(row).or_default().push(cell);
        Ok(())
    }

    fn beyond(&self, row: usize, column: usize, text: &str, expected: (&str, &str)) -> Broken {
        let fault = Fault::error(&self.table.file, text, expected).on(self.table.sheet.as_deref());
        fault
            .at(row, &letters(column))
            .hint(("xóa phần thừa của trang rồi lưu lại", "delete what is too much and save again"))
            .into()
    }

    /// The table.
    pub fn done(mut self) -> Table {
        let lines = self.rows.into_iter().map(|(number, mut cells)| {
            cells.sort_by_key(|c| c.column);
            cells.dedup_by_key(|c| c.column);
            Line { number, cells }
        });
        self.table.lines.extend(lines);
        self.table
    }
}

/// Name of a column as a spreadsheet has it: A, B … Z, AA.
pub fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut out = Vec::new();
    while left > 0 {
        out.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    out.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_far_cell_costs_nothing_and_a_limit_is_named() {
        let mut filling = Filling::new("a.xlsx", Some("S"), false);
        assert!(filling.put(1_048_576, 0, "x").is_ok());
        assert!(filling.put(2, 16_383, "  ").is_ok());
        let told = filling.put(2, 16_383, "x").err().map(|f| (f.row, f.column.clone(), f.expected.en.clone()));
        assert_eq!(told, Some((Some(2), Some("XFD".into()), "at most 256 columns".into())));
        assert!(filling.put(2, 0, &"x".repeat(LONGEST_CELL)).is_err());
        assert!(filling.put(2, 0, &"x".repeat(LONGEST_CELL - 1)).is_ok());
        assert_eq!(filling.done().lines.len(), 2);
    }

    #[test]
    fn too_many_rows_and_one_text_said_too_often_are_stopped() {
        let mut filling = Filling::new("a.csv", None, false);
        assert!((1..=MOST_ROWS).all(|row| filling.put(row, 0, "x").is_ok()));
        assert!(filling.put(MOST_ROWS, 1, "x").is_ok());
        assert!(filling.put(MOST_ROWS + 1, 0, "x").is_err());
        let mut filling = Filling::new("a.csv", None, false);
        let long = "x".repeat(LONGEST_CELL - 1);
        assert_eq!((1..100).find(|row| filling.put(*row, 0, &long).is_err()), Some(65));
    }
}
