//! Files that are no photographs: each is told apart, in both languages, and never stops the others.

use crate::shots::{exif, fields, flawed, gif, jpeg, jpeg_with, plain, png, webp};
use image::{DynamicImage, Rgba, RgbaImage};
use ocop::publish::Severity;
use ocop::publish::photo::{Cache, Finding, Flaw, Foreign, MEGAPIXELS, PRINT, develop, develop_all};

#[test]
fn too_few_bytes_are_told() {
    assert_eq!(flawed(b""), Flaw::Short(0));
    assert_eq!(flawed(b"\xFF"), Flaw::Short(1));
}

/// Headers of pictures of that size, each with a scrap of data.
fn huge(width: u32, height: u32) -> Vec<Vec<u8>> {
    let mut png = png(&DynamicImage::ImageRgb8(plain(8, 8, [1, 2, 3])), None);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    let mut jpeg = jpeg(&plain(8, 8, [1, 2, 3]));
    let frame = jpeg.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap_or_default();
    jpeg[frame + 5..frame + 7].copy_from_slice(&(height as u16).to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&(width as u16).to_be_bytes());
    let mut gif = gif(&[RgbaImage::from_pixel(8, 8, Rgba([9, 9, 9, 255]))]);
    gif[6..8].copy_from_slice(&(width as u16).to_le_bytes());
    gif[8..10].copy_from_slice(&(height as u16).to_le_bytes());
    vec![png, jpeg, gif]
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, b| {
        (0..8).fold(crc ^ u32::from(*b), |c, _| if c & 1 == 1 { c >> 1 ^ 0xEDB8_8320 } else { c >> 1 })
    })
}

#[test]
fn twenty_thousand_pixels_square_are_refused_by_the_header() {
    for file in huge(20_000, 20_000) {
        assert_eq!(flawed(&file), Flaw::Large(20_000, 20_000));
    }
    // a line of pixels past the limit is past it; the 108 megapixels of phones that have most are within
    let lines = MEGAPIXELS * 1_000_000 / 16_000 + 1;
    for file in huge(16_000, lines) {
        assert_eq!(flawed(&file), Flaw::Large(16_000, lines));
    }
    const { assert!(MEGAPIXELS * 1_000_000 >= 12_032 * 9_024) };
}

#[test]
fn a_file_that_is_cut_off_is_told() {
    let picture = fields(640, 480);
    // a thumbnail inside has an end of its own
    let mut thumb = exif(1);
    thumb.extend(jpeg(&plain(32, 32, [9, 9, 9])));
    let whole = [
        jpeg_with(&picture, |e| drop(e.add_exif_metadata(&thumb))),
        jpeg_with(&picture, |e| e.set_progressive(true)),
        jpeg_with(&picture, |e| e.set_restart_interval(4)),
        png(&DynamicImage::ImageRgb8(picture.clone()), None),
        webp(&picture),
    ];
    for (i, file) in whole.iter().enumerate() {
        assert!(develop(file).is_ok(), "{i}");
        for part in [5, 20, 50, 90, 99] {
            let flaw = flawed(&file[..(file.len() * part / 100).max(40)]);
            assert!(matches!(flaw, Flaw::CutOff | Flaw::Broken(_)), "{i} at {part} %: {flaw:?}");
            assert!(i > 2 || part < 50 || flaw == Flaw::CutOff, "{i} at {part} %: {flaw:?}");
        }
    }
    let mut followed = whole[0].clone();
    followed.extend(b"a clip that the phone keeps behind the picture");
    assert!(develop(&followed).is_ok());
}

/// A file that begins so, as long as a picture.
fn begins(with: &[u8]) -> Vec<u8> {
    [with, &[0; 600]].concat()
}

