//! Compound files: old workbooks (XLS), and new ones behind a password.
//!
//! In: bytes. Out: tables, by way of [`workbook`](super::workbook). The reader of XLS makes a grid of each sheet, so its
//! records are walked through first: what would become a grid too large is a fault.

use super::super::faults::Fault;
use super::fill::{MOST_COLUMNS, Table};
use super::{Broken, damaged, guarded, locked, workbook};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// Cells of a grid: 130 MB. An XLS sheet has at most 65,536 rows; filled to 60 columns it passes.
const MOST_CELLS: usize = 4_000_000;
/// Rows that an XLS sheet can have ([MS-XLS] 2.5.198).
const MOST_ROWS: usize = 65_536;

/// The sheets of a compound file.
pub fn tables(bytes: &[u8], name: &str) -> Result<Vec<Table>, Broken> {
    guarded(name, || {
        let stream = stream(bytes, name)?;
        check(&stream, name)?;
        let mut tables = workbook::xls(bytes, name)?;
        for (table, hidden) in tables.iter_mut().zip(hidden_rows(&stream)) {
            table.hidden_rows = hidden;
        }
        Ok(tables)
    })
}

/// The stream of an XLS workbook.
fn stream(bytes: &[u8], name: &str) -> Result<Vec<u8>, Broken> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|e| damaged(name, &e.to_string()))?;
    if file.exists("/EncryptedPackage") {
        return Err(locked(name));
    }
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| file.is_stream(path)) else {
        let fault =
            Fault::error(name, "OLE", ("bảng tính XLSX, XLS, ODS hoặc CSV", "a spreadsheet: XLSX, XLS, ODS or CSV"));
        return Err(fault.hint(super::kind::advice("OLE")).into());
    };
    let mut out = Vec::new();
    let stream = file.open_stream(path).map_err(|e| damaged(name, &e.to_string()))?;
    stream.take(bytes.len() as u64).read_to_end(&mut out).map_err(|e| damaged(name, &e.to_string()))?;
    Ok(out)
}

/// First and last row and column of the cells of one sheet.
struct Extent {
    rows: (usize, usize),
    columns: (usize, usize),
}

const NOTHING: Extent = Extent { rows: (usize::MAX, 0), columns: (usize::MAX, 0) };

/// Two bytes as a number.
fn half(data: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes([*data.get(at)?, *data.get(at + 1)?])))
}

/// The records of a stream ([MS-XLS] 2.1.4): where each begins, its kind and its body.
fn records(stream: &[u8]) -> impl Iterator<Item = (usize, usize, &[u8])> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let (at, kind, length) = (next, half(stream, next)?, half(stream, next + 2)?);
        next = at + 4 + length;
        Some((at, kind, stream.get(at + 4..next.min(stream.len()))?))
    })
}

