//! `detail-NN.json`: what only a product's own page shows, rows of texts for each product.
//!
//! 1: slug, story in Vietnamese, in English, price in dong, pack, GTIN · 2: facts · 3, 4, 5: remarks on quality systems,
//! channels and markets, in Vietnamese and English · 6: photographs, four texts each as in `list.json` · from 7 on a
//! source each: title, address.
//!
//! `prices.json`: what price lists and labels show of the details, in one file: rows of slug, price in dong, pack, of the
//! products that have one of the two.
//!
//! `about-vi.json`, `about-en.json`: the sections of the page "About", rows of a title and its paragraphs.
//!
//! `gone.json`: products that were withdrawn, rows of slug and name; lists that were passed on still name them.

use super::row::{Row, Rows};
#[cfg(not(target_arch = "wasm32"))]
use super::row::{Written, trimmed};
use super::{Fault, wire};
#[cfg(not(target_arch = "wasm32"))]
use crate::catalog::Text;
use crate::catalog::{Detail, Source};
#[cfg(not(target_arch = "wasm32"))]
use std::collections::BTreeMap;

/// Products in one file, about: small enough that one page costs a few kilobytes, large enough that 17,000 products
/// do not become 17,000 files.
const PER_FILE: usize = 32;

/// How many detail files a catalogue of so many products has.
pub fn detail_files(products: usize) -> usize {
    products.div_ceil(PER_FILE).max(1)
}

/// The file that holds the details of that slug, in a catalogue of so many products (FNV-1a of the slug).
pub fn detail_file(slug: &str, products: usize) -> String {
    let hash = slug.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    format!("detail-{:02}.json", hash as usize % detail_files(products))
}

/// A file of details, read once for all its products.
pub struct Details<'a>(Vec<Rows<'a>>);

impl<'a> Details<'a> {
    /// Read the file.
    pub fn read(json: &'a str) -> Result<Details<'a>, Fault> {
        super::parse(json, 3, Rows::read).map(Details)
    }

    /// Those of one product; a product without an entry has none.
    pub fn of(&self, slug: &str) -> Result<Detail, Fault> {
        let own = self.0.iter().find(|rows| rows.row(0).get(0) == slug);
        own.map_or_else(|| Ok(Detail::default()), |rows| detail(slug, rows))
    }
}

/// The details of one product out of its file; a product without an entry has none.
pub fn read_detail(json: &str, slug: &str) -> Result<Detail, Fault> {
    Details::read(json)?.of(slug)
}

fn detail(slug: &str, rows: &Rows<'_>) -> Result<Detail, Fault> {
    let note = |at: usize| rows.row(at).some(0).map(|_| rows.row(at).both(0));
    let source = |row: &Row<'_>| Source { title: row.text(0), url: row.text(1) };
    let (own, pictures) = (rows.row(0), rows.row(5));
    let mut photos = Vec::new();
    while let Some(photo) = wire::photo(slug, pictures, photos.len() * wire::PHOTO)? {
        photos.push(photo);
    }
    Ok(Detail {
        story: own.both(1),
        price: own.some(3).map(|value| wire::price(slug, &value)).transpose()?,
        pack: own.text(4),
        gtin: own.text(5),
        photos,
        facts: rows.row(1).all().map(String::from).collect(),
        quality_note: note(2),
        channel_note: note(3),
        market_note: note(4),
        sources: rows.all().skip(6).map(source).collect(),
    })
}

/// The file of prices and packs.
pub const PRICES: &str = "prices.json";

/// Slugs with their details, of which only price and pack are told.
pub fn read_prices(json: &str) -> Result<Vec<(String, Detail)>, Fault> {
    let one = |row: &Row<'_>| {
        let slug = row.text(0);
        let price = row.some(1).map(|value| wire::price(&slug, &value)).transpose()?;
        Ok((slug, Detail { price, pack: row.text(2), ..Detail::default() }))
    };
    super::parse(json, 2, Row::read)?.iter().map(one).collect()
}

/// The same as [`read_prices`] reads it.
#[cfg(not(target_arch = "wasm32"))]
pub fn write_prices<'a>(all: impl Iterator<Item = (&'a str, &'a Detail)>) -> String {
    let told = all.filter(|(_, d)| d.price.is_some() || !d.pack.is_empty());
    let row = |(slug, d): (&str, &Detail)| {
        [slug.to_owned(), d.price.map(|price| price.to_string()).unwrap_or_default(), d.pack.clone()]
    };
    serde_json::to_string(&told.map(row).collect::<Vec<_>>()).unwrap_or_default()
}

/// The file that holds the page "About" in that language.
pub fn about_file(lang: &str) -> String {
    ["about-", lang, ".json"].concat()
}

/// The sections of the page "About", each a title and its paragraphs.
pub fn read_about(json: &str) -> Result<Vec<Vec<String>>, Fault> {
    let all = super::parse(json, 2, Row::read)?;
    Ok(all.iter().map(|row| row.all().map(String::from).collect()).collect())
}

/// The page "About" as [`read_about`] reads it.
#[cfg(not(target_arch = "wasm32"))]
pub fn write_about(sections: &[Vec<String>]) -> String {
    serde_json::to_string(sections).unwrap_or_default()
}

/// The file that names what was withdrawn.
pub const GONE: &str = "gone.json";

/// Slugs and names of products that were withdrawn.
pub fn read_gone(json: &str) -> Result<Vec<(String, String)>, Fault> {
    let all = super::parse(json, 2, Row::read)?;
    Ok(all.iter().map(|row| (row.text(0), row.text(1))).collect())
}

/// The same as [`read_gone`] reads it.
#[cfg(not(target_arch = "wasm32"))]
pub fn write_gone<'a>(all: impl Iterator<Item = [&'a str; 2]>) -> String {
    serde_json::to_string(&all.collect::<Vec<_>>()).unwrap_or_default()
}

/// All detail files of a catalogue: name and content.
#[cfg(not(target_arch = "wasm32"))]
pub fn write_details<'a>(all: impl ExactSizeIterator<Item = (&'a str, &'a Detail)>) -> BTreeMap<String, String> {
    let products = all.len();
    let note = |note: &Option<Text<String>>| note.iter().flat_map(|n| [n.vi.clone(), n.en.clone()]).collect();
    let mut files: BTreeMap<String, Vec<Written>> = BTreeMap::new();
    for (slug, d) in all {
        let notes = [&d.quality_note, &d.channel_note, &d.market_note].map(note);
        let price = d.price.map(|price| price.to_string()).unwrap_or_default();
        let own = [slug, &d.story.vi, &d.story.en, &price, &d.pack, &d.gtin].map(String::from);
        let mut rows = vec![own.into(), d.facts.clone()];
        rows.extend(notes);
        rows.push(d.photos.iter().flat_map(wire::photo_row).collect());
        rows.extend(d.sources.iter().map(|s| vec![s.title.clone(), s.url.clone()]));
        files.entry(detail_file(slug, products)).or_default().push(trimmed(rows));
    }
    files.into_iter().map(|(name, all)| (name, serde_json::to_string(&all).unwrap_or_default())).collect()
}
