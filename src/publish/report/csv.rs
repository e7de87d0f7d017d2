//! A report as a table for Excel.
//!
//! In: a report. Out: CSV in UTF-8 with a byte order mark, without which Excel reads Vietnamese wrongly. A cell that Excel
//! would run as a formula is written as text.

use super::Report;
use crate::publish::faults::{Severity, in_lang};
use crate::route::Lang;
use crate::text::harmless;

const TITLES: [[&str; 11]; 2] = [
    ["Mức", "Quy tắc", "Tệp", "Trang", "Dòng", "Cột", "Đang ghi", "Cần", "Gợi ý", "Sản phẩm", "Chủ thể"],
    ["Severity", "Rule", "File", "Sheet", "Row", "Column", "Value", "Expected", "Hint", "Product", "Producer"],
];

/// Whether a text begins as these tables do.
pub(super) fn is(start: &str) -> bool {
    TITLES.iter().any(|[first, second, ..]| start.starts_with(&format!("\"{first}\",\"{second}\"")))
}

/// The table, a row a fault; the first row is its titles.
pub fn csv(report: &Report, lang: Lang) -> Vec<u8> {
    let mut sheet = ::csv::WriterBuilder::new()
        .quote_style(::csv::QuoteStyle::Always)
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing into memory does not fail.
    let mut line = |cells: [&str; 11]| drop(sheet.write_record(cells.map(harmless)));
    line(TITLES[lang as usize]);
    for (rule, told) in report.all() {
        let fault = &told.fault;
        let severity = if rule.is_some() { Severity::Warning } else { fault.severity };
        let title = rule.map(|rule| in_lang(&rule.title(), lang).to_owned()).unwrap_or_default();
        let row = fault.row.map(|row| row.to_string()).unwrap_or_default();
        let cells = [
            severity.told(lang),
            &title,
            &fault.file,
            fault.sheet.as_deref().unwrap_or_default(),
            &row,
            fault.column.as_deref().unwrap_or_default(),
            &fault.value,
            in_lang(&fault.expected, lang),
            fault.hint.as_ref().map_or("", |hint| in_lang(hint, lang)),
            told.whose.product.as_deref().unwrap_or_default(),
            told.whose.producer.as_deref().unwrap_or_default(),
        ];
        line(cells);
    }
    sheet.into_inner().unwrap_or_default()
}
