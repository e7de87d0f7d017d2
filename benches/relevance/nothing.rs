//! Phrases that no product answers: syllables that look Vietnamese, English words, known goods with an unknown name.
//!
//! The rule: no product holds all words of the phrase as beginnings of its own, in whatever fields, not even with one
//! edit over the whole phrase (two if the phrase has [`LONG`] letters or more) and with regional spellings taken as
//! equal. What an engine that forgives one slip may fairly find is therefore not in here.

use super::dice::Dice;
use super::shelf::{Holders, Shelf};
use ocop::text::fold;
use std::collections::HashMap;

/// Letters from which two edits are forgiven.
const LONG: usize = 16;

const ONSETS: &[&str] = &[
    "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr",
    "v", "x",
];
const RIMES: &[&str] = &[
    "oạch", "uyệt", "ưng", "oắt", "uênh", "ẹo", "ướp", "ôm", "ịch", "oẵng", "uýt", "ậu", "ét", "ửng", "oai", "uynh",
    "ọc", "iếp", "ươm", "ẳm", "ổn", "ấp", "uân", "ừ", "oẻn", "ẫy", "ũm", "ích", "ưu", "uẩy",
];
const GOODS: &[&str] =
    &["nước mắm", "mật ong", "chè lam", "gạo nếp", "bánh gai", "rượu trắng", "chiếu cói", "nem chua"];
const ENGLISH: &[&str] = &[
    "garden",
    "hose",
    "laptop",
    "keyboard",
    "wireless",
    "printer",
    "football",
    "jersey",
    "winter",
    "jacket",
    "kitchen",
    "blender",
    "bicycle",
    "helmet",
    "camera",
    "tripod",
    "yoga",
    "mattress",
    "hammer",
    "drill",
    "battery",
    "charger",
    "guitar",
    "strings",
    "novel",
    "puzzle",
    "perfume",
    "lipstick",
    "diaper",
    "stroller",
    "vacuum",
    "cleaner",
    "monitor",
    "curtain",
    "wardrobe",
    "sneakers",
    "umbrella",
    "calculator",
    "telescope",
    "insurance",
    "mortgage",
    "ticket",
    "cheddar",
    "yoghurt",
    "whisky",
    "burger",
    "ketchup",
    "mozzarella",
    "salmon",
    "turkey",
    "waffle",
    "pudding",
];

/// So many phrases, a third of each kind.
pub fn phrases(shelf: &Shelf, dice: &mut Dice, many: usize) -> Vec<String> {
    let mut judge = Judge { shelf, near: HashMap::new() };
    let mut out: Vec<String> = Vec::with_capacity(many);
    // A catalogue so large that it holds every phrase would otherwise keep this running for ever.
    for round in 0..many * 40 {
        if out.len() == many {
            break;
        }
        let phrase = match round % 3 {
            0 => (0..dice.between(2, 3)).map(|_| syllable(dice)).collect::<Vec<_>>().join(" "),
            1 => some(ENGLISH, dice.between(2, 3), dice),
            _ => format!("{} {} {}", some(GOODS, 1, dice), syllable(dice), syllable(dice)),
        };
        let phrase = if dice.below(2) == 0 { fold(&phrase) } else { phrase };
        if !out.contains(&phrase) && !judge.finds(&phrase) {
            out.push(phrase);
        }
    }
    out
}

fn syllable(dice: &mut Dice) -> String {
    format!("{}{}", some(ONSETS, 1, dice), some(RIMES, 1, dice))
}

fn some(list: &[&str], count: usize, dice: &mut Dice) -> String {
    dice.shuffled(list.len()).into_iter().take(count).map(|i| list[i]).collect::<Vec<_>>().join(" ")
}

/// Knows which products come near a word.
struct Judge<'a> {
    shelf: &'a Shelf,
    /// For a word: products that hold one at most 0, 1 and 2 edits away.
    near: HashMap<String, [Holders; 3]>,
}

impl Judge<'_> {
    /// Whether a product holds all words with no more edits than are forgiven.
    fn finds(&mut self, phrase: &str) -> bool {
        let folded = fold(phrase);
        let forgiven = if folded.len() < LONG { 1 } else { 2 };
        let everybody = vec![u64::MAX; self.shelf.nobody().len()];
        let mut within = [everybody.clone(), everybody.clone(), everybody];
        for word in folded.split(' ') {
            let near = self.near(word);
            let mut next = [0, 1, 2].map(|_| vec![0; within[0].len()]);
            for (edits, slot) in next.iter_mut().enumerate() {
                for own in 0..=edits {
                    slot.iter_mut().enumerate().for_each(|(i, bits)| *bits |= near[own][i] & within[edits - own][i]);
                }
            }
            within = next;
        }
        within[forgiven].iter().any(|bits| *bits != 0)
    }

    fn near(&mut self, word: &str) -> &[Holders; 3] {
        let shelf = self.shelf;
        self.near.entry(word.to_owned()).or_insert_with(|| {
            let mut out = [0, 1, 2].map(|_| shelf.nobody());
            for (held, products) in &shelf.words {
                let edits = begins(word, held).min(begins(&spelling(word), &spelling(held)));
                for slot in out.iter_mut().skip(edits) {
                    products.iter().for_each(|p| slot[*p as usize / 64] |= 1 << (p % 64));
                }
            }
            out
        })
    }
}

/// A folded word as no region would tell it from another: x as s, ch as tr, n as l, gi and r as d, ng as n, c as t.
fn spelling(word: &str) -> String {
    let starts = [("x", "s"), ("ch", "tr"), ("gi", "d"), ("r", "d"), ("ng", "ng"), ("nh", "nh"), ("n", "l")];
    let start = starts.iter().find_map(|(from, to)| Some(format!("{to}{}", word.strip_prefix(from)?)));
    let word = start.unwrap_or_else(|| word.to_owned());
    let ends = [("ng", "n"), ("c", "t")];
    let end = ends.iter().find_map(|(from, to)| Some(format!("{}{to}", word.strip_suffix(from)?)));
    end.unwrap_or(word).replace('y', "i")
}

/// The fewest edits, transpositions among them, that make `word` a beginning of `held`.
fn begins(word: &str, held: &str) -> usize {
    let (a, b) = (word.as_bytes(), held.as_bytes());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.iter().min().copied()).unwrap_or_default()
}
