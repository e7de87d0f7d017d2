//! How people misspell: one wrong key, the spelling of their region, words typed together.
//!
//! In: a phrase, dice. Out: the phrase with exactly one such slip, or none where it has no room for it. Regional
//! confusions are those of the language: s/x, tr/ch, l/n, d/gi/r, final n/ng and c/t, i/y, hỏi/ngã.

use super::dice::Dice;
use ocop::text::{lower, nfc, words};
use unicode_normalization::UnicodeNormalization;

const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const TONES: &[char] = &['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A key beside that letter's.
fn neighbour(letter: char, dice: &mut Dice) -> Option<char> {
    let base = letter.nfd().next().map(|c| if c == 'đ' { 'd' } else { c })?;
    let (row, at) = ROWS.iter().enumerate().find_map(|(r, keys)| Some((r, keys.find(base)?)))?;
    let near = [(row, at.wrapping_sub(1)), (row, at + 1), (row.wrapping_sub(1), at), (row + 1, at)];
    let keys: Vec<char> = near.iter().filter_map(|(r, c)| ROWS.get(*r)?.chars().nth(*c)).collect();
    dice.pick(&keys).copied()
}

/// One letter of a word without digits put wrong: another one, none, one more, or two that changed places.
pub fn edit(phrase: &str, dice: &mut Dice) -> Option<String> {
    let parts: Vec<&str> = phrase.split(' ').collect();
    let fit: Vec<usize> = (0..parts.len())
        .filter(|i| parts[*i].chars().count() > 1 && parts[*i].chars().all(char::is_alphabetic))
        .collect();
    let at = *dice.pick(&fit)?;
    let mut letters: Vec<char> = parts[at].chars().collect();
    let place = dice.below(letters.len());
    let any = |dice: &mut Dice| char::from(b'a' + dice.below(26) as u8);
    match dice.below(5) {
        0 => letters[place] = any(dice),
        1 => letters[place] = neighbour(letters[place], dice)?,
        2 => drop(letters.remove(place)),
        3 => {
            let more = neighbour(letters[place], dice)?;
            letters.insert(place + dice.below(2), more);
        }
        _ if place + 1 < letters.len() => letters.swap(place, place + 1),
        _ => return None,
    }
    let word: String = letters.into_iter().collect();
    let spoilt = [&parts[..at], &[word.as_str()], &parts[at + 1..]].concat().join(" ");
    (ocop::text::fold(&spoilt) != ocop::text::fold(phrase)).then_some(spoilt)
}

/// Bytes that two texts share at their beginning, and at the end of what is left.
fn shared(a: &[u8], b: &[u8]) -> (usize, usize) {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(x, y)| x == y).count();
    (start, end)
}

/// Whether folded texts are one substitution, deletion, insertion or transposition apart, or equal.
pub fn within_one(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let (start, end) = shared(a, b);
    let (x, y) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    x.len().max(y.len()) <= 1 || matches!((x, y), ([p, q], [r, s]) if p == s && q == r)
}

/// Whether folded texts differ in one short run only, as they do after one confusion.
pub fn one_run(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (start, end) = shared(a, b);
    a.len().abs_diff(b.len()) <= 2 && a.len().max(b.len()) - start - end <= 2
}

/// Every phrase that one confusion makes of this one: lower case, with accents, punctuation gone.
pub fn regional(phrase: &str) -> Vec<String> {
    let lowered = lower(phrase);
    let parts: Vec<&str> = words(&lowered).map(|w| w.text).collect();
    let mut out = Vec::new();
    for (at, word) in parts.iter().enumerate() {
        for other in confused(word) {
            out.push([&parts[..at], &[nfc(&other).as_ref()], &parts[at + 1..]].concat().join(" "));
        }
    }
    out
}

/// What people of one region or another write for that word.
fn confused(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    let vowel = |text: &str| text.chars().next().and_then(|c| c.nfd().next()).is_some_and(|c| "aeiouy".contains(c));
    let mut begin = |from: &str, to: &str| {
        if let Some(rest) = word.strip_prefix(from).filter(|r| vowel(r)) {
            out.push(format!("{to}{rest}"));
        }
    };
    [("s", "x"), ("x", "s"), ("tr", "ch"), ("ch", "tr"), ("l", "n"), ("n", "l"), ("gi", "d"), ("gi", "r")]
        .iter()
        .for_each(|(from, to)| begin(from, to));
    // "di" becomes "gi", not "gii"
    let i = word.chars().nth(1).is_some_and(|c| c.nfd().next() == Some('i'));
    [("d", if i { "g" } else { "gi" }), ("d", "r"), ("r", "d"), ("r", if i { "g" } else { "gi" })]
        .iter()
        .for_each(|(from, to)| begin(from, to));
    let before = |end: &str| word.strip_suffix(end).and_then(|w| w.chars().last()).map(|c| c.nfd().next());
    let open = |end: &str| before(end).flatten().is_some_and(|c| "aeou".contains(c));
    for (from, to) in [("ng", "n"), ("n", "ng"), ("c", "t"), ("t", "c")] {
        if let Some(rest) = word.strip_suffix(from).filter(|_| open(from)) {
            out.push(format!("{rest}{to}"));
        }
    }
    let spelt: String = word.nfd().collect();
    // a syllable of one consonant and i or y is written with either
    let bare: String = spelt.chars().filter(|c| !TONES.contains(c)).collect();
    if let [onset, end @ ('i' | 'y')] = bare.chars().collect::<Vec<_>>()[..]
        && "hklmst".contains(onset)
    {
        out.push(if end == 'i' { spelt.replace('i', "y") } else { spelt.replace('y', "i") });
    }
    for (from, to) in [('\u{309}', "\u{303}"), ('\u{303}', "\u{309}")] {
        if spelt.contains(from) {
            out.push(spelt.replace(from, to));
        }
    }
    out
}

/// Two neighbours typed together, now and then three, or all.
pub fn joined(phrase: &str, dice: &mut Dice) -> Option<String> {
    let parts: Vec<&str> = phrase.split(' ').collect();
    let run = match dice.below(10) {
        0..7 => 2,
        7..9 => 3,
        _ => parts.len(),
    };
    let start = dice.below((parts.len() + 1).checked_sub(run)?);
    let together = parts[start..start + run].concat();
    (run > 1).then(|| [&parts[..start], &[together.as_str()], &parts[start + run..]].concat().join(" "))
}
