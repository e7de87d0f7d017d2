//! `detail-NN.json`: an array of what only a product's own page shows, each with the product's slug.

use super::Fault;
use crate::catalog::{Detail, Source, Text};
use serde::Deserialize;
#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;
#[cfg(not(target_arch = "wasm32"))]
use std::collections::BTreeMap;

/// Products in one file, about: small enough that one page costs a few kilobytes, large enough that 17,000 products
/// do not become 17,000 files.
const PER_FILE: usize = 32;

#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Wire {
    slug: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    facts: Vec<String>,
    /// Remarks: `[vi, en]`, `en` empty where nobody has put it into English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quality_note: Option<(String, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    channel_note: Option<(String, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    market_note: Option<(String, String)>,
    /// `[title, url]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<(String, String)>,
}

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
    let all: Vec<Wire> = super::parse(json)?;
    Ok(all.into_iter().find(|w| w.slug == slug).map(Detail::from).unwrap_or_default())
}

fn text((vi, en): (String, String)) -> Text<String> {
    Text { vi, en }
}

impl From<Wire> for Detail {
    fn from(w: Wire) -> Detail {
        let sources = w.sources.into_iter().map(|(title, url)| Source { title, url }).collect();
        Detail {
            facts: w.facts,
            quality_note: w.quality_note.map(text),
            channel_note: w.channel_note.map(text),
            market_note: w.market_note.map(text),
            sources,
        }
    }
}

/// All detail files of a catalogue: name and content.
#[cfg(not(target_arch = "wasm32"))]
pub fn write_details<'a>(all: impl ExactSizeIterator<Item = (&'a str, &'a Detail)>) -> BTreeMap<String, String> {
    let products = all.len();
    let mut files: BTreeMap<String, Vec<Wire>> = BTreeMap::new();
    for (slug, d) in all {
        let wire = Wire {
            slug: slug.into(),
            facts: d.facts.clone(),
            quality_note: d.quality_note.clone().map(|n| (n.vi, n.en)),
            channel_note: d.channel_note.clone().map(|n| (n.vi, n.en)),
            market_note: d.market_note.clone().map(|n| (n.vi, n.en)),
            sources: d.sources.iter().map(|s| (s.title.clone(), s.url.clone())).collect(),
        };
        files.entry(detail_file(slug, products)).or_default().push(wire);
    }
    files.into_iter().map(|(name, all)| (name, serde_json::to_string(&all).unwrap_or_default())).collect()
}
