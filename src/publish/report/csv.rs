//! A report as a table for Excel.
//!
//! In: a report. Out: CSV in UTF-8 with a byte order mark, without which Excel reads Vietnamese wrongly. A cell that Excel
//! would run as a formula is written as text.

use super::{Report, say};
use crate::publish::faults::Severity;
use crate::route::Lang;

/// The table, a row a fault; the first row is its titles.
pub fn csv(report: &Report, lang: Lang) -> Vec<u8> {
    let titles = match lang {
        Lang::Vi => ["Mức", "Quy tắc", "Tệp", "Trang", "Dòng", "Cột", "Đang ghi", "Cần", "Gợi ý", "Chủ thể"],
        Lang::En => ["Severity", "Rule", "File", "Sheet", "Row", "Column", "Value", "Expected", "Hint", "Producer"],
    };
    let mut out = String::from('\u{feff}');
    line(&mut out, titles.into_iter());
    for (rule, told) in report.all() {
        let fault = &told.fault;
        let severity = if rule.is_some() { Severity::Warning } else { fault.severity };
        let title = rule.map(|rule| say(&rule.title(), lang).to_owned()).unwrap_or_default();
        let row = fault.row.map(|row| row.to_string()).unwrap_or_default();
        let cells = [
            severity.told(lang),
            &title,
            &fault.file,
            fault.sheet.as_deref().unwrap_or_default(),
            &row,
            fault.column.as_deref().unwrap_or_default(),
            &fault.value,
            say(&fault.expected, lang),
            fault.hint.as_ref().map_or("", |hint| say(hint, lang)),
            told.producer.as_deref().unwrap_or_default(),
        ];
        line(&mut out, cells.into_iter());
    }
    out.into_bytes()
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push('"');
        // The apostrophe is what a person would type before it to have it as text.
        if cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']) {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}
