//! The Vietnamese vowels in their tones: taking a letter apart, putting it together, lower case.
//!
//! Characters come in, characters go out. Only Vietnamese letters are composed; whatever else a
//! visitor types is left as it was typed.

use std::borrow::Cow;

/// The twelve vowels, each in the dictionary's order of tones: ngang, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// The two stretches of Unicode where those letters stand: `a` to `ư`, and `Ạ` to `ỹ`.
const LOW: u32 = 0x61;
const HIGH: u32 = 0x1EA0;
/// For every character of a stretch, 1 + 6 × row + tone in [`VOWELS`], or 0.
const LOW_PLACES: [u8; 0x1B1 - LOW as usize] = places(LOW);
const HIGH_PLACES: [u8; 0x1EFA - HIGH as usize] = places(HIGH);

#[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)] // runs in the compiler only
const fn places<const N: usize>(first: u32) -> [u8; N] {
    let mut out = [0; N];
    let mut place = 0;
    while place < 72 {
        let code = VOWELS[place / 6][place % 6] as u32;
        if code >= first && code - first < N as u32 {
            out[(code - first) as usize] = place as u8 + 1;
        }
        place += 1;
    }
    out
}

/// The toneless letter and the tone (0 to 5) of a lower-case Vietnamese vowel.
pub(super) fn split(c: char) -> Option<(char, u8)> {
    let code = c as u32;
    let place = match code {
        HIGH.. => HIGH_PLACES.get((code - HIGH) as usize),
        LOW.. => LOW_PLACES.get((code - LOW) as usize),
        _ => None,
    };
    let place = place?.checked_sub(1)?;
    let vowel = VOWELS.get(usize::from(place / 6))?.first()?;
    Some((*vowel, place % 6))
}

/// Whether a word begins with the same letters, whatever their tones; both in the form of [`exact`](super::exact).
#[must_use]
pub fn same_letters(beginning: &str, word: &str) -> bool {
    let mut own = letters(word);
    letters(beginning).all(|c| own.next() == Some(c))
}

/// The letters of a word in the form of [`exact`](super::exact), without its tones.
pub fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().map(|c| split(c).map_or(c, |(letter, _)| letter))
}

/// The same as a list.
pub(super) fn bare(word: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(word.len());
    letters(word).for_each(|c| out.push(c));
    out
}

/// The letter under which a text stands in a list: its first, large and without its tone; none if it begins with a digit
/// or has no letters.
#[must_use]
pub fn initial(text: &str) -> Option<char> {
    let first = super::words(text).next()?.text;
    let first = letters(&lower(first)).next()?;
    Some(match first {
        'đ' => 'Đ',
        vowel if split(vowel).is_some() => upper_vowel(vowel),
        other => other.to_ascii_uppercase(),
    })
    .filter(|letter| !letter.is_ascii_digit())
}

/// The first tone of a word (1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng).
#[must_use]
pub fn tone(word: &str) -> Option<u8> {
    word.chars().filter_map(split).map(|(_, tone)| tone).find(|tone| *tone > 0)
}

/// A toneless lower-case vowel with a tone (0 to 5) put on it; any other letter comes back as it is.
pub(super) fn join(vowel: char, tone: u8) -> char {
    let row = VOWELS.iter().find(|row| row.first() == Some(&vowel));
    row.and_then(|row| row.get(usize::from(tone))).copied().unwrap_or(vowel)
}

