//! Finished photographs, kept from one run to the next.
//!
//! In: copies that were made. Out: the same, and their files in a site. `{stem}.photo` is written last and lists the
//! sizes of the others: without it, or if one differs, the photograph is not there. Everything is written beside and
//! renamed, so that a killed run leaves no half file under a good name. Runs at once share the folder, since the same
//! name always has the same content; only a run that is alone removes anything.

use super::Developed;
use super::index::Index;
use crate::catalog::Photo;
use crate::publish::save::replace;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

const INDEX: &str = "index.csv";
const LOCK: &str = "lock";

/// A folder of finished photographs.
pub struct Cache {
    folder: PathBuf,
    /// Held while this run uses the folder; none where the system has no locks, and then nothing is ever removed.
    lock: Option<File>,
}

impl Cache {
    /// Use that folder, which is made if it is not there.
    pub fn open(folder: &Path) -> io::Result<Cache> {
        fs::create_dir_all(folder)?;
        let lock = File::options().create(true).append(true).open(folder.join(LOCK))?;
        let lock = lock.lock_shared().is_ok().then_some(lock);
        Ok(Cache { folder: folder.to_owned(), lock })
    }

    pub(super) fn index(&self) -> Index {
        Index::read(&self.folder.join(INDEX))
    }

    pub(super) fn keep_index(&self, index: &Index) -> io::Result<()> {
        index.write(&self.folder.join(INDEX))
    }

    fn record(&self, stem: &str) -> PathBuf {
        self.folder.join(format!("{stem}.photo"))
    }

    /// Keep what was made.
    pub(super) fn keep(&self, made: &Developed) -> io::Result<()> {
        let photo = &made.photo;
        let mut record = format!("{} {} {}", photo.width, photo.height, photo.tint);
        for name in photo.files() {
            let content = made.copies.get(&name).map_or(&[][..], Vec::as_slice);
            replace(&self.folder.join(name), content)?;
            record += &format!(" {}", content.len());
        }
        replace(&self.record(&photo.stem), record.as_bytes()).map(drop)
    }

    /// The photograph of that stem, if all its files are there.
    pub(super) fn finished(&self, stem: &str) -> Option<Photo> {
        let record = fs::read_to_string(self.record(stem)).ok()?;
        let mut words = record.split(' ');
        let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let photo = Photo { stem: stem.into(), width, height, tint: words.next()?.into() };
        let mut whole = |name: String| {
            let size = words.next().and_then(|size| size.parse::<u64>().ok());
            size.is_some_and(|size| size_of(&self.folder.join(name)) == Some(size))
        };
        photo.files().into_iter().all(&mut whole).then_some(photo)
    }

    /// Put the files of these photographs into a folder of the site: as a further name of the same content where the
    /// system can, as a copy elsewhere. How many were not there yet.
    pub fn place<'a>(&self, photos: impl IntoIterator<Item = &'a Photo>, folder: &Path) -> io::Result<usize> {
        fs::create_dir_all(folder)?;
        let names: HashSet<String> = photos.into_iter().flat_map(Photo::files).collect();
        let mut new = 0;
        for name in names {
            let (from, to) = (self.folder.join(&name), folder.join(&name));
            // a name stands for a content: one that is there in the same size is the same
            if size_of(&to).is_some_and(|size| size_of(&from) == Some(size)) {
                continue;
            }
            if fs::hard_link(&from, &to).is_err() {
                replace(&to, &fs::read(&from)?)?;
            }
            new += 1;
        }
        Ok(new)
    }

    /// Leave the folder, after removing what none of these photographs needs; how many files went. Nothing goes while
    /// another run uses it.
    pub fn close<'a>(self, used: impl IntoIterator<Item = &'a Photo>) -> io::Result<usize> {
        // held to the end: whoever opens the folder meanwhile waits
        if self.lock.as_ref().is_none_or(|lock| lock.try_lock().is_err()) {
            return Ok(0);
        }
        let used: HashSet<&str> = used.into_iter().map(|photo| photo.stem.as_str()).collect();
        let mut gone = 0;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let stem = name.split(['-', '.']).next().unwrap_or_default();
            if name != INDEX && name != LOCK && (!used.contains(stem) || name.ends_with(".new")) {
                fs::remove_file(entry.path())?;
                gone += 1;
            }
        }
        Ok(gone)
    }
}

fn size_of(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().map(|about| about.len())
}
