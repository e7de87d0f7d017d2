//! The photographs of a catalogue, from its folder to its products.
//!
//! In: the folder `photos/`, what the rows name, the cache. Out: for each product its photographs, the first one first,
//! and all that is wrong, by file. It only joins what `find` and `darkroom` do, and judges what is too small for paper.

use super::find::{Claim, Finding, find, path};
use super::{Cache, Flaw, PRINT, develop_all};
use crate::catalog::Photo;
use std::io;
use std::path::Path;

/// Photographs of products.
#[derive(Debug)]
pub struct Gathered {
    /// For each claim, in order.
    pub photos: Vec<Vec<Photo>>,
    /// Whatever is wrong, by the name of the photograph.
    pub findings: Vec<Finding>,
}

/// Find and develop them all. `progress` is told how many are done, of how many. Fails only if the cache cannot be
/// written.
pub fn gather(
    folder: &Path,
    claims: &[Claim],
    cache: &Cache,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> io::Result<Gathered> {
    let found = find(folder, claims);
    let paths: Vec<_> = found.names.iter().map(|name| path(folder, name)).collect();
    let made = develop_all(&paths, cache, progress)?;
    let mut findings = found.findings;
    for (at, (name, result)) in found.names.iter().zip(&made).enumerate() {
        let flaw = match result {
            Ok(photo) if photo.width.max(photo.height) < PRINT => Flaw::Small(photo.width.max(photo.height)),
            Ok(_) => continue,
            Err(flaw) => flaw.clone(),
        };
        let claim =
            claims.iter().zip(&found.shown).find(|(claim, shown)| !claim.files.is_empty() && shown.contains(&at));
        findings.push(Finding { file: name.clone(), blame: claim.map(|(claim, _)| claim.blame.clone()), flaw });
    }
    findings.sort_by(|a, b| a.file.cmp(&b.file));
    let good = |at: &usize| made.get(*at).and_then(|result| result.as_ref().ok()).cloned();
    let photos = found.shown.iter().map(|shown| shown.iter().filter_map(good).collect()).collect();
    Ok(Gathered { photos, findings })
}
