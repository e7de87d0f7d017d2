//! The picture of a product without a photograph: a motif of its trade on a mat woven for it alone.
//! In: the product's id, a motif and a kind of goods. Out: a static SVG, the same bytes for ever for
//! the same id. Loaded as a picture, so it has no title: the words beside it are `motif_label`'s.

mod ink;
mod mat;
mod motif;
mod weave;

use crate::text::{NOTHING, sum};
use std::fmt::Write;
use std::sync::LazyLock;

pub use ink::{Goods, Plate};
pub use motif::{motif_label, motif_of};

pub(super) use ink::Ink;
pub(super) use weave::{CELLS, Weave};

use ink::{Colourway, colourways};
use mat::{BORDERS, CELL, FIELDS, MEDALLIONS, Pattern, QUARTER};

/// How much larger than drawn a motif stands on its tile.
const SCALE: &str = "1.08";
/// The halo is a stroke around the silhouette, which is drawn in half units: 20 of them show 5 units
/// outside the outline. The design's 12 units are counted from the middle of the outline.
const HALO: &str = "20";

/// Draws the tile of a product, 240 × 240 units. `id` is the product's slug and alone chooses the weave.
pub fn tile(id: &str, motif: &str, goods: Goods, plate: Plate) -> String {
    let [tile] = tiles(id, motif, goods, [plate]);
    tile
}

/// The same on several plates, woven once.
pub fn tiles<const N: usize>(id: &str, motif: &str, goods: Goods, plates: [Plate; N]) -> [String; N] {
    let (way, pattern, mut dice) = choose(id, goods);
    let (strands, worn) = (mat::strands(pattern, way), worn(&mut dice));
    plates.map(|plate| printed(&strands, worn, way, motif, plate))
}

