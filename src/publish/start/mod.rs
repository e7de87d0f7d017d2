//! A new catalogue: a folder to fill in, with everything explained inside it.
//!
//! In: the name of a folder that is empty or not there. Out: `catalog.toml`, `products.xlsx`, `photos/` and how to go on,
//! in Vietnamese and English. Nothing is ever overwritten. The workbook holds no product: examples stand on its sheet of
//! explanations, which is not read, so that none is published by mistake.

mod book;

pub use book::OWN_SHEETS;

use super::clock::{UNKNOWN, today};
use super::photo::FOLDER;
use std::fs;
use std::io;
use std::path::Path;
use thiserror::Error;

/// Why no folder was made.
#[derive(Debug, Error)]
pub enum StartFault {
    /// Something stands there already.
    #[error("the folder holds '{0}'")]
    Taken(String),
    /// The system refused.
    #[error(transparent)]
    System(#[from] io::Error),
    /// The workbook could not be made.
    #[error("products.xlsx: {0}")]
    Workbook(String),
}

const ABOUT: &str = include_str!("catalog.toml");
const VIETNAMESE: &str = include_str!("HUONG-DAN.md");
const ENGLISH: &str = include_str!("README.md");
const PICTURES: &str = include_str!("photos.txt");

/// The name of something in that folder; none if it is empty. Files that belong to no one, such as a desktop's own, do not
/// count.
pub fn taken(folder: &Path) -> io::Result<Option<String>> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if ![".DS_Store", "desktop.ini", "Thumbs.db"].contains(&name.as_str()) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Make the folder; the names of what was written.
pub fn start(folder: &Path) -> Result<Vec<&'static str>, StartFault> {
    match taken(folder) {
        Ok(None) => {}
        Ok(Some(name)) => return Err(StartFault::Taken(name)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => fs::create_dir_all(folder)?,
        Err(e) => return Err(e.into()),
    }
    let day = today(UNKNOWN);
    let about = ABOUT.replace("{day}", &format!("{}/{}/{}", day.day, day.month, day.year));
    let book = book::workbook(day).map_err(|e| StartFault::Workbook(e.to_string()))?;
    fs::create_dir(folder.join(FOLDER))?;
    let files: [(&str, &[u8]); 5] = [
        ("catalog.toml", about.as_bytes()),
        ("products.xlsx", &book),
        ("photos/CACH-DAT-TEN.txt", PICTURES.as_bytes()),
        ("HUONG-DAN.md", VIETNAMESE.as_bytes()),
        ("README.md", ENGLISH.as_bytes()),
    ];
    for (name, content) in files {
        fs::write(folder.join(name), content)?;
    }
    Ok(files.map(|file| file.0).to_vec())
}
