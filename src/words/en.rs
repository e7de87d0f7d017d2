//! English.

use super::{Words, grouped};
use crate::catalog::{Authority, Date, DistrictKind, ProducerKind, Standing, Stars, State, When};
use crate::query::{Facet, Sort};
use crate::route::Lang;

pub(super) fn n(number: usize) -> String {
    grouped(number, ',')
}

pub(super) fn items(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", n(number), if number == 1 { one } else { many })
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month(m: u8) -> &'static str {
    MONTHS.get(usize::from(m).wrapping_sub(1)).copied().unwrap_or_default()
}

fn day(d: Date) -> String {
    format!("{} {} {}", d.day, month(d.month), d.year)
}

fn date(when: When) -> String {
    match when {
        When::Unknown => String::new(),
        When::Either(a, b) => format!("{a} or {b}"),
        When::Year(y) => y.to_string(),
        When::Month(y, m) => format!("{} {y}", month(m)),
        When::Day(d) => day(d),
    }
}

/// With its preposition: "in 2024", "on 5 Aug 2024".
fn at(when: When) -> String {
    format!("{} {}", if matches!(when, When::Day(_)) { "on" } else { "in" }, date(when))
}

fn facet(f: Facet) -> &'static str {
    match f {
        Facet::Group => "Product group",
        Facet::State => "Recognition",
        Facet::Stars => "Stars",
        Facet::District => "Former district",
        Facet::Commune => "Commune today",
        Facet::Kind => "Kind of producer",
        Facet::Quality => "Quality systems",
        Facet::Channel => "Sold at",
        Facet::Market => "Export markets",
        Facet::Producer => "Producer",
    }
}

fn standing(s: &Standing) -> String {
    match (s.state, s.until) {
        (State::InForce, until) => format!("In force until {}", date(until)),
        (State::Lapsed, until) => format!("Lapsed {}", at(until)),
        (State::Undated, When::Unknown | When::Either(..)) => "Undated in the source".into(),
        (State::Undated, until) => format!("Lapses in {}, day not stated", date(until)),
        (State::Proposed, _) => proposed(s.stars),
    }
}

fn proposed(stars: Option<Stars>) -> String {
    match stars {
        Some(s) => format!("Proposed for {} stars", s.count()),
        None => "Only proposed".into(),
    }
}

fn was(kind: DistrictKind) -> &'static str {
    match kind {
        DistrictKind::Rural => "district",
        DistrictKind::Town => "town",
        DistrictKind::City => "city",
    }
}

