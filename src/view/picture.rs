//! The picture of a product: its photograph, or the tile drawn from its data. Until a photograph has come, its mean
//! colour stands in its place.

use super::{El, See, el};
use crate::catalog::{Photo, Product};

/// Attributes of an `img`, given by whoever places it, and how wide it will stand there (`sizes`). `later`: its files
/// are not fetched yet, and one that is shown already stays.
pub fn picture(see: See<'_>, p: &Product, img: El, sizes: fn(&Photo) -> String, later: bool) -> El {
    let Some(photo) = &p.photo else {
        let motif = &see.catalog.motifs[p.motif.0 as usize].name;
        let drawn = (see.words.drawn)((see.words.text)(motif));
        let img = img.class("tile").at("alt", drawn).at("width", "240").at("height", "240");
        return if later { img.and_rest() } else { img.at("src", see.tile(p)) };
    };
    photograph(photo, (see.words.photo_of)(&see.name(p)), img, sizes(photo), later)
}

/// One photograph: WebP in the width that fits, JPEG for the browsers that do not know WebP.
pub fn photograph(photo: &Photo, alt: String, img: El, sizes: String, later: bool) -> El {
    let img = img
        .class("tile photo")
        .at("alt", alt)
        .at("width", photo.width.to_string())
        .at("height", photo.height.to_string())
        .at("data-tint", photo.tint.as_str());
    let source = el("source").at("type", "image/webp");
    let (source, img) = if later {
        (source.and_rest(), img.and_rest())
    } else {
        let copy = |width: u16| format!("{} {width}w", address(&photo.file(width)));
        let copies: Vec<String> = photo.widths().into_iter().map(copy).collect();
        (source.at("srcset", copies.join(", ")).at("sizes", sizes), img.at("src", address(&photo.fallback())))
    };
    el("picture").put(source).put(img)
}

/// Width in pixels of a photograph that covers a field of that size.
pub fn covering(photo: &Photo, width: u32, height: u32) -> u32 {
    width.max(height * u32::from(photo.width) / u32::from(photo.height).max(1))
}

/// Address of a photograph's file.
pub(super) fn address(file: &str) -> String {
    format!("catalog/photo/{file}")
}
