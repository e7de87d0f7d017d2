//! Invented catalogues: the same for the same seed, whole, and as varied as real ones.

use ocop::catalog::{Catalog, Product};
use ocop::publish::generate;
use std::collections::HashSet;
use std::sync::LazyLock;
use unicode_normalization::is_nfc;

static LARGE: LazyLock<Catalog> = LazyLock::new(|| generate(4000, 1).0);

fn share(holds: impl Fn(&Product) -> bool) -> usize {
    LARGE.products.iter().filter(|p| holds(p)).count() * 100 / LARGE.products.len()
}

#[test]
fn the_same_seed_gives_the_same_catalogue() {
    assert_eq!(generate(500, 42), generate(500, 42));
    assert_ne!(generate(500, 42).0, generate(500, 43).0);
    assert_eq!(generate(0, 1).0.products.len(), 0);
    assert_eq!(generate(1, 1).1.len(), 1);
}

#[test]
fn an_invented_catalogue_is_whole_and_says_that_it_is_invented() {
    assert!(LARGE.about.invented);
    assert_eq!(Catalog::new(LARGE.clone()).as_ref(), Ok(&*LARGE));
}

#[test]
fn all_places_occur() {
    assert_eq!(LARGE.communes.len(), 166);
    assert_eq!(LARGE.districts.len(), 27);
}

#[test]
fn fields_are_empty_as_often_as_in_real_sheets() {
    let best = |p: &Product| p.recognitions.last().is_some_and(|r| r.stars.is_none());
    assert!((16..=22).contains(&share(best)), "no star: {}", share(best));
    assert!((28..=37).contains(&share(|p| p.makers.is_empty())), "no producer: {}", share(|p| p.makers.is_empty()));
    let undated = |p: &Product| p.recognitions.iter().all(|r| r.when.span().is_none());
    assert!((25..=37).contains(&share(undated)), "no year: {}", share(undated));
    assert!(
        (35..=45).contains(&share(|p| p.site.today.is_empty())),
        "no commune: {}",
        share(|p| p.site.today.is_empty())
    );
    assert!(share(|p| p.channels.is_empty()) > 80);
    assert!(share(|p| p.recognitions.len() > 1) >= 3);
}

#[test]
fn names_are_of_all_sorts() {
    let some = |part: &str| LARGE.products.iter().any(|p| p.name.vi.contains(part));
    for part in ["Bộ quà tặng", "40N", "500 ml", "OMEGA 3-6-9", "“", "\"", "("] {
        assert!(some(part), "no name with {part}");
    }
    assert!(LARGE.products.iter().any(|p| p.name.vi.chars().count() > 90));
    assert!(LARGE.products.iter().any(|p| p.name.en.is_empty()));
    assert!(LARGE.products.iter().all(|p| is_nfc(&p.name.vi)));
    let folded: HashSet<String> = LARGE.products.iter().map(|p| ocop::text::fold(&p.name.vi)).collect();
    let exact: HashSet<&str> = LARGE.products.iter().map(|p| p.name.vi.as_str()).collect();
    assert!(folded.len() < exact.len(), "no names that differ only in tone");
}

#[test]
fn a_producer_makes_one_to_six_products() {
    let mut counts = vec![0; LARGE.producers.len()];
    LARGE.products.iter().flat_map(|p| &p.makers).for_each(|m| counts[m.0 as usize] += 1);
    assert_eq!(counts.iter().min().zip(counts.iter().max()), Some((&1, &6)));
}

#[test]
fn descriptions_have_thirty_to_sixty_words() {
    for detail in generate(500, 9).1 {
        let words = detail.facts.iter().flat_map(|f| f.split_whitespace()).count();
        assert!((30..=60).contains(&words), "{words}");
    }
}