pub(super) static WORDS: Words = Words {
    lang: Lang::En,
    skip: "Skip to the content",
    nav: "Pages",
    products: "Products",
    producers: "Producers",
    places: "Places",
    overview: "At a glance",
    about: "About",
    booth: "Booth",
    language: "Language",
    search_label: "Search products, producers, communes",
    search_hint: "Search products, producers, communes…",
    search_go: "Search",
    suggestions: "Suggestions",
    recent: "Recent searches",
    forget: "Clear recent searches",
    invented: "This catalogue was made by a machine to test with: none of its products is real.",
    footer: |title, day| format!("{title} · data as of {day}"),
    tagline: |province| format!("OCOP products of {province}"),
    count_products: |k| items(k, "product", "products"),
    in_all: |k| format!("of {}", n(k)),
    found_status: |k, all| format!("{} of {} products found", n(k), n(all)),
    filters: "Filter",
    filters_on: |k| if k == 0 { "Filter".into() } else { format!("Filter · {k}") },
    clear_all: "Clear all",
    close: "Close the filters",
    show_results: |k| format!("Show {}", items(k, "product", "products")),
    sort_by: "Sort by",
    sort: |s| match s {
        Sort::Best => "Best match",
        Sort::Stars => "Stars",
        Sort::Newest => "Newest recognition",
        Sort::Name => "Name A–Z",
        Sort::Place => "Place",
    },
    facet,
    facet_all: |f, k| {
        let what = match f {
            Facet::District => "former districts",
            Facet::Commune => "communes",
            Facet::Producer => "producers",
            Facet::Market => "markets",
            Facet::Channel => "channels",
            Facet::Quality => "systems",
            _ => "values",
        };
        format!("All {} {what}", n(k))
    },
    facet_less: "Show fewer",
    facet_find: |f| format!("Search: {}", facet(f)),
    facet_none: "Nothing matches.",
    drop_pick: |what| format!("Remove filter {what}"),
    show_more: |k| format!("Show {} more", items(k, "product", "products")),
    shown_of: |k, all| format!("Showing {} of {} products", n(k), n(all)),
    meant_accents: "Matched without accents",
    meant_keys: "Read as typed in Telex or VNI",
    meant_spacing: "Words split or joined",
    meant_near: "Close to what was typed",
    meant_general: "True of every product",
    did_you_mean: "Did you mean",
    state: |s| match s {
        State::InForce => "In force",
        State::Lapsed => "Lapsed",
        State::Undated => "Undated in the source",
        State::Proposed => "Proposed for more stars",
    },
    stars: |s| format!("{} stars", s.count()),
    no_star: "No star in the source",
    no_group: "Not yet grouped",
    kind: |k| match k {
        ProducerKind::Enterprise => "Enterprise",
        ProducerKind::Cooperative => "Cooperative",
        ProducerKind::Group => "Cooperative group",
        ProducerKind::Household => "Household business",
        ProducerKind::Unknown => "Kind not stated",
    },
    district: |kind, name| format!("former {name} {}", was(kind)),
    district_short: |kind, name| match kind {
        DistrictKind::City => format!("{name} City"),
        _ => name.to_string(),
    },
    badge: |s| format!("OCOP {} stars", s.count()),
    standing,
    proposed,
    date,
    day,
    drawn: |what| format!("Drawing: {what}"),
    drawn_line: "Picture drawn from the catalogue’s data; it is not a photograph.",
    photo_of: |name| format!("Photograph: {name}"),
    producer: "Producer",
    made_in: "Made in",
    formerly: |place| format!("Formerly {place}"),
    either_place: " or ",
    group: "Group",
    markets: "Export markets",
    channels: "Sold at",
    quality: "Quality systems",
    literal: "literal translation",
    story: "The story",
    price: "Price",
    dong: |price| format!("{} ₫", n(price as usize)),
    pack: "Pack",
    gtin: "Bar code",
    contact: "Contact",
    recognitions: "Recognition",
    col_stars: "Stars",
    col_decision: "Decision",
    col_authority: "Authority",
    col_date: "Date",
    col_until: "Valid until",
    col_state: "State",
    decision: |number| format!("Decision {number}"),
    not_stated: "not stated",
    authority: |a, province| match a {
        Authority::District => "District People’s Committee".into(),
        Authority::Province => format!("{province} People’s Committee"),
        Authority::Ministry => "Ministry of Agriculture".into(),
    },
    state_short: |s| match s {
        State::InForce => "In force",
        State::Lapsed => "Lapsed",
        State::Undated => "Undated",
        State::Proposed => "Proposed",
    },
    note_valid: "A recognition is valid for 36 months. OCOP stars are a certificate, not customer reviews.",
    note_year: "The source gives only a year or a month: the end is counted 36 months from it, and is no more exact.",
    note_either: |a, b| format!("One source says {a}, another {b}."),
    facts: "The source also says",
    in_vietnamese: "in Vietnamese, as the source writes it",
    sources: "Source",
    more_from: |name| format!("More from {name}"),
    similar: "Similar products",
    see_all: |k| format!("See all {}", items(k, "product", "products")),
    loading: "Loading the details…",
    producer_count: |k, holds| match holds {
        0 => n(k),
        _ => format!("{}, of which {} in force", n(k), n(holds)),
    },
    producer_quality: "Quality systems",
    same_commune: |name| format!("Also in {name}"),
    was: |name| format!("Until July 2025: {name}"),
    list_producers: |k| items(k, "producer", "producers"),
    list_places: |k, old| {
        format!(
            "Products come from {} of today, in {}",
            items(k, "commune or ward", "communes and wards"),
            items(old, "former district", "former districts")
        )
    },
    too_many: |k| format!("Only the first {} are shown. Type a name into the search box.", n(k)),
    place_unknown: |k| format!("{} whose source names no commune", items(k, "product", "products")),
    overview_lead: |k, day| {
        format!("{}, as they stand on {day}. Choose a bar to filter the catalogue.", items(k, "product", "products"))
    },
    by: |f| match f {
        Facet::Group => "By product group",
        Facet::Stars => "By stars",
        Facet::State => "By state of recognition",
        Facet::District => "By former district",
        _ => facet(f),
    },
    number: "Products",
    share_of: |k, all| format!("{}%", (k * 100 + all / 2) / all.max(1)),
    nothing_for: |text, all| match text {
        "" => format!("Nothing matches among {} products", n(all)),
        _ => format!("No “{text}” among {} products", n(all)),
    },
    nothing_filters: |k| match k {
        0 => String::new(),
        1 => "One filter is on.".into(),
        _ => format!("{k} filters are on."),
    },
    nothing_hint: "Remove one condition:",
    nothing_near: "Nearest products",
    drop_words: |text| format!("“{text}”"),
    would_leave: |k| format!("leaves {}", n(k)),
    missing: "There is no such page",
    missing_lead: |path| format!("The address “{path}” is not in the catalogue. The link may be cut short."),
    missing_near: "Perhaps you are looking for",
    to_list: "See the whole catalogue",
    pick: "Select",
    pick_full: "Full: 200",
    picks_of: |n| if n == 0 { "Selected".into() } else { format!("Selected ({n})") },
    share: "Share",
    offline: "Use without a network",
    print_title: "Print a catalogue",
    print_list: "Print this list",
    print_item: "Print a flyer, leaflet, labels",
    since_same: "Nothing has changed since this code was printed.",
    since_changed: "Changed since this code was printed",
    since_fields: ["name", "producer", "place", "stars and decisions", "price"],
    since_now: ". This page shows what holds now.",
    since_unknown: "This code was not printed by this site, or is damaged. This page shows what holds now.",
    failed: "The catalogue could not be opened",
    failed_lead: "The page has loaded, but its product data has not. The reason:",
    retry: "Try again",
    wait: "Opening the catalogue…",
    about_title: "What the stars mean, and where these facts come from",
    publisher: "Publisher",
    take_along: "Take the whole catalogue along",
    legend: "The signs",
    text: |t| if t.en.is_empty() { &t.vi } else { &t.en },
};
