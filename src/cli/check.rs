//! `ocop check`: everything wrong or missing, all at once.

use super::Stop;
use super::args::{Check, Format};
use super::out::Out;
use super::serve::{slash, typed};
use crate::catalog::{Date, Text, When};
use crate::publish::report::{self, Report, summary};
use crate::publish::{self, Fault};
use std::path::Path;

/// Look through the folder and tell.
pub fn run(check: &Check, out: &Out) -> Result<(), Stop> {
    let day = check.on.as_deref().map(day).transpose()?;
    there(&check.folder)?;
    let progress = out.progress();
    let photos = |done, all| progress.photos(done, all);
    let mut report = publish::check(&check.folder, &publish::cache(&check.folder), day, &photos).report;
    drop(progress);
    if let Some(name) = &check.producer {
        report.only(name);
    }
    let clean = if check.strict { report.clean() } else { report.errors() == 0 };
    let format = if out.json && check.format == Format::Text { Format::Json } else { check.format };
    let content = match format {
        Format::Text => report::text(&report, out.lang, check.all).into_bytes(),
        Format::Csv => report::csv(&report, out.lang),
        Format::Html => report::html(&report, out.lang).into_bytes(),
        Format::Json => out.whole(clean, report::json(&report)).into_bytes(),
    };
    match &check.out {
        None => out.print_bytes(&content),
        Some(file) => {
            free(file)?;
            publish::replace(file, &content).map_err(Stop::at(file))?;
            let (said, shown) = (summary(&report), slash(file));
            out.note(&Text {
                vi: format!("{} Đã ghi {shown}.", said.vi),
                en: format!("{} Written to {shown}.", said.en),
            });
        }
    }
    if clean { Ok(()) } else { Err(Stop::Faults) }
}

/// A report takes the place of an earlier report only, never of a clerk's own file.
fn free(file: &Path) -> Result<(), Stop> {
    if Report::may_stand(file) {
        return Ok(());
    }
    let shown = slash(file);
    Err(Stop::Run(Text {
        vi: format!("đã có tệp {shown}, không phải báo cáo của ocop, nên được giữ nguyên; hãy chọn tên khác"),
        en: format!("there is a file {shown} that is no report of ocop, and it was left alone; choose another name"),
    }))
}

/// What is no folder, or an empty one, is no fault of its content.
pub fn there(folder: &Path) -> Result<(), Stop> {
    let (shown, typed) = (slash(folder), typed(folder));
    if folder.is_file() {
        return Err(Stop::Run(Text {
            vi: format!(
                "{shown} là một tệp; cần thư mục của danh mục: ocop new THƯ-MỤC, rồi chép tệp này vào đó với tên products.xlsx (.xls, .ods, .csv)"
            ),
            en: format!(
                "{shown} is a file; expected the folder of a catalogue: ocop new FOLDER, then copy this file into it as products.xlsx (.xls, .ods, .csv)"
            ),
        }));
    }
    if publish::taken(folder).is_ok_and(|first| first.is_none()) {
        return Err(Stop::Run(Text {
            vi: format!("thư mục {shown} còn trống; để có các tệp mẫu trong đó: ocop new {typed}"),
            en: format!("the folder {shown} is empty; to fill it with the files of a catalogue: ocop new {typed}"),
        }));
    }
    if folder.is_dir() {
        return Ok(());
    }
    Err(Stop::Run(Text {
        vi: format!("không có thư mục {shown}; tạo mới: ocop new {typed}"),
        en: format!("there is no folder {shown}; to make one: ocop new {typed}"),
    }))
}

fn day(text: &str) -> Result<Date, Stop> {
    match When::parse(text) {
        Some(When::Day(day)) => Ok(day),
        _ => Err(Stop::Run(Text {
            vi: format!("--on '{text}': cần ngày dạng ngày/tháng/năm, như 25/11/2026"),
            en: format!("--on '{text}': expected a day as D/M/YYYY, such as 25/11/2026"),
        })),
    }
}

/// Faults one by one, on standard error.
pub fn tell(faults: &[Fault], out: &Out) {
    faults.iter().for_each(|fault| eprintln!("{}: {}", fault.severity.told(out.lang), fault.told(out.lang)));
}

/// Errors of a report one by one, then how it stands.
pub fn tell_errors(report: &Report, out: &Out) {
    let errors =
        report.faults.iter().map(|told| &told.fault).filter(|fault| fault.severity == publish::Severity::Error);
    tell(&errors.cloned().collect::<Vec<_>>(), out);
}
