//! A list as a short text for addresses and QR codes: needs no server, and holds while the catalogue grows and is reordered.
//!
//! In: a [`List`]. Out: digits and capital letters, which a QR code holds in 5.5 bits each; and back, to [`Sent`]. A product
//! stands in it as the [`Number`] of its slug. The register of slugs never gives two that share one, nor gives one again, so a
//! number means that product for ever, or that it is gone. Written: kind, count (2 letters), for each product 6 letters and,
//! in lists with quantities, its quantity; 2 letters to check. Notes stay on the device.

use super::List;

/// Five bits a letter; none that is taken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Lists without quantities, and with them.
const PLAIN: u32 = 0;
const COUNTED: u32 = 1;
/// Letters of a number: a register of 17,000 products has two that share one once in seven times, and then names one anew.
const NUMBER: usize = 6;
/// Letters of a count, and of what checks.
const TWO: usize = 2;

/// What stands for a product's slug: 30 bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Number(pub u32);

impl Number {
    /// Of that slug.
    pub fn of(slug: &str) -> Number {
        Number(hash(slug.bytes(), NUMBER))
    }

    /// Its letters, as they stand in a code.
    pub fn letters(self) -> String {
        let mut out = String::new();
        put(&mut out, self.0, NUMBER);
        out
    }
}

/// What a code says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sent {
    /// Products and how many of each; 0 where that is not said.
    pub items: Vec<(Number, u16)>,
    /// How many there were to be: more than came where the end of the code is lost.
    pub count: usize,
}

/// The code of a list.
pub fn pack(list: &List) -> String {
    let counted = list.items().iter().any(|item| item.quantity > 0);
    let mut out = String::new();
    put(&mut out, if counted { COUNTED } else { PLAIN }, 1);
    put(&mut out, list.items().len() as u32, TWO);
    for item in list.items() {
        put(&mut out, Number::of(&item.slug).0, NUMBER);
        if counted {
            put_quantity(&mut out, item.quantity.into());
        }
    }
    let check = hash(out.bytes(), TWO);
    put(&mut out, check, TWO);
    out
}

/// Read a code; none if it is not one, or a letter of it is wrong.
pub fn unpack(code: &str) -> Option<Sent> {
    // Whoever wrote the address into a sentence may have put a point behind it.
    let code: Vec<u32> = code.bytes().map_while(value).collect();
    let mut rest = code.as_slice();
    let kind = take(&mut rest, 1).filter(|kind| *kind <= COUNTED)?;
    let mut out = Sent { items: Vec::new(), count: take(&mut rest, TWO)? as usize };
    while out.items.len() < out.count {
        let mut next = rest;
        let item = take(&mut next, NUMBER).and_then(|number| {
            let quantity = if kind == COUNTED { take_quantity(&mut next)? } else { 0 };
            Some((Number(number), quantity))
        });
        // The end is lost, and with it what checks.
        let Some(item) = item else { return Some(out) };
        out.items.push(item);
        rest = next;
    }
    let said = code.iter().take(code.len() - rest.len()).filter_map(|v| LETTERS.get(*v as usize).copied());
    let check = hash(said, TWO);
    match take(&mut rest, TWO) {
        Some(read) if read != check => None,
        _ => Some(out),
    }
}

/// The uppermost bits of a hash (FNV-1a in 64 bits, mixed once more), five for each letter.
fn hash(bytes: impl Iterator<Item = u8>, letters: usize) -> u32 {
    let all = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3));
    ((all ^ all >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - 5 * letters)) as u32
}

fn put(out: &mut String, value: u32, letters: usize) {
    for at in (0..letters).rev() {
        out.extend(LETTERS.get((value >> (5 * at) & 31) as usize).map(|letter| char::from(*letter)));
    }
}

/// Four bits a letter; the fifth says that more follow.
fn put_quantity(out: &mut String, value: u32) {
    if value >= 16 {
        put_more(out, value >> 4);
    }
    put(out, value & 15, 1);
}

fn put_more(out: &mut String, value: u32) {
    if value >= 16 {
        put_more(out, value >> 4);
    }
    put(out, value & 15 | 16, 1);
}

/// What a letter stands for, however it was copied.
fn value(letter: u8) -> Option<u32> {
    let meant = match letter.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    LETTERS.iter().position(|known| *known == meant).map(|at| at as u32)
}

fn take(rest: &mut &[u32], letters: usize) -> Option<u32> {
    let (taken, after) = rest.split_at_checked(letters)?;
    *rest = after;
    Some(taken.iter().fold(0, |all, letter| all << 5 | letter))
}

fn take_quantity(rest: &mut &[u32]) -> Option<u16> {
    let mut all = 0_u16;
    loop {
        let letter = take(rest, 1)?;
        all = all.checked_mul(16)?.checked_add((letter & 15) as u16)?;
        if letter < 16 {
            return Some(all.min(super::DEAREST));
        }
    }
}
