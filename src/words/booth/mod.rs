//! Words of a booth: its set-up, what visitors see on it, the exhibitor's own page.

mod en;
mod vi;

use crate::booth::{Lack, Missing};
use crate::query::Facet;
use crate::route::Lang;

/// All of them in one language.
pub struct Booth {
    // set-up
    pub lead: &'static str,
    pub part: &'static str,
    /// Names of the parts: all, a list, and each facet.
    pub part_all: &'static str,
    pub part_list: &'static str,
    pub part_of: fn(Facet) -> &'static str,
    pub code: &'static str,
    /// Why a part cannot be shown.
    pub lack: fn(Lack) -> &'static str,
    /// What a part holds.
    pub begins: &'static str,
    pub stays: &'static str,
    pub holds: fn(usize) -> String,
    pub hall: &'static str,
    pub stand: &'static str,
    pub start_lang: &'static str,
    pub own_name: &'static str,
    pub rest: &'static str,
    pub seconds: fn(u32) -> String,
    pub awake: &'static str,
    pub pin: &'static str,
    pub pin_hint: &'static str,
    pub scan: &'static str,
    pub preview: &'static str,
    pub steps: [&'static str; 3],
    pub scan_hint: &'static str,
    pub too_long: &'static str,
    pub local: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub open_here: &'static str,
    pub house_rules: &'static [&'static str],
    // a tablet that has the link
    pub invited: &'static str,
    pub change: &'static str,
    pub unkept: &'static str,
    /// The catalogue is on the device, or is not.
    pub ready: &'static str,
    pub unready: &'static str,
    pub to_download: &'static str,
    pub download: &'static str,
    // attract
    pub touch: &'static str,
    pub products: fn(usize) -> String,
    pub of_province: fn(&str) -> String,
    pub drawn: &'static str,
    pub at_stand: fn(&str, &str) -> String,
    // bar and what it opens
    pub frame: &'static str,
    pub bar: &'static str,
    pub again: &'static str,
    pub note: &'static str,
    pub take: &'static str,
    pub close: &'static str,
    pub take_lead: &'static str,
    pub take_page: &'static str,
    pub take_list: fn(usize) -> String,
    pub outside: &'static str,
    pub outside_lead: &'static str,
    pub contact_take: &'static str,
    pub contact_lead: &'static str,
    /// A code leads to an address that only this device has.
    pub only_here: &'static str,
    pub no_home: &'static str,
    pub message: &'static str,
    pub mail: &'static str,
    pub no_code: &'static str,
    // a note of interest
    pub note_lead: &'static str,
    pub name: &'static str,
    pub contact: &'static str,
    pub wish: &'static str,
    pub consent: &'static str,
    pub with_list: fn(usize) -> String,
    pub picked: &'static str,
    pub keep: &'static str,
    pub missing: fn(Missing) -> &'static str,
    pub kept: &'static str,
    pub kept_lead: &'static str,
    pub full: &'static str,
    // the visitor rests
    pub still: &'static str,
    pub erased_in: fn(u32) -> String,
    pub go_on: &'static str,
    // the exhibitor
    pub enter_pin: &'static str,
    pub enter: &'static str,
    /// A link with another PIN was opened on a device that is a booth.
    pub already: &'static str,
    pub wrong: &'static str,
    pub wait: fn(u32) -> String,
    pub office: &'static str,
    pub lacks: &'static str,
    pub today: &'static str,
    pub takes: &'static str,
    pub visits: &'static str,
    pub seen: &'static str,
    pub searched: &'static str,
    pub nothing_yet: &'static str,
    pub notes: &'static str,
    pub export_counts: &'static str,
    pub export_notes: &'static str,
    pub erase: &'static str,
    pub erase_sure: &'static str,
    pub awake_on: &'static str,
    pub awake_off: &'static str,
    pub awake_not: &'static str,
    pub back: &'static str,
    pub leave: &'static str,
    pub leave_sure: &'static str,
    pub leave_hint: &'static str,
    // titles of columns
    pub columns_counts: [&'static str; 4],
    pub columns_notes: [&'static str; 7],
    pub kinds: [&'static str; 4],
}

/// The words of a booth.
pub fn booth(lang: Lang) -> &'static Booth {
    match lang {
        Lang::Vi => &vi::WORDS,
        Lang::En => &en::WORDS,
    }
}
