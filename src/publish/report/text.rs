//! A report for the terminal.
//!
//! In: a report. Out: errors, then warnings, each under its file and sheet, then a line for each rule of readiness with
//! the first places; all places where that is asked for.

use super::{Only, Report, Rows, Told};
use crate::publish::faults::{Said, Severity, in_lang};
use crate::route::Lang;
use std::fmt::Write;

/// Places of a rule that are named where not all are asked for.
const FEW: usize = 3;
/// Warnings that are told where not all are asked for: more would drown the errors above.
const SOME: usize = 20;

const HEADS: [(Severity, [&str; 2]); 3] = [
    (Severity::Error, ["LỖI, phải sửa mới xuất bản được", "ERRORS: nothing is published until they are mended"]),
    (Severity::Warning, ["CẢNH BÁO", "WARNINGS"]),
    (Severity::Note, ["LƯU Ý", "NOTES"]),
];
const NEEDS: [&str; 2] = ["CẦN BỔ SUNG (vẫn xuất bản được)", "STILL MISSING (published all the same)"];

/// Whether a text begins as these reports do.
pub(super) fn is(start: &str) -> bool {
    let heads = HEADS.iter().flat_map(|head| head.1).chain(NEEDS);
    let sound = start.lines().count() == 1 && [": không có lỗi", ": no errors"].iter().any(|said| start.contains(said));
    sound || heads.into_iter().any(|head| start.starts_with(head))
}

/// The whole report.
pub fn text(report: &Report, lang: Lang, all: bool) -> String {
    let mut out = String::new();
    for (severity, head) in HEADS {
        let told: Vec<&Told> = report.faults.iter().filter(|told| told.fault.severity == severity).collect();
        if told.is_empty() {
            continue;
        }
        let shown = if all || severity == Severity::Error { told.len() } else { SOME };
        let _ = writeln!(out, "{} ({})", head[lang as usize], told.len());
        section(&mut out, &told[..shown.min(told.len())], lang);
        more(&mut out, told.len().saturating_sub(shown), lang, "  ");
        out.push('\n');
    }
    needs(&mut out, report, lang, all);
    let _ = writeln!(out, "{}", in_lang(&summary(report), lang));
    out
}

fn section(out: &mut String, told: &[&Told], lang: Lang) {
    let mut place = None;
    for fault in told.iter().map(|told| &told.fault) {
        let here = (&fault.file, &fault.sheet);
        if place != Some(here) {
            place = Some(here);
            let sheet = fault.sheet.as_ref().map(|sheet| format!(" › {sheet}")).unwrap_or_default();
            let _ = writeln!(out, "  {}{sheet}", fault.file);
        }
        let _ = writeln!(out, "    {}", fault.told_here(lang));
    }
}

fn needs(out: &mut String, report: &Report, lang: Lang, all: bool) {
    if report.needs.is_empty() {
        return;
    }
    let _ = writeln!(out, "{}", NEEDS[lang as usize]);
    for need in &report.needs {
        let title = need.rule.title();
        let products = products(need.products);
        let _ = writeln!(out, "  {}: {}", in_lang(&title, lang), in_lang(&products, lang));
        if all {
            for told in &need.faults {
                let _ = writeln!(out, "    {}", told.fault.told_here(lang));
            }
            continue;
        }
        let row = ["dòng", "row"][lang as usize];
        let name = |told: &Told| match told.fault.row {
            Some(number) => format!("{row} {number} {}", told.fault.value),
            None => told.fault.value.clone(),
        };
        let named: Vec<String> = need.faults.iter().take(FEW).map(name).collect();
        let _ = writeln!(out, "    {}", named.join(" · "));
        more(out, need.faults.len().saturating_sub(FEW), lang, "    ");
    }
    out.push('\n');
}

fn more(out: &mut String, count: usize, lang: Lang, indent: &str) {
    if count > 0 {
        let _ = match lang {
            Lang::Vi => writeln!(out, "{indent}… và {count} chỗ nữa (thêm --all để xem hết)"),
            Lang::En => writeln!(out, "{indent}… and {count} more (--all lists them)"),
        };
    }
}

fn products(count: usize) -> Said {
    (format!("{count} sản phẩm"), if count == 1 { "1 product".to_owned() } else { format!("{count} products") }).into()
}

/// How it stands, in one line.
pub fn summary(report: &Report) -> Said {
    let (errors, warnings) = (report.errors(), report.count(Severity::Warning));
    let many = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    if let (0, Some(Only { asked, .. })) = (report.products(), &report.only) {
        return (
            format!("Không có chủ thể nào tên có các chữ '{asked}'."),
            format!("No producer's name has the words '{asked}'."),
        )
            .into();
    }
    if report.products() == 0 && errors == 0 {
        return (
            "Chưa có sản phẩm nào: hãy mở products.xlsx và điền mỗi sản phẩm một dòng.",
            "No products yet: open products.xlsx and fill in a row a product.",
        )
            .into();
    }
    let read = products(report.products());
    let (vi, en) = match (errors, warnings) {
        (0, 0) => ("không có lỗi".to_owned(), "no errors".to_owned()),
        (0, w) => (format!("không có lỗi, {w} cảnh báo"), format!("no errors, {}", many(w, "warning"))),
        (e, w) => (format!("{e} lỗi, {w} cảnh báo"), format!("{}, {}", many(e, "error"), many(w, "warning"))),
    };
    let (mut vi, mut en) = (format!("{}: {vi}", read.vi), format!("{}: {en}", read.en));
    if !report.needs.is_empty() {
        let _ = write!(vi, "; {} mục cần bổ sung", report.needs.len());
        let _ = write!(en, "; {} still missing", many(report.needs.len(), "thing"));
    }
    if let Some(Rows { read, told }) = report.rows.filter(|rows| rows.told > 0) {
        let _ = write!(vi, ". Đã đọc {read} dòng, {told} dòng có chỗ cần sửa hoặc xem lại");
        let _ = write!(en, ". {} read, {told} of them to mend or look over", many(read, "row"));
    }
    (vi, en) = (vi + ".", en + ".");
    if let Some(Only { names, .. }) = &report.only {
        let names = names.join("; ");
        let _ = write!(vi, " Chủ thể: {names}.");
        let _ = write!(en, " Of: {names}.");
    }
    (vi, en).into()
}
