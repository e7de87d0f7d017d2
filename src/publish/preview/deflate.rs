//! Deflate (RFC 1951) for pictures of this kind, where most of what comes has stood in one of a few places before: a row
//! above, a weave's repeat above or left.
//!
//! In: rows. Out: one deflated block. A general deflate looks through all of 32 KB for the longest repeat and takes
//! several times as long for a file a tenth smaller; 29,000 pictures of a large catalogue are worth five looks instead.

use super::canvas::STRIDE;
use super::huffman::Code;

/// How far back to look first: the row above, the point left, the large weave's repeat below itself (24 rows).
const LAGS: [usize; 3] = [STRIDE, 1, 24 * STRIDE];
/// Bits of the table of where the same four bytes were seen last.
const TABLE: u32 = 13;
/// Length of a repeat at most, and at least to be worth its bits near by and far away.
const LONGEST: usize = 258;
const SHORTEST: usize = 4;
const SHORTEST_FAR: usize = 5;
/// From here a repeat costs twelve bits for its distance alone.
const FAR: usize = 8192;
/// Nothing may be repeated from further back.
const WINDOW: usize = 32_768;
/// A repeat so long is taken without a look at the other places.
const ENOUGH: usize = 32;
/// Where the lags give less than this, the table is asked too.
const LITTLE: usize = 8;

/// A byte as it is, or a repeat: length and how far back.
#[derive(Clone, Copy)]
enum Token {
    Byte(u8),
    Repeat(u16, u16),
}

/// The rows, deflated.
pub(super) fn deflate(rows: &[u8]) -> Vec<u8> {
    let tokens = tokens(rows);
    let mut letters = [0_u32; 286];
    let mut distances = [0_u32; 30];
    for token in &tokens {
        match token {
            Token::Byte(byte) => letters[usize::from(*byte)] += 1,
            Token::Repeat(long, back) => {
                letters[length(*long).0] += 1;
                distances[distance(usize::from(*back)).0] += 1;
            }
        }
    }
    letters[END] = 1;
    let (letters, distances) = (Code::new(&letters), Code::new(&distances));
    let mut bits = Bits { out: Vec::with_capacity(tokens.len() * 2), held: 0, count: 0 };
    head(&mut bits, &letters, &distances);
    body(&mut bits, &tokens, &letters, &distances);
    bits.end()
}

fn tokens(rows: &[u8]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(rows.len() / 16);
    let mut seen = vec![0_u32; 1 << TABLE];
    // where the last repeat came from: most often the next one does too
    let (mut at, mut last) = (0, STRIDE);
    while at < rows.len() {
        let slot = slot(rows, at);
        let before = std::mem::replace(&mut seen[slot], at as u32) as usize;
        let (long, back) = longest(rows, at, last, before);
        if long >= SHORTEST && (long >= SHORTEST_FAR || back < FAR) {
            tokens.push(Token::Repeat(long as u16, back as u16));
            at += long;
            last = back;
        } else {
            tokens.push(Token::Byte(rows[at]));
            at += 1;
        }
    }
    tokens
}

/// Where in the table the next four bytes stand.
fn slot(rows: &[u8], at: usize) -> usize {
    let four = rows[at..].first_chunk::<4>().map_or(0, |four| u32::from_le_bytes(*four));
    (four.wrapping_mul(0x9E37_79B1) >> (32 - TABLE)) as usize
}

/// The longest repeat that begins here, and how far back it stood.
fn longest(rows: &[u8], at: usize, last: usize, before: usize) -> (usize, usize) {
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
    if best.0 < LITTLE && (1..=WINDOW).contains(&back) {
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
    let (Some(here), Some(there)) = (rows[at..].first_chunk::<264>(), rows[from..].first_chunk::<264>()) else {
        return rows[at..].iter().zip(&rows[from..]).take(LONGEST).take_while(|(a, b)| a == b).count();
    };
    for (n, (a, b)) in here.as_chunks::<8>().0.iter().zip(there.as_chunks::<8>().0).enumerate() {
        let differ = u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b);
        if differ != 0 {
            return (n * 8 + differ.trailing_zeros() as usize / 8).min(LONGEST);
        }
    }
    LONGEST
}

/// Marks the end of a block.
const END: usize = 256;

/// Symbol of a length, extra bits, how many (RFC 1951, 3.2.5).
fn length(long: u16) -> (usize, u32, u32) {
    let over = u32::from(long) - 3;
    match over {
        255 => (285, 0, 0),
        0..8 => (257 + over as usize, 0, 0),
        _ => {
            let extra = over.ilog2() - 2;
            ((257 + 4 * extra + (over >> extra)) as usize, over & ((1 << extra) - 1), extra)
        }
    }
}

