//! A catalogue written as the files that the site fetches.
//!
//! In: a catalogue, its details, a folder. Out: `list.json`, `detail-NN.json`, `prices.json`, `about-LANG.json`, `tile/{slug}.svg` and
//! `tile/{slug}-bw.svg`. Each file is put in place whole; one that is the same already is left alone; files of an
//! earlier bundle that this one lacks are removed, others are not touched. `list.json` comes last, so that a list
//! never names a picture that is not there.

use super::picture::goods;
use super::save::replace;
use super::synonym::synonyms;
use super::tile::{Plate, motif_of, tiles};
use crate::bundle::{self, Stored};
use crate::catalog::{Catalog, Detail, Product};
use crate::route::Lang;
use crate::search::store;
use crate::view::tile_file;
use crate::words::about;
use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::Path;
use std::{fs, thread};

/// What was done to the folder, in files.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Written {
    /// New or changed.
    pub written: usize,
    /// The same already.
    pub unchanged: usize,
    /// Left from an earlier bundle, now gone.
    pub removed: usize,
}

impl Written {
    fn put(&mut self, path: &Path, content: &str) -> io::Result<()> {
        match replace(path, content.as_bytes())? {
            true => self.written += 1,
            false => self.unchanged += 1,
        }
        Ok(())
    }
}

/// Write the bundle. `details` is parallel to the catalogue's products.
pub fn write_bundle(catalog: &Catalog, details: &[Detail], folder: &Path) -> io::Result<Written> {
    let tiles = folder.join("tile");
    fs::create_dir_all(&tiles)?;
    let drawn = draw(&catalog.products, &tiles)?;
    let mut done = write_data(catalog, details, folder)?;
    done.written += drawn.written;
    done.unchanged += drawn.unchanged;
    let slugs: BTreeSet<&str> = catalog.products.iter().map(|p| p.slug.as_str()).collect();
    done.removed += sweep(&tiles, |name| {
        let slug = name.strip_suffix(".svg").map(|n| n.strip_suffix("-bw").filter(|n| slugs.contains(n)).unwrap_or(n));
        slug.is_some_and(|slug| !slugs.contains(slug))
    })?;
    Ok(done)
}

/// The bundle without its pictures.
pub fn write_data(catalog: &Catalog, details: &[Detail], folder: &Path) -> io::Result<Written> {
    fs::create_dir_all(folder)?;
    let mut done = Written::default();
    let files = data(catalog, details, &store(catalog, details, &synonyms()));
    for (name, content) in &files {
        done.put(&folder.join(name), content)?;
    }
    let known = |name: &str| files.iter().any(|file| file.0 == name);
    done.removed += sweep(folder, |name| name.starts_with("detail-") && !known(name))?;
    Ok(done)
}

/// The bundle's files with their contents, `list.json` last.
pub(super) fn data(catalog: &Catalog, details: &[Detail], index: &Stored) -> Vec<(String, String)> {
    let slugs = catalog.products.iter().map(|p| p.slug.as_str());
    let mut files: Vec<_> = bundle::write_details(slugs.clone().zip(details)).into_iter().collect();
    files.push((bundle::PRICES.into(), bundle::write_prices(slugs.zip(details))));
    for lang in Lang::ALL {
        files.push((bundle::about_file(lang.code()), bundle::write_about(&sections(lang, catalog, details))));
    }
    files.push(("list.json".into(), bundle::write(catalog, index)));
    files
}

/// The sections of the page "About" in that language.
pub(super) fn sections(lang: Lang, catalog: &Catalog, details: &[Detail]) -> Vec<Vec<String>> {
    let mut seen = HashSet::new();
    let titles = details.iter().flat_map(|d| &d.sources).map(|s| if s.title.is_empty() { &s.url } else { &s.title });
    let titles: Vec<&str> = titles.map(String::as_str).filter(|title| seen.insert(*title)).collect();
    about(lang, &catalog.about, catalog.products.len(), &titles)
}

/// The drawn picture of a product, in colour and for the photocopier: the names of the two files, and what they hold.
pub(super) fn drawn(product: &Product) -> [(String, String); 2] {
    let goods = goods(product.group);
    let plates = [Plate::Colour, Plate::Photocopy];
    let [colour, grey] = tiles(&product.slug, motif_of(&product.name.vi, goods), goods, plates);
    [(tile_file(&product.slug, false), colour), (tile_file(&product.slug, true), grey)]
}

/// Both plates of every tile, on all processors.
fn draw(products: &[Product], folder: &Path) -> io::Result<Written> {
    let hands = thread::available_parallelism().map_or(1, usize::from);
    let share = products.len().div_ceil(hands).max(1);
    thread::scope(|scope| {
        let work = |part: &[Product]| -> io::Result<Written> {
            let mut done = Written::default();
            for (name, tile) in part.iter().flat_map(drawn) {
                done.put(&folder.join(name), &tile)?;
            }
            Ok(done)
        };
        let hands: Vec<_> = products.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        hands.into_iter().try_fold(Written::default(), |sum, hand| {
            let done = hand.join().map_err(|_| io::Error::other("drawing the tiles stopped"))??;
            Ok(Written { written: sum.written + done.written, unchanged: sum.unchanged + done.unchanged, ..sum })
        })
    })
}

fn sweep(folder: &Path, stale: impl Fn(&str) -> bool) -> io::Result<usize> {
    let mut gone = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(&stale) {
            fs::remove_file(entry.path())?;
            gone += 1;
        }
    }
    Ok(gone)
}
