//! Values as people write them: stars, bar codes, telephone numbers, addresses of pages.
//!
//! In: the text of a cell. Out: the value, or nothing if it cannot be told; the caller says what was expected. What can
//! be read in two ways is not guessed.

pub use super::day::when;
use crate::catalog::Stars;
use crate::text::exact;

/// `4`, `4 sao`, `★★★★`, `bốn sao`, `4.0`, `OCOP 4 sao`, `hạng 4 sao`.
pub fn stars(text: &str) -> Option<Stars> {
    const WORDS: [(&str, u8); 6] = [("ba", 3), ("bốn", 4), ("năm", 5), ("three", 3), ("four", 4), ("five", 5)];
    const BESIDE: [&str; 8] = ["sao", "ocop", "hạng", "star", "stars", "đạt", "xếp", "cấp"];
    const DRAWN: [char; 5] = ['★', '⭐', '*', '☆', '✩'];
    let text = text.replace('\u{fe0f}', "");
    let bare = text.trim_end_matches(DRAWN).trim();
    if bare.is_empty() {
        let full = text.chars().filter(|c| matches!(c, '★' | '⭐' | '*')).count();
        return Stars::new(u8::try_from(full).ok()?);
    }
    let mut apart = String::new();
    for c in bare.replace(",0", "").replace(".0", "").chars() {
        if c.is_alphabetic() && apart.ends_with(|before: char| before.is_ascii_digit()) {
            apart.push(' ');
        }
        apart.push(c);
    }
    let words = exact(&apart);
    let mut left = words.split(' ').filter(|word| !BESIDE.contains(word));
    let (Some(word), None) = (left.next(), left.next()) else { return None };
    let count = WORDS.iter().find(|w| w.0 == word).map(|w| w.1).or_else(|| word.parse().ok())?;
    Stars::new(count)
}

/// `có`, `không`, `yes`, `no`; empty is no.
pub fn yes(text: &str) -> Option<bool> {
    match exact(text).as_str() {
        "có" | "yes" | "x" => Some(true),
        "không" | "no" | "" => Some(false),
        _ => None,
    }
}

/// A bar code's digits, spaces and hyphens taken out, if they are 8, 12, 13 or 14 and the last one checks (GS1 General
/// Specifications, 7.9).
pub fn gtin(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '\'')).collect();
    let plain = matches!(digits.len(), 8 | 12 | 13 | 14) && digits.bytes().all(|b| b.is_ascii_digit());
    let sum: u32 =
        digits.bytes().rev().zip([1, 3].into_iter().cycle()).map(|(b, w)| u32::from(b.wrapping_sub(b'0')) * w).sum();
    (plain && sum.is_multiple_of(10)).then_some(digits)
}

/// Telephone numbers as written, white space made single; nothing if one has other signs than numbers have, or fewer than
/// eight or more than fifteen digits (E.164). A zero that a spreadsheet took from a mobile number comes back.
pub fn phone(text: &str) -> Option<String> {
    let one = |part: &str| {
        let part = part.trim();
        let plain = part.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+' | '(' | ')'));
        let digits = part.chars().filter(char::is_ascii_digit).count();
        let lost = digits == 9 && part.len() == 9 && !part.starts_with('0');
        // The country's number without its sign is dialled by nobody.
        let abroad = digits == 11 && part.starts_with("84");
        let before = if lost {
            "0"
        } else if abroad {
            "+"
        } else {
            ""
        };
        (plain && (8..=15).contains(&digits)).then(|| [before, part].concat())
    };
    let parts: Option<Vec<String>> =
        text.split([';', ',', '/', '\n']).filter(|p| !p.trim().is_empty()).map(one).collect();
    Some(parts?.join("; "))
}

/// The address of a page: `www.htx.vn` and `htx.com.vn/mam` get the `https://` that nobody types. What is no such address
/// (`Shopee: HTX Bịa`, `Tp.HCM`) stays as written; several lose their `https://`, for together they lead nowhere.
pub fn web(text: &str) -> String {
    const ENDS: [&str; 4] = ["vn", "com", "net", "org"];
    if let Some((scheme, rest)) = text.split_once("://") {
        if rest.contains(char::is_whitespace) || rest.contains("://") {
            return text.replace("https://", "").replace("http://", "");
        }
        let scheme = scheme.to_ascii_lowercase();
        return if matches!(scheme.as_str(), "http" | "https") {
            format!("{scheme}://{rest}")
        } else {
            text.to_owned()
        };
    }
    let (host, path) = text.split_once('/').unwrap_or((text, ""));
    let host = host.to_ascii_lowercase();
    let labels: Vec<&str> = host.split('.').collect();
    let label = |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let known = labels.first() == Some(&"www") || labels.last().is_some_and(|end| ENDS.contains(end));
    let sound = labels.len() > 1 && labels.iter().all(label) && !path.contains(char::is_whitespace);
    if !known || !sound {
        return text.to_owned();
    }
    if text.contains('/') { format!("https://{host}/{path}") } else { format!("https://{host}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_read_as_written() {
        for text in [
            "4",
            "4 sao",
            "★★★★",
            "★★★★☆",
            "bốn sao",
            "Bốn sao",
            "4.0",
            "4,0 sao",
            "OCOP 4 sao",
            "Hạng 4 sao",
            "4*",
            "⭐⭐⭐⭐",
            "four stars",
            "4sao",
            "4★",
            "4 SAO",
        ] {
            assert_eq!(stars(text).map(Stars::count), Some(4), "{text}");
        }
        ["6", "sáu sao", "2", "3 hoặc 4", "", "sao", "★★"]
            .iter()
            .for_each(|text| assert_eq!(stars(text), None, "{text}"));
    }

    #[test]
    fn bar_codes_are_checked() {
        for text in ["4006381333931", "4006381 333931", "96385074", "036000291452", "14006381333938"] {
            assert!(gtin(text).is_some(), "{text}");
        }
        ["4006381333930", "8.93E+12", "893", "400638133393x", ""].iter().for_each(|t| assert_eq!(gtin(t), None, "{t}"));
    }

    #[test]
    fn telephone_numbers_are_kept_as_written() {
        assert_eq!(phone(" 0912.345.678 "), Some("0912.345.678".into()));
        assert_eq!(phone("912345678"), Some("0912345678".into()));
        assert_eq!(phone("0237 3123 456 / 0912345678"), Some("0237 3123 456; 0912345678".into()));
        assert_eq!(phone("+84 912 345 678"), Some("+84 912 345 678".into()));
        assert_eq!(phone("84 912 345 678"), Some("+84 912 345 678".into()));
        ["gọi anh Nam", "0912", "9.12E+08"].iter().for_each(|text| assert_eq!(phone(text), None, "{text}"));
    }
}
