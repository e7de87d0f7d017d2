//! Typing without an input method: the syllable that the keys spell when they are read as Telex or
//! VNI. `nuwowcs`, `nuocws` and `nuoc71` are `nước`.
//!
//! One word comes in as it was typed, in any case, some of its accents perhaps there already; the
//! syllables it may spell go out, best first, in the form of [`exact`](super::exact()): whole ones
//! before beginnings of one (`muoo`, `ruowj`). Keys may stand anywhere after their letter. What
//! cannot begin a Vietnamese syllable is not returned, so most foreign words and codes give nothing.
//! No list of words is asked (`mas` is `má`, `box` is `bõ`). A letter whose shape is still to come
//! gives nothing yet (`nuocs` before its w), and a key is not taken back by doubling it, save that
//! a tone given twice gives nothing.

use super::compose::join;
use super::fold::{Step, step};
use super::sound::{Sound, each_word, settle};

/// What a syllable begins with; the last three in names of the highlands (Krông, Plông, Đrây).
const ONSETS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x kr pl đr";

/// What it goes on with, by its first letter; ăk in names of the highlands (Đắk Lắk). Not oong and ooc, whose
/// keys are those of ông and ôc.
const RIMES: [&str; 12] = [
    "a ac ach ai am an ang anh ao ap at au ay",
    "ăc ăk ăm ăn ăng ăp ăt",
    "âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et",
    "ê êch êm ên ênh êp êt êu",
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu",
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong op ot",
    "ô ôc ôi ôm ôn ông ôp ôt",
    "ơ ơi ơm ơn ơp ơt",
    "u ua uc uân uâng uât uây uê uêch uên uênh uêu ui um un ung up ut \
        uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt",
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu",
    "y yêm yên yêng yêt yêu",
];

/// What a word typed without an input method may spell, best first; nothing when no key is in it.
#[must_use]
pub fn decode(word: &str) -> Vec<String> {
    let mut out = None;
    let mut one = true;
    each_word(word, &mut |keys| {
        one = out.is_none();
        out = Some(read(keys));
    });
    out.filter(|_| one).unwrap_or_default()
}

/// All readings of a word's keys.
fn read(keys: &[Sound]) -> Vec<String> {
    let is_stroke = |key: &Sound| matches!(key.letter, 'd' | '9');
    let mut letters = keys.to_vec();
    if keys.first().is_some_and(|key| key.letter == 'd') && keys.iter().skip(1).any(is_stroke) {
        letters.retain(|key| !is_stroke(key));
        letters.insert(0, Sound { letter: 'đ', tone: 0 });
    }
    let start = letters.iter().position(|key| key.is_vowel() || key.letter == 'w').unwrap_or(letters.len());
    let tail = letters.get(start..).unwrap_or_default();
    let doubled = |key: &Sound| matches!(key.letter, 'a' | 'e' | 'o') && tail.iter().filter(|k| *k == key).count() > 1;
    // Nearly all words have no key in them.
    if letters.len() == keys.len() && !tail.iter().any(|key| is_key(key.letter) || doubled(key)) {
        return Vec::new();
    }
    let mut whole = Vec::new();
    let mut begun = Vec::new();
    // An onset with one vowel more is gi or qu, or is none.
    for (head, tail) in (start..start + 2).filter_map(|at| letters.split_at_checked(at)) {
        let onset: String = head.iter().map(|key| key.letter).collect();
        if !onset.is_empty() && !ONSETS.split(' ').any(|known| known == onset) {
            continue;
        }
        let first = tail.first().map(|key| key.letter);
        let tone = head.iter().fold(0, |tone, key| tone.max(key.tone));
        let spelt = |rimes: &&&str| {
            let begins = rimes.chars().next();
            let by = |c| begins == Some(c) || begins.map(step) == Some(Step::One(c)) || c == 'w' && begins == Some('ư');
            first.is_none_or(by)
        };
        for rime in RIMES.iter().filter(spelt).flat_map(|rimes| rimes.split(' ')) {
            let Some((word, finished)) = spell(&onset, rime, tail, tone).filter(|_| fits(&onset, rime)) else {
                continue;
            };
            if word.len() < keys.len() || keys.iter().any(|key| key.letter == 'w') {
                let list = if finished { &mut whole } else { &mut begun };
                list.push(word.iter().map(|sound| join(sound.letter, sound.tone)).collect::<String>());
            }
        }
    }
    let mut out: Vec<String> = Vec::new();
    for word in whole.into_iter().chain(begun) {
        if !out.contains(&word) {
            out.push(word);
        }
    }
    out
}