/// The same of a distance.
fn distance(back: usize) -> (usize, u32, u32) {
    let over = back as u32 - 1;
    match over {
        0..4 => (over as usize, 0, 0),
        _ => {
            let extra = over.ilog2() - 1;
            ((2 * extra + (over >> extra)) as usize, over & ((1 << extra) - 1), extra)
        }
    }
}

/// The order in which the lengths of the lengths' own code stand (RFC 1951, 3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

fn head(bits: &mut Bits, letters: &Code, distances: &Code) {
    let lengths: Vec<u8> = letters.0.iter().chain(&distances.0).map(|code| code.1).collect();
    let mut counts = [0_u32; 19];
    lengths.iter().for_each(|length| counts[usize::from(*length)] += 1);
    // A code of lengths may be 7 deep: with 16 of the 19 in use, even counts give 4.
    let mut own = Code::new(&counts);
    if own.0.iter().any(|code| code.1 > 7) {
        own = Code::new(&counts.map(|count| u32::from(count > 0)));
    }
    // the last block, with a code of its own
    bits.put(0b101, 3);
    bits.put(letters.0.len() as u32 - 257, 5);
    bits.put(distances.0.len() as u32 - 1, 5);
    bits.put(ORDER.len() as u32 - 4, 4);
    ORDER.iter().for_each(|symbol| bits.put(u32::from(own.0[*symbol].1), 3));
    lengths.iter().for_each(|length| bits.symbol(&own, usize::from(*length)));
}

fn body(bits: &mut Bits, tokens: &[Token], letters: &Code, distances: &Code) {
    for token in tokens {
        match token {
            Token::Byte(byte) => bits.symbol(letters, usize::from(*byte)),
            Token::Repeat(long, back) => {
                let (symbol, extra, many) = length(*long);
                bits.symbol(letters, symbol);
                bits.put(extra, many);
                let (symbol, extra, many) = distance(usize::from(*back));
                bits.symbol(distances, symbol);
                bits.put(extra, many);
            }
        }
    }
    bits.symbol(letters, END);
}

/// Bits on their way into bytes, the lowest first.
struct Bits {
    out: Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits {
    fn put(&mut self, bits: u32, many: u32) {
        self.held |= u64::from(bits) << self.count;
        self.count += many;
        if self.count >= 32 {
            self.out.extend((self.held as u32).to_le_bytes());
            self.held >>= 32;
            self.count -= 32;
        }
    }

    fn symbol(&mut self, code: &Code, symbol: usize) {
        let (bits, many) = code.0[symbol];
        self.put(u32::from(bits), u32::from(many));
    }

    fn end(mut self) -> Vec<u8> {
        let rest = self.count.div_ceil(8) as usize;
        self.out.extend(&self.held.to_le_bytes()[..rest]);
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn back(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let done = flate2::read::DeflateDecoder::new(bytes).read_to_end(&mut out);
        assert!(done.is_ok(), "{done:?}");
        out
    }

    #[test]
    fn what_is_deflated_comes_back() {
        let mut dice = oorandom::Rand32::new(7);
        let mut all = vec![Vec::new(), vec![7], vec![0; 5], vec![3; 100_000], (0..=255).collect()];
        // repeats of every length, near and far, and bytes whose counts grow as Fibonacci's numbers: a deep tree
        for colours in [2, 3, 17, 256] {
            all.push((0..90_000).map(|_| dice.rand_range(0..colours) as u8).collect());
        }
        let (mut a, mut b) = (1_usize, 1);
        all.push(
            (0..24_u8)
                .flat_map(|byte| {
                    (a, b) = (b, a + b);
                    vec![byte; a].into_iter()
                })
                .collect(),
        );
        let mut woven: Vec<u8> = Vec::new();
        for long in 1..900 {
            let from = woven.len().saturating_sub(1 + dice.rand_range(0..40_000) as usize);
            let copy: Vec<u8> = woven[from..].iter().take(long).copied().collect();
            woven.extend(copy);
            woven.push(dice.rand_range(0..256) as u8);
        }
        all.push(woven);
        for bytes in all {
            assert!(back(&deflate(&bytes)) == bytes, "{} bytes", bytes.len());
        }
    }

    #[test]
    fn symbols_are_those_of_the_standard() {
        let lengths = [
            (3, 257, 0),
            (10, 264, 0),
            (11, 265, 0),
            (12, 265, 1),
            (13, 266, 0),
            (227, 284, 0),
            (257, 284, 30),
            (258, 285, 0),
        ];
        for (long, symbol, extra) in lengths {
            assert_eq!((length(long).0, length(long).1), (symbol, extra), "{long}");
        }
        for (back, symbol, extra) in
            [(1, 0, 0), (4, 3, 0), (5, 4, 0), (6, 4, 1), (7, 5, 0), (24_577, 29, 0), (32_768, 29, 8191)]
        {
            assert_eq!((distance(back).0, distance(back).1), (symbol, extra), "{back}");
        }
    }
}
