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
        let mut key = key(word);
        settle(&mut key);
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(key.iter().map(|sound| join(sound.letter, sound.tone)));
    });
    out
}

/// The key of one word, its tones settled.
fn key(word: &[Sound]) -> Vec<Sound> {
    let start = word.iter().position(|sound| sound.is_vowel()).unwrap_or(word.len());
    let (onset, rime) = word.split_at(start);
    let length = rime.iter().position(|sound| !sound.is_vowel()).unwrap_or(rime.len());
    let (mut vowels, coda) = rime.split_at(length);
    let mut onset = letters(onset);
    let several = coda.iter().any(|sound| sound.is_vowel());
    let mut coda = letters(coda);
    match onset.as_str() {
        "s" => onset = "x".into(),
        "tr" => onset = "ch".into(),
        "l" => onset = "n".into(),
        "r" => onset = "d".into(),
        "ngh" => onset = "ng".into(),
        "g" if !several => {
            if let [Sound { letter: 'i' | 'y', .. }, rest @ ..] = vowels {
                onset = "d".into();
                vowels = if is_silent(rest, &coda) { rest } else { vowels };
            }
        }
        _ => {}
    }
    let plain = |letter| Sound { letter, tone: 0 };
    if several {
        return onset.chars().map(plain).chain(rime.iter().copied()).collect();
    }
    match coda.as_str() {
        "ng" => coda = "n".into(),
        "t" => coda = "c".into(),
        _ => {}
    }
    // The u of "qu" belongs to the consonant when a vowel follows.
    let first = usize::from(onset == "q" && vowels.len() > 1);
    let mut out: Vec<Sound> = onset.chars().map(plain).collect();
    for (at, &Sound { letter, tone }) in vowels.iter().enumerate() {
        let letter = if letter == 'y' && at == first { 'i' } else { letter };
        out.push(Sound { letter, tone: if tone == 3 { 2 } else { tone } });
    }
    out.extend(coda.chars().map(plain));
    out
}

/// Whether the i of "gi" only belongs to the consonant: in già, giẻ, gieo, but not in gì, giếng.
fn is_silent(rest: &[Sound], coda: &str) -> bool {
    let Some((Sound { letter, .. }, after)) = rest.split_first() else {
        return false;
    };
    let after = after.iter().map(|sound| sound.letter).chain(coda.chars()).next();
    match letter {
        'ê' => false,
        'e' => matches!(after, None | Some('o')),
        _ => true,
    }
}

fn letters(sounds: &[Sound]) -> String {
    sounds.iter().map(|sound| sound.letter).collect()
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
