//! QR codes: how large one must be, and its modules.
//!
//! In: an address. Out: a [`Code`] that knows its size before it is made, as a layout asks, and its modules when it is
//! drawn. At least 0.49 mm a module, nearly three dots of a scanner with 150 an inch, and four modules of quiet around them (ISO/IEC
//! 18004, 9.1; `qrcodegen` makes the modules).

use super::sheet::{Area, Piece, Sheet};
use crate::paper::Um;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// A module is at least that wide.
pub const MODULE: Um = Um(490);

/// Modules without ink on each side.
pub const QUIET: i32 = 4;

/// Bytes that versions 1 to 15 hold, at levels L, M and Q (ISO/IEC 18004, table 7). Longer addresses get no code.
const HELD: [[u16; 15]; 3] = [
    [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520],
    [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412],
    [11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292],
];

/// A code of an address, not made yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Code {
    version: usize,
    level: usize,
}

impl Code {
    /// The code of that address with the strongest correction that leaves its modules wide enough in a square of that side,
    /// quiet zone not counted; the weakest where none does. None if the address is longer than any code here.
    pub fn of(address: &str, side: Um) -> Option<Code> {
        let fits = |level: usize| {
            let version = HELD[level].iter().position(|held| address.len() <= usize::from(*held))?;
            Some(Code { version, level })
        };
        let wide = |code: &Code| MODULE * code.modules() <= side;
        (0..HELD.len()).rev().filter_map(fits).find(wide).or_else(|| fits(0))
    }

    /// How many modules stand beside each other.
    pub fn modules(self) -> i32 {
        21 + 4 * self.version as i32
    }

    /// Side of the code in a place of that side, quiet zone not counted: larger where its modules would be too small.
    pub fn side(self, wished: Um) -> Um {
        wished.max(MODULE * self.modules())
    }

    /// Width of the quiet zone of a code with that side.
    pub fn quiet(self, side: Um) -> Um {
        (side * QUIET + Um(self.modules() - 1)) / self.modules()
    }

    /// Its modules, row by row, true for dark; none if it is not the code of that address.
    pub fn draw(self, address: &str) -> Option<Vec<bool>> {
        let version = Version::new(u8::try_from(self.version + 1).ok()?);
        let level = *[QrCodeEcc::Low, QrCodeEcc::Medium, QrCodeEcc::Quartile].get(self.level)?;
        let bytes = [QrSegment::make_bytes(address.as_bytes())];
        let made = QrCode::encode_segments_advanced(&bytes, level, version, version, None, false).ok()?;
        Some(rows(&made))
    }
}

/// The modules of a code for a screen, row by row, true for dark: in the smallest version that corrects at least 15 in a hundred
/// (level M), the weakest where none is that large; none if no code holds so much.
pub fn modules(says: &str) -> Option<Vec<bool>> {
    // What stands at the end in digits and capitals takes 5.5 bits a letter there instead of 8.
    let short = says.bytes().rev().take_while(|b| b.is_ascii_digit() || b.is_ascii_uppercase()).count();
    let (head, tail) = says.split_at_checked(says.len() - short)?;
    let parts = [QrSegment::make_bytes(head.as_bytes()), QrSegment::make_alphanumeric(tail)];
    let made =
        |level| QrCode::encode_segments_advanced(&parts, level, Version::new(1), Version::new(40), None, true).ok();
    let made = made(QrCodeEcc::Medium).or_else(|| made(QrCodeEcc::Low))?;
    Some(rows(&made))
}

fn rows(made: &QrCode) -> Vec<bool> {
    let side = made.size();
    (0..side * side).map(|at| made.get_module(at % side, at / side)).collect()
}

/// Put a code on a sheet, its dark modules in that square, its quiet zone around it.
pub(super) fn put(sheet: &mut Sheet, address: &str, code: Code, square: Area) {
    let quiet = code.quiet(square.width);
    let whole = Area::square(square.x - quiet, square.y - quiet, square.width + quiet * 2);
    sheet.put(Piece::Code(address.into(), code, whole));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_as_large_as_the_layout_thought() {
        for length in (1..=520).step_by(7) {
            let address = "a".repeat(length);
            for side in [Um::tenths(80), Um::tenths(150), Um::tenths(400)] {
                let code = Code::of(&address, side).unwrap_or_else(|| unreachable!("{length} bytes"));
                let modules = code.draw(&address).map(|all| all.len() as i32);
                assert_eq!(modules, Some(code.modules() * code.modules()), "{length} bytes");
                assert!(code.side(side) >= MODULE * code.modules());
            }
        }
        assert_eq!(Code::of(&"a".repeat(521), Um::tenths(400)), None);
    }
}
