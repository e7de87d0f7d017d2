//! What the desk before the printer has fetched and need not fetch again, whatever is chosen next.
//!
//! In: what a print needs. Out: whether it is there; titles of sources as they come.

use super::Needs;
use crate::catalog::{Addendum, Detail, ProductId};
use crate::page::load;
use crate::route::Lang;
use std::cell::RefCell;

/// As much of the details as some print needed: of all products asked for, or of those that an addendum tells of.
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    pub needs: Needs,
    pub of: Option<&'static Addendum>,
    pub all: &'static [(ProductId, Detail)],
}

impl Known {
    /// Whether that is enough for a print of all products, or of an addendum.
    pub fn is_enough(self, needs: Needs, of: Option<&'static Addendum>) -> bool {
        let same = |own: &'static Addendum| of.is_some_and(|of| std::ptr::eq(own, of));
        needs <= self.needs && self.of.is_none_or(same)
    }
}

/// Titles of all sources in the language in which they were asked for last.
#[derive(Default)]
pub(super) struct Sources(Option<(Lang, String)>);

impl Sources {
    /// The titles in that language; what could not be had is asked for again the next time.
    pub async fn of(kept: &RefCell<Sources>, lang: Lang) -> String {
        let known = kept.borrow().0.as_ref().filter(|known| known.0 == lang).map(|known| known.1.clone());
        if let Some(titles) = known {
            return titles;
        }
        let titles = load::sources(lang).await;
        if !titles.is_empty() {
            kept.replace(Sources(Some((lang, titles.clone()))));
        }
        titles
    }
}
