//! The catalogue as open data: a table for people and JSON for programs, with sources.
//!
//! In: the catalogue and its details. Out: `catalog/products.csv` and `catalog/products.json`. Spreadsheets run what
//! begins like a formula, so such a text gets an apostrophe before it; the JSON has texts as they are.

use super::award::when;
use super::home::Home;
use super::linked::known;
use crate::catalog::{Detail, Product, Recognition, Step, Term, TermId};
use crate::page::Site;
use crate::route::{Address, Lang, Route};
use crate::text::harmless;
use crate::view::See;
use serde_json::{Value, json};

/// Tells spreadsheets that the text is UTF-8.
const BOM: &str = "\u{feff}";
/// Between the values of one cell.
const BETWEEN: &str = "; ";

/// Columns of the table: in Vietnamese, in English.
const COLUMNS: [(&str, &str); 22] = [
    ("Mã", "id"),
    ("Tên sản phẩm", "name"),
    ("Tên tiếng Anh", "English name"),
    ("Chủ thể", "producers"),
    ("Xã, phường nay", "communes of today"),
    ("Mã xã, phường", "commune codes"),
    ("Xã cũ", "former commune"),
    ("Huyện cũ", "former district"),
    ("Nhóm sản phẩm", "group"),
    ("Hạng sao", "stars"),
    ("Hiệu lực", "state"),
    ("Quyết định", "decision"),
    ("Ngày quyết định", "decided"),
    ("Có giá trị đến", "valid until"),
    ("Chất lượng", "quality systems"),
    ("Nơi bán", "channels"),
    ("Xuất khẩu", "export markets"),
    ("Giá (đồng)", "price in VND"),
    ("Quy cách", "pack"),
    ("Mã vạch", "GTIN"),
    ("Trang", "page"),
    ("Nguồn", "sources"),
];

/// Rows as a table file; texts are made harmless on the way.
pub(super) fn table<'a>(rows: impl Iterator<Item = Vec<String>> + 'a) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing into memory does not fail, and what is written is text.
        let _ = out.write_record(row.iter().map(|cell| harmless(cell)));
    }
    out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Both files with their names.
pub(super) fn data(site: &Site, details: &[Detail], home: &Home) -> [(String, String); 2] {
    let see = site.see(Lang::Vi);
    let all = || site.catalog.products.iter().zip(details);
    let head = COLUMNS.iter().map(|(vi, en)| format!("{vi} ({en})")).collect();
    let rows = std::iter::once(head).chain(all().map(|(p, d)| row(see, p, d, home)));
    let about = &site.catalog.about;
    let whole = known([
        ("title", json!(about.title)),
        ("province", json!({ "vi": about.province.vi, "en": about.province.en })),
        ("publisher", json!(about.publisher)),
        ("home", json!(home.to(""))),
        ("as_of", json!(about.as_of.iso())),
        ("invented", json!(about.invented)),
        ("products", json!(all().map(|(p, d)| entry(see, p, d, home)).collect::<Vec<_>>())),
    ]);
    [
        ("catalog/products.csv".into(), format!("{BOM}{}", table(rows))),
        ("catalog/products.json".into(), whole.to_string()),
    ]
}

fn page(p: &Product, home: &Home) -> String {
    home.to(&Address::new(Lang::Vi, Route::Product(p.slug.clone())).path()).unwrap_or_default()
}

fn terms(see: See<'_>, ids: &[TermId], all: &[Term]) -> Vec<String> {
    ids.iter().filter_map(|id| all.get(usize::from(id.0))).map(|term| see.text(&term.name).to_string()).collect()
}

/// The recognition that counts today.
fn counts<'a>(see: See<'_>, p: &'a Product) -> Option<&'a Recognition> {
    let standing = p.standing(see.today)?;
    p.recognitions.iter().find(|r| r.stars == standing.stars && r.when == standing.when && r.until() == standing.until)
}

