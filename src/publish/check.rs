//! A folder looked through: what is wrong, what is lacking, and the catalogue if it can be published.
//!
//! In: a folder, the day. Out: a [`Report`] with everything at once, and the [`Sheets`]. It writes nothing but the cache
//! of photographs.

use super::clock::{UNKNOWN, today};
use super::faults::{Fault, Severity, reason, sort};
use super::folder::{Sheets, look};
use super::photo::{Cache, FOLDER, attach};
use super::ready::ready;
use super::report::Report;
use crate::catalog::Date;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What came of looking.
pub struct Checked {
    /// What is to be told.
    pub report: Report,
    /// The catalogue; none if it must not be published.
    pub sheets: Option<Sheets>,
}

/// Where finished photographs are kept from one run to the next: beside the sheets, hidden.
pub fn cache(folder: &Path) -> PathBuf {
    folder.join(".ocop/photos")
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
        report.fill(faults, Vec::new(), |_| None);
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
    (report.products, report.producers) = (catalog.products.len(), catalog.producers.len());
    let needs = ready(catalog, &sheets.details, &sheets.places, day);
    let makers = makers(&sheets);
    let own = |fault: &Fault| makers.get(&(fault.file.as_str(), fault.sheet.as_deref(), fault.row?)).cloned();
    report.fill(faults.clone(), needs, own);
    drop(makers);
    Checked { report, sheets: sound.then_some(Sheets { warnings: faults, ..sheets }) }
}

/// Producers of every row, as one text.
fn makers(sheets: &Sheets) -> HashMap<(&str, Option<&str>, usize), String> {
    let catalog = &sheets.catalog;
    let rows = catalog.products.iter().zip(&sheets.places).map(|(product, place)| {
        let names: Vec<&str> = product.makers.iter().map(|id| catalog.producer(*id).name.as_str()).collect();
        ((place.file.as_str(), place.sheet.as_deref(), place.row), names.join("; "))
    });
    rows.filter(|(_, names)| !names.is_empty()).collect()
}
