//! What is asked of the catalogue: words, picks, order, how much. `Query` ⇄ URL query string, inverses of each other.
//!
//! In: a query string as a browser has it. Out: a [`Query`]; and back, canonical and independent of the order in which
//! things were picked. Unknown keys and malformed values are ignored, so an old link still opens. No browser here.

use crate::catalog::GroupId;
use form_urlencoded::{Serializer, parse};

/// Cards shown at first, and added by each "show more". 24 fills rows of 2, 3, 4 and 6.
pub const PAGE: usize = 24;

/// Letters of a search that are read, as many as the box takes: who pastes more has said enough.
const LONGEST: usize = 200;

/// What a visitor can filter by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Facet {
    /// Product group, then sub-group.
    Group,
    /// Whether the recognition holds.
    State,
    /// Stars shown.
    Stars,
    /// Former district.
    District,
    /// Commune of today.
    Commune,
    /// Kind of producer.
    Kind,
    /// Quality systems.
    Quality,
    /// Sales channels.
    Channel,
    /// Export markets.
    Market,
    /// One producer.
    Producer,
}

impl Facet {
    /// All, in the order shown.
    pub const ALL: [Facet; 10] = [
        Facet::Group,
        Facet::State,
        Facet::Stars,
        Facet::District,
        Facet::Commune,
        Facet::Kind,
        Facet::Quality,
        Facet::Channel,
        Facet::Market,
        Facet::Producer,
    ];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        ["group", "state", "stars", "district", "commune", "kind", "quality", "channel", "market", "producer"]
            [self as usize]
    }
}

/// In which order results stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// Best match; without words the stars that hold come first.
    #[default]
    Best,
    /// Name in Vietnamese alphabetical order.
    Name,
    /// Most stars.
    Stars,
    /// Newest recognition.
    Newest,
    /// Former district, then commune.
    Place,
}

impl Sort {
    /// All, in the order offered.
    pub const ALL: [Sort; 5] = [Sort::Best, Sort::Stars, Sort::Newest, Sort::Name, Sort::Place];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        ["best", "name", "stars", "newest", "place"][self as usize]
    }
}

/// All that is asked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// Words as typed.
    pub text: String,
    /// Sorted, without repeats: the same picks are the same query whatever their order.
    picks: Vec<(Facet, String)>,
    /// Order.
    pub sort: Sort,
    /// How many further pages are shown after the first.
    pub more: usize,
}

impl Query {
    /// Read a query string, without its `?`.
    pub fn read(query: &str) -> Query {
        let mut out = Query::default();
        for (key, value) in parse(query.as_bytes()) {
            match key.as_ref() {
                "q" => out.text = value.chars().take(LONGEST).collect(),
                "sort" => out.sort = Sort::ALL.into_iter().find(|s| s.key() == value).unwrap_or_default(),
                // A thousand pages would be 24,000 cards: no link of ours asks for that.
                "more" => out.more = value.parse().ok().filter(|n| *n < 1000).unwrap_or_default(),
                key => {
                    let slug = value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                    if let (true, false, Some(facet)) =
                        (slug, value.is_empty(), Facet::ALL.into_iter().find(|f| f.key() == key))
                    {
                        out.pick(facet, &value);
                    }
                }
            }
        }
        out
    }

    /// Write the query string, without `?`; empty when nothing is asked.
    pub fn write(&self) -> String {
        let mut out = Serializer::new(String::new());
        if !self.text.is_empty() {
            out.append_pair("q", &self.text);
        }
        for (facet, slug) in &self.picks {
            out.append_pair(facet.key(), slug);
        }
        if self.sort != Sort::Best {
            out.append_pair("sort", self.sort.key());
        }
        if self.more > 0 {
            out.append_pair("more", &self.more.to_string());
        }
        out.finish()
    }

    /// Slugs picked in one facet.
    pub fn picked(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.picks.iter().filter(move |p| p.0 == facet).map(|p| p.1.as_str())
    }

    /// Every pick.
    pub fn picks(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.picks.iter().map(|p| (p.0, p.1.as_str()))
    }

    /// Whether that value is picked.
    pub fn has(&self, facet: Facet, slug: &str) -> bool {
        self.picked(facet).any(|s| s == slug)
    }

    /// Whether anything narrows the catalogue.
    pub fn is_narrow(&self) -> bool {
        !self.text.trim().is_empty() || !self.picks.is_empty()
    }

    /// The same with that value picked, or no longer; back on the first page.
    #[must_use]
    pub fn toggled(&self, facet: Facet, slug: &str) -> Query {
        let mut out = Query { more: 0, ..self.clone() };
        if out.has(facet, slug) {
            out.picks.retain(|p| p.0 != facet || p.1 != slug);
        } else {
            if let (Facet::Group, Some(group)) = (facet, GroupId::of_slug(slug)) {
                // A group and one below it are not both meant: the last one picked is.
                let apart = |other: GroupId| !other.path().contains(&group) && !group.path().contains(&other);
                out.picks.retain(|p| p.0 != facet || GroupId::of_slug(&p.1).is_none_or(apart));
            }
            out.pick(facet, slug);
        }
        out
    }

    fn pick(&mut self, facet: Facet, slug: &str) {
        let place = self.picks.partition_point(|p| (p.0, p.1.as_str()) < (facet, slug));
        if !self.has(facet, slug) {
            self.picks.insert(place, (facet, slug.into()));
        }
    }

    /// The same with exactly these values of a facet.
    #[must_use]
    pub fn with(&self, facet: Facet, slugs: &[&str]) -> Query {
        let mut out = Query { more: 0, ..self.clone() };
        out.picks.retain(|p| p.0 != facet);
        slugs.iter().for_each(|s| out.pick(facet, s));
        out
    }

    /// The same with other words.
    #[must_use]
    pub fn typed(&self, text: &str) -> Query {
        Query { text: text.into(), more: 0, ..self.clone() }
    }

    /// The same in another order.
    #[must_use]
    pub fn sorted(&self, sort: Sort) -> Query {
        Query { sort, more: 0, ..self.clone() }
    }

    /// The same with one more page shown.
    #[must_use]
    pub fn longer(&self) -> Query {
        Query { more: self.more + 1, ..self.clone() }
    }

    /// Everything with that one value, on one long page.
    pub fn only(facet: Facet, slug: &str) -> Query {
        Query { more: 40, ..Query::default().toggled(facet, slug) }
    }

    /// Nothing picked, words and order kept.
    #[must_use]
    pub fn unpicked(&self) -> Query {
        Query { text: self.text.clone(), sort: self.sort, ..Query::default() }
    }
}
