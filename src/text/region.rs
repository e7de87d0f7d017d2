//! Regional spellings: other ways in which a word is written where sounds are said alike: `sào` and `xào`, `chà` and `trà`.
//!
//! In: one word in the form of [`exact`](super::exact()), or a beginning of one. Out: the letters, without their tones, of
//! every spelling that may be meant. Confused are s/x, tr/ch, l/n, ng/ngh and d/gi/r where a syllable begins, n/ng and c/t
//! (not nh and ch, which differ in every region) where it ends, and i/y where its vowel begins (lý, quý, yến, not thuý);
//! hỏi and ngã are one tone to whoever compares. Of several syllables written together only the beginning is looked at.

use super::compose::{bare, split, tone};
use std::ops::Range;

/// The tone of a word as regions say it: hỏi and ngã are one.
#[must_use]
pub fn said(word: &str) -> Option<u8> {
    tone(word).map(|tone| if tone == 3 { 2 } else { tone })
}

/// Tells the spellings of a word that regions confuse, its own among them: the letters without tones, and whether nothing
/// more may follow: `man` for `mang`, which is no beginning of `manh`.
pub fn regional(word: &str, tell: &mut dyn FnMut(&str, bool)) {
    let bare = bare(word);
    let at = |place| letter(&bare, place);
    let vowel = |place| split(at(place)).is_some();
    let after = |mut place: usize, vowels: bool| {
        while place < bare.len() && vowel(place) == vowels {
            place += 1;
        }
        place
    };
    let mut start = after(0, false);
    // A `gi` before an i is written `g`.
    let onsets: &[&str] = match bare.get(..start).unwrap_or_default() {
        ['s' | 'x'] => &["s", "x"],
        ['t', 'r'] | ['c', 'h'] => &["tr", "ch"],
        ['l' | 'n'] => &["l", "n"],
        ['n', 'g'] | ['n', 'g', 'h'] => &["ng", "ngh"],
        ['g'] if at(1) == 'i' => {
            // The i only belongs to the consonant: in già, giẻ, gieo, but not in gì, giếng.
            let own = matches!(at(2), 'ê' | 'i') || at(2) == 'e' && !matches!(at(3), 'o' | '\0');
            start += usize::from(vowel(2) && !own);
            &["d", "r", "gi"]
        }
        ['d' | 'r'] => &["d", "r", "gi"],
        _ => &[""],
    };
    let end = after(start, true);
    let several = after(end, false) < bare.len();
    // The u of "qu" belongs to the consonant when a vowel follows.
    let first = start + usize::from(at(0) == 'q' && end > start + 1);
    let coda = match bare.get(end..).unwrap_or_default() {
        ['n'] => "ng",
        ['n', 'g'] => "n",
        ['c'] => "t",
        ['t'] => "c",
        _ => "",
    };
    let put = |span: Range<usize>, out: &mut String| span.for_each(|place| out.push(at(place)));
    let mut out = String::new();
    for onset in onsets {
        for way in 0..if several { 1 } else { 4 } {
            // "dia" is no "gia", nor "dên" "giên", which is a "diên".
            let after = (at(start), at(start + 1));
            let apart = after.0 == 'ê' || after.0 == 'i' && vowel(start + 1) && !matches!(after.1, 'ê' | 'e');
            if *onset == "gi" && at(0) != 'g' && apart {
                continue;
            }
            let (mut from, mut to) = (if onset.is_empty() { 0 } else { start }, bare.len());
            out.clear();
            out.push_str(if *onset == "gi" && at(start) == 'i' { "g" } else { onset });
            if way & 1 == 1 {
                put(from..first, &mut out);
                from = first + 1;
                out.push(match at(first) {
                    'i' => 'y',
                    'y' => 'i',
                    _ => continue,
                });
            }
            if way & 2 == 2 {
                to = end;
            }
            put(from..to, &mut out);
            if way & 2 == 2 {
                out.push_str(coda);
            }
            if way & 2 == 0 || !coda.is_empty() {
                tell(&out, way & 2 == 2 && coda == "n");
            }
        }
    }
}

/// The letter at a place; none past the end.
#[inline(never)]
fn letter(word: &[char], place: usize) -> char {
    word.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::exact;

    /// Whether one word may be meant by another, hỏi and ngã being one.
    fn alike(typed: &str, meant: &str) -> bool {
        let meant = exact(meant);
        let bare = String::from_iter(bare(&meant));
        let mut any = false;
        regional(&exact(typed), &mut |letters, _| any |= letters == bare);
        any && said(typed) == said(&meant)
    }

    #[test]
    fn what_is_confused_is_found_either_way() {
        let pairs = "xào sào|trà chà|lem nem|gia da|ra da|già dà|gì dì|gìn dìn|giếng diếng|riêng giêng|giẻ dẻ|\
            gieo reo|giễu diễu|giòn ròn|giữ dử|lý lí|mỹ mĩ|quý quí|quýt quít|y i|mãng mản|bún búng|các cát|\
            chưng trưng|ngành nghành|nước lướt|thúy thuý|sữa xửa|nghễ nghể|gieng rieng";
        for (a, b) in pairs.split('|').filter_map(|pair| pair.split_once(' ')) {
            assert!(alike(a, b) && alike(b, a), "{a} {b}");
        }
    }

    #[test]
    fn what_differs_stays_apart() {
        let pairs = "bò vò|mam man|thuý thúi|tai tay|uy ui|tan tanh|các cách|đa da|dà và|tra ta|nga na|nha na|\
            má mà|mả mạ|gà già|ghi gì|ba pa|ô o|dẻ diê|bi bì|cà gà";
        for (a, b) in pairs.split('|').filter_map(|pair| pair.split_once(' ')) {
            assert!(!alike(a, b) && !alike(b, a), "{a} {b}");
        }
    }

    #[test]
    fn other_words_have_one_spelling() {
        for word in ["càphê", "omega3", "36", "ocop", ""] {
            let mut count = 0;
            regional(word, &mut |_, _| count += 1);
            assert!(count == 1 && alike(word, word), "{word}");
        }
    }
}
