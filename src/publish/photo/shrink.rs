//! Fewer pixels, and the right way up.
//!
//! In: pixels of any ink. Out: pixels of the same ink, resampled with Lanczos of 3 lobes; never more than came in.
//! The values are averaged as they are stored, not as light: so do browsers when they fit a copy into its place, and
//! averaging light costs three times as much for a difference seen only in the finest bright grain.

use super::Flaw;
use super::decode::{Ink, Raw};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

/// Width and height with that long side at most, never larger than before, never 0.
pub(super) fn within(width: u32, height: u32, long: u32) -> (u32, u32) {
    let longest = width.max(height).max(1);
    let side = |side: u32| match longest > long {
        true => ((u64::from(side) * u64::from(long) + u64::from(longest) / 2) / u64::from(longest)).max(1) as u32,
        false => side,
    };
    (side(width), side(height))
}

/// The same picture in that size.
pub(super) fn shrink(raw: Raw, width: u32, height: u32) -> Result<Raw, Flaw> {
    if (raw.width, raw.height) == (width, height) {
        return Ok(raw);
    }
    let kind = match raw.ink {
        Ink::Grey => PixelType::U8,
        Ink::GreyAlpha => PixelType::U8x2,
        Ink::Rgb => PixelType::U8x3,
        Ink::Rgba | Ink::Cmyk => PixelType::U8x4,
    };
    let pixels = resample(&raw.pixels, kind, (raw.width, raw.height), (width, height), raw.ink != Ink::Cmyk)?;
    Ok(Raw { width, height, pixels, ..raw })
}

/// A copy in that size.
pub(super) fn copy(picture: &RgbImage, width: u32, height: u32) -> Result<RgbImage, Flaw> {
    let pixels = resample(picture.as_raw(), PixelType::U8x3, picture.dimensions(), (width, height), false)?;
    RgbImage::from_raw(width, height, pixels).ok_or_else(|| Flaw::Broken("too few pixels".into()))
}

fn resample(pixels: &[u8], kind: PixelType, from: (u32, u32), to: (u32, u32), alpha: bool) -> Result<Vec<u8>, Flaw> {
    let told = |e: &dyn std::fmt::Display| Flaw::Broken(e.to_string());
    let source = ImageRef::new(from.0, from.1, pixels, kind).map_err(|e| told(&e))?;
    let mut out = Image::new(to.0, to.1, kind);
    let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).use_alpha(alpha);
    Resizer::new().resize(&source, &mut out, &how).map_err(|e| told(&e))?;
    Ok(out.into_vec())
}

/// The picture as its camera was held.
pub(super) fn upright(picture: RgbImage, turn: Orientation) -> RgbImage {
    let mut picture = DynamicImage::ImageRgb8(picture);
    picture.apply_orientation(turn);
    picture.into_rgb8()
}
