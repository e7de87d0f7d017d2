//! Words: what one language says the other says too; numbers and dates as each writes them.

use ocop::catalog::{About, Authority, Date, DistrictKind, ProducerKind, Standing, Stars, State, When};
use ocop::query::{Facet, Sort};
use ocop::route::Lang;
use ocop::words::{Words, of};
use regex::Regex;
use std::collections::BTreeMap;
use std::path::Path;
use unicode_normalization::is_nfc;

/// Words that only one language needs: remarks on English names, and on texts that stay Vietnamese.
const ENGLISH_ONLY: &[&str] = &["literal", "in_vietnamese"];

fn source(lang: Lang) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/words/{}.rs", lang.code()));
    std::fs::read_to_string(file).unwrap_or_default()
}

/// Plain words of a table by name, as the file has them.
fn plain(lang: Lang) -> BTreeMap<String, String> {
    let line = Regex::new(r#"(?m)^    ([a-z_]+): "(.*)",$"#);
    let text = source(lang);
    line.iter().flat_map(|r| r.captures_iter(&text)).map(|c| (c[1].to_string(), c[2].to_string())).collect()
}

#[test]
fn no_word_is_empty_where_the_other_language_has_one() {
    let (vi, en) = (plain(Lang::Vi), plain(Lang::En));
    assert!(vi.len() > 60, "the tables are read: {}", vi.len());
    assert_eq!(vi.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (name, word) in &vi {
        let other = &en[name];
        assert_eq!(word.is_empty(), ENGLISH_ONLY.contains(&name.as_str()), "{name}");
        assert!(!other.is_empty(), "{name}");
        assert!(word != other || name == "lang", "{name} is the same in both: {word}");
        assert_eq!(word.ends_with('…'), other.ends_with('…'), "{name}");
    }
}

#[test]
fn words_are_composed_and_typeset() {
    for lang in Lang::ALL {
        let text = source(lang);
        assert!(is_nfc(&text), "{}", lang.code());
        for (name, word) in plain(lang) {
            assert!(
                !word.contains("...") && !word.contains("  ") && word.trim() == word || name == "either_place",
                "{name}: {word}"
            );
        }
    }
}

fn each(w: &'static Words) -> Vec<(&'static str, Vec<String>)> {
    let numbers = [0, 1, 2, 1234];
    let count = |f: fn(usize) -> String| numbers.map(f).to_vec();
    let stars = [3, 4, 5].map(Stars::new);
    let standing =
        |state: State, until: When| Standing { stars: Stars::new(4), state, until, when: until, proposed: None };
    let ends = [When::Year(2026), When::Month(2026, 2), When::Day(Date { year: 2026, month: 2, day: 28 })];
    vec![
        ("count_products", count(w.count_products)),
        ("in_all", count(w.in_all)),
        ("filters_on", count(w.filters_on)),
        ("show_results", count(w.show_results)),
        ("show_more", count(w.show_more)),
        ("see_all", count(w.see_all)),
        ("list_producers", count(w.list_producers)),
        ("too_many", count(w.too_many)),
        ("place_unknown", count(w.place_unknown)),
        ("would_leave", count(w.would_leave)),
        ("nothing_filters", [1, 2, 30].map(w.nothing_filters).to_vec()),
        ("found_status", numbers.map(|n| (w.found_status)(n, 160)).to_vec()),
        ("shown_of", numbers.map(|n| (w.shown_of)(n, 160)).to_vec()),
        ("producer_count", numbers.map(|n| (w.producer_count)(n, n)).to_vec()),
        ("list_places", numbers.map(|n| (w.list_places)(n, n)).to_vec()),
        ("share_of", numbers.map(|n| (w.share_of)(n, 1234)).to_vec()),
        ("sort", Sort::ALL.map(|s| (w.sort)(s).to_string()).to_vec()),
        ("facet", Facet::ALL.map(|f| (w.facet)(f).to_string()).to_vec()),
        ("facet_all", Facet::ALL.map(|f| (w.facet_all)(f, 30)).to_vec()),
        ("facet_find", Facet::ALL.map(w.facet_find).to_vec()),
        ("by", Facet::ALL.map(|f| (w.by)(f).to_string()).to_vec()),
        ("state", State::ALL.map(|s| (w.state)(s).to_string()).to_vec()),
        ("state_short", State::ALL.map(|s| (w.state_short)(s).to_string()).to_vec()),
        ("standing", State::ALL.iter().flat_map(|s| ends.map(|end| (w.standing)(&standing(*s, end)))).collect()),
        ("undated", vec![(w.standing)(&standing(State::Undated, When::Unknown))]),
        ("stars", stars.into_iter().flatten().map(w.stars).collect()),
        ("badge", stars.into_iter().flatten().map(w.badge).collect()),
        ("proposed", [None, Stars::new(5)].map(w.proposed).to_vec()),
        ("kind", ProducerKind::ALL.map(|k| (w.kind)(k).to_string()).to_vec()),
        ("district", DistrictKind::ALL.map(|k| (w.district)(k, "Bỉm Sơn")).to_vec()),
        ("district_short", DistrictKind::ALL.map(|k| (w.district_short)(k, "Bỉm Sơn")).to_vec()),
        ("authority", Authority::ALL.map(|a| (w.authority)(a, "Thanh Hóa")).to_vec()),
        ("date", ends.map(w.date).to_vec()),
        ("either", vec![(w.date)(When::Either(2019, 2020)), (w.note_either)(2019, 2020)]),
        ("nothing_for", ["", "mắm"].map(|t| (w.nothing_for)(t, 160)).to_vec()),
        (
            "said",
            [
                w.drawn,
                w.photo_of,
                w.formerly,
                w.more_from,
                w.same_commune,
                w.was,
                w.missing_lead,
                w.drop_pick,
                w.drop_words,
                w.decision,
                w.tagline,
            ]
            .map(|f| f("Mắm"))
            .to_vec(),
        ),
        ("about", vec![(w.footer)("Hàng", "1/2/2026"), (w.overview_lead)(160, "1/2/2026")]),
    ]
}

#[test]
fn every_sentence_says_something_in_both_languages() {
    for (vi, en) in each(of(Lang::Vi)).into_iter().zip(each(of(Lang::En))) {
        assert_eq!((vi.0, vi.1.len()), (en.0, en.1.len()));
        for text in vi.1.iter().chain(&en.1) {
            assert!(!text.trim().is_empty() && text.trim() == text && !text.contains("  "), "{}: '{text}'", vi.0);
        }
        let differ = vi.1.iter().zip(&en.1).filter(|(a, b)| a != b).count();
        assert!(differ > 0, "{} is the same in both", vi.0);
    }
}

#[test]
fn the_page_about_says_as_much_in_both_languages() {
    let mut about = About { title: "Thử".into(), sources: 1, ..About::of(Date { year: 2026, month: 1, day: 2 }) };
    let shape = |lang, about: &About| {
        let sections = ocop::words::about(lang, about, 1, &[]);
        assert!(sections.iter().flatten().all(|text| !text.is_empty() && text.trim() == text));
        sections.iter().map(Vec::len).collect::<Vec<_>>()
    };
    assert_eq!(shape(Lang::Vi, &about), shape(Lang::En, &about));
    about.event = "Hội chợ thử".into();
    assert_eq!(shape(Lang::Vi, &about).last(), Some(&2));
    about.publisher = "Văn phòng thử".into();
    assert_eq!(shape(Lang::Vi, &about), shape(Lang::En, &about));
    let own = About { sources: 0, ..about };
    for lang in Lang::ALL {
        let told = |sources: &[&str]| ocop::words::about(lang, &own, 1, sources).concat().concat();
        assert!(!told(&[]).contains("nguồn công khai") && !told(&[]).contains("public source"));
        let many: Vec<String> = (1..=70).map(|at| format!("Nguồn thử số {at}")).collect();
        let many = told(&many.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(many.contains("thử số 60; ") && !many.contains("thử số 61") && many.contains(" 10 "), "{many}");
    }
}

#[test]
fn numbers_and_dates_are_written_as_each_language_writes_them() {
    let (vi, en) = (of(Lang::Vi), of(Lang::En));
    assert_eq!(
        ((vi.count_products)(17000), (en.count_products)(17000)),
        ("17.000 sản phẩm".into(), "17,000 products".into())
    );
    assert_eq!(((vi.count_products)(1), (en.count_products)(1)), ("1 sản phẩm".into(), "1 product".into()));
    assert_eq!(
        ((vi.count_products)(1_234_567), (en.count_products)(999)),
        ("1.234.567 sản phẩm".into(), "999 products".into())
    );
    let day = Date { year: 2024, month: 8, day: 5 };
    assert_eq!(((vi.day)(day), (en.day)(day)), ("5/8/2024".into(), "5 Aug 2024".into()));
    assert_eq!(
        ((vi.date)(When::Month(2024, 7)), (en.date)(When::Month(2024, 7))),
        ("7/2024".into(), "Jul 2024".into())
    );
    assert_eq!(((vi.share_of)(1, 3), (en.share_of)(1, 3)), ("33 %".into(), "33%".into()));
}
