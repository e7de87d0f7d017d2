//! Folding: the key under which `Nước mắm`, `NUOC MAM` and `nước  mắm` in any normal form are equal.
//!
//! Any text goes in; lower-case words of base letters and digits go out, one space between them.
//! Latin letters lose their diacritics; letters of other scripts are only lower-cased.

use super::compose::lower_char;

/// What one character becomes when folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing: a combining mark or an invisible joiner, part of the word it follows.
    Skip,
    /// The end of a word.
    Gap,
    /// A letter or digit, lower case.
    One(char),
    /// A ligature, spelt out in ASCII.
    Two(char, char),
}

/// Base letters of U+00C0 to U+0233; a capital stands for two letters, a full stop for no change.
const LATIN: &[u8] = b"\
    aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkk.lllllll\
    lllnnnnnnn..ooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    bbbb...ccdddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz.........\
    ....DDDLLLNNNaaiioouuuuuuuuuu.aaaaAAggggkkoooo..jDDDgg..nnaaAAoo\
    aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyy";

/// The same for U+1E00 to U+1EFF, where most Vietnamese letters stand.
const LATIN_ADDITIONAL: &[u8] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";

/// What a character becomes when folded.
pub(super) fn step(c: char) -> Step {
    let code = c as u32;
    let base = match code {
        0..0x80 if c.is_ascii_alphanumeric() => return Step::One(c.to_ascii_lowercase()),
        0..0x80 => return Step::Gap,
        0xC0..=0x233 => LATIN.get((code - 0xC0) as usize),
        0x300..=0x36F => return Step::Skip,
        0x1E00..=0x1EFF => LATIN_ADDITIONAL.get((code - 0x1E00) as usize),
        // Soft hyphen, joiners and the byte-order mark: pasted along, never meant.
        0xAD | 0x200C | 0x200D | 0x2060 | 0xFEFF => return Step::Skip,
        _ => None,
    };
    match base {
        Some(b'A') => Step::Two('a', 'e'),
        Some(b'D') => Step::Two('d', 'z'),
        Some(b'J') => Step::Two('i', 'j'),
        Some(b'L') => Step::Two('l', 'j'),
        Some(b'N') => Step::Two('n', 'j'),
        Some(b'O') => Step::Two('o', 'e'),
        Some(b'S') => Step::Two('s', 's'),
        Some(b'T') => Step::Two('t', 'h'),
        Some(&letter) if letter != b'.' => Step::One(char::from(letter)),
        _ => other(c),
    }
}

/// Superscripts, full-width forms and other scripts.
fn other(c: char) -> Step {
    let code = c as u32;
    Step::One(match code {
        0xAA => 'a',
        0xB9 => '1',
        0xB2 => '2',
        0xB3 => '3',
        0xBA => 'o',
        // Modifier letters: apostrophes and stray tone marks, which Unicode counts as letters.
        0x2B0..=0x2FF => return Step::Gap,
        0xFF01..=0xFF5E => return step(char::from_u32(code - 0xFEE0).unwrap_or(' ')),
        0x212A => 'k',
        0x212B => 'a',
        0x2074..=0x2079 | 0x2080..=0x2089 => char::from_digit(code % 16, 10).unwrap_or(c),
        _ if is_foreign_letter(code) => lower_char(c),
        _ => return Step::Gap,
    })
}

/// Whether a character outside the tables counts as a letter or digit, by block.
///
/// Exact up to Cyrillic; beyond it a block of a script is all letters, its rare punctuation too.
/// `char::is_alphanumeric` knows better, but costs every visitor 1.7 KB of tables.
fn is_foreign_letter(code: u32) -> bool {
    match code {
        0xD7 | 0xF7 | 0x375 | 0x37E | 0x384 | 0x385 | 0x387 | 0x3F6 | 0x482..=0x489 => false,
        0xB5 | 0xBC..=0xBE | 0xC0..=0x2AF | 0x370..=0x52F | 0x531..=0x1FFF => true,
        // Roman numerals, further Latin and Cyrillic, kana, Han, Hangul, and the rarer planes.
        0x2160..=0x2188 | 0x2C00..=0x2DFF | 0x3041..=0xD7FF | 0xF900..=0xFAFF => true,
        0x1_0000..=0x1_CFFF | 0x2_0000..=0x3_FFFF => true,
        _ => false,
    }
}

/// The text in base letters: lower case, no diacritics, đ as d, words parted by one space.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let (first, second) = match step(c) {
            Step::Skip => continue,
            Step::Gap => {
                gap = !out.is_empty();
                continue;
            }
            Step::One(letter) => (letter, None),
            Step::Two(first, second) => (first, Some(second)),
        };
        if gap {
            out.push(' ');
            gap = false;
        }
        out.push(first);
        if let Some(second) = second {
            out.push(second);
        }
    }
    out
}

/// The text as a readable part of an address: `[a-z0-9]` words joined by `-`, or `x` when there are none.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in fold(text).split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(word);
    }
    if out.is_empty() {
        out.push('x');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_as_long_as_their_blocks() {
        assert_eq!(LATIN.len(), 0x234 - 0xC0);
        assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
    }

    #[test]
    fn folding_twice_changes_nothing_for_any_character() {
        for c in '\0'..=char::MAX {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn letters_are_those_of_unicode_where_people_write_them() {
        let marks = '\u{2B0}'..='\u{36F}';
        let known = ('\0'..='\u{52F}').chain('\u{1E00}'..='\u{1EFF}').chain('\u{2000}'..='\u{206F}');
        let written = known.chain('\u{20A0}'..='\u{20CF}').chain('\u{2190}'..='\u{23FF}');
        for c in written.filter(|c| !marks.contains(c) && *c != '\u{530}') {
            let word = matches!(step(c), Step::One(_) | Step::Two(..));
            let unassigned = matches!(c as u32, 0x378 | 0x379 | 0x380..=0x383 | 0x38B | 0x38D | 0x3A2);
            assert!(word == c.is_alphanumeric() || unassigned, "U+{:04X}", c as u32);
        }
        for c in ('ぁ'..='ゖ').chain('一'..='鿿').chain('가'..='힣').chain('א'..='ת').chain('ก'..='ฮ') {
            assert_eq!(step(c), Step::One(c));
        }
        assert_eq!(fold("🍚 ★ € ™ → 。、《》 H₂O 10⁵"), "h2o 105");
    }

    #[test]
    fn words_of_a_sentence_are_folded() {
        assert_eq!(fold("  Mắm tôm “Lê Gia” – 5★ (500ml) "), "mam tom le gia 5 500ml");
        assert_eq!(fold("ĐƯỜNG Đường Ðường ðường"), "duong duong duong duong");
        assert_eq!(fold("Straße, café, piñata, Æsir, Łódź, ¼ m²"), "strasse cafe pinata aesir lodz ¼ m2");
        assert_eq!(fold("nư\u{AD}ớc Ｍắm３６"), "nuoc mam36");
        assert_eq!(fold("M’nông Mʼnông M'nông"), "m nong m nong m nong");
        assert_eq!(fold("–!?\u{301}"), "");
    }

    #[test]
    fn slugs_read_well() {
        assert_eq!(slug("Mắm tôm Lê Gia"), "mam-tom-le-gia");
        assert_eq!(slug("Rượu “Chi Nê” 36°"), "ruou-chi-ne-36");
        assert_eq!(slug("Чай trà 茶"), "tra");
        assert_eq!(slug(" – "), "x");
        assert_eq!(slug(""), "x");
    }
}
