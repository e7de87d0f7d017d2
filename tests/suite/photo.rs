//! What becomes of a photograph: the right way up, in sRGB, without a word about its taker, never larger than it was.

use crate::shots::{
    BLUE, FIELDS, GREEN, RED, YELLOW, copies, copy, developed, exif, fields, gif, jpeg, jpeg_with, near, plain, png,
    webp,
};
use image::{DynamicImage, GrayAlphaImage, GrayImage, ImageBuffer, Luma, LumaA, Rgb, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};
use moxcms::ColorProfile;
use ocop::catalog::Photo;
use ocop::publish::photo::{LONG, SHEET};

/// Colours in the middle of the four fields.
fn corners(picture: &image::RgbImage) -> [[u8; 3]; 4] {
    let (w, h) = picture.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| picture.get_pixel(w * x / 4, h * y / 4).0)
}

#[test]
fn however_the_phone_was_held_the_picture_stands_upright() {
    // EXIF 2.32, 4.6.5.1: where row 0 and column 0 of the stored picture are seen
    let stands: [[[u8; 3]; 4]; 8] = [
        FIELDS,
        [GREEN, RED, YELLOW, BLUE],
        [YELLOW, BLUE, GREEN, RED],
        [BLUE, YELLOW, RED, GREEN],
        [RED, BLUE, GREEN, YELLOW],
        [BLUE, RED, YELLOW, GREEN],
        [YELLOW, GREEN, BLUE, RED],
        [GREEN, YELLOW, RED, BLUE],
    ];
    for (turn, upright) in (1_u16..).zip(stands) {
        let file = jpeg_with(&fields(96, 64), |e| drop(e.add_exif_metadata(&exif(turn))));
        let made = developed(&file);
        let size = if turn < 5 { (96, 64) } else { (64, 96) };
        assert_eq!((made.photo.width, made.photo.height), size, "turn {turn}");
        for copy in copies(&made) {
            let seen = corners(&copy);
            assert!(seen.iter().zip(upright).all(|(a, b)| near(*a, b, 12)), "turn {turn}: {seen:?} for {upright:?}");
        }
    }
}

#[test]
fn nothing_tells_where_and_with_what_it_was_taken() {
    let mut file = jpeg_with(&fields(900, 600), |e| {
        drop(e.add_exif_metadata(&exif(6)));
        drop(e.add_app_segment(1, b"http://ns.adobe.com/xap/1.0/\0<x>SECRETPLACE</x>".to_vec()));
        drop(e.add_app_segment(13, b"Photoshop 3.0\0SECRETOWNER".to_vec()));
        drop(e.add_icc_profile(&ColorProfile::new_display_p3().encode().unwrap_or_default()));
    });
    file.extend(b"SECRETCLIP behind the picture");
    let made = developed(&file);
    assert_eq!(made.copies.len(), 3);
    for (name, bytes) in &made.copies {
        for secret in ["SECRET", "Exif", "xap", "ICC", "Photoshop", "GPS", "XMP", "EXIF"] {
            assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{name} holds {secret}");
        }
        match name.ends_with(".webp") {
            // the plain container: one chunk, no room for anything else
            true => assert_eq!((&bytes[..4], &bytes[8..16]), (&b"RIFF"[..], &b"WEBPVP8 "[..]), "{name}"),
            false => assert_eq!(segments(bytes), [0xE0], "{name}: only JFIF's own segment of all APPn and COM"),
        }
    }
}

/// Application and comment segments of a JPEG.
fn segments(bytes: &[u8]) -> Vec<u8> {
    let (mut at, mut out) = (2, Vec::new());
    while bytes[at + 1] != 0xDA {
        if bytes[at + 1] >= 0xE0 {
            out.push(bytes[at + 1]);
        }
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    out
}

/// sRGB of a colour in a space with that curve and matrix to XYZ (D65), by the definition (IEC 61966-2-1).
fn reference(colour: [u8; 3], curve: fn(f64) -> f64, to_xyz: [[f64; 3]; 3]) -> [u8; 3] {
    const TO_SRGB: [[f64; 3]; 3] = [[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]];
    let times = |m: [[f64; 3]; 3], v: [f64; 3]| m.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);
    let light = times(TO_SRGB, times(to_xyz, colour.map(|c| curve(f64::from(c) / 255.0))));
    light.map(|l| {
        let l = l.clamp(0.0, 1.0);
        let value = if l <= 0.003_130_8 { 12.92 * l } else { 1.055 * l.powf(1.0 / 2.4) - 0.055 };
        (value * 255.0).round() as u8
    })
}