#[test]
fn what_is_no_picture_is_called_by_its_name() {
    for (file, kind, vi, en) in [
        (begins(b"\0\0\0\x18ftypheic\0\0\0\0"), Foreign::Heic, "HEIC", "HEIC"),
        (begins(b"\0\0\0\x18ftypheix\0\0\0\0"), Foreign::Heic, "Tương thích nhất", "Most Compatible"),
        (begins(b"\0\0\0\x18ftypmif1\0\0\0\0"), Foreign::Heic, "xuất thành JPEG", "export it as JPEG"),
        (begins(b"\0\0\0\x20ftypavif\0\0\0\0"), Foreign::Avif, "AVIF", "AVIF"),
        (begins(b"\0\0\0\x20ftypisom\0\0\0\0"), Foreign::Video, "video", "video"),
        (begins(b"\0\0\0\x20ftypqt  \0\0\0\0"), Foreign::Video, "khung hình", "frame"),
        (begins(b"RIFF\0\0\0\0AVI "), Foreign::Video, "video", "video"),
        (begins(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Foreign::Svg, "SVG", "SVG"),
        (begins(b"<?xml version='1.0'?>\n<!-- a --><svg/>"), Foreign::Svg, "SVG", "SVG"),
        (begins(b"\n<!DOCTYPE html><html>"), Foreign::Page, "trang web", "page of the web"),
        (begins(b"%PDF-1.7"), Foreign::Pdf, "PDF", "PDF"),
        (begins(b"II*\0"), Foreign::Tiff, "TIFF", "TIFF"),
        (begins(b"BM"), Foreign::Bmp, "BMP", "BMP"),
        (begins(b"PK\x03\x04"), Foreign::Document, "tài liệu", "document"),
        (begins(b"Mam tom"), Foreign::Unknown, "loại tệp khác", "other kind"),
    ] {
        let flaw = flawed(&file);
        assert_eq!(flaw, Flaw::Foreign(kind));
        let told = |of: fn(ocop::catalog::Text<String>) -> String| {
            of(flaw.expected()) + &flaw.hint().map(of).unwrap_or_default()
        };
        assert!(told(|t| t.vi).contains(vi) && told(|t| t.en).contains(en), "{}\n{}", told(|t| t.vi), told(|t| t.en));
    }
}

#[test]
fn every_flaw_is_told_in_both_languages() {
    let some = || vec!["a.jpg".to_owned(), "b.jpg".to_owned()];
    let all = [
        Flaw::Missing(None),
        Flaw::Missing(Some("le-gia.jpg".into())),
        Flaw::Outside(None),
        Flaw::Outside(Some("chai.jpg".into())),
        Flaw::Several(some()),
        Flaw::Claimed(some()),
        Flaw::Filled("Mắm bịa".into()),
        Flaw::Unused,
        Flaw::Unread("permission denied".into()),
        Flaw::Short(1),
        Flaw::Heavy(3_000_000_000),
        Flaw::Foreign(Foreign::Unknown),
        Flaw::Large(20_000, 20_000),
        Flaw::CutOff,
        Flaw::Broken("bad Huffman code".into()),
        Flaw::Small(PRINT - 1),
    ];
    for flaw in &all {
        let expected = flaw.expected();
        assert!(!expected.vi.is_empty() && !expected.en.is_empty() && expected.vi != expected.en, "{flaw:?}");
        let finding = Finding { file: "a.jpg".into(), blame: None, flaw: flaw.clone() };
        assert_eq!(finding.fault().severity, Severity::Warning, "{flaw:?}");
        assert!(flaw.hint().is_some() || matches!(flaw, Flaw::Foreign(Foreign::Unknown)), "{flaw:?}");
    }
}

#[test]
fn a_broken_file_stops_no_other_whatever_is_broken() {
    let home = tempfile::tempdir().unwrap_or_else(|e| unreachable!("{e}"));
    let mut files = Vec::new();
    let mut put = |bytes: &[u8]| {
        let path = home.path().join(format!("{:03}.jpg", files.len()));
        std::fs::write(&path, bytes).unwrap_or_else(|e| unreachable!("{e}"));
        files.push(path);
    };
    let sound = jpeg(&fields(120, 80));
    let picture = fields(64, 48);
    let seeds = [
        sound.clone(),
        png(&DynamicImage::ImageRgb8(picture.clone()), None),
        webp(&picture),
        jpeg_with(&picture, |e| e.set_progressive(true)),
    ];
    let mut dice = oorandom::Rand64::new(7);
    for file in seeds.iter().flat_map(|seed| std::iter::repeat_n(seed, 60)) {
        let mut broken = file.clone();
        for _ in 0..=dice.rand_range(0..12) {
            let at = dice.rand_range(0..broken.len() as u64) as usize;
            broken[at] = dice.rand_u64() as u8;
        }
        put(&broken);
    }
    put(&sound);
    let cache = Cache::open(&home.path().join("cache")).unwrap_or_else(|e| unreachable!("{e}"));
    let made = develop_all(&files, &cache, &|_, _| {}).unwrap_or_else(|e| unreachable!("{e}"));
    assert_eq!(made.len(), files.len());
    assert!(made.last().is_some_and(Result::is_ok));
    assert!(made.iter().filter(|m| m.is_err()).count() > 30, "hardly anything was broken");
}
