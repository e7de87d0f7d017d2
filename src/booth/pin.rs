//! The PIN of a booth, kept as a salted hash, and the patience with wrong ones.
//!
//! The hash is PBKDF2 with HMAC-SHA-256 (RFC 8018). It keeps the digits from whoever sees the link or the device's store, but
//! there are so few PINs of four digits that a machine tries them all in minutes: what keeps visitors in is that they see
//! neither. So the link is for the exhibitor's own people, and the set-up page says so.

use sha2::{Digest, Sha256};

/// Rounds: about a tenth of a second on a cheap tablet.
const ROUNDS: u32 = 5_000;
/// Bytes that are kept: 128 bits.
const KEPT: usize = 16;
/// Digits of a PIN.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

/// A PIN nobody can read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pin {
    salt: u32,
    hash: [u8; KEPT],
}

impl Pin {
    /// Of these digits; none unless they are 4 to 8. The salt is any number that is seldom drawn twice.
    pub fn new(digits: &str, salt: u32) -> Option<Pin> {
        let sound = DIGITS.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        sound.then(|| Pin { salt, hash: derived(digits, salt) })
    }

    /// Whether it is that one.
    pub fn fits(&self, digits: &str) -> bool {
        Pin::new(digits, self.salt).as_ref() == Some(self)
    }

    /// Salt and hash in hexadecimal.
    pub fn write(&self) -> String {
        let bytes = self.salt.to_be_bytes().into_iter().chain(self.hash);
        let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
        bytes.flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }

    /// Read what [`Pin::write`] wrote.
    pub fn read(text: &str) -> Option<Pin> {
        let digits: Vec<u8> = text.chars().map(|c| Some(c.to_digit(16)? as u8)).collect::<Option<_>>()?;
        let mut all = [0_u8; 4 + KEPT];
        if digits.len() != 2 * all.len() {
            return None;
        }
        for (byte, pair) in all.iter_mut().zip(digits.chunks(2)) {
            *byte = pair.iter().fold(0, |byte, half| byte << 4 | half);
        }
        let (salt, hash) = all.split_first_chunk()?;
        Some(Pin { salt: u32::from_be_bytes(*salt), hash: hash.try_into().ok()? })
    }
}

fn derived(digits: &str, salt: u32) -> [u8; KEPT] {
    let block = pbkdf2(digits.as_bytes(), &salt.to_be_bytes(), ROUNDS);
    let mut out = [0; KEPT];
    out.iter_mut().zip(block).for_each(|(to, from)| *to = from);
    out
}

/// The first block of PBKDF2; the key is no longer than a block of SHA-256.
fn pbkdf2(key: &[u8], salt: &[u8], rounds: u32) -> [u8; 32] {
    let padded = |pad: u8| {
        let mut block = [pad; 64];
        block.iter_mut().zip(key).for_each(|(to, byte)| *to ^= byte);
        Sha256::new_with_prefix(block)
    };
    let (inner, outer) = (padded(0x36), padded(0x5c));
    let mac = |parts: &[&[u8]]| -> [u8; 32] {
        let mut inside = inner.clone();
        parts.iter().for_each(|part| inside.update(part));
        outer.clone().chain_update(inside.finalize()).finalize().into()
    };
    let mut last = mac(&[salt, &1_u32.to_be_bytes()]);
    let mut all = last;
    for _ in 1..rounds {
        last = mac(&[&last]);
        all.iter_mut().zip(last).for_each(|(to, byte)| *to ^= byte);
    }
    all
}

/// Wrong PINs without a pause.
const FREE: u32 = 3;
/// Milliseconds of the first pause, and of the longest.
const PAUSES: [u64; 2] = [30_000, 900_000];

/// So often doubled, the first pause is longer than the longest.
const DOUBLED: u32 = 5;

/// Wrong PINs in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tries {
    wrong: u32,
    since: u64,
}

impl Tries {
    /// One more.
    pub fn fail(&mut self, now: u64) {
        self.wrong = self.wrong.saturating_add(1);
        self.since = now;
    }

    /// Milliseconds until the next may be tried: none for the first three, then twice as long each time. A clock that was set
    /// back begins the pause anew: whoever asks keeps what has changed.
    pub fn wait(&mut self, now: u64) -> u64 {
        let Some(more) = self.wrong.checked_sub(FREE) else { return 0 };
        let [first, longest] = PAUSES;
        let pause = (first << more.min(DOUBLED)).min(longest);
        self.since = self.since.min(now);
        pause.saturating_sub(now - self.since)
    }

    /// As the device keeps it.
    pub fn write(&self) -> String {
        [&self.wrong.to_string(), " ", &self.since.to_string()].concat()
    }

    /// Read what [`Tries::write`] wrote; none wrong if it cannot be read.
    pub fn read(text: &str) -> Tries {
        let read =
            |(wrong, since): (&str, &str)| Some(Tries { wrong: wrong.parse().ok()?, since: since.parse().ok()? });
        text.split_once(' ').and_then(read).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7914, 11: the first test vector's first 32 bytes.
    #[test]
    fn the_hash_is_pbkdf2() {
        let hex: String = pbkdf2(b"passwd", b"salt", 1).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
        let hex: String = pbkdf2(b"Password", b"NaCl", 80_000).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
    }
}
