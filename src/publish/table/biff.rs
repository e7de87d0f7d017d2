//! Compound files: old workbooks (XLS), and new ones behind a password.
//!
//! In: bytes. Out: tables, by way of [`workbook`](super::workbook). The reader of XLS makes a grid of each sheet, so its
//! records are walked through first: what would become a grid too large is a fault.

use super::super::faults::Fault;
use super::fill::{MOST_COLUMNS, Table};
use super::{Broken, damaged, guarded, locked, workbook};
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
        workbook::xls(bytes, name)
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

/// Walk through the records ([MS-XLS] 2.1.4): a password, or a sheet too large for a grid, is a fault.
fn check(stream: &[u8], name: &str) -> Result<(), Broken> {
    let half = |at: usize| Some(usize::from(u16::from_le_bytes([*stream.get(at)?, *stream.get(at + 1)?])));
    let mut extent = NOTHING;
    let mut at = 0;
    while let (Some(kind), Some(length)) = (half(at), half(at + 2)) {
        let body = at + 4;
        match kind {
            // FilePass
            0x002F if length >= 2 && half(body).is_some_and(|scheme| scheme != 0) => return Err(locked(name)),
            // BOF
            0x0809 => extent = NOTHING,
            // Dimensions, with 4-byte rows
            0x0200 if length >= 14 => {
                let (first, last) = (half(body).zip(half(body + 2)), half(body + 4).zip(half(body + 6)));
                let (Some(first), Some(last)) = (first, last) else { return Err(damaged(name, "Dimensions")) };
                let rows = [first, last].map(|(low, high)| low + high * 0x1_0000);
                let columns = [half(body + 8), half(body + 10)].map(Option::unwrap_or_default);
                if rows[0] > rows[1] || rows[1] > MOST_ROWS || columns[0] > columns[1] || columns[1] > MOST_COLUMNS {
                    return Err(damaged(name, "Dimensions"));
                }
            }
            // Formula, Number, Label, BoolErr, Rk, LabelSst, RString, MulRk
            0x0006 | 0x0203 | 0x0204 | 0x0205 | 0x027E | 0x00FD | 0x00D6 | 0x00BD if length >= 6 => {
                let (Some(row), Some(column)) = (half(body), half(body + 2)) else { break };
                let last = if kind == 0x00BD { column + (length - 6) / 6 } else { column };
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
        at = body + length;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, body: &[u16]) -> Vec<u8> {
        let head = [kind, body.len() as u16 * 2];
        head.iter().chain(body).flat_map(|half| half.to_le_bytes()).collect()
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
