//! What a file is, by its first bytes: names lie, bytes do not.
//!
//! In: the beginning of a file. Out: one of the four kinds of picture that are read, or what it is instead, with the
//! way to a picture that is read. It decodes nothing.

use super::flaw::text;
use crate::catalog::Text;

/// Bytes that are enough to tell.
pub(super) const HEAD: usize = 512;

/// A kind of picture that is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// JPEG, any flavour.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
}

/// What people have in a folder of photographs that is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Foreign {
    /// HEIC or HEIF, as iPhones take.
    Heic,
    /// AVIF.
    Avif,
    /// TIFF, or the raw picture of a camera, which begins alike.
    Tiff,
    /// BMP.
    Bmp,
    /// A drawing.
    Svg,
    /// A page of the web, saved where a picture was meant.
    Page,
    /// PDF.
    Pdf,
    /// Video.
    Video,
    /// A zip file or an office document.
    Document,
    /// Nothing known.
    Unknown,
}

/// What begins so.
pub fn kind(head: &[u8]) -> Result<Kind, Foreign> {
    let at = |from: usize, mark: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(mark));
    let starts = |marks: &[&[u8]]| marks.iter().any(|mark| at(0, mark));
    Err(if starts(&[b"\xFF\xD8\xFF"]) {
        return Ok(Kind::Jpeg);
    } else if starts(&[b"\x89PNG\r\n\x1A\n"]) {
        return Ok(Kind::Png);
    } else if starts(&[b"GIF87a", b"GIF89a"]) {
        return Ok(Kind::Gif);
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        return Ok(Kind::Webp);
    } else if at(4, b"ftyp") {
        film_or_still(head.get(8..12).unwrap_or_default())
    } else if starts(&[b"RIFF", b"\x1A\x45\xDF\xA3", b"\0\0\x01\xBA", b"FLV\x01"]) {
        Foreign::Video
    } else if starts(&[b"II*\0", b"MM\0*"]) {
        Foreign::Tiff
    } else if starts(&[b"BM"]) {
        Foreign::Bmp
    } else if starts(&[b"%PDF"]) {
        Foreign::Pdf
    } else if starts(&[b"PK\x03\x04", b"\xD0\xCF\x11\xE0"]) {
        Foreign::Document
    } else {
        written(head)
    })
}

/// The family of MP4: the first brand tells stills from films (ISO/IEC 23008-12, annex B; AVIF 1.1, 8).
fn film_or_still(brand: &[u8]) -> Foreign {
    match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs" | b"mif1" | b"msf1" => {
            Foreign::Heic
        }
        b"avif" | b"avis" => Foreign::Avif,
        _ => Foreign::Video,
    }
}

/// Text of the web, or nothing known.
fn written(head: &[u8]) -> Foreign {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    match text.starts_with('<') {
        true if text.contains("<svg") => Foreign::Svg,
        true if text.contains("<html") || text.contains("<!doctype html") => Foreign::Page,
        _ => Foreign::Unknown,
    }
}

impl Foreign {
    /// What it is called.
    pub fn name(self) -> Text<&'static str> {
        let (vi, en) = match self {
            Foreign::Heic => ("ảnh HEIC của iPhone", "a HEIC picture from an iPhone"),
            Foreign::Avif => ("ảnh AVIF", "an AVIF picture"),
            Foreign::Tiff => ("ảnh TIFF hoặc ảnh thô của máy ảnh", "a TIFF or a camera's raw picture"),
            Foreign::Bmp => ("ảnh BMP", "a BMP picture"),
            Foreign::Svg => ("hình vẽ SVG", "an SVG drawing"),
            Foreign::Page => ("một trang web", "a page of the web"),
            Foreign::Pdf => ("tài liệu PDF", "a PDF document"),
            Foreign::Video => ("video", "a video"),
            Foreign::Document => ("tệp nén hoặc tài liệu văn phòng", "a zip file or an office document"),
            Foreign::Unknown => ("một loại tệp khác", "some other kind of file"),
        };
        Text { vi, en }
    }

    /// The way to a picture that is read.
    pub(super) fn advice(self) -> Option<Text<String>> {
        Some(match self {
            Foreign::Heic => text(
                "trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất, rồi chụp lại; ảnh đã chụp: mở trong ứng \
                 dụng Ảnh và xuất thành JPEG, hoặc tự gửi cho mình qua thư điện tử",
                "on the iPhone: Settings › Camera › Formats › Most Compatible, then take it again; one already taken: open \
                 it in Photos and export it as JPEG, or send it to yourself by mail",
            ),
            Foreign::Avif | Foreign::Tiff | Foreign::Bmp | Foreign::Svg => text(
                "mở bằng chương trình xem ảnh và lưu thành JPEG hoặc PNG",
                "open it in a picture viewer and save it as JPEG or PNG",
            ),
            Foreign::Page => text(
                "mở trang web, bấm chuột phải vào ảnh và chọn lưu ảnh",
                "open the page, press the picture with the right button and save the picture itself",
            ),
            Foreign::Pdf | Foreign::Document => text(
                "lấy ảnh trong tài liệu ra và lưu thành JPEG",
                "take the picture out of the document and save it as JPEG",
            ),
            Foreign::Video => text("chụp một tấm ảnh, hoặc lưu một khung hình", "take a photograph, or save one frame"),
            Foreign::Unknown => return None,
        })
    }
}
