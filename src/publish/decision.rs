//! The `certificates` cell: decisions that gave stars, apart from quality systems.
//!
//! In: `QĐ 5445/QĐ-UBND (23/12/2019); HACCP`, or number and day in columns of their own. Out: [`Decision`]s, and the other parts as they are.
//! Who decided is taken from the words, else from the number by the rule of [`authority`].

use super::cell::{capital, names, remarks, split};
use super::day;
use super::faults::{Fault, Faults};
use super::sheet::Row;
use super::value;
use crate::catalog::{Authority, Date, Stars, Text, When};
use crate::text::exact;

/// A decision as the cell states it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// Number without the leading "QĐ"; none where the source gives only that somebody decided.
    pub number: Option<String>,
    /// Date, as exact as stated.
    pub when: When,
    /// A remark such as the round.
    pub note: Option<Text<String>>,
    /// Who decided, where the words tell.
    pub authority: Option<Authority>,
}

/// The decisions of a row, and what else stands in its cell.
pub fn decisions<'a>(row: &'a Row, as_of: Date, faults: &mut Faults) -> (Vec<Decision>, Vec<&'a str>) {
    let mut decisions = Vec::new();
    let mut others = Vec::new();
    for part in row.list("certificates") {
        let (head, aside) = remarks(part);
        let number = STARTS.iter().find_map(|start| head.strip_prefix(start));
        let words = head.strip_prefix("Công nhận ");
        if number.is_none() && words.is_none() {
            // What is longer than two words may be one certificate in many words.
            others.extend(names(part, 2));
            continue;
        }
        let mut decision =
            Decision { number: number.map(str::to_owned), when: When::Unknown, note: words.map(note), authority: None };
        for piece in aside.into_iter().flat_map(|aside| split(aside, ',')) {
            if is_day(piece) {
                match value::when(piece) {
                    Some(when) if is_late(when, as_of) => {
                        faults.add(late(row, "certificates", as_of).of(piece));
                    }
                    Some(when) => decision.when = when,
                    None => faults.add(
                        row.error(
                            "certificates",
                            ("ngày như 23/12/2019, 8/2021 hoặc 2021", "a date such as 23/12/2019, 8/2021 or 2021"),
                        )
                        .of(piece)
                        .hint(day::hint(piece)),
                    ),
                }
            } else if let Some(by) = committee(piece) {
                decision.authority = Some(by);
            } else {
                decision.note = Some(joined(decision.note.take(), note(piece)));
            }
        }
        decisions.push(decision);
    }
    (decisions, others)
}

/// True if all of that time lies after the catalogue's day. Such a time is told and left out, so that the rest is read.
pub fn is_late(when: When, as_of: Date) -> bool {
    when.span().is_some_and(|(first, _)| first > as_of)
}

/// A time of that column that is late.
pub fn late(row: &Row, column: &'static str, as_of: Date) -> Fault {
    let today = When::Day(as_of).write();
    let expected = (format!("ngày không sau {today}"), format!("a day not after {today}"));
    row.error(column, expected).hint(behind(as_of))
}

/// What to do where the catalogue's own day is behind its rows.
pub fn behind(as_of: Date) -> (String, String) {
    let day = When::Day(as_of).write();
    (
        format!("{day} là as_of, ngày của số liệu, trong catalog.toml: nếu đã cập nhật sau ngày đó thì sửa as_of"),
        format!("{day} is as_of, the day of the facts, in catalog.toml: change it if they are newer"),
    )
}

/// The decision that a row states in columns of its own.
pub fn of_columns(row: &Row, as_of: Date, faults: &mut Faults) -> Option<Decision> {
    let (text, date) = (row.get("decision"), row.get("decision_date"));
    if text.is_empty() && date.is_empty() {
        return None;
    }
    let mut when = value::when(date).unwrap_or_else(|| {
        let fault = row.error("decision_date", ("ngày/tháng/năm, tháng/năm hoặc năm", "D/M/YYYY, M/YYYY or YYYY"));
        faults.add(fault.hint(day::hint(date)));
        When::Unknown
    });
    if is_late(when, as_of) {
        faults.add(late(row, "decision_date", as_of));
        when = When::Unknown;
    }
    let number = STARTS.iter().find_map(|start| text.strip_prefix(start)).unwrap_or(text);
    Some(Decision { number: Some(number.to_owned()).filter(|n| !n.is_empty()), when, note: None, authority: None })
}

