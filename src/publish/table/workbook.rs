//! Excel's workbooks, read by `calamine`.
//!
//! In: bytes that [`zip`](super::zip) or [`biff`](super::biff) have measured. Out: tables. XLSX is read cell by cell,
//! never as a grid, so that a lone cell at XFD1048576 costs nothing.

use super::fill::{Filling, Table};
use super::number::{day, iso_day, number};
use super::{Broken, damaged, locked};
use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use std::io::Cursor;

/// The sheets of an XLSX workbook, in its order.
pub fn xlsx(bytes: &[u8], name: &str) -> Result<Vec<Table>, Broken> {
    let broken = |e: XlsxError| match e {
        XlsxError::Password => locked(name),
        other => damaged(name, &other.to_string()),
    };
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut tables = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let mut filling = Filling::new(name, Some(&sheet.name), sheet.visible != SheetVisible::Visible);
        let mut cells = match book.worksheet_cells_reader(&sheet.name) {
            Err(XlsxError::NotAWorksheet(_)) => continue,
            cells => cells.map_err(broken)?,
        };
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
            let (row, column) = (cell.pos.0 as usize + 1, cell.pos.1 as usize);
            match &cell.value {
                DataRef::SharedString(text) => filling.put(row, column, text)?,
                DataRef::String(text) => filling.put(row, column, text)?,
                DataRef::Empty if cell.formula.is_some() => filling.put_stale(row, column)?,
                DataRef::Empty => {}
                DataRef::Int(value) => filling.put(row, column, &value.to_string())?,
                DataRef::Float(value) => filling.put(row, column, &number(*value))?,
                DataRef::Bool(value) => filling.put(row, column, truth(*value))?,
                DataRef::DateTime(value) => filling.put(row, column, &moment(value))?,
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => filling.put(row, column, &iso_day(text))?,
                DataRef::Error(error) => filling.put(row, column, &error.to_string())?,
            }
        }
        tables.push(filling.done());
    }
    Ok(tables)
}

/// The sheets of an XLS workbook, in its order.
pub fn xls(bytes: &[u8], name: &str) -> Result<Vec<Table>, Broken> {
    let broken = |e: XlsError| match e {
        XlsError::Password => locked(name),
        other => damaged(name, &other.to_string()),
    };
    let mut book = Xls::new(Cursor::new(bytes)).map_err(broken)?;
    let mut tables = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let mut filling = Filling::new(name, Some(&sheet.name), sheet.visible != SheetVisible::Visible);
        let range = book.worksheet_range(&sheet.name).map_err(broken)?;
        let (top, left) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        for (row, column, value) in range.used_cells() {
            let (row, column) = (top + row + 1, left + column);
            match value {
                Data::String(text) => filling.put(row, column, text)?,
                Data::Empty => {}
                Data::Int(value) => filling.put(row, column, &value.to_string())?,
                Data::Float(value) => filling.put(row, column, &number(*value))?,
                Data::Bool(value) => filling.put(row, column, truth(*value))?,
                Data::DateTime(value) => filling.put(row, column, &moment(value))?,
                Data::DateTimeIso(text) | Data::DurationIso(text) => filling.put(row, column, &iso_day(text))?,
                Data::Error(error) => filling.put(row, column, &error.to_string())?,
            }
        }
        tables.push(filling.done());
    }
    Ok(tables)
}

fn truth(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

fn moment(value: &ExcelDateTime) -> String {
    if value.is_duration() || value.as_f64() < 1.0 {
        return number(value.as_f64());
    }
    let (year, month, of_month, ..) = value.to_ymd_hms_milli();
    day(year, month, of_month)
}
