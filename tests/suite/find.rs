//! Finding: real names find themselves, accents typed on purpose count, orders are what they say.

use crate::sample::{INVENTED, SAMPLE, TODAY, longer, tiny};
use ocop::catalog::{Date, Product, ProductId, State};
use ocop::page::Site;
use ocop::query::{Facet, Query, Sort};
use ocop::search::Kind;
use ocop::text::{self, fold};
use proptest::prelude::*;
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// All that a text finds, best first.
fn all(site: &Site, typed: &str, sort: Sort) -> Vec<ProductId> {
    site.index.find(&longer(Query::default().typed(typed).sorted(sort), 900)).ids
}

fn names(names: &[&str], typed: &str) -> Vec<String> {
    let site = Site::new(tiny(names), TODAY);
    all(&site, typed, Sort::Best).iter().map(|id| site.catalog.product(*id).name.vi.clone()).collect()
}

/// Mean of one over the place at which each product stands when it is asked for by name.
fn mrr(site: &Site, spell: impl Fn(&str) -> String) -> f64 {
    let place = |(i, p): (usize, &Product)| {
        let found = all(site, &spell(&p.name.vi), Sort::Best);
        found.iter().position(|id| id.0 as usize == i).map_or(0.0, |at| 1.0 / (at + 1) as f64)
    };
    site.catalog.products.iter().enumerate().map(place).sum::<f64>() / site.catalog.products.len() as f64
}

#[test]
fn every_real_name_finds_its_product_first() {
    type Spell = fn(&str) -> String;
    let spellings: [(&str, Spell); 4] = [
        ("as written", |name| name.into()),
        ("without accents", fold),
        ("in capitals", str::to_uppercase),
        ("decomposed", |name| name.nfd().collect()),
    ];
    for (name, spell) in spellings {
        let (real, invented) = (mrr(&SAMPLE, spell), mrr(&INVENTED, spell));
        println!("MRR by full name {name}: {real:.4} of 160 real, {invented:.4} of 400 invented products");
        assert!(real >= 0.99, "{name}: {real:.4}");
        assert!(invented >= 0.95, "{name}: {invented:.4}");
    }
}

#[test]
fn words_find_in_every_order() {
    for (i, p) in SAMPLE.catalog.products.iter().enumerate() {
        let mut words: Vec<&str> = p.name.vi.split_whitespace().collect();
        words.reverse();
        for _ in 0..words.len() {
            words.rotate_left(1);
            let typed = words.join(" ");
            assert!(all(&SAMPLE, &typed, Sort::Best).contains(&ProductId(i as u32)), "{typed}");
        }
    }
}

#[test]
fn every_beginning_of_a_name_finds_it() {
    for (i, p) in SAMPLE.catalog.products.iter().enumerate() {
        for spelt in [p.name.vi.clone(), fold(&p.name.vi)] {
            for (end, _) in spelt.char_indices().skip(1) {
                let found = all(&SAMPLE, &spelt[..end], Sort::Best);
                assert!(found.contains(&ProductId(i as u32)), "{}", &spelt[..end]);
            }
        }
    }
}

#[test]
fn makers_places_and_groups_find_too() {
    let c = &SAMPLE.catalog;
    for (i, p) in c.products.iter().enumerate() {
        let maker = p.makers.iter().map(|m| c.producer(*m).name.clone());
        let place = p.site.today.iter().filter_map(|code| c.commune(*code)).map(|m| m.name.vi.clone());
        let old = p.site.district.map(|d| c.district(d).name.clone());
        let group = p.group.map(|g| g.get().name.vi.to_string());
        for typed in maker.chain(place).chain(old).chain(group) {
            assert!(all(&SAMPLE, &fold(&typed), Sort::Best).contains(&ProductId(i as u32)), "{typed}");
        }
    }
}

