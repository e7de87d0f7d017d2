//! What a sound catalogue still lacks before it is good to show: pictures, contacts, recognitions that hold…
//!
//! In: a catalogue, where each of its products stands in the sheets, and the day. Out: a [`Need`] for every [`Rule`]
//! that something breaks, with a warning for each place. None of them forbids publishing; nothing is looked up outside
//! the catalogue.

use super::alike::alike;
use super::faults::{Fault, Said};
use crate::catalog::{Catalog, Contact, Date, Detail, Product, State, When};
use std::collections::{HashMap, HashSet};

/// Where a product stands in the sheets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// Row as a spreadsheet numbers it.
    pub row: usize,
}

impl Place {
    /// A warning about that column of this row.
    fn lack(&self, column: &str, value: &str, expected: impl Into<Said>) -> Fault {
        Fault::error(&self.file, value, expected).on(self.sheet.as_deref()).at(self.row, column).mild()
    }
}

/// A rule of readiness.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Rule {
    /// No photograph.
    Picture,
    /// The recognition no longer holds.
    Lapsed,
    /// It holds for six months or less.
    Lapsing,
    /// Nothing says until when it holds.
    Undated,
    /// Nobody to ask.
    Contact,
    /// The preview picture would have to cut the name.
    LongName,
    /// No commune of today, or one of two.
    Commune,
    /// Two producers that look like one.
    Alike,
    /// No English name.
    English,
    /// Nothing says where the facts come from.
    Source,
    /// Two products with one photograph.
    SamePicture,
}

impl Rule {
    /// All, in the order told.
    pub const ALL: [Rule; 11] = [
        Rule::Lapsed,
        Rule::Lapsing,
        Rule::Undated,
        Rule::Picture,
        Rule::SamePicture,
        Rule::Contact,
        Rule::Commune,
        Rule::Alike,
        Rule::LongName,
        Rule::English,
        Rule::Source,
    ];

    /// Its name for programs.
    pub fn key(self) -> &'static str {
        match self {
            Rule::Picture => "no-picture",
            Rule::Lapsed => "lapsed",
            Rule::Lapsing => "lapsing",
            Rule::Undated => "undated",
            Rule::Contact => "no-contact",
            Rule::LongName => "long-name",
            Rule::Commune => "no-commune",
            Rule::Alike => "alike-producers",
            Rule::English => "no-english",
            Rule::Source => "no-source",
            Rule::SamePicture => "same-picture",
        }
    }

    /// Its name for people.
    pub fn title(self) -> Said {
        match self {
            Rule::Picture => ("Chưa có ảnh", "No picture"),
            Rule::Lapsed => ("Công nhận đã hết hạn", "Recognition lapsed"),
            Rule::Lapsing => ("Công nhận hết hạn trong 6 tháng tới", "Recognition lapses within 6 months"),
            Rule::Undated => ("Không rõ công nhận còn hạn không", "Unknown whether the recognition holds"),
            Rule::Contact => ("Chưa có cách liên hệ chủ thể", "No contact of the producer"),
            Rule::LongName => ("Tên quá dài cho ảnh xem trước", "Name too long for a preview"),
            Rule::Commune => ("Chưa rõ xã, phường hiện nay", "Commune of today not known"),
            Rule::Alike => ("Chủ thể có vẻ trùng nhau", "Producers that look like the same one"),
            Rule::English => ("Chưa có tên tiếng Anh", "No English name"),
            Rule::Source => ("Chưa ghi nguồn", "No source"),
            Rule::SamePicture => ("Cùng một ảnh cho nhiều sản phẩm", "One picture for several products"),
        }
        .into()
    }
}

/// All that breaks one rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// The rule.
    pub rule: Rule,
    /// How many products are concerned.
    pub products: usize,
    /// A warning for each place, in the order of the sheets.
    pub faults: Vec<Fault>,
}

