//! Which file is the photograph of which product.
//!
//! In: the folder `photos/` and, for each product, what its row names. Out: the files that are shown, each once, and
//! for each product which of them. A row's own names count first: whatever their case, accents composed or not, with
//! or without ending or folder. A product whose row names none gets the files that are named after it
//! (`mam-tom-le-gia.jpg`, `Mắm tôm Lê Gia 2.JPG`; numbers give the order). It opens no picture, and nothing outside
//! the folder is ever looked at.

use super::{FOLDER, Flaw};
use crate::publish::near::nearest;
use crate::publish::{Fault, Severity};
use crate::text::{lower, nfc, slug};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders within folders that are looked into.
const DEEPEST: usize = 3;

/// Endings of files that people take for pictures; other files in the folder are nobody's business.
const ENDINGS: &[&str] =
    &["jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "heic", "heif", "avif", "tif", "tiff", "bmp", "svg"];

/// A product and the photographs its row names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The product's slug.
    pub slug: String,
    /// The product's name.
    pub name: String,
    /// What stands in the photo column, in order; empty where nothing does.
    pub files: Vec<String>,
    /// Where that is.
    pub blame: Blame,
}

/// A cell of a sheet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Blame {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet, where the file is a workbook.
    pub sheet: Option<String>,
    /// Row as a spreadsheet numbers it.
    pub row: Option<usize>,
    /// Title of the column.
    pub column: Option<String>,
}

/// Something wrong, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The photograph, as the row names it or as it lies in the folder.
    pub file: String,
    /// The cell that names it; none where only its own name leads to it.
    pub blame: Option<Blame>,
    /// What is wrong.
    pub flaw: Flaw,
}

impl Finding {
    /// As a warning: in the cell that names the photograph, or else of the folder. A product without its photograph is
    /// shown by its drawing, so that nothing here stops the rest.
    pub fn fault(&self) -> Fault {
        let place = self.blame.clone().unwrap_or_else(|| Blame { file: FOLDER.into(), ..Blame::default() });
        Fault {
            severity: Severity::Warning,
            sheet: place.sheet,
            row: place.row,
            column: place.column,
            hint: self.flaw.hint(),
            ..Fault::error(&place.file, &self.file, self.flaw.expected())
        }
    }
}

/// What was found.
#[derive(Default, Debug)]
pub struct Found {
    /// Names within the folder of the files that are shown, each once.
    pub names: Vec<String>,
    /// For each claim, which of them, the first one first.
    pub shown: Vec<Vec<usize>>,
    /// What is wrong with names.
    pub findings: Vec<Finding>,
}

/// Find the photographs of these products in that folder, which need not be there.
pub fn find(folder: &Path, claims: &[Claim]) -> Found {
    let shelf = Shelf::new(folder);
    let mut taken: Vec<Vec<usize>> = vec![Vec::new(); claims.len()];
    let mut findings = Vec::new();
    for (claim, own) in claims.iter().zip(&mut taken) {
        for file in claim.files.iter().flat_map(|written| shelf.parts(written)) {
            match shelf.look(file) {
                Ok(at) if own.contains(&at) => {}
                Ok(at) => own.push(at),
                Err(flaw) => findings.push(Finding { file: file.to_owned(), blame: Some(claim.blame.clone()), flaw }),
            }
        }
    }
    by_name(&shelf, claims, &mut taken, &mut findings);
    let used: Vec<usize> = (0..shelf.names.len()).filter(|at| taken.iter().any(|own| own.contains(at))).collect();
    let place: HashMap<usize, usize> = used.iter().enumerate().map(|(new, old)| (*old, new)).collect();
    Found {
        names: used.iter().map(|at| shelf.names[*at].clone()).collect(),
        shown: taken.iter().map(|own| own.iter().filter_map(|at| place.get(at).copied()).collect()).collect(),
        findings,
    }
}

/// Give the files that no row names to the products they are named after.
fn by_name(shelf: &Shelf, claims: &[Claim], taken: &mut [Vec<usize>], findings: &mut Vec<Finding>) {
    let owners = called(claims, |claim| claim.files.is_empty());
    let filled = called(claims, |claim| !claim.files.is_empty());
    let mut numbered: Vec<(usize, u32, usize)> = Vec::new();
    for (at, name) in shelf.names.iter().enumerate() {
        if taken.iter().any(|own| own.contains(&at)) || !pictured(name) {
            continue;
        }
        let key = slug(bare(name));
        let (base, number) = if owners.contains_key(&key) { (key.as_str(), 0) } else { numbering(&key) };
        let owners = owners.get(base).map(Vec::as_slice).unwrap_or_default();
        // a name that is a slug to the letter leaves no doubt
        let literal = owners.iter().find(|i| claims[**i].slug == base && bare(name).starts_with(base));
        let mut blame = None;
        let flaw = match (owners, literal) {
            ([one], _) | (_, Some(one)) => {
                numbered.push((*one, number, at));
                continue;
            }
            ([], _) => match filled.get(&key).or_else(|| filled.get(numbering(&key).0)).and_then(|f| f.first()) {
                Some(one) => {
                    blame = Some(claims[*one].blame.clone());
                    Flaw::Filled(claims[*one].name.clone())
                }
                None => Flaw::Unused,
            },
            (several, _) => Flaw::Claimed(several.iter().map(|i| claims[*i].name.clone()).collect()),
        };
        findings.push(Finding { file: name.clone(), blame, flaw });
    }
    numbered.sort_unstable();
    numbered.into_iter().for_each(|(i, _, at)| taken[i].push(at));
}

