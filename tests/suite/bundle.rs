//! Broken bundles: each has an error of its own, by name.

use ocop::bundle::{Fault, VERSION, detail_file, read, read_detail, read_prices, write, write_details, write_prices};
use ocop::catalog::{Contact, Detail, Flaw, Photo, Product, Text};
use ocop::publish::generate;
use ocop::search::store;
use serde_json::{Value, json};

/// Where the first product stands: behind eight tables and four texts.
const FIRST: usize = 12;

fn sound() -> Value {
    let (catalog, details) = generate(12, 1);
    serde_json::from_str(&write(&catalog, &store(&catalog, &details, &[]))).unwrap_or_default()
}

/// What reading says of a bundle in which that was changed.
fn broken(change: impl FnOnce(&mut Value)) -> Fault {
    let mut list = sound();
    change(&mut list);
    match read(&list.to_string()) {
        Ok(_) => unreachable!("a broken bundle was read"),
        Err(fault) => fault,
    }
}

/// Puts a row in its place among those of the first product, with empty ones before it.
fn row(list: &mut Value, at: usize, row: Value) {
    if let Some(rows) = list[FIRST].as_array_mut() {
        rows.resize(rows.len().max(at + 1), json!([]));
        rows[at] = row;
    }
}

fn flaw(change: impl FnOnce(&mut Value)) -> Flaw {
    match broken(change) {
        Fault::Flaws(mut flaws) => flaws.remove(0),
        other => unreachable!("{other}"),
    }
}

#[test]
fn a_sound_bundle_is_read() {
    assert_eq!(read(&sound().to_string()).map(|c| c.0.products.len()), Ok(12));
}

#[test]
fn what_is_not_json_or_cut_off_or_of_another_shape_says_where() {
    let whole = sound().to_string();
    let cut: String = whole.chars().take(whole.chars().count() / 2).collect();
    for text in ["", "<!doctype html>", "[[[7]]]", cut.as_str()] {
        let fault = read(text).err();
        assert!(matches!(&fault, Some(Fault::Shape(why)) if why.contains("line")), "{fault:?}");
    }
    let short = read("[]").err().map(|f| f.to_string());
    assert_eq!(short.as_deref(), Some("the bundle is not readable: it is no whole list of tables and products"));
    assert!(matches!(broken(|b| b[FIRST][0][0] = json!(7)), Fault::Shape(_)));
    assert!(matches!(broken(|b| b[FIRST] = Value::Null), Fault::Shape(_)));
    assert!(matches!(read_detail("{\"a\":", "a"), Err(Fault::Shape(_))));
}

#[test]
fn another_version_is_named_even_if_its_shape_is_another_too() {
    assert_eq!(
        read(&json!([[[(VERSION + 1).to_string()], [], []], "items"]).to_string()),
        Err(Fault::Version { found: VERSION + 1 })
    );
}

#[test]
fn references_that_lead_nowhere_are_named() {
    let dangling = |change: fn(&mut Value)| match flaw(change) {
        Flaw::Dangling { kind, id, .. } => (kind, id),
        other => unreachable!("{other}"),
    };
    assert_eq!(dangling(|b| b[FIRST][1] = json!(["999"])), ("producer", 999));
    assert_eq!(dangling(|b| b[FIRST][2] = json!(["999"])), ("commune", 999));
    assert_eq!(dangling(|b| b[FIRST][3] = json!(["", "999"])), ("district", 999));
    assert_eq!(dangling(|b| row(b, 5, json!(["999"]))), ("quality system", 999));
    assert_eq!(dangling(|b| row(b, 6, json!(["999"]))), ("channel", 999));
    assert_eq!(dangling(|b| row(b, 7, json!(["999"]))), ("market", 999));
    assert_eq!(dangling(|b| b[FIRST][4] = json!(["", "999"])), ("motif", 999));
}

#[test]
fn slugs_and_codes_stand_once_and_are_made_for_addresses() {
    let twice = flaw(|b| b[FIRST + 1][0][0] = b[FIRST][0][0].clone());
    assert!(matches!(twice, Flaw::DuplicateSlug { kind: "product", .. }));
    let maker = flaw(|b| {
        let first = b[1][0].clone();
        b[1].as_array_mut().into_iter().for_each(|all| all.push(first.clone()));
    });
    assert!(matches!(maker, Flaw::DuplicateSlug { kind: "producer", .. }));
    for slug in ["Mắm", "", "a--b", "-a", "a b", "a/b"] {
        assert!(matches!(flaw(|b| b[FIRST][0][0] = json!(slug)), Flaw::BadSlug { .. }), "{slug}");
    }
    let code = flaw(|b| {
        let mut first = b[2][0].clone();
        first[1] = json!("another");
        b[2].as_array_mut().into_iter().for_each(|all| all.push(first.clone()));
    });
    assert!(matches!(code, Flaw::DuplicateCode { .. }));
    assert!(matches!(flaw(|b| b[FIRST][0][1] = json!(" ")), Flaw::NoName { kind: "product", .. }));
}

