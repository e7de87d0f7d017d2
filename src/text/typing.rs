//! Typing without an input method: which words the keys spell when they are read as Telex or VNI. `nuwowcs`, `nuocws`
//! and `nuoc71` spell `nước`.
//!
//! One word comes in as it was typed, some of its accents perhaps there already; it is then held against words that are
//! known, all in the form of [`exact`](super::exact()): whether it spells one of them, or its beginning (`muoo`,
//! `ruowj`). Keys may stand anywhere after their letter. A letter whose shape is still to come spells nothing yet (`nuocs`
//! before its w), and a key is not taken back by doubling it, save that a tone given twice spells nothing.

use super::compose::{self, split, tone};
use super::fold::{Step, fold, step};

/// A word typed without an input method.
pub struct Keys<'a> {
    typed: &'a str,
    /// How all begins that it can spell, in base letters.
    pub start: String,
    /// Letters of the word it is held against.
    letters: Vec<char>,
}

/// How keys spell a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spelt {
    /// To its end.
    pub whole: bool,
    /// In its tone, not in another or none.
    pub tone: bool,
}

/// The keys of a word; none where no key is in it.
#[must_use]
pub fn keys(typed: &str) -> Option<Keys<'_>> {
    let mut start = String::new();
    let (mut vowel, mut any, mut seen) = (false, false, 0_u32);
    for key in typed.chars() {
        let stroke = matches!(key, 'd' | '9') && matches!(start.as_bytes().first(), Some(b'd' | b'9'));
        any |= stroke;
        if !vowel && !stroke {
            start.push(if key == 'w' { 'u' } else { key });
            vowel = key == 'w' || split(key).is_some();
        }
        if vowel {
            let bit = if matches!(key, 'a' | 'e' | 'o') { 1 << (key as u32 & 31) } else { 0 };
            any |= seen & bit != 0 || tone_of(key).is_some() || matches!(key, 'w' | '6'..='9');
            seen |= bit;
        }
    }
    // Nearly all words have no key in them.
    any.then(|| Keys { start: fold(&start), typed, letters: Vec::new() })
}

impl Keys<'_> {
    /// How they spell a word, if they do and if it is not spelt by plain letters.
    #[must_use]
    pub fn spell(&mut self, word: &str) -> Option<Spelt> {
        let Keys { typed, letters, .. } = self;
        letters.clear();
        compose::letters(word).for_each(|c| letters.push(c));
        let (mut at, mut given, mut used, mut vowel) = (0, 0, false, false);
        // Letters that were typed without their shape, as bits, and those of ươ.
        let (mut bare, mut horns, mut last) = (0_u32, 0_u32, ' ');
        for (key, written) in typed.chars().map(|c| split(c).unwrap_or((c, 0))) {
            let next = letters.get(at as usize).copied().unwrap_or_default();
            let alone = key == 'w' && next == 'ư' && !vowel;
            if alone || key == next || step(next) == Step::One(key) {
                let bit = 1_u32.checked_shl(at)?;
                bare |= if key != next && !alone { bit } else { 0 };
                horns |= if (last, next) == ('ư', 'ơ') { bit | bit >> 1 } else { 0 };
                (at, last) = (at + 1, next);
                used |= alone;
                vowel |= split(next).is_some();
                given = if written > 0 { written } else { given };
            } else if let Some(tone) = tone_of(key).filter(|_| vowel) {
                if tone == given {
                    return None;
                }
                (given, used) = (tone, true);
            } else {
                let mut shaped = 0;
                for (place, _) in (0..at).zip(&*letters).filter(|letter| shapes(key, *letter.1)) {
                    shaped |= 1 << place;
                }
                if shaped == 0 {
                    return None;
                }
                bare &= !shaped;
                used = true;
            }
        }
        // One horn is enough for both letters of ươ.
        if !used || bare != 0 && (bare & !horns != 0 || bare == horns) {
            return None;
        }
        let own = tone(word).unwrap_or_default();
        (given == own || own > 0).then_some(Spelt { whole: at as usize == letters.len(), tone: given == own })
    }
}

