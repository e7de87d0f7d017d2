//! A folder made beside the one it will replace, and put in its place at the end.
//!
//! In: where the site shall stand. Out: `SITE.PID.new` in the same folder to write into, and at the end that folder in
//! the site's place.
//!
//! What holds: until [`Stage::finish`] the site that stands there is not touched, whatever happens to this program.
//! On Linux and macOS the two folders change places in one step of the file system, so that there is a whole site at
//! every moment. Elsewhere, and on file systems that cannot do that, the old one is moved aside and the new one moved
//! in, two renames in a row: a program killed between them leaves `SITE.PID.old`, whole, and the next build moves it
//! back before it does anything else. What a killed build left is removed by the next one. A loss of power may lose
//! what the system had not yet written to the disk. Only folders with our mark in them, or empty ones, are replaced.

use super::Obstacle;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The file that says a folder is ours, and what we put into it.
pub(in crate::publish) const MARK: &str = ".ocop-site";
/// Its first line.
pub(super) const FIRST: &str = "ocop site 1";

/// A site in the making. Dropped before its end, it is gone.
#[derive(Debug)]
pub(super) struct Stage {
    /// Where the site will stand.
    pub(super) out: PathBuf,
    /// Where it is made.
    pub(super) new: PathBuf,
    /// Locked as long as someone works there.
    mark: Option<File>,
}

impl Stage {
    /// Clear up after builds that were killed, and begin.
    pub(super) fn open(out: &Path) -> Result<Stage, Obstacle> {
        let out = settled(out)?;
        recover(&out)?;
        allowed(&out)?;
        let new = beside(&out, std::process::id(), "new");
        fs::create_dir(&new).map_err(|e| Obstacle::file(&new, e))?;
        let path = new.join(MARK);
        let mark = File::create(&path).and_then(|mut mark| {
            let held = mark.try_lock();
            writeln!(mark, "{FIRST}")?;
            match held {
                Err(TryLockError::WouldBlock) => Err(io::ErrorKind::ResourceBusy.into()),
                // A file system without locks: two builds at once are the user's own affair.
                _ => Ok(mark),
            }
        });
        let mark = mark.map_err(|e| Obstacle::file(&path, e)).inspect_err(|_| drop(remove(&new)))?;
        Ok(Stage { out, new, mark: Some(mark) })
    }

    /// Note what was made, and put it in its place.
    pub(super) fn finish(mut self, ledger: &str) -> Result<(), Obstacle> {
        let path = self.new.join(MARK);
        let written = self.mark.as_mut().map_or(Ok(()), |mark| {
            mark.write_all(ledger.as_bytes())?;
            mark.sync_all()
        });
        written.map_err(|e| Obstacle::file(&path, e))?;
        allowed(&self.out)?;
        if cfg!(windows) {
            // Windows moves no folder in which a file is open.
            self.mark = None;
        }
        swap(&self.new, &self.out).map_err(|e| Obstacle::file(&self.out, e))
        // What was replaced stands in the place of the new one and goes with the stage.
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.mark = None;
        // What cannot be removed now is removed by the next build.
        let _ = remove(&self.new);
    }
}

/// The same place by its whole name, so that a link to a folder stays a link.
fn settled(out: &Path) -> Result<PathBuf, Obstacle> {
    if let Ok(whole) = out.canonicalize() {
        return Ok(whole);
    }
    let name = out.file_name().ok_or_else(|| Obstacle::NotOurs { path: out.into() })?;
    let above = match out.parent() {
        Some(above) if above != Path::new("") => above,
        _ => Path::new("."),
    };
    let whole = fs::create_dir_all(above).and_then(|()| above.canonicalize());
    Ok(whole.map_err(|e| Obstacle::file(above, e))?.join(name))
}

fn beside(out: &Path, process: u32, end: &str) -> PathBuf {
    let mut name = out.file_name().map_or_else(OsString::new, OsString::from);
    name.push(format!(".{process}.{end}"));
    out.with_file_name(name)
}

/// Whether a folder has our mark.
fn marked(folder: &Path) -> bool {
    let mut first = String::new();
    let file = File::open(folder.join(MARK));
    let read = file.and_then(|file| file.take(FIRST.len() as u64 + 1).read_to_string(&mut first));
    read.is_ok() && first.trim_end() == FIRST
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut all| all.next().is_none())
}

/// Nothing is replaced but what we have made.
fn allowed(out: &Path) -> Result<(), Obstacle> {
    match fs::symlink_metadata(out) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(Obstacle::file(out, e)),
        Ok(kind) if out.parent().is_some() && kind.is_dir() && (marked(out) || is_empty(out)) => Ok(()),
        Ok(_) => Err(Obstacle::NotOurs { path: out.into() }),
    }
}

/// Deal with what earlier builds of the same site have left.
fn recover(out: &Path) -> Result<(), Obstacle> {
    let (Some(name), Some(above)) = (out.file_name(), out.parent()) else {
        return Err(Obstacle::NotOurs { path: out.into() });
    };
    let name = name.to_string_lossy();
    for entry in fs::read_dir(above).map_err(|e| Obstacle::file(above, e))?.flatten() {
        let left = entry.file_name();
        let left = left.to_string_lossy();
        let Some((number, end)) = left.strip_prefix(&*name).and_then(|l| l.strip_prefix('.')?.split_once('.')) else {
            continue;
        };
        let ours = number.bytes().all(|b| b.is_ascii_digit()) && matches!(end, "new" | "old");
        let path = entry.path();
        if !ours || !(marked(&path) || is_empty(&path)) {
            continue;
        }
        let held =
            File::open(path.join(MARK)).is_ok_and(|mark| matches!(mark.try_lock(), Err(TryLockError::WouldBlock)));
        if held {
            return Err(Obstacle::Busy { path: out.into() });
        }
        let moved_back = end == "old" && !out.exists() && marked(&path);
        let done = if moved_back { fs::rename(&path, out) } else { remove(&path) };
        done.map_err(|e| Obstacle::file(&path, e))?;
    }
    Ok(())
}

/// Remove a folder of ours, its mark last, so that what is left of it is known again.
fn remove(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != MARK {
            fs::remove_file(entry.path())?;
        }
    }
    match fs::remove_file(folder.join(MARK)) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    fs::remove_dir(folder)
}

/// Put the new one in place; what stood there stands where the new one was.
fn swap(new: &Path, out: &Path) -> io::Result<()> {
    if fs::symlink_metadata(out).is_err() {
        return fs::rename(new, out);
    }
    if exchange(new, out) {
        return Ok(());
    }
    let old = beside(out, std::process::id(), "old");
    fs::rename(out, &old)?;
    fs::rename(new, out).inspect_err(|_| drop(fs::rename(&old, out)))?;
    fs::rename(&old, new)
}

/// Both at once, where the system can.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(new: &Path, out: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
