//! Broken bundles: each has an error of its own, by name.

use ocop::bundle::{Fault, VERSION, read, read_detail, write};
use ocop::catalog::Flaw;
use ocop::publish::generate;
use serde_json::{Value, json};

fn sound() -> Value {
    serde_json::from_str(&write(&generate(12, 1).0)).unwrap_or_default()
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

fn flaw(change: impl FnOnce(&mut Value)) -> Flaw {
    match broken(change) {
        Fault::Flaws(mut flaws) => flaws.remove(0),
        other => unreachable!("{other}"),
    }
}

#[test]
fn a_sound_bundle_is_read() {
    assert_eq!(read(&sound().to_string()).map(|c| c.products.len()), Ok(12));
}

#[test]
fn what_is_not_json_or_cut_off_or_of_another_shape_says_where() {
    let whole = sound().to_string();
    let cut: String = whole.chars().take(whole.chars().count() / 2).collect();
    for text in ["", "<!doctype html>", "[]", cut.as_str()] {
        let fault = read(text).err();
        assert!(matches!(&fault, Some(Fault::Shape(why)) if why.contains("line")), "{fault:?}");
    }
    assert!(matches!(broken(|b| b["products"][0]["slug"] = json!(7)), Fault::Shape(_)));
    assert!(matches!(broken(|b| b["products"] = Value::Null), Fault::Shape(_)));
    assert!(matches!(read_detail("{\"a\":", "a"), Err(Fault::Shape(_))));
}

#[test]
fn another_version_is_named_even_if_its_shape_is_another_too() {
    assert_eq!(
        read(&json!({ "version": VERSION + 1, "items": 3 }).to_string()),
        Err(Fault::Version { found: VERSION + 1 })
    );
}

#[test]
fn references_that_lead_nowhere_are_named() {
    let dangling = |change: fn(&mut Value)| match flaw(change) {
        Flaw::Dangling { kind, id, .. } => (kind, id),
        other => unreachable!("{other}"),
    };
    assert_eq!(dangling(|b| b["products"][0]["makers"] = json!([999])), ("producer", 999));
    assert_eq!(dangling(|b| b["products"][0]["communes"] = json!([999])), ("commune", 999));
    assert_eq!(dangling(|b| b["products"][0]["district"] = json!(999)), ("district", 999));
    assert_eq!(dangling(|b| b["products"][0]["quality"] = json!([999])), ("quality system", 999));
    assert_eq!(dangling(|b| b["products"][0]["channels"] = json!([999])), ("channel", 999));
    assert_eq!(dangling(|b| b["products"][0]["markets"] = json!([999])), ("market", 999));
    assert_eq!(dangling(|b| b["products"][0]["motif"] = json!(999)), ("motif", 999));
}

#[test]
fn slugs_and_codes_stand_once_and_are_made_for_addresses() {
    let twice = flaw(|b| b["products"][1]["slug"] = b["products"][0]["slug"].clone());
    assert!(matches!(twice, Flaw::DuplicateSlug { kind: "product", .. }));
    let maker = flaw(|b| {
        let first = b["producers"][0].clone();
        b["producers"].as_array_mut().into_iter().for_each(|all| all.push(first.clone()));
    });
    assert!(matches!(maker, Flaw::DuplicateSlug { kind: "producer", .. }));
    for slug in ["Mắm", "", "a--b", "-a", "a b", "a/b"] {
        assert!(matches!(flaw(|b| b["products"][0]["slug"] = json!(slug)), Flaw::BadSlug { .. }), "{slug}");
    }
    let code = flaw(|b| {
        let mut first = b["communes"][0].clone();
        first[1] = json!("another");
        b["communes"].as_array_mut().into_iter().for_each(|all| all.push(first.clone()));
    });
    assert!(matches!(code, Flaw::DuplicateCode { .. }));
    assert!(matches!(flaw(|b| b["products"][0]["name"] = json!(" ")), Flaw::NoName { kind: "product", .. }));
}

#[test]
fn values_outside_their_field_are_named() {
    let award = |key: &'static str, value: Value| {
        let fault = broken(move |b| {
            b["products"][0]["recognitions"] = json!([{ "stars": 3, "when": "2020" }]);
            b["products"][0]["recognitions"][0][key] = value;
        });
        match fault {
            Fault::Value { field, value, .. } => (field, value),
            other => unreachable!("{other}"),
        }
    };
    assert_eq!(award("stars", json!(2)), ("stars", "2".into()));
    assert_eq!(award("stars", json!(6)), ("stars", "6".into()));
    assert_eq!(award("when", json!("31/2/2020")), ("date of recognition", "31/2/2020".into()));
    assert_eq!(award("when", json!("13/2020")), ("date of recognition", "13/2020".into()));
    assert_eq!(award("when", json!("soon")), ("date of recognition", "soon".into()));
    assert_eq!(award("by", json!("mayor")), ("authority", "mayor".into()));
    let field = |change: fn(&mut Value)| match broken(change) {
        Fault::Value { field, .. } => field,
        other => unreachable!("{other}"),
    };
    assert_eq!(field(|b| b["products"][0]["group"] = json!("do-choi")), "group");
    assert_eq!(field(|b| b["producers"][0][2] = json!("king")), "kind");
    assert_eq!(field(|b| b["districts"][0][2] = json!("king")), "kind");
    assert_eq!(field(|b| b["as_of"] = json!("2026")), "as_of");
}

#[test]
fn recognitions_that_cannot_be_are_named() {
    let award = |value: Value| flaw(move |b| b["products"][0]["recognitions"] = value);
    assert!(matches!(award(json!([{ "proposed": true }])), Flaw::EmptyProposal { .. }));
    assert!(
        matches!(award(json!([{ "stars": 3, "when": "24/11/2026" }])), Flaw::Future { when, .. } if when == "24/11/2026")
    );
}

#[test]
fn an_error_is_told_in_words() {
    assert_eq!(
        read("{\"version\":2}").err().map(|f| f.to_string()).as_deref(),
        Some("the bundle has version 2, this program reads version 1")
    );
    let fault = broken(|b| {
        b["products"][0]["slug"] = json!("gao");
        b["products"][0]["motif"] = json!(999);
    });
    assert_eq!(
        fault.to_string(),
        "the bundle contradicts itself: product 'gao' names motif 999, which is not in the catalogue"
    );
}
