//! Texts into lines: broken at blanks, within a word only where it alone is longer than a line.
//!
//! In: a text as its source writes it, a style and a width. Out: the text with its letters composed and its blanks single,
//! and where its lines begin and end. No hyphenation: Vietnamese has none.

use super::metric::{Face, Style};
use crate::paper::Um;
use crate::text::nfc;
use std::borrow::Cow;

/// How the lines of a text share its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrap {
    /// As even as they can be, for names and titles.
    Even,
    /// Each as full as it can be, but no single word is left for the last, for running text.
    Full,
    /// Each as full as it can be, those after the first set in by so much, for lists.
    Hanging(Um),
}

/// A line of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// Byte where it begins.
    pub start: usize,
    /// Byte after its last.
    pub end: usize,
    /// How long it is.
    pub width: Um,
}

/// Something that is not parted: a word, or a piece of one that is longer than a line.
#[derive(Clone, Copy)]
struct Atom {
    start: usize,
    end: usize,
    units: i32,
    /// No blank stands before it.
    glued: bool,
}

/// The same text as it is set: letters composed, every run of blanks a single one, none at its ends.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = nfc(text);
    let blank = |b: u8| b <= b' ' || b == 0x7F;
    let bytes = text.as_bytes();
    let odd = bytes.windows(2).any(|two| blank(two[0]) && blank(two[1]))
        || bytes.iter().any(|b| blank(*b) && *b != b' ')
        || bytes.first().is_some_and(|b| blank(*b))
        || bytes.last().is_some_and(|b| blank(*b));
    if !odd {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for word in words(&text) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c <= ' ' || c == '\u{7F}').filter(|word| !word.is_empty())
}

/// The lines of a [`clean`] text; none of an empty one.
pub fn lines(text: &str, style: Style, width: Um, wrap: Wrap) -> Vec<Line> {
    let room = style.room(width);
    let rest = match wrap {
        Wrap::Hanging(by) => style.room(width - by),
        _ => room,
    };
    let atoms = atoms(text, style.face, rest.min(room));
    let blank = style.face.letter(' ');
    let mut cuts = greedy(&atoms, blank, room, rest);
    match wrap {
        Wrap::Even => even(&atoms, blank, room, &mut cuts),
        Wrap::Full => keep_company(&atoms, blank, room, &mut cuts),
        Wrap::Hanging(_) => {}
    }
    let mut from = 0;
    let line = |to: usize| {
        let these = atoms.get(from..to).unwrap_or_default();
        from = to;
        let (first, last) = (these.first()?, these.last()?);
        Some(Line { start: first.start, end: last.end, width: style.length(units(these, blank)) })
    };
    cuts.into_iter().filter_map(line).collect()
}

fn atoms(text: &str, face: Face, room: i32) -> Vec<Atom> {
    let mut out = Vec::with_capacity(text.len() / 4 + 1);
    let (mut start, mut before) = (0, "");
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        // every blank is one byte, and there are no others between words
        let units = face.units(word);
        // no line begins with the dot between two things
        let together = out.last().map(|last: &Atom| last.units + face.letter(' ') + units);
        let name = matches!(face, Face::Name | Face::Great) && out.len() > 1 && proper(before) && proper(word);
        let joined = together.filter(|together| {
            word == "·" && *together <= room
                || *together * 2 <= room && held(before, word)
                || name && *together * 4 <= room * 3
        });
        if let (Some(together), Some(last)) = (joined, out.last_mut()) {
            (last.units, last.end) = (together, start + word.len());
        } else if units <= room {
            out.push(Atom { start, end: start + word.len(), units, glued: false });
        } else {
            pieces(word, start, face, room, &mut out);
        }
        start += word.len() + 1;
        before = word;
    }
    out
}

/// Whether no line ends between those two: a number and what it counts, a day, a month and a year, a standard and its number.
fn held(before: &str, word: &str) -> bool {
    let before = before.trim_start_matches(['(', '“']);
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'/'));
    let year = before.len() == 4 && digits(before);
    let number = digits(before) && before.ends_with(|c: char| c.is_ascii_digit()) && !year;
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return number && word.starts_with(char::is_alphabetic);
    }
    let standard = before.len() > 1 && before.bytes().all(|b| b.is_ascii_uppercase());
    standard || BEFORE_NUMBER.contains(&before)
}

