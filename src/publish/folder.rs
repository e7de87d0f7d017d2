//! A folder of sheets becomes a catalogue.
//!
//! In: `catalog.toml`, a products' sheet of any kind, the tables it names, with `recognitions.csv`, `terms.csv` and the register `slugs.csv`
//! where there are such. Out: the catalogue with its details, warnings, and the register to keep; or every fault found.
//! It reads only; [`Sheets::keep_register`] is the one thing that writes into the folder.

use super::address;
use super::aside;
use super::faults::{Fault, Faults, Severity};
use super::flaw;
use super::offer::{Named, pictures};
use super::photo::Claim;
use super::picture::Motifs;
use super::producer::Roll;
use super::product::Desk;
use super::ready::Place;
use super::recognition::{self, Readings};
use super::register::{self, Register};
use super::save::replace;
use super::settings::{self, Settings};
use super::sheet::{self, Layout, Row};
use super::source;
use super::term::{self, Glossary, Remarks, Vocabulary};
use super::territory;
use crate::catalog::{Catalog, Date, Detail, Product};
use crate::route::Lang;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// English of the commonest channels and markets, for folders without a glossary of their own.
const TERMS: &str = include_str!("../../data/terms.csv");

/// All that the sheets say.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// The catalogue.
    pub catalog: Catalog,
    /// Details, parallel to the catalogue's products.
    pub details: Vec<Detail>,
    /// Pictures that each product's row names, parallel to the catalogue's products.
    pub pictures: Vec<Vec<Named>>,
    /// Where each product stands in the sheets, parallel to the catalogue's products.
    pub places: Vec<Place>,
    /// Where each row of the products' sheet stands, those without a sound product among them.
    pub rows: Vec<Place>,
    /// Languages of the site, the first one first.
    pub languages: Vec<Lang>,
    /// What did not forbid reading.
    pub warnings: Vec<Fault>,
    /// Of these, what is to be known of addresses before a site is built.
    pub addresses: Vec<Fault>,
    /// The slugs in use, the new ones among them.
    pub register: Register,
}

impl Sheets {
    /// What the rows say of photographs, for [`gather`](super::photo::gather): a claim for each product.
    pub fn claims(&self) -> Vec<Claim> {
        let claim = |(product, named): (&Product, &Vec<Named>)| Claim {
            slug: product.slug.clone(),
            name: product.name.vi.clone(),
            files: named.iter().map(|n| n.name.clone()).collect(),
            blame: named.first().map(Named::blame).unwrap_or_default(),
        };
        self.catalog.products.iter().zip(&self.pictures).map(claim).collect()
    }

    /// Write the register into the folder if it has changed; true if so.
    pub fn keep_register(&self, folder: &Path) -> std::io::Result<bool> {
        replace(&folder.join(register::FILE), self.register.write().as_bytes())
    }
}

/// Read them all; `today` is the catalogue's day where it names none. On errors every fault, warnings too, comes back,
/// sorted by file and row.
pub fn read_folder(folder: &Path, today: Date) -> Result<Sheets, Vec<Fault>> {
    match look(folder, today) {
        (Some(sheets), faults) if faults.iter().all(|f| f.severity != Severity::Error) => {
            Ok(Sheets { warnings: faults, ..sheets })
        }
        (_, faults) => Err(faults),
    }
}

/// Every fault, and what could be read in spite of them: with an error among the faults it must not be published, and
/// products without a name or of the same slug are left out. Its `warnings` are empty.
pub fn look(folder: &Path, today: Date) -> (Option<Sheets>, Vec<Fault>) {
    let mut faults = Faults::default();
    let settings = settings::read(folder, today, &mut faults);
    let Some(mut parts) = settings.and_then(|settings| sheets(folder, settings, &mut faults)) else {
        return (None, faults.into_sorted());
    };
    let fatal = faults.fatal();
    if fatal {
        parts.keep_sound();
    }
    let catalog = Catalog::new(parts.catalog).map_err(|flaws| {
        flaws.iter().filter(|_| !fatal).for_each(|flaw| faults.add(flaw::fault(flaw)));
    });
    let sheets = catalog.ok().map(|catalog| Sheets {
        catalog,
        details: parts.details,
        pictures: parts.pictures,
        places: parts.places,
        rows: parts.rows,
        languages: parts.languages,
        register: parts.register,
        addresses: parts.addresses,
        warnings: Vec::new(),
    });
    (sheets, faults.into_sorted())
}

