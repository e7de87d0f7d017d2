//! Addresses: which page, in which language, asked what. `Route` ⇄ path, inverses of each other.
//!
//! In: path, query string and fragment, relative to the site's base. Out: an [`Address`]; and back. Every path ends in
//! `/`, so that plain file servers answer it with the `index.html` of that folder. No browser here.

use crate::query::Query;
use form_urlencoded::{Serializer, byte_serialize};

/// Languages of the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// For `lang` and `hreflang`.
    pub fn code(self) -> &'static str {
        ["vi", "en"][self as usize]
    }
}

/// Whether a device reaches itself by that whole address, and nobody else.
pub fn is_local(address: &str) -> bool {
    let host = address.split_once("://").map_or("", |(_, host)| host);
    ["localhost", "127.", "[::1]"].iter().any(|own| host.starts_with(own))
}

/// A page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// The list, filtered or not.
    List(Query),
    /// One product.
    Product(String),
    /// All producers.
    Producers,
    /// One producer.
    Producer(String),
    /// All places.
    Places,
    /// One commune or ward of today.
    Place(String),
    /// The catalogue at a glance.
    Overview,
    /// What stars mean, whence the data.
    About,
    /// What is to be printed: a query string, which the page itself reads. It has a program of its own.
    Print(String),
    /// What the visitor has picked, or a list that was sent; a query string, as for every page of the hall.
    Picks(String),
    /// How a page is passed on.
    Share(String),
    /// A tablet that visitors of a fair touch all day.
    Booth(String),
    /// Making ready for a place without a network.
    Offline(String),
    /// No such page; its path.
    Missing(String),
}

/// What stands in the address bar, after the site's base.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address {
    /// Language.
    pub lang: Lang,
    /// Page.
    pub route: Route,
    /// The filter sheet of phones is open (`#loc`), so that Back closes it.
    pub sheet: bool,
}

/// Fragment that opens the filter sheet; also the id of the filters.
pub const SHEET: &str = "loc";

/// Path words: the page's own, in Vietnamese and English.
const WORDS: [[&str; 2]; 12] = [
    ["san-pham", "product"],
    ["chu-the", "producers"],
    ["chu-the", "producer"],
    ["noi-lam", "places"],
    ["noi-lam", "place"],
    ["toan-canh", "overview"],
    ["gioi-thieu", "about"],
    ["in", "print"],
    ["chon", "picks"],
    ["chia-se", "share"],
    ["gian-hang", "booth"],
    ["ngoai-tuyen", "offline"],
];
const PRODUCT: usize = 0;
const PRODUCERS: usize = 1;
const PRODUCER: usize = 2;
const PLACES: usize = 3;
const PLACE: usize = 4;
const OVERVIEW: usize = 5;
const ABOUT: usize = 6;
const PRINT: usize = 7;
const PICKS: usize = 8;
const SHARE: usize = 9;
const BOOTH: usize = 10;
const OFFLINE: usize = 11;

impl Route {
    /// The query string of a page that has a program of its own: links to it are ordinary ones. None for pages to read.
    pub fn apart(&self) -> Option<&str> {
        match self {
            Route::Print(q) | Route::Picks(q) | Route::Share(q) | Route::Booth(q) | Route::Offline(q) => Some(q),
            _ => None,
        }
    }
}

impl Address {
    /// That page in that language.
    pub fn new(lang: Lang, route: Route) -> Address {
        Address { lang, route, sheet: false }
    }

