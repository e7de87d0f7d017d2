//! What strangers tripped over while they searched.

use crate::sample::{SAMPLE, TODAY, tiny};
use ocop::catalog::{Recognition, Stars, Step, When};
use ocop::page::Site;
use ocop::query::{Facet, Query};
use ocop::search::Found;
use ocop::text;

fn find(typed: &str) -> Found {
    SAMPLE.index.find(&Query::default().typed(typed))
}

fn names(found: &Found) -> Vec<&'static str> {
    found.ids.iter().map(|id| SAMPLE.catalog.product(*id).name.vi.as_str()).collect()
}

#[test]
fn words_that_only_stand_in_a_description_are_no_pair() {
    for typed in ["dò lụa", "do lua", "rò lụa", "giò nụa"] {
        let found = find(typed);
        assert!(
            names(&found).iter().take(2).all(|name| text::fold(name).contains("gio lua")),
            "{typed} {:?}",
            names(&found)
        );
        assert!(found.total >= 2, "{typed}");
    }
}

#[test]
fn accents_count_among_words_that_mean_the_same() {
    for (typed, others) in [("cinnamon", ["Quê", "quê"]), ("orange", ["cảm", "cẩm"])] {
        let found = find(typed);
        assert!(found.total > 0, "{typed}");
        let wrong = |name: &&str| others.iter().any(|other| text::words(name).any(|word| word.text == *other));
        assert_eq!(names(&found).into_iter().find(wrong), None, "{typed}");
    }
}

#[test]
fn what_joins_the_province_to_a_phrase_is_as_true_of_all() {
    for (typed, less) in [
        ("fish sauce of Thanh Hoa", "fish sauce"),
        ("fish sauce from Thanh Hóa province", "fish sauce"),
        ("nem chua của tỉnh Thanh Hóa", "nem chua"),
        ("specialties of Thanh Hoa", ""),
    ] {
        assert_eq!(find(typed).ids, find(less).ids, "{typed}");
    }
}

#[test]
fn marks_are_of_what_stands_on_a_card_and_counts_most() {
    // "tôn" is taken for "tôm", which is in the name; that places are called Sơn is no reason to mark them.
    let wanted = find("mam ton").wanted(&SAMPLE.index);
    assert!(wanted.contains(&"tom".to_string()) && !wanted.contains(&"son".to_string()), "{wanted:?}");
    // Channels and stars do not stand on a card.
    let wanted = find("bún").wanted(&SAMPLE.index);
    assert!(!wanted.contains(&"ban".to_string()), "{wanted:?}");
}

#[test]
fn the_reason_is_of_the_part_that_counts_most() {
    // Both words stand in the maker's name; its group has one like them too.
    let reason = find("ca phe").meant(&SAMPLE.index);
    assert!(reason.as_ref().is_some_and(|reason| !reason.found.contains("chế")), "{reason:?}");
}

#[test]
fn a_product_that_is_proposed_twice_is_counted_once() {
    let proposed = |stars, when| Recognition {
        stars: Stars::new(stars),
        step: Step::Proposed,
        when: When::parse(when).unwrap_or(When::Unknown),
        decision: None,
        authority: None,
        note: None,
    };
    let mut catalog = tiny(&["Nem chua"]);
    catalog.products[0].recognitions = vec![proposed(4, "2025"), proposed(5, "2024")];
    let site = Site::new(catalog, TODAY);
    let counts = site.index.find(&Query::default()).counts;
    let value = site.index.value(Facet::State, "proposed");
    assert_eq!(value.map(|value| (value.total, counts.of(value))), Some((1, 1)));
}

#[test]
fn what_is_offered_instead_is_like_what_was_typed() {
    for typed in ["xyz", "gift", "iphone", "vegan"] {
        let query = Query::default().typed(typed);
        assert_eq!(
            (SAMPLE.index.count(&query), SAMPLE.index.corrected(&query).map(|c| c.0.text)),
            (0, None),
            "{typed}"
        );
    }
}

#[test]
fn english_names_count_for_what_is_nearest() {
    let nearest = SAMPLE.index.nearest("brocade xylophone", 3);
    assert!(
        nearest.iter().all(|id| SAMPLE.catalog.product(*id).name.en.to_lowercase().contains("brocade")),
        "{nearest:?}"
    );
    assert_eq!(nearest.len(), 3);
}
