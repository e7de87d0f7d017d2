//! The header row: where it stands, and which column is what.
//!
//! In: a table, and the columns expected. Out: a [`Header`]. The header is the row among the first ones with most titles
//! that are known; titles and blank rows may stand above it, a row of numbers ("(1) (2) (3)") below it. A column without
//! a title there takes it from the row above, where cells were merged.

use super::cell::clean;
use super::column;
use super::faults::{Fault, Faults, Said};
use super::near::nearest;
use super::sheet::Layout;
use super::table::{Line, Table, is_workbook, letters};

/// Rows among which the header is looked for.
const FIRST: usize = 30;

/// A header, and where each column stands.
#[derive(Debug)]
pub struct Header {
    /// File.
    pub file: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Which columns it was looked for among.
    layout: Layout,
    /// Columns from the left that have a title.
    pub width: usize,
    /// Keys of the columns.
    pub keys: Vec<&'static str>,
    /// Where each of them stands; none where the sheet lacks it.
    pub columns: Vec<Option<usize>>,
    titles: Vec<String>,
}

impl Header {
    /// Title of a column, as the sheet has it.
    pub fn title(&self, key: &str) -> &str {
        let at = self.keys.iter().position(|k| *k == key);
        at.and_then(|at| self.titles.get(at)).map_or("", String::as_str)
    }

    /// True for a column of products where "không có" is as good as an empty cell.
    pub fn optional(&self, key: &str) -> bool {
        self.layout == Layout::Products && !matches!(key, column::NAME | "name_en" | "name_en_is_literal_translation")
    }

    /// Key of the column that stands there, counted from 0.
    pub fn key(&self, column: usize) -> Option<&'static str> {
        let at = self.columns.iter().position(|c| *c == Some(column))?;
        self.keys.get(at).copied()
    }

    /// Title and letters of a column that is counted from 0; without a title its letters.
    pub fn named(&self, column: usize) -> String {
        let at = self.columns.iter().position(|c| *c == Some(column));
        match at.and_then(|at| self.titles.get(at)) {
            Some(title) => format!("{title} ({})", letters(column)),
            None => letters(column),
        }
    }
}

/// Titles of the header row.
pub struct Found {
    /// Row, as the spreadsheet numbers it.
    pub number: usize,
    titles: Vec<(usize, String)>,
}

/// The header row of a table; none if it has none.
pub fn find(table: &Table, layout: Layout) -> Option<Found> {
    let known = |line: &Line| {
        let mut keys: Vec<_> = line.cells.iter().filter_map(|c| layout.find(&clean(&c.text))).collect();
        keys.sort_unstable();
        keys.dedup();
        let enough = keys.len() > 1 || keys.first().is_some_and(|key| layout.needs(key));
        if enough { keys.len() } else { 0 }
    };
    let head = table.lines.get(..table.lines.len().min(FIRST)).unwrap_or_default();
    let (at, count) = head.iter().map(known).enumerate().rev().max_by_key(|(_, count)| *count)?;
    let line = head.get(at).filter(|_| count > 0)?;
    let mut titles: Vec<(usize, String)> = line.cells.iter().map(|c| (c.column, clean(&c.text))).collect();
    let above = at.checked_sub(1).and_then(|at| head.get(at)).map(|l| l.cells.as_slice()).unwrap_or_default();
    for cell in above.iter().filter(|cell| layout.find(&clean(&cell.text)).is_some()) {
        if !line.cells.iter().any(|c| c.column == cell.column) {
            titles.push((cell.column, clean(&cell.text)));
        }
    }
    titles.sort();
    Some(Found { number: line.number, titles })
}

/// The columns under a header; missing, doubled and unknown ones are told.
pub fn check(table: &Table, found: &Found, layout: Layout, faults: &mut Faults) -> Header {
    let keys = layout.keys();
    let mut header = Header {
        file: table.file.clone(),
        sheet: table.sheet.clone(),
        layout,
        width: found.titles.last().map_or(0, |(column, _)| column + 1),
        columns: vec![None; keys.len()],
        titles: keys.iter().map(|key| layout.title(key).to_owned()).collect(),
        keys,
    };
    let told = |value: &str, title: &str, expected: Said| {
        Fault::error(&table.file, value, expected).on(table.sheet.as_deref()).at(found.number, title)
    };
    for (column, title) in &found.titles {
        let Some(at) = layout.find(title).and_then(|key| header.keys.iter().position(|k| *k == key)) else {
            if layout != Layout::Products || !column::is_ignored(title) {
                let fault = told(title, title, ("tên cột đã biết", "a title that is known").into()).mild();
                faults.add(guess(fault, title, layout));
            }
            continue;
        };
        match header.columns.get_mut(at) {
            Some(place @ None) => {
                *place = Some(*column);
                header.titles.get_mut(at).into_iter().for_each(|t| t.clone_from(title));
            }
            _ => {
                let other = header.titles.get(at).map_or("", String::as_str);
                let fault = told(title, title, ("mỗi cột một lần", "each column once").into());
                faults.add(fault.hint((format!("trùng với cột '{other}'"), format!("the same as column '{other}'"))));
            }
        }
    }
    for (at, key) in header.keys.iter().enumerate().filter(|(_, key)| layout.needs(key)) {
        if header.columns.get(at) == Some(&None) {
            faults.add(told("", layout.title(key), ("một cột tên như vậy", "a column of this name").into()));
        }
    }
    untitled(table, found, &header, faults);
    header
}

