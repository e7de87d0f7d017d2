//! A table for a spreadsheet: CSV with a byte order mark, every cell quoted, none of them a formula.

use crate::text::harmless;

/// Rows of cells, the first their titles.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut out = String::from("\u{feff}");
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push('"');
            out.push_str(&harmless(&spaced(cell)).replace('"', "\"\""));
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out
}

/// A telephone number that a spreadsheet does not take for a number, which would lose its first 0.
fn spaced(cell: &str) -> String {
    if cell.len() < 9 || !cell.bytes().all(|b| b.is_ascii_digit()) {
        return cell.into();
    }
    let mut out = String::new();
    for (at, digit) in cell.chars().enumerate() {
        if at == 4 || at > 4 && at % 3 == 1 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
