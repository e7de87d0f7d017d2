//! Colours as the screen means them: whatever the file's profile, out comes sRGB.
//!
//! In: pixels with their ICC profile (Display P3 of phones, Adobe RGB of cameras, CMYK of print shops, greys). Out: RGB
//! in sRGB, what was see-through laid on the colour of the site's sheet. Without a profile, or with one that cannot be
//! read or is for other inks, RGB and grey count as sRGB, and CMYK is mixed by arithmetic. It never changes a size.

use super::decode::Ink;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// `--sheet` of `style/tokens.css`, by day: what lies under a picture with holes in it.
pub const SHEET: [u8; 3] = [0xFC, 0xF9, 0xF1];

/// The pixels as sRGB, three bytes each.
pub(super) fn to_srgb(ink: Ink, pixels: Vec<u8>, profile: Option<&[u8]>) -> Vec<u8> {
    let (ink, pixels) = match profile.and_then(|icc| managed(ink, &pixels, icc)) {
        Some(done) => done,
        None => plain(ink, pixels),
    };
    match ink {
        Ink::Rgba => pixels.as_chunks::<4>().0.iter().flat_map(|p| flat(*p)).collect(),
        _ => pixels,
    }
}

/// By the profile, if it is one for these inks.
fn managed(ink: Ink, pixels: &[u8], icc: &[u8]) -> Option<(Ink, Vec<u8>)> {
    let profile = ColorProfile::new_from_slice(icc).ok()?;
    let (space, from, bytes) = match ink {
        Ink::Grey => (DataColorSpace::Gray, Layout::Gray, 1),
        Ink::GreyAlpha => (DataColorSpace::Gray, Layout::GrayAlpha, 2),
        Ink::Rgb => (DataColorSpace::Rgb, Layout::Rgb, 3),
        Ink::Rgba => (DataColorSpace::Rgb, Layout::Rgba, 4),
        Ink::Cmyk => (DataColorSpace::Cmyk, Layout::Rgba, 4),
    };
    let (to, out) = match ink {
        Ink::GreyAlpha | Ink::Rgba => (Layout::Rgba, Ink::Rgba),
        _ => (Layout::Rgb, Ink::Rgb),
    };
    if profile.color_space != space {
        return None;
    }
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(from, &srgb, to, TransformOptions::default()).ok()?;
    let mut done = vec![0; pixels.len() / bytes * if out == Ink::Rgba { 4 } else { 3 }];
    transform.transform(pixels, &mut done).ok()?;
    Some((out, done))
}

fn plain(ink: Ink, pixels: Vec<u8>) -> (Ink, Vec<u8>) {
    match ink {
        Ink::Grey => (Ink::Rgb, pixels.iter().flat_map(|g| [*g; 3]).collect()),
        Ink::GreyAlpha => (Ink::Rgba, pixels.as_chunks::<2>().0.iter().flat_map(|[g, a]| [*g, *g, *g, *a]).collect()),
        Ink::Cmyk => (Ink::Rgb, pixels.as_chunks::<4>().0.iter().flat_map(|p| mixed(*p)).collect()),
        rgb => (rgb, pixels),
    }
}

/// What paper leaves of light behind each ink.
fn mixed([c, m, y, k]: [u8; 4]) -> [u8; 3] {
    [c, m, y].map(|ink| part(255 - ink, 255 - k))
}

/// Laid on the sheet.
fn flat([r, g, b, a]: [u8; 4]) -> [u8; 3] {
    let lay = |above, below| part(above, a) + part(below, 255 - a);
    [lay(r, SHEET[0]), lay(g, SHEET[1]), lay(b, SHEET[2])]
}

/// `value` times `of` 255ths.
fn part(value: u8, of: u8) -> u8 {
    ((u16::from(value) * u16::from(of) + 127) / 255) as u8
}