/// A password, or a sheet too large for a grid, is a fault.
fn check(stream: &[u8], name: &str) -> Result<(), Broken> {
    let mut extent = NOTHING;
    for (_, kind, body) in records(stream) {
        match kind {
            // FilePass
            0x002F if half(body, 0).is_some_and(|scheme| scheme != 0) => return Err(locked(name)),
            // BOF
            0x0809 => extent = NOTHING,
            // Dimensions, with 4-byte rows
            0x0200 if body.len() >= 14 => {
                let at = |place: usize| half(body, place).unwrap_or_default();
                let rows = [at(0) + at(2) * 0x1_0000, at(4) + at(6) * 0x1_0000];
                let columns = [at(8), at(10)];
                if rows[0] > rows[1] || rows[1] > MOST_ROWS || columns[0] > columns[1] || columns[1] > MOST_COLUMNS {
                    return Err(damaged(name, "Dimensions"));
                }
            }
            // Formula, Number, Label, BoolErr, Rk, LabelSst, RString, MulRk
            0x0006 | 0x0203 | 0x0204 | 0x0205 | 0x027E | 0x00FD | 0x00D6 | 0x00BD if body.len() >= 6 => {
                let (Some(row), Some(column)) = (half(body, 0), half(body, 2)) else { break };
                let last = if kind == 0x00BD { column + (body.len() - 6) / 6 } else { column };
                extent.rows = (extent.rows.0.min(row), extent.rows.1.max(row));
                extent.columns = (extent.columns.0.min(column), extent.columns.1.max(last));
                let grid = (extent.rows.1 - extent.rows.0 + 1) * (extent.columns.1 - extent.columns.0 + 1);
                if grid > MOST_CELLS || extent.columns.1 >= MOST_COLUMNS {
                    let expected =
                        ("trang không quá 256 cột và 4 triệu ô", "a sheet of at most 256 columns and 4 million cells");
                    let fault = Fault::error(name, "", expected).at(row + 1, &super::fill::letters(last));
                    return Err(fault
                        .hint(("xóa ô lẻ ở xa rồi lưu lại", "delete the lone cell far away and save again"))
                        .into());
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Hidden rows of each worksheet, in the order of the workbook.
fn hidden_rows(stream: &[u8]) -> Vec<BTreeSet<usize>> {
    // Where the worksheets begin.
    let mut begins = Vec::new();
    let mut hidden: Vec<BTreeSet<usize>> = Vec::new();
    let mut open = None;
    for (at, kind, body) in records(stream) {
        match kind {
            // BoundSheet8: the place of a sheet, and 0 for one with cells
            0x0085 if body.get(5) == Some(&0) => {
                begins.push(half(body, 0).zip(half(body, 2)).map(|(low, high)| low + high * 0x1_0000));
                hidden.push(BTreeSet::new());
            }
            // BOF
            0x0809 => open = begins.iter().position(|begin| *begin == Some(at)).or(open),
            // Row: its flags, of which one hides it
            0x0208 if half(body, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                let rows = open.and_then(|sheet| hidden.get_mut(sheet));
                rows.into_iter().for_each(|rows| rows.extend(half(body, 0).map(|row| row + 1)));
            }
            _ => {}
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, body: &[u16]) -> Vec<u8> {
        let head = [kind, body.len() as u16 * 2];
        head.iter().chain(body).flat_map(|half| half.to_le_bytes()).collect()
    }

    #[test]
    fn hidden_rows_belong_to_their_sheet() {
        let row = |number, flags| record(0x0208, &[number, 0, 1, 0, 0, 0, flags, 0]);
        let (bof, eof) = (record(0x0809, &[0x0600, 0x10]), record(0x000A, &[]));
        let bound = |at: usize, kind: u16| record(0x0085, &[at as u16, 0, kind << 8, 0]);
        let head = bof.len() + 3 * bound(0, 0).len() + eof.len();
        let sheets = [[&bof[..], &row(4, 0x20), &row(5, 0), &eof].concat(), [&bof[..], &row(6, 0x120), &eof].concat()];
        let chart = [&bof[..], &eof].concat();
        let places = [head, head + sheets[0].len(), head + sheets[0].len() + chart.len()];
        let globals = [bof, bound(places[0], 0), bound(places[1], 2), bound(places[2], 0), eof].concat();
        let stream = [globals, sheets[0].clone(), chart, sheets[1].clone()].concat();
        assert_eq!(hidden_rows(&stream), [BTreeSet::from([5]), BTreeSet::from([7])]);
    }

    #[test]
    fn what_would_be_too_large_a_grid_is_stopped_before_it_is_made() {
        let number = |row, column| record(0x0203, &[row, column, 0, 0, 0, 0, 0]);
        let told = |records: &[Vec<u8>]| check(&records.concat(), "a.xls").err().map(|f| (f.row, f.column.clone()));
        assert_eq!(told(&[number(0, 0), number(65_535, 59)]), None);
        assert_eq!(told(&[number(0, 0), number(65_535, 255)]), Some((Some(65_536), Some("IV".into()))));
        assert_eq!(told(&[number(0, 65_535)]), Some((Some(1), Some("CRXP".into()))));
        assert_eq!(told(&[record(0x0200, &[0, 0, 0xFFFF, 0xFFFF, 0, 255, 0])]), Some((None, None)));
        assert_eq!(told(&[record(0x0200, &[5, 0, 2, 0, 0, 3, 0])]), Some((None, None)));
        assert!(check(&record(0x002F, &[1]), "a.xls").is_err_and(|f| f.expected.en.contains("password")));
    }
}
