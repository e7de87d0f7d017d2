//! Days, and how exactly a source states one.
//!
//! In: numbers. Out: comparable dates and the end of a 36-month term, no more exact than its beginning. No clock here.

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Date {
    /// Year, 1900 to 2200.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
}

impl Date {
    /// The day, if there is such a one.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let real =
            (1900..=2200).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        real.then_some(Date { year, month, day })
    }
}

impl Date {
    /// As ISO 8601 has it, `2026-11-28`.
    pub fn iso(self) -> String {
        let two = |n: u8| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
        [&self.year.to_string(), "-", &two(self.month), "-", &two(self.day)].concat()
    }

    /// A number that grows with the date.
    pub fn number(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// When something was decided, as exactly as the source says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum When {
    /// The source gives no date.
    Unknown,
    /// Sources disagree: one year or the other.
    Either(u16, u16),
    /// Only the year.
    Year(u16),
    /// Year and month.
    Month(u16, u8),
    /// The day.
    Day(Date),
}

impl When {
    /// Read `2021`, `7/2024`, `23/12/2019` or `2020|2021`; empty is [`When::Unknown`].
    pub fn parse(text: &str) -> Option<When> {
        let text = text.trim();
        if text.is_empty() {
            return Some(When::Unknown);
        }
        if let Some((a, b)) = text.split_once('|') {
            return Some(When::Either(year(a)?, year(b)?));
        }
        let parts: Vec<&str> = text.split('/').collect();
        match parts[..] {
            [y] => Some(When::Year(year(y)?)),
            [m, y] => {
                let first = Date::new(year(y)?, m.parse().ok()?, 1)?;
                Some(When::Month(first.year, first.month))
            }
            [d, m, y] => Some(When::Day(Date::new(year(y)?, m.parse().ok()?, d.parse().ok()?)?)),
            _ => None,
        }
    }

    /// The same, written so that [`When::parse`] reads it back.
    pub fn write(self) -> String {
        match self {
            When::Unknown => String::new(),
            When::Either(a, b) => format!("{a}|{b}"),
            When::Year(y) => y.to_string(),
            When::Month(y, m) => format!("{m}/{y}"),
            When::Day(d) => format!("{}/{}/{}", d.day, d.month, d.year),
        }
    }

    /// The end of a term of so many months; as exact as the beginning, unknown if that is in doubt.
    pub fn plus_months(self, months: u16) -> When {
        let shift = |y: u16, m: u8| {
            let all = y * 12 + u16::from(m) - 1 + months;
            (all / 12, (all % 12 + 1) as u8)
        };
        match self {
            When::Unknown | When::Either(..) => When::Unknown,
            When::Year(y) => When::Year(y + months / 12),
            When::Month(y, m) => {
                let (y, m) = shift(y, m);
                When::Month(y, m)
            }
            When::Day(d) => {
                let (y, m) = shift(d.year, d.month);
                When::Day(Date { year: y, month: m, day: d.day.min(days_in(y, m)) })
            }
        }
    }

    /// First and last day it can mean; none when unknown.
    pub fn span(self) -> Option<(Date, Date)> {
        let days = |a: (u16, u8, u8), b: (u16, u8, u8)| {
            (Date { year: a.0, month: a.1, day: a.2 }, Date { year: b.0, month: b.1, day: b.2 })
        };
        match self {
            When::Unknown => None,
            When::Either(a, b) => Some(days((a.min(b), 1, 1), (a.max(b), 12, 31))),
            When::Year(y) => Some(days((y, 1, 1), (y, 12, 31))),
            When::Month(y, m) => Some(days((y, m, 1), (y, m, days_in(y, m)))),
            When::Day(d) => Some((d, d)),
        }
    }
}

fn year(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|y| (1900..=2200).contains(y))
}
