//! Which picture stands for a product, and the list of those in use.
//!
//! In: a product's name and group. Out: the goods and motif its tile is drawn with, and the motif's [`Term`].

use super::tile::{Goods, motif_label, motif_of};
use crate::catalog::{GroupId, Term, TermId, Text};
use crate::text::slug;
use std::collections::HashMap;

/// The kind of goods of a group.
pub fn goods(group: Option<GroupId>) -> Goods {
    Goods::ALL.into_iter().find(|g| group.is_some_and(|group| group.goods() == g.slug())).unwrap_or(Goods::Unknown)
}

/// The motifs met so far, in the order met.
#[derive(Default)]
pub struct Motifs {
    /// Slug and what it shows.
    pub terms: Vec<Term>,
    ids: HashMap<&'static str, TermId>,
}

impl Motifs {
    /// The motif of that product, entered if it is new.
    pub fn enter(&mut self, name: &str, group: Option<GroupId>) -> TermId {
        let motif = motif_of(name, goods(group));
        *self.ids.entry(motif).or_insert_with(|| {
            let (vi, en) = motif_label(motif);
            self.terms.push(Term { slug: slug(motif), name: Text { vi: vi.to_owned(), en: en.to_owned() } });
            TermId(self.terms.len() as u16 - 1)
        })
    }
}
