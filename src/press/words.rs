//! What paper says, to be filled in by whoever knows a language: nothing that is printed is written in this room.
//!
//! In: nothing. Out: [`Words`], a table a language, and [`Tongues`], the one or two that a sheet is printed in.

use crate::catalog::{Date, DistrictKind, Field, GroupId, Standing, Stars, State, Text, When};
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
    /// All of them, where nothing parts them.
    pub products: &'static str,
    /// Heading of names of products.
    pub product: &'static str,
    /// Heading of producers.
    pub producer: &'static str,
    /// Heading of the place.
    pub made_in: &'static str,
    /// Heading of stars and their state.
    pub standing_head: &'static str,
    /// Heading of prices.
    pub price: &'static str,
    /// Heading of how many are wanted.
    pub quantity: &'static str,
    /// Before what somebody noted of a product.
    pub note: &'static str,
    /// A price in dong.
    pub dong: fn(u32) -> String,
    /// Heading of what is in a pack.
    pub pack: &'static str,
    /// Heading of export markets.
    pub markets: &'static str,
    /// Heading of sales channels.
    pub channels: &'static str,
    /// Heading of quality systems.
    pub quality: &'static str,
    /// Heading of how somebody is reached.
    pub contact: &'static str,
    /// Heading of all recognitions.
    pub recognitions: &'static str,
    /// A decision with its number.
    pub decision: fn(&str) -> String,
    /// A date as exact as it is known.
    pub date: fn(When) -> String,
    /// Heading of the story.
    pub story: &'static str,
    /// Heading of what sources say besides.
    pub facts: &'static str,
    /// The same where none of it is about sources.
    pub about: &'static str,
    /// Heading of sources.
    pub sources: &'static str,
    /// Title of the page that explains stars and states.
    pub legend: &'static str,
    /// What it explains, a paragraph each.
    pub legend_notes: [&'static str; 3],
    /// The day to which facts were gathered.
    pub as_of: fn(Date) -> String,
    /// From how many sources.
    pub gathered: fn(usize) -> String,
    /// Heading of who publishes it.
    pub publisher: &'static str,
    /// Nothing in it is real.
    pub invented: &'static str,
    /// The day a list is printed.
    pub printed_on: fn(Date) -> String,
    /// What the code at its head is for.
    pub scan_list: &'static str,
    /// The day a flyer is printed, and what its code is for.
    pub printed: fn(Date) -> String,
    /// Sections of an addendum: new, changed, withdrawn.
    pub changes: [&'static str; 3],
    /// Before the fields that changed.
    pub changed: &'static str,
    /// Name of a field within a line.
    pub field: fn(Field) -> &'static str,
    /// Behind the name of a section that began on an earlier page.
    pub continued: &'static str,
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

    /// What it says in each language, where that is a sentence.
    pub fn each(self, says: impl Fn(&'static Words) -> String) -> Vec<(Lang, String)> {
        [Some(self.first), self.second].into_iter().flatten().map(|w| (w.lang, says(w))).collect()
    }

    /// Whether English names of products stand there.
    pub fn has_english(self) -> bool {
        self.first.lang == Lang::En || self.second.is_some_and(|words| words.lang == Lang::En)
    }
}
