//! Numbers as printable text, so that an index travels inside JSON: one symbol for a small number, rarely three.
//!
//! A number is a run of symbols, each one of the 93 printable ASCII characters that JSON needs not escape. The first 62
//! end a number, the other 31 are followed by more: the value is the sum of each symbol times 31 to its place.

/// Symbols that end a number. 62 and 31 hold 1,984 numbers in two symbols, of what compresses well.
const ENDS: u32 = 62;
/// Weight of each further symbol.
const STEP: u32 = 31;

/// The numbers of a text, one after another; ends with the text.
pub(super) struct Numbers<'a>(std::slice::Iter<'a, u8>);

impl<'a> Numbers<'a> {
    pub(super) fn of(text: &'a str) -> Numbers<'a> {
        Numbers(text.as_bytes().iter())
    }
}

impl Iterator for Numbers<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (mut sum, mut weight) = (0_u32, 1_u32);
        loop {
            let byte = u32::from(*self.0.next()?);
            let symbol = byte.wrapping_sub(32 + u32::from(byte > 34) + u32::from(byte > 92));
            sum = sum.wrapping_add(symbol.wrapping_mul(weight));
            if symbol < ENDS {
                return Some(sum);
            }
            weight = weight.wrapping_mul(STEP);
        }
    }
}

/// Append a number.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn push(out: &mut String, mut number: u32) {
    let mut symbol = |value: u32| {
        let byte = 32 + value as u8;
        let byte = byte + u8::from(byte >= 34);
        out.push(char::from(byte + u8::from(byte >= 92)));
    };
    while number >= ENDS {
        let low = ENDS + (number - ENDS) % STEP;
        symbol(low);
        number = (number - low) / STEP;
    }
    symbol(number);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_need_no_escape() {
        let all: Vec<u32> = (0..70_000).chain([1 << 20, 1 << 24, u32::MAX - 1, u32::MAX]).collect();
        let mut text = String::new();
        all.iter().for_each(|n| push(&mut text, *n));
        assert!(text.bytes().all(|b| (32..127).contains(&b) && b != b'"' && b != b'\\'));
        assert_eq!(Numbers::of(&text).collect::<Vec<_>>(), all);
        // Anything is read without a panic.
        assert!(Numbers::of("\u{7f}é\n ~~~~~~~~~~~~~~ ").count() > 0);
    }
}
