//! What changed between two catalogues: products that are new, changed or withdrawn.
//!
//! In: two bundles, wherever they stand, or the sheets they would be made from. Out: a [`Difference`]. Products are the same if their slugs are, which the
//! register keeps for ever. Order is no difference; whether a recognition holds is judged on each catalogue's own day.

mod field;

pub use field::Field;

use super::faults::Said;
use super::folder::Sheets;
use crate::bundle::{self, Details};
use crate::catalog::{Catalog, Detail, Product};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a catalogue cannot be compared.
#[derive(Debug, Error)]
pub enum DiffFault {
    /// There is no list.json.
    #[error("{}: there is no list.json, here or in catalog/", .0.display())]
    NoBundle(PathBuf),
    /// A file cannot be read.
    #[error("{}: {reason}", path.display())]
    Unreadable { path: PathBuf, reason: std::io::Error },
    /// A file is none of ours, or of another version.
    #[error("{}: {reason}", path.display())]
    Broken { path: PathBuf, reason: bundle::Fault },
}

/// A catalogue read from its bundle, or from its sheets.
pub struct Edition {
    catalog: Catalog,
    /// Parallel to its products; empty where only the list is there.
    details: Vec<Detail>,
}

/// A product by its names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// Name in addresses.
    pub slug: String,
    /// Its name.
    pub name: Said,
    /// Its producers.
    pub producer: String,
}

/// A field that differs: as it was and as it is, empty where there is nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Which.
    pub field: Field,
    /// Before.
    pub old: Said,
    /// Now.
    pub new: Said,
}

/// All that differs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// Products that the old one lacks, in the order of the new one.
    pub added: Vec<Named>,
    /// Products of both with what differs, in the order of the new one.
    pub changed: Vec<(Named, Vec<Change>)>,
    /// Products that the new one lacks, in the order of the old one.
    pub withdrawn: Vec<Named>,
    /// One of the two has only a list: what only details tell was not compared.
    pub lists_only: bool,
}

impl Edition {
    /// From sheets that were read.
    pub fn of(sheets: Sheets) -> Edition {
        Edition { catalog: sheets.catalog, details: sheets.details }
    }

    /// From a built site, its folder `catalog/`, or a `list.json`.
    pub fn open(path: &Path) -> Result<Edition, DiffFault> {
        let list = [path.to_owned(), path.join("list.json"), path.join("catalog/list.json")];
        let list = list.into_iter().find(|p| p.is_file()).ok_or_else(|| DiffFault::NoBundle(path.to_owned()))?;
        let text = |file: &Path| {
            std::fs::read_to_string(file).map_err(|reason| DiffFault::Unreadable { path: file.to_owned(), reason })
        };
        let (catalog, _) =
            bundle::read(&text(&list)?).map_err(|reason| DiffFault::Broken { path: list.clone(), reason })?;
        let folder = list.parent().unwrap_or(Path::new(""));
        let name = |product: &Product| bundle::detail_file(&product.slug, catalog.products.len());
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for name in catalog.products.iter().map(name) {
            let file = folder.join(&name);
            if let Entry::Vacant(new) = files.entry(name) {
                if !file.is_file() {
                    return Ok(Edition { catalog, details: Vec::new() });
                }
                new.insert(text(&file)?);
            }
        }
        let broken = |name: &str, reason| DiffFault::Broken { path: folder.join(name), reason };
        let mut read: BTreeMap<&str, Details<'_>> = BTreeMap::new();
        for (name, json) in &files {
            read.insert(name, Details::read(json).map_err(|reason| broken(name, reason))?);
        }
        let mut details = Vec::with_capacity(catalog.products.len());
        for product in &catalog.products {
            let name = name(product);
            let known = read.get(name.as_str()).map(|known| known.of(&product.slug)).transpose();
            details.push(known.map_err(|reason| broken(&name, reason))?.unwrap_or_default());
        }
        Ok(Edition { catalog, details })
    }

    fn named(&self, product: &Product) -> Named {
        let makers: Vec<&str> = product.makers.iter().map(|id| self.catalog.producer(*id).name.as_str()).collect();
        Named { slug: product.slug.clone(), name: product.name.clone(), producer: makers.join("; ") }
    }

    /// Whether its details are there; one without products lacks nothing.
    fn whole(&self) -> bool {
        self.details.len() == self.catalog.products.len()
    }
}

/// Compare them.
pub fn diff(old: &Edition, new: &Edition) -> Difference {
    let before: HashMap<&str, usize> =
        old.catalog.products.iter().enumerate().map(|(at, p)| (p.slug.as_str(), at)).collect();
    let now: HashMap<&str, usize> =
        new.catalog.products.iter().enumerate().map(|(at, p)| (p.slug.as_str(), at)).collect();
    let mut out = Difference { lists_only: !old.whole() || !new.whole(), ..Difference::default() };
    for (at, product) in new.catalog.products.iter().enumerate() {
        let Some(was) = before.get(product.slug.as_str()) else {
            out.added.push(new.named(product));
            continue;
        };
        let fields = Field::ALL.into_iter().filter(|field| !(out.lists_only && field.in_details()));
        let changes = fields.filter_map(|field| {
            let (old, new) = (field.of(old, *was)?, field.of(new, at)?);
            (old != new).then_some(Change { field, old, new })
        });
        let changes: Vec<Change> = changes.collect();
        if !changes.is_empty() {
            out.changed.push((new.named(product), changes));
        }
    }
    let gone = old.catalog.products.iter().filter(|p| !now.contains_key(p.slug.as_str()));
    out.withdrawn = gone.map(|p| old.named(p)).collect();
    out
}
