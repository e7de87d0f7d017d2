//! A CSV file as a spreadsheet saves it, read into rows of clean text.
//!
//! In: a folder, a file name, the columns expected. Out: rows that know their place, so that a fault can name it.
//! Semicolons and tabs as separators and a byte order mark are accepted, since spreadsheets write them.

use super::cell::clean;
use super::faults::{Fault, Faults, Said, reason};
use csv::{ByteRecord, ReaderBuilder};
use std::path::Path;
use std::sync::Arc;

#[derive(Debug)]
struct Head {
    file: String,
    columns: &'static [&'static str],
}

/// One row of a sheet.
#[derive(Clone, Debug)]
pub struct Row {
    head: Arc<Head>,
    /// As a spreadsheet numbers it.
    pub number: usize,
    cells: Vec<String>,
}

impl Row {
    /// Text of that column; empty where the sheet lacks it.
    pub fn get(&self, column: &str) -> &str {
        let at = self.head.columns.iter().position(|c| *c == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// An error in that column of this row.
    pub fn error(&self, column: &str, expected: impl Into<Said>) -> Fault {
        Fault::error(&self.head.file, self.get(column), expected).at(self.number, column)
    }
}

/// Read a file of the folder. None if it cannot be read at all, which is then among the faults.
pub fn read(folder: &Path, file: &str, columns: &'static [&'static str], faults: &mut Faults) -> Option<Vec<Row>> {
    match std::fs::read(folder.join(file)) {
        Ok(bytes) => match other_kind(&bytes) {
            None => Some(parse(&bytes, file, columns, faults)),
            Some(kind) => {
                faults.add(
                    Fault::error(file, kind, ("bảng dạng CSV", "a sheet of CSV"))
                        .hint(("lưu lại dạng \"CSV UTF-8\"", "save it as \"CSV UTF-8\"")),
                );
                None
            }
        },
        Err(e) => {
            faults.add(Fault::error(file, "", ("tệp CSV đọc được", "a readable CSV file")).hint(reason(&e)));
            None
        }
    }
}

/// What a file is that a spreadsheet saved in another way, by its first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 4] = [
        (b"\xFF\xFE", "text in UTF-16"),
        (b"\xFE\xFF", "text in UTF-16"),
        (b"PK\x03\x04", "a workbook (XLSX or ODS)"),
        (b"\xD0\xCF\x11\xE0", "a workbook (XLS)"),
    ];
    KINDS.iter().find(|k| bytes.starts_with(k.0)).map(|k| k.1)
}

/// The same for a file that need not be there.
pub fn read_if_there(folder: &Path, file: &str, columns: &'static [&'static str], faults: &mut Faults) -> Vec<Row> {
    if folder.join(file).exists() { read(folder, file, columns, faults).unwrap_or_default() } else { Vec::new() }
}

/// Rows out of the bytes of a CSV file.
pub fn parse(bytes: &[u8], file: &str, columns: &'static [&'static str], faults: &mut Faults) -> Vec<Row> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let bytes = keep_blank_rows(bytes);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator(&bytes)).from_reader(&bytes[..]);
    let head = Arc::new(Head { file: file.into(), columns });
    let mut records = reader.byte_records();
    let Some(Ok(titles)) = records.next() else {
        faults.add(Fault::error(
            file,
            "",
            (format!("dòng tiêu đề có {}", columns.join(", ")), format!("a header row with {}", columns.join(", "))),
        ));
        return Vec::new();
    };
    let titles: Vec<String> = titles.iter().map(|t| clean(&String::from_utf8_lossy(t))).collect();
    let places = places(&titles, &head, faults);
    let mut rows = Vec::new();
    for (index, record) in records.enumerate() {
        let number = index + 2;
        match record {
            Ok(record) if record.iter().all(|c| c.trim_ascii().is_empty()) => {}
            Ok(record) => {
                if record.len() > titles.len() {
                    let expected = (format!("{} ô", titles.len()), format!("{} cells", titles.len()));
                    let fault = Fault::error(file, record.len().to_string(), expected).at(number, "");
                    faults.add(fault.hint((
                        "ô có dấu ngăn cách phải đặt trong ngoặc kép",
                        "a cell that holds the separator stands in quotation marks",
                    )));
                }
                rows.push(row(&head, number, &record, &places, faults));
            }
            Err(e) => faults.add(
                Fault::error(file, "", ("một dòng CSV", "a row of CSV"))
                    .at(number, "")
                    .hint((e.to_string(), e.to_string())),
            ),
        }
    }
    rows
}

fn row(head: &Arc<Head>, number: usize, record: &ByteRecord, places: &[Option<usize>], faults: &mut Faults) -> Row {
    let mut cells = Vec::with_capacity(places.len());
    for (place, column) in places.iter().zip(head.columns) {
        let bytes = place.and_then(|p| record.get(p)).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        if text.contains('\u{fffd}') {
            let fault = Fault::error(&head.file, text.as_ref(), ("văn bản UTF-8", "UTF-8 text")).at(number, column);
            faults.add(fault.hint(("lưu bảng dạng \"CSV UTF-8\"", "save the sheet as \"CSV UTF-8\"")));
        }
        cells.push(clean(&text));
    }
    Row { head: head.clone(), number, cells }
}

/// Where each expected column stands; missing ones are errors, unknown and doubled ones are told too.
fn places(titles: &[String], head: &Head, faults: &mut Faults) -> Vec<Option<usize>> {
    for (at, title) in titles.iter().enumerate() {
        if !head.columns.contains(&title.as_str()) {
            let fault = Fault::error(
                &head.file,
                title,
                (format!("một trong {}", head.columns.join(", ")), format!("one of {}", head.columns.join(", "))),
            )
            .at(1, title)
            .mild();
            faults.add(fault.hint(("các ô của cột này không được đọc", "its cells are not read")));
        } else if titles[..at].contains(title) {
            faults.add(Fault::error(&head.file, title, ("mỗi cột một lần", "each column once")).at(1, title));
        }
    }
    let find = |column: &&str| {
        let place = titles.iter().position(|t| t == column);
        if place.is_none() {
            faults.add(Fault::error(&head.file, "", ("một cột tên như vậy", "a column of this name")).at(1, column));
        }
        place
    };
    head.columns.iter().map(find).collect()
}

/// The mark that stands most often in the header row.
fn separator(bytes: &[u8]) -> u8 {
    let header = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |mark: u8| header.iter().filter(|b| **b == mark).count();
    if count(b';') > count(b',') {
        b';'
    } else if count(b'\t') > count(b',') {
        b'\t'
    } else {
        b','
    }
}

/// The CSV reader skips empty lines, a spreadsheet counts them: give each an empty cell.
fn keep_blank_rows(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut quoted, mut fresh) = (false, true);
    for b in bytes.iter().copied().filter(|b| *b != b'\r') {
        if b == b'"' {
            quoted = !quoted;
        }
        if b == b'\n' && !quoted {
            if fresh {
                out.extend(b"\"\"");
            }
            fresh = true;
        } else {
            fresh = false;
        }
        out.push(b);
    }
    out
}
