//! The preview pictures that stand for pages elsewhere, drawn by others and named here.

use crate::catalog::Product;
use crate::view::photo_address;
use std::collections::HashMap;
use std::io;

/// Where preview pictures stand.
pub(in crate::publish) const PREVIEW: &str = "catalog/preview/";

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

/// Preview pictures that are drawn while the site is written, by several threads.
pub trait Previews: Sync {
    /// Where they stand in the site; a name follows from all that is drawn.
    fn paths(&self) -> &[String];

    /// The file of that number; an error if a photograph for it cannot be read.
    fn draw(&self, number: usize) -> io::Result<Vec<u8>>;
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

    /// What shows the product itself elsewhere: its photograph, else its own preview picture. The drawn tile shows no
    /// goods.
    pub(super) fn goods(&self, p: &Product) -> Option<String> {
        let photo = p.photo.as_ref().map(|photo| photo_address(&photo.fallback()));
        photo.or_else(|| self.own(&Subject::Product(p.slug.clone())).map(|card| card.path.clone()))
    }

    /// Its own.
    pub(super) fn own(&self, subject: &Subject) -> Option<&Card> {
        self.0.get(subject)
    }
}