fn srgb_curve(v: f64) -> f64 {
    if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
}

const P3: [[f64; 3]; 3] = [[0.4866, 0.2657, 0.1982], [0.2290, 0.6917, 0.0793], [0.0, 0.0451, 1.0439]];
const ADOBE: [[f64; 3]; 3] = [[0.5767, 0.1856, 0.1882], [0.2973, 0.6274, 0.0753], [0.0270, 0.0707, 0.9911]];

#[test]
fn colours_of_other_spaces_are_brought_into_srgb() {
    let adobe = |v: f64| v.powf(2.199_218_75);
    for colour in [[234, 51, 35], [120, 180, 90], [60, 90, 160]] {
        for (profile, wanted) in [
            (ColorProfile::new_display_p3(), reference(colour, srgb_curve, P3)),
            (ColorProfile::new_adobe_rgb(), reference(colour, adobe, ADOBE)),
            (ColorProfile::new_srgb(), colour),
        ] {
            let icc = profile.encode().unwrap_or_default();
            let picture = plain(64, 64, colour);
            let files = [
                jpeg_with(&picture, |e| drop(e.add_icc_profile(&icc))),
                png(&DynamicImage::ImageRgb8(picture), Some(icc)),
            ];
            for file in files {
                for copy in copies(&developed(&file)) {
                    let seen = copy.get_pixel(32, 32).0;
                    assert!(near(seen, wanted, 5), "{colour:?} is {seen:?}, not {wanted:?}");
                }
            }
        }
    }
    assert!(!near(reference([234, 51, 35], srgb_curve, P3), [234, 51, 35], 15), "this test would see no conversion");
}

#[test]
fn greys_stay_grey_and_as_bright() {
    let deep = ImageBuffer::<Luma<u16>, _>::from_pixel(32, 32, Luma([128 * 257]));
    let linear = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap_or_default();
    let mut grey = Vec::new();
    let encoded = Encoder::new(&mut grey, 95).encode(&[128; 32 * 32], 32, 32, ColorType::Luma);
    assert!(encoded.is_ok());
    let broken = b"no profile at all".repeat(20);
    let shade = DynamicImage::ImageLuma8(GrayImage::from_pixel(32, 32, Luma([128])));
    for (what, file, wanted) in [
        ("JPEG", grey, 128),
        ("PNG", png(&shade, None), 128),
        ("16 bits", png(&DynamicImage::ImageLuma16(deep), None), 128),
        // half the light is 188 of 255
        ("linear", png(&shade, Some(linear)), 188),
        ("a broken profile", png(&shade, Some(broken)), 128),
        ("one for RGB", png(&shade, ColorProfile::new_display_p3().encode().ok()), 128),
    ] {
        for copy in copies(&developed(&file)) {
            let seen = copy.get_pixel(16, 16).0;
            assert!(near(seen, [wanted; 3], 3), "{what}: {seen:?}");
        }
    }
}

#[test]
fn print_shops_four_inks_become_three_lights() {
    for (ink, light) in [
        ([255, 0, 0, 0], [0, 255, 255]),
        ([0, 255, 255, 0], [255, 0, 0]),
        ([0, 0, 0, 255], [0, 0, 0]),
        ([0, 0, 0, 0], [255, 255, 255]),
        ([0, 0, 0, 128], [127, 127, 127]),
    ] {
        for kind in [ColorType::Cmyk, ColorType::CmykAsYcck] {
            let mut file = Vec::new();
            let encoded = Encoder::new(&mut file, 98).encode(&ink.repeat(32 * 32), 32, 32, kind);
            assert!(encoded.is_ok());
            for copy in copies(&developed(&file)) {
                let seen = copy.get_pixel(16, 16).0;
                assert!(near(seen, light, 6), "{kind:?} {ink:?}: {seen:?}");
            }
        }
    }
}

