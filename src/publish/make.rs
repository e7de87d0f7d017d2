//! A folder that was looked through becomes a site.
//!
//! In: [`Sheets`] without errors, the cache its photographs were developed into, the shell. Out: the whole site
//! with its preview pictures in its folder, by [`build`]. The register of addresses is kept only once the site stands.

use super::folder::Sheets;
use super::holder::Kind;
use super::photo::Cache;
use super::preview::Gallery;
use super::site::{Built, Content, Gone, Obstacle, Options, Progress, Ready, Shell, build};
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

/// Addresses of products and producers at which the site in that folder has a page, and the new one will have none: their
/// register is lost, or it is another catalogue's site.
pub fn forgotten(sheets: &Sheets, out: &Path) -> Vec<String> {
    let kinds = [
        (
            Route::Product as fn(String) -> Route,
            sheets.catalog.products.iter().map(|p| &p.slug).collect::<BTreeSet<_>>(),
        ),
        (Route::Producer, sheets.catalog.producers.iter().map(|p| &p.slug).collect()),
    ];
    let mut lost = Vec::new();
    for ((route, there), kind) in kinds.into_iter().zip([Kind::Product, Kind::Producer]) {
        let gone = sheets.register.gone(kind, there.iter().copied());
        let gone: BTreeSet<&String> = gone.iter().map(|gone| &gone.0).collect();
        let home = Address::new(Lang::Vi, route(String::new())).path();
        for entry in std::fs::read_dir(out.join(home.trim_end_matches('/'))).into_iter().flatten().flatten() {
            let slug = entry.file_name().to_string_lossy().into_owned();
            let is_page = entry.path().join("index.html").is_file();
            if is_page && !there.contains(&slug) && !gone.contains(&slug) {
                lost.push(Address::new(Lang::Vi, route(slug)).path());
            }
        }
    }
    lost.sort();
    lost
}
