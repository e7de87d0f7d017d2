//! Regional spellings: the key under which `yến sào` and `yến xào`, `chà` and `trà` are equal.
//!
//! Text comes in, in any form; words in the form of [`exact`](super::exact()) go out, in which one
//! spelling stands for all that are confused: x for s, ch for tr, n for l, d for gi and r, ng for
//! ngh; at the end n for ng and c for t, but not nh and ch, which differ in every region; i for a y
//! that begins the vowel (lý, quý, yến, not thuý); hỏi for ngã. Of several syllables written
//! together only the beginning of the first is looked at (sachi, xachi).
//!
//! Plain letters go in as well: the key of the folded word is the folded key. The key of a beginning
//! begins the key of the whole, except for `t` of tr, `g` and `gi` of gi, and `gie` of gien: the
//! beginning is also that of other syllables, which keep it.

use super::compose::join;
use super::sound::{Sound, each_word, settle};

/// The words of a text under which what one region says alike is spelt alike.
#[must_use]
pub fn region(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    each_word(word, &mut |word| {
        settle(word);
        confuse(word);
        word.retain(|sound| sound.letter != GONE);
        settle(word);
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.iter().map(|sound| join(sound.letter, sound.tone)));
    });
    out
}

/// Stands for a letter that is left out.
const GONE: char = ' ';

/// Makes a word, its tones settled, its key.
fn confuse(word: &mut [Sound]) {
    let start = word.iter().position(|sound| sound.is_vowel()).unwrap_or(word.len());
    let end = start + word.iter().skip(start).position(|sound| !sound.is_vowel()).unwrap_or(word.len() - start);
    let several = word.iter().skip(end).any(|sound| sound.is_vowel());
    let at = |word: &[Sound], place: usize| word.get(place).map_or(GONE, |sound| sound.letter);
    let put = |word: &mut [Sound], place: usize, letter| {
        if let Some(sound) = word.get_mut(place) {
            sound.letter = letter;
        }
    };
    match (start, at(word, 0), at(word, 1)) {
        (1, 's', _) => put(word, 0, 'x'),
        (2, 't', 'r') => {
            put(word, 0, 'c');
            put(word, 1, 'h');
        }
        (1, 'l', _) => put(word, 0, 'n'),
        (1, 'r', _) => put(word, 0, 'd'),
        (3, 'n', 'g') if at(word, 2) == 'h' => {
            put(word, 2, GONE);
        }
        (1, 'g', 'i' | 'y') if !several => {
            put(word, 0, 'd');
            // The i only belongs to the consonant: in già, giẻ, gieo, but not in gì, giếng.
            if end > 2 && (at(word, 2) != 'e' || matches!(at(word, 3), GONE | 'o')) && at(word, 2) != 'ê' {
                put(word, 1, GONE);
            }
        }
        _ => {}
    }
    if several {
        return;
    }
    match (word.len() - end, at(word, end), at(word, end + 1)) {
        (2, 'n', 'g') => put(word, end + 1, GONE),
        (1, 't', _) => put(word, end, 'c'),
        _ => {}
    }
    // The u of "qu" belongs to the consonant when a vowel follows.
    let joined = at(word, start) == GONE || start == 1 && at(word, 0) == 'q' && end > 2;
    let first = start + usize::from(joined);
    if at(word, first) == 'y' {
        put(word, first, 'i');
    }
    for sound in word.iter_mut().filter(|sound| sound.tone == 3) {
        sound.tone = 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_confused_is_equal() {
        let pairs = "xào sào|trà chà|lem nem|gia da|ra da|già dà|gì dì|gìn dìn|giếng diếng|riêng giêng|giẻ dẻ|\
            gieo reo|giễu diễu|giòn ròn|giữ dử|lý lí|mỹ mĩ|quý quí|quýt quít|y i|mãng mản|bún búng|các cát|\
            chưng trưng|ngành nghành|nước lướt|thúy thuý|sữa xửa|nghễ nghể";
        for (a, b) in pairs.split('|').filter_map(|pair| pair.split_once(' ')) {
            assert_eq!(region(a), region(b), "{a} {b}");
        }
    }

    #[test]
    fn what_differs_stays_apart() {
        let pairs = "bò vò|mam man|thuý thúi|tai tay|uy ui|tan tanh|các cách|đa da|dà và|tra ta|nga na|nha na|\
            má mà|mả mạ|gà già|ghi gì|ba pa|ô o|dẻ diê|bi bì|cà gà";
        for (a, b) in pairs.split('|').filter_map(|pair| pair.split_once(' ')) {
            assert_ne!(region(a), region(b), "{a} {b}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        let words = "càphê omega3 36 ocop";
        assert_eq!(region(words), words);
        assert_eq!(region(" – "), "");
    }
}
