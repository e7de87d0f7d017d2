//! Recognitions: from the columns of a product's row, or from our own reading of its remarks.
//!
//! In: the columns `stars`, `year`, `decision`, `decision_date` and `certificates`, and `recognitions.csv`. Out: a product's list, newest first as
//! written. Prose is not parsed: whoever reads in a remark that a product was renewed writes it into
//! `recognitions.csv` with the very `words` that say so, and this program checks that they stand in the product's row,
//! that number and year stand there too, and that the stars of the row are among those listed.
//! A product listed there has exactly those recognitions; any other has one, made of its columns.

use super::day;
use super::decision::{self, Decision, authority, behind, is_late, late};
use super::faults::Faults;
use super::sheet::Row;
use super::value;
use crate::catalog::{Authority, Date, Recognition, Stars, Step, Text, When};
use crate::text::exact;
use std::collections::{HashMap, HashSet};

/// Name of the file of readings.
pub const FILE: &str = "recognitions.csv";
/// Its columns.
pub const COLUMNS: &[&str] =
    &["product", "producer", "stars", "step", "when", "decision", "authority", "note_vi", "note_en", "words"];

/// The programme began in 2018 (Decision 490/QĐ-TTg of 7 May 2018).
const FIRST_YEAR: u16 = 2018;

/// The one recognition that the columns state.
pub fn of_columns(row: &Row, mut decisions: Vec<Decision>, as_of: Date, faults: &mut Faults) -> Vec<Recognition> {
    let stars = stars(row, faults);
    let year = year(row, as_of, faults);
    if let Some(own) = decision::of_columns(row, as_of, faults) {
        decisions = decision::merge(own, decisions, row, faults);
    }
    if decisions.len() > 1 {
        let fault = row.error("certificates", ("nhiều nhất một quyết định", "at most one decision"));
        faults.add(fault.hint((
            format!("ghi từng quyết định và số sao vào {FILE}"),
            format!("list each with its stars in {FILE}"),
        )));
    }
    let mut given = decisions.into_iter().next().unwrap_or(Decision {
        number: None,
        when: When::Unknown,
        note: None,
        authority: None,
    });
    match (given.when.span(), year) {
        (None, Some(year)) => given.when = When::Year(year),
        (Some((day, _)), Some(year)) if day.year != year => {
            faults.add(
                row.error(
                    "year",
                    (format!("{}, năm của quyết định", day.year), format!("{}, the year of the decision", day.year)),
                )
                .mild(),
            );
        }
        _ => {}
    }
    let by = given.authority.or_else(|| authority(given.number.as_deref()?, stars, given.when));
    vec![Recognition {
        stars,
        step: Step::Awarded,
        when: given.when,
        decision: given.number,
        authority: by,
        note: given.note,
    }]
}

/// Column `stars` of a row.
pub fn stars(row: &Row, faults: &mut Faults) -> Option<Stars> {
    let text = row.get("stars");
    let stars = value::stars(text);
    if stars.is_none() && !text.is_empty() {
        faults.add(row.error("stars", ("3, 4, 5 hoặc để trống", "3, 4, 5 or empty")));
    }
    stars
}

fn year(row: &Row, as_of: Date, faults: &mut Faults) -> Option<u16> {
    let (text, last) = (row.get("year"), as_of.year);
    let stated = value::when(text).and_then(|when| when.span()).filter(|(a, b)| a.year == b.year);
    let stated = stated.map(|(day, _)| day.year);
    let year = stated.filter(|y| (FIRST_YEAR..=last).contains(y));
    if year.is_none() && !text.is_empty() {
        let expected = (
            format!("năm từ {FIRST_YEAR} đến {last} hoặc để trống"),
            format!("a year from {FIRST_YEAR} to {last} or empty"),
        );
        let fault = row.error("year", expected);
        let later = stated.is_some_and(|year| year > last);
        faults.add(if later { fault.hint(behind(as_of)) } else { fault });
    }
    year
}

/// Our readings, by product and producer.
pub struct Readings {
    rows: HashMap<(String, String), Vec<Row>>,
    used: HashSet<(String, String)>,
}

impl Readings {
    /// From the rows of `recognitions.csv`.
    pub fn new(all: Vec<Row>) -> Readings {
        let mut rows: HashMap<_, Vec<Row>> = HashMap::new();
        for row in all {
            rows.entry((exact(row.get("product")), exact(row.get("producer")))).or_default().push(row);
        }
        Readings { rows, used: HashSet::new() }
    }