/// A profile for four inks under which full cyan alone is the middle grey of Lab, and every other mixture is white
/// (ICC.1:2010, 7.2, 10.10): no press is so, but arithmetic without it would give something else.
fn grey_cyan() -> Vec<u8> {
    let mut lut = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    let one = 65536_u32.to_be_bytes();
    (0..9).for_each(|i| lut.extend(if i % 4 == 0 { one } else { [0; 4] }));
    (0..4).for_each(|_| lut.extend(0..=255_u8));
    // corners, the last ink changing quickest; Lab in 8 bits: 255 is white, 128 neither red nor green
    (0..16).for_each(|corner| lut.extend([if corner == 8 { 128 } else { 255 }, 128, 128]));
    (0..3).for_each(|_| lut.extend(0..=255_u8));
    let white =
        [b"XYZ \0\0\0\0".to_vec(), [0x0000_F6D6_u32, 0x0001_0000, 0x0000_D32D].map(u32::to_be_bytes).concat()].concat();
    let tags = 4 + 2 * 12;
    let mut icc = vec![0; 128];
    icc[8..12].copy_from_slice(&[4, 0x20, 0, 0]);
    icc[12..24].copy_from_slice(b"prtrCMYKLab ");
    icc[36..40].copy_from_slice(b"acsp");
    icc[68..80].copy_from_slice(&white[8..20]);
    icc.extend(2_u32.to_be_bytes());
    for (name, at, size) in [(b"A2B0", 128 + tags, lut.len()), (b"wtpt", 128 + tags + lut.len(), white.len())] {
        icc.extend(name);
        icc.extend((at as u32).to_be_bytes());
        icc.extend((size as u32).to_be_bytes());
    }
    icc.extend(lut);
    icc.extend(white);
    let size = icc.len() as u32;
    icc[..4].copy_from_slice(&size.to_be_bytes());
    icc
}

#[test]
fn a_press_s_own_profile_is_believed() {
    let icc = grey_cyan();
    for (ink, light) in [([255, 0, 0, 0], 119), ([0, 255, 0, 0], 255), ([0, 0, 0, 0], 255)] {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 98);
        assert!(encoder.add_icc_profile(&icc).is_ok());
        assert!(encoder.encode(&ink.repeat(32 * 32), 32, 32, ColorType::Cmyk).is_ok());
        for copy in copies(&developed(&file)) {
            let seen = copy.get_pixel(16, 16).0;
            assert!(near(seen, [light; 3], 5), "{ink:?}: {seen:?} for {light}");
        }
    }
}

#[test]
fn what_is_seen_through_shows_the_sheet() {
    let tokens = std::fs::read_to_string("style/tokens.css").unwrap_or_default();
    let [r, g, b] = SHEET;
    assert!(tokens.contains(&format!("--sheet: #{r:02X}{g:02X}{b:02X};")), "the colour of the sheet is another now");
    let half = |a: u8| [200_u8, 30, 30].map(|c| c).map(|c| (u16::from(c) * u16::from(a) / 255) as u8);
    let laid = |a: u8| [0, 1, 2].map(|i| half(a)[i] + (u16::from(SHEET[i]) * u16::from(255 - a) / 255) as u8);
    for alpha in [0, 128, 255] {
        let red = RgbaImage::from_pixel(32, 32, Rgba([200, 30, 30, alpha]));
        let grey = GrayAlphaImage::from_pixel(32, 32, LumaA([0, alpha]));
        let seen = copies(&developed(&png(&DynamicImage::ImageRgba8(red), None)))[0].get_pixel(16, 16).0;
        assert!(near(seen, laid(alpha), 4), "{alpha}: {seen:?}");
        let seen = copies(&developed(&png(&DynamicImage::ImageLumaA8(grey), None)))[0].get_pixel(16, 16).0;
        assert!(near(seen, SHEET.map(|c| (u16::from(c) * u16::from(255 - alpha) / 255) as u8), 4), "{alpha}: {seen:?}");
    }
}

