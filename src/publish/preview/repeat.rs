//! Where bytes of a picture have stood before: in a row above, to the left, where the same four bytes were seen last.
//!
//! In: rows, a place in them. Out: what to write there: a repeat that is worth its bits, or bytes as they are. A general
//! deflate looks through all of 32 KB for repeats and takes several times as long for a file a tenth smaller.

use super::canvas::STRIDE;

/// How far back to look first: the row above, the point left, the large weave's repeat below itself (24 rows).
const LAGS: [usize; 3] = [STRIDE, 1, 24 * STRIDE];
/// Bits of the table of where the same four bytes were seen last.
const TABLE: u32 = 13;
/// Length of a repeat at most, and at least to be worth its bits near by and far away.
pub(super) const LONGEST: usize = 258;
const SHORTEST: usize = 4;
const SHORTEST_FAR: usize = 5;
/// From here a repeat costs twelve bits for its distance alone.
const FAR: usize = 8192;
/// Nothing may be repeated from further back.
const WINDOW: usize = 32_768;
/// A repeat so long is taken without a look at the other places.
const ENOUGH: usize = 32;
/// So few new bytes are written as they are: the edge of a letter, of a motif.
const FEW: usize = 3;
/// Bytes looked at together. Where the lags give less than this, the table is asked too.
const EIGHT: usize = 8;

/// What comes next in a file.
pub(super) enum Next {
    /// So many bytes that stood so far back.
    Repeat(usize, usize),
    /// So many bytes as they are.
    Bytes(usize),
}

/// What is remembered from place to place.
pub(super) struct Memory {
    seen: Vec<u32>,
    /// Where the last repeat came from: most often the next one does too.
    last: usize,
}

impl Memory {
    pub(super) fn new() -> Memory {
        Memory { seen: vec![0; 1 << TABLE], last: STRIDE }
    }

    /// What to write next. Places are asked for from left to right.
    #[inline]
    pub(super) fn next(&mut self, rows: &[u8], at: usize) -> Next {
        match new(rows, at) {
            0 => {
                self.last = STRIDE;
                Next::Repeat(same(rows, at, STRIDE), STRIDE)
            }
            few @ 1..=FEW => Next::Bytes(few),
            _ => self.repeat(rows, at).map_or(Next::Bytes(1), |(long, back)| Next::Repeat(long, back)),
        }
    }

    /// Length of the repeat that begins there, and how far back it stood.
    fn repeat(&mut self, rows: &[u8], at: usize) -> Option<(usize, usize)> {
        let before = std::mem::replace(&mut self.seen[slot(rows, at)], at as u32) as usize;
        let (long, back) = longest(rows, at, self.last, before);
        let worth = long >= SHORTEST && (long >= SHORTEST_FAR || back < FAR);
        worth.then(|| {
            self.last = back;
            (long, back)
        })
    }
}

/// How many bytes come before four that are the same as in the row above: none, so few that they are not looked for
/// elsewhere, or many.
#[inline]
fn new(rows: &[u8], at: usize) -> usize {
    let eight = |at: usize| rows.get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
    let Some(differ) = at.checked_sub(STRIDE).and_then(|above| Some(eight(at)? ^ eight(above)?)) else { return EIGHT };
    (0..=FEW).find(|bytes| (differ >> (8 * bytes)) as u32 == 0).unwrap_or(EIGHT)
}

/// Where in the table the next four bytes stand.
fn slot(rows: &[u8], at: usize) -> usize {
    let four = rows[at..].first_chunk::<4>().map_or(0, |four| u32::from_le_bytes(*four));
    (four.wrapping_mul(0x9E37_79B1) >> (32 - TABLE)) as usize
}

/// The longest repeat that begins here, and how far back it stood.
#[inline]
fn longest(rows: &[u8], at: usize, last: usize, before: usize) -> (usize, usize) {
    let far = if at - before <= WINDOW { at - before } else { last };
    let places = [last, LAGS[0], LAGS[1], LAGS[2], far];
    let Some(firsts) = firsts(rows, at, places) else { return tried(rows, at, last, before) };
    // All places are looked at by their first eight bytes, without a branch that would be guessed wrongly every other
    // time; only what is the same so far is looked at further.
    let mut best = (0, last);
    for (long, back) in firsts.into_iter().zip(places).take(1 + LAGS.len()) {
        if long > best.0 {
            best = (long, back);
        }
    }
    let table = firsts[places.len() - 1];
    if best.0 < EIGHT {
        return match table > best.0 {
            true if table == EIGHT => (same(rows, at, far), far),
            true => (table, far),
            false => best,
        };
    }
    best.0 = 0;
    for (n, back) in places.into_iter().enumerate().take(1 + LAGS.len()).filter(|(n, _)| firsts[*n] == EIGHT) {
        let long = same(rows, at, back);
        if long > best.0 {
            best = (long, back);
        }
        if n == 0 && long >= ENOUGH {
            break;
        }
    }
    best
}

/// How many of the next eight bytes are the same at each place; none where a place, or eight bytes, are not there.
#[inline]
fn firsts(rows: &[u8], at: usize, places: [usize; 5]) -> Option<[usize; 5]> {
    let eight = |at: usize| rows.get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
    let here = eight(at)?;
    let mut out = [0; 5];
    for (long, back) in out.iter_mut().zip(places) {
        *long = (here ^ eight(at.checked_sub(back)?)?).trailing_zeros() as usize / EIGHT;
    }
    Some(out)
}

/// The longest repeat near the first rows and the end, where not all places have eight bytes: one after the other.
fn tried(rows: &[u8], at: usize, last: usize, before: usize) -> (usize, usize) {
    let mut best = (same(rows, at, last), last);
    if best.0 >= ENOUGH {
        return best;
    }
    for back in LAGS {
        let long = same(rows, at, back);
        if long > best.0 {
            best = (long, back);
        }
    }
    let back = at - before;
    if best.0 < EIGHT && (1..=WINDOW).contains(&back) {
        let long = same(rows, at, back);
        if long > best.0 {
            best = (long, back);
        }
    }
    best
}

/// How many bytes are the same as so far back.
#[inline]
fn same(rows: &[u8], at: usize, back: usize) -> usize {
    let Some(from) = at.checked_sub(back) else { return 0 };
    let (Some(here), Some(there)) = (rows[at..].first_chunk::<272>(), rows[from..].first_chunk::<272>()) else {
        return rows[at..].iter().zip(&rows[from..]).take(LONGEST).take_while(|(a, b)| a == b).count();
    };
    for (n, (a, b)) in here.as_chunks::<16>().0.iter().zip(there.as_chunks::<16>().0).enumerate() {
        let differ = u128::from_le_bytes(*a) ^ u128::from_le_bytes(*b);
        if differ != 0 {
            return (n * 16 + differ.trailing_zeros() as usize / 8).min(LONGEST);
        }
    }
    LONGEST
}
