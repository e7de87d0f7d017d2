//! Waiting until somebody has saved something in a folder.
//!
//! In: a folder. Out: a return from [`Watch::wait`] after each change, once all is quiet. What counts is what stands
//! there (names, sizes, dates), not how it came: editors that write in place and such that put a new file in its place are the
//! same, reading is no change, and on shared drives, which send no signs, a look every two seconds does.
//! Hidden files, those that programs keep while a file is open (`~$products.xlsx`) and built sites are not looked at.

use crate::publish::site::MARK;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, SystemTime};

/// How often one looks without a sign.
const LOOK: Duration = Duration::from_secs(2);
/// So long nothing must change before it counts as saved.
const QUIET: Duration = Duration::from_millis(200);

/// What stands in a folder: sizes in bytes and dates.
type Sight = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// A folder being watched.
pub struct Watch {
    folder: PathBuf,
    seen: Sight,
    signs: Receiver<()>,
    /// Kept so that the signs never end, whatever becomes of the watcher.
    _own: SyncSender<()>,
    /// None where the system refuses one.
    _watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Begin: what is there now counts as seen.
    pub fn begin(folder: &Path) -> Watch {
        let (own, signs) = sync_channel(1);
        let sender = own.clone();
        let sign = move |_| {
            // A full channel already holds it.
            let _ = sender.try_send(());
        };
        let watcher = notify::recommended_watcher(sign).ok().and_then(|mut watcher| {
            watcher.watch(folder, RecursiveMode::Recursive).ok()?;
            Some(watcher)
        });
        Watch { folder: folder.to_owned(), seen: sight(folder), signs, _own: own, _watcher: watcher }
    }

    /// Return when something else stands there than at the last return.
    pub fn wait(&mut self) {
        loop {
            let _ = self.signs.recv_timeout(LOOK);
            let mut now = sight(&self.folder);
            if now == self.seen {
                // Signs of mere reading come by the dozen.
                std::thread::sleep(QUIET);
                continue;
            }
            loop {
                std::thread::sleep(QUIET);
                let next = sight(&self.folder);
                if next == now {
                    break;
                }
                now = next;
            }
            self.seen = now;
            return;
        }
    }
}

fn sight(folder: &Path) -> Sight {
    let mut all = Sight::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in fs::read_dir(&here).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if passing(&name.to_string_lossy()) {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.extend(Some(entry.path()).filter(|folder| !folder.join(MARK).exists()));
            } else if let Ok(about) = fs::metadata(entry.path()) {
                all.insert(entry.path(), (about.len(), about.modified().ok()));
            }
        }
    }
    all
}

/// Hidden, or kept by a program only while it works.
fn passing(name: &str) -> bool {
    let ends = ["~", ".tmp", ".TMP", ".swp", ".part", ".crdownload", ".new"];
    name.starts_with('.') || name.starts_with("~$") || ends.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_saved_is_seen() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("photos"))?;
        fs::write(path("products.xlsx"), "one")?;
        let first = sight(folder.path());
        for passing in ["~$products.xlsx", ".~lock.products.xlsx#", "products.xlsx~", "A1B2C3.tmp", ".products.csv.swp"]
        {
            fs::write(path(passing), "kept while it is open")?;
        }
        fs::read(path("products.xlsx"))?;
        fs::create_dir(path("site"))?;
        fs::write(path("site/.ocop-site"), "ocop site 1\n")?;
        fs::write(path("site/index.html"), "a site that was built here")?;
        assert_eq!(sight(folder.path()), first);
        fs::write(path("photos/a.jpg"), "a picture")?;
        let second = sight(folder.path());
        assert_ne!(second, first);
        fs::write(path("other"), "another")?;
        fs::rename(path("other"), path("products.xlsx"))?;
        assert_ne!(sight(folder.path()), second);
        fs::remove_file(path("photos/a.jpg"))?;
        fs::write(path("products.xlsx"), "one")?;
        assert_eq!(sight(folder.path()).len(), first.len());
        Ok(())
    }
}
