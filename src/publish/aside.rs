//! What of a workbook is no product, or perhaps not meant to be one: sums, signatures, hidden rows, sheets said twice.
//!
//! In: tables and rows. Out: which are left aside, and a fault that tells so with its place. A row that names anything of a
//! product beside the words of a sum or a signature is never left aside.

use super::faults::{Fault, Faults};
use super::header::Header;
use super::sheet::Row;
use super::start::OWN_SHEETS;
use super::table::{Cell, Line, Table};
use crate::text::exact;
use std::collections::HashMap;

/// A sheet that `ocop new` wrote to explain the others.
pub fn is_guide(table: &Table) -> bool {
    table.sheet.as_deref().is_some_and(|name| OWN_SHEETS.contains(&name))
}

/// A sheet that is not read.
pub fn sheet(table: &Table) -> Fault {
    let expected = match table.hidden {
        true => ("trang không bị ẩn nếu cần đọc", "a sheet that is not hidden, if it is to be read"),
        false => ("trang có dòng tiêu đề nếu cần đọc", "a sheet with a header row, if it is to be read"),
    };
    Fault::error(&table.file, "", expected)
        .on(table.sheet.as_deref())
        .note()
        .hint(("trang này không được đọc", "this sheet is not read"))
}

/// Beginnings of a sum's label. Accents count where without them another word could be meant ("cồng", a gong).
const SUMS: [&str; 7] = ["tổng cộng", "tổng số", "tổng", "cộng", "tong cong", "tong so", "total"];
/// What may follow: what is counted.
const COUNTED: [&str; 18] = [
    "sản",
    "phẩm",
    "san",
    "pham",
    "sp",
    "ocop",
    "chủ",
    "thể",
    "chu",
    "the",
    "mặt",
    "hàng",
    "đạt",
    "sao",
    "là",
    "products",
    "producers",
    "items",
];

/// Only numbers, and words for what is counted.
fn is_count(words: &str) -> bool {
    words.split(' ').all(|word| word.bytes().all(|b| b.is_ascii_digit()) || COUNTED.contains(&word))
}

/// True for a row that only sums up the others: a sum's label first, then nothing that a product has. Where the label
/// stands in the name's column, all other columns are empty but the price's; where it stands before, there is no name.
fn is_total(header: &Header, line: &Line) -> bool {
    let Some((first, rest)) = line.cells.split_first() else { return false };
    let label = exact(&first.text);
    if !SUMS.iter().any(|sum| label.strip_prefix(sum).is_some_and(is_count)) {
        return false;
    }
    let named = header.key(first.column) == Some("name_vi");
    let number = |cell: &Cell| is_count(&exact(&cell.text));
    rest.iter().all(|cell| match header.key(cell.column) {
        None => true,
        Some("price") => number(cell),
        Some(_) => !named && number(cell),
    })
}

/// Beginnings of what stands under a table beside a signature.
const SIGNED: [&str; 10] = [
    "người lập",
    "người tổng hợp",
    "tm ubnd",
    "t m ubnd",
    "ký tên",
    "ký ghi rõ",
    "xác nhận của",
    "thủ trưởng đơn vị",
    "chủ tịch",
    "nơi nhận",
];

/// True for a row in which every cell belongs to a signature: who signs, or place and day.
fn is_signature(line: &Line) -> bool {
    let signed = |cell: &Cell| {
        let text = exact(&cell.text);
        let dated = || ["ngày", "tháng", "năm"].iter().all(|word| text.split(' ').any(|own| own == *word));
        SIGNED.iter().any(|start| text.starts_with(start)) || dated()
    };
    line.cells.iter().all(signed)
}

/// The note about a row that is left aside; none about any other.
pub fn row(header: &Header, line: &Line) -> Option<Fault> {
    let expected = if is_total(header, line) {
        ("một sản phẩm; đây là dòng tổng, không được đọc", "a product; this row is a sum and is not read")
    } else if is_signature(line) {
        ("một sản phẩm; đây là dòng ký tên, không được đọc", "a product; this row is a signature and is not read")
    } else {
        return None;
    };
    let label = line.cells.first().map_or("", |cell| cell.text.as_str());
    let fault = Fault::error(&header.file, label, expected).on(header.sheet.as_deref()).at(line.number, "").note();
    Some(fault.hint((
        "nếu đây là tên một sản phẩm, ghi thêm chủ thể hoặc xã của nó",
        "if it is the name of a product, add its producer or commune",
    )))
}

/// The warning about hidden rows among those that were read, if there are any.
pub fn hidden_rows(table: &Table, read: impl Iterator<Item = usize>) -> Option<Fault> {
    let hidden: Vec<usize> = read.filter(|number| table.hidden_rows.contains(number)).collect();
    let list = ranges(&hidden);
    let expected = (format!("các dòng {list} không bị ẩn"), format!("rows that are not hidden: {list}"));
    let fault = Fault::error(&table.file, "", expected).on(table.sheet.as_deref()).mild().hint((
        "dòng ẩn vẫn được đọc và đăng; nếu không muốn đăng, hãy xóa hẳn dòng đó",
        "hidden rows are read and published all the same; delete those that are not to be",
    ));
    (!hidden.is_empty()).then_some(fault)
}

/// "5, 7–9" of 5, 7, 8, 9.
fn ranges(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b).filter_map(|run| Some((*run.first()?, *run.last()?)));
    let text = runs.map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    text.collect::<Vec<_>>().join(", ")
}

/// What makes two rows the same product.
fn identity(row: &Row) -> [&str; 4] {
    ["name_vi", "producer", "commune", "district"].map(|column| row.get(column))
}

/// Without the rows that a sheet has from one before it, where these are most of it: such a sheet is one fault, not one for
/// each of its rows.
pub fn without_copies(rows: Vec<Row>, faults: &mut Faults) -> Vec<Row> {
    let mut first: HashMap<[&str; 4], Option<&str>> = HashMap::new();
    let mut keep = Vec::with_capacity(rows.len());
    for sheet in rows.chunk_by(|a, b| a.sheet() == b.sheet()) {
        let before: Vec<Option<&str>> = sheet.iter().map(|row| first.get(&identity(row)).copied().flatten()).collect();
        let again: Vec<&str> = before.iter().flatten().copied().collect();
        let copied = again.len() > 1 && again.len() * 2 > sheet.len();
        if let (true, Some(row), Some(other)) = (copied, sheet.first(), again.first()) {
            faults.add(copy(row, again.len(), sheet.len(), other));
        }
        keep.extend(before.iter().map(|before| !copied || before.is_none()));
        for row in sheet {
            first.entry(identity(row)).or_insert(row.sheet());
        }
    }
    let mut keep = keep.into_iter();
    rows.into_iter().filter(|_| keep.next().unwrap_or(true)).collect()
}

fn copy(row: &Row, again: usize, all: usize, other: &str) -> Fault {
    let place = row.whereabouts();
    let expected = (
        format!("mỗi sản phẩm một lần; {again} trong {all} dòng của trang này đã có ở trang '{other}'"),
        format!("each product once; {again} of the {all} rows of this sheet stand in sheet '{other}' already"),
    );
    Fault::error(&place.file, "", expected).on(place.sheet.as_deref()).hint((
        "nếu là bản sao, hãy xóa hoặc ẩn trang này: trang ẩn không được đọc",
        "if it is a copy, delete or hide this sheet: hidden sheets are not read",
    ))
}
