//! Data for shops and for everyone: feeds hold what is for sale and nothing else, tables harm no spreadsheet.

use crate::built::{HOME, HOSTILE, Yard, files, goods};
use ocop::publish::{Card, Cards, Subject};
use serde_json::Value;
use std::collections::HashMap;

/// A table of the site: its header and its rows.
fn table(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap_or_else(|e| unreachable!("{e}")));
    rows.map(|row| row.iter().map(String::from).collect()).collect()
}

fn text(all: &std::collections::BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let content = all.get(path).unwrap_or_else(|| unreachable!("no {path}"));
    String::from_utf8(content.clone()).unwrap_or_else(|e| unreachable!("{path}: {e}"))
}

#[test]
fn feeds_hold_what_has_a_price_and_a_picture() {
    let goods = goods();
    let mut yard = Yard::new();
    let card = |i: usize| {
        let path = format!("catalog/preview/{i}.jpg");
        (Subject::Product(goods.0.products[i].slug.clone()), Card { path, width: 1200, height: 630 })
    };
    yard.cards = Cards(HashMap::from([card(0), card(2)]));
    yard.build(&goods);
    let all = files(&yard.out());
    let rows = table(&text(&all, "catalog/feed-meta.csv"));
    // Of the two with a price the second has no picture; the third has a picture and no price.
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].join(","), "id,title,description,availability,condition,price,link,image_link,brand,gtin");
    let p = &goods.0.products[0];
    assert_eq!((&*rows[1][0], &*rows[1][5]), (&*p.slug, "150000 VND"));
    assert_eq!(rows[1][7], format!("{HOME}catalog/preview/0.jpg"));
    assert_eq!(rows[1][6], format!("{HOME}san-pham/{}/", p.slug));
    let google = text(&all, "catalog/feed-google.xml");
    assert_eq!(google.matches("<item>").count(), 1);
    assert!(google.contains("<g:price>150000 VND</g:price>") && google.contains("<g:gtin>8930000000019</g:gtin>"));
    assert!(!google.contains("<script>") && google.contains("&lt;script&gt;"));
}

#[test]
fn without_a_price_or_an_address_there_is_no_feed() {
    let (mut free, mut nowhere) = (goods(), goods());
    free.1.iter_mut().for_each(|d| d.price = None);
    nowhere.0.about.home = String::new();
    for goods in [free, nowhere] {
        let yard = Yard::new().with_cards(&goods.0.products[0].slug);
        yard.build(&goods);
        assert!(!files(&yard.out()).keys().any(|path| path.contains("feed-")));
    }
}

#[test]
fn the_table_says_what_the_catalogue_says_and_runs_nothing() {
    let mut goods = goods();
    let formulas = ["=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\tx", "＝1"];
    for (p, formula) in goods.0.products.iter_mut().skip(10).zip(formulas) {
        p.name.vi = formula.into();
    }
    let yard = Yard::new();
    yard.build(&goods);
    let csv = text(&files(&yard.out()), "catalog/products.csv");
    let Some(csv) = csv.strip_prefix('\u{feff}') else { unreachable!("no mark of UTF-8") };
    let rows = table(csv);
    assert_eq!(rows.len(), goods.0.products.len() + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    for (row, p) in rows[1..].iter().zip(&goods.0.products) {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝'])), "{row:?}");
        assert_eq!(row[0], p.slug);
        assert_eq!(row[1].trim_start_matches('\''), p.name.vi);
    }
    assert_eq!(rows[1][17], "150000");
    assert!(rows[1][1].contains(HOSTILE));
}

#[test]
fn the_json_has_every_product_with_its_sources() {
    let goods = goods();
    let yard = Yard::new();
    yard.build(&goods);
    let data: Value = serde_json::from_str(&text(&files(&yard.out()), "catalog/products.json")).unwrap_or_default();
    assert_eq!(
        (&data["title"], &data["home"], &data["invented"]),
        (&goods.0.about.title.clone().into(), &HOME.into(), &true.into())
    );
    let all = data["products"].as_array().cloned().unwrap_or_default();
    assert_eq!(all.len(), goods.0.products.len());
    for ((own, p), d) in all.iter().zip(&goods.0.products).zip(&goods.1) {
        assert_eq!(own["name"], p.name.vi);
        let many = |name: &str| own[name].as_array().map_or(0, Vec::len);
        assert_eq!(
            (many("sources"), many("recognitions"), many("producers")),
            (d.sources.len(), p.recognitions.len(), p.makers.len())
        );
    }
}