/// The tone (0 to 5) that a key puts on its syllable.
fn tone_of(key: char) -> Option<u8> {
    Some(match key {
        'z' | '0' => 0,
        'f' | '2' => 1,
        'r' | '3' => 2,
        'x' | '4' => 3,
        's' | '1' => 4,
        'j' | '5' => 5,
        _ => return None,
    })
}

/// Whether a key gives a letter its circumflex, breve, horn or stroke.
fn shapes(key: char, letter: char) -> bool {
    matches!(
        (key, letter),
        ('a' | '6', 'â')
            | ('e' | '6', 'ê')
            | ('o' | '6', 'ô')
            | ('w' | '8', 'ă')
            | ('w' | '7', 'ơ' | 'ư')
            | ('d' | '9', 'đ')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(typed: &str, word: &str) -> Option<Spelt> {
        let typed = super::super::exact(typed);
        let mut keys = keys(&typed)?;
        assert!(fold(word).starts_with(&keys.start), "{typed} {word}");
        keys.spell(word)
    }

    #[test]
    fn words_typed_in_many_orders_are_read() {
        let typed = [
            (
                "nước",
                "nuwowcs nuowcs nuocws nuocsw nwowcs nuwocs NUWOWCS nu7o7c1 nuo7c1 nuoc71 nuoc17 nưowcs nươcs nuoc7s",
            ),
            ("đường", "dduwowngf duongwfd dduongwf duwowngfd đuowngf d9u7o7ng2 duong972 d9uo72ng duong279"),
            ("rượu", "ruwowuj ruwowju ruowuj ruojwu ruouwj ru7o7u5 ruou75"),
            ("muối", "muoois muosoi muoosi muoiso muoios muo6i1 muoi61"),
            ("quý", "quys qusy quy1"),
            ("giếng", "gieengs giengse gie6ng1 gieng61"),
            ("già", "giaf gifa gia2"),
            ("thuở", "thuowr thuorw thuo73"),
            ("huơ", "huow"),
            ("hoà", "hoaf hofa hoa2"),
            ("ngoèo", "ngoeof ngoefo"),
            ("lắk", "lawks lak81"),
            ("khuỷu", "khuyur khuyru"),
            ("ương", "uwowng wowng uongw"),
            ("ma", "masz ma10"),
            ("má", "mas mafs"),
            ("cá", "cas"),
            ("bò", "bof"),
            ("tư", "tw tuw tu7"),
        ];
        for (word, typed) in typed {
            for typed in typed.split(' ') {
                assert_eq!(spelt(typed, word), Some(Spelt { whole: true, tone: true }), "{typed}");
            }
        }
    }

    #[test]
    fn words_typed_halfway_are_read() {
        for (typed, word, tone) in [
            ("muoo", "muôi", true),
            ("muoo", "muối", false),
            ("nuow", "nước", false),
            ("ddu", "đũa", false),
            ("dd", "đinh", true),
            ("ruowj", "rượu", true),
            ("nuowc", "nước", false),
            ("hoaf", "hoàn", true),
            ("thuow", "thuở", false),
            ("thuow", "thương", true),
        ] {
            let whole = ["nước", "thuở"].contains(&word) && typed != "nuow";
            assert_eq!(spelt(typed, word), Some(Spelt { whole, tone }), "{typed} {word}");
        }
    }

    #[test]
    fn what_spells_no_other_word_is_left_alone() {
        for typed in "40n vitamin honey h2o st25 500ml b2b nuoc nước hoà quy 9 d".split(' ') {
            assert!(keys(typed).is_none(), "{typed}");
        }
        for (typed, word) in [
            ("nuocs", "nước"),
            ("maz", "ma"),
            ("sauces", "sauce"),
            ("cashew", "cá"),
            ("massage", "massage"),
            ("coffee", "cò"),
            ("nuocff", "nuồc"),
            ("muooi", "muoi"),
            ("omega3", "omega"),
            ("pizza", "pía"),
            ("moon", "mon"),
            ("box", "bộ"),
        ] {
            assert_eq!(spelt(typed, word), None, "{typed} {word}");
        }
        assert_eq!(spelt("", ""), None);
        assert_eq!(spelt("a6", &"â".repeat(40)), Some(Spelt { whole: false, tone: true }));
        assert_eq!(spelt(&["a".repeat(40).as_str(), "6"].concat(), &"â".repeat(40)), None);
    }
}
