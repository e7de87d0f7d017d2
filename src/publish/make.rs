//! A folder that was looked through becomes a site.
//!
//! In: [`Sheets`] without errors, the cache its photographs were developed into, the shell. Out: the whole site
//! with its preview pictures in its folder, by [`build`]. The register of addresses is kept only once the site stands.

use super::folder::Sheets;
use super::photo::Cache;
use super::preview::Gallery;
use super::register::Kind;
use super::site::{Built, Content, Gone, Obstacle, Options, Progress, Ready, Shell, build};
use crate::route::Route;
use crate::view::photo_address;
use std::collections::BTreeSet;
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
    let files: Vec<Ready> = names.into_iter().map(ready).collect();
    let (catalog, details) = (&sheets.catalog, sheets.details.as_slice());
    let gallery = Gallery::of(catalog, options.today, cache);
    let products = sheets.register.gone(Kind::Product, catalog.products.iter().map(|p| &p.slug));
    let producers = sheets.register.gone(Kind::Producer, catalog.producers.iter().map(|p| &p.slug));
    let of = |route: fn(String) -> Route| {
        move |(slug, name, now): (String, String, Option<String>)| Gone {
            route: route(slug),
            name,
            now: now.map(route),
        }
    };
    let gone: Vec<Gone> =
        products.into_iter().map(of(Route::Product)).chain(producers.into_iter().map(of(Route::Producer))).collect();
    let content =
        Content { catalog, details, gone: &gone, files: &files, previews: Some(&gallery), cards: gallery.cards() };
    let built = build(&content, shell, out, options, progress)?;
    if cache.is_dir() {
        // What no product shows any more goes; where it cannot, it only takes room.
        let _ = Cache::open(cache).and_then(|cache| cache.close(details.iter().flat_map(|d| &d.photos)));
    }
    Ok(built)
}
