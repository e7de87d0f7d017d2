//! JPEG, the kind of nearly all photographs.
//!
//! In: the content of a file. Out: its pixels, at the smallest of 1, 1/2, 1/4 and 1/8 of its size that still has
//! enough of them: taken out of the transform itself, that costs a fraction of unpacking all and shrinking. A file
//! without its end is refused: decoders fill what is missing with grey.

use super::Flaw;
use super::decode::{Ink, Raw, fits};
use image::metadata::Orientation;
use jpeg_decoder::{Decoder, PixelFormat};

/// The mark at the end of an image (ITU-T T.81, table B.1).
const END: u8 = 0xD9;
pub(super) fn decode(bytes: &[u8], long: u32) -> Result<Raw, Flaw> {
    let mut decoder = Decoder::new(bytes);
    decoder.read_info().map_err(told)?;
    let info = decoder.info().ok_or_else(|| Flaw::Broken("no frame".into()))?;
    let alone = fits(u32::from(info.width), u32::from(info.height))?;
    if !whole(bytes) {
        return Err(Flaw::CutOff);
    }
    let turn = decoder.exif_data().and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile();
    let (width, height) = match u16::try_from(long) {
        Ok(long) if long > 0 => decoder.scale(long, long).map_err(told)?,
        _ => (info.width, info.height),
    };
    let pixels = decoder.decode().map_err(told)?;
    let (ink, pixels) = match info.pixel_format {
        PixelFormat::L8 => (Ink::Grey, pixels),
        PixelFormat::L16 => (Ink::Grey, pixels.chunks_exact(2).map(|two| two[0]).collect()),
        PixelFormat::RGB24 => (Ink::Rgb, pixels),
        PixelFormat::CMYK32 => (Ink::Cmyk, pixels),
    };
    Ok(Raw { width: u32::from(width), height: u32::from(height), ink, pixels, profile, turn, alone })
}

fn told(error: jpeg_decoder::Error) -> Flaw {
    match &error {
        jpeg_decoder::Error::Io(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => Flaw::CutOff,
        _ => Flaw::Broken(error.to_string()),
    }
}

/// True if the picture's own end is there; what phones append behind it (a clip, a second picture) does not count.
fn whole(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        // the next mark: FF and something that is neither a stuffed 0, a restart nor a filler
        let Some(at) = rest.iter().position(|b| *b == 0xFF) else { return false };
        let Some((&mark, after)) = rest.get(at + 1..).and_then(<[u8]>::split_first) else { return false };
        rest = match mark {
            END => return true,
            0 | 1 | 0xD0..=0xD7 => after,
            0xFF => rest.get(at + 1..).unwrap_or_default(),
            // a segment says how long it is; the scan's data follow its segment
            _ => {
                let length = after.first_chunk().map_or(0, |two| usize::from(u16::from_be_bytes(*two)));
                let Some(next) = after.get(length.max(2)..) else { return false };
                next
            }
        };
    }
}
