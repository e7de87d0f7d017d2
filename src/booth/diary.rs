//! The diary of a booth: how often a product was looked at and something searched, day by day. Counts, nobody's doings.
//!
//! In: what was seen, on which day. Out: the counts of a day, the greatest first, and the text a device keeps ([`Diary::read`]
//! and [`Diary::write`] are inverses).

use super::Seen;
use crate::catalog::{Date, order};
use form_urlencoded::{Serializer, parse};

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Visits.
    Visit,
    /// Products looked at, by slug.
    Product,
    /// Searches, by their words.
    Search,
    /// Codes taken along: how often they were shown.
    Take,
}

impl Kind {
    /// All.
    pub const ALL: [Kind; 4] = [Kind::Visit, Kind::Product, Kind::Search, Kind::Take];

    fn key(self) -> &'static str {
        ["visit", "product", "search", "take"][self as usize]
    }
}

/// How often something was seen on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Count {
    /// The day.
    pub day: Date,
    /// What kind of thing.
    pub kind: Kind,
    /// Which; empty for visits.
    pub what: String,
    /// How often.
    pub times: u32,
}

/// Different things that are counted: a device's store is small, and a fair lasts a week. Visits and codes, one count each a
/// day, are counted beyond it.
const MOST: usize = 4000;

/// All counts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Diary(Vec<Count>);

impl Diary {
    /// A visitor has come.
    pub fn visit(&mut self, day: Date) {
        self.add(Count { day, kind: Kind::Visit, what: String::new(), times: 1 });
    }

    /// Codes to take along were shown.
    pub fn take(&mut self, day: Date) {
        self.add(Count { day, kind: Kind::Take, what: String::new(), times: 1 });
    }

    /// Something was seen.
    pub fn see(&mut self, day: Date, seen: Seen) {
        let (kind, what) = match seen {
            Seen::Product(slug) => (Kind::Product, slug),
            Seen::Search(words) => (Kind::Search, words),
        };
        self.add(Count { day, kind, what, times: 1 });
    }

    fn add(&mut self, more: Count) {
        let room = self.0.len() < MOST || matches!(more.kind, Kind::Visit | Kind::Take);
        let same = |c: &&mut Count| c.day == more.day && c.kind == more.kind && c.what == more.what;
        match self.0.iter_mut().find(same) {
            Some(count) => count.times = count.times.saturating_add(more.times),
            None if room => self.0.push(more),
            None => {}
        }
    }

    /// All counts, in the order in which they began.
    pub fn counts(&self) -> &[Count] {
        &self.0
    }

    /// What was counted on a day, the greatest first.
    pub fn of(&self, day: Date, kind: Kind) -> Vec<&Count> {
        let all: Vec<&Count> = self.0.iter().filter(|c| c.day == day && c.kind == kind).collect();
        let least_last = order(all.iter().map(|c| u64::from(u32::MAX - c.times)));
        least_last.into_iter().filter_map(|at| all.get(at as usize).copied()).collect()
    }

    /// A line for each count.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for count in &self.0 {
            let mut line = Serializer::new(String::new());
            line.append_pair("day", &count.day.number().to_string());
            line.append_pair(count.kind.key(), &count.what);
            line.append_pair("n", &count.times.to_string());
            out.push_str(&line.finish());
            out.push('\n');
        }
        out
    }

    /// Read what [`Diary::write`] wrote; lines that cannot be read are left out.
    pub fn read(text: &str) -> Diary {
        let mut out = Diary::default();
        text.lines().filter_map(read).for_each(|count| out.add(count));
        out
    }
}

fn read(line: &str) -> Option<Count> {
    let (mut day, mut named, mut times) = (None, None, 0);
    for (key, value) in parse(line.as_bytes()) {
        match key.as_ref() {
            "day" => day = value.parse().ok().and_then(date),
            "n" => times = value.parse().unwrap_or_default(),
            key => named = Kind::ALL.into_iter().find(|k| k.key() == key).map(|kind| (kind, value.into_owned())),
        }
    }
    let (kind, what) = named?;
    Some(Count { day: day?, kind, what, times }).filter(|count| count.times > 0)
}

/// The day of that [`Date::number`].
pub(super) fn date(number: u32) -> Option<Date> {
    Date::new(u16::try_from(number >> 9).ok()?, (number >> 5 & 15) as u8, (number & 31) as u8)
}