/// Whether a rime is written after an onset.
fn fits(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['e', 'ê', 'i', 'y']);
    (match onset {
        "c" | "ng" => !front,
        "g" => !front || rime.starts_with('i'),
        "gh" | "ngh" => front,
        "gi" => !rime.starts_with(['i', 'y']),
        "q" => rime.starts_with('u'),
        "qu" => !rime.starts_with(['u', 'ư']),
        _ => true,
    }) && (rime != "uơ" || matches!(onset, "h" | "kh" | "q" | "th"))
        && (onset.is_empty() || !rime.starts_with("yê"))
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

/// Whether a letter after the onset is a key of an input method and nothing else.
fn is_key(letter: char) -> bool {
    tone_of(letter).is_some() || matches!(letter, 'w' | '6'..='9')
}

/// Whether a key gives a letter its circumflex, breve or horn.
fn shapes(key: char, letter: char) -> bool {
    matches!(
        (key, letter),
        ('a' | '6', 'â') | ('e' | '6', 'ê') | ('o' | '6', 'ô') | ('w' | '8', 'ă') | ('w' | '7', 'ơ' | 'ư')
    )
}

/// The syllable of this onset and as much of this rime as the keys spell, if they spell nothing
/// else; and whether it is a whole one.
fn spell(onset: &str, rime: &str, keys: &[Sound], mut tone: u8) -> Option<(Vec<Sound>, bool)> {
    let mut typed: Vec<char> = Vec::new();
    let mut left = rime.chars();
    for &Sound { letter, tone: written } in keys {
        let next = left.clone().next().unwrap_or_default();
        let alone = letter == 'w' && next == 'ư' && typed.is_empty();
        if alone || letter == next || step(next) == Step::One(letter) {
            typed.push(if alone { next } else { letter });
            left.next();
            tone = if written > 0 { written } else { tone };
        } else if let Some(given) = tone_of(letter) {
            if given == tone {
                return None;
            }
            tone = given;
        } else {
            let mut used = false;
            for (shape, plain) in rime.chars().zip(&mut typed).filter(|pair| shapes(letter, pair.0)) {
                *plain = shape;
                used = true;
            }
            if !used {
                return None;
            }
        }
    }
    // One horn is enough for both letters of ươ.
    let spare = usize::from(rime.starts_with("ươ") && typed.len() > 1);
    if rime.chars().zip(&typed).filter(|pair| pair.0 != *pair.1).count() > spare {
        return None;
    }
    let spelt = rime.strip_suffix(left.as_str())?;
    let stopped = spelt.ends_with(['c', 'k', 'p', 't']) || spelt.ends_with("ch");
    if (stopped && matches!(tone, 1..=3)) || (spelt.is_empty() && tone > 0) {
        return None;
    }
    let mut word: Vec<Sound> = onset.chars().chain(spelt.chars()).map(|letter| Sound { letter, tone: 0 }).collect();
    if let Some(vowel) = word.get_mut(onset.chars().count()) {
        vowel.tone = tone;
    }
    settle(&mut word);
    Some((word, left.as_str().is_empty() && (!stopped || tone > 3)))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (word, keys) in typed {
            for keys in keys.split(' ') {
                assert_eq!(decode(keys).first().map(String::as_str), Some(word), "{keys}");
            }
        }
    }

    #[test]
    fn words_typed_halfway_are_read() {
        for (keys, begun) in
            [("muoo", "muô"), ("nuow", "nươ"), ("ddu", "đu"), ("dd", "đ"), ("ruowj", "rượ"), ("nuowc", "nươc")]
        {
            assert_eq!(decode(keys), [begun], "{keys}");
        }
        assert_eq!(decode("thuow"), ["thuơ", "thươ"]);
    }

    #[test]
    fn what_spells_no_syllable_gives_nothing() {
        let words = "massage 40n omega3 vitamin coffee pizza west jam honey cashew chess sauce size super natural \
            service street ocop h2o st25 500ml b2b nuoc nước mắm hoà quy sss nuocff nuowcf maz 9 d \
            a-s nuowc-mawsm";
        for word in words.split_whitespace() {
            assert_eq!(decode(word), [""; 0], "{word}");
        }
        assert_eq!(decode("nuocww"), ["nươc"]);
        assert_eq!(decode("xoong"), ["xông"]);
        assert!(decode("").is_empty() && decode("mas cas").is_empty());
    }
}
