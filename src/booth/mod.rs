//! A booth: a tablet at a fair that strangers touch all day. What it shows, when it forgets, what it counts, who may leave it.
//!
//! In: settings, touches with their times, addresses that were shown, what a visitor wrote. Out: states, orders, counts, tables.
//! Plain Rust without a clock: whoever asks says what time it is. `page::booth` draws and hears.

mod diary;
mod hold;
mod idle;
mod link;
mod note;
mod pin;
mod plan;
mod round;
mod table;
mod trace;
mod watch;

pub use diary::{Count, Diary, Kind};
pub use hold::{HOLD, Hold};
pub use idle::{Idle, Stage, WARNING};
pub use link::{Way, held, way};
pub use note::{Missing, Note, read_notes, write_notes};
pub use pin::{Pin, Tries};
pub use plan::{Lack, Part, Plan, RESTS};
pub use round::Round;
pub use table::table;
pub use trace::{DIARY, NOTES, PLAN, TRIES, aside, back, of_visitor};
pub use watch::{Seen, Watch};
