//! A report as one page of HTML, to print or to send: no scripts, nothing from elsewhere.
//!
//! In: a report. Out: the whole page. Whatever stands in the sheets comes out as text.

use super::{Report, Told};
use crate::publish::faults::{Severity, in_lang};
use crate::publish::report::summary;
use crate::route::Lang;
use crate::view::escaped;

const STYLE: &str = include_str!("report.css");

const TITLES: [&str; 2] = ["Kiểm tra danh mục", "Check of the catalogue"];

/// Whether a text begins as these pages do.
pub(super) fn is(start: &str) -> bool {
    start.starts_with("<!doctype html>") && TITLES.iter().any(|title| start.contains(&format!("<title>{title}: ")))
}

/// The page.
pub fn html(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    let title = TITLES[lang as usize];
    let name = escaped(&report.title);
    out.push_str(&format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}: {name}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<main>\n<h1>{title}</h1>\n<p class=\"of\">{name}{}{}</p>\n<p class=\"sum\">{}</p>\n",
        lang.code(),
        report.only.as_ref().map(|only| format!(" · {}", escaped(&only.names.join("; ")))).unwrap_or_default(),
        report.day.map(|d| format!(" · {}/{}/{}", d.day, d.month, d.year)).unwrap_or_default(),
        escaped(in_lang(&summary(report), lang))
    ));
    let heads = [
        (Severity::Error, "error", ["Lỗi, phải sửa mới xuất bản được", "Errors, to be mended before publishing"]),
        (Severity::Warning, "warning", ["Cảnh báo", "Warnings"]),
        (Severity::Note, "note", ["Lưu ý", "Notes"]),
    ];
    for (severity, class, head) in heads {
        let told: Vec<&Told> = report.faults.iter().filter(|told| told.fault.severity == severity).collect();
        if !told.is_empty() {
            out.push_str(&format!("<section class=\"{class}\">\n<h2>{} ({})</h2>\n", head[lang as usize], told.len()));
            tables(&mut out, &told, lang);
            out.push_str("</section>\n");
        }
    }
    for need in &report.needs {
        let told: Vec<&Told> = need.faults.iter().collect();
        let title = need.rule.title();
        out.push_str(&format!("<section class=\"need\">\n<h2>{} ({})</h2>\n", in_lang(&title, lang), need.products));
        tables(&mut out, &told, lang);
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// What stands in a row of a table; the product, else the producer, is not named twice.
fn row(told: &Told, lang: Lang) -> [String; 6] {
    let fault = &told.fault;
    let whose = told.whose.product.as_ref().or(told.whose.producer.as_ref());
    [
        fault.row.map(|row| row.to_string()).unwrap_or_default(),
        whose.filter(|name| **name != fault.value).cloned().unwrap_or_default(),
        fault.column.clone().unwrap_or_default(),
        fault.value.clone(),
        in_lang(&fault.expected, lang).to_owned(),
        fault.hint.as_ref().map(|hint| in_lang(hint, lang).to_owned()).unwrap_or_default(),
    ]
}

/// A table for each file and sheet; a column without a word in it is left out.
fn tables(out: &mut String, told: &[&Told], lang: Lang) {
    let titles = match lang {
        Lang::Vi => ["Dòng", "Sản phẩm", "Cột", "Đang ghi", "Cần", "Gợi ý"],
        Lang::En => ["Row", "Product", "Column", "Value", "Expected", "Hint"],
    };
    let here = |told: &Told| (told.fault.file.clone(), told.fault.sheet.clone());
    for group in told.chunk_by(|a, b| here(a) == here(b)) {
        let Some((file, sheet)) = group.first().map(|told| here(told)) else { continue };
        let sheet = sheet.map(|sheet| format!(" › {sheet}")).unwrap_or_default();
        let cells: Vec<[String; 6]> = group.iter().map(|told| row(told, lang)).collect();
        let used: Vec<usize> = (0..titles.len()).filter(|at| cells.iter().any(|row| !row[*at].is_empty())).collect();
        let line = |texts: &dyn Fn(usize) -> String| used.iter().map(|at| texts(*at)).collect::<String>();
        let number = |at: usize| if at == 0 { " class=\"number\"" } else { "" };
        let head = line(&|at| format!("<th scope=\"col\"{}>{}</th>", number(at), titles[at]));
        let place = escaped(&format!("{file}{sheet}"));
        out.push_str(&format!("<table>\n<caption>{place}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"));
        for row in &cells {
            let cells = line(&|at| format!("<td>{}</td>", escaped(&row[at])));
            out.push_str(&format!("<tr>{cells}</tr>\n"));
        }
        out.push_str("</tbody>\n</table>\n");
    }
}
