//! What a site of ours is made of: path, size and content hash of every file, kept in its mark.
//!
//! In: the site that stands. Out: which of its files are the same as new ones, so that they need not be written and
//! pressed again. A file that someone has touched since is not trusted.

use super::stage::{FIRST, MARK};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Print {
    hash: u128,
    size: u64,
}

impl Print {
    pub(super) fn of(content: &[u8]) -> Print {
        let hash = Sha256::digest(content).iter().take(16).fold(0, |sum, byte| sum << 8 | u128::from(*byte));
        Print { hash, size: content.len() as u64 }
    }

    /// As 32 hexadecimal digits.
    pub(super) fn hex(self) -> String {
        format!("{:032x}", self.hash)
    }

    pub(super) fn size(self) -> u64 {
        self.size
    }

    pub(super) fn is_long(self, size: u64) -> bool {
        self.size == size
    }
}

/// A file, and which pressed forms stand beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    pub(super) print: Print,
    pub(super) brotli: bool,
    pub(super) gzip: bool,
}

/// All files of a site, in order.
pub(super) type Entries = BTreeMap<String, Entry>;

/// As it stands in the mark, after its first line. `press` names how files were pressed.
pub(super) fn written(press: &str, entries: &Entries) -> String {
    let mut out = format!("{press}\n");
    for (path, e) in entries {
        let forms = match (e.brotli, e.gzip) {
            (true, true) => "bg",
            (true, false) => "b",
            (false, true) => "g",
            (false, false) => "-",
        };
        let _ = writeln!(out, "{} {} {forms} {path}", e.print.hex(), e.print.size);
    }
    out
}

/// The site that stands.
#[derive(Debug)]
pub(super) struct Old {
    pub(super) root: PathBuf,
    pub(super) press: String,
    pub(super) entries: HashMap<String, Entry>,
    since: SystemTime,
}

impl Old {
    /// Read its mark; none if there is no site, or one that was never finished.
    pub(super) fn read(root: &Path) -> Option<Old> {
        let mark = root.join(MARK);
        let since = fs::metadata(&mark).and_then(|m| m.modified()).ok()?;
        let text = fs::read_to_string(&mark).ok()?;
        let mut lines = text.lines();
        if lines.next() != Some(FIRST) {
            return None;
        }
        let press = lines.next()?.to_string();
        Some(Old { root: root.into(), press, entries: lines.filter_map(entry).collect(), since })
    }

    /// The entry of a file that stands there unchanged.
    pub(super) fn same(&self, path: &str, print: Print) -> Option<Entry> {
        let entry = self.entries.get(path).copied().filter(|e| e.print == print)?;
        let file = fs::symlink_metadata(self.root.join(path)).ok()?;
        let untouched = file.is_file() && file.len() == print.size && file.modified().is_ok_and(|at| at <= self.since);
        untouched.then_some(entry)
    }

    /// Whether we have put that file there.
    pub(super) fn knows(&self, path: &str) -> bool {
        let form = |end, has: fn(&Entry) -> bool| {
            path.strip_suffix(end).and_then(|path| self.entries.get(path)).is_some_and(has)
        };
        path == MARK || self.entries.contains_key(path) || form(".br", |e| e.brotli) || form(".gz", |e| e.gzip)
    }
}

fn entry(line: &str) -> Option<(String, Entry)> {
    let mut parts = line.splitn(4, ' ');
    let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
    let size = parts.next()?.parse().ok()?;
    let forms = parts.next()?;
    let (brotli, gzip) = (forms.contains('b'), forms.contains('g'));
    Some((parts.next()?.to_string(), Entry { print: Print { hash, size }, brotli, gzip }))
}
