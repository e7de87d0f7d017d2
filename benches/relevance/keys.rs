//! Words as they come out of the keyboard when no input method is switched on: Telex and VNI.
//!
//! In: a word with its accents, dice for the habits of the hand. Out: its keys. Shapes follow their letter; the tone
//! comes right after its vowel or at the end of the word; `uow` stands for ươ one time in two.

use super::dice::Dice;
use ocop::text::{fold, lower, words};
use unicode_normalization::UnicodeNormalization;

const TONES: [char; 5] = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];
const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';
const HORN: char = '\u{31B}';

/// A whole phrase in keys, and whether all of it is; one phrase in three has only some of its words so.
pub fn typed(phrase: &str, word: fn(&str, &mut Dice) -> String, dice: &mut Dice) -> Option<(String, bool)> {
    let partly = dice.below(3) == 0;
    let lowered = lower(phrase);
    let mut whole = true;
    let all: Vec<String> = words(&lowered)
        .map(|w| {
            if partly && dice.below(2) == 0 {
                whole &= fold(w.text) == w.text;
                return fold(w.text);
            }
            word(w.text, dice)
        })
        .collect();
    let text = all.join(" ");
    (text != fold(phrase)).then_some((text, whole))
}

/// The letters of a word with the keys of their shapes, and its tone: which of the five, after which letter.
fn letters(word: &str, shape: impl Fn(char, char) -> String) -> (Vec<String>, Option<(usize, usize)>) {
    let (mut out, mut tone): (Vec<String>, _) = (Vec::new(), None);
    let mut base = ' ';
    for c in word.nfd() {
        if let Some(which) = TONES.iter().position(|t| *t == c) {
            tone = Some((which, out.len().saturating_sub(1)));
        } else if matches!(c, CIRCUMFLEX | BREVE | HORN) {
            if let Some(last) = out.last_mut() {
                last.push_str(&shape(base, c));
            }
        } else {
            base = c;
            out.push(if c == 'đ' { format!("d{}", shape('d', 'đ')) } else { c.to_string() });
        }
    }
    (out, tone)
}

fn toned(mut letters: Vec<String>, tone: Option<(usize, usize)>, keys: [char; 5], at_end: bool) -> String {
    if let Some((which, after)) = tone {
        let place = if at_end { letters.len() } else { after + 1 };
        letters.insert(place, keys[which].to_string());
    }
    letters.concat()
}

/// One word in Telex: `nuwowcs`, `nuowcs`.
pub fn telex(word: &str, dice: &mut Dice) -> String {
    let shape = |base: char, mark: char| match mark {
        CIRCUMFLEX | 'đ' => base.to_string(),
        _ => "w".to_owned(),
    };
    let (mut all, tone) = letters(word, shape);
    if let Some(at) = all.windows(2).position(|pair| pair == ["uw", "ow"])
        && dice.below(2) == 0
    {
        all[at] = "u".into();
    }
    toned(all, tone, ['s', 'f', 'r', 'x', 'j'], dice.below(10) < 7)
}

/// One word in VNI: `nu7o7c1`, `nuo7c1`.
pub fn vni(word: &str, dice: &mut Dice) -> String {
    let shape = |_: char, mark: char| {
        match mark {
            CIRCUMFLEX => "6",
            HORN => "7",
            BREVE => "8",
            _ => "9",
        }
        .to_owned()
    };
    let (mut all, tone) = letters(word, shape);
    if let Some(at) = all.windows(2).position(|pair| pair == ["u7", "o7"])
        && dice.below(2) == 0
    {
        all[at] = "u".into();
    }
    toned(all, tone, ['1', '2', '3', '4', '5'], dice.below(10) < 7)
}