/// The lower case of a character, for Latin, basic Greek and Cyrillic; Đ's look-alike Ð becomes đ.
///
/// `char::to_lowercase` is right for every script but costs every visitor its tables.
pub(super) fn lower_char(c: char) -> char {
    let code = c as u32;
    let lower = match code {
        0..0x80 => return c.to_ascii_lowercase(),
        0xD0 | 0xF0 | 0x189 => 0x111,
        0xD7 | 0x130 => code,
        0xC0..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3A9 | 0x410..=0x42F => code + 32,
        0x178 => 0xFF,
        0x139..=0x148 | 0x179..=0x17E | 0x1AF | 0x1B0 | 0x1CD..=0x1DC => code + code % 2,
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 => code | 1,
        0x1E9E => 0xDF,
        0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => code | 1,
        0x400..=0x40F => code + 80,
        0xFF21..=0xFF3A => code + 32,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// The upper case of a lower-case Vietnamese vowel.
fn upper_vowel(c: char) -> char {
    let code = c as u32;
    char::from_u32(if code < 0x100 { code - 32 } else { code - 1 }).unwrap_or(c)
}

/// A toneless vowel that has taken a circumflex, breve or horn.
fn reshape(vowel: char, mark: char) -> Option<char> {
    Some(match (vowel, mark) {
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('a', '\u{306}') => 'ă',
        ('o', '\u{31B}') => 'ơ',
        ('u', '\u{31B}') => 'ư',
        _ => return None,
    })
}

/// The tone a combining mark stands for; U+0340 and U+0341 are old doubles of U+0300 and U+0301.
fn tone_of(mark: char) -> Option<u8> {
    Some(match mark {
        '\u{300}' | '\u{340}' => 1,
        '\u{309}' => 2,
        '\u{303}' => 3,
        '\u{301}' | '\u{341}' => 4,
        '\u{323}' => 5,
        _ => return None,
    })
}

/// A letter with one more mark on it, if that is a Vietnamese letter.
fn add(letter: char, mark: char) -> Option<char> {
    let lower = lower_char(letter);
    let (vowel, tone) = split(lower)?;
    let made = match tone_of(mark) {
        Some(new) if tone == 0 => join(vowel, new),
        Some(_) => return None,
        None => join(reshape(vowel, mark)?, tone),
    };
    Some(if lower == letter { made } else { upper_vowel(made) })
}

/// The same text with Vietnamese letters composed, in whatever order their marks were typed.
///
/// A mark that makes no Vietnamese letter stays, and so do the marks after it.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    // Every mark of U+0300 to U+036F begins with one of these bytes in UTF-8.
    if !text.bytes().any(|byte| matches!(byte, 0xCC | 0xCD)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut last: Option<char> = None;
    for c in text.chars() {
        if let Some(made) = last.and_then(|letter| add(letter, c)) {
            last = Some(made);
        } else if let Some(before) = last.replace(c) {
            out.push(before);
        }
    }
    if let Some(last) = last {
        out.push(last);
    }
    Cow::Owned(out)
}

/// The text in lower case and composed, with accents, punctuation and tone placement kept.
#[must_use]
pub fn lower(text: &str) -> String {
    nfc(text).chars().map(lower_char).collect()
}

/// The text with its first letter large. Kinds of places and groups begin with a plain letter or đ; the tables for all
/// other scripts would be the larger part of this program's text.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| if c == 'đ' { 'Đ' } else { c.to_ascii_uppercase() });
    first.into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vowel_splits_and_joins_back() {
        for row in VOWELS {
            for (tone, c) in (0u8..).zip(row) {
                assert_eq!(split(c), Some((row[0], tone)));
                assert_eq!(join(row[0], tone), c);
                assert!(c.to_uppercase().eq([upper_vowel(c)]), "{c}");
                assert_eq!(lower_char(upper_vowel(c)), c);
            }
        }
        assert_eq!(('\0'..=char::MAX).filter(|&c| split(c).is_some()).count(), 72);
    }

    #[test]
    fn lower_case_agrees_with_the_standard_library() {
        let latin = ('\0'..='\u{17F}').chain('\u{1C4}'..='\u{233}').chain('\u{1E00}'..='\u{1EFF}');
        let other = ('Α'..='Ω').chain('Ѐ'..='я').chain('Ａ'..='ｚ').chain(['Ơ', 'ơ', 'Ư', 'ư']);
        for c in latin.chain(other) {
            let expected = match c {
                'Ð' | 'ð' => 'đ',
                // Folded by table; no lower case of one character, or a rare one.
                'İ' | 'Ǆ'..='ǌ' | 'Ǳ'..='Ƿ' | 'Ƞ' => continue,
                _ => c.to_lowercase().next().unwrap_or(c),
            };
            assert_eq!(lower_char(c), expected, "{c} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn marks_compose_in_any_order_and_foreign_ones_stay() {
        assert_eq!(nfc("a\u{302}\u{301}"), "ấ");
        assert_eq!(nfc("a\u{301}\u{302}"), "ấ");
        assert_eq!(nfc("ạ\u{302}"), "ậ");
        assert_eq!(nfc("U\u{31B}\u{303}"), "Ữ");
        assert_eq!(nfc("u\u{303}\u{31B}ơ\u{341}"), "ữớ");
        for kept in ["n\u{303}", "u\u{308}\u{301}", "\u{301}a", "á\u{301}", "e\u{306}", "i\u{302}"] {
            assert_eq!(nfc(kept), kept);
        }
        assert!(matches!(nfc("Đường Lâm"), Cow::Borrowed(_)));
    }
}
