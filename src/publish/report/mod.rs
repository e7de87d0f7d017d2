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

/// What is told of a folder.
#[derive(Debug, Default)]
pub struct Report {
    /// Title of the catalogue; the folder's name where that could not be read.
    pub title: String,
    /// The folder, as typed.
    pub folder: String,
    /// The day for which recognitions are judged.
    pub day: Option<Date>,
    /// How many products were read.
    pub products: usize,
    /// How many producers.
    pub producers: usize,
    /// What is wrong with the sheets.
    pub faults: Vec<Told>,
    /// What is lacking, rule after rule.
    pub needs: Vec<Lacking>,
    /// Only what concerns producers whose name holds this.
    pub only: Option<String>,
}

/// A fault, with the producer whose row it stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// The fault.
    pub fault: Fault,
    /// Cell of the producer in that row; none where the row is not that of a product.
    pub producer: Option<String>,
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
    /// Enter what was found; `producer` tells whose row that is.
    pub fn fill(&mut self, faults: Vec<Fault>, needs: Vec<Need>, producer: impl Fn(&Fault) -> Option<String>) {
        let told = |fault: Fault| Told { producer: producer(&fault), fault };
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
        let theirs = |told: &Told| told.producer.as_ref().is_some_and(|p| fold(p).contains(&wanted));
        self.faults.retain(theirs);
        for need in &mut self.needs {
            need.faults.retain(theirs);
            need.products = need.faults.len();
        }
        self.needs.retain(|need| !need.faults.is_empty());
        self.only = Some(name.to_owned());
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