#[test]
fn values_outside_their_field_are_named() {
    let award = |place: usize, value: &'static str| {
        let value = json!(value);
        let fault = broken(move |b| {
            row(b, 8, json!(["3", "", "2020", "", ""]));
            b[FIRST][8][place] = value;
        });
        match fault {
            Fault::Value { field, value, .. } => (field, value),
            other => unreachable!("{other}"),
        }
    };
    assert_eq!(award(0, "2"), ("stars", "2".into()));
    assert_eq!(award(0, "6"), ("stars", "6".into()));
    assert_eq!(award(2, "31/2/2020"), ("date of recognition", "31/2/2020".into()));
    assert_eq!(award(2, "13/2020"), ("date of recognition", "13/2020".into()));
    assert_eq!(award(2, "soon"), ("date of recognition", "soon".into()));
    assert_eq!(award(4, "mayor"), ("authority", "mayor".into()));
    let field = |change: fn(&mut Value)| match broken(change) {
        Fault::Value { field, .. } => field,
        other => unreachable!("{other}"),
    };
    assert_eq!(field(|b| b[FIRST][4][0] = json!("do-choi")), "group");
    assert_eq!(field(|b| b[1][0][2] = json!("king")), "kind");
    assert_eq!(field(|b| b[3][0][2] = json!("king")), "kind");
    assert_eq!(field(|b| b[0][3][0] = json!("2026")), "as_of");
}

#[test]
fn recognitions_that_cannot_be_are_named() {
    let award = |value: Value| flaw(move |b| row(b, 8, value));
    assert!(matches!(award(json!(["", "1"])), Flaw::EmptyProposal { .. }));
    let late = award(json!(["3", "", "24/11/2026"]));
    assert!(matches!(late, Flaw::Future { when, .. } if when == "24/11/2026"));
}

#[test]
fn an_error_is_told_in_words() {
    assert_eq!(
        read("[[[\"3\"]]]").err().map(|f| f.to_string()).as_deref(),
        Some("the bundle has version 3, this program reads version 4")
    );
    let fault = broken(|b| {
        b[FIRST][0][0] = json!("gao");
        b[FIRST][4] = json!(["", "999"]);
    });
    assert_eq!(
        fault.to_string(),
        "the bundle contradicts itself: product 'gao' names motif 999, which is not in the catalogue"
    );
}

fn contact(mark: &str) -> Contact {
    let [person, phone, email, web, address] = ["a", "0", "@", "w", "n"].map(|text| format!("{mark}{text}"));
    Contact { person, phone, email, web, address }
}

#[test]
fn all_that_a_record_can_carry_comes_back() {
    let (mut catalog, mut details) = generate(3, 1);
    let photo = |stem: &str| Photo { stem: stem.into(), width: 1280, height: 960, tint: "#a0b0c0".into() };
    catalog.about.publisher = "Văn phòng \"thử\"".into();
    catalog.about.event = "Hội chợ thử".into();
    catalog.about.home = "https://example.org/ocop/".into();
    catalog.about.contact = contact("v");
    catalog.producers[0].contact = contact("p");
    catalog.products[1].photo = Some(photo("abc"));
    details[1] = Detail {
        story: Text { vi: "Một câu\nchuyện".into(), en: "A story".into() },
        price: Some(150_000),
        pack: "hũ 200 g".into(),
        gtin: "8930000000009".into(),
        photos: vec![photo("abc"), photo("def")],
        ..details[1].clone()
    };
    let (again, _) = read(&write(&catalog, &store(&catalog, &details, &[]))).unwrap_or_else(|e| unreachable!("{e}"));
    assert_eq!(again, catalog);
    let files = write_details(catalog.products.iter().map(|p| p.slug.as_str()).zip(&details));
    for (p, d) in catalog.products.iter().zip(&details) {
        assert_eq!(read_detail(&files[&detail_file(&p.slug, 3)], &p.slug).as_ref(), Ok(d));
    }
    // price lists and labels fetch one file, in which who has neither price nor pack does not stand
    let slugs = catalog.products.iter().map(|p| p.slug.as_str());
    let prices = read_prices(&write_prices(slugs.zip(&details))).unwrap_or_else(|e| unreachable!("{e}"));
    let told = catalog.products.iter().zip(&details).filter(|(_, d)| d.price.is_some() || !d.pack.is_empty());
    let own = |(p, d): (&Product, &Detail)| {
        (p.slug.clone(), Detail { price: d.price, pack: d.pack.clone(), ..Detail::default() })
    };
    assert_eq!(prices, told.map(own).collect::<Vec<_>>());
    assert!(prices.iter().any(|(_, d)| d.price == Some(150_000)) && prices.len() < 3);
}

#[test]
fn a_photograph_or_a_price_that_is_none_is_named() {
    let of = |fault: Fault| match fault {
        Fault::Value { field, value, .. } => (field, value),
        other => unreachable!("{other}"),
    };
    let wide = |b: &mut Value| row(b, 4, json!(["", "0", "abc", "wide", "9", "#ffffff"]));
    assert_eq!(of(broken(wide)), ("width of a photograph", "wide".into()));
    let dear = json!([[["a", "", "", "dear"]]]).to_string();
    assert_eq!(read_detail(&dear, "a").map_err(of), Err(("price", "dear".into())));
    assert_eq!(read_prices("[[\"a\",\"dear\"]]").map_err(of), Err(("price", "dear".into())));
}