/// Those of the products that files may be called after: indices of the claims, by slug and name.
fn called(claims: &[Claim], among: impl Fn(&Claim) -> bool) -> HashMap<String, Vec<usize>> {
    let mut all: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, claim) in claims.iter().enumerate().filter(|c| among(c.1)) {
        for key in [claim.slug.clone(), slug(&claim.name)] {
            let own = all.entry(key).or_default();
            if !own.contains(&i) {
                own.push(i);
            }
        }
    }
    all
}

/// The files of the folder, under all the names by which a row may mean them.
struct Shelf {
    /// Within the folder, sorted.
    names: Vec<String>,
    /// The strictest names first: to the letter, without case, without ending, without folder, without both.
    keys: [HashMap<String, Vec<usize>>; 5],
}

impl Shelf {
    fn new(folder: &Path) -> Shelf {
        let mut names = Vec::new();
        list(folder, "", DEEPEST, &mut names);
        names.sort();
        let mut keys: [HashMap<String, Vec<usize>>; 5] = Default::default();
        for (at, name) in names.iter().enumerate() {
            for (keys, key) in keys.iter_mut().zip(meanings(name)) {
                keys.entry(key).or_default().push(at);
            }
        }
        Shelf { names, keys }
    }

    /// What a row writes between semicolons: one name, or several parted by commas where each is a file that is there, or
    /// ends as pictures do.
    fn parts<'a>(&self, written: &'a str) -> Vec<&'a str> {
        let parts: Vec<&str> = written.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let several = parts.iter().all(|part| self.look(part).is_ok()) || parts.iter().all(|part| pictured(part));
        if several && self.look(written).is_err() { parts } else { vec![written] }
    }

    /// The file that a row means.
    fn look(&self, written: &str) -> Result<usize, Flaw> {
        // Windows copies a path in quotation marks.
        let name = written.trim().trim_matches('"').replace('\\', "/");
        let drive = name.as_bytes().get(1) == Some(&b':');
        if name.starts_with('/') || drive || name.contains("://") || name.split('/').any(|part| part == "..") {
            let last = name.rsplit('/').next().unwrap_or_default();
            let there = self.keys.last().and_then(|bare| bare.get(&lower(without_ending(last))));
            return Err(Flaw::Outside(match there.map(Vec::as_slice) {
                Some([one]) => Some(self.names[*one].clone()),
                _ => None,
            }));
        }
        let name = name.trim_start_matches("./");
        let name = match name.split_once('/') {
            Some((first, rest)) if first.eq_ignore_ascii_case(FOLDER) => rest,
            _ => name,
        };
        for (keys, key) in
            self.keys.iter().zip([nfc(name).into_owned(), lower(name), lower(name), lower(name), lower(name)])
        {
            match keys.get(&key).map(Vec::as_slice) {
                Some([one]) => return Ok(*one),
                Some(several) => return Err(Flaw::Several(several.iter().map(|at| self.names[*at].clone()).collect())),
                None => {}
            }
        }
        let near = nearest(name, self.names.iter().map(String::as_str));
        Err(Flaw::Missing(near.map(str::to_owned)))
    }
}

fn meanings(name: &str) -> [String; 5] {
    let file = name.rsplit('/').next().unwrap_or(name);
    [nfc(name).into_owned(), lower(name), lower(without_ending(name)), lower(file), lower(bare(name))]
}

/// Names of the regular files below, without hidden ones. What cannot be listed is not there.
fn list(folder: &Path, above: &str, deeper: usize, out: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let Ok(kind) = entry.file_type() else { continue };
        if name.starts_with('.') {
            continue;
        }
        if kind.is_file() {
            out.push(format!("{above}{name}"));
        } else if kind.is_dir() && deeper > 0 {
            list(&entry.path(), &format!("{above}{name}/"), deeper - 1, out);
        }
    }
}

fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(before, _)| before)
}

/// Neither folder nor ending.
fn bare(name: &str) -> &str {
    without_ending(name.rsplit('/').next().unwrap_or(name))
}

fn pictured(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// A key without the number at its end, and the number.
fn numbering(key: &str) -> (&str, u32) {
    let base = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = key.get(base.len()..).and_then(|digits| digits.parse().ok());
    (base.trim_end_matches('-'), number.unwrap_or_default())
}

/// Where a found file lies.
pub(super) fn path(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}
