//! Days as people write them, and why a text is none.
//!
//! In: the text of a cell. Out: a [`When`], or nothing; then a hint that fits what stands there. In `a/b/year` the day
//! comes first, as everywhere in Vietnam, and nothing is turned round by guess.

use super::clock::civil;
use super::faults::Said;
use crate::catalog::{Date, When};
use crate::text::exact;
use std::ops::RangeInclusive;

/// 1 January 2010 and 31 December 2099 as Excel counts days: a number between them is no year.
const EXCEL_DAYS: RangeInclusive<u64> = 40_179..=73_050;
/// 1 January 1970 as Excel counts days.
const EXCEL_1970: u64 = 25_569;

/// `23/12/2019`, `23-12-2019`, `23.12.2019`, `2019-12-23`, `12/2019`, `2019`, `ngày 23 tháng 12 năm 2019`, or the number
/// of a day as Excel counts them. Empty is [`When::Unknown`].
pub fn when(text: &str) -> Option<When> {
    if text.contains('|') || exact(text).is_empty() {
        return When::parse(text);
    }
    match numbers(text)?[..] {
        [serial] if EXCEL_DAYS.contains(&serial) => civil(serial - EXCEL_1970).map(When::Day),
        [year] => When::parse(&year.to_string()),
        [month, year] => When::parse(&format!("{month}/{year}")),
        [year, month, day] if year > 31 => When::parse(&format!("{day}/{month}/{year}")),
        [day, month, year] => When::parse(&format!("{day}/{month}/{year}")),
        _ => None,
    }
}

/// The numbers of a text that has nothing else but the words around them.
fn numbers(text: &str) -> Option<Vec<u64>> {
    let text = exact(text);
    let words = text.split(' ').filter(|word| !matches!(*word, "ngày" | "tháng" | "năm" | "ng" | "th"));
    words.map(|n| n.parse().ok()).collect()
}

/// What to do about a text that [`when`] cannot read.
pub fn hint(text: &str) -> Said {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let all = numbers(text).unwrap_or_default();
    let (day, month, year) = match all[..] {
        [year] => (1, 1, year),
        [month, year] => (1, month, year),
        [year, month, day] if year > 31 => (day, month, year),
        [day, month, year] => (day, month, year),
        _ => return ("viết như 23/12/2019, 8/2021 hoặc 2021", "write it as 23/12/2019, 8/2021 or 2021").into(),
    };
    let full = if year < 100 { 2000 + year } else { year };
    let real = |day: u64, month: u64| Date::new(full.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
    let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let last = (28..31).rev().find(|day| real(*day, month).is_some());
    if real(day, month).is_some() && year < 100 {
        let whole: Vec<String> = all.iter().rev().skip(1).rev().chain([&full]).map(u64::to_string).collect();
        let whole = whole.join("/");
        (format!("ghi năm đủ bốn chữ số, như {whole}"), format!("write the year with four digits, as in {whole}"))
            .into()
    } else if real(month, day).is_some() {
        let turned = format!("{month}/{day}/{full}");
        (format!("ngày đứng trước tháng: {turned}"), format!("the day comes before the month: {turned}")).into()
    } else if let (Some(name), Some(last), 29..=31) = (name, last, day) {
        let vi = format!("tháng {month} năm {full} chỉ có {last} ngày");
        (vi, format!("{name} {full} has {last} days only")).into()
    } else {
        let vi = "ngày từ 1 đến 31, tháng từ 1 đến 12, năm bốn chữ số";
        (vi, "a day from 1 to 31, a month from 1 to 12, a year of four digits").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_written() {
        let day = |d, m, y| Date::new(y, m, d).map(When::Day);
        for text in ["23/12/2019", "23-12-2019", "23.12.2019", "2019-12-23", "ngày 23 tháng 12 năm 2019", "43822"] {
            assert_eq!(when(text), day(23, 12, 2019), "{text}");
        }
        assert_eq!(when("45992"), day(1, 12, 2025));
        assert_eq!(when("43890"), day(29, 2, 2020));
        assert_eq!(when("8/2021"), Some(When::Month(2021, 8)));
        assert_eq!(when("2021"), Some(When::Year(2021)));
        assert_eq!(when("2020|2021"), Some(When::Either(2020, 2021)));
        assert_eq!(when(""), Some(When::Unknown));
        ["31/2/2020", "12/23/2019", "hôm qua", "99999", "1/2/3/4"]
            .iter()
            .for_each(|t| assert_eq!(when(t), None, "{t}"));
    }

    #[test]
    fn each_slip_has_its_own_hint() {
        for (text, hinted) in [
            ("15/3/25", "ghi năm đủ bốn chữ số, như 15/3/2025"),
            ("3/25", "ghi năm đủ bốn chữ số, như 3/2025"),
            ("25", "ghi năm đủ bốn chữ số, như 2025"),
            ("12/31/2024", "ngày đứng trước tháng: 31/12/2024"),
            ("12/31/24", "ngày đứng trước tháng: 31/12/2024"),
            ("2024-31-12", "ngày đứng trước tháng: 31/12/2024"),
            ("31/2/2025", "tháng 2 năm 2025 chỉ có 28 ngày"),
            ("30/2/2024", "tháng 2 năm 2024 chỉ có 29 ngày"),
            ("31/4/2025", "tháng 4 năm 2025 chỉ có 30 ngày"),
            ("32/1/2025", "ngày từ 1 đến 31, tháng từ 1 đến 12, năm bốn chữ số"),
            ("15/13/2025", "ngày từ 1 đến 31, tháng từ 1 đến 12, năm bốn chữ số"),
            ("hôm qua", "viết như 23/12/2019, 8/2021 hoặc 2021"),
        ] {
            assert_eq!(when(text), None, "{text}");
            assert_eq!(hint(text).vi, hinted, "{text}");
        }
        assert_eq!(hint("31/2/2025").en, "February 2025 has 28 days only");
    }
}
