//! What people type instead of the right letters: keys of an input method that is not on, and the spelling of their
//! region. Held against every syllable that Vietnamese allows, however it is typed.

use crate::keys::{Style, syllables, telex, vni};
use ocop::text::{Keys, exact, fold, keys, letters, regional};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Both methods, every style: the keys of a word, each way once.
fn ways(word: &str) -> BTreeSet<String> {
    Style::ALL.into_iter().flat_map(|style| [telex(word, style), vni(word, style)]).collect()
}

#[test]
fn phrases_are_typed_as_people_type_them() {
    let phrase = "đường rượu ngoằn";
    assert_eq!(telex(phrase, Style::Inline), "dduwowfng ruwowju ngoawfn");
    assert_eq!(telex(phrase, Style::ToneLast), "dduwowngf ruwowuj ngoawnf");
    assert_eq!(telex(phrase, Style::AllLast), "duongwfd ruouwj ngoanwf");
    assert_eq!(vni(phrase, Style::ToneLast), "d9u7o7ng2 ru7o7u5 ngoa8n2");
    assert_eq!(vni(phrase, Style::ShapesLast), "duong279 ruou57 ngoan28");
}

#[test]
fn all_syllables_are_there_once_and_well_spelt() {
    let all: Vec<String> = syllables().collect();
    assert!(all.len() > 15_000, "{}", all.len());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    let known = "nghiêng giếng gìn quýt quốc khuỷu thuở yến ý mỹ hoà thuý của ngoèo rượu đặc ươm";
    for word in known.split(' ') {
        assert!(all.iter().any(|one| one == word), "{word}");
    }
    assert!(all.iter().all(|word| exact(word) == *word));
}

/// Of some words those that keys spell to the end and in their tone.
fn spelt<'a>(mut keys: Keys, words: &'a [String]) -> impl Iterator<Item = &'a String> {
    words.iter().filter(move |word| keys.spell(word).is_some_and(|spelt| spelt.whole && spelt.tone))
}

#[test]
fn every_syllable_is_spelt_by_its_keys() {
    let mut lost = Vec::new();
    for word in syllables() {
        for typed in ways(&word).into_iter().filter(|typed| *typed != word) {
            let right = keys(&typed).is_some_and(|keys| {
                fold(&word).starts_with(&keys.start) && spelt(keys, std::slice::from_ref(&word)).count() == 1
            });
            if !right {
                lost.push(format!("{word} {typed}"));
            }
        }
    }
    assert!(lost.is_empty(), "{}: {:?}", lost.len(), &lost[..lost.len().min(60)]);
}

#[test]
fn keys_spell_one_syllable_only() {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    syllables().for_each(|word| all.entry(fold(&word)).or_default().push(word));
    let mut several = BTreeSet::new();
    // Every seventh, to be done in time: onsets, rimes and tones are not in sevens.
    for (alike, word) in all.values().flat_map(|alike| alike.iter().map(move |word| (alike, word))).step_by(7) {
        for typed in ways(word) {
            for other in keys(&typed).into_iter().flat_map(|keys| spelt(keys, alike)).filter(|other| *other != word) {
                several.insert(format!("{typed} {word} {other}"));
            }
        }
    }
    assert!(several.is_empty(), "{}: {:?}", several.len(), several.iter().take(60).collect::<Vec<_>>());
}

#[test]
fn a_word_typed_halfway_spells_its_beginning() {
    for word in syllables().step_by(7) {
        for typed in ways(&word) {
            for (end, _) in typed.char_indices() {
                if let Some(keys) = keys(&typed[..end]) {
                    assert!(fold(&word).starts_with(&keys.start), "{word} {}", &typed[..end]);
                }
            }
        }
    }
}

/// The letters of a word without its tone, and those of all its regional spellings.
fn heard(word: &str) -> (String, BTreeSet<String>) {
    let mut all = BTreeSet::new();
    regional(word, &mut |letters, _| _ = all.insert(letters.to_string()));
    (letters(word).collect(), all)
}

#[test]
fn every_syllable_is_among_its_regional_spellings_and_whatever_it_is_confused_with_is_confused_with_it() {
    let all: BTreeMap<String, BTreeSet<String>> = syllables().map(|word| heard(&word)).collect();
    for (own, spellings) in &all {
        assert!(spellings.contains(own), "{own}");
        // "giec" may be "giếc" without its circumflex, which is no "gi" before "ec".
        for other in spellings.iter().filter(|other| !other.starts_with("gie")).filter_map(|other| all.get(other)) {
            assert!(other.contains(own), "{own} {other:?}");
        }
    }
    // Onsets are said alike in twos and threes, codas in twos.
    let (count, sum) =
        (all.len(), all.values().map(|of| of.iter().filter(|o| all.contains_key(*o)).count()).sum::<usize>());
    assert!(sum * 2 > count * 3 && sum < count * 4, "{sum} of {count}");
}

#[test]
fn typed_without_accents_a_syllable_has_the_same_regional_spellings() {
    for word in syllables() {
        let plain = heard(&fold(&word)).1;
        for other in heard(&word).1 {
            assert!(plain.contains(&fold(&other)), "{word} {other}");
        }
    }
}

#[test]
fn the_regional_spellings_of_a_beginning_begin_those_of_the_whole() {
    let known: BTreeSet<String> = syllables().map(|word| letters(&word).collect()).collect();
    let mut lost = BTreeSet::new();
    for word in syllables() {
        let (_, others) = heard(&word);
        for (end, _) in word.char_indices().skip(1) {
            let (_, begun) = heard(&exact(&word[..end]));
            let mut others = others.iter().filter(|other| known.contains(*other));
            if !others.all(|other| begun.iter().any(|begun| other.starts_with(begun.as_str()))) {
                lost.insert(fold(&word[..end]));
            }
        }
    }
    // What begins two letters of a consonant is itself a beginning of other syllables.
    assert_eq!(lost.into_iter().collect::<Vec<_>>(), ["c", "g", "gi", "t"]);
}

proptest! {
    #[test]
    fn anything_is_read_without_harm(other in any::<String>(), word in prop_oneof![
        any::<String>(),
        "[a-z0-9]{0,12}",
        "(d|q|g|gi|t|)[aeiouyw]{1,3}[aeowsfrxjzd0-9ncgh]{0,6}",
        "[dqggitnh]{0,2}[aăâeêiouươyíỳẵứ\u{301}\u{303}]{0,4}[ntcgh]{0,2}[sfw17 ]{0,3}",
    ]) {
        if let Some(mut keys) = keys(&word) {
            prop_assert_eq!(keys.spell(&word), None);
            let _ = keys.spell(&exact(&word));
            let _ = keys.spell(&other);
        }
        let (own, all) = heard(&exact(&word));
        prop_assert!(all.contains(&own) && all.len() <= 12, "{:?}", all);
        let _ = heard(&word);
    }
}
