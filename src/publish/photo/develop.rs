//! One photograph, from the bytes of its file to the files of the site. No disk here: bytes in, bytes out.
//!
//! In: the content of a picture's file. Out: a [`Photo`] and its copies: WebP in each of [`Photo::widths`], and one
//! JPEG of full size for the browsers, feeds and previews that do not know WebP. The same bytes give the same bytes.
//! AVIF is not made: it would be a fifth smaller and take ten times as long as all the rest.

use super::decode::decode;
use super::{Flaw, LONG, colour, shrink};
use crate::catalog::Photo;
use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Changes whenever what comes out would: the names of all files change with it.
const SETTINGS: &[u8] = b"photo 1";

/// Quality of both kinds of copies, of 100: where a second look at 1:1 finds no difference in foods and baskets.
const QUALITY: u8 = 80;

/// Effort of the WebP encoder, of 6: above it a percent of bytes costs a third more time.
const EFFORT: u8 = 4;

/// A photograph that is done.
pub struct Developed {
    /// What the catalogue keeps of it.
    pub photo: Photo,
    /// Its files: contents by name.
    pub copies: BTreeMap<String, Vec<u8>>,
}

/// What the names of a file's copies begin with: a hash of its content and of how it is worked on.
pub(super) fn stem(bytes: &[u8]) -> String {
    let hash = Sha256::new().chain_update(SETTINGS).chain_update(bytes).finalize();
    hash.iter().take(8).map(|b| format!("{b:02x}")).collect()
}

/// Make all copies of one photograph.
pub fn develop(bytes: &[u8]) -> Result<Developed, Flaw> {
    let raw = decode(bytes, LONG)?;
    let (width, height) = shrink::within(raw.width, raw.height, LONG);
    let raw = shrink::shrink(raw, width, height)?;
    drop(raw.alone);
    let pixels = colour::to_srgb(raw.ink, raw.pixels, raw.profile.as_deref());
    let largest = RgbImage::from_raw(width, height, pixels).ok_or_else(|| Flaw::Broken("too few pixels".into()))?;
    let largest = shrink::upright(largest, raw.turn);
    let (width, height) = largest.dimensions();
    // LONG fits into 16 bits, and so does whatever is no longer
    let mut photo = Photo { stem: stem(bytes), width: width as u16, height: height as u16, tint: String::new() };
    let mut copies = BTreeMap::from([(photo.fallback(), jpeg(&largest)?)]);
    let mut picture = largest;
    for narrow in photo.widths().into_iter().rev() {
        if u32::from(narrow) < picture.width() {
            let high = (u64::from(narrow) * u64::from(height) / u64::from(width)).max(1) as u32;
            picture = shrink::copy(&picture, u32::from(narrow), high)?;
        }
        copies.insert(photo.file(narrow), webp(&picture)?);
    }
    photo.tint = tint(&picture);
    Ok(Developed { photo, copies })
}

/// The mean colour.
fn tint(picture: &RgbImage) -> String {
    let count = picture.pixels().len().max(1) as u64;
    let sums = picture.pixels().fold([0_u64; 3], |sums, p| [0, 1, 2].map(|i| sums[i] + u64::from(p.0[i])));
    let [r, g, b] = sums.map(|sum| (sum + count / 2) / count);
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn webp(picture: &RgbImage) -> Result<Vec<u8>, Flaw> {
    let config = webpx::EncoderConfig::new().quality(f32::from(QUALITY)).method(EFFORT);
    let (width, height) = picture.dimensions();
    config.encode_rgb(picture.as_raw(), width, height, webpx::Unstoppable).map_err(|e| Flaw::Broken(e.to_string()))
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, Flaw> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder
        .encode(picture.as_raw(), picture.width() as u16, picture.height() as u16, ColorType::Rgb)
        .map_err(|e| Flaw::Broken(e.to_string()))?;
    Ok(out)
}