fn printed(strands: &[(Ink, String)], worn: [Worn; 5], way: Colourway, motif: &str, plate: Plate) -> String {
    let hex = |ink: Ink| ink.hex(plate);
    let (defined, shown) = motif::drawing(motif);
    let mut svg = String::with_capacity(12 * 1024);
    svg.push_str(r#"<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 240 240"><defs>"#);
    svg.push_str(&reinked(defined, plate));
    let _ = write!(svg, r#"</defs><path fill="{}" d="M0-120h240v480H0z"/>"#, hex(way.ground));
    let _ = write!(svg, r#"<g id="H"><g id="Q" fill="none" stroke-width="{CELL}">"#);
    for (ink, path) in strands {
        let _ = write!(svg, r#"<path stroke="{}" d="{path}"/>"#, hex(*ink));
    }
    svg.push_str(r##"</g><use href="#Q" transform="matrix(-1 0 0 1 240 0)"/></g>"##);
    svg.push_str(r##"<use href="#H" transform="matrix(1 0 0 -1 0 240)"/>"##);
    // Half a mat more above and below the frame, which a picture taller than wide shows.
    svg.push_str(r##"<use href="#H" transform="matrix(1 0 0 -1 0 0)"/><use href="#H" y="240"/>"##);
    svg.push_str(&sedge(worn, plate));
    svg.push_str(&haloed(&reinked(shown, plate), hex(way.pale)));
    svg.push_str("</svg>\n");
    svg
}

/// A motif and its halo without the mat, where it stands on the tile.
pub(super) fn motif_alone(motif: &str, pale: Ink) -> String {
    let (defined, shown) = motif::drawing(motif);
    let on_tile = haloed(shown, pale.hex(Plate::Colour));
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 240 240"><defs>{defined}</defs>{on_tile}</svg>"#
    )
}

fn haloed(shown: &str, pale: &str) -> String {
    format!(
        r##"<g transform="matrix({SCALE} 0 0 {SCALE} -9.6 -7.4)" stroke-linejoin="round"><use href="#h" fill="{pale}" fill-rule="evenodd" stroke="{pale}" stroke-width="{HALO}"/>{shown}</g>"##
    )
}

/// The small woven square that stands for a kind of goods in a list, 24 × 24 units.
pub fn swatch(goods: Goods) -> String {
    let [way, ..] = colourways(goods);
    let hex = |ink: Ink| ink.hex(Plate::Colour);
    format!(
        concat!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">"#,
            r#"<path fill="{ground}" d="M0 0h24v24H0z"/>"#,
            r#"<path fill="{first}" d="M1 1h11v5H1zM12 7h11v4H12zM1 13h11v4H1zM12 18h11v5H12z"/>"#,
            r#"<path fill="none" stroke="{black}" stroke-opacity=".3" d="M1 6.5h22M1 11.5h22M1 17.5h22M12 1v22"/>"#,
            r#"<path fill="none" stroke="{black}" stroke-width="2" d="M1 1h22v22H1z"/></svg>"#,
            "\n"
        ),
        ground = hex(way.ground),
        first = hex(way.first),
        black = hex(Ink::K),
    )
}

/// Numbers that follow from an id and from nothing else.
struct Dice(u64);

impl Dice {
    fn of(id: &str) -> Dice {
        Dice(sum(NOTHING, id.bytes()))
    }

    /// The next number below `sides`: a step of SplitMix64, whose every bit depends on the whole id.
    fn roll(&mut self, sides: u8) -> u8 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        u8::try_from(mixed % u64::from(sides.max(1))).unwrap_or_default()
    }
}

fn choose(id: &str, goods: Goods) -> (Colourway, Pattern, Dice) {
    let mut dice = Dice::of(id);
    let [one, two, three] = colourways(goods);
    let way = match dice.roll(3) {
        0 => one,
        1 => two,
        _ => three,
    };
    let pattern = Pattern { border: dice.roll(BORDERS), field: dice.roll(FIELDS), medallion: dice.roll(MEDALLIONS) };
    (way, pattern, dice)
}

/// What makes cells into sedge: dark gaps between strands, short warps over them, a few worn strands.
fn sedge(worn: [Worn; 5], plate: Plate) -> String {
    let worn: String = worn.iter().map(|w| format!("M{} {}.5h{}", w.from, w.row * CELL + 1, w.long)).collect();
    let (black, white) = (Ink::K.hex(plate), Ink::P.hex(plate));
    format!(
        concat!(
            r#"<g fill="none"><path stroke="{white}" stroke-opacity=".2" stroke-width="2.4" d="{worn}"/>"#,
            r#"<g stroke="{black}"><path stroke-opacity=".36" stroke-width="240" stroke-dasharray=".6 2.4" stroke-dashoffset=".3" d="M120-120v480"/>"#,
            r#"<path stroke-opacity=".45" stroke-width=".8" stroke-dasharray="3 6" d="{warps}"/></g></g>"#
        ),
        white = white,
        worn = worn,
        black = black,
        warps = *WARPS,
    )
}

/// The warps of every mat. Every third strand has one at a column, and its neighbours' stand a strand lower: a twill.
static WARPS: LazyLock<String> = LazyLock::new(|| {
    (1..2 * QUARTER * CELL / 4).map(|column| format!("M{}-{}V360", column * 4, 135 - column % 3 * 3)).collect()
});

/// A strand that the feet of years have paled, in units of the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worn {
    pub(super) row: usize,
    pub(super) from: usize,
    pub(super) long: usize,
}

fn worn(dice: &mut Dice) -> [Worn; 5] {
    [0, 1, 2, 3, 4].map(|band| {
        let row = usize::from(dice.roll(8)) + 8 * band;
        let (from, long) = (usize::from(dice.roll(14)) * 10, usize::from(dice.roll(10)) * 10 + 60);
        Worn { row, from, long }
    })
}

/// A drawing's ten inks as the plate prints them.
fn reinked(drawing: &str, plate: Plate) -> String {
    match plate {
        Plate::Colour => drawing.to_owned(),
        Plate::Photocopy => {
            Ink::ALL.iter().fold(drawing.to_owned(), |text, ink| text.replace(ink.hex(Plate::Colour), ink.hex(plate)))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use mat::Strand;

    fn inks_in(svg: &str) -> HashSet<&str> {
        let colour = |from: &'_ str| from.get(..6).is_some_and(|six| six.bytes().all(|byte| byte.is_ascii_hexdigit()));
        svg.match_indices("=\"#").filter(|(at, _)| colour(&svg[at + 3..])).map(|(at, _)| &svg[at + 2..at + 9]).collect()
    }

    #[test]
    fn the_same_id_is_the_same_picture_for_ever() {
        let svg = tile("mam-tom-le-gia", "jar", Goods::Condiment, Plate::Colour);
        assert_eq!(svg, tile("mam-tom-le-gia", "jar", Goods::Condiment, Plate::Colour));
        // Pinned: a change here changes every picture that is already printed.
        assert_eq!(Dice::of(&svg).0, 0x76dc_06ec_8fae_c993, "{:#x}", Dice::of(&svg).0);
    }

    #[test]
    fn ids_that_differ_a_little_are_woven_differently() {
        let woven: HashSet<String> =
            (0..200).map(|n| tile(&format!("gao-{n}"), "rice", Goods::Raw, Plate::Colour)).collect();
        assert_eq!(woven.len(), 200);
    }

    #[test]
    fn every_pattern_is_seen_and_no_weave_is_one_plain_ink() {
        let mut seen = HashSet::new();
        for n in 0..400 {
            let (_, pattern, _) = choose(&format!("p{n}"), Goods::Raw);
            seen.insert(("border", pattern.border));
            seen.insert(("field", pattern.field));
            seen.insert(("medallion", pattern.medallion));
            let strands: HashSet<_> =
                (0..QUARTER * QUARTER).map(|cell| pattern.strand(cell % QUARTER, cell / QUARTER) as u8).collect();
            assert!(strands.len() > 2, "{pattern:?}");
            assert_eq!(pattern.strand(0, 0), Strand::Pale);
        }
        assert_eq!(seen.len(), usize::from(BORDERS + FIELDS + MEDALLIONS));
    }

    #[test]
    fn the_mat_is_symmetric_in_both_axes() {
        for n in 0..50 {
            let svg = tile(&format!("p{n}"), "jar", Goods::Craft, Plate::Colour);
            // One quarter is drawn, within the upper left, and mirrored twice.
            let (_, rest) = svg.split_once(r#"<g id="Q""#).unwrap_or_default();
            let (quarter, rest) = rest.split_once("</g>").unwrap_or_default();
            assert!(rest.starts_with(r##"<use href="#Q" transform="matrix(-1 0 0 1 240 0)"/></g>"##));
            assert!(rest.contains(r##"<use href="#H" transform="matrix(1 0 0 -1 0 240)"/>"##));
            for run in quarter.split(['M', '"']).filter(|run| run.contains('h') && run.contains(' ')) {
                let numbers: Vec<usize> = run.split([' ', 'h']).filter_map(|number| number.parse().ok()).collect();
                if let [x, y, long] = numbers[..] {
                    assert!(x + long <= 121 && y < 120, "{run}");
                }
            }
        }
    }

    #[test]
    fn only_the_ten_inks_are_used_and_only_greys_on_a_photocopy() {
        for plate in [Plate::Colour, Plate::Photocopy] {
            let allowed: HashSet<&str> = Ink::ALL.iter().map(|ink| ink.hex(plate)).collect();
            for (n, goods) in Goods::ALL.into_iter().enumerate() {
                for motif in ["jar", "rice", "vase", "honey", "gate", motif_of("", goods)] {
                    let svg = tile(&format!("p{n}"), motif, goods, plate);
                    let used = inks_in(&svg);
                    assert!(used.len() > 3 && used.is_subset(&allowed), "{used:?}");
                }
            }
        }
    }

    #[test]
    fn a_tile_is_small_and_its_ids_are_its_own() {
        for motif in ["rice", "honey", "plate", "candy", "pole"] {
            let svg = tile("id", motif, Goods::Raw, Plate::Colour);
            assert!(svg.len() < 12_000, "{motif}: {}", svg.len());
            let ids: Vec<&str> =
                svg.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id).collect();
            let once: HashSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), once.len());
            for used in svg.split("href=\"#").skip(1).filter_map(|rest| rest.split_once('"')) {
                assert!(once.contains(used.0), "{motif}: {}", used.0);
            }
        }
    }

    #[test]
    fn a_motif_nobody_drew_is_a_load_of_goods() {
        assert_eq!(tile("a", "no such", Goods::Raw, Plate::Colour), tile("a", "pole", Goods::Raw, Plate::Colour));
        assert_eq!(motif_label("no such"), motif_label("pole"));
    }

    #[test]
    fn swatches_are_small() {
        assert!(Goods::ALL.iter().all(|goods| swatch(*goods).len() < 700));
    }
}
