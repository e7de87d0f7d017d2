//! The hidden gesture that leads to the exhibitor's own page: a finger held in the bottom left corner.
//!
//! In: where a finger is, when, and how high the screen is. Out: whether it has been held long enough.

/// Milliseconds the corner is held.
pub const HOLD: u64 = 3_000;
/// Side of the corner, in pixels.
const CORNER: i32 = 96;
/// Pixels a resting finger may slip.
const SLIP: i32 = 32;

/// A finger in the corner, if there is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Hold(Option<(i32, i32, u64)>);

impl Hold {
    /// A finger came down, on a screen of that height; whether it is in the corner.
    pub fn down(&mut self, x: i32, y: i32, height: i32, now: u64) -> bool {
        let inside = x < CORNER && y > height - CORNER;
        self.0 = inside.then_some((x, y, now));
        inside
    }

    /// It moved.
    pub fn moved(&mut self, x: i32, y: i32) {
        self.0 = self.0.filter(|from| (x - from.0).abs() <= SLIP && (y - from.1).abs() <= SLIP);
    }

    /// It left the screen.
    pub fn up(&mut self) {
        self.0 = None;
    }

    /// Whether it has been held long enough; true once.
    pub fn held(&mut self, now: u64) -> bool {
        let held = self.0.is_some_and(|(_, _, since)| now >= since + HOLD);
        if held {
            self.0 = None;
        }
        held
    }
}