#[test]
fn every_kind_is_read_and_of_a_film_the_first_picture() {
    let rgba = |c: [u8; 3]| RgbaImage::from_pixel(64, 48, Rgba([c[0], c[1], c[2], 255]));
    let deep = ImageBuffer::<Rgb<u16>, _>::from_pixel(64, 48, Rgb(BLUE.map(|c| u16::from(c) * 257)));
    for (file, colour) in [
        (gif(&[rgba(GREEN), rgba(RED)]), GREEN),
        (webp(&plain(64, 48, YELLOW)), YELLOW),
        (png(&DynamicImage::ImageRgb16(deep), None), BLUE),
        (jpeg_with(&plain(64, 48, RED), |e| e.set_progressive(true)), RED),
    ] {
        let made = developed(&file);
        for copy in copies(&made) {
            assert_eq!(copy.dimensions(), (64, 48));
            assert!(near(copy.get_pixel(40, 20).0, colour, 8), "{:?} for {colour:?}", copy.get_pixel(40, 20));
        }
        let tint = made.photo.tint.trim_start_matches('#').to_owned();
        let tint = [0, 2, 4].map(|i| u8::from_str_radix(&tint[i..i + 2], 16).unwrap_or_default());
        assert!(near(tint, colour, 3), "{}", made.photo.tint);
    }
}

#[test]
fn copies_are_never_larger_than_the_picture() {
    for (width, height, widths, size) in [
        (3200, 2400, vec![400, 800, 1600], (1600, 1200)),
        (2400, 3200, vec![400, 800, 1200], (1200, 1600)),
        (1000, 500, vec![400, 800, 1000], (1000, 500)),
        (800, 800, vec![400, 800], (800, 800)),
        (300, 200, vec![300], (300, 200)),
        (1, 1, vec![1], (1, 1)),
        (5000, 20, vec![400, 800, 1600], (1600, 6)),
        (20, 5000, vec![6], (6, 1600)),
    ] {
        let made = developed(&jpeg(&plain(width, height, RED)));
        assert_eq!((made.photo.widths(), (made.photo.width, made.photo.height)), (widths, size));
        for (name, wide) in made.photo.files().iter().zip(made.photo.widths()) {
            let copy = copy(&made, name);
            assert_eq!((copy.width(), name), (wide.into(), &format!("{}-{wide}.webp", made.photo.stem)));
            let exact = f64::from(size.1) * f64::from(wide) / f64::from(size.0);
            assert!((f64::from(copy.height()) - exact).abs() <= 1.0, "{name}: {} for {exact}", copy.height());
        }
        assert_eq!(copy(&made, &format!("{}.jpg", made.photo.stem)).dimensions(), (size.0.into(), size.1.into()));
    }
    assert!(u16::try_from(LONG).is_ok());
}

#[test]
fn fine_lines_are_averaged_not_dropped() {
    let lines = image::RgbImage::from_fn(1280, 960, |x, _| Rgb([if x % 2 == 0 { 0 } else { 255 }; 3]));
    let made = developed(&jpeg(&lines));
    let narrow = copy(&made, &made.photo.file(400));
    assert!(narrow.pixels().all(|p| near(p.0, [127; 3], 12)), "stripes came through");
}

#[test]
fn the_same_bytes_give_the_same_bytes_under_the_same_name() {
    let file = jpeg(&fields(500, 400));
    let (one, two) = (developed(&file), developed(&file));
    assert_eq!((one.photo, one.copies), (two.photo, two.copies));
    assert_ne!(developed(&jpeg(&fields(500, 402))).photo.stem, developed(&file).photo.stem);
}

#[test]
fn a_photograph_names_its_files() {
    let photo = Photo { stem: "a1".into(), width: 1200, height: 1600, tint: String::new() };
    assert_eq!(photo.files(), ["a1-400.webp", "a1-800.webp", "a1-1200.webp", "a1.jpg"]);
}
