//! The bytes of a picture become pixels, and what its file says about them.
//!
//! In: the content of a JPEG, PNG, WebP or GIF file (of the last its first frame). Out: pixels as stored, with the
//! colour profile and the turn that the file asks for; or the one [`Flaw`] that forbids. Size is judged from the
//! header, before anything is unpacked. Nothing else that a file says (place, time, camera, owner) is read at all.

use super::kind::{Kind, kind};
use super::{Flaw, MEGAPIXELS, SHORTEST, jpeg};
use image::codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, Limits};
use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Bytes that a picture may take unpacked: 128 megapixels at 4 bytes.
const UNPACKED: u64 = MEGAPIXELS as u64 * 4_000_000;

/// More pixels than these are unpacked one picture at a time, so that memory is bounded by one great picture and as many
/// of this size as there are processors.
const GREAT: u64 = 32_000_000;
static ALONE: Mutex<()> = Mutex::new(());

/// The right to have a great picture open.
pub(super) type Alone = Option<MutexGuard<'static, ()>>;

/// What a pixel is made of, a byte each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ink {
    Grey,
    GreyAlpha,
    Rgb,
    Rgba,
    /// Ink on paper: 255 is full.
    Cmyk,
}

/// A picture as stored.
pub(super) struct Raw {
    pub width: u32,
    pub height: u32,
    pub ink: Ink,
    pub pixels: Vec<u8>,
    /// ICC profile.
    pub profile: Option<Vec<u8>>,
    /// How to hold it.
    pub turn: Orientation,
    /// Held as long as all its pixels are.
    pub alone: Alone,
}

/// The pixels of a file. Of a JPEG, no more than needed for copies with that long side (0: all).
pub(super) fn decode(bytes: &[u8], long: u32) -> Result<Raw, Flaw> {
    if (bytes.len() as u64) < SHORTEST {
        return Err(Flaw::Short(bytes.len() as u64));
    }
    let read = || Cursor::new(bytes);
    let limits = || {
        let mut limits = Limits::no_limits();
        limits.max_alloc = Some(UNPACKED);
        limits
    };
    match kind(bytes).map_err(Flaw::Foreign)? {
        Kind::Jpeg => jpeg::decode(bytes, long),
        Kind::Png => unpack(PngDecoder::with_limits(read(), limits()).map_err(told)?, limits()),
        Kind::Webp => unpack(WebPDecoder::new(read()).map_err(told)?, limits()),
        Kind::Gif => unpack(GifDecoder::new(read()).map_err(told)?, limits()),
    }
}

/// Refuse what has more pixels than are worked on; wait for other great pictures.
pub(super) fn fits(width: u32, height: u32) -> Result<Alone, Flaw> {
    match u64::from(width) * u64::from(height) {
        0 => Err(Flaw::Broken(format!("{width} × {height}"))),
        pixels if pixels > u64::from(MEGAPIXELS) * 1_000_000 => Err(Flaw::Large(width, height)),
        pixels => Ok((pixels > GREAT).then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner))),
    }
}

fn unpack(mut decoder: impl ImageDecoder, limits: Limits) -> Result<Raw, Flaw> {
    let (width, height) = decoder.dimensions();
    let alone = fits(width, height)?;
    if decoder.total_bytes() > UNPACKED {
        return Err(Flaw::Large(width, height));
    }
    decoder.set_limits(limits).map_err(told)?;
    let profile = decoder.icc_profile().unwrap_or_default();
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (ink, pixels) = match DynamicImage::from_decoder(decoder).map_err(told)? {
        DynamicImage::ImageLuma8(grey) => (Ink::Grey, grey.into_raw()),
        DynamicImage::ImageLumaA8(grey) => (Ink::GreyAlpha, grey.into_raw()),
        DynamicImage::ImageRgb8(rgb) => (Ink::Rgb, rgb.into_raw()),
        DynamicImage::ImageRgba8(rgba) => (Ink::Rgba, rgba.into_raw()),
        deep @ DynamicImage::ImageLuma16(_) => (Ink::Grey, deep.to_luma8().into_raw()),
        deep @ DynamicImage::ImageLumaA16(_) => (Ink::GreyAlpha, deep.to_luma_alpha8().into_raw()),
        deep if deep.color().has_alpha() => (Ink::Rgba, deep.to_rgba8().into_raw()),
        deep => (Ink::Rgb, deep.to_rgb8().into_raw()),
    };
    Ok(Raw { width, height, ink, pixels, profile, turn, alone })
}

/// What the decoders say, as a flaw.
fn told(error: ImageError) -> Flaw {
    match &error {
        ImageError::IoError(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => Flaw::CutOff,
        _ => Flaw::Broken(error.to_string()),
    }
}
