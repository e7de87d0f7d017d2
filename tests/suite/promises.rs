//! What searching promises of any words, whatever they are: asked of many made at random.
//!
//! `make fuzz` asks a million.

use crate::sample::{INVENTED, SAMPLE, TODAY, longer, said, tiny};
use ocop::page::Site;
use ocop::query::{Facet, Query};
use ocop::search::{Found, Way};
use ocop::text::{self, exact, fold};
use proptest::prelude::*;

/// Syllables that differ in accents alone, and a few others.
const SYLLABLES: [&str; 20] = [
    "ma", "má", "mà", "mả", "mã", "mạ", "mắm", "mầm", "mâm", "da", "đa", "đá", "dạ", "hoa", "hòa", "hỏa", "gạo", "nếp",
    "trà", "chè",
];

fn find(site: &Site, typed: &str) -> Found {
    site.index.find(&longer(Query::default().typed(typed), 100))
}

/// Whether words were taken as they stand, accents aside.
fn plainly(site: &Site, found: &Found) -> bool {
    found.meant(&site.index).is_none_or(|meant| meant.way == Way::Accents)
}

fn syllables(many: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SYLLABLES.to_vec()), many).prop_map(|all| all.join(" "))
}

/// Some words of a product's name with one letter changed, exchanged, dropped or doubled, or none.
fn mistyped(site: &'static Site) -> impl Strategy<Value = String> {
    let part = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0usize..5, any::<bool>());
    part.prop_map(move |(product, at, how, plain)| {
        let name = &site.catalog.products[product.index(site.catalog.products.len())].name.vi;
        let name = if plain { fold(name) } else { name.to_lowercase() };
        let mut letters: Vec<char> = name.chars().take(24).collect();
        let at = at.index(letters.len());
        match how {
            0 => letters[at] = 'e',
            1 if at + 1 < letters.len() => letters.swap(at, at + 1),
            2 => drop(letters.remove(at)),
            3 => letters.insert(at, letters[at]),
            _ => {}
        }
        letters.into_iter().collect()
    })
}

/// Any text: of any letters, or of those that the search takes apart.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,24}",
        "[a-zđăâêôơưáàảãạ0-9 ]{0,40}",
        "([a-z]{1,3}[aeiouy]{1,2}[a-z]{0,2}[sfrxjzdw1-9]{0,2}[ \\-]?){0,9}",
        syllables(0..40),
        mistyped(&SAMPLE),
    ]
}

proptest! {
    #[test]
    fn exact_accents_stand_before_others(names in prop::collection::vec(syllables(1..4), 1..12), typed in syllables(1..3)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let site = Site::new(tiny(&names), TODAY);
        let asked: Vec<String> = text::words(&typed).map(|w| exact(w.text)).collect();
        if asked.iter().all(|word| fold(word) == *word) {
            // Nobody typed an accent: none counts.
            return Ok(());
        }
        let faithful = |name: &str| {
            let own: Vec<String> = text::words(name).map(|w| exact(w.text)).collect();
            asked.iter().all(|word| own.iter().any(|w| w.starts_with(word.as_str())))
        };
        let found = find(&site, &typed);
        let order: Vec<bool> = found.ids.iter().map(|id| faithful(&site.catalog.product(*id).name.vi)).collect();
        prop_assert!(order.is_sorted_by(|a, b| a >= b), "{typed}: {order:?} of {names:?}");
        prop_assert_eq!(order.iter().filter(|o| **o).count(), names.iter().filter(|name| faithful(name)).count());
    }

    #[test]
    fn the_best_has_the_words_that_it_is_said_to_have(typed in mistyped(&INVENTED)) {
        let found = find(&INVENTED, &typed);
        if let (Some(meant), Some(best)) = (found.meant(&INVENTED.index), found.ids.first()) {
            let said = said(&INVENTED.catalog, INVENTED.catalog.product(*best));
            let own: Vec<String> = text::words(&said).map(|w| exact(w.text)).collect();
            for word in text::words(&meant.found).map(|w| exact(w.text)) {
                let has = |w: &String| w.starts_with(&word) || fold(w).starts_with(&word);
                prop_assert!(own.iter().any(has), "{typed}: {meant:?}, {own:?}");
            }
        }
    }

    #[test]
    fn more_letters_never_find_more_of_what_is_taken_as_typed(typed in mistyped(&SAMPLE), more in "[ a-zđ]{1,3}") {
        let (short, long) = (find(&SAMPLE, &typed), find(&SAMPLE, &format!("{typed}{more}")));
        if plainly(&SAMPLE, &short) && plainly(&SAMPLE, &long) && short.total > 0 {
            prop_assert!(long.total <= short.total, "{typed}+{more}: {} → {}", short.total, long.total);
        }
    }

    #[test]
    fn any_text_is_answered(typed in anything()) {
        let index = &SAMPLE.index;
        let query = Query::default().typed(&typed);
        let found = index.find(&query);
        prop_assert!(found.ids.len() <= found.total && found.total <= index.size());
        prop_assert_eq!(index.count(&query), found.total);
        let whole: String = text::mark(&typed, &found.wanted(index)).iter().map(|span| span.text).collect();
        prop_assert_eq!(&whole, &typed);
        index.suggest(&typed);
        index.lookup(Facet::Producer, &typed);
        if found.total == 0 {
            index.nearest(&typed, 6);
            index.without(&query);
            if let Some((meant, total)) = index.corrected(&query) {
                prop_assert!(total > 0 && index.count(&meant) == total, "{typed}: {meant:?}");
            }
        }
    }
}
