//! OpenDocument spreadsheets.
//!
//! In: a zip that has been measured. Out: tables. Rows and cells may be repeated a million times by one attribute: blank
//! ones are only counted, others are entered one by one until a limit stops them.

use super::fill::{Filling, Table};
use super::number::{iso_day, number};
use super::zip::{Archive, broken};
use super::{Broken, damaged, locked};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufReader, Read};

/// The sheets, in the order of the file.
pub fn tables(mut archive: Archive, name: &str) -> Result<Vec<Table>, Broken> {
    let mut manifest = String::new();
    if let Ok(file) = archive.by_name("META-INF/manifest.xml") {
        let _ = file.take(1_000_000).read_to_string(&mut manifest);
    }
    if manifest.contains("encryption-data") {
        return Err(locked(name));
    }
    let content = archive.by_name("content.xml").map_err(|e| broken(name, &e))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk { name, tables: Vec::new(), open: None, cell: None, aside: 0 };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|e| damaged(name, &e.to_string()))? {
            Event::Start(tag) => walk.start(&tag),
            Event::End(tag) => walk.end(tag.name().as_ref())?,
            Event::Text(text) => walk.say(&text.xml10_content()),
            Event::CData(text) => walk.say(&text.xml10_content()),
            Event::GeneralRef(entity) => walk.say(&letter(&entity)),
            Event::Eof => return Ok(walk.tables),
            _ => {}
        }
    }
}

/// The sheet being read: what is in it, and where the reader stands.
struct Sheet {
    filling: Filling,
    row: usize,
    row_repeats: usize,
    row_hidden: bool,
    hidden_rows: BTreeSet<usize>,
    column: usize,
    cells: Vec<(usize, usize, String, bool)>,
}

/// The cell being read.
struct Cell {
    repeats: usize,
    value: Option<String>,
    text: String,
    paragraphs: usize,
    formula: bool,
}

struct Walk<'a> {
    name: &'a str,
    tables: Vec<Table>,
    open: Option<Sheet>,
    cell: Option<Cell>,
    /// How deep inside a remark beside the cell's own text.
    aside: usize,
}

/// Cells of a row further right than any limit: they are counted, not kept.
const FAR: usize = 1 << 20;

impl Walk<'_> {
    fn start(&mut self, tag: &BytesStart) {
        let name = tag.name();
        if self.aside > 0 || name.as_ref() == "office:annotation" {
            self.aside += 1;
            return;
        }
        match name.as_ref() {
            "table:table" if self.open.is_none() => {
                let title = attribute(tag, "table:name").unwrap_or_default();
                let filling = Filling::new(self.name, Some(&title), false);
                self.open = Some(Sheet {
                    filling,
                    row: 0,
                    row_repeats: 1,
                    row_hidden: false,
                    hidden_rows: BTreeSet::new(),
                    column: 0,
                    cells: Vec::new(),
                });
            }
            "table:table-row" => {
                if let Some(sheet) = &mut self.open {
                    (sheet.row_repeats, sheet.column) = (repeats(tag, "table:number-rows-repeated"), 0);
                    sheet.row_hidden = attribute(tag, "table:visibility").is_some_and(|seen| seen != "visible");
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell = Some(Cell {
                    repeats: repeats(tag, "table:number-columns-repeated"),
                    value: value(tag),
                    text: String::new(),
                    paragraphs: 0,
                    formula: attribute(tag, "table:formula").is_some(),
                });
            }
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" => self.say(&" ".repeat(repeats(tag, "text:c").min(100))),
            "text:tab" => self.say(" "),
            "text:line-break" => self.say("\n"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Broken> {
        if self.aside > 0 {
            self.aside -= 1;
            return Ok(());
        }
        let Some(sheet) = &mut self.open else { return Ok(()) };
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let stale = cell.formula && cell.value.is_none() && cell.text.is_empty();
                let text = cell.value.unwrap_or(cell.text);
                if !text.trim().is_empty() || stale {
                    sheet.cells.push((sheet.column, cell.repeats, text, stale));
                }
                sheet.column = (sheet.column + cell.repeats).min(FAR);
            }
            "table:table-row" => {
                let cells = std::mem::take(&mut sheet.cells);
                if !cells.is_empty() {
                    for row in sheet.row + 1..=sheet.row + sheet.row_repeats {
                        enter(&mut sheet.filling, row, &cells)?;
                        if sheet.row_hidden {
                            sheet.hidden_rows.insert(row);
                        }
                    }
                }
                sheet.row = sheet.row.saturating_add(sheet.row_repeats);
            }
            "table:table" => {
                let done = |sheet: Sheet| Table { hidden_rows: sheet.hidden_rows, ..sheet.filling.done() };
                self.tables.extend(self.open.take().map(done));
            }
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|c| self.aside == 0 && c.paragraphs > 0) {
            cell.text.push_str(text);
        }
    }
}

fn enter(filling: &mut Filling, row: usize, cells: &[(usize, usize, String, bool)]) -> Result<(), Broken> {
    for (first, repeats, text, stale) in cells {
        for column in *first..first + repeats {
            match stale {
                true => filling.put_stale(row, column)?,
                false => filling.put(row, column, text)?,
            }
        }
    }
    Ok(())
}

/// The value that a cell's attributes state; texts stand in its content.
fn value(tag: &BytesStart) -> Option<String> {
    match attribute(tag, "office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => attribute(tag, "office:value").map(|v| v.parse().map_or(v, number)),
        "date" => attribute(tag, "office:date-value").map(|v| iso_day(&v)),
        "boolean" => attribute(tag, "office:boolean-value").map(|v| v.to_uppercase()),
        _ => None,
    }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|v| v.into_owned())
}

fn repeats(tag: &BytesStart, name: &str) -> usize {
    attribute(tag, name).and_then(|v| v.parse().ok()).unwrap_or(1).clamp(1, FAR)
}

/// The letter that `&amp;` or `&#233;` stands for.
fn letter(entity: &BytesRef) -> String {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(entity.as_ref()).unwrap_or_default().to_owned()
}
