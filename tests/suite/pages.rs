//! Every page of the sample, drawn natively in both languages: sound markup, links that lead somewhere, nothing inline.

use crate::html::read;
use crate::sample::{SAMPLE, SHEETS};
use crate::sound::sound;
use ocop::page::{Ui, draw, failed, head};
use ocop::pick::List;
use ocop::query::{Facet, Query, Sort};
use ocop::route::{Address, Lang, Route};
use ocop::view::FacetState;
use std::collections::HashMap;

fn in_both(route: Route, ui: &Ui) {
    for lang in Lang::ALL {
        sound(&SAMPLE, &Address::new(lang, route.clone()), ui);
    }
}

#[test]
fn every_product_has_a_sound_page() {
    for (p, detail) in SAMPLE.catalog.products.iter().zip(&SHEETS.details) {
        in_both(
            Route::Product(p.slug.clone()),
            &Ui { detail: Some((p.slug.clone(), detail.clone())), ..Ui::default() },
        );
    }
    let first = &SAMPLE.catalog.products[0].slug;
    in_both(Route::Product(first.clone()), &Ui::default());
    let mut picks = List::EMPTY;
    picks.toggle(first);
    in_both(Route::Product(first.clone()), &Ui { picks, ..Ui::default() });
}

#[test]
fn every_producer_and_place_has_a_sound_page() {
    SAMPLE.catalog.producers.iter().for_each(|p| in_both(Route::Producer(p.slug.clone()), &Ui::default()));
    SAMPLE.catalog.communes.iter().for_each(|c| in_both(Route::Place(c.slug.clone()), &Ui::default()));
}

#[test]
fn the_other_pages_are_sound() {
    let slug = || "khong-co".to_string();
    let missing = [
        Route::Missing("a/b".into()),
        Route::Missing(String::new()),
        Route::Product(slug()),
        Route::Producer(slug()),
        Route::Place(slug()),
    ];
    for route in [Route::Producers, Route::Places, Route::Overview, Route::About].into_iter().chain(missing) {
        in_both(route, &Ui::default());
    }
    for lang in Lang::ALL {
        let all = read(&failed(lang, "catalog/list.json: <b>").to_html()).unwrap_or_default();
        assert!(all.iter().any(|e| e.tag == "button") && all[0].text.contains("list.json: <b>"));
    }
}

#[test]
fn the_list_is_sound_however_it_is_asked() {
    let facets = std::array::from_fn(|i| FacetState {
        open: i % 2 == 0,
        text: if i % 3 == 0 { "ho".into() } else { String::new() },
    });
    let opened = Ui { facets, ..Ui::default() };
    let none = Ui { facets: std::array::from_fn(|_| FacetState { open: true, text: "xyz".into() }), ..Ui::default() };
    let plain = Query::default();
    let mut asked =
        vec![plain.clone(), plain.longer(), plain.typed("nước mắm"), plain.typed("xyz"), plain.typed("a b c d e")];
    asked.extend(Sort::ALL.map(|s| plain.sorted(s)));
    for facet in Facet::ALL {
        let values = SAMPLE.index.values(facet);
        asked.extend(values.iter().take(3).map(|v| plain.toggled(facet, &v.slug)));
    }
    asked.push(
        plain.toggled(Facet::Stars, "5").toggled(Facet::State, "lapsed").toggled(Facet::Market, "nga").typed("gạo"),
    );
    for query in asked {
        in_both(Route::List(query.clone()), &Ui::default());
        in_both(Route::List(query.clone()), &opened);
        in_both(Route::List(query.clone()), &none);
        sound(&SAMPLE, &Address { sheet: true, ..Address::new(Lang::Vi, Route::List(query)) }, &Ui::default());
    }
}

#[test]
fn suggestions_are_sound_and_marked() {
    for typed in ["nuoc mam", "hoang", "le gia", "c", "xyz"] {
        let offers = SAMPLE.index.suggest(typed);
        let wanted = SAMPLE.index.find(&Query::default().typed(typed)).wanted(&SAMPLE.index);
        for active in [None, Some(0), offers.len().checked_sub(1), Some(99)] {
            let (offers, wanted) = (offers.clone(), wanted.clone());
            let ui = Ui { typed: typed.into(), offers, wanted, active, ..Ui::default() };
            let all = sound(&SAMPLE, &Address::new(Lang::En, Route::About), &ui);
            assert_eq!(all.iter().filter(|e| e.attr("role") == Some("option")).count(), ui.offers.len());
            assert_eq!(all.iter().any(|e| e.tag == "mark"), !ui.offers.is_empty());
        }
        in_both(Route::List(Query::default().typed(typed)), &Ui { offers, wanted, ..Ui::default() });
    }
}

#[test]
fn a_title_and_a_description_tell_each_page_from_the_others() {
    for lang in Lang::ALL {
        let mut titles: HashMap<String, String> = HashMap::new();
        let plain = [Route::List(Query::default()), Route::Producers, Route::Places, Route::Overview, Route::About];
        let products = SAMPLE.catalog.products.iter().map(|p| Route::Product(p.slug.clone()));
        for route in plain.into_iter().chain(products) {
            let address = Address::new(lang, route);
            let own = head(&SAMPLE, &address);
            assert!(
                own.title.contains(&SAMPLE.catalog.about.title) && !own.description.contains("· ."),
                "{}",
                own.description
            );
            let other = titles.insert(own.title.clone() + &own.description, address.path());
            assert_eq!(other, None, "{} is also {}", own.title, address.path());
        }
    }
}

#[test]
fn a_page_of_one_language_says_so_of_the_other_s_words() {
    let slug = &SAMPLE.catalog.products[0].slug;
    let all = sound(&SAMPLE, &Address::new(Lang::En, Route::Product(slug.clone())), &Ui::default());
    let title = all.iter().find(|e| e.tag == "h1");
    assert_eq!(title.and_then(|e| e.attr("lang")), Some("vi"));
    assert!(all.iter().filter(|e| e.has_class("english")).all(|e| e.attr("lang").is_none()));
}

#[test]
fn what_is_long_on_the_page_about_is_shown_to_whoever_asks() {
    let told = |line: &str| {
        let sections = vec![vec!["Các nguồn".to_string(), line.to_string()]];
        let ui = Ui { about: Some((Lang::Vi, sections)), ..Ui::default() };
        draw(&SAMPLE, &Address::new(Lang::Vi, Route::About), &ui).to_html()
    };
    assert!(told("Báo Thanh Hóa").contains("<section><h2>Các nguồn</h2><p>Báo Thanh Hóa</p></section>"));
    let long = "Báo Thanh Hóa; ".repeat(120);
    assert!(told(&long).contains("<details><summary><h2>Các nguồn</h2></summary><p>Báo Thanh Hóa"));
}
