//! `ocop build`: check, then write the whole site.

use super::Stop;
use super::args::Build;
use super::brake::Brake;
use super::check::{tell_errors, there};
use super::out::Out;
use super::serve::{slash, typed};
use crate::catalog::Text;
use crate::publish::report::{self, both, summary};
use crate::publish::{self, Built, Fault, Obstacle, Options, Said, Shell, clock};
use serde_json::json;
use std::path::Path;

/// Build it.
pub fn run(build: &Build, out: &Out) -> Result<(), Stop> {
    there(&build.folder)?;
    apart(&build.folder, &build.out)?;
    let (folder, cache) = (&build.folder, publish::cache(&build.folder));
    let brake = Brake::at_signals(out, stopped(&build.out));
    let progress = out.progress();
    let checked = publish::check(folder, &cache, None, &|done, all| progress.photos(done, all));
    let mut members = report::json(&checked.report);
    members["out"] = json!(slash(&build.out));
    let Some(sheets) = checked.sheets else {
        drop(progress);
        tell_errors(&checked.report, out);
        let said = summary(&checked.report);
        let (vi, en) = (format!("{} Chưa ghi gì cả.", said.vi), format!("{} Nothing was written.", said.en));
        eprintln!("{}", out.word(&Text { vi, en }));
        out.object(false, members);
        return Err(Stop::Faults);
    };
    let lost = publish::forgotten(&sheets, &build.out);
    let options = Options { today: clock::today(clock::UNKNOWN), press: true };
    let shell = shell(build.shell.as_deref())?;
    let making = brake.making();
    let go_on = |step| progress.built(step) && !brake.pulled();
    let built = publish::make(&sheets, &cache, &shell, &build.out, &options, &go_on);
    drop(progress);
    let built = built.map_err(|e| ended(e, &build.out))?;
    sheets.keep_register(folder).map_err(Stop::at(folder))?;
    let lacks: Vec<Said> = built.warnings.iter().map(Fault::said).collect();
    lacks.iter().for_each(|lack| out.note(lack));
    if let Some(first) = lost.first() {
        let (n, site) = (lost.len(), slash(&build.out));
        out.note(&Text {
            vi: format!(
                "{n} địa chỉ có trong trang cũ ở {site} nay không còn, như {first}: sổ slugs.csv không biết chúng, mã QR đã in dẫn vào \
                 chỗ trống. Nếu slugs.csv đã mất, lấy lại bản cũ rồi dựng lại."
            ),
            en: format!(
                "{n} addresses of the earlier site in {site} are no more, such as {first}: slugs.csv does not know them, printed QR \
                 codes lead to nothing. If slugs.csv was lost, take back the one of before and build again."
            ),
        });
    }
    // What follows for printed codes is said here, too: it is not asked again once the register has the new names.
    sheets.addresses.iter().for_each(|fault| out.note(&fault.said()));
    told(&built, &summary(&checked.report), build, out);
    members["pages"] = json!(built.pages);
    members["files"] = json!(built.files);
    members["reused"] = json!(built.reused);
    members["lacks"] = lacks.iter().map(both).collect();
    out.object(true, members);
    drop(making);
    Ok(())
}

/// Why a site was not made.
pub fn ended(obstacle: Obstacle, site: &Path) -> Stop {
    Stop::Run(match obstacle {
        Obstacle::Stopped => stopped(site),
        other => other.said(),
    })
}

/// It was told to end before the new site stood.
pub fn stopped(site: &Path) -> Text<String> {
    let shown = slash(site);
    match site.join("index.html").is_file() {
        true => Text {
            vi: format!("đã dừng; trang cũ ở {shown} vẫn còn nguyên"),
            en: format!("stopped; the website in {shown} still stands as it was"),
        },
        false => Text {
            vi: format!("đã dừng; chưa ghi gì vào {shown}"),
            en: format!("stopped; nothing was written to {shown}"),
        },
    }
}

/// A site may stand in the folder of its sheets, where nothing reads it, but not among the photographs, nor in their place.
fn apart(folder: &Path, out: &Path) -> Result<(), Stop> {
    let whole = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).map_err(Stop::at(path));
    let (home, mut site) = (whole(folder)?, whole(out)?);
    // What is not there yet stands in a folder that is.
    if let Some((above, rest)) =
        site.ancestors().find_map(|a| Some((a.canonicalize().ok()?, site.strip_prefix(a).ok()?)))
    {
        site = above.join(rest);
    }
    let taken = [publish::photo::FOLDER, ".ocop"].map(|name| home.join(name));
    if site != home && !taken.iter().any(|folder| site.starts_with(folder)) {
        return Ok(());
    }
    let (folder, shown) = (slash(folder), slash(out));
    Err(Stop::Run(Text {
        vi: format!("{shown}: chỗ này chứa bảng và ảnh của danh mục {folder}; hãy chọn thư mục khác cho trang"),
        en: format!("{shown}: sheets and photographs of {folder} stand there; name another folder for the website"),
    }))
}

fn told(built: &Built, summary: &Said, build: &Build, out: &Out) {
    let Built { pages, files, reused, .. } = built;
    let (folder, site) = (typed(&build.folder), slash(&build.out));
    out.note(&Text {
        vi: format!("{} Xem chi tiết: ocop check {folder}", summary.vi),
        en: format!("{} For details: ocop check {folder}", summary.en),
    });
    out.done(&Text {
        vi: format!("{site}: {pages} trang, {files} tệp, {reused} tệp giữ nguyên. Tải cả thư mục này lên máy chủ."),
        en: format!("{site}: {pages} pages, {files} files, {reused} of them as before. Upload this folder as it is."),
    });
}

/// The shell in that folder, else the one inside this command.
pub fn shell(folder: Option<&Path>) -> Result<Shell, Stop> {
    let shell = match folder {
        Some(folder) => Shell::read(folder),
        None => Shell::own().ok_or(publish::Obstacle::NoShell { path: None }),
    };
    shell.map_err(|e| Stop::Run(e.said()))
}
