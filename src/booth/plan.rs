//! The settings of a booth ⇄ the query string of its address, inverses of each other: ten tablets are set up by one link.
//!
//! In: a query string, without its `?`. Out: a [`Plan`], or nothing if it has no PIN; and back, canonical. Unknown keys are
//! ignored and unknown values fall back, so an old link still opens. A part that is mistyped does not fall back to another: it
//! is kept as one that nothing belongs to, and whoever opens it is told [`Lack`].

use super::Pin;
use crate::query::Facet;
use crate::route::Lang;
use form_urlencoded::{Serializer, parse};

/// Seconds without a touch after which a visitor is asked, as offered.
pub const RESTS: [u32; 5] = [45, 60, 90, 120, 180];
/// Letters of the names of a hall and a stand.
const LONGEST: usize = 40;

/// Which part of the catalogue a booth shows first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Part {
    /// All of it.
    #[default]
    All,
    /// What a value of a facet finds: a group, a producer, a place.
    Of(Facet, String),
    /// A list that was put together, by its code.
    Picks(String),
}

impl Part {
    /// The facets that a part can be of.
    pub const FACETS: [Facet; 4] = [Facet::Producer, Facet::Group, Facet::Commune, Facet::District];
}

/// Why a part of the catalogue cannot be shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lack {
    /// No list was pasted yet.
    Nothing,
    /// What was pasted is no list, or its end is lost.
    Unreadable,
    /// No product of it is in the catalogue.
    Empty,
}

/// All settings of a booth.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// What it shows first.
    pub part: Part,
    /// Name of the hall.
    pub hall: String,
    /// Name of the stand.
    pub stand: String,
    /// Language in which every visitor begins.
    pub lang: Lang,
    /// Seconds without a touch after which a visitor is asked.
    pub rest: u32,
    /// Whether the screen is kept awake.
    pub awake: bool,
    /// What the exhibitor's own page asks for.
    pub pin: Pin,
}

/// Key of a list that was put together.
const PICKS: &str = "list";

impl Plan {
    /// Seconds of rest where nothing else is wanted.
    pub const USUAL_REST: u32 = 60;

    /// Everything as usual, with that PIN.
    pub fn new(pin: Pin) -> Plan {
        Plan {
            part: Part::All,
            hall: String::new(),
            stand: String::new(),
            lang: Lang::Vi,
            rest: Plan::USUAL_REST,
            awake: true,
            pin,
        }
    }

    /// Read a query string.
    pub fn read(query: &str) -> Option<Plan> {
        let pin = parse(query.as_bytes()).find(|(key, _)| key == "pin").and_then(|(_, text)| Pin::read(&text))?;
        let mut out = Plan::new(pin);
        for (key, value) in parse(query.as_bytes()) {
            match key.as_ref() {
                "hall" => out.hall = named(&value, LONGEST),
                "stand" => out.stand = named(&value, LONGEST),
                "lang" => out.lang = if value == Lang::En.code() { Lang::En } else { Lang::Vi },
                "rest" => out.rest = value.parse().ok().filter(|rest| RESTS.contains(rest)).unwrap_or(Plan::USUAL_REST),
                "awake" => out.awake = value != "0",
                PICKS => out.part = Part::Picks(word(&value, u8::is_ascii_alphanumeric)),
                key => {
                    let facet = Part::FACETS.into_iter().find(|facet| facet.key() == key);
                    let slug = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-';
                    facet.into_iter().for_each(|facet| out.part = Part::Of(facet, word(&value, slug)));
                }
            }
        }
        Some(out)
    }

    /// Write the query string: what is not as usual, and the PIN.
    pub fn write(&self) -> String {
        let mut out = Serializer::new(String::new());
        match &self.part {
            Part::All => {}
            Part::Of(facet, slug) => drop(out.append_pair(facet.key(), slug)),
            Part::Picks(code) => drop(out.append_pair(PICKS, code)),
        }
        let mut put = |key, value: &str, differs: bool| {
            if differs {
                out.append_pair(key, value);
            }
        };
        put("hall", &self.hall, !self.hall.is_empty());
        put("stand", &self.stand, !self.stand.is_empty());
        put("lang", self.lang.code(), self.lang != Lang::Vi);
        put("rest", &self.rest.to_string(), self.rest != Plan::USUAL_REST);
        put("awake", "0", !self.awake);
        put("pin", &self.pin.write(), true);
        out.finish()
    }
}

/// A text of such letters alone; an empty one for any other.
fn word(text: &str, letter: fn(&u8) -> bool) -> String {
    if text.as_bytes().iter().all(letter) { text.into() } else { String::new() }
}

/// A name on one line, of no more than so many letters.
pub(super) fn named(text: &str, most: usize) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    let short: String = out.chars().take(most).collect();
    short.trim_end().into()
}
