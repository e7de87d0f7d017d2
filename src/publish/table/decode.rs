//! Text out of the bytes of a CSV file.
//!
//! In: bytes. Out: text, and the name of the older code if they are not Unicode. UTF-8 and UTF-16 are known by their
//! marks or their zero bytes; what is neither is taken for Windows-1258, which Excel saves in Vietnam, unless it reads
//! better as Windows-1252, under which texts of the old fonts are stored.

use crate::text::legacy;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

/// The text, and which code it was guessed to be in, where the bytes do not tell.
pub fn text(bytes: &[u8]) -> (String, Option<&'static str>) {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return (encoding.decode(bytes).0.into_owned(), None);
    }
    if let Some(encoding) = utf_16(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), None);
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return (text.into_owned(), None);
    }
    let western = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    match legacy::of(&western) {
        Some(font) => (western.into_owned(), Some(font.name())),
        None => (WINDOWS_1258.decode_without_bom_handling(bytes).0.into_owned(), Some("Windows-1258")),
    }
}

/// True for UTF-16, marked or not.
pub fn wide(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || utf_16(bytes).is_some()
}

/// UTF-16 without a mark: every other byte of most letters of a header is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(400)).filter(|h| h.len() >= 4)?;
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let half = head.len() / 4;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > half => Some(UTF_16LE),
        (even, 0) if even > half => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_saving_text_is_read() {
        let said = "tên sản phẩm;hạng sao\nMắm tôm;4\n";
        let wide = |swap: bool, mark: &str| -> Vec<u8> {
            let units = format!("{mark}{said}");
            units.encode_utf16().flat_map(|u| if swap { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let marked = [b"\xEF\xBB\xBF", said.as_bytes()].concat();
        let all = [
            said.as_bytes().to_vec(),
            marked,
            wide(false, "\u{feff}"),
            wide(true, "\u{feff}"),
            wide(false, ""),
            wide(true, ""),
        ];
        for bytes in all {
            assert_eq!(text(&bytes), (said.to_owned(), None));
        }
    }

    #[test]
    fn windows_1258_is_read_and_said_so() {
        let (text, code) = text(b"t\xEAn sa\xD2n ph\xE2\xD2m,Ma\xDEm");
        assert_eq!((text.as_str(), code), ("tên sa\u{309}n phâ\u{309}m,Ma\u{303}m", Some("Windows-1258")));
        let (text, code) = super::text(b"t\xAAn s\xB6n ph\xC8m,M\xBEm t\xABm");
        assert_eq!((text.as_str(), code), ("tªn s¶n phÈm,M¾m t«m", Some("TCVN3 (ABC)")));
    }
}
