//! What a file is, by its first bytes.
//!
//! In: bytes. Out: a [`Kind`], and for what is no spreadsheet what to do about it. The name of a file is not believed:
//! a picture called `products.xlsx` is a picture.

use super::super::faults::Said;

/// How a file is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Nothing in it.
    Empty,
    /// Rows of text: CSV.
    Text,
    /// A zip: XLSX or ODS.
    Packed,
    /// A compound file: XLS, or a workbook behind a password.
    Compound,
    /// No spreadsheet; what it is.
    Other(&'static str),
}

/// First bytes of what people take for a spreadsheet.
const OTHERS: [(&[u8], &str); 9] = [
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"RIFF", "WebP"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xBC\xAF", "7-Zip"),
    (b"\x1F\x8B", "GZIP"),
];

/// The kind of those bytes.
pub fn of(bytes: &[u8]) -> Kind {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    let lower: Vec<u8> = text.iter().take(300).map(u8::to_ascii_lowercase).collect();
    let holds = |part: &[u8]| lower.windows(part.len()).any(|w| w == part);
    if text.is_empty() || matches!(text, b"\xFF\xFE" | b"\xFE\xFF") {
        Kind::Empty
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Kind::Packed
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        Kind::Compound
    } else if let Some((_, what)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        Kind::Other(what)
    } else if bytes.get(4..8) == Some(b"ftyp") {
        Kind::Other("HEIC/MP4")
    } else if text.starts_with(b"<")
        && (holds(b"<html") || holds(b"<table") || holds(b"<!doctype") || holds(b"mso-application"))
    {
        Kind::Other("HTML/XML")
    } else if bytes.iter().take(4000).any(|b| *b == 0) && !super::decode::wide(bytes) {
        Kind::Other("?")
    } else {
        Kind::Text
    }
}

/// True for a file that is called a workbook, whatever it is.
pub fn is_workbook(name: &str) -> bool {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    ["xlsx", "xls", "xlsm", "xlsb", "ods"].iter().any(|workbook| end.eq_ignore_ascii_case(workbook))
}

/// What to do about a file of another kind.
pub fn advice(what: &str) -> Said {
    match what {
        "HTML/XML" => (
            "đây là trang web mang tên bảng tính; mở bằng Excel rồi lưu dạng .xlsx",
            "this is a web page named as a spreadsheet; open it in Excel and save it as .xlsx",
        ),
        "JPEG" | "PNG" | "GIF" | "WebP" | "HEIC/MP4" => {
            ("đây là ảnh; ảnh đặt vào thư mục photos", "this is a picture; pictures belong in the folder photos")
        }
        _ => (
            "đây là loại tệp khác; mở bằng Excel rồi lưu dạng .xlsx",
            "this is another kind of file; save it from Excel as .xlsx",
        ),
    }
    .into()
}
