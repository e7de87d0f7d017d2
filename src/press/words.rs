//! What paper says, to be filled in by whoever knows a language: nothing that is printed is written in this room.
//!
//! In: nothing. Out: [`Words`], a table a language, and [`Tongues`], the one or two that a sheet is printed in.

use crate::catalog::{DistrictKind, GroupId, Standing, Stars, State, Text};
use crate::route::Lang;

/// All words of paper in one language.
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// A text in this language, Vietnamese where there is no other.
    pub text: fn(&Text<String>) -> &str,
    /// A product group.
    pub group: fn(GroupId) -> &'static str,
    /// Products without a group.
    pub no_group: &'static str,
    /// Products without a producer.
    pub no_producer: &'static str,
    /// Products of which no commune of today is known.
    pub no_commune: &'static str,
    /// Products of which no former district is known.
    pub no_district: &'static str,
    /// "OCOP 4 sao".
    pub badge: fn(Stars) -> String,
    /// "4 sao".
    pub stars: fn(Stars) -> String,
    /// The source names no star.
    pub no_star: &'static str,
    /// How a recognition stands, with its date.
    pub standing: fn(&Standing) -> String,
    /// What a sign of a state means.
    pub state: fn(State) -> &'static str,
    /// A star put forward.
    pub proposed: fn(Option<Stars>) -> String,
    /// "huyện cũ Nga Sơn".
    pub district: fn(DistrictKind, &str) -> String,
    /// Between two places of which the source does not say which it is.
    pub either_place: &'static str,
    /// So many products.
    pub count_products: fn(usize) -> String,
    /// Title of the contents.
    pub contents: &'static str,
    /// Title of the index of products.
    pub index_products: &'static str,
    /// Title of the index of producers.
    pub index_producers: &'static str,
    /// Title of the index of places.
    pub index_places: &'static str,
    /// What stands before, in and after the page number: "Trang", "16", "/ 52".
    pub folio: fn(usize, usize) -> [String; 3],
    /// Below cards: what the code is for.
    pub foot_scan: &'static str,
    /// Below pictures that are drawn.
    pub foot_drawn: &'static str,
    /// Below indexes: what the numbers are.
    pub foot_index: &'static str,
}

/// The languages of a sheet.
#[derive(Clone, Copy)]
pub struct Tongues {
    /// The one that comes first, in which addresses are too.
    pub first: &'static Words,
    /// The one beside it.
    pub second: Option<&'static Words>,
}

impl Tongues {
    /// What it says in its language, or in both with a dot between them if they differ.
    pub fn both<T: AsRef<str>>(self, says: impl Fn(&'static Words) -> T) -> String {
        let mut out = String::from(says(self.first).as_ref());
        if let Some(second) = self.second.map(&says).filter(|second| second.as_ref() != out) {
            out.push_str(" · ");
            out.push_str(second.as_ref());
        }
        out
    }

    /// Whether English names of products stand there.
    pub fn has_english(self) -> bool {
        self.first.lang == Lang::En || self.second.is_some_and(|words| words.lang == Lang::En)
    }
}