/// Letters of a name that a preview picture of 1200×630 still sets in full.
pub const LONGEST_NAME: usize = 150;
/// So many months before its end a recognition is worth renewing (the dossier goes through commune and province).
const AHEAD: u16 = 6;

/// What is lacking on that day. `details` and `places` are parallel to the catalogue's products.
pub fn ready(catalog: &Catalog, details: &[Detail], places: &[Place], day: Date) -> Vec<Need> {
    let mut all: HashMap<Rule, Need> = HashMap::new();
    let mut add = |rule, products, fault| {
        let need = all.entry(rule).or_insert_with(|| Need { rule, products: 0, faults: Vec::new() });
        need.products += products;
        need.faults.push(fault);
    };
    for ((product, detail), place) in catalog.products.iter().zip(details).zip(places) {
        own(product, detail, place, day, &mut |rule, fault| add(rule, 1, fault));
    }
    contacts(catalog, places, &mut |products, fault| add(Rule::Contact, products, fault));
    twins(catalog, places, &mut |products, fault| add(Rule::Alike, products, fault));
    pictures(catalog, places).into_iter().for_each(|fault| add(Rule::SamePicture, 1, fault));
    Rule::ALL.into_iter().filter_map(|rule| all.remove(&rule)).collect()
}

/// What one product lacks by itself.
fn own(p: &Product, detail: &Detail, place: &Place, day: Date, add: &mut impl FnMut(Rule, Fault)) {
    let name = p.name.vi.as_str();
    if p.photo.is_none() {
        add(Rule::Picture, place.lack("", name, ("một ảnh trong thư mục photos", "a picture in the folder photos")));
    }
    let letters = name.chars().count();
    if letters > LONGEST_NAME {
        let expected = (
            format!("tên không quá {LONGEST_NAME} chữ; tên này {letters} chữ"),
            format!("a name of at most {LONGEST_NAME} letters; this one has {letters}"),
        );
        add(Rule::LongName, place.lack("", name, expected));
    }
    match p.site.today.len() {
        0 => add(Rule::Commune, place.lack("", name, ("xã hoặc phường hiện nay", "the commune or ward of today"))),
        1 => {}
        _ => {
            let expected = (
                "một xã hoặc phường hiện nay: xã cũ này đã chia về nhiều nơi",
                "one commune or ward of today: the former one was divided",
            );
            add(Rule::Commune, place.lack("", name, expected));
        }
    }
    if p.name.en.is_empty() {
        add(Rule::English, place.lack("", name, ("tên tiếng Anh", "a name in English")));
    }
    if detail.sources.is_empty() {
        add(Rule::Source, place.lack("", name, ("nguồn của các thông tin này", "where these facts come from")));
    }
    if let Some((rule, expected)) = term(p, day) {
        add(rule, place.lack("", name, expected));
    }
}

/// How long the recognition that counts still holds, if that is worth a word.
fn term(p: &Product, day: Date) -> Option<(Rule, Said)> {
    let Some(standing) = p.standing(day) else {
        let expected = ("quyết định công nhận: số sao và ngày", "the decision that recognised it: stars and date");
        return Some((Rule::Undated, expected.into()));
    };
    let until = standing.until;
    match standing.state {
        State::Lapsed => {
            let vi = format!("công nhận còn hạn; công nhận này hết hạn {}", until.write());
            Some((Rule::Lapsed, (vi, format!("a recognition that holds; this one ended {}", until.write())).into()))
        }
        State::InForce => {
            let (soon, (end, _)) = (When::Day(day).plus_months(AHEAD).span()?.1, until.span()?);
            let vi = format!("hồ sơ công nhận lại: công nhận này hết hạn {}", until.write());
            let said = (vi, format!("an application for renewal: this recognition ends {}", until.write())).into();
            (end <= soon).then_some((Rule::Lapsing, said))
        }
        State::Undated => Some((
            Rule::Undated,
            ("ngày của quyết định công nhận", "the day of the decision that recognised it").into(),
        )),
        State::Proposed => Some((
            Rule::Undated,
            ("quyết định công nhận: mới chỉ có đề xuất", "a decision: so far it is only proposed").into(),
        )),
    }
}