/// Whether a word may be part of a proper name, which no line of a heading parts if it need not.
fn proper(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// What a number belongs to: words of dates in both languages.
const BEFORE_NUMBER: [&str; 20] = [
    "năm", "Năm", "tháng", "Tháng", "ngày", "Ngày", "hạng", "số", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
    "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A word longer than a line, in pieces that fit; a letter at least each.
fn pieces(word: &str, start: usize, face: Face, room: i32, out: &mut Vec<Atom>) {
    let mut atom = Atom { start, end: start, units: 0, glued: false };
    for (at, letter) in word.char_indices() {
        let units = face.letter(letter);
        if atom.units > 0 && atom.units + units > room {
            out.push(atom);
            atom = Atom { start: start + at, end: start + at, units: 0, glued: true };
        }
        atom.units += units;
        atom.end = start + at + letter.len_utf8();
    }
    out.push(atom);
}

/// Length of a line of those.
fn units(atoms: &[Atom], blank: i32) -> i32 {
    let blanks = atoms.iter().skip(1).filter(|atom| !atom.glued).count() as i32;
    atoms.iter().map(|atom| atom.units).sum::<i32>() + blanks * blank
}

/// The first atom after each line, lines being as full as they can be.
fn greedy(atoms: &[Atom], blank: i32, first: i32, rest: i32) -> Vec<usize> {
    let mut cuts = Vec::new();
    let (mut room, mut taken, mut from) = (first, 0, 0);
    for (at, atom) in atoms.iter().enumerate() {
        let more = atom.units + if atom.glued || at == from { 0 } else { blank };
        if at > from && taken + more > room {
            cuts.push(at);
            (room, taken, from) = (rest, atom.units, at);
        } else {
            taken += more;
        }
    }
    if from < atoms.len() {
        cuts.push(atoms.len());
    }
    cuts
}

/// As many lines, the longest as short as it can be.
fn even(atoms: &[Atom], blank: i32, room: i32, cuts: &mut Vec<usize>) {
    if cuts.len() < 2 {
        return;
    }
    let widest = atoms.iter().map(|atom| atom.units).max().unwrap_or(0);
    let (mut short, mut long) = (widest.max(units(atoms, blank) / cuts.len() as i32 - blank), room);
    // to an eighth of a letter: closer no eye sees
    while long - short > 60 {
        let middle = (short + long) / 2;
        if greedy(atoms, blank, middle, middle).len() == cuts.len() {
            long = middle;
        } else {
            short = middle;
        }
    }
    *cuts = greedy(atoms, blank, long, long);
    keep_company(atoms, blank, room, cuts);
}

/// A single word on the last line gets the one before it, where the line before is not left with a single word itself.
fn keep_company(atoms: &[Atom], blank: i32, room: i32, cuts: &mut [usize]) {
    let [earlier @ .., cut, end] = cuts else { return };
    let before = *cut - 1;
    let alone = *cut + 1 == *end && atoms.get(*cut).is_some_and(|last| !last.glued);
    let spare =
        before > earlier.last().map_or(0, |start| *start) + 1 && atoms.get(before).is_some_and(|atom| !atom.glued);
    if alone && spare && atoms.get(before..*end).is_some_and(|two| units(two, blank) <= room) {
        *cut = before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style() -> Style {
        Style { face: Face::Reading, size: Um(1000), leading: Um(1200) }
    }

    fn set(text: &str, width: i32, wrap: Wrap) -> Vec<&str> {
        lines(text, style(), Um(width), wrap).into_iter().filter_map(|l| text.get(l.start..l.end)).collect()
    }

    #[test]
    fn lines_break_at_blanks_and_share_their_words() {
        let text = "Nước mắm cốt nhỉ cá cơm than thượng hạng Lê Gia";
        assert_eq!(set(text, 99_000, Wrap::Even), [text]);
        assert_eq!(set(text, 9_000, Wrap::Full).len(), 3);
        let even = lines(text, style(), Um(9_000), Wrap::Even);
        let full = lines(text, style(), Um(9_000), Wrap::Full);
        let longest = |all: &[Line]| all.iter().map(|l| l.width).max();
        assert_eq!(even.len(), full.len());
        assert!(longest(&even) < longest(&full));
    }

    #[test]
    fn no_word_is_alone_on_the_last_line() {
        let text = "xã Hoằng Thanh huyện cũ";
        let width = style().width("xã Hoằng Thanh huyện") + Um(10);
        assert_eq!(set(text, width.0, Wrap::Full), ["xã Hoằng Thanh", "huyện cũ"]);
        assert_eq!(set("Mắm tôm", 2_600, Wrap::Full), ["Mắm", "tôm"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_parted_and_nothing_is_lost() {
        let text = "a Nghiêngnghiêngnghiêngnghiêng b";
        for wrap in [Wrap::Even, Wrap::Full, Wrap::Hanging(Um(500))] {
            let all = set(text, 4_000, wrap);
            assert!(all.len() > 3, "{all:?}");
            assert_eq!(all.concat().replace(' ', ""), text.replace(' ', ""));
        }
        assert_eq!(set("mmm", 1, Wrap::Even), ["m", "m", "m"]);
        assert_eq!(set("", 1, Wrap::Even), [] as [&str; 0]);
    }

    #[test]
    fn no_line_begins_with_a_dot_between_two_things() {
        let text = "Còn hiệu lực · In force";
        let width = style().width("Còn hiệu lực") + Um(10);
        assert_eq!(set(text, width.0, Wrap::Full), ["Còn hiệu", "lực · In force"]);
        assert_eq!(set("· a", 9_000, Wrap::Full), ["· a"]);
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        for (text, held) in [
            ("Bộ quà gồm có 3 chiếc bình", "3 chiếc"),
            ("Còn hiệu lực đến năm 2027", "năm 2027"),
            ("Printed by us 29 Nov 2026 again", "29 Nov 2026"),
            ("Có chứng nhận ISO 22000 từ lâu", "ISO 22000"),
            ("Được công nhận (5 sao) lần này", "(5 sao)"),
        ] {
            for width in (9_000..24_000).step_by(250) {
                let lines = set(text, width, Wrap::Full);
                let short = style().width(held) * 2 <= Um(width);
                assert!(!short || lines.iter().any(|line| line.contains(held)), "{lines:?}");
            }
        }
        assert!(!held("2020", "hoặc") && !held("gồm", "3") && !held("40N", "cốt"));
    }

    #[test]
    fn a_heading_does_not_part_a_proper_name() {
        let style = Style { face: Face::Name, ..style() };
        let (text, width) = ("Cam Như Xuân", style.width("Cam Như Xuân") - Um(10));
        let lines = lines(text, style, width, Wrap::Even);
        assert_eq!(lines.first().and_then(|l| text.get(l.start..l.end)), Some("Cam"));
    }

    #[test]
    fn what_is_set_is_composed_with_single_blanks() {
        assert_eq!(clean("  Ma\u{306}\u{301}m \t\n tôm "), "Mắm tôm");
        assert!(matches!(clean("Mắm tôm"), Cow::Borrowed(_)));
    }
}
