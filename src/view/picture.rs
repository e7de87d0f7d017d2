//! The picture of a product: its photograph, or the tile drawn from its data. Until a photograph has come, its mean
//! colour stands in its place.

use super::{El, See, el};
use crate::catalog::{Photo, Product};

/// How wide a photograph stands (`sizes` of HTML): a broad one, and one that is no broader than high.
pub type Sizes = [&'static str; 2];

/// The picture in an `img` that whoever places it has begun, with how wide a photograph will stand there. `later`: its
/// files are not fetched yet, and one that is shown already stays.
pub fn picture(see: See<'_>, p: &Product, img: El, sizes: Sizes, later: bool) -> El {
    let Some(photo) = &p.photo else {
        let motif = &see.catalog.motifs[p.motif.0 as usize].name;
        let drawn = (see.words.drawn)((see.words.text)(motif));
        let img = img.class("tile").at("alt", drawn).at("width", "240").at("height", "240");
        return if later { img.and_rest() } else { img.at("src", see.tile(p, false)) };
    };
    photograph(photo, (see.words.photo_of)(&p.shown()), img, sizes, later)
}

/// One photograph: WebP in the width that fits, JPEG for the browsers that do not know WebP.
pub fn photograph(photo: &Photo, alt: String, img: El, sizes: Sizes, later: bool) -> El {
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
        let mut copies = String::new();
        for width in photo.widths() {
            if !copies.is_empty() {
                copies.push_str(", ");
            }
            copies.push_str(&photo_address(&photo.file(width)));
            copies.push(' ');
            copies.push_str(&width.to_string());
            copies.push('w');
        }
        let sizes = sizes[usize::from(photo.width <= photo.height)];
        (source.at("srcset", copies).at("sizes", sizes), img.at("src", photo_address(&photo.fallback())))
    };
    el("picture").put(source).put(img)
}

/// Name of a product's drawn picture, in colour or for a photocopier.
pub fn tile_file(slug: &str, copied: bool) -> String {
    [slug, if copied { "-bw.svg" } else { ".svg" }].concat()
}

/// Address of a photograph's file.
pub fn photo_address(file: &str) -> String {
    String::from("catalog/photo/") + file
}
