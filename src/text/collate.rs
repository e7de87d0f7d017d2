//! The order of a Vietnamese dictionary: letters first (a ă â b c d đ e ê … o ô ơ … u ư v x y), over
//! the whole text and word by word, then tones (ngang huyền hỏi ngã sắc nặng).
//!
//! Texts come in, an order or its key goes out. Case, punctuation, normal form and tone placement
//! make no difference: such texts are equal, and the caller breaks the tie. Foreign letters stand
//! where their base letter stands, other scripts after Latin.

use super::sound::{Sound, each_word};
use std::cmp::Ordering;

/// Ends the letters; below everything, so that a text comes before its continuations.
const END: u8 = 1;
/// Between words; below every digit and letter.
const SPACE: u8 = 2;
/// Before a number; below every letter.
const NUMBER: u8 = 3;
/// The letter a; each letter of the alphabet has four places, for those derived from it.
const FIRST_LETTER: u8 = 0x10;

/// Compares two texts in dictionary order.
#[must_use]
pub fn collate(a: &str, b: &str) -> Ordering {
    sort_key(a).cmp(&sort_key(b))
}

/// The order in which byte keys stand: indices, the first key's first. Equal keys keep their order.
///
/// Every sort of the site goes through here: one copy of the algorithm in the wasm instead of a dozen.
pub fn order(keys: Vec<Vec<u8>>) -> Vec<usize> {
    let mut all: Vec<(Vec<u8>, usize)> = keys.into_iter().zip(0..).collect();
    all.sort_unstable();
    all.into_iter().map(|k| k.1).collect()
}

/// Bytes that compare as the texts do in dictionary order; make them once to sort many texts.
#[must_use]
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2);
    let mut tones = Vec::with_capacity(text.len());
    each_word(text, &mut |word| {
        if !key.is_empty() {
            key.push(SPACE);
        }
        push_letters(&mut key, word);
        push_tones(&mut tones, word);
    });
    key.push(END);
    key.append(&mut tones);
    key
}

/// Appends the weights of a word's letters and numbers, tones left out.
fn push_letters(key: &mut Vec<u8>, word: &[Sound]) {
    let is_digit = |sound: &Sound| sound.letter.is_ascii_digit();
    for run in word.chunk_by(|a, b| is_digit(a) && is_digit(b)) {
        if run.iter().all(is_digit) {
            push_number(key, run);
        } else {
            for sound in run {
                push_letter(key, sound.letter);
            }
        }
    }
}

/// Appends a number so that bytes compare by value: how many digits, then the digits.
fn push_number(key: &mut Vec<u8>, run: &[Sound]) {
    let zeros = run.iter().take_while(|sound| sound.letter == '0').count();
    key.push(NUMBER);
    let mut length = run.len() - zeros;
    while let Some(left) = length.checked_sub(255) {
        key.push(255);
        length = left;
    }
    key.extend(u8::try_from(length));
    key.extend(run.iter().skip(zeros).filter_map(|sound| u8::try_from(sound.letter).ok()));
}

/// Appends the weight of a letter; letters beyond the alphabet sort after it by code.
fn push_letter(key: &mut Vec<u8>, letter: char) {
    let (base, place) = match letter {
        'ă' => (b'a', 1),
        'â' => (b'a', 2),
        'đ' => (b'd', 1),
        'ê' => (b'e', 1),
        'ô' => (b'o', 1),
        'ơ' => (b'o', 2),
        'ư' => (b'u', 1),
        'a'..='z' => (letter as u8, 0),
        // UTF-8 keeps the order of codes, and its first byte is above every weight.
        _ => return key.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
    };
    key.push(FIRST_LETTER + 4 * (base - b'a') + place);
}

/// Appends the tones of a word, one place for each unbroken run of vowels.
///
/// Words of equal letters have equal runs, so places line up and it does not matter on which vowel
/// of its run a tone was written.
fn push_tones(tones: &mut Vec<u8>, word: &[Sound]) {
    for run in word.chunk_by(|a, b| a.is_vowel() == b.is_vowel()) {
        if run.first().is_some_and(|sound| sound.is_vowel()) {
            tones.extend(run.iter().map(|sound| sound.tone).filter(|&tone| tone > 0));
            tones.push(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_order(texts: &[&str]) {
        for (first, second) in texts.iter().zip(texts.iter().skip(1)) {
            assert_eq!(collate(first, second), Ordering::Less, "{first} {second}");
        }
    }

    #[test]
    fn the_alphabet_is_in_order() {
        let letters = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z я 茶";
        in_order(&letters.split(' ').collect::<Vec<_>>());
        in_order(&letters.to_uppercase().split(' ').collect::<Vec<_>>());
    }

    #[test]
    fn tones_come_after_letters() {
        in_order(&["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mằ", "mắm", "mâ"]);
        in_order(&["Hoa", "Hòa", "Hoá", "Hoa Lan", "Hoà Lan", "Hoan"]);
        in_order(&["má ba", "ma ca"]);
        in_order(&["ma má", "mà ma"]);
        in_order(&["dưa", "đu đủ", "e", "gạo", "ổi", "ơ"]);
        in_order(&["cafe", "cafè", "càfe"]);
    }

    #[test]
    fn spellings_of_the_same_word_are_equal() {
        for (a, b) in [("Hoá", "Hóa"), ("Thuý", "THÚY"), ("“Quý”", "qúy"), ("Mắm", "ma\u{306}\u{301}m")] {
            assert_eq!(collate(a, b), Ordering::Equal);
        }
    }

    #[test]
    fn numbers_sort_by_value_before_letters() {
        in_order(&["", "0", "2", "10", "36", "369", "a", "a 1", "a1", "a2", "a10", "aa"]);
        in_order(&["Dưa 9", "Dưa 36", "Dưa 36 b", "Dưa 369", "Dưa a"]);
        in_order(&[&"9".repeat(254), &"1".repeat(255), &"1".repeat(256), &"2".repeat(256), &"1".repeat(600)]);
        assert_eq!(collate("036", "36"), Ordering::Equal);
    }
}