/// The decision of the columns first, then those of the certificates; the same one is said once, and has from the
/// certificates what its columns leave empty or less exact.
pub fn merge(mut own: Decision, others: Vec<Decision>, row: &Row, faults: &mut Faults) -> Vec<Decision> {
    let alone = others.len() == 1;
    let (same, rest): (Vec<_>, Vec<_>) = others.into_iter().partition(|other| match (&own.number, &other.number) {
        (Some(own), Some(other)) => exact(own) == exact(other),
        (None, _) => alone && exacter(own.when, other.when).is_some(),
        _ => false,
    });
    for other in same {
        own.number = own.number.or(other.number);
        own.note = own.note.or(other.note);
        own.authority = own.authority.or(other.authority);
        own.when = exacter(own.when, other.when).unwrap_or_else(|| {
            let when = other.when.write();
            let expected = (
                format!("{when}, ngày ghi cùng quyết định này ở cột chứng nhận"),
                format!("{when}, the date beside this decision among the certificates"),
            );
            faults.add(row.error("decision_date", expected).mild());
            own.when
        });
    }
    [vec![own], rest].concat()
}

/// The more exact of two times that do not contradict each other.
fn exacter(a: When, b: When) -> Option<When> {
    match (a.span(), b.span()) {
        (_, None) => Some(a),
        (None, _) => Some(b),
        (Some(of_a), Some(of_b)) if of_b.0 >= of_a.0 && of_b.1 <= of_a.1 => Some(b),
        (Some(of_a), Some(of_b)) if of_a.0 >= of_b.0 && of_a.1 <= of_b.1 => Some(a),
        _ => None,
    }
}

/// What stands before a decision's number.
const STARTS: [&str; 4] = ["QĐ số ", "QĐ ", "Quyết định số ", "Quyết định "];

/// Two remarks as one.
fn joined(first: Option<Text<String>>, more: Text<String>) -> Text<String> {
    let Some(first) = first else { return more };
    Text { vi: [first.vi, more.vi].join("; "), en: [first.en, more.en].join("; ") }
}

/// Numbers and what parts them, perhaps after the word for day.
fn is_day(words: &str) -> bool {
    let bare = words.strip_prefix("ngày ").unwrap_or(words);
    bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'-' | b'.'))
}

fn committee(words: &str) -> Option<Authority> {
    let level = words.strip_prefix("UBND ")?;
    let district = ["huyện", "thị xã", "thành phố"].iter().any(|kind| level.starts_with(kind));
    if district { Some(Authority::District) } else { level.starts_with("tỉnh").then_some(Authority::Province) }
}

/// A remark in both languages: rounds ("đợt 3 năm 2024") are translated, all else stays Vietnamese.
fn note(vi: &str) -> Text<String> {
    let en = match vi.strip_prefix("đợt ") {
        Some(rest) => format!("Round {}", rest.replace(" năm ", " of ").replace(" theo QĐ ", " under Decision ")),
        None => capital(vi),
    };
    Text { vi: capital(vi), en }
}

/// Since this day districts may give 3 stars (Decision 148/QĐ-TTg of 24 February 2023).
const DISTRICTS_BEGIN: Date = Date { year: 2023, month: 2, day: 24 };
/// Since this day the province gives 3 stars again (Decision 1489/QĐ-TTg of 6 July 2025).
const DISTRICTS_END: Date = Date { year: 2025, month: 7, day: 6 };

/// Who issued a decision of that number. `BNN` or `BNNMT` in it is the ministry. `UBND` is the province for 4 stars at
/// any time, and for 3 stars before 24/2/2023 and from 6/7/2025; between these days the number alone does not tell
/// a province's decision from a district's, nor does a date that may fall on either side: then nobody is named.
pub fn authority(number: &str, stars: Option<Stars>, when: When) -> Option<Authority> {
    if number.contains("QĐ-BNN") {
        return Some(Authority::Ministry);
    }
    if !number.contains("QĐ-UBND") {
        return None;
    }
    let clear = when.span().is_some_and(|(first, last)| last < DISTRICTS_BEGIN || first >= DISTRICTS_END);
    match stars.map(Stars::count) {
        Some(4) => Some(Authority::Province),
        Some(3) | None if clear => Some(Authority::Province),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_and_the_day_tell_who_decided() {
        let by = |number, stars, when| authority(number, Stars::new(stars), When::parse(when).unwrap_or(When::Unknown));
        assert_eq!(by("5445/QĐ-UBND", 3, "23/12/2019"), Some(Authority::Province));
        assert_eq!(by("1/QĐ-UBND", 3, "5/2024"), None);
        assert_eq!(by("1/QĐ-UBND", 3, "2025"), None);
        assert_eq!(by("715/QĐ-UBND", 3, "2026"), Some(Authority::Province));
        assert_eq!(by("1/QĐ-UBND", 4, "5/2024"), Some(Authority::Province));
        assert_eq!(by("377/QĐ-BNN-VPĐP", 5, "2025"), Some(Authority::Ministry));
        assert_eq!(by("148/QĐ-TTg", 3, "2025"), None);
    }

    #[test]
    fn a_round_is_put_into_english() {
        assert_eq!(note("đợt 3 năm 2024").en, "Round 3 of 2024");
        assert_eq!(note("đợt 1/2024 theo QĐ 148/QĐ-TTg").en, "Round 1/2024 under Decision 148/QĐ-TTg");
        assert_eq!(note("đợt 1").vi, "Đợt 1");
    }
}
