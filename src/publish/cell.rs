//! The text of one cell: cleaned and split.
//!
//! In: what a person typed. Out: NFC text and its parts.
//! Words are never changed, only white space, letter composition and the first letter's case.

use crate::text::exact;
use unicode_normalization::UnicodeNormalization;

/// NFC, white space (no-break spaces and line breaks too) made single, invisible marks taken out.
pub fn clean(text: &str) -> String {
    let hidden = |c: char| {
        matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{00ad}') || c.is_control() && !c.is_whitespace()
    };
    let visible: String = text.chars().filter(|c| !hidden(*c)).nfc().collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same, line by line; empty lines fall away.
pub fn clean_lines(text: &str) -> String {
    let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(clean);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// True for a text that says there is nothing: "không có", "chưa", "-".
pub fn is_nothing(text: &str) -> bool {
    const WORDS: [&str; 10] =
        ["không", "không có", "chưa", "chưa có", "khong", "khong co", "chua co", "no", "none", "n a"];
    let dashes = text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…'));
    dashes || text.chars().count() < 10 && WORDS.contains(&exact(text).as_str())
}

/// Split at that mark, but not inside parentheses or quotation marks; empty parts fall away.
/// Where those do not pair, every mark splits.
pub fn split(text: &str, mark: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quoted) = (0, 0_i32, false);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '“' => depth += 1,
            ')' | '”' => depth -= 1,
            '"' => quoted = !quoted,
            _ if c == mark && depth == 0 && !quoted => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    if depth != 0 || quoted {
        parts = text.split(mark).collect();
    }
    parts.into_iter().map(str::trim).filter(|p| !p.is_empty()).collect()
}

/// The names in "HACCP, ISO 22000": parted by commas where each part begins like a name and has no more than so many words.
/// Else the whole is one.
pub fn names(text: &str, most: usize) -> Vec<&str> {
    let parts = split(text, ',');
    let is_name =
        |part: &&str| part.chars().next().is_some_and(char::is_uppercase) && part.split_whitespace().count() <= most;
    if parts.iter().all(is_name) { parts } else { vec![text] }
}

/// A text and the remarks in parentheses at its end, in their order: "12/QĐ-UBND (23/12/2019) (đợt 2)" has two. Where the
/// parentheses do not pair, all from the first on is one.
pub fn remarks(text: &str) -> (&str, Vec<&str>) {
    let mut head = text.trim();
    let mut all = Vec::new();
    while let Some((before, inner)) = last_remark(head).filter(|(before, _)| !before.is_empty()) {
        all.push(inner);
        head = before;
    }
    all.reverse();
    (head, all)
}

/// What stands before the parenthesis at the end, and what in it.
fn last_remark(text: &str) -> Option<(&str, &str)> {
    let open = text.strip_suffix(')')?;
    let mut depth = 1;
    let mut pair = None;
    for (at, c) in open.char_indices().rev() {
        depth += match c {
            '(' => -1,
            ')' => 1,
            _ => 0,
        };
        if depth == 0 {
            pair = Some((open.get(..at)?, open.get(at + 1..)?));
            break;
        }
    }
    let (before, inner) = pair.or_else(|| open.split_once('('))?;
    Some((before.trim(), inner.trim()))
}

/// Vietnamese letters without their marks, as names are written in English: "Đắk Lắk" is "Dak Lak".
pub fn plain(text: &str) -> String {
    let bare = |c: char| match c {
        'đ' => Some('d'),
        'Đ' => Some('D'),
        '\u{300}'..='\u{36f}' => None,
        c => Some(c),
    };
    text.nfd().filter_map(bare).collect()
}

/// With its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_split_outside_parentheses_and_quotes() {
        assert_eq!(split("FDA; GACC (cấp công ty; bản sao) ; ", ';'), ["FDA", "GACC (cấp công ty; bản sao)"]);
        assert_eq!(split("ghi \"một; hai\"; ba", ';'), ["ghi \"một; hai\"", "ba"]);
        assert_eq!(split("lỡ (mở; không đóng", ';'), ["lỡ (mở", "không đóng"]);
    }

    #[test]
    fn remarks_stand_at_the_end() {
        assert_eq!(remarks("GACC (cấp công ty)"), ("GACC", vec!["cấp công ty"]));
        assert_eq!(remarks("QĐ 12 (23/12/2019) (đợt 2)"), ("QĐ 12", vec!["23/12/2019", "đợt 2"]));
        assert_eq!(remarks("QĐ 12 (đợt 2 (năm 2019))"), ("QĐ 12", vec!["đợt 2 (năm 2019)"]));
        assert_eq!(remarks("QĐ 12 (đợt 2), hai"), ("QĐ 12 (đợt 2), hai", vec![]));
        assert_eq!(remarks("QĐ 12 (a) b))"), ("QĐ 12", vec!["a) b)"]));
        assert_eq!(remarks("(nguồn khác)"), ("(nguồn khác)", vec![]));
    }

    #[test]
    fn cleaning_composes_and_trims() {
        assert_eq!(clean("\u{feff} Ma\u{306}\u{301}m\u{a0} to\u{302}m\n"), "Mắm tôm");
    }
}
