//! Addresses and queries: what is written is read back, whatever was typed, picked or mistyped.

use crate::sample::longer;
use ocop::query::{Facet, Query, Sort};
use ocop::route::{Address, Lang, Route, SHEET};
use proptest::prelude::*;
use std::collections::HashSet;

/// Text as hostile to addresses as visitors and pasted links are.
fn typed() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        "%",
        "+",
        "&",
        "=",
        "#",
        "/",
        "?",
        ";",
        " ",
        "  ",
        "%20",
        "%2",
        "%zz",
        "%C3",
        "&q=",
        "&amp;",
        "đường",
        "ĐƯỜNG",
        "ma\u{306}\u{301}m",
        "mắm",
        "🍯",
        "👩\u{200d}🌾",
        "\u{0}",
        "\n",
        "\u{feff}",
        "\"",
        "'",
        "<b>",
        "\\",
        "..",
        "茶",
    ]);
    let piece =
        prop_oneof![3 => hard.prop_map(String::from), 1 => any::<char>().prop_map(String::from), 1 => "[a-z]{1,4}"];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn pick() -> impl Strategy<Value = (Facet, String)> {
    (prop::sample::select(Facet::ALL.to_vec()), "[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}")
}

fn made(text: &str, picks: &[(Facet, String)], sort: Sort, more: usize) -> Query {
    let add = |q: Query, (f, slug): &(Facet, String)| if q.has(*f, slug) { q } else { q.toggled(*f, slug) };
    longer(picks.iter().fold(Query::default(), add).typed(text).sorted(sort), more)
}

fn query() -> impl Strategy<Value = Query> {
    (typed(), prop::collection::vec(pick(), 0..6), prop::sample::select(Sort::ALL.to_vec()), 0usize..1000)
        .prop_map(|(text, picks, sort, more)| made(&text, &picks, sort, more))
}

fn route() -> impl Strategy<Value = Route> {
    let slug = || "[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}";
    prop_oneof![
        query().prop_map(Route::List),
        slug().prop_map(Route::Product),
        slug().prop_map(Route::Producer),
        slug().prop_map(Route::Place),
        Just(Route::Producers),
        Just(Route::Places),
        Just(Route::Overview),
        Just(Route::About),
        apart(),
    ]
}

/// Pages with a program of their own keep their query string as it is.
fn apart() -> impl Strategy<Value = Route> {
    let of = vec![Route::Print, Route::Picks, Route::Share, Route::Booth, Route::Offline];
    (prop::sample::select(of), "([a-z]{1,3}=[a-z0-9%]{0,3}(&[a-z]{1,3}=[a-z0-9]{0,3}){0,2})?").prop_map(|(of, q)| of(q))
}