    /// The recognitions read for that product's row, if there are any.
    pub fn take(&mut self, product: &Row, as_of: Date, faults: &mut Faults) -> Option<Vec<Recognition>> {
        let name = (exact(product.get("name_vi")), exact(product.get("producer")));
        let rows = self.rows.get(&name)?;
        if !self.used.insert(name) {
            for row in rows {
                faults.add(row.error(
                    "product",
                    ("tên và chủ thể mà chỉ một sản phẩm có", "a name and producer that only one product has"),
                ));
            }
        }
        let all: Vec<Recognition> = rows.iter().filter_map(|row| reading(row, product, as_of, faults)).collect();
        let stated = value::stars(product.get("stars"));
        if stated.is_some() && !all.iter().any(|r| r.stars == stated && r.step == Step::Awarded) {
            faults.add(product.error(
                "stars",
                (
                    format!("số sao của một lần công nhận ghi trong {FILE}"),
                    format!("the stars of a recognition listed in {FILE}"),
                ),
            ));
        }
        Some(all)
    }

    /// Those whose product does not stand in the products' sheet.
    pub fn unused(&self, names: &[&str], faults: &mut Faults) {
        for row in self.rows.iter().filter(|(name, _)| !self.used.contains(*name)).flat_map(|(_, rows)| rows) {
            let fault = row.error(
                "product",
                (
                    "một sản phẩm của chủ thể này trong bảng sản phẩm",
                    "a product of this producer in the products' sheet",
                ),
            );
            faults.add(fault.guess(names.iter().copied()));
        }
    }
}

fn reading(row: &Row, product: &Row, as_of: Date, faults: &mut Faults) -> Option<Recognition> {
    let stars = stars(row, faults);
    let step = match row.get("step") {
        "awarded" => Step::Awarded,
        "proposed" => Step::Proposed,
        _ => {
            faults.add(row.error("step", ("awarded hoặc proposed", "awarded or proposed")));
            return None;
        }
    };
    let Some(mut when) = When::parse(row.get("when")) else {
        let expected =
            ("ngày/tháng/năm, tháng/năm, năm, năm|năm hoặc để trống", "D/M/YYYY, M/YYYY, YYYY, YYYY|YYYY or empty");
        faults.add(row.error("when", expected).hint(day::hint(row.get("when"))));
        return None;
    };
    let by = row.get("authority");
    let authority = Authority::ALL.into_iter().find(|a| a.key() == by);
    if authority.is_none() && !by.is_empty() {
        faults.add(row.error(
            "authority",
            ("district, province, ministry hoặc để trống", "district, province, ministry or empty"),
        ));
    }
    let (vi, en) = (row.get("note_vi"), row.get("note_en"));
    if vi.is_empty() != en.is_empty() {
        faults.add(row.error(
            if vi.is_empty() { "note_vi" } else { "note_en" },
            ("ghi chú bằng cả tiếng này", "the note in this language too"),
        ));
    }
    check_words(row, product, when, faults);
    if is_late(when, as_of) {
        faults.add(late(row, "when", as_of));
        when = When::Unknown;
    }
    let note = (!vi.is_empty()).then(|| Text { vi: vi.to_owned(), en: en.to_owned() });
    let decision = Some(row.get("decision")).filter(|d| !d.is_empty()).map(str::to_owned);
    Some(Recognition { stars, step, when, decision, authority, note })
}

/// What is read must stand in the product's row.
fn check_words(row: &Row, product: &Row, when: When, faults: &mut Faults) {
    let words = row.get("words");
    let stands = ["attributes", "certificates"].iter().any(|column| product.get(column).contains(words));
    if words.is_empty() || !stands {
        let (name, number) = (product.get("name_vi"), product.number);
        let expected = (
            format!("chữ có trong đặc điểm hoặc chứng nhận của '{name}' (dòng {number})"),
            format!("words of the attributes or certificates of '{name}' (row {number})"),
        );
        return faults.add(row.error("words", expected));
    }
    let number = row.get("decision").split('/').next().unwrap_or_default();
    if !words.contains(number) {
        faults.add(row.error("decision", ("số có trong các chữ ấy", "a number that stands in the words")));
    }
    let years = match when.span() {
        Some((first, last)) => [first.year, last.year],
        None => return,
    };
    if years.iter().any(|y| !words.contains(&y.to_string()) && product.get("year") != y.to_string()) {
        faults.add(row.error(
            "when",
            (
                "năm có trong các chữ ấy hoặc trong dòng của sản phẩm",
                "a year that stands in the words or in the product's row",
            ),
        ));
    }
}
