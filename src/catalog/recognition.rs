//! A recognition: one decision that gave (or proposes) stars, and whether it still holds on a given day.
//!
//! In: what the source states, and today. Out: its state. A source's silence stays silence: an undated
//! recognition is never counted as in force or lapsed.

use super::Text;
use super::date::{Date, When};
use super::scheme::{Stars, VALID_MONTHS};

/// One entry in a product's list of recognitions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recognition {
    /// Stars given; none where the source names no star.
    pub stars: Option<Stars>,
    /// Awarded, or only proposed.
    pub step: Step,
    /// Date of the decision.
    pub when: When,
    /// Decision number as written, e.g. `5445/QĐ-UBND`.
    pub decision: Option<String>,
    /// Who decided, where the source or the number tells.
    pub authority: Option<Authority>,
    /// A remark kept from the source, e.g. "Công nhận lại".
    pub note: Option<Text<String>>,
}

/// How far a recognition has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Decided.
    Awarded,
    /// Put forward to a higher level; not a star yet ("potential 5 stars").
    Proposed,
}

/// The level that decides (Decision 148/2023, article 5; Decision 1489/QĐ-TTg since 6 July 2025).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Authority {
    /// People's Committee of a district (2023 to mid-2025).
    District,
    /// People's Committee of the province.
    Province,
    /// The ministry of agriculture: 5 stars.
    Ministry,
}

impl Authority {
    /// All, lowest first.
    pub const ALL: [Authority; 3] = [Authority::District, Authority::Province, Authority::Ministry];
    /// Its name in the bundle.
    pub fn key(self) -> &'static str {
        ["district", "province", "ministry"][self as usize]
    }
}

/// Whether a star may be trusted today.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum State {
    /// Within 36 months of its decision.
    InForce,
    /// Past them.
    Lapsed,
    /// The source gives no date, or one too coarse to tell today.
    Undated,
    /// Put forward only.
    Proposed,
}

impl State {
    /// All, in the order shown.
    pub const ALL: [State; 4] = [State::InForce, State::Lapsed, State::Undated, State::Proposed];
    /// Its name in addresses and style sheets.
    pub fn key(self) -> &'static str {
        ["in-force", "lapsed", "undated", "proposed"][self as usize]
    }
}

impl Recognition {
    /// Until when it holds: 36 months after the decision, as exact as the decision's date. A proposal holds nothing.
    pub fn until(&self) -> When {
        match self.step {
            Step::Awarded => self.when.plus_months(VALID_MONTHS),
            Step::Proposed => When::Unknown,
        }
    }

    /// Its state on that day.
    pub fn state(&self, today: Date) -> State {
        if self.step == Step::Proposed {
            return State::Proposed;
        }
        match self.until().span() {
            Some((first, _)) if today <= first && self.until() != When::Unknown => State::InForce,
            Some((_, last)) if today > last => State::Lapsed,
            // The end falls somewhere in this very year or month: nobody can tell.
            _ => State::Undated,
        }
    }
}

/// What a card says: the recognition that counts today, and how it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Its stars; none where the source names none.
    pub stars: Option<Stars>,
    /// Its state today.
    pub state: State,
    /// Until when, or since when no longer.
    pub until: When,
    /// Decision date, for "newest".
    pub when: When,
    /// A higher star put forward and not decided yet.
    pub proposed: Option<Stars>,
}

/// Choose the recognition that counts: in force before undated before lapsed before proposed, then the newest, then the higher.
pub fn standing(all: &[Recognition], today: Date) -> Option<Standing> {
    let rank = |state| match state {
        State::InForce => 3,
        State::Undated => 2,
        State::Lapsed => 1,
        State::Proposed => 0,
    };
    let best = all.iter().max_by_key(|r| (rank(r.state(today)), r.when.span().map(|s| s.1), r.stars))?;
    let proposed =
        all.iter().filter(|r| r.step == Step::Proposed && r.stars > best.stars).filter_map(|r| r.stars).max();
    Some(Standing { stars: best.stars, state: best.state(today), until: best.until(), when: best.when, proposed })
}
