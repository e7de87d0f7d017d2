//! All there is to say of a folder, told to a person or to a program.
//!
//! In: what reading found ([`Fault`]) and what is lacking ([`Need`]). Out: text for the terminal, CSV for Excel, one page
//! of HTML to print or to send, JSON. Errors come first and are never hidden among the rest.

mod csv;
mod html;
mod json;
mod text;

pub use csv::csv;
pub use html::html;
pub use json::{both, json};
pub use text::{summary, text};

use super::faults::{Fault, Severity};
use super::ready::{Need, Rule};
use crate::catalog::Date;
use crate::text::fold;
use std::collections::{BTreeSet, HashSet};
use std::path::Path;

/// What is told of a folder.
#[derive(Debug, Default)]
pub struct Report {
    /// Title of the catalogue; the folder's name where that could not be read.
    pub title: String,
    /// The folder, as typed.
    pub folder: String,
    /// The day for which recognitions are judged.
    pub day: Option<Date>,
    /// Producers of each product that was read.
    pub makers: Vec<Vec<String>>,
    /// Rows of the products' sheet; none where it could not be read, or only some producers' are told of.
    pub rows: Option<Rows>,
    /// What is wrong with the sheets.
    pub faults: Vec<Told>,
    /// What is lacking, rule after rule.
    pub needs: Vec<Lacking>,
    /// Only what concerns these producers.
    pub only: Option<Only>,
}

/// Producers that were asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Only {
    /// As it was typed.
    pub asked: String,
    /// Their names.
    pub names: Vec<String>,
}

/// A name as words between blanks, folded, legal kinds written out.
fn words(name: &str) -> String {
    const SHORT: [(&str, &str); 4] =
        [("htx", "hop tac xa"), ("cty", "cong ty"), ("tnhh", "trach nhiem huu han"), ("cp", "co phan")];
    let folded = fold(name);
    let long =
        |word: &str| SHORT.iter().find(|short| short.0 == word).map_or_else(|| word.to_owned(), |s| s.1.to_owned());
    format!(" {} ", folded.split_whitespace().map(long).collect::<Vec<_>>().join(" "))
}

/// How many rows there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rows {
    /// Under the header, with anything in them.
    pub read: usize,
    /// With an error or a warning.
    pub told: usize,
}

/// Whose row a fault stands in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Whose {
    /// The product; none where the row is not that of a product.
    pub product: Option<String>,
    /// Its producers; none where it names none.
    pub producer: Option<String>,
}

/// A fault, with the product and producer whose row it stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// The fault.
    pub fault: Fault,
    /// Whose row that is.
    pub whose: Whose,
}

/// A [`Need`] whose places know their producers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lacking {
    /// The rule.
    pub rule: Rule,
    /// How many products are concerned.
    pub products: usize,
    /// Each place.
    pub faults: Vec<Told>,
}

impl Report {
    /// Enter what was found; `whose` tells whose row that is.
    pub fn fill(&mut self, faults: Vec<Fault>, needs: Vec<Need>, whose: impl Fn(&Fault) -> Whose) {
        let told = |fault: Fault| Told { whose: whose(&fault), fault };
        self.faults = faults.into_iter().map(told).collect();
        let lacking = |need: Need| Lacking {
            rule: need.rule,
            products: need.products,
            faults: need.faults.into_iter().map(told).collect(),
        };
        self.needs = needs.into_iter().map(lacking).collect();
    }

    /// Keep only what concerns producers whose name has those words one after the other; case and accents do not matter, nor
    /// whether a legal kind is written in short.
    pub fn only(&mut self, asked: &str) {
        let wanted = words(asked);
        let has = |name: &str| words(name).contains(&wanted);
        let theirs = |told: &Told| told.whose.producer.as_deref().is_some_and(has);
        self.makers.iter_mut().for_each(|makers| makers.retain(|maker| has(maker)));
        self.makers.retain(|makers| !makers.is_empty());
        self.faults.retain(theirs);
        for need in &mut self.needs {
            need.faults.retain(theirs);
            need.products = need.faults.len();
        }
        self.needs.retain(|need| !need.faults.is_empty());
        self.rows = None;
        let names: BTreeSet<&String> = self.makers.iter().flatten().collect();
        self.only = Some(Only { asked: asked.to_owned(), names: names.into_iter().cloned().collect() });
    }

    /// Whether a report may be written to that path: nothing stands there, or an earlier report.
    pub fn may_stand(path: &Path) -> bool {
        let Ok(content) = std::fs::read(path) else { return true };
        let start = String::from_utf8_lossy(content.get(..content.len().min(2000)).unwrap_or_default());
        let start = start.trim_start_matches('\u{feff}');
        let json = start.starts_with("{\"command\":\"check\"");
        start.is_empty() || json || csv::is(start) || html::is(start) || text::is(start)
    }

    /// How many products were read.
    pub fn products(&self) -> usize {
        self.makers.len()
    }

    /// How many producers.
    pub fn producers(&self) -> usize {
        self.makers.iter().flatten().collect::<HashSet<_>>().len()
    }

    /// How many faults of that severity the sheets have.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults.iter().filter(|told| told.fault.severity == severity).count()
    }

    /// How many errors: with one, nothing is published.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// Nothing to tell but notes.
    pub fn clean(&self) -> bool {
        self.needs.is_empty() && self.errors() + self.count(Severity::Warning) == 0
    }

    /// Every fault with the rule it breaks, if it is one of readiness.
    fn all(&self) -> impl Iterator<Item = (Option<Rule>, &Told)> {
        let own = self.faults.iter().map(|told| (None, told));
        own.chain(self.needs.iter().flat_map(|need| need.faults.iter().map(|told| (Some(need.rule), told))))
    }
}
