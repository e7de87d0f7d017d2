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
use std::collections::HashSet;

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
    /// Only what concerns producers whose name holds this.
    pub only: Option<String>,
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

    /// Keep only what concerns producers whose name holds that; case and accents do not matter.
    pub fn only(&mut self, name: &str) {
        let wanted = fold(name);
        let theirs = |told: &Told| told.whose.producer.as_ref().is_some_and(|p| fold(p).contains(&wanted));
        self.makers.iter_mut().for_each(|makers| makers.retain(|maker| fold(maker).contains(&wanted)));
        self.makers.retain(|makers| !makers.is_empty());
        self.faults.retain(theirs);
        for need in &mut self.needs {
            need.faults.retain(theirs);
            need.products = need.faults.len();
        }
        self.needs.retain(|need| !need.faults.is_empty());
        self.rows = None;
        self.only = Some(name.to_owned());
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