#[test]
fn accents_typed_on_purpose_come_first() {
    let sweets = ["Kẹo Dương", "Kẹo Đương", "Kẹo Đường", "Kẹo Dưỡng", "Kẹo Duong"];
    for (typed, meant) in [
        ("đường", "Kẹo Đường"),
        ("dương", "Kẹo Dương"),
        ("đương", "Kẹo Đương"),
        ("dưỡng", "Kẹo Dưỡng"),
        ("đường kẹo", "Kẹo Đường"),
        ("KẸO ĐƯỜNG", "Kẹo Đường"),
        ("đươ\u{300}ng", "Kẹo Đường"),
    ] {
        let found = names(&sweets, typed);
        assert_eq!((found.len(), found.first().map(String::as_str)), (5, Some(meant)), "{typed}: {found:?}");
    }
    assert_eq!(names(&sweets, "duong").len(), 5);
    assert_eq!(names(&["Hòa Lộc", "Hoa Lộc"], "hoà lộc"), ["Hòa Lộc", "Hoa Lộc"], "old and new placement are one");
    assert_eq!(names(&["Hoa Lộc", "Hòa Lộc"], "hòa lộc"), ["Hòa Lộc", "Hoa Lộc"]);
}

#[test]
fn whole_words_and_phrases_come_before_beginnings_and_scattered_words() {
    assert_eq!(names(&["Gạonếp", "Gạo nếp"], "gạo")[0], "Gạo nếp");
    assert_eq!(names(&["Mắm cá nước ngọt", "Nước mắm cá"], "nước mắm")[0], "Nước mắm cá");
    // Whether or not there is an English name too.
    assert_eq!(names(&["Bánh nem rán", "Nem bánh rán"], "nem")[0], "Nem bánh rán");
    assert_eq!(names(&["Trà", "Chè"], "xyz"), [] as [&str; 0]);
}

#[test]
fn what_was_searched_is_marked_in_its_own_spelling() {
    let wanted = SAMPLE.index.find(&Query::default().typed("NUOC mắm")).wanted(&SAMPLE.index);
    let marked =
        |text: &str| text::mark(text, &wanted).iter().filter(|s| s.hit).map(|s| s.text.to_string()).collect::<Vec<_>>();
    assert_eq!(marked("Nước mắm Ba Làng"), ["Nước", "mắm"]);
    assert_eq!(marked("Tương, nước-mắm"), ["nước", "mắm"]);
    for p in &SAMPLE.catalog.products {
        let wanted = SAMPLE.index.find(&Query::default().typed(&fold(&p.name.vi))).wanted(&SAMPLE.index);
        let spans = text::mark(&p.name.vi, &wanted);
        assert!(spans.iter().filter(|s| !s.hit).all(|s| fold(s.text).is_empty()), "{}", p.name.vi);
    }
}

fn standing_key(p: &Product) -> (u8, Option<Date>) {
    let s = p.standing(TODAY);
    (s.and_then(|s| s.stars).map_or(0, |s| s.count()), s.and_then(|s| s.when.span()).map(|s| s.1))
}

#[test]
fn orders_are_what_they_say() {
    for site in [&*SAMPLE, &*INVENTED] {
        let c = &site.catalog;
        let in_order = |sort: Sort, good: &dyn Fn(&Product, &Product) -> bool| {
            let ids = all(site, "", sort);
            assert_eq!(ids.iter().collect::<HashSet<_>>().len(), c.products.len(), "{sort:?}");
            for pair in ids.windows(2) {
                let (a, b) = (c.product(pair[0]), c.product(pair[1]));
                assert!(good(a, b), "{sort:?}: {} before {}", a.slug, b.slug);
            }
        };
        in_order(Sort::Name, &|a, b| text::collate(&a.name.vi, &b.name.vi).is_le());
        in_order(Sort::Stars, &|a, b| standing_key(a).0 >= standing_key(b).0);
        in_order(Sort::Newest, &|a, b| standing_key(a).1 >= standing_key(b).1);
        let place = |p: &Product| {
            let old = p.site.district.map(|d| text::sort_key(&c.district(d).name));
            let now = p.site.today.first().and_then(|code| c.commune(*code)).map(|m| text::sort_key(&m.name.vi));
            (old.is_none(), old, now.is_none(), now)
        };
        in_order(Sort::Place, &|a, b| place(a) <= place(b));
    }
}

