//! The files by which engines are measured side by side in a browser.
//!
//! In: the bundle, the shelf, the queries. Out, in one folder: `list.json`, our bundle; `docs.json`, the same products
//! as a plain array: `id`, the texts of a [`Sheet`], and `values`, for each of the ten facets the indices of the
//! product's values as the engine numbers them; `queries.json`, an array of `text`, `class`, `wanted`,
//! `behind` (ids), `filters` (for ours) and `picks` (`[facet, value]` pairs, for the others).

use super::shelf::{Sheet, Shelf};
use super::{Asked, facet};
use ocop::catalog::Catalog;
use ocop::query::{Facet, Query};
use ocop::search::Index;
use serde::Serialize;
use std::collections::HashMap;
use std::{fs, io, path::Path};

#[derive(Serialize)]
struct Doc<'a> {
    id: usize,
    #[serde(flatten)]
    sheet: &'a Sheet,
    values: Vec<Vec<usize>>,
}

#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    class: &'static str,
    wanted: &'a [u32],
    behind: &'a [u32],
    filters: &'a str,
    picks: Vec<(usize, usize)>,
}

/// Write the three files; the folder is made.
pub fn write(
    folder: &Path,
    bundle: &str,
    catalog: &Catalog,
    shelf: &Shelf,
    index: &Index,
    asked: &[Asked],
) -> io::Result<()> {
    let places: Vec<HashMap<&str, usize>> = Facet::ALL
        .iter()
        .map(|f| {
            index.values(*f).iter().map(|v| (v.slug.as_str(), (v.number - index.numbers(*f).start) as usize)).collect()
        })
        .collect();
    let place = |facet: Facet, slug: &str| places[facet as usize].get(slug).copied();
    let values = |product: usize| {
        let of = |f: &Facet| facet::slugs(catalog, product, *f).iter().filter_map(|s| place(*f, s)).collect();
        Facet::ALL.iter().map(of).collect()
    };
    let docs: Vec<Doc<'_>> =
        shelf.sheets.iter().enumerate().map(|(id, sheet)| Doc { id, sheet, values: values(id) }).collect();
    let lines: Vec<Line<'_>> = asked
        .iter()
        .map(|a| {
            let query = Query::read(&a.filters);
            let picks = query.picks().filter_map(|(f, slug)| Some((f as usize, place(f, slug)?))).collect();
            Line {
                text: &a.text,
                class: a.class.key(),
                wanted: &a.wanted,
                behind: &a.behind,
                filters: &a.filters,
                picks,
            }
        })
        .collect();
    fs::create_dir_all(folder)?;
    fs::write(folder.join("list.json"), bundle)?;
    fs::write(folder.join("docs.json"), serde_json::to_vec(&docs)?)?;
    fs::write(folder.join("queries.json"), serde_json::to_vec(&lines)?)
}