/// Columns of a workbook with cells but no title: told once each. (In CSV such a cell is a fault of its row.)
fn untitled(table: &Table, found: &Found, header: &Header, faults: &mut Faults) {
    let mut told = Vec::new();
    let body = table.lines.iter().filter(|line| line.number > found.number);
    for (line, cell) in body.flat_map(|line| line.cells.iter().map(move |cell| (line, cell))) {
        let titled = found.titles.iter().any(|(column, _)| *column == cell.column);
        let csv_end = header.sheet.is_none() && cell.column >= header.width;
        if !titled && !csv_end && !told.contains(&cell.column) {
            told.push(cell.column);
            let row = found.number;
            let expected =
                (format!("tiêu đề ở dòng {row} cho cột này"), format!("a title in row {row} for this column"));
            let fault = Fault::error(&table.file, &cell.text, expected).mild();
            let fault = fault.on(table.sheet.as_deref()).at(line.number, &letters(cell.column));
            let before = found.titles.iter().rev().find(|(column, _)| *column < cell.column);
            let aside = ("các ô của cột này không được đọc", "its cells are not read");
            faults.add(match before {
                Some((_, title)) => fault.hint((
                    format!("cột đứng sau '{title}' không có tiêu đề; {}", aside.0),
                    format!("the column after '{title}' has no title; {}", aside.1),
                )),
                None => fault.hint(aside),
            });
        }
    }
}

/// What an unknown title probably means.
fn guess(fault: Fault, title: &str, layout: Layout) -> Fault {
    let titles: Vec<&str> = match layout {
        Layout::Products => column::COLUMNS.iter().flat_map(column::Column::titles).collect(),
        Layout::Exact(keys) => keys.to_vec(),
    };
    let aside = ("các ô của cột này không được đọc", "its cells are not read");
    match nearest(title, titles.into_iter()) {
        Some(near) => {
            fault.hint((format!("{}; ý bạn là '{near}'?", aside.0), format!("{}; did you mean '{near}'?", aside.1)))
        }
        None => fault.hint(aside),
    }
}

/// No sheet of the file has a header.
pub fn missing(file: &str, first: Option<&Table>, layout: Layout) -> Fault {
    let names = match layout {
        Layout::Products => ["Tên sản phẩm", "Chủ thể", "Xã, phường", "Hạng sao"].join(", "),
        Layout::Exact(keys) => keys.join(", "),
    };
    let value = first.and_then(|t| t.lines.first()).and_then(|l| l.cells.first()).map_or("", |c| c.text.as_str());
    let expected = (format!("dòng tiêu đề có {names}"), format!("a header row with {names}"));
    let mut fault = Fault::error(file, value, expected).on(first.and_then(|t| t.sheet.as_deref()));
    if first.is_some_and(|t| t.sheet.is_none()) && is_workbook(file) {
        fault = fault.hint((
            "tệp này là văn bản, không phải bảng tính: nếu là CSV thì đặt đuôi .csv, nếu không thì lưu lại từ Excel dạng .xlsx",
            "this file is text, no workbook: if it is CSV, let its name end in .csv, else save it from Excel as .xlsx",
        ));
    }
    match first.and_then(|t| t.lines.first()) {
        Some(line) => fault.at(line.number, ""),
        None => fault,
    }
}

/// A row that only numbers the columns: "1 2 3", "(1) (2) (3)", "A B 1".
pub fn is_numbering(line: &Line) -> bool {
    let mark = |text: &str| {
        let inner = text.trim().trim_start_matches('(').trim_end_matches(')');
        inner.len() <= 2
            && (inner.bytes().all(|b| b.is_ascii_digit())
                || inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_uppercase()))
    };
    line.cells.len() > 1 && line.cells.iter().all(|c| mark(&c.text))
}
