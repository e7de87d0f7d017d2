//! The laws of Vietnamese text, for whatever people may have written.

use ocop::text;
use proptest::prelude::*;
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization as _;

/// The accented letters of Vietnamese, upper and lower case: 134, that is 67 twice.
const ACCENTED: &str = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ\
    ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ";
const BASES: &str = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd\
    aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";

/// Every order of a letter's marks.
fn spellings(letter: char) -> Vec<String> {
    let apart: Vec<char> = std::iter::once(letter).nfd().collect();
    match apart.as_slice() {
        [base, one, two] => vec![
            String::from_iter([base, one, two]),
            String::from_iter([base, two, one]),
            std::iter::once(letter).nfc().collect(),
        ],
        _ => vec![apart.into_iter().collect(), letter.to_string()],
    }
}

/// Syllables that exist, most of them, with a tone on some letter of theirs.
fn syllable() -> impl Strategy<Value = String> {
    let onset = "(|b|c|d|đ|g|gi|h|kh|l|m|n|ng|ngh|ph|qu|r|s|t|th|tr|v|x|Đ|H|Th|Qu)";
    let vowel = "[aăâeêioôơuưyAÂƠ]{1,3}";
    let mark = "[\u{300}\u{309}\u{303}\u{301}\u{323}]?";
    let coda = "(|c|ch|m|n|ng|nh|p|t)";
    (onset, vowel, mark, coda).prop_map(|(onset, vowel, mark, coda)| [onset, vowel, mark, coda].concat())
}

/// Text of Vietnamese syllables, numbers and what stands between them.
fn vietnamese() -> impl Strategy<Value = String> {
    let between = prop::sample::select(vec![" ", "  ", "-", ", ", "", "’", " “"]);
    let word = prop_oneof![6 => syllable(), 1 => "[0-9]{1,4}", 1 => "[A-Za-zéñüçßæøåÐðŁ]{1,6}"];
    prop::collection::vec((word, between), 0..6)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect())
}

/// Vietnamese text half of the time, anything at all otherwise.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![vietnamese(), any::<String>(), "[aàáạăâ\u{301}\u{302}\u{323}\u{308}đoOu \u{AD}0-9ßÆ.-]{0,12}"]
}

/// Texts that differ little, so that every level of the order is met.
fn alike() -> impl Strategy<Value = String> {
    prop_oneof!["[aàáăâaA]{1,2}( [oòóô]{0,2})?", "(ho[aàá]|h[oòó]a)( 0?[123]{1,2})?", vietnamese(), any::<String>()]
}

#[test]
fn every_accented_letter_folds_composes_and_lowers_however_it_is_spelt() {
    assert_eq!(ACCENTED.chars().count(), 134);
    assert_eq!(ACCENTED.chars().count(), BASES.chars().count());
    for (letter, base) in ACCENTED.chars().zip(BASES.chars()) {
        for spelling in spellings(letter) {
            assert_eq!(text::fold(&spelling), base.to_string(), "{letter}");
            assert_eq!(text::nfc(&spelling), letter.to_string(), "{letter}");
            let lower = letter.to_lowercase().to_string();
            assert_eq!(text::lower(&spelling), lower, "{letter}");
            assert_eq!(text::exact(&spelling), lower, "{letter}");
        }
    }
    assert_eq!(text::fold("ĐđÐð"), "dddd");
    assert_eq!(text::exact("ĐđÐð"), "đđđđ");
}

#[test]
fn the_dictionary_goes_letter_by_letter_then_tone_by_tone() {
    let toneless = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    let mut sorted = Vec::new();
    for letter in toneless.chars() {
        for tone in tones {
            if tone.is_empty() || "aăâeêioôơuưy".contains(letter) {
                sorted.push([letter.to_string().as_str(), tone].concat());
            }
        }
    }
    assert_eq!(sorted.len(), 12 * 6 + 21);
    for (at, a) in sorted.iter().enumerate() {
        for (beside, b) in sorted.iter().enumerate() {
            assert_eq!(text::collate(a, b), at.cmp(&beside), "{a} {b}");
            assert_eq!(text::collate(&a.to_uppercase(), b), at.cmp(&beside), "{a} {b}");
            assert_eq!(text::collate(&text::nfc(a), b), at.cmp(&beside), "{a} {b}");
        }
    }
}

#[test]
fn a_list_of_products_is_sorted_as_a_vietnamese_reader_expects() {
    let sorted = [
        "7 Thảo mộc",
        "10 Lúa",
        "An Hoà",
        "Ăn vặt",
        "Ấm trà",
        "Bánh gai",
        "Cá",
        "Cà phê",
        "Chè lam",
        "Dưa 9",
        "Dưa 36",
        "Dưa 369",
        "Dừa sáp",
        "Đu đủ",
        "Đường phên",
        "Gạo nếp",
        "Giò lụa",
        "Hoa hồi",
        "Hòa Lộc",
        "Hoàng đằng",
        "Lạc",
        "Mắm",
        "Mắm tôm",
        "Mật ong",
        "Nem chua",
        "Nước mắm",
        "Ổi",
        "Ớt",
        "Quế",
        "Rau má",
        "Rượu",
        "Tỏi",
        "Trà",
        "Ức gà",
        "Ướp",
        "Vịt",
        "Xoài",
        "Yến sào",
    ];
    let mut shuffled = sorted;
    shuffled.sort_unstable();
    shuffled.reverse();
    shuffled.sort_by_cached_key(|name| text::sort_key(name));
    assert_eq!(shuffled, sorted);
}