/// Producers whom nobody can reach, told once each, where their first product stands.
fn contacts(catalog: &Catalog, places: &[Place], add: &mut impl FnMut(usize, Fault)) {
    let silent = |c: &Contact| [&c.phone, &c.email, &c.web].iter().all(|way| way.is_empty());
    let mut counted = HashSet::new();
    let expected = ("số điện thoại, thư điện tử hoặc trang web", "a telephone number, an e-mail address or a page");
    for (producer, home) in catalog.producers.iter().zip(homes(catalog, places)) {
        if let Some(first) = home.first.filter(|_| silent(&producer.contact)) {
            add(fresh(&home, &mut counted), first.lack("", &producer.name, expected));
        }
    }
    let nobody = catalog.products.iter().zip(places).filter(|(p, _)| p.makers.is_empty());
    nobody.for_each(|(p, place)| add(1, place.lack("", &p.name.vi, ("tên chủ thể", "the name of the producer"))));
}

/// How many products of a producer were not counted before: one may have two.
fn fresh(home: &Home<'_>, counted: &mut HashSet<usize>) -> usize {
    home.products.iter().filter(|at| counted.insert(**at)).count()
}

/// Where a producer is met.
#[derive(Clone, Default)]
struct Home<'a> {
    /// Its first product.
    first: Option<&'a Place>,
    /// Indices of its products.
    products: Vec<usize>,
}

fn homes<'a>(catalog: &Catalog, places: &'a [Place]) -> Vec<Home<'a>> {
    let mut all = vec![Home::default(); catalog.producers.len()];
    for (at, (product, first)) in catalog.products.iter().zip(places).enumerate() {
        for maker in &product.makers {
            if let Some(home) = all.get_mut(maker.0 as usize) {
                home.first.get_or_insert(first);
                home.products.push(at);
            }
        }
    }
    all
}

/// Producers that look like one: both are named, with their rows.
fn twins(catalog: &Catalog, places: &[Place], add: &mut impl FnMut(usize, Fault)) {
    let names: Vec<&str> = catalog.producers.iter().map(|p| p.name.as_str()).collect();
    let homes = homes(catalog, places);
    let mut counted = HashSet::new();
    for (a, b) in alike(&names) {
        let (Some(one), Some(other)) = (homes.get(a), homes.get(b)) else { continue };
        let (Some(first), Some(second)) = (one.first, other.first) else { continue };
        let (name, row) = (names[a], first.row);
        let expected = (
            format!("một cách viết cho một chủ thể; dòng {row} viết '{name}'"),
            format!("one way of writing one producer; row {row} has '{name}'"),
        );
        let hint = ("nếu là hai chủ thể khác nhau thì cứ để vậy", "if they are two producers, leave them so");
        let products = fresh(one, &mut counted) + fresh(other, &mut counted);
        add(products, second.lack("", names[b], expected).hint(hint));
    }
}

/// Products whose picture another one had before.
fn pictures(catalog: &Catalog, places: &[Place]) -> Vec<Fault> {
    let mut first: HashMap<&str, &Place> = HashMap::new();
    let mut out = Vec::new();
    for (product, place) in catalog.products.iter().zip(places) {
        let Some(photo) = &product.photo else { continue };
        match first.get(photo.stem.as_str()) {
            Some(before) => {
                let row = before.row;
                let expected = (
                    format!("ảnh riêng; dòng {row} có cùng ảnh này"),
                    format!("a picture of its own; row {row} has the same"),
                );
                out.push(place.lack("", &product.name.vi, expected));
            }
            None => drop(first.insert(&photo.stem, place)),
        }
    }
    out
}