/// What the sheets say, not yet checked as a whole.
struct Parts {
    catalog: Catalog,
    details: Vec<Detail>,
    pictures: Vec<Vec<Named>>,
    places: Vec<Place>,
    rows: Vec<Place>,
    languages: Vec<Lang>,
    register: Register,
    addresses: Vec<Fault>,
}

impl Parts {
    /// Without what would break the catalogue and is told already.
    fn keep_sound(&mut self) {
        let mut slugs = HashSet::new();
        let sound = |p: &Product| !p.name.vi.trim().is_empty() && slugs.insert(p.slug.clone());
        let keep: Vec<bool> = self.catalog.products.iter().map(sound).collect();
        fn sift<T>(all: &mut Vec<T>, keep: &[bool]) {
            let mut keep = keep.iter();
            all.retain(|_| keep.next().is_some_and(|keep| *keep));
        }
        sift(&mut self.catalog.products, &keep);
        sift(&mut self.details, &keep);
        sift(&mut self.pictures, &keep);
        sift(&mut self.places, &keep);
    }
}

fn sheets(folder: &Path, settings: Settings, faults: &mut Faults) -> Option<Parts> {
    let products = source::products(folder, &settings, faults)
        .and_then(|file| sheet::read(folder, &file, Layout::Products, faults))
        .map(|rows| aside::without_copies(rows, faults));
    let places = territory::places(folder, &settings, faults);
    let own_glossary = folder.join(term::FILE).exists();
    let glossary = match own_glossary {
        true => sheet::read_if_there(folder, term::FILE, Layout::Exact(term::COLUMNS), faults),
        false => sheet::parse(TERMS, term::FILE, Layout::Exact(term::COLUMNS), faults),
    };
    let remarks = sheet::read_if_there(folder, term::REMARKS, Layout::Exact(term::COLUMNS), faults);
    let readings = sheet::read_if_there(folder, recognition::FILE, Layout::Exact(recognition::COLUMNS), faults);
    let register = sheet::read_if_there(folder, register::FILE, Layout::Exact(register::COLUMNS), faults);
    let own_communes = settings.communes.is_some();
    let (products, gazetteer, mut about, gathered) = (products?, places?, settings.about, settings.gathered);
    let mut register = Register::new(&register, faults);
    let mut desk = Desk {
        province: about.province.vi.clone(),
        as_of: about.as_of,
        own_glossary,
        places: gazetteer,
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
        codes: HashMap::new(),
    };
    let (mut holders, mut all, mut details) = (Vec::new(), Vec::new(), Vec::new());
    let pictures = products.iter().map(pictures).collect();
    for row in &products {
        let (holder, product, detail) = desk.product(row, faults);
        holders.push(holder);
        all.push(product);
        details.push(detail);
    }
    territory::doubt(&about.province.vi, own_communes, &products, &all, faults);
    let places: Vec<Place> = products.iter().map(Row::whereabouts).collect();
    let names: Vec<&str> = products.iter().map(|row| row.get("name_vi")).collect();
    desk.readings.unused(&names, faults);
    let addresses = address::give(&mut register, (&products, &holders), &mut all, &mut desk.roll.all, faults);
    let sources: HashSet<&str> = details
        .iter()
        .flat_map(|d| &d.sources)
        .map(|s| if s.url.is_empty() { s.title.as_str() } else { s.url.as_str() })
        .collect();
    about.sources = if gathered { sources.len() as u32 } else { 0 };
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
    let rows = places.clone();
    Some(Parts { catalog, details, pictures, places, rows, languages: settings.languages, register, addresses })
}
