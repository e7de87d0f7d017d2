//! A spreadsheet read into rows of clean text, each cell under the column that its title names.
//!
//! In: a folder, a file, the columns expected ([`Layout`]). Out: rows that know their place, so that a fault can name it.
//! The header may stand below titles and blank rows and have its columns in any order; every sheet of a workbook that has
//! one is read. What is not read (other sheets, unknown columns) is told.

use super::aside;
use super::cell::{clean, clean_lines, is_nothing, names, split};
use super::column;
use super::faults::{Fault, Faults, Said};
use super::header::{self, Header};
use super::lost;
use super::old_font;
use super::ready::Place;
use super::table::{self, Line, Table};
use std::path::Path;
use std::sync::Arc;

/// Which columns a sheet has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// The products' sheet: columns by many names, only the product's own name needed.
    Products,
    /// A sheet of this program's own: exactly these.
    Exact(&'static [&'static str]),
}

/// One row of a sheet.
#[derive(Clone, Debug)]
pub struct Row {
    header: Arc<Header>,
    /// As a spreadsheet numbers it.
    pub number: usize,
    cells: Vec<Field>,
}

#[derive(Clone, Default, Debug)]
struct Field {
    line: String,
    /// With its line breaks, where it has any.
    lines: Option<String>,
}

impl Row {
    fn field(&self, column: &str) -> Option<&Field> {
        self.cells.get(self.header.keys.iter().position(|key| *key == column)?)
    }

    /// Text of that column on one line; empty where the sheet lacks it.
    pub fn get(&self, column: &str) -> &str {
        self.field(column).map_or("", |f| f.line.as_str())
    }

    /// Text of that column with its line breaks.
    pub fn lines(&self, column: &str) -> &str {
        self.field(column).map_or("", |f| f.lines.as_deref().unwrap_or(&f.line))
    }

    /// The parts of a list: parted by semicolons and line breaks, the dashes of a written list taken off.
    pub fn list(&self, column: &str) -> Vec<&str> {
        let Some(lines) = self.field(column).and_then(|f| f.lines.as_deref()) else {
            return split(self.get(column), ';');
        };
        let bare = |line: &'_ str| line.trim_start_matches(['-', '–', '•', '+', '*', ' ']).len();
        let lines = lines.lines().map(|line| line.get(line.len() - bare(line)..).unwrap_or_default());
        lines.flat_map(|line| split(line, ';')).collect()
    }

    /// The same, parted by commas, too, outside of brackets and where each part begins like a name: "Hoa Kỳ, Nhật Bản", but
    /// not "Hội chợ, triển lãm trong tỉnh".
    pub fn names(&self, column: &str) -> Vec<&str> {
        self.list(column).into_iter().flat_map(|part| names(part, usize::MAX)).collect()
    }

    /// An error in that column of this row.
    pub fn error(&self, column: &str, expected: impl Into<Said>) -> Fault {
        let fault = Fault::error(&self.header.file, self.get(column), expected).on(self.header.sheet.as_deref());
        fault.at(self.number, self.header.title(column))
    }

    /// Where it stands.
    pub fn whereabouts(&self) -> Place {
        Place { file: self.header.file.clone(), sheet: self.header.sheet.clone(), row: self.number }
    }

    /// Name of its sheet; none in CSV.
    pub fn sheet(&self) -> Option<&str> {
        self.header.sheet.as_deref()
    }

    /// File, sheet and row, where two rows are to be told apart.
    pub fn place(&self) -> Said {
        let number = self.number;
        match &self.header.sheet {
            Some(sheet) => {
                (format!("dòng {number} trang '{sheet}'"), format!("row {number} of sheet '{sheet}'")).into()
            }
            None => (format!("dòng {number}"), format!("row {number}")).into(),
        }
    }
}

/// Read a file of the folder. None if it cannot be read at all, which is then among the faults.
pub fn read(folder: &Path, file: &str, layout: Layout, faults: &mut Faults) -> Option<Vec<Row>> {
    match table::read(&folder.join(file), file) {
        Ok(tables) => Some(rows(tables, file, layout, faults)),
        Err(fault) => {
            faults.add(*fault);
            None
        }
    }
}

/// The same for a file that need not be there.
pub fn read_if_there(folder: &Path, file: &str, layout: Layout, faults: &mut Faults) -> Vec<Row> {
    if folder.join(file).exists() { read(folder, file, layout, faults).unwrap_or_default() } else { Vec::new() }
}

/// Rows out of the bytes of a CSV file that is part of this program.
pub fn parse(text: &str, file: &str, layout: Layout, faults: &mut Faults) -> Vec<Row> {
    match table::parse(text.as_bytes(), file) {
        Ok(tables) => rows(tables, file, layout, faults),
        Err(fault) => {
            faults.add(*fault);
            Vec::new()
        }
    }
}

