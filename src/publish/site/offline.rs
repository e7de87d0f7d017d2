//! What a device needs to keep the site whole without a network: frames for its pages, the list of all files, the worker.
//!
//! In: the files of a site as they were written. Out: `offline/`, `offline.txt` and `sw.js`. Not in the list are pages of
//! the catalogue, of which there are thousands: the program draws each of them in one of two frames. Pages with programs
//! of their own are in it, and so is all that any page shows or hands out; what only crawlers and hosts read is not.
//! Ordinary visitors fetch nothing of this.

use super::Obstacle;
use super::card::PREVIEW;
use super::pages::Pages;
use super::shell::Shell;
use super::writer::Writer;
use crate::offline::{File, HASH, LIST, List, WORKER};
use crate::route::Lang;
use sha2::{Digest, Sha256};
use std::cmp::Reverse;

/// Where the worker's version is written.
const VERSION: &str = "const VERSION = \"";

/// Write them; the files of the site come before.
pub(super) fn put(writer: &Writer<'_>, shell: &Shell, pages: &Pages<'_>) -> Result<(), Obstacle> {
    for lang in Lang::ALL {
        writer.put(&format!("offline/{}.html", lang.code()), pages.waiting(lang).as_bytes())?;
    }
    if let Some(script) = tend(shell) {
        writer.put("offline/tend.js", script.as_bytes())?;
    }
    let apart = pages.apart();
    let mut files = Vec::new();
    for (path, print) in writer.prints() {
        if kept(&path, &apart) {
            let large = || Obstacle::Shell { file: path.clone(), lacks: "less than 4 GB".into() };
            let size = u32::try_from(print.size()).map_err(|_| large())?;
            files.push(File { hash: print.hex(), size, path });
        }
    }
    // Programs first, the catalogue, pictures last; within each what is large first: the end then comes as expected.
    files.sort_by_cached_key(|file| (file.kind(), Reverse(file.size), file.path.clone()));
    let day = pages.site().catalog.about.as_of;
    let list = List { day: day.iso(), files }.write();
    writer.put(LIST, list.as_bytes())?;
    let lost = || Obstacle::Shell { file: WORKER.into(), lacks: VERSION.into() };
    if shell.files.contains_key(WORKER) {
        writer.put(WORKER, worker_of(shell.text(WORKER)?, &version_of(&list)).ok_or_else(lost)?.as_bytes())?;
    }
    Ok(())
}

/// Whether a device needs the file.
fn kept(path: &str, apart: &[String]) -> bool {
    let end = path.rsplit('.').next().unwrap_or_default();
    let top = !path.contains('/');
    match path.split('/').next() {
        Some("catalog") => !path.starts_with(PREVIEW) && !path.starts_with("catalog/feed-"),
        Some("fonts") => end == "woff2",
        Some("swatch" | "offline") => true,
        _ if top => matches!(end, "css" | "js" | "wasm" | "svg" | "png" | "webmanifest"),
        _ => apart.iter().any(|own| own == path),
    }
}

/// The version that a list tells of: the hash of all of it.
pub fn version_of(list: impl AsRef<[u8]>) -> String {
    Sha256::digest(list.as_ref()).iter().take(HASH / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// The worker of that version; none if the script has no place for it.
pub fn worker_of(script: &str, version: &str) -> Option<String> {
    let (before, rest) = script.split_once(VERSION)?;
    let (_, after) = rest.split_once('"')?;
    Some([before, VERSION, version, "\"", after].concat())
}

/// What starts the program that looks after versions; none if the shell has no such program.
fn tend(shell: &Shell) -> Option<String> {
    let named = |end: &str| shell.files.keys().find(|name| name.starts_with("tend-") && name.ends_with(end));
    let (program, script) = (named("_bg.wasm")?, named(".js")?);
    Some(format!(
        "import start from \"../{script}\";\nstart({{ module_or_path: new URL(\"../{program}\", import.meta.url) }});\n"
    ))
}
