//! `ocop serve`: a folder previewed while one works on it, or a built site shown as it is.

use super::args::Serve;
use super::brake::Brake;
use super::check::tell_errors;
use super::out::Out;
use super::{Stop, build};
use crate::catalog::Text;
use crate::publish::{self, Attempt, Options, ServeFault, Shell, clock, report};
use serde_json::json;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Serve until Ctrl-C.
pub fn run(serve: &Serve, out: &Out) -> Result<(), Stop> {
    let folder = &serve.folder;
    let started = |address: SocketAddr| {
        let address = format!("http://{address}/");
        if out.json {
            out.object(true, json!({ "address": address }));
        } else {
            out.print(&format!("{address}\n"));
        }
        if serve.open {
            open(&address);
        }
    };
    if folder.join(publish::ABOUT).is_file() {
        live(serve, out, started)
    } else {
        publish::serve(folder, serve.port, started).map_err(|fault| told(fault, folder))
    }
}

fn live(serve: &Serve, out: &Out, started: impl FnOnce(SocketAddr)) -> Result<(), Stop> {
    let shell = build::shell(serve.shell.as_deref())?;
    let place = tempfile::Builder::new().prefix("ocop-preview-").tempdir().map_err(Stop::run)?;
    let site = place.path().join("site");
    let (folder, aside) = (serve.folder.clone(), out.aside());
    let brake = Brake::default();
    let own = brake.clone();
    let build = move |site: &Path| attempt(&folder, site, &shell, &aside, &own);
    let served = publish::preview(&serve.folder, &site, serve.port, build, started);
    // Nobody writes into the temporary place any more, or it could not be removed.
    let left = brake.pull();
    let removed = place.close().map_err(Stop::run);
    drop(left);
    served.map_err(|fault| told(fault, &serve.folder)).and(removed)
}

/// Build once more; what came of it is told on the screen and to the pages.
fn attempt(folder: &Path, site: &Path, shell: &Shell, out: &Out, brake: &Brake) -> Attempt {
    let cache = publish::cache(folder);
    let progress = out.progress();
    let checked = publish::check(folder, &cache, None, &|done, all| progress.photos(done, all));
    let (report, mut said) = (checked.report, String::new());
    let mut good = false;
    let _making = brake.making();
    if let Some(sheets) = checked.sheets.as_ref().filter(|_| !brake.pulled()) {
        let options = Options { today: clock::today(clock::UNKNOWN), press: false };
        match publish::make(sheets, &cache, shell, site, &options, &|step| progress.built(step) && !brake.pulled()) {
            Ok(_) => good = true,
            Err(e) => said = out.word(&e.said()).to_owned(),
        }
    }
    drop(progress);
    tell_errors(&report, out);
    let summary = report::summary(&report);
    if said.is_empty() {
        said = out.word(&summary).to_owned();
    }
    out.note(&Text { vi: said.clone(), en: said.clone() });
    Attempt { good, line: if good { String::new() } else { said }, page: report::html(&report, out.lang) }
}

fn told(fault: ServeFault, folder: &Path) -> Stop {
    let shown = slash(folder);
    match fault {
        ServeFault::NoSite(_) => Stop::Run(Text {
            vi: format!("{shown}: không có catalog.toml (thư mục dữ liệu) cũng không có index.html (trang đã dựng)"),
            en: format!("{shown}: there is neither catalog.toml (a catalogue) nor index.html (a built website)"),
        }),
        ServeFault::Taken(port) => Stop::Run(Text {
            vi: format!("cổng {port} đang có chương trình khác dùng; thử --port 0 để máy tự chọn cổng trống"),
            en: format!("port {port} is taken by another program; --port 0 takes a free one"),
        }),
        ServeFault::System(e) => Stop::run(e),
    }
}

/// Ask the system to show an address; where it cannot, the address stands on the screen.
fn open(address: &str) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("cmd", &["/c", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let quiet = Command::new(program).args(first).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    drop(quiet);
}

/// A path as a part of a command: in quotation marks where blanks would part it.
pub fn typed(path: &Path) -> String {
    let shown = slash(path);
    if shown.contains(|c: char| c.is_whitespace() || "()&;'".contains(c)) { format!("\"{shown}\"") } else { shown }
}

/// A path as it is typed, without a slash at its end.
pub fn slash(path: &Path) -> String {
    path.display().to_string().trim_end_matches(['/', '\\']).to_owned()
}
