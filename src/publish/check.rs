//! A folder looked through: what is wrong, what is lacking, and the catalogue if it can be published.
//!
//! In: a folder, the day. Out: a [`Report`] with everything at once, and the [`Sheets`]. It writes nothing but the cache
//! of photographs.

use super::clock::{UNKNOWN, today};
use super::faults::{Fault, Severity, reason, sort};
use super::folder::{Sheets, look};
use super::photo::{Cache, FOLDER, attach};
use super::ready::ready;
use super::report::{Report, Rows, Whose};
use super::stem::tag;
use crate::catalog::{Date, Product};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// What came of looking.
pub struct Checked {
    /// What is to be told.
    pub report: Report,
    /// The catalogue; none if it must not be published.
    pub sheets: Option<Sheets>,
}

/// Where finished photographs are kept from one run to the next: beside the sheets, hidden; among the system's temporary
/// files where nothing can be written there, as on a disc.
pub fn cache(folder: &Path) -> PathBuf {
    let own = folder.join(".ocop/photos");
    if !folder.join(FOLDER).is_dir() || Cache::open(&own).is_ok() {
        return own;
    }
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    std::env::temp_dir().join(tag("ocop", &whole.to_string_lossy())).join("photos")
}

/// Look through the folder; recognitions are judged for `day`, else for today. Photographs are developed into the folder
/// `cache`; `progress` is told how many of how many.
pub fn check(folder: &Path, cache: &Path, day: Option<Date>, progress: &(dyn Fn(usize, usize) + Sync)) -> Checked {
    let today = today(UNKNOWN);
    let day = day.unwrap_or(today);
    let shown = folder.display().to_string();
    let mut report = Report { title: shown.clone(), folder: shown, day: Some(day), ..Report::default() };
    let (sheets, mut faults) = look(folder, today);
    let Some(mut sheets) = sheets else {
        report.fill(faults, Vec::new(), |_| Whose::default());
        return Checked { report, sheets: None };
    };
    let mut attached = Ok(Vec::new());
    if folder.join(FOLDER).is_dir() || sheets.pictures.iter().any(|named| !named.is_empty()) {
        attached = Cache::open(cache).and_then(|cache| attach(&mut sheets, folder, &cache, progress));
    }
    faults.extend(attached.unwrap_or_else(|e| {
        let expected = ("thư mục ghi được để giữ ảnh đã xử lý", "a folder to keep finished photographs in");
        vec![Fault::error(&cache.display().to_string(), "", expected).hint(reason(&e))]
    }));
    sort(&mut faults);
    let sound = faults.iter().all(|fault| fault.severity != Severity::Error);
    let catalog = &sheets.catalog;
    report.title.clone_from(&catalog.about.title);
    let names = |p: &Product| p.makers.iter().map(|id| catalog.producer(*id).name.clone()).collect();
    report.makers = catalog.products.iter().map(names).collect();
    let needs = ready(catalog, &sheets.details, &sheets.places, day);
    let places = sheets.places.iter().map(|place| (place.file.as_str(), place.sheet.as_deref(), place.row));
    let rows: HashMap<_, usize> = places.zip(0..).collect();
    let owner = |fault: &Fault| rows.get(&(fault.file.as_str(), fault.sheet.as_deref(), fault.row?)).copied();
    let read = sheets.rows.iter().map(|row| (row.file.as_str(), row.sheet.as_deref(), row.row));
    let told = faults.iter().filter(|fault| fault.severity != Severity::Note);
    let told: HashSet<_> = told.filter_map(|f| Some((f.file.as_str(), f.sheet.as_deref(), f.row?))).collect();
    report.rows = Some(Rows { read: read.len(), told: read.filter(|row| told.contains(row)).count() });
    let makers = report.makers.clone();
    report.fill(faults.clone(), needs, |fault| {
        let Some(at) = owner(fault) else { return Whose::default() };
        let producer = makers.get(at).filter(|makers| !makers.is_empty()).map(|makers| makers.join("; "));
        Whose { product: catalog.products.get(at).map(|p| p.name.vi.clone()), producer }
    });
    Checked { report, sheets: sound.then_some(Sheets { warnings: faults, ..sheets }) }
}
