//! When versions of before may go: pages of them may still be asleep in other tabs, and are served from them until then.
//!
//! In: the note that a device keeps, which version serves, the time. Out: whether they may go, or the note to keep.

use super::EVERY;

/// What becomes of the versions of before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rest {
    /// They stay from now on; the note to keep.
    Begin(String),
    /// They stay.
    Wait,
    /// They may go.
    Over,
}

/// Half an hour after that version took over those of before may go, by a clock that may have been set back. What was noted
/// of another version says nothing of this one.
pub fn rest(note: &str, active: &str, now: f64) -> Rest {
    let since = note.split_once(' ').filter(|note| note.0 == active).and_then(|note| note.1.parse::<f64>().ok());
    match since.filter(|since| *since <= now) {
        None => Rest::Begin([active, " ", &(now as u64).to_string()].concat()),
        Some(since) if now - since < EVERY => Rest::Wait,
        Some(_) => Rest::Over,
    }
}
