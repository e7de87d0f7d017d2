//! A folder of sheets becomes a catalogue.
//!
//! In: `catalog.toml` and the CSV files it names, with `recognitions.csv`, `terms.csv` and the register `slugs.csv`
//! where there are such. Out: the catalogue with its details, warnings, and the register to keep; or every fault found.
//! It reads only; [`Sheets::keep_register`] is the one thing that writes into the folder.

use super::faults::{Fault, Faults, reason};
use super::flaw;
use super::picture::Motifs;
use super::place::{self, Gazetteer};
use super::producer::Roll;
use super::product::Desk;
use super::recognition::{self, Readings};
use super::register::{self, Holder, Kind, Register};
use super::sheet::{self, Layout};
use super::term::{self, Glossary, Remarks, Vocabulary};
use super::{cell::clean, save::replace};
use crate::catalog::{About, Catalog, Detail, Text, When};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// Name of the file that describes the catalogue.
pub const ABOUT: &str = "catalog.toml";

/// `catalog.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    title: String,
    province_vi: String,
    province_en: String,
    as_of: String,
    /// Former districts that were dissolved before the communes file begins, with their kind.
    #[serde(default)]
    earlier_districts: Vec<String>,
    files: Files,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    products: String,
    communes: String,
    commune_of_product: String,
}

/// All that the sheets say.
#[derive(Debug)]
pub struct Sheets {
    /// The catalogue.
    pub catalog: Catalog,
    /// Details, parallel to the catalogue's products.
    pub details: Vec<Detail>,
    /// What did not forbid reading.
    pub warnings: Vec<Fault>,
    /// The slugs in use, the new ones among them.
    pub register: Register,
}

impl Sheets {
    /// Write the register into the folder if it has changed; true if so.
    pub fn keep_register(&self, folder: &Path) -> std::io::Result<bool> {
        replace(&folder.join(register::FILE), self.register.write().as_bytes())
    }
}

/// Read them all. On errors every fault, warnings too, comes back, sorted by file and row.
pub fn read_folder(folder: &Path) -> Result<Sheets, Vec<Fault>> {
    let mut faults = Faults::default();
    let read =
        settings(folder, &mut faults).and_then(|(settings, about)| sheets(folder, &settings, about, &mut faults));
    match read {
        Some((catalog, details, register)) if !faults.fatal() => match Catalog::new(catalog) {
            Ok(catalog) => Ok(Sheets { catalog, details, register, warnings: faults.into_sorted() }),
            Err(flaws) => {
                flaws.iter().for_each(|flaw| faults.add(flaw::fault(flaw)));
                Err(faults.into_sorted())
            }
        },
        _ => Err(faults.into_sorted()),
    }
}

fn settings(folder: &Path, faults: &mut Faults) -> Option<(Settings, About)> {
    let text = match std::fs::read_to_string(folder.join(ABOUT)) {
        Ok(text) => text,
        Err(e) => {
            faults.add(Fault::error(ABOUT, "", ("tệp mô tả danh mục, đọc được", "a readable file")).hint(reason(&e)));
            return None;
        }
    };
    let settings: Settings = match toml::from_str(&text) {
        Ok(settings) => settings,
        Err(e) => {
            let line = e.span().and_then(|s| text.get(..s.start)).map_or(1, |before| before.matches('\n').count() + 1);
            let value = text.lines().nth(line - 1).unwrap_or_default();
            faults.add(
                Fault::error(ABOUT, value, ("các khóa của một danh mục", "the keys of a catalogue"))
                    .at(line, "")
                    .hint((e.message(), e.message())),
            );
            return None;
        }
    };
    let Some(When::Day(as_of)) = When::parse(&settings.as_of) else {
        faults.add(
            Fault::error(ABOUT, &settings.as_of, ("ngày dạng ngày/tháng/năm", "a day as D/M/YYYY"))
                .hint(("khóa as_of", "key as_of")),
        );
        return None;
    };
    let province = Text { vi: clean(&settings.province_vi), en: clean(&settings.province_en) };
    let about = About { title: clean(&settings.title), province, ..About::of(as_of) };
    Some((settings, about))
}

fn sheets(
    folder: &Path,
    settings: &Settings,
    mut about: About,
    faults: &mut Faults,
) -> Option<(Catalog, Vec<Detail>, Register)> {
    let files = &settings.files;
    let products = sheet::read(folder, &files.products, Layout::Products, faults);
    let communes = sheet::read(folder, &files.communes, Layout::Exact(place::COMMUNES), faults);
    let map = sheet::read(folder, &files.commune_of_product, Layout::Exact(place::MAP), faults);
    let glossary = sheet::read_if_there(folder, term::FILE, Layout::Exact(term::COLUMNS), faults);
    let remarks = sheet::read_if_there(folder, term::REMARKS, Layout::Exact(term::COLUMNS), faults);
    let readings = sheet::read_if_there(folder, recognition::FILE, Layout::Exact(recognition::COLUMNS), faults);
    let register = sheet::read_if_there(folder, register::FILE, Layout::Exact(register::COLUMNS), faults);
    let (products, communes, map) = (products?, communes?, map?);
    let mut register = Register::new(&register, faults);
    let mut desk = Desk {
        province: about.province.vi.clone(),
        last_year: about.as_of.year,
        places: Gazetteer::new(&communes, &map, &settings.earlier_districts, faults),
        glossary: Glossary::new(&glossary, faults),
        remarks: Remarks::new(&remarks, faults),
        readings: Readings::new(readings),
        roll: Roll::default(),
        communes: BTreeMap::new(),
        districts: Vec::new(),
        qualities: Vocabulary::default(),
        channels: Vocabulary::default(),
        markets: Vocabulary::default(),
        motifs: Motifs::default(),
        seen: HashMap::new(),
    };
    let (mut holders, mut all, mut details) = (Vec::new(), Vec::new(), Vec::new());
    for row in &products {
        let (holder, product, detail) = desk.product(row, faults);
        holders.push(holder);
        all.push(product);
        details.push(detail);
    }
    let names: Vec<&str> = products.iter().map(|row| row.get("name_vi")).collect();
    desk.readings.unused(&names, faults);
    all.iter_mut().zip(register.name(Kind::Product, &holders)).for_each(|(product, slug)| product.slug = slug);
    let makers: Vec<Holder> =
        desk.roll.all.iter().map(|p| Holder { name: p.name.clone(), ..Holder::default() }).collect();
    desk.roll.all.iter_mut().zip(register.name(Kind::Producer, &makers)).for_each(|(maker, slug)| maker.slug = slug);
    let sources: HashSet<&str> = details
        .iter()
        .flat_map(|d| &d.sources)
        .map(|s| if s.url.is_empty() { s.title.as_str() } else { s.url.as_str() })
        .collect();
    about.sources = sources.len() as u32;
    let catalog = Catalog {
        about,
        products: all,
        producers: desk.roll.all,
        communes: desk.communes.into_values().collect(),
        districts: desk.districts,
        qualities: desk.qualities.terms,
        channels: desk.channels.terms,
        markets: desk.markets.terms,
        motifs: desk.motifs.terms,
    };
    Some((catalog, details, register))
}
