//! Every word a visitor reads. One typed table a language: a missing translation does not compile.
//!
//! In: a language. Out: [`Words`]. Numbers and dates are written as each language writes them. A further language is
//! one more file and one more arm in [`of`].

#[cfg(not(target_arch = "wasm32"))]
mod about;
mod booth;
mod desk;
mod en;
#[cfg(not(target_arch = "wasm32"))]
mod gone;
mod hall;
mod keep;
mod paper;
mod vi;

#[cfg(not(target_arch = "wasm32"))]
pub use about::about;

pub use booth::{Booth, booth};
pub use desk::{Desk, desk};
#[cfg(not(target_arch = "wasm32"))]
pub use gone::gone;
pub use hall::{Hall, hall};
pub use keep::{Keep, keep};
pub use paper::paper;

use crate::catalog::{Authority, Date, DistrictKind, ProducerKind, Standing, Stars, State, Text, When};
use crate::query::{Facet, Sort};
use crate::route::Lang;

/// The table of that language.
pub fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &vi::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// A sentence with a number in it.
pub type Count = fn(usize) -> String;
/// A sentence with a word in it.
pub type Fill = fn(&str) -> String;

/// All words of one language.
pub struct Words {
    pub lang: Lang,
    // frame
    pub skip: &'static str,
    pub nav: &'static str,
    pub products: &'static str,
    pub producers: &'static str,
    pub places: &'static str,
    pub overview: &'static str,
    pub about: &'static str,
    pub booth: &'static str,
    pub language: &'static str,
    pub search_label: &'static str,
    pub search_hint: &'static str,
    pub search_go: &'static str,
    pub suggestions: &'static str,
    pub recent: &'static str,
    pub forget: &'static str,
    pub invented: &'static str,
    pub footer: fn(&str, &str) -> String,
    pub tagline: Fill,
    // list
    pub count_products: Count,
    pub in_all: Count,
    pub found_status: fn(usize, usize) -> String,
    pub filters: &'static str,
    pub filters_on: Count,
    pub clear_all: &'static str,
    pub close: &'static str,
    pub show_results: Count,
    pub sort_by: &'static str,
    pub sort: fn(Sort) -> &'static str,
    pub facet: fn(Facet) -> &'static str,
    pub facet_all: fn(Facet, usize) -> String,
    pub facet_less: &'static str,
    pub facet_find: fn(Facet) -> String,
    pub facet_none: &'static str,
    pub drop_pick: Fill,
    pub show_more: Count,
    pub shown_of: fn(usize, usize) -> String,
    // why something was found that was not typed so
    pub meant_accents: &'static str,
    pub meant_keys: &'static str,
    pub meant_spacing: &'static str,
    pub meant_near: &'static str,
    pub meant_general: &'static str,
    pub did_you_mean: &'static str,
    // values without a name of their own
    pub state: fn(State) -> &'static str,
    pub stars: fn(Stars) -> String,
    pub no_star: &'static str,
    pub no_group: &'static str,
    pub kind: fn(ProducerKind) -> &'static str,
    pub district: fn(DistrictKind, &str) -> String,
    pub district_short: fn(DistrictKind, &str) -> String,
    // badge and state
    pub badge: fn(Stars) -> String,
    pub standing: fn(&Standing) -> String,
    pub proposed: fn(Option<Stars>) -> String,
    pub date: fn(When) -> String,
    pub day: fn(Date) -> String,
    // product
    pub drawn: Fill,
    pub drawn_line: &'static str,
    pub photo_of: Fill,
    pub producer: &'static str,
    pub made_in: &'static str,
    pub formerly: Fill,
    pub either_place: &'static str,
    pub group: &'static str,
    pub markets: &'static str,
    pub channels: &'static str,
    pub quality: &'static str,
    pub literal: &'static str,
    pub story: &'static str,
    pub price: &'static str,
    pub dong: fn(u32) -> String,
    pub pack: &'static str,
    pub gtin: &'static str,
    pub contact: &'static str,
    pub recognitions: &'static str,
    pub col_stars: &'static str,
    pub col_decision: &'static str,
    pub col_authority: &'static str,
    pub col_date: &'static str,
    pub col_until: &'static str,
    pub col_state: &'static str,
    pub decision: Fill,
    pub not_stated: &'static str,
    pub authority: fn(Authority, &str) -> String,
    pub state_short: fn(State) -> &'static str,
    pub note_valid: &'static str,
    pub note_year: &'static str,
    pub note_either: fn(u16, u16) -> String,
    pub facts: &'static str,
    pub in_vietnamese: &'static str,
    pub sources: &'static str,
    pub more_from: Fill,
    pub similar: &'static str,
    pub see_all: Count,
    pub loading: &'static str,
    // producer and place
    pub producer_count: fn(usize, usize) -> String,
    pub producer_quality: &'static str,
    pub same_commune: Fill,
    pub was: Fill,
    pub list_producers: Count,
    pub list_places: fn(usize, usize) -> String,
    pub too_many: Count,
    pub place_unknown: Count,
    // overview
    pub overview_lead: fn(usize, &str) -> String,
    pub by: fn(Facet) -> &'static str,
    pub number: &'static str,
    pub share_of: fn(usize, usize) -> String,
    // nothing found, errors
    pub nothing_for: fn(&str, usize) -> String,
    pub nothing_filters: Count,
    pub nothing_hint: &'static str,
    pub nothing_near: &'static str,
    pub drop_words: Fill,
    pub would_leave: Count,
    pub missing: &'static str,
    pub missing_lead: Fill,
    pub missing_near: &'static str,
    pub to_list: &'static str,
    pub pick: &'static str,
    /// Instead of it where the list has no room.
    pub pick_full: &'static str,
    pub picks_of: Count,
    pub share: &'static str,
    pub offline: &'static str,
    pub print_title: &'static str,
    pub print_list: &'static str,
    pub print_item: &'static str,
    // what was printed and what holds now
    pub since_same: &'static str,
    pub since_changed: &'static str,
    /// What changed: name, producer, place, recognitions, price.
    pub since_fields: [&'static str; 5],
    /// Closes what changed.
    pub since_now: &'static str,
    /// The mark was not made here.
    pub since_unknown: &'static str,
    pub failed: &'static str,
    pub failed_lead: &'static str,
    pub retry: &'static str,
    pub wait: &'static str,
    // about
    pub about_title: &'static str,
    pub publisher: &'static str,
    pub take_along: &'static str,
    pub legend: &'static str,
    pub text: fn(&Text<String>) -> &str,
}

/// A whole number with its groups of three apart.
fn grouped(number: usize, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}