#[test]
fn every_order_finds_the_same_and_more_only_adds() {
    for typed in ["", "nước", "mam tom", "b"] {
        let set = |sort| all(&SAMPLE, typed, sort).into_iter().collect::<HashSet<_>>();
        for sort in Sort::ALL {
            assert_eq!(set(sort), set(Sort::Best), "{sort:?}");
            let (whole, query) = (all(&SAMPLE, typed, sort), Query::default().typed(typed).sorted(sort));
            let (first, second) = (SAMPLE.index.find(&query).ids, SAMPLE.index.find(&query.longer()).ids);
            assert!(whole.starts_with(&second) && second.starts_with(&first), "{sort:?}");
        }
    }
}

#[test]
fn similar_products_are_others_and_each_stands_once() {
    for site in [&*SAMPLE, &*INVENTED] {
        for id in site.catalog.ids() {
            let near = site.index.similar(&site.catalog, id, 6);
            assert!(!near.contains(&id));
            assert_eq!(near.iter().collect::<HashSet<_>>().len(), near.len());
            assert!(near.len() <= 6);
        }
    }
    let alike = Site::new(tiny(&["Chè lam Phủ Quảng", "Ghế mây", "Chè lam Thành Nhà Hồ"]), TODAY);
    assert_eq!(alike.index.similar(&alike.catalog, ProductId(0), 1), [ProductId(2)]);
}

