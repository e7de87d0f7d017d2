//! A flaw of a catalogue as a whole, told as a fault.
//!
//! In: a [`Flaw`]. Out: a [`Fault`] in both languages. Most flaws are caught earlier, where a row can be named.

use super::faults::{Fault, Said};
use super::settings::FILE as ABOUT;
use crate::catalog::Flaw;

/// That flaw, as a fault of the folder.
pub fn fault(flaw: &Flaw) -> Fault {
    let (value, expected): (&str, Said) = match flaw {
        Flaw::DuplicateSlug { kind, slug } => {
            (slug, (format!("mỗi tên trong địa chỉ một lần ({})", vi(kind)), format!("each {kind} slug once")).into())
        }
        Flaw::BadSlug { kind, slug } => (
            slug,
            (
                format!("tên trong địa chỉ ({}) chỉ gồm a-z, 0-9 và dấu gạch nối đơn", vi(kind)),
                format!("a {kind} slug of a-z, 0-9 and single hyphens"),
            )
                .into(),
        ),
        Flaw::Dangling { slug, kind, id } => (
            slug,
            (
                format!("{} {id}, nhưng danh mục không có", vi(kind)),
                format!("{kind} {id}, which is not in the catalogue"),
            )
                .into(),
        ),
        Flaw::NoName { kind, slug } => (slug, (format!("tên ({})", vi(kind)), format!("a name of this {kind}")).into()),
        Flaw::DuplicateCode { code } => {
            return Fault::error(ABOUT, code.to_string(), ("mỗi mã xã một lần", "each commune code once"));
        }
        Flaw::EmptyProposal { slug } => (slug, ("số sao được đề xuất", "the stars proposed").into()),
        Flaw::Future { slug, when } => (
            slug,
            (
                format!("ngày công nhận không sau ngày của danh mục (as_of); ở đây là {when}"),
                format!("a recognition not after the catalogue's day (as_of); here it is {when}"),
            )
                .into(),
        ),
    };
    Fault::error(ABOUT, value, expected)
}

/// A kind of entry in Vietnamese; one without a word of its own stays as it is.
fn vi<'a>(kind: &&'a str) -> &'a str {
    const WORDS: [(&str, &str); 8] = [
        ("product", "sản phẩm"),
        ("producer", "chủ thể"),
        ("commune", "xã"),
        ("district", "huyện cũ"),
        ("quality system", "hệ thống chất lượng"),
        ("channel", "kênh bán"),
        ("market", "thị trường"),
        ("motif", "hình vẽ"),
    ];
    WORDS.iter().find(|w| w.0 == *kind).map_or(kind, |w| w.1)
}
