//! Files put in place whole or not at all.
//!
//! In: paths and contents. Out: files; one whose content is the same is left alone, so that its date stays.
//! A new content is written beside the file first and then renamed onto it.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What keeps the files apart that one run writes beside others at the same time.
static TURN: AtomicUsize = AtomicUsize::new(0);

/// Put that content there; true if the file was not so already.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(false);
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.{}.new", std::process::id(), TURN.fetch_add(1, Ordering::Relaxed)));
    let done = fs::write(&beside, content).and_then(|()| fs::rename(&beside, path));
    done.inspect_err(|_| drop(fs::remove_file(&beside)))?;
    Ok(true)
}
