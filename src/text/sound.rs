//! A text as the sounds it spells: every letter apart from its tone, so that where the tone was put
//! no longer matters.
//!
//! Used for the key that keeps accents and for the dictionary's order. It does not judge whether a
//! syllable exists; one that no rule fits keeps its tones where they were written.

use super::compose::{join, lower_char, nfc, split};
use super::fold::{Step, step};

/// One letter or digit, lower case, with its tone (0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sound {
    pub letter: char,
    pub tone: u8,
}

impl Sound {
    /// Whether the letter is one of the twelve vowels.
    pub(super) fn is_vowel(self) -> bool {
        split(self.letter).is_some()
    }
}

/// Calls `each` with every word of the text, taken apart.
///
/// Vietnamese letters keep their shape (ă â đ ê ô ơ ư); all others are folded.
pub(super) fn each_word(text: &str, each: &mut dyn FnMut(&mut Vec<Sound>)) {
    let text = nfc(text);
    let mut word = Vec::with_capacity(16);
    for c in text.chars() {
        let lower = lower_char(c);
        if let Some((letter, tone)) = split(lower) {
            word.push(Sound { letter, tone });
            continue;
        }
        match step(c) {
            Step::Skip => {}
            Step::Gap => {
                if !word.is_empty() {
                    each(&mut word);
                    word.clear();
                }
            }
            Step::One(_) if lower == 'đ' => word.push(Sound { letter: 'đ', tone: 0 }),
            Step::One(letter) => word.push(Sound { letter, tone: 0 }),
            Step::Two(first, second) => {
                word.push(Sound { letter: first, tone: 0 });
                word.push(Sound { letter: second, tone: 0 });
            }
        }
    }
    if !word.is_empty() {
        each(&mut word);
    }
}

/// The text with accents kept: like [`fold`](super::fold()), word for word, but ă â đ ê ô ơ ư and
/// tones stay, and `hòa` is `hoà`, `thúy` is `thuý`, `qúy` is `quý`, `hòan` is `hoàn`.
///
/// The tone goes where the new spelling puts it, because there it stays when the syllable is typed
/// on: `hoà` begins `hoàn`, `hòa` does not.
#[must_use]
pub fn exact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_word(text, &mut |word| {
        settle(word);
        if !out.is_empty() {
            out.push(' ');
        }
        word.iter().for_each(|sound| out.push(join(sound.letter, sound.tone)));
    });
    out
}

/// Moves the tone of a one-syllable word to the letter that carries it in the new spelling.
pub(super) fn settle(word: &mut [Sound]) {
    let mut tones = word.iter().map(|sound| sound.tone).filter(|&tone| tone > 0);
    let (Some(tone), None) = (tones.next(), tones.next()) else {
        return;
    };
    if let Some(carrier) = carrier(word) {
        for (at, sound) in word.iter_mut().enumerate() {
            sound.tone = if at == carrier { tone } else { 0 };
        }
    }
}

/// Which letter of a syllable carries its tone; nothing when the word is no single syllable.
fn carrier(word: &[Sound]) -> Option<usize> {
    let mut start = word.iter().position(|sound| sound.is_vowel())?;
    // The u of "qu" and the i of "gi" belong to the consonant when a vowel follows.
    let onset = word.get(..=start)?;
    let joined = matches!(onset, [Sound { letter: 'q', .. }, Sound { letter: 'u', .. }])
        || matches!(onset, [Sound { letter: 'g', .. }, Sound { letter: 'i', .. }]);
    if joined && word.get(start + 1).is_some_and(|next| next.is_vowel()) {
        start += 1;
    }
    let rest = word.get(start..)?;
    let length = rest.iter().position(|sound| !sound.is_vowel()).unwrap_or(rest.len());
    let (vowels, coda) = rest.split_at(length);
    if coda.iter().any(|sound| sound.is_vowel()) {
        return None;
    }
    let shaped = vowels.iter().rposition(|sound| !sound.letter.is_ascii());
    let within = match (shaped, vowels) {
        (Some(at), _) => at,
        (None, [_]) => 0,
        (None, [first, second]) => {
            let pair = (first.letter, second.letter);
            usize::from(!coda.is_empty() || matches!(pair, ('o', 'a' | 'e') | ('u', 'y')))
        }
        (None, [_, _, _]) => 1,
        _ => return None,
    };
    Some(start + within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_new_and_mistaken_placements_are_equal() {
        let same = [
            ("hoà", "hòa"),
            ("HÒA", "Hoà"),
            ("thuý", "thúy"),
            ("khoẻ", "khỏe"),
            ("hoàn", "hòan"),
            ("quý", "qúy"),
            ("quà", "qùa"),
            ("già", "gìa"),
            ("thuỷ", "thủy"),
            ("loại", "lọai"),
            ("thuở", "thủơ"),
            ("giếng", "gíêng"),
            ("toán", "tóan"),
            ("Huỳnh", "Hùynh"),
            ("mùa", "muà"),
        ];
        for (a, b) in same {
            assert_eq!(exact(a), exact(b), "{a} {b}");
        }
    }

    #[test]
    fn right_spellings_stay() {
        let words = "quý quỳnh già gì gìn giếng hoà hoàng khoẻ thuý tuýt mía múa mùa cáo của cửa nước rượu \
            hoài khuỷu ngoéo khuya chuyện quốc quả yến yếu người tiếng ướp xoóng nghĩa bưởi đường";
        assert_eq!(exact(words), words);
    }

    #[test]
    fn words_that_are_no_syllable_are_left_alone() {
        assert_eq!(exact("Café résumé càphê CÓ-ÓC"), "café résumé càphê có óc");
        assert_eq!(exact("Señor Müller’s Đắk-Lắk, 36°"), "senor muller s đắk lắk 36");
    }

    #[test]
    fn a_syllable_typed_halfway_begins_the_whole_one() {
        for (part, whole) in [("hòa", "hoàn"), ("thúy", "thuýt"), ("hòa", "hoài"), ("xỏa", "xoải")] {
            assert!(exact(whole).starts_with(&exact(part)), "{part} {whole}");
        }
    }

    #[test]
    fn tones_count() {
        assert_ne!(exact("đường"), exact("dương"));
        assert_ne!(exact("má"), exact("mà"));
    }
}