#[test]
fn what_finds_nothing_is_answered_by_what_is_near() {
    let first =
        |typed: &str| SAMPLE.index.nearest(typed, 6).first().map(|id| SAMPLE.catalog.product(*id).name.vi.clone());
    assert!(SAMPLE.index.find(&Query::default().typed("nước mắm xyz")).ids.is_empty());
    assert!(first("nước mắm xyz").is_some_and(|name| fold(&name).contains("nuoc mam")));
    assert!(first("mamtom").is_some_and(|name| fold(&name).contains("mam")));
    assert_eq!(SAMPLE.index.nearest("", 6), []);
    assert_eq!(SAMPLE.index.nearest("東京", 6), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_part_dropped_leaves_what_it_says(text in "(nuoc|mam|xyz|)( tom|)", stars in "[345]", state in "(lapsed|undated|proposed)", place in any::<prop::sample::Index>()) {
        let districts = SAMPLE.index.values(Facet::District);
        let query = Query::default().typed(&text).toggled(Facet::Stars, &stars).toggled(Facet::State, &state)
            .toggled(Facet::District, &districts[place.index(districts.len())].slug);
        let parts = SAMPLE.index.without(&query);
        prop_assert_eq!(parts.len(), 3 + usize::from(!text.trim().is_empty()));
        for part in parts {
            prop_assert_eq!(part.total, SAMPLE.index.find(&part.query).total);
            match part.pick {
                None => prop_assert_eq!(part.query, query.typed("")),
                Some((facet, slug)) => {
                    prop_assert!(query.has(facet, &slug));
                    prop_assert_eq!(part.query, query.toggled(facet, &slug));
                }
            }
        }
    }

    #[test]
    fn nothing_typed_makes_it_stumble(typed in ".{0,12}") {
        let found = SAMPLE.index.find(&Query::default().typed(&typed));
        prop_assert!(found.ids.len() <= found.total && found.total <= 160);
        prop_assert!(SAMPLE.index.suggest(&typed).len() <= 12);
        prop_assert!(SAMPLE.index.nearest(&typed, 6).len() <= 6);
    }
}

#[test]
fn what_is_offered_leads_to_what_was_typed() {
    assert_eq!(SAMPLE.index.suggest(""), []);
    assert_eq!(SAMPLE.index.suggest("  ?!"), []);
    for (i, p) in SAMPLE.catalog.products.iter().enumerate() {
        let first = SAMPLE.index.suggest(&p.name.vi).first().map(|s| s.kind);
        let same = |kind| matches!(kind, Kind::Product(id) if SAMPLE.catalog.product(id).name.vi == p.name.vi);
        assert!(first.is_some_and(same), "{i} {}", p.name.vi);
    }
    for facet in [Facet::Producer, Facet::Commune, Facet::District] {
        for value in SAMPLE.index.values(facet) {
            let offers = SAMPLE.index.suggest(&value.name.vi);
            let is = |kind| matches!(kind, Kind::Value(f, v) if f == facet && SAMPLE.index.values(f)[v].name.vi == value.name.vi);
            assert!(offers.iter().any(|s| is(s.kind)), "{}", value.name.vi);
            for offer in offers {
                if let Kind::Value(f, v) = offer.kind {
                    let slug = &SAMPLE.index.values(f)[v].slug;
                    assert_eq!(offer.total, SAMPLE.index.count(&Query::default().toggled(f, slug)));
                }
            }
        }
    }
}

#[test]
fn a_long_facet_is_searched_without_accents() {
    for facet in [Facet::District, Facet::Commune, Facet::Producer, Facet::Market, Facet::Group] {
        assert_eq!(SAMPLE.index.lookup(facet, "").len(), SAMPLE.index.values(facet).len());
        for (i, value) in SAMPLE.index.values(facet).iter().enumerate() {
            assert!(SAMPLE.index.lookup(facet, &fold(&value.name.vi)).contains(&i), "{}", value.name.vi);
        }
    }
    assert!(SAMPLE.index.lookup(Facet::District, "không có").is_empty());
}

#[test]
fn signs_without_a_letter_find_nothing_and_blanks_and_marks_ask_for_nothing() {
    let total = |text: &str| SAMPLE.index.find(&Query::default().typed(text)).total;
    assert_eq!((total("🦐"), total("→ ★")), (0, 0));
    assert_eq!((total(" - "), total("\"")), (SAMPLE.catalog.products.len(), SAMPLE.catalog.products.len()));
    assert_eq!(total("🦐 mắm tôm"), total("mắm tôm"));
}

#[test]
fn among_names_that_say_more_than_was_asked_those_whose_star_holds_come_first() {
    let found = SAMPLE.index.find(&Query::default().typed("nuoc mam"));
    let named =
        found.ids.iter().map(|id| SAMPLE.catalog.product(*id)).take_while(|p| fold(&p.name.vi).starts_with("nuoc mam"));
    let holds: Vec<bool> = named.map(|p| p.standing(TODAY).is_some_and(|s| s.state == State::InForce)).collect();
    assert!(holds.len() > 3 && holds.contains(&true) && holds.contains(&false));
    assert!(holds.is_sorted_by(|a, b| a >= b), "{holds:?}");
}

#[test]
fn words_parted_keep_the_accents_that_were_typed() {
    let site = Site::new(tiny(&["Bánh gai Giang Hòa", "Giò lụa Halal"]), TODAY);
    let found = site.index.find(&Query::default().typed("giang haò"));
    assert!(found.meant(&site.index).is_none_or(|meant| !meant.found.contains("hà o")));
}

#[test]
fn a_word_too_many_is_left_out_of_what_is_offered_instead() {
    // "rices" may be rice, but no cinnamon is.
    let query = Query::default().typed("cinnamon rices");
    assert_eq!(SAMPLE.index.count(&query), 0);
    let offered = SAMPLE.index.corrected(&query);
    assert_eq!(offered.map(|(query, total)| (query.text, total > 0)), Some(("cinnamon".into(), true)));
}
