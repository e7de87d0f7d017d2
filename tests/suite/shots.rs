//! Pictures made for tests: no photograph here is of anything real.

use image::codecs::gif::GifEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ExtendedColorType, Frame, ImageEncoder, Rgb, RgbImage, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};
use ocop::publish::photo::{Developed, Flaw, develop};

pub const RED: [u8; 3] = [200, 30, 30];
pub const GREEN: [u8; 3] = [30, 160, 60];
pub const BLUE: [u8; 3] = [40, 60, 190];
pub const YELLOW: [u8; 3] = [230, 200, 40];

/// Four fields of colour: top left, top right, bottom left, bottom right.
pub const FIELDS: [[u8; 3]; 4] = [RED, GREEN, BLUE, YELLOW];

pub fn fields(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb(FIELDS[usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2)]))
}

pub fn plain(width: u32, height: u32, colour: [u8; 3]) -> RgbImage {
    RgbImage::from_pixel(width, height, Rgb(colour))
}

/// A JPEG file, its encoder set up further.
pub fn jpeg_with(picture: &RgbImage, more: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, 95);
    more(&mut encoder);
    encoder
        .encode(picture.as_raw(), picture.width() as u16, picture.height() as u16, ColorType::Rgb)
        .unwrap_or_else(|e| unreachable!("{e}"));
    out
}

pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    jpeg_with(picture, |_| {})
}

/// A PNG file, with a colour profile if there is one.
pub fn png(picture: &DynamicImage, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = PngEncoder::new(&mut out);
    profile.into_iter().for_each(|icc| drop(encoder.set_icc_profile(icc)));
    let kind: ExtendedColorType = picture.color().into();
    encoder
        .write_image(picture.as_bytes(), picture.width(), picture.height(), kind)
        .unwrap_or_else(|e| unreachable!("{e}"));
    out
}

/// A GIF file of these frames.
pub fn gif(frames: &[RgbaImage]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = GifEncoder::new(&mut out);
    frames.iter().for_each(|frame| drop(encoder.encode_frame(Frame::new(frame.clone()))));
    drop(encoder);
    out
}

pub fn webp(picture: &RgbImage) -> Vec<u8> {
    webpx::EncoderConfig::new()
        .quality(95.0)
        .encode_rgb(picture.as_raw(), picture.width(), picture.height(), webpx::Unstoppable)
        .unwrap_or_else(|e| unreachable!("{e}"))
}

/// EXIF as a phone writes it: how it was held, who made the camera, and where it was.
pub fn exif(orientation: u16) -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    let entry = |out: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value);
    };
    let maker = b"SECRETCAM\0";
    let (directory, place) = (8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 10);
    out.extend(3_u16.to_le_bytes());
    entry(&mut out, 0x010F, 2, maker.len() as u32, (directory as u32).to_le_bytes());
    entry(&mut out, 0x0112, 3, 1, [orientation as u8, 0, 0, 0]);
    entry(&mut out, 0x8825, 4, 1, (place as u32).to_le_bytes());
    out.extend([0; 4]);
    out.extend(maker);
    out.extend(2_u16.to_le_bytes());
    entry(&mut out, 1, 2, 2, *b"N\0\0\0");
    entry(&mut out, 2, 5, 3, ((place + 2 + 2 * 12 + 4) as u32).to_le_bytes());
    out.extend([0; 4]);
    out.extend([19_u32, 1, 48, 1, 123_456, 10_000].iter().flat_map(|n| n.to_le_bytes()));
    out
}

#[track_caller]
pub fn developed(bytes: &[u8]) -> Developed {
    develop(bytes).unwrap_or_else(|flaw| unreachable!("{flaw:?}"))
}

#[track_caller]
pub fn flawed(bytes: &[u8]) -> Flaw {
    match develop(bytes) {
        Err(flaw) => flaw,
        Ok(made) => unreachable!("developed: {:?}", made.photo),
    }
}

/// The copy of that name, decoded.
#[track_caller]
pub fn copy(made: &Developed, name: &str) -> RgbImage {
    let bytes = &made.copies[name];
    image::load_from_memory(bytes).map_or_else(
        |_| {
            let mut decoder = jpeg_decoder::Decoder::new(&bytes[..]);
            let pixels = decoder.decode().unwrap_or_else(|e| unreachable!("{name}: {e}"));
            let info = decoder.info().unwrap_or_else(|| unreachable!("{name}"));
            RgbImage::from_raw(info.width.into(), info.height.into(), pixels).unwrap_or_default()
        },
        DynamicImage::into_rgb8,
    )
}

/// All copies, decoded.
pub fn copies(made: &Developed) -> Vec<RgbImage> {
    made.photo.files().iter().map(|name| copy(made, name)).collect()
}

/// Whether a colour is that one, as far as lossy copies keep it.
pub fn near(a: [u8; 3], b: [u8; 3], by: u8) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= by)
}
