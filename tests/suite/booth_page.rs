//! What a booth shows to visitors and to its exhibitor is plain to them: where a note was written, whom a code serves.

use crate::sample::SAMPLE;
use ocop::booth::Note;
use ocop::catalog::Date;
use ocop::page::booth::{caption, link, notes_table, take};
use ocop::pick::{Item, List, pack};
use ocop::query::Query;
use ocop::route::{Address, Lang, Route};
use ocop::words;

/// Who answers a note reads where it was written: a product's name, or an address that opens.
#[test]
fn a_table_of_notes_names_the_product_or_the_whole_address() {
    let see = SAMPLE.see(Lang::Vi);
    let product = &SAMPLE.catalog.products[0];
    let note = |address: Address| Note {
        day: Date { year: 2026, month: 11, day: 29 },
        minute: 601,
        name: String::new(),
        contact: "a@b.vn".into(),
        wish: String::new(),
        page: address.write(),
        list: String::new(),
    };
    let notes = [
        note(Address::new(Lang::Vi, Route::Product(product.slug.clone()))),
        note(Address::new(Lang::En, Route::Product(product.slug.clone()))),
        note(Address::new(Lang::Vi, Route::List(Query::default().typed("gao")))),
    ];
    let told = notes_table(see, "https://ocop.vn/x/", &notes);
    let lines: Vec<&str> = told.lines().collect();
    for line in &lines[1..3] {
        assert!(line.ends_with(&format!("\"{}\",\"\"", product.name.vi)), "{line}");
    }
    assert!(lines[3].ends_with("\"https://ocop.vn/x/?q=gao\",\"\""), "{}", lines[3]);
}

/// What a visitor has picked comes along by name, with how many of each.
#[test]
fn a_note_holds_what_its_visitor_picked() {
    let all = SAMPLE.catalog.products.iter().take(2);
    let list: List =
        all.zip([0, 12]).map(|(p, quantity)| Item { slug: p.slug.clone(), quantity, ..Item::default() }).collect();
    let note = Note {
        day: Date { year: 2026, month: 11, day: 29 },
        minute: 601,
        name: String::new(),
        contact: "a@b.vn".into(),
        wish: String::new(),
        page: String::new(),
        list: pack(&list),
    };
    let told = notes_table(SAMPLE.see(Lang::Vi), "https://ocop.vn/", &[note]);
    let names = [0, 1].map(|at: usize| SAMPLE.catalog.products[at].name.vi.as_str());
    assert!(told.trim_end().ends_with(&format!("\"{}; {} × 12\"", names[0], names[1])), "{told}");
}

/// Below a code stands what it opens, as people say it; an address that is cut says so.
#[test]
fn what_a_code_opens_is_read_below_it() {
    let w = words::booth(Lang::Vi);
    for (address, said) in [
        ("https://ocop.gov.vn/", "ocop.gov.vn"),
        ("sms:0912345678?&body=H%E1%BB%8Fi", "Tin nhắn SMS"),
        ("mailto:a@b.vn?subject=x", "E-mail"),
    ] {
        assert_eq!(caption(w, address), said);
    }
    let long = caption(w, &format!("https://ocop.gov.vn/{}", "á".repeat(60)));
    assert!(long.chars().count() == 61 && long.ends_with("á…"), "{long}");
}

/// A code that no telephone can open is not handed over in silence.
#[test]
fn a_code_that_only_this_device_opens_is_told_to_be_one() {
    let see = SAMPLE.see(Lang::Vi);
    let shown = |address: &str| take(see, "", "", &[(String::new(), address.into())]).to_html();
    // Nor one of the set-up, which is the address by which the exhibitor came.
    let said = |address: &str| link(see, Some(address)).to_html().contains("class=\"missing\"");
    for here in ["http://127.0.0.1:8080/?via=booth", "http://localhost/", "http://[::1]:8080/"] {
        assert!(shown(here).contains("class=\"missing\"") && said(here), "{here}");
    }
    for others in ["https://ocop.vn/", "http://192.168.1.9:8080/", "BEGIN:VCARD"] {
        assert!(!shown(others).contains("class=\"missing\"") && !said(others), "{others}");
    }
}