proptest! {
    #[test]
    fn folding_is_idempotent_and_goes_word_by_word(text in anything()) {
        let folded = text::fold(&text);
        prop_assert_eq!(text::fold(&folded), folded.as_str());
        let by_word: Vec<String> = text::words(&text).map(|word| text::fold(word.text)).collect();
        prop_assert!(by_word.iter().all(|word| !word.is_empty() && !word.contains(' ')));
        prop_assert_eq!(by_word.join(" "), folded);
    }

    #[test]
    fn normal_forms_are_one(text in vietnamese()) {
        let composed: String = text.nfc().collect();
        let apart: String = text.nfd().collect();
        for other in [&composed, &apart] {
            prop_assert_eq!(text::fold(other), text::fold(&text));
            prop_assert_eq!(text::exact(other), text::exact(&text));
            prop_assert_eq!(text::sort_key(other), text::sort_key(&text));
        }
    }

    #[test]
    fn composing_agrees_with_unicode(text in prop::collection::vec(syllable(), 0..4)) {
        let text = text.join(" ");
        let composed: String = text.nfc().collect();
        let apart: String = text.nfd().collect();
        prop_assert_eq!(text::nfc(&apart), composed.as_str());
        prop_assert_eq!(text::nfc(&composed), composed.as_str());
    }

    #[test]
    fn composing_changes_no_letter_and_happens_once(text in anything()) {
        let once = text::nfc(&text);
        prop_assert_eq!(text::nfc(&once), once.as_ref());
        prop_assert_eq!(text::fold(&once), text::fold(&text));
        prop_assert_eq!(text::lower(&once), text::lower(&text));
    }

    #[test]
    fn the_exact_key_has_the_words_of_the_folded_one(text in anything()) {
        let exact = text::exact(&text);
        prop_assert_eq!(text::exact(&exact), exact.as_str());
        prop_assert_eq!(text::fold(&exact), text::fold(&text));
        prop_assert_eq!(text::exact(&text::lower(&text)), exact);
    }

    #[test]
    fn collation_is_an_order(a in alike(), b in alike(), c in alike()) {
        prop_assert_eq!(text::collate(&a, &a), Ordering::Equal);
        prop_assert_eq!(text::collate(&a, &b), text::collate(&b, &a).reverse());
        let mut sorted = [a, b, c];
        sorted.sort_by(|a, b| text::collate(a, b));
        let [a, b, c] = &sorted;
        prop_assert_ne!(text::collate(a, c), Ordering::Greater);
        if text::collate(a, c) == Ordering::Equal {
            prop_assert_eq!(text::collate(a, b), Ordering::Equal);
            prop_assert_eq!(text::collate(b, c), Ordering::Equal);
        }
    }

    #[test]
    fn sort_keys_order_as_collation_does(a in alike(), b in alike()) {
        prop_assert_eq!(text::sort_key(&a).cmp(&text::sort_key(&b)), text::collate(&a, &b));
    }

    #[test]
    fn same_exact_keys_sort_together(text in vietnamese()) {
        prop_assert_eq!(text::collate(&text::exact(&text), &text), Ordering::Equal);
    }

    #[test]
    fn numbers_sort_by_value(a in any::<u64>(), b in any::<u64>(), zeros in "0{0,3}") {
        let (left, right) = (["Dưa ", zeros.as_str(), &a.to_string()].concat(), ["dưa ", &b.to_string()].concat());
        prop_assert_eq!(text::collate(&left, &right), a.cmp(&b));
    }

    #[test]
    fn words_lie_in_the_text_in_turn(text in anything()) {
        let mut done = 0;
        for word in text::words(&text) {
            prop_assert!(done <= word.start && word.start < word.end);
            prop_assert_eq!(text.get(word.start..word.end), Some(word.text));
            prop_assert_eq!(text::fold(&text[done..word.start]), "");
            done = word.end;
        }
        prop_assert_eq!(text::fold(&text[done..]), "");
    }

    #[test]
    fn marking_keeps_the_text_and_marks_what_was_asked(text in anything(), length in 1usize..5, extra in "[a-z]{0,2}") {
        let mut wanted: Vec<String> = text::fold(&text).split(' ').step_by(2)
            .map(|word| word.chars().take(length).collect()).collect();
        wanted.push(extra);
        let spans = text::mark(&text, &wanted);
        prop_assert_eq!(spans.iter().map(|span| span.text).collect::<String>(), text.as_str());
        prop_assert!(spans.iter().zip(spans.iter().skip(1)).all(|(one, next)| one.hit != next.hit));
        let is_mark = |c| matches!(c, '\u{300}'..='\u{36F}');
        let cut = spans.iter().skip(1).any(|span| span.text.starts_with(is_mark));
        prop_assert!(!cut, "a mark was parted from its letter");
        for span in &spans {
            prop_assert!(!span.text.is_empty());
            if span.hit {
                let folded = text::fold(span.text);
                prop_assert!(wanted.iter().any(|word| !word.is_empty() && folded.starts_with(word.as_str())));
            }
        }
        prop_assert_eq!(spans.iter().any(|span| span.hit), !text::fold(&text).is_empty());
    }

    #[test]
    fn a_whole_word_is_marked_whole(text in anything()) {
        let wanted: Vec<String> = text::words(&text).map(|word| text::fold(word.text)).collect();
        let spans = text::mark(&text, &wanted);
        let hits: Vec<&str> = spans.iter().filter(|span| span.hit).map(|span| span.text).collect();
        prop_assert_eq!(hits, text::words(&text).map(|word| word.text).collect::<Vec<_>>());
    }

    #[test]
    fn slugs_are_plain_addresses(text in anything()) {
        let slug = text::slug(&text);
        prop_assert!(!slug.is_empty() && !slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        prop_assert!(slug.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')));
        prop_assert_eq!(text::slug(&slug), slug.as_str());
    }
}
