//! How wide texts are on paper: Archivo's own advance widths, letter by letter, without kerning.
//!
//! In: a text whose letters are composed, a face, a size. Out: its width. Whoever draws it sets the same face without
//! kerning and with the same gap between words, and the line is as long as here. No shaping: Vietnamese needs none.

mod table;

use crate::paper::Um;

/// A face of the one family.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Face {
    /// Running text: width 100, weight 450.
    Reading,
    /// What stands out in it: width 100, weight 700.
    Bold,
    /// Lists and tables: width 86, weight 500.
    Narrow,
    /// Names: width 80, weight 800.
    Name,
    /// Great names and numbers: width 74, weight 850.
    Great,
}

/// A letter that the fonts do not have comes from another one, and may be as wide as its size.
const FOREIGN: i32 = 1000;

impl Face {
    /// All, in the order of the table.
    pub const ALL: [Face; 5] = [Face::Reading, Face::Bold, Face::Narrow, Face::Name, Face::Great];

    /// Width (per cent) and weight, as a style sheet names them.
    pub fn instance(self) -> (u16, u16) {
        [(100, 450), (100, 700), (86, 500), (80, 800), (74, 850)][self as usize]
    }

    /// What is added between words, in thousandths of the size: the font sets its narrow faces too close.
    pub fn gap(self) -> i32 {
        [0, 0, 30, 70, 70][self as usize]
    }

    /// Width of a letter in thousandths of the size; a blank has the gap with it.
    pub(super) fn letter(self, letter: char) -> i32 {
        let code = u32::from(letter);
        let mut at = 0;
        for (first, last) in table::STRETCHES {
            if (first..=last).contains(&code) {
                let width = i32::from(table::WIDTHS[self as usize][(at + code - first) as usize]);
                let gap = if matches!(letter, ' ' | '\u{a0}') { self.gap() } else { 0 };
                return if width == 0 { FOREIGN } else { width + gap };
            }
            at += last - first + 1;
        }
        FOREIGN
    }

    /// Width of a text in thousandths of the size.
    pub(super) fn units(self, text: &str) -> i32 {
        text.chars().map(|letter| self.letter(letter)).sum()
    }
}

/// A face in a size, with the distance from one line to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Style {
    /// Its face.
    pub face: Face,
    /// Its size.
    pub size: Um,
    /// From one baseline to the next.
    pub leading: Um,
}

impl Style {
    /// Width of a text on one line, rounded up.
    pub fn width(self, text: &str) -> Um {
        self.length(self.face.units(text))
    }

    /// The length that so many thousandths of the size are, rounded up.
    pub(super) fn length(self, units: i32) -> Um {
        Um(((i64::from(units) * i64::from(self.size.0) + 999) / 1000) as i32)
    }

    /// How many thousandths of the size go into a width.
    pub(super) fn room(self, width: Um) -> i32 {
        (i64::from(width.0.max(0)) * 1000 / i64::from(self.size.0.max(1))).min(i64::from(i32::MAX / 2)) as i32
    }

    /// From the top of a line to its baseline: the letters, ascender to descender (878 and 210 thousandths), stand in
    /// the middle of the line.
    pub fn rise(self) -> Um {
        self.leading / 2 + self.size.share(334)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_the_widths_of_the_font() {
        assert_eq!(Face::Reading.letter('0'), 573);
        assert_eq!(Face::Bold.letter('0'), 595);
        assert_eq!(Face::Great.letter('ộ'), Face::Great.letter('o'));
        assert_eq!(Face::Name.letter('Ệ'), Face::Name.letter('E'));
        assert_eq!(Face::Reading.letter('₫'), 569);
        assert_eq!(Face::Name.letter(' '), 152 + 70);
        assert_eq!(Face::Reading.letter('茶'), FOREIGN);
    }
}
