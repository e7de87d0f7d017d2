//! Photographs on a card: cut to their area from the middle, and the whole as JPEG.
//! In: the JPEG that is kept of each photograph; red, green and blue of the card. Out: the same with the photograph in
//! its place; a file. Light and colours stay as they are.

use super::canvas::{Area, HEIGHT, WIDTH};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use jpeg_decoder::{Decoder, PixelFormat};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

/// Qualities tried, so that letters stay crisp and no file is too large: at the first, a photograph of pure noise has 250 KB.
const QUALITIES: [u8; 3] = [86, 74, 50];
/// Bytes of a file at most.
const HEAVIEST: usize = 290_000;

/// Lay a photograph over an area; what reaches past its shape is cut off on both sides alike.
pub(super) fn lay(points: &mut [u8], area: Area, path: &Path) -> io::Result<()> {
    let cut = cut(area, path).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?;
    let lines = points.chunks_exact_mut(WIDTH * 3).skip(area.y);
    for (line, row) in lines.zip(cut.chunks_exact(area.width * 3)) {
        line[area.x * 3..(area.x + area.width) * 3].copy_from_slice(row);
    }
    Ok(())
}

fn cut(area: Area, path: &Path) -> io::Result<Vec<u8>> {
    let mut decoder = Decoder::new(BufReader::new(File::open(path)?));
    // A half, a quarter or an eighth of the size comes straight out of the transform; a little less than the area is
    // enough, since nobody sees a tenth more.
    let [wide, high] = [area.width, area.height].map(|side| (side * 9 / 10) as u16);
    let (width, height) = decoder.scale(wide, high).map_err(io::Error::other)?;
    let pixels = decoder.decode().map_err(io::Error::other)?;
    if decoder.info().is_none_or(|info| info.pixel_format != PixelFormat::RGB24) {
        return Err(io::Error::other("not in colour"));
    }
    let source = ImageRef::new(width.into(), height.into(), &pixels, PixelType::U8x3).map_err(io::Error::other)?;
    let mut out = Image::new(area.width as u32, area.height as u32, PixelType::U8x3);
    let how = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .fit_into_destination(Some((0.5, 0.5)));
    Resizer::new().resize(&source, &mut out, &how).map_err(io::Error::other)?;
    Ok(out.into_vec())
}

/// The card's file, with colours as fine as its light: thin letters would fray otherwise.
pub(super) fn jpeg(points: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for quality in QUALITIES {
        out.clear();
        let mut encoder = Encoder::new(&mut out, quality);
        encoder.set_sampling_factor(SamplingFactor::F_1_1);
        encoder.encode(points, WIDTH as u16, HEIGHT as u16, ColorType::Rgb).map_err(io::Error::other)?;
        if out.len() <= HEAVIEST {
            break;
        }
    }
    Ok(out)
}
