//! The photographs of a folder of sheets, put to its products.
//!
//! In: what the sheets say, their folder with `photos/` in it, the cache. Out: the same products and details with their
//! photographs, and a [`Fault`] for whatever is wrong. It writes nothing but the cache.

use super::{Cache, FOLDER, gather};
use crate::publish::{Fault, Sheets};
use std::io;
use std::path::Path;

/// Find and develop all photographs, and give each product its own. `progress` is told how many are done, of how many.
/// Fails only if the cache cannot be written.
pub fn attach(
    sheets: &mut Sheets,
    folder: &Path,
    cache: &Cache,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> io::Result<Vec<Fault>> {
    let gathered = gather(&folder.join(FOLDER), &sheets.claims(), cache, progress)?;
    let places = sheets.catalog.products.iter_mut().zip(&mut sheets.details);
    for ((product, detail), photos) in places.zip(gathered.photos) {
        product.photo = photos.first().cloned();
        detail.photos = photos;
    }
    Ok(gathered.findings.iter().map(super::Finding::fault).collect())
}
