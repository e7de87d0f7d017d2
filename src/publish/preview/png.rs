//! The canvas as a PNG with a palette.
//! In: rows of the palette's numbers, each after a zero. Out: a file; the same rows give the same bytes. It reads no PNG.

use super::canvas::{HEIGHT, WIDTH};
use super::deflate::deflate;
use super::palette::PALETTE;

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n'];
/// Eight bits, numbers of a palette, packed as ever, rows as they are, not interlaced.
const KIND: [u8; 5] = [8, 3, 0, 0, 0];

/// The file.
pub(super) fn png(rows: &[u8]) -> Vec<u8> {
    let mut out = SIGNATURE.to_vec();
    let size = [WIDTH as u32, HEIGHT as u32].map(u32::to_be_bytes).concat();
    chunk(&mut out, b"IHDR", &[&size, &KIND]);
    // colours are meant as sRGB, shown as one looks at them
    chunk(&mut out, b"sRGB", &[&[0]]);
    chunk(&mut out, b"PLTE", &[&PALETTE.colours.concat()]);
    let sum = simd_adler32::adler32(&rows).to_be_bytes();
    chunk(&mut out, b"IDAT", &[&[0x78, 0x01], &deflate(rows), &sum]);
    chunk(&mut out, b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], parts: &[&[u8]]) {
    let long: usize = parts.iter().map(|part| part.len()).sum();
    out.extend((long as u32).to_be_bytes());
    let start = out.len();
    out.extend(kind);
    parts.iter().for_each(|part| out.extend(*part));
    let sum = crc32fast::hash(&out[start..]);
    out.extend(sum.to_be_bytes());
}
