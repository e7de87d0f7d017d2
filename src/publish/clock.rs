//! Days counted, and today's.
//!
//! In: the clock of this computer, or a number of days. Out: dates. Nothing else of this room looks at a clock.

use crate::catalog::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// The day on a computer whose clock is nonsense, where nothing else tells one.
pub const UNKNOWN: Date = Date { year: 2026, month: 1, day: 1 };

/// Vietnam is seven hours ahead of UTC, all year.
const AHEAD: u64 = 7 * 3600;

/// Today in Vietnam: by `SOURCE_DATE_EPOCH` (seconds since 1970, reproducible-builds.org) where that is set, else by this
/// computer's clock; that other day if both are nonsense.
pub fn today(otherwise: Date) -> Date {
    let told = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let seconds: u64 = told.unwrap_or_else(clock);
    civil(seconds.saturating_add(AHEAD) / 86400).unwrap_or(otherwise)
}

/// The date of a day counted from 1 January 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
pub fn civil(days: u64) -> Option<Date> {
    let z = days + 719_468;
    let (era, doe) = (z / 146_097, z % 146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let year = yoe + era * 400 + u64::from(month <= 2);
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}
