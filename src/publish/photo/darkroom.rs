//! All photographs of a catalogue, on all processors.
//!
//! In: paths of pictures and the cache. Out: a [`Photo`] or a [`Flaw`] for each, in their order. One that looks as it
//! did last time is not read, one whose content was met before is not made again. No more pictures are open at once
//! than there are processors. A broken one costs only itself; a cache that cannot be written ends the run.

use super::index::{Index, Look};
use super::kind::{HEAD, kind};
use super::{Cache, Flaw, HEAVIEST, develop, develop::stem};
use crate::catalog::Photo;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

type Result<T> = std::result::Result<T, Flaw>;

/// What the hands of one run share.
struct Room<'a> {
    cache: &'a Cache,
    /// As the last run left it.
    before: Index,
    now: Mutex<Index>,
    /// By content: each is worked on once, however many files have it.
    works: Mutex<HashMap<String, Arc<OnceLock<Result<Photo>>>>>,
    /// Why the cache cannot be written.
    trouble: Mutex<Option<io::Error>>,
}

/// Develop them all. `progress` is told how many are done, of how many. Fails only if the cache cannot be written.
pub fn develop_all(
    files: &[PathBuf],
    cache: &Cache,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> io::Result<Vec<Result<Photo>>> {
    let room = Room {
        cache,
        before: cache.index(),
        now: Mutex::default(),
        works: Mutex::default(),
        trouble: Mutex::default(),
    };
    let results: Vec<OnceLock<Result<Photo>>> = files.iter().map(|_| OnceLock::new()).collect();
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let hand = || {
        while let Some((path, place)) = files.iter().zip(&results).nth(next.fetch_add(1, Ordering::Relaxed)) {
            if open(&room.trouble).is_some() {
                return;
            }
            place.get_or_init(|| room.photo(path));
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
        }
    };
    let hands = thread::available_parallelism().map_or(1, usize::from).min(files.len());
    thread::scope(|scope| (0..hands).for_each(|_| drop(scope.spawn(hand))));
    if let Some(why) = room.trouble.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(why);
    }
    cache.keep_index(&open(&room.now))?;
    let lost = || Err(Flaw::Broken("the work on it stopped".into()));
    Ok(results.into_iter().map(|result| result.into_inner().unwrap_or_else(lost)).collect())
}

impl Room<'_> {
    fn photo(&self, path: &Path) -> Result<Photo> {
        let look = Look::of(&fs::metadata(path).map_err(unread)?);
        let name = path.to_string_lossy().into_owned();
        let known = self.before.stem(&name, look).and_then(|stem| self.cache.finished(stem));
        let photo = match known {
            Some(photo) => photo,
            None => {
                let bytes = read(path, look.size)?;
                let stem = stem(&bytes);
                let work = open(&self.works).entry(stem.clone()).or_default().clone();
                work.get_or_init(|| self.cache.finished(&stem).map_or_else(|| self.make(&bytes), Ok)).clone()?
            }
        };
        open(&self.now).enter(name, look, &photo.stem);
        Ok(photo)
    }

    /// Develop it, and keep what came out. A decoder that panics has met a broken picture.
    fn make(&self, bytes: &[u8]) -> Result<Photo> {
        let made = catch_unwind(AssertUnwindSafe(|| develop(bytes)));
        let made = made.unwrap_or_else(|_| Err(Flaw::Broken("the decoder gave up".into())))?;
        if let Err(why) = self.cache.keep(&made) {
            let flaw = unread(io::Error::new(why.kind(), why.to_string()));
            open(&self.trouble).get_or_insert(why);
            return Err(flaw);
        }
        Ok(made.photo)
    }
}

/// The whole file, unless its beginning or its size already forbids.
fn read(path: &Path, size: u64) -> Result<Vec<u8>> {
    let mut file = File::open(path).map_err(unread)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(HEAVIEST)).unwrap_or_default());
    file.by_ref().take(HEAD as u64).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() >= HEAD {
        kind(&bytes).map_err(Flaw::Foreign)?;
    }
    if size > HEAVIEST {
        return Err(Flaw::Heavy(size));
    }
    file.take(HEAVIEST).read_to_end(&mut bytes).map_err(unread)?;
    Ok(bytes)
}

fn unread(why: io::Error) -> Flaw {
    Flaw::Unread(why.to_string())
}

fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
