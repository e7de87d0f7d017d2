//! A site kept whole on a device: what a version of it is made of, how it is fetched, when to look for a newer one.
//!
//! In: the list of a version's files, what the device holds, how each fetch went, the time. Out: what to do next. Only
//! decisions: no browser, no clock. `publish::site` writes the list, `page::keep` does what is decided here, and
//! `public/sw.js` serves versions that are whole.

mod fill;
mod list;
mod look;
mod rest;
mod stand;

pub use fill::{Fill, Got, Next, Progress, TRIES, Why};
pub use list::{File, Kind, List};
pub use look::{AGAIN, EVERY, wait};
pub use rest::{Rest, rest};
pub use stand::{Seen, Stand, stand};

/// Name of the list in a site.
pub const LIST: &str = "offline.txt";
/// Name of the worker in a site.
pub const WORKER: &str = "sw.js";
/// Letters of a hash: 128 bits of SHA-256.
pub const HASH: usize = 32;
