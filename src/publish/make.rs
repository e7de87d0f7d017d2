//! A folder that was looked through becomes a site.
//!
//! In: [`Sheets`] without errors, the cache its photographs were developed into, the shell. Out: preview pictures, and the
//! whole site in its folder, by [`build`]. The register of addresses is kept only once the site stands.

use super::folder::Sheets;
use super::photo::Cache;
use super::preview::{self, Made};
use super::site::{Built, Content, Obstacle, Options, Part, Progress, Ready, Shell, Step, build};
use crate::catalog::Date;
use crate::view::photo_address;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

/// Build the site of these sheets into `out`.
pub fn make(
    sheets: &Sheets,
    cache: &Path,
    shell: &Shell,
    out: &Path,
    options: &Options,
    progress: &Progress<'_>,
) -> Result<Built, Obstacle> {
    let names: BTreeSet<String> = sheets.details.iter().flat_map(|d| &d.photos).flat_map(|p| p.files()).collect();
    let ready = |name: String| Ready { path: photo_address(&name), from: cache.join(name) };
    let mut made = previews(sheets, cache, options.today, progress)?;
    made.files.extend(names.into_iter().map(ready));
    let (catalog, details) = (&sheets.catalog, sheets.details.as_slice());
    let content = Content { catalog, details, files: &made.files, cards: &made.cards };
    let built = build(&content, shell, out, options, progress)?;
    if cache.is_dir() {
        // What no product shows any more goes; where it cannot, it only takes room.
        let _ = Cache::open(cache).and_then(|cache| cache.close(details.iter().flat_map(|d| &d.photos)));
    }
    Ok(built)
}

/// Preview pictures of a site whose address is known; others could not name them. They are kept beside the photographs.
fn previews(sheets: &Sheets, cache: &Path, today: Date, progress: &Progress<'_>) -> Result<Made, Obstacle> {
    if sheets.catalog.about.home.is_empty() {
        return Ok(Made::default());
    }
    let tell = |done, all| progress(Step { part: Part::Previews, done, all });
    let folder = cache.with_file_name("previews");
    preview::make(&sheets.catalog, today, &folder, cache, &tell).map_err(|reason| match reason.kind() {
        ErrorKind::Interrupted => Obstacle::Stopped,
        _ => Obstacle::File { path: folder.clone(), reason },
    })
}
