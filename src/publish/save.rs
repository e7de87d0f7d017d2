//! Files put in place whole or not at all.
//!
//! In: paths and contents. Out: files; one whose content is the same is left alone, so that its date stays.
//! A new content is written beside the file first and then renamed onto it.

use std::fs;
use std::io;
use std::path::Path;

/// Put that content there; true if the file was not so already.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(false);
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    fs::write(&beside, content)?;
    fs::rename(&beside, path).inspect_err(|_| drop(fs::remove_file(&beside)))?;
    Ok(true)
}
