//! What is wrong with a line of TOML, for somebody who never heard of it.
//!
//! In: the text, and what the reader of TOML says of it. Out: a fault with the line, the place in it, and what was expected
//! in plain words; the reader's own words, which are English, stand last.

use super::faults::{Fault, Said};

/// Beginnings of what the reader says, and what was expected then. What is not among them is no line of TOML at all.
const KNOWN: [(&str, [&str; 2]); 7] = [
    ("duplicate key", ["mỗi khóa một lần", "each key once"]),
    (
        "string values must be quoted",
        ["giá trị là chữ trong ngoặc kép thẳng: \"…\"", "a value in straight quotation marks: \"…\""],
    ),
    ("invalid basic string", ["dấu ngoặc kép đóng ở cuối dòng", "a closing quotation mark at the end of the line"]),
    ("missing escaped value", ["dấu \\ viết hai lần: \\\\", "the sign \\ written twice: \\\\"]),
    ("missing comma", ["dấu phẩy giữa các phần, dấu ] ở cuối", "commas between the parts, ] at the end"]),
    ("unclosed", ["dấu ] đóng lại", "a closing ]"]),
    ("unexpected key or value", ["mỗi dòng một giá trị", "one value a line"]),
];

/// The fault in that text.
pub fn fault(file: &str, text: &str, error: &toml::de::Error) -> Fault {
    let at = error.span().map_or(0, |span| span.start);
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let letter = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let message = error.message();
    let known = KNOWN.iter().find(|(start, _)| message.starts_with(start)).map(|(_, [vi, en])| (*vi, *en).into());
    let expected: Said =
        known.unwrap_or_else(|| ("dòng dạng: khóa = \"giá trị\"", "a line such as: key = \"value\"").into());
    let hint =
        (format!("từ chữ thứ {letter} của dòng; nguyên văn: {message}"), format!("from letter {letter} on; {message}"));
    Fault::error(file, text.lines().nth(line - 1).unwrap_or_default(), expected).at(line, "").hint(hint)
}
