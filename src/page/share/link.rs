//! Links by which a page is passed on: its public address with a short mark of the way it went and of the data's version.
//!
//! In: an address, where the site stands. Out: whole addresses. The mark counts nobody: it tells a visitor's browser nothing new,
//! and lets Zalo and Facebook fetch their preview anew when the data has changed.

use crate::route::{Address, encoded};

/// The key of the mark in addresses.
pub const KEY: &str = "via";

/// How a page is passed on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// The device's own sheet.
    Sheet,
    /// Zalo.
    Zalo,
    /// Facebook.
    Facebook,
    /// Copied.
    Copy,
    /// A code read from a screen.
    Code,
    /// A code read from the screen of a booth.
    Booth,
}

impl Way {
    /// All.
    pub const ALL: [Way; 6] = [Way::Sheet, Way::Zalo, Way::Facebook, Way::Copy, Way::Code, Way::Booth];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        ["app", "zalo", "facebook", "copy", "qr", "booth"][self as usize]
    }
}

/// The whole address of a page for one way, and that edition of the catalogue. What is asked stands last: a code holds digits and capitals there in less room.
pub fn link(home: &str, edition: &str, to: &Address, way: Way) -> String {
    let own = to.write();
    let own = own.trim_start_matches("./");
    let own = own.split_once('#').map_or(own, |(own, _)| own);
    let (path, query) = own.split_once('?').unwrap_or((own, ""));
    let and = if query.is_empty() { "" } else { "&" };
    [home, path, "?", KEY, "=", way.key(), "-", edition, and, query].concat()
}

/// Where Zalo asks to whom that address is to go. No account of ours is needed for it, and no script.
pub fn zalo(whole: &str) -> String {
    let said = ["{\"url\":\"", whole, "\"}"].concat();
    ["https://button-share.zalo.me/share_external?d=", &encoded(&base64(said.as_bytes()))].concat()
}

/// Where Facebook asks the same.
pub fn facebook(whole: &str) -> String {
    ["https://www.facebook.com/sharer/sharer.php?u=", &encoded(whole)].concat()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let all = three.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS.get((all >> (18 - 6 * at) & 63) as usize).filter(|_| at <= three.len());
            out.push(letter.map_or('=', |letter| char::from(*letter)));
        }
    }
    out
}
