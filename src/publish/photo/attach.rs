//! The photographs of a folder of sheets, put to its products.
//!
//! In: what the sheets say, their folder with `photos/` in it, the cache. Out: the same products and details with their
//! photographs, and a [`Fault`] for whatever is wrong. It writes nothing but the cache.

use super::find::{Blame, Claim};
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
    let claims: Vec<Claim> = sheets
        .catalog
        .products
        .iter()
        .zip(&sheets.pictures)
        .map(|(product, named)| Claim {
            slug: product.slug.clone(),
            name: product.name.vi.clone(),
            files: named.iter().map(|picture| picture.name.clone()).collect(),
            blame: named.first().map(|picture| blame(picture.error(("", "")))).unwrap_or_default(),
        })
        .collect();
    let gathered = gather(&folder.join(FOLDER), &claims, cache, progress)?;
    let places = sheets.catalog.products.iter_mut().zip(&mut sheets.details);
    for ((product, detail), photos) in places.zip(gathered.photos) {
        product.photo = photos.first().cloned();
        detail.photos = photos;
    }
    Ok(gathered.findings.iter().map(super::Finding::fault).collect())
}

/// Where a fault stands.
fn blame(fault: Fault) -> Blame {
    Blame { file: fault.file, sheet: fault.sheet, row: fault.row, column: fault.column }
}