fn row(see: See<'_>, p: &Product, d: &Detail, home: &Home) -> Vec<String> {
    let (c, w) = (see.catalog, see.words);
    let standing = p.standing(see.today);
    let counts = counts(see, p);
    let join = |all: Vec<String>| all.join(BETWEEN);
    let communes = see.communes(&p.site);
    let sources = d.sources.iter().map(|s| format!("{} {}", s.title, s.url).trim().to_string());
    vec![
        p.slug.clone(),
        p.name.vi.clone(),
        p.name.en.clone(),
        join(p.makers.iter().map(|m| c.producer(*m).name.clone()).collect()),
        join(communes.iter().map(|c| see.text(&c.name).to_string()).collect()),
        join(communes.iter().map(|c| format!("{:05}", c.code.0)).collect()),
        p.site.commune.clone().unwrap_or_default(),
        see.district(&p.site).map(|d| d.name.clone()).unwrap_or_default(),
        p.group.map(|g| format!("{} {}", g.get().number, g.get().name.vi)).unwrap_or_default(),
        standing.and_then(|s| s.stars).map(|s| s.count().to_string()).unwrap_or_default(),
        standing.map(|s| (w.state)(s.state).to_string()).unwrap_or_default(),
        counts.and_then(|r| r.decision.clone()).unwrap_or_default(),
        counts.map(|r| when(r.when)).unwrap_or_default(),
        counts.map(|r| when(r.until())).unwrap_or_default(),
        join(terms(see, &p.quality, &c.qualities)),
        join(terms(see, &p.channels, &c.channels)),
        join(terms(see, &p.markets, &c.markets)),
        d.price.map(|price| price.to_string()).unwrap_or_default(),
        d.pack.clone(),
        d.gtin.clone(),
        page(p, home),
        join(sources.collect()),
    ]
}

fn entry(see: See<'_>, p: &Product, d: &Detail, home: &Home) -> Value {
    let c = see.catalog;
    let recognition = |r: &Recognition| {
        known([
            ("stars", json!(r.stars.map(|s| s.count()))),
            ("proposed", if r.step == Step::Proposed { json!(true) } else { Value::Null }),
            ("decision", json!(r.decision)),
            ("authority", json!(r.authority.map(|a| a.key()))),
            ("decided", json!(r.when.write())),
            ("until", json!(r.until().write())),
            ("state", json!(r.state(see.today).key())),
        ])
    };
    let communes =
        see.communes(&p.site).into_iter().map(|c| json!({ "code": format!("{:05}", c.code.0), "name": c.name.vi }));
    known([
        ("id", json!(p.slug)),
        ("name", json!(p.name.vi)),
        ("name_en", json!(p.name.en)),
        ("producers", json!(p.makers.iter().map(|m| &c.producer(*m).name).collect::<Vec<_>>())),
        ("communes", json!(communes.collect::<Vec<_>>())),
        ("former_commune", json!(p.site.commune)),
        ("former_district", json!(see.district(&p.site).map(|d| &d.name))),
        ("group", json!(p.group.map(|g| g.get().number))),
        ("group_name", json!(p.group.map(|g| g.get().name.vi))),
        ("recognitions", json!(p.recognitions.iter().map(recognition).collect::<Vec<_>>())),
        ("quality", json!(terms(see, &p.quality, &c.qualities))),
        ("channels", json!(terms(see, &p.channels, &c.channels))),
        ("markets", json!(terms(see, &p.markets, &c.markets))),
        ("price_vnd", json!(d.price)),
        ("pack", json!(d.pack)),
        ("gtin", json!(d.gtin)),
        ("story", json!(d.story.vi)),
        ("facts", json!(d.facts)),
        ("page", json!(page(p, home))),
        ("sources", json!(d.sources.iter().map(|s| json!({ "title": s.title, "url": s.url })).collect::<Vec<_>>())),
    ])
}
