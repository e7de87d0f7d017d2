//! A folder that was looked through becomes a site.
//!
//! In: [`Sheets`] without errors, the cache its photographs were developed into, the shell. Out: the whole site
//! with its preview pictures in its folder, by [`build`]. The register of addresses is kept only once the site stands.

use super::folder::Sheets;
use super::holder::Kind;
use super::photo::Cache;
use super::preview::Gallery;
use super::site::{Built, Content, Gone, Obstacle, Options, Progress, Ready, Shell, build};
use crate::catalog::Catalog;
use crate::route::{Address, Lang, Route};
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
    let gone = gone(sheets);
    let content =
        Content { catalog, details, gone: &gone, files: &files, previews: Some(&gallery), cards: gallery.cards() };
    let built = build(&content, shell, out, options, progress)?;
    if cache.is_dir() {
        // What no product shows any more goes; where it cannot, it only takes room.
        let _ = Cache::open(cache).and_then(|cache| cache.close(details.iter().flat_map(|d| &d.photos)));
    }
    Ok(built)
}

/// Products and producers that the register knows and the catalogue no longer has.
fn gone(sheets: &Sheets) -> Vec<Gone> {
    let Catalog { products, producers, .. } = &sheets.catalog;
    let products = sheets.register.gone(Kind::Product, products.iter().map(|p| &p.slug));
    let producers = sheets.register.gone(Kind::Producer, producers.iter().map(|p| &p.slug));
    let of = |route: fn(String) -> Route| {
        move |(slug, name, now): (String, String, Option<String>)| Gone {
            route: route(slug),
            name,
            now: now.map(route),
        }
    };
    products.into_iter().map(of(Route::Product)).chain(producers.into_iter().map(of(Route::Producer))).collect()
}

/// Addresses of products and producers at which the site in that folder has a page, and the new one will have none: their
/// register is lost, or it is another catalogue's site.
pub fn forgotten(sheets: &Sheets, out: &Path) -> Vec<String> {
    let path = |route: Route| Address::new(Lang::Vi, route).path();
    let Catalog { products, producers, .. } = &sheets.catalog;
    let products = products.iter().map(|p| path(Route::Product(p.slug.clone())));
    let producers = producers.iter().map(|p| path(Route::Producer(p.slug.clone())));
    let gone = gone(sheets).into_iter().map(|gone| path(gone.route));
    let known: BTreeSet<String> = products.chain(producers).chain(gone).collect();
    let mut lost = Vec::new();
    for route in [Route::Product as fn(String) -> Route, Route::Producer] {
        let home = out.join(path(route(String::new())).trim_end_matches('/'));
        let entries = std::fs::read_dir(home).into_iter().flatten().flatten();
        let pages = entries.filter(|entry| entry.path().join("index.html").is_file());
        lost.extend(pages.map(|entry| path(route(entry.file_name().to_string_lossy().into_owned()))));
    }
    lost.retain(|path| !known.contains(path));
    lost.sort();
    lost
}