/// A written link as a browser takes it apart: path, query and fragment, the path decoded.
pub fn opened(link: &str) -> Address {
    let (rest, fragment) = link.split_once('#').unwrap_or((link, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    Address::read(&decoded(path.trim_start_matches("./")), query, fragment)
}

/// Percent signs of a path undone, as `decodeURIComponent` does.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code =
            std::str::from_utf8(tail.get(..2).unwrap_or_default()).ok().and_then(|h| u8::from_str_radix(h, 16).ok());
        match code.filter(|_| *first == b'%') {
            Some(byte) => (bytes.push(byte), rest = &tail[2..]).1,
            None => (bytes.push(*first), rest = tail).1,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #[test]
    fn a_query_is_read_back_as_it_was_written(query in query()) {
        let written = query.write();
        prop_assert_eq!(&Query::read(&written), &query);
        prop_assert!(written.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.*+%&=".contains(&b)), "{}", written);
    }

    #[test]
    fn the_order_of_picks_makes_no_difference(
        picks in prop::collection::vec(pick(), 0..6).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        text in typed(),
    ) {
        let (one, other) = (made(&text, &picks.0, Sort::Name, 1), made(&text, &picks.1, Sort::Name, 1));
        prop_assert_eq!(one.write(), other.write());
        prop_assert_eq!(one, other);
    }

    #[test]
    fn parts_of_an_address_may_stand_in_any_order(query in query(), turn in 0usize..8) {
        let written = query.write();
        let mut parts: Vec<&str> = written.split('&').collect();
        let by = turn % parts.len();
        parts.rotate_left(by);
        prop_assert_eq!(Query::read(&parts.join("&")), query);
    }

    #[test]
    fn malformed_questions_are_read_as_far_as_they_go(text in typed(), key in "(q|more|sort|stars|group|state|x|)") {
        for question in [text.clone(), format!("{key}={text}"), format!("{key}={text}&{key}=4&{text}"), format!("&&={text}&{key}")] {
            let read = Query::read(&question);
            prop_assert_eq!(Query::read(&read.write()), read);
        }
    }

    #[test]
    fn an_address_is_read_back_as_it_was_written(route in route(), en: bool, sheet: bool) {
        let sheet = sheet && matches!(route, Route::List(_));
        let address = Address { lang: Lang::ALL[usize::from(en)], route, sheet };
        let link = address.write();
        prop_assert!(!link.is_empty() && !link.starts_with(['/', '?', '#']), "{link}");
        prop_assert_eq!(opened(&link), address);
    }

    #[test]
    fn mistyped_paths_are_missing_pages_whose_links_stay_on_the_site(path in typed(), other: bool) {
        let address = Address::read(&path, "", "");
        for lang in Lang::ALL {
            let address = if other { address.in_lang(lang) } else { address.clone() };
            let link = address.write();
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.*%/".contains(&b);
            prop_assert!(link.bytes().all(plain), "{link}");
            prop_assert!(!link.starts_with('/'), "{link}");
            // Browsers take dots out of paths before anyone sees them; "en" twice can only be written by hand.
            if !path.split('/').any(|part| matches!(part, "." | ".." | "en")) {
                prop_assert_eq!(opened(&link), address);
            }
        }
    }
}

#[test]
fn no_link_of_a_missing_page_is_a_scheme_or_another_host() {
    for path in ["javascript:alert(1)", "http:example.org", "\\\\example.org", "a?q=1", "a#loc", "%2F%2Fexample.org"] {
        let link = Address::read(path, "", "").write();
        assert!(!link.contains([':', '\\', '?', '#']), "{link}");
        assert_eq!(opened(&link).route, Route::Missing(path.into()));
    }
}

#[test]
fn no_two_pages_share_a_path() {
    let mut paths = HashSet::new();
    let slugs = ["en", "product", "san-pham", "places", "loc", "a"];
    for lang in Lang::ALL {
        let named = slugs
            .iter()
            .flat_map(|s| [Route::Product(s.to_string()), Route::Producer(s.to_string()), Route::Place(s.to_string())]);
        let plain = [Route::List(Query::default()), Route::Producers, Route::Places, Route::Overview, Route::About];
        for route in named.chain(plain) {
            let address = Address::new(lang, route);
            assert_eq!(opened(&address.write()), address);
            assert!(paths.insert(address.path()), "{}", address.path());
        }
    }
}

#[test]
fn the_language_changes_and_the_view_stays() {
    let query = Query::read("q=n%C6%B0%E1%BB%9Bc+m%E1%BA%AFm&stars=4&sort=name&more=2");
    let address = Address { sheet: true, ..Address::new(Lang::Vi, Route::List(query)) };
    let other = opened(&address.in_lang(Lang::En).write());
    assert_eq!((other.lang, &other.route, other.sheet), (Lang::En, &address.route, true));
    assert_eq!(opened(&other.in_lang(Lang::Vi).write()), address);
    assert_eq!(address.write(), format!("./?q=n%C6%B0%E1%BB%9Bc+m%E1%BA%AFm&stars=4&sort=name&more=2#{SHEET}"));
}

#[test]
fn links_written_by_others_are_understood() {
    let same = |a: &str, b: &str| assert_eq!(Address::read(a, "", ""), Address::read(b, "", ""));
    same("/en/product/mam-tom/", "en/product/mam-tom");
    same("san-pham/mam-tom/index.html", "/san-pham/mam-tom/");
    same("", "/index.html");
    let query = |text: &str| Query::read(text);
    assert_eq!(query("q=%6Eu%6fc"), query("q=nuoc"));
    assert_eq!(query("q=nuoc%20mam"), query("q=nuoc+mam"));
    assert_eq!(query("stars=4&stars=4&stars=Bốn&stars=&sort=up&more=-1&more=99999&utm=x"), query("stars=4"));
    assert_eq!(query(&format!("q={}", "mắm ".repeat(90))).text.chars().count(), 200);
    assert!(!Address::read("chu-the", "", SHEET).sheet);
}
