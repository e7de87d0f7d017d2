//! The preview pictures that stand for pages elsewhere, made by others and named here.

use std::collections::HashMap;

/// What a preview picture shows.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Subject {
    /// The catalogue as a whole; it stands for every page that has no picture of its own.
    Catalog,
    /// The product of that slug.
    Product(String),
    /// The producer of that slug.
    Producer(String),
}

/// One preview picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// Where it stands in the site: `catalog/preview/….jpg`.
    pub path: String,
    /// Pixels.
    pub width: u16,
    /// Pixels.
    pub height: u16,
}

/// All preview pictures of a site.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cards(pub HashMap<Subject, Card>);

impl Cards {
    /// The picture for a page about that: its own, else the catalogue's, else the site's sign.
    pub(super) fn of(&self, subject: &Subject) -> Option<Card> {
        let sign = || Card { path: "icon-512.png".into(), width: 512, height: 512 };
        Some(self.own(subject).or_else(|| self.0.get(&Subject::Catalog)).cloned().unwrap_or_else(sign))
    }

    /// Its own.
    pub(super) fn own(&self, subject: &Subject) -> Option<&Card> {
        self.0.get(subject)
    }
}