fn rows(mut tables: Vec<Table>, file: &str, layout: Layout, faults: &mut Faults) -> Vec<Row> {
    let mut out = Vec::new();
    let mut aside = Vec::new();
    let mut read = 0;
    for table in tables.iter_mut().filter(|table| !aside::is_guide(table)) {
        if let Some(fault) = lost::told(table).filter(|_| !table.hidden) {
            read += 1;
            faults.add(fault);
            continue;
        }
        let converted = old_font::convert(table);
        match header::find(table, layout) {
            Some(found) if !table.hidden => {
                read += 1;
                table.guessed.into_iter().for_each(|code| faults.add(guessed(file, code)));
                let header = Arc::new(header::check(table, &found, layout, faults));
                converted.iter().for_each(|change| faults.add(change.told(table, &header)));
                let body = table.lines.iter().filter(|line| line.number > found.number);
                let body =
                    body.enumerate().filter(|(at, line)| *at > 0 || !header::is_numbering(line)).map(|(_, line)| line);
                let from = out.len();
                for line in body {
                    match (layout == Layout::Products).then(|| aside::row(&header, line)).flatten() {
                        Some(note) => faults.add(note),
                        None => out.extend(row(&header, line, faults)),
                    }
                }
                let rows = out.get(from..).unwrap_or_default();
                aside::hidden_rows(table, rows.iter().map(|row| row.number)).into_iter().for_each(|f| faults.add(f));
            }
            _ if !table.lines.is_empty() => aside.push(&*table),
            _ => {}
        }
    }
    match (read, aside.first()) {
        (0, first) => faults.add(header::missing(file, first.copied(), layout)),
        _ => aside.iter().for_each(|table| faults.add(aside::sheet(table))),
    }
    out
}

/// The warning about a file whose code had to be guessed.
fn guessed(file: &str, code: &str) -> Fault {
    let fault = Fault::error(file, code, ("văn bản Unicode (UTF-8)", "Unicode text (UTF-8)")).mild();
    fault.hint((
        "đọc theo bảng mã cũ; hãy xem lại các dấu, hoặc lưu dạng \"CSV UTF-8\"",
        "read in an older code; look the accents over, or save as \"CSV UTF-8\"",
    ))
}

/// What a spreadsheet writes for a formula that failed.
const ERRORS: [&str; 9] = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#DATA!", "#SPILL!"];

/// A row under the header; none if it has nothing there.
fn row(header: &Arc<Header>, line: &Line, faults: &mut Faults) -> Option<Row> {
    let mut row = Row { header: header.clone(), number: line.number, cells: vec![Field::default(); header.keys.len()] };
    let mut some = false;
    for cell in &line.cells {
        let Some(at) = header.columns.iter().position(|column| *column == Some(cell.column)) else {
            if header.sheet.is_none() && cell.column >= header.width {
                let width = header.width;
                let expected = (format!("{width} ô trong dòng"), format!("{width} cells in the row"));
                let fault = Fault::error(&header.file, &cell.text, expected).at(line.number, "");
                faults.add(fault.hint((
                    "ô có dấu ngăn cách phải đặt trong ngoặc kép",
                    "a cell that holds the separator stands in quotation marks",
                )));
            }
            continue;
        };
        let key = header.keys.get(at).copied().unwrap_or_default();
        let text = clean(&cell.text);
        if !cell.stale && header.optional(key) && is_nothing(&text) {
            continue;
        }
        some = true;
        let failed = ERRORS.contains(&text.as_str()) || text.starts_with("Err:5");
        if failed || cell.stale {
            let fault = row.error(key, ("giá trị, không phải lỗi công thức", "a value, not a formula's error"));
            let fault = if cell.stale {
                fault.hint((
                    "công thức chưa có kết quả; mở bằng Excel rồi lưu lại",
                    "the formula has no result; open it in Excel and save it again",
                ))
            } else {
                fault
            };
            faults.add(fault.of(text));
            continue;
        }
        if cell.text.contains(|c: char| c.is_control() && !c.is_whitespace()) {
            let fault = row
                .error(key, ("chữ không có ký tự điều khiển", "text without control characters"))
                .of(&cell.text)
                .mild();
            faults.add(fault.hint(("các ký tự ấy được bỏ", "they are taken out")));
        }
        if cell.text.contains('\u{fffd}') {
            let fault = row.error(key, ("chữ đọc được", "readable letters")).of(&text);
            faults.add(fault.hint(("lưu bảng dạng \"CSV UTF-8\"", "save the sheet as \"CSV UTF-8\"")));
        }
        if let Some(field) = row.cells.get_mut(at) {
            let lines = cell.text.trim().contains(['\n', '\r']).then(|| clean_lines(&cell.text));
            *field = Field { line: text, lines };
        }
    }
    some.then_some(row)
}

impl Layout {
    /// Keys of all columns.
    pub fn keys(self) -> Vec<&'static str> {
        match self {
            Layout::Products => column::COLUMNS.iter().map(|c| c.key).collect(),
            Layout::Exact(keys) => keys.to_vec(),
        }
    }

    /// The key of the column of that title.
    pub fn find(self, title: &str) -> Option<&'static str> {
        match self {
            Layout::Products => column::find(title).map(|c| c.key),
            Layout::Exact(keys) => keys.iter().find(|key| **key == title).copied(),
        }
    }

    /// True if a sheet must have that column.
    pub fn needs(self, key: &str) -> bool {
        self != Layout::Products || key == column::NAME
    }

    /// Title of a column in a new sheet.
    pub fn title(self, key: &'static str) -> &'static str {
        match self {
            Layout::Products => column::of_key(key).map_or(key, |c| c.title.vi),
            Layout::Exact(_) => key,
        }
    }
}
