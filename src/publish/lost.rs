//! Letters that were lost for good: a table saved in a code that has no Vietnamese ("T?n s?n ph?m").
//!
//! In: a table. Out: one fault for all of it, if most of its words are so. Nobody can tell which letter a question mark was.

use super::faults::Fault;
use super::table::{Cell, Table, letters};

/// Cells from which it is no matter of a few question marks.
const ENOUGH: usize = 3;

/// The fault of a table whose letters are lost.
pub fn told(table: &Table) -> Option<Fault> {
    let cells = || table.lines.iter().flat_map(|line| line.cells.iter().map(move |cell| (line.number, cell)));
    let lost = cells().filter(|(_, cell)| is_lost(cell)).count();
    let whole = cells().filter(|(_, cell)| !is_lost(cell) && !cell.text.is_ascii()).count();
    if lost < ENOUGH || lost < whole {
        return None;
    }
    let (row, first) = cells().find(|(_, cell)| is_lost(cell))?;
    let expected =
        ("chữ tiếng Việt; ở đây nhiều chữ đã thành dấu hỏi", "Vietnamese letters; many here are question marks");
    let fault = Fault::error(&table.file, &first.text, expected).on(table.sheet.as_deref());
    Some(fault.at(row, &letters(first.column)).hint((
        "tệp đã được lưu ở dạng không có chữ Việt: mở bản gốc rồi lưu lại dạng \"CSV UTF-8\" hoặc .xlsx",
        "the file was saved without Vietnamese letters: open the original and save it as \"CSV UTF-8\" or .xlsx",
    )))
}

/// A question mark inside a word or before one, outside of an address.
fn is_lost(cell: &Cell) -> bool {
    let mut rest = cell.text.chars().skip_while(|c| *c != '?').peekable();
    let mut found = false;
    while let Some(c) = rest.next() {
        found |= c == '?' && rest.peek().is_some_and(|next| next.is_alphabetic());
    }
    found && !cell.text.contains("://")
}
