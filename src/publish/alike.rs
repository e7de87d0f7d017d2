//! Names that look alike: producers that may be the same one written twice, names that may be others corrected.
//!
//! In: names. Out: pairs of them. Names are compared without accents and without the words for their legal kind
//! ("Công ty TNHH", "HTX"); one letter may differ where the rest is long enough to be no chance. Digits never differ:
//! "HTX số 1" and "HTX số 2" are two. It suspects and merges nothing.

use crate::text::{fold, slug};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Words for a legal kind, folded, the longest first.
const KINDS: [&str; 25] = [
    "cong ty trach nhiem huu han mot thanh vien",
    "cong ty trach nhiem huu han",
    "cong ty tnhh mot thanh vien",
    "lien hiep hop tac xa",
    "cong ty tnhh mtv",
    "cong ty tnhh 1 tv",
    "doanh nghiep tu nhan",
    "cong ty co phan",
    "ho san xuat kinh doanh",
    "co so san xuat",
    "ho kinh doanh",
    "ho san xuat",
    "cong ty tnhh",
    "cong ty cp",
    "cty tnhh",
    "lien hiep htx",
    "hop tac xa",
    "to hop tac",
    "cty cp",
    "cong ty",
    "co so",
    "ho sxkd",
    "dntn",
    "htx",
    "ho",
];

/// Letters and digits from which one differing letter is a slip rather than another name.
const LONG: usize = 10;

/// Indices of names that look alike, the lower first, each pair once.
pub fn alike(names: &[&str]) -> Vec<(usize, usize)> {
    let cores: Vec<String> = names.iter().map(|name| core(name)).collect();
    let mut nests: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, core) in cores.iter().enumerate().filter(|(_, core)| !core.is_empty()) {
        nests.entry(core.clone()).or_default().push(at);
        // Two texts that differ by one letter share what is left when a letter is taken out of one or both.
        let long = core.len() >= LONG;
        let shorter = core.char_indices().filter(|(_, c)| long && !c.is_ascii_digit()).map(|(i, c)| {
            let (head, tail) = (core.get(..i), core.get(i + c.len_utf8()..));
            [head.unwrap_or_default(), tail.unwrap_or_default()].concat()
        });
        for key in shorter.collect::<BTreeSet<_>>() {
            nests.entry(key).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for nest in nests.values().filter(|nest| nest.len() > 1 && nest.len() <= CROWD) {
        for (i, a) in nest.iter().enumerate() {
            pairs
                .extend(nest[i + 1..].iter().filter(|b| near(&cores[*a], &cores[**b])).map(|b| (*a.min(b), *a.max(b))));
        }
    }
    pairs.into_iter().filter(|(a, b)| a != b).collect()
}

/// More names than these that share a form are no slips, and their pairs would fill the memory.
const CROWD: usize = 50;

/// A name without its legal kind, folded.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let rest = KINDS.iter().find_map(|kind| folded.strip_prefix(kind).filter(|rest| rest.starts_with(' ')));
    rest.map_or(folded.as_str(), str::trim_start).to_owned()
}

/// The same without blanks.
fn core(name: &str) -> String {
    bare(name).replace(' ', "")
}

/// Equal, or one letter changed, added or left out, but no digit.
fn near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a == b {
        return true;
    }
    let (head, tail) = (
        a.iter().zip(&b).take_while(|(x, y)| x == y).count(),
        a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count(),
    );
    let longer = a.len().max(b.len());
    let changed = |text: &[char]| {
        text.get(head..text.len().saturating_sub(tail)).is_some_and(|m| m.iter().any(char::is_ascii_digit))
    };
    a.len().abs_diff(b.len()) <= 1 && head + tail + 1 >= longer && !changed(&a) && !changed(&b)
}

/// Whether one name is the other with a slip mended: a single letter of a name that is long enough, and no number.
pub fn is_slip(old: &str, new: &str) -> bool {
    let (old, new) = (slug(old), slug(new));
    let letters = |slug: &str| slug.bytes().filter(|b| *b != b'-').count();
    letters(&old) >= LONG && near(&old, &new)
}

/// Words that both names have, their legal kinds apart, if that is at least half of the longer one; else none.
pub fn shared(one: &str, other: &str) -> usize {
    let (one, other) = (bare(one), bare(other));
    let (one, other): (HashSet<&str>, HashSet<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let both = one.intersection(&other).count();
    if both * 2 >= one.len().max(other.len()) { both } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_house_written_twice_is_suspected() {
        let same = |a, b| assert_eq!(alike(&[a, b]), [(0, 1)], "{a} / {b}");
        same("Công ty TNHH Thực phẩm Lê Gia", "Công ty CP thực phẩm Lê Gia");
        same("HTX nông nghiệp Duy Linh", "Hợp tác xã Nông nghiệp Duy Linh");
        same("HTX Thành Công", "HTX Thanh Cong");
        same("Cơ sở Thắng Nguyệt Ánh", "Hộ kinh doanh Thắng Nguyệt Ánhh");
        same("Hộ Nguyễn Văn Thắng", "Hộ Nguyễn Văn Thăng");
    }

    #[test]
    fn two_houses_are_not() {
        let other = |a, b| assert_eq!(alike(&[a, b]), [], "{a} / {b}");
        other("HTX Nông nghiệp số 1", "HTX Nông nghiệp số 2");
        other("Hộ Lê An", "Hộ Lê Ân Hải");
        other("HTX Hoa Mai", "HTX Hoa Mơ");
        other("Công ty TNHH Hồng Đức", "Công ty TNHH Hồng Phát");
        other("Công ty", "HTX");
    }

    #[test]
    fn any_texts_at_all_may_stand_there() {
        assert_eq!(alike(&["", "", "…", "한국어", "한국어"]), [(3, 4)]);
    }
}
