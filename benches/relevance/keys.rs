//! Words as they come out of the keyboard when no input method is switched on: Telex and VNI.
//!
//! In: a word with its accents, dice for the habits of the hand. Out: its keys. Shapes follow their letter; the tone
//! comes right after its vowel or at the end of the word; `uow` stands for ươ one time in two.

use super::dice::Dice;
use crate::keys::{self, Style};
use ocop::text::{fold, lower, words};

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

/// One word in Telex: `nuwowcs`, `nuowcs`.
pub fn telex(word: &str, dice: &mut Dice) -> String {
    struck(word, dice, keys::telex, ["uwow", "uow"])
}

/// One word in VNI: `nu7o7c1`, `nuo7c1`.
pub fn vni(word: &str, dice: &mut Dice) -> String {
    struck(word, dice, keys::vni, ["u7o7", "uo7"])
}

/// One word by a hand that strikes the tone last seven times in ten, and both horns of ươ at once one time in two.
fn struck(word: &str, dice: &mut Dice, keys: fn(&str, Style) -> String, [both, once]: [&str; 2]) -> String {
    let short = keys(word, Style::ToneLast).contains(both) && dice.below(2) == 0;
    let style = if dice.below(10) < 7 { Style::ToneLast } else { Style::Inline };
    let out = keys(word, style);
    if short { out.replacen(both, once, 1) } else { out }
}