    /// Read path (with or without leading `/`), query string (without `?`) and fragment (without `#`).
    pub fn read(path: &str, query: &str, fragment: &str) -> Address {
        let mut parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty() && *p != "index.html").collect();
        let lang = if parts.first() == Some(&"en") { Lang::En } else { Lang::Vi };
        if lang == Lang::En {
            parts.remove(0);
        }
        let is = |word: usize, part: &str| WORDS[word][lang as usize] == part;
        let route = match parts[..] {
            [] => Route::List(Query::read(query)),
            [a] if is(PRODUCERS, a) => Route::Producers,
            [a] if is(PLACES, a) => Route::Places,
            [a] if is(OVERVIEW, a) => Route::Overview,
            [a] if is(ABOUT, a) => Route::About,
            [a] if is(PRINT, a) => Route::Print(query.into()),
            [a] if is(PICKS, a) => Route::Picks(query.into()),
            [a] if is(SHARE, a) => Route::Share(query.into()),
            [a] if is(BOOTH, a) => Route::Booth(query.into()),
            [a] if is(OFFLINE, a) => Route::Offline(query.into()),
            [a, slug] if is(PRODUCT, a) => Route::Product(slug.into()),
            [a, slug] if is(PRODUCER, a) => Route::Producer(slug.into()),
            [a, slug] if is(PLACE, a) => Route::Place(slug.into()),
            _ => Route::Missing(parts.join("/")),
        };
        let sheet = fragment == SHEET && matches!(route, Route::List(_));
        Address { lang, route, sheet }
    }

    /// Path without leading `/`: what follows the site's base.
    pub fn path(&self) -> String {
        let word = |i: usize| WORDS[i][self.lang as usize];
        let (own, of) = match &self.route {
            Route::List(_) => ("", ""),
            Route::Product(slug) => (word(PRODUCT), slug.as_str()),
            Route::Producers => (word(PRODUCERS), ""),
            Route::Producer(slug) => (word(PRODUCER), slug.as_str()),
            Route::Places => (word(PLACES), ""),
            Route::Place(slug) => (word(PLACE), slug.as_str()),
            Route::Overview => (word(OVERVIEW), ""),
            Route::About => (word(ABOUT), ""),
            Route::Print(_) => (word(PRINT), ""),
            Route::Picks(_) => (word(PICKS), ""),
            Route::Share(_) => (word(SHARE), ""),
            Route::Booth(_) => (word(BOOTH), ""),
            Route::Offline(_) => (word(OFFLINE), ""),
            // 404.html, which stands for every path, has none of its own.
            Route::Missing(path) => ("", path.as_str()),
        };
        let mut out = String::new();
        let lang = if self.lang == Lang::En { "en" } else { "" };
        for part in [lang, own, &encoded_path(of)] {
            if !part.is_empty() {
                out.push_str(part);
                out.push('/');
            }
        }
        out
    }

    /// Path, query and fragment: a link relative to the site's base.
    pub fn write(&self) -> String {
        let mut out = self.path();
        let query = match &self.route {
            Route::List(query) => query.write(),
            route => route.apart().unwrap_or_default().into(),
        };
        if !query.is_empty() {
            out.push('?');
            out.push_str(&query);
        }
        if self.sheet {
            out.push('#');
            out.push_str(SHEET);
        }
        // An empty link would mean "this page" instead of the base.
        if out.is_empty() || out.starts_with(['?', '#']) {
            out.insert_str(0, "./");
        }
        out
    }

    /// What is asked of the page that passes on this one.
    pub fn asked_of(&self) -> String {
        Serializer::new(String::new()).append_pair("of", &self.write()).finish()
    }

    /// The same page in the other language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Address {
        Address { lang, ..self.clone() }
    }

    /// The query of a list, an empty one elsewhere.
    pub fn query(&self) -> Query {
        match &self.route {
            Route::List(query) => query.clone(),
            _ => Query::default(),
        }
    }
}

/// What stands in a path, however it was mistyped: nothing in it can be a scheme, a host, a query or a fragment.
fn encoded_path(path: &str) -> String {
    let mut out = String::new();
    for (i, part) in path.split('/').enumerate() {
        if i > 0 {
            out.push('/');
        }
        encode(&mut out, part);
    }
    out
}

/// One value in an address, that of a query too.
pub fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode(&mut out, text);
    out
}

fn encode(out: &mut String, text: &str) {
    // a form writes a blank as '+': a path does not, and mail programs show it as it is
    byte_serialize(text.as_bytes()).for_each(|piece| out.push_str(if piece == "+" { "%20" } else { piece }));
}
