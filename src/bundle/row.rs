//! Rows of texts: the one shape of everything in a bundle, and how its JSON is read.
//!
//! Lists of texts are all the JSON there is, so a page of code reads it; `serde` would be 5 KB of the 120 that a phone
//! fetches. Reading borrows from the file wherever no letter is escaped.

use crate::catalog::Text;
use std::borrow::Cow;
use std::str::Chars;

/// A row.
#[derive(Default)]
pub(super) struct Row<'a>(Vec<Cow<'a, str>>);

/// Rows.
#[derive(Default)]
pub(super) struct Rows<'a>(Vec<Row<'a>>);

/// Something, and what of the JSON follows it; nothing if it does not stand there.
pub(super) type Read<'a, T> = Option<(T, &'a str)>;

/// What follows a sign.
pub(super) fn after(json: &str, sign: char) -> Option<&str> {
    json.trim_start().strip_prefix(sign)
}

/// A list of what `item` reads.
pub(super) fn list<'a, T>(json: &'a str, item: impl Fn(&'a str) -> Read<'a, T>) -> Read<'a, Vec<T>> {
    let mut all = Vec::new();
    let mut rest = after(json, '[')?;
    if let Some(rest) = after(rest, ']') {
        return Some((all, rest));
    }
    loop {
        let (one, then) = item(rest)?;
        all.push(one);
        match after(then, ',') {
            Some(next) => rest = next,
            None => return Some((all, after(then, ']')?)),
        }
    }
}

fn text(json: &str) -> Read<'_, Cow<'_, str>> {
    let json = after(json, '"')?;
    let end = json.bytes().position(|byte| matches!(byte, b'"' | b'\\'))?;
    let (plain, rest) = (json.get(..end)?, json.get(end..)?);
    if let Some(rest) = rest.strip_prefix('"') {
        return Some((Cow::Borrowed(plain), rest));
    }
    let mut own = String::from(plain);
    let mut letters = rest.chars();
    loop {
        own.push(match letters.next()? {
            '"' => return Some((Cow::Owned(own), letters.as_str())),
            '\\' => escaped(&mut letters)?,
            letter => letter,
        });
    }
}

fn escaped(letters: &mut Chars<'_>) -> Option<char> {
    Some(match letters.next()? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'u' => match unit(letters)? {
            high @ 0xD800..0xDC00 => {
                letters.next().filter(|c| *c == '\\')?;
                letters.next().filter(|c| *c == 'u')?;
                let low = unit(letters)?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                char::from_u32(0x10000 + ((high - 0xD800) << 10) + low)?
            }
            unit => char::from_u32(unit)?,
        },
        sign @ ('"' | '\\' | '/') => sign,
        _ => return None,
    })
}

/// Four hexadecimal digits.
fn unit(letters: &mut Chars<'_>) -> Option<u32> {
    (0..4).try_fold(0, |sum, _| Some(sum << 4 | letters.next()?.to_digit(16)?))
}

impl<'a> Rows<'a> {
    pub(super) fn read(json: &'a str) -> Read<'a, Rows<'a>> {
        list(json, Row::read).map(|(rows, rest)| (Rows(rows), rest))
    }

    pub(super) fn push(&mut self, row: Row<'a>) {
        self.0.push(row);
    }

    pub(super) fn all(&self) -> std::slice::Iter<'_, Row<'a>> {
        self.0.iter()
    }

    /// That row; an empty one past the end.
    pub(super) fn row(&self, at: usize) -> &Row<'a> {
        const NONE: &Row<'static> = &Row(Vec::new());
        self.0.get(at).unwrap_or(NONE)
    }
}

impl<'a> Row<'a> {
    pub(super) fn read(json: &'a str) -> Read<'a, Row<'a>> {
        list(json, text).map(|(texts, rest)| (Row(texts), rest))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| &**text)
    }

    /// That text; an empty one past the end.
    pub(super) fn get(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |text| text)
    }

    pub(super) fn text(&self, at: usize) -> String {
        self.get(at).into()
    }

    /// That text if there is one.
    pub(super) fn some(&self, at: usize) -> Option<String> {
        Some(self.text(at)).filter(|text| !text.is_empty())
    }

    /// Two texts, Vietnamese and English.
    pub(super) fn both(&self, at: usize) -> Text<String> {
        Text { vi: self.text(at), en: self.text(at + 1) }
    }
}

/// Rows to be written.
#[cfg(not(target_arch = "wasm32"))]
pub(super) type Written = Vec<Vec<String>>;

/// Without what is empty at the end.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn trimmed(mut rows: Written) -> Written {
    rows = trimmed_each(rows);
    while rows.pop_if(|row| row.is_empty()).is_some() {}
    rows
}

/// Each row without what is empty at its end; a row of which nothing is known stays a row.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn trimmed_each(mut rows: Written) -> Written {
    for row in &mut rows {
        while row.pop_if(|text| text.is_empty()).is_some() {}
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(rows in proptest::collection::vec(proptest::collection::vec(any::<String>(), 0..4), 0..4)) {
            let json = serde_json::to_string(&rows).unwrap_or_default();
            let (read, rest) = Rows::read(&json).unwrap_or_default();
            let again: Vec<Vec<&str>> = read.all().map(|row| row.all().collect()).collect();
            prop_assert_eq!(again, rows);
            prop_assert_eq!(rest, "");
        }

        #[test]
        fn anything_is_read_or_refused_and_never_otherwise_than_by_the_larger_parser(json in "[\\[\\]\",\\\\u0-9dD8cCa ạ\n]{0,24}") {
            if let Ok(rows) = serde_json::from_str::<Vec<Vec<String>>>(&json) {
                let read = Rows::read(&json).map(|read| read.0).unwrap_or_default();
                let again: Vec<Vec<&str>> = read.all().map(|row| row.all().collect()).collect();
                prop_assert_eq!(again, rows);
            }
        }
    }

    #[test]
    fn escapes_are_read_as_json_has_them() {
        let row = |json| Row::read(json).map(|(row, _)| row.text(0));
        assert_eq!(row(r#"["\"\\\/\b\f\n\r\t\u1ea1\ud83c\udf3e"]"#).as_deref(), Some("\"\\/\u{8}\u{c}\n\r\tạ🌾"));
        for broken in
            [r#"["\x"]"#, r#"["\ud83c"]"#, r#"["\ud83c\u0041"]"#, r#"["\u12"]"#, r#"["a]"#, r#"["a""b"]"#, r#"["a",]"#]
        {
            assert_eq!(row(broken), None, "{broken}");
        }
    }
}
