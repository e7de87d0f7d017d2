//! `detail-NN.json`: what only a product's own page shows, rows of texts for each product.
//!
//! 1: slug · 2: facts · 3, 4, 5: remarks on quality systems, channels and markets, in Vietnamese and English ·
//! from 6 on a source each: title, address.

use super::Fault;
use super::row::{Row, Rows};
#[cfg(not(target_arch = "wasm32"))]
use super::row::{Written, trimmed};
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

/// The details of one product out of its file; a product without an entry has none.
pub fn read_detail(json: &str, slug: &str) -> Result<Detail, Fault> {
    let all: Vec<Rows<'_>> = super::parse(json)?;
    Ok(all.iter().find(|rows| rows.row(0).get(0) == slug).map(detail).unwrap_or_default())
}

fn detail(rows: &Rows<'_>) -> Detail {
    let note = |at: usize| rows.row(at).some(0).map(|_| rows.row(at).both(0));
    let source = |row: &Row<'_>| Source { title: row.text(0), url: row.text(1) };
    Detail {
        facts: rows.row(1).all().map(String::from).collect(),
        quality_note: note(2),
        channel_note: note(3),
        market_note: note(4),
        sources: rows.all().skip(5).map(source).collect(),
    }
}

/// All detail files of a catalogue: name and content.
#[cfg(not(target_arch = "wasm32"))]
pub fn write_details<'a>(all: impl ExactSizeIterator<Item = (&'a str, &'a Detail)>) -> BTreeMap<String, String> {
    let products = all.len();
    let note = |note: &Option<Text<String>>| note.iter().flat_map(|n| [n.vi.clone(), n.en.clone()]).collect();
    let mut files: BTreeMap<String, Vec<Written>> = BTreeMap::new();
    for (slug, d) in all {
        let notes = [&d.quality_note, &d.channel_note, &d.market_note].map(note);
        let mut rows = vec![vec![slug.to_string()], d.facts.clone()];
        rows.extend(notes);
        rows.extend(d.sources.iter().map(|s| vec![s.title.clone(), s.url.clone()]));
        files.entry(detail_file(slug, products)).or_default().push(trimmed(rows));
    }
    files.into_iter().map(|(name, all)| (name, serde_json::to_string(&all).unwrap_or_default())).collect()
}
