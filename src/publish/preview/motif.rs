//! Tiles in points: a mat woven straight onto the canvas, and a motif laid over it.
//!
//! In: a product's id, motif and kind of goods, an area. The mat is drawn in whole points, a cell 16, 8 or 4 of them,
//! strands and warps on the grid: what the tile's SVG shows, sharper. Motifs are drawn by `resvg` once for each size
//! and halo and kept as runs of the palette's numbers.

use super::canvas::{Area, Canvas, HEIGHT};
use super::palette::{Known, PALETTE, Shade, colour};
use super::paper::points;
use crate::publish::tile::{CELLS, Goods, Ink, Weave, motif_alone};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

/// Points to a cell, for an area so wide.
fn cell(area: Area) -> usize {
    match area.width {
        400.. => 16,
        200.. => 8,
        _ => 4,
    }
}

/// Draw a product's tile in the middle of an area, and half a mat more above and below where it is tall.
pub(super) fn tile(canvas: &mut Canvas, area: Area, slug: &str, motif: &'static str, goods: Goods) {
    let weave = Weave::new(slug, goods);
    let cell = cell(area);
    let side = CELLS * cell;
    let (left, top) = (side.saturating_sub(area.width) / 2, (side as i32 - area.height as i32).div_euclid(2));
    mat(canvas, area, &weave, cell, (left, top));
    let stamp = stamp(motif, weave.pale, side);
    stamp.get_or_init(|| Stamp::new(motif, weave.pale, side)).lay(canvas, area, (left, top));
}

/// The mat, its corner so far left of and above the area's.
fn mat(canvas: &mut Canvas, area: Area, weave: &Weave, cell: usize, (left, top): (usize, i32)) {
    let mut line = vec![0; CELLS * cell];
    // Rows that look alike: strand, gap or not. The first of them is woven, the others are copied.
    let mut woven: [Option<(i32, usize)>; 2] = [None; 2];
    for y in area.y..(area.y + area.height).min(HEIGHT) {
        let down = (y - area.y) as i32 + top;
        let (strand, gap) = strand(down, cell);
        match woven[usize::from(gap)] {
            Some((known, from)) if known == strand => canvas.repeat(area, from, y),
            _ => {
                weave_row(&mut line, weave, cell, strand, gap);
                canvas.row(y)[area.x..area.x + area.width].copy_from_slice(&line[left..left + area.width]);
                woven[usize::from(gap)] = Some((strand, y));
            }
        }
    }
}

/// The strand, half a cell high, that a row belongs to, and whether the row is the dark gap between two.
/// The gap is drawn two points high where a strand has eight, one where it has four, and at every second where it has two.
fn strand(down: i32, cell: usize) -> (i32, bool) {
    let high = (cell / 2) as i32;
    let (strand, within) = (down.div_euclid(high), down.rem_euclid(high));
    let gap = match high {
        8 => within < 2,
        4 => within == 0,
        _ => within == 0 && strand % 2 == 0,
    };
    (strand, gap)
}

fn weave_row(line: &mut [u8], weave: &Weave, cell: usize, strand: i32, gap: bool) {
    let row = strand.div_euclid(2);
    let light = if gap { Shade::Gap } else { Shade::Plain };
    for (ink, points) in weave.row(row).zip(line.chunks_exact_mut(cell)) {
        points.fill(PALETTE.shade(ink, light));
    }
    let worn = weave.worn.iter().find(|worn| worn.row as i32 == row && strand % 2 == 0 && !gap);
    if let Some(worn) = worn {
        let (from, to) = (worn.from * cell / 6, (worn.from + worn.long) * cell / 6);
        for x in from..to.min(line.len()) {
            line[x] = PALETTE.worn[usize::from(line[x])];
        }
    }
    warps(line, cell, strand);
}

/// Warps stand four units apart and cross every third strand, their neighbours' the next one: a twill.
fn warps(line: &mut [u8], cell: usize, strand: i32) {
    let wide = (cell / 8).max(1);
    for column in 1..CELLS * 6 / 4 {
        // the smallest tiles would be all warps
        if (strand - column as i32).rem_euclid(3) != 0 || (cell == 4 && column % 2 == 0) {
            continue;
        }
        let x = (column * 4 * cell + 3) / 6 - wide / 2;
        for point in line.iter_mut().skip(x).take(wide) {
            *point = PALETTE.warped[usize::from(*point)];
        }
    }
}

/// A drawing as runs of numbers, with an edge that lets the mat through.
struct Stamp {
    /// Row, column, numbers.
    runs: Vec<(usize, usize, Vec<u8>)>,
    /// Row, column, thirds of the halo.
    edge: Vec<(usize, usize, u8)>,
    /// The halo over every number, by thirds.
    veils: [[u8; 256]; 2],
}

impl Stamp {
    fn new(motif: &str, pale: Ink, side: usize) -> Stamp {
        let veils = [1.0, 2.0].map(|third| PALETTE.veil(colour(pale), third / 3.0));
        let mut stamp = Stamp { runs: Vec::new(), edge: Vec::new(), veils };
        let Some(drawn) = points(&motif_alone(motif, pale), side as u32, side as u32, None) else { return stamp };
        let mut known = Known::default();
        for (row, line) in drawn.pixels().chunks_exact(side).enumerate() {
            let mut open = false;
            for (column, point) in line.iter().enumerate() {
                let thirds = (u16::from(point.alpha()) * 3 + 127) / 255;
                let whole = thirds == 3;
                if whole {
                    let clear = point.demultiply();
                    let number = known.nearest([clear.red(), clear.green(), clear.blue()]);
                    match stamp.runs.last_mut().filter(|_| open) {
                        Some(run) => run.2.push(number),
                        None => stamp.runs.push((row, column, vec![number])),
                    }
                } else if thirds > 0 {
                    stamp.edge.push((row, column, thirds as u8));
                }
                open = whole;
            }
        }
        stamp
    }

    fn lay(&self, canvas: &mut Canvas, area: Area, (left, top): (usize, i32)) {
        let line = |row: usize| {
            let y = row as i32 - top;
            (0..area.height as i32).contains(&y).then(|| area.y + y as usize)
        };
        for (row, column, numbers) in &self.runs {
            let Some(y) = line(*row) else { continue };
            let skip = left.saturating_sub(*column).min(numbers.len());
            let x = (column + skip).saturating_sub(left);
            let long = (numbers.len() - skip).min(area.width.saturating_sub(x));
            canvas.row(y)[area.x + x..][..long].copy_from_slice(&numbers[skip..skip + long]);
        }
        for (row, column, thirds) in &self.edge {
            let Some((y, x)) = line(*row).zip(column.checked_sub(left).filter(|x| *x < area.width)) else { continue };
            let point = &mut canvas.row(y)[area.x + x];
            *point = self.veils[usize::from(*thirds - 1) % 2][usize::from(*point)];
        }
    }
}

type Key = (&'static str, Ink, usize);

/// Stamps already drawn, for all threads.
static STAMPS: LazyLock<Mutex<HashMap<Key, Arc<OnceLock<Stamp>>>>> = LazyLock::new(Mutex::default);

fn stamp(motif: &'static str, pale: Ink, side: usize) -> Arc<OnceLock<Stamp>> {
    let mut all = STAMPS.lock().unwrap_or_else(|e| e.into_inner());
    Arc::clone(all.entry((motif, pale, side)).or_default())
}

#[cfg(test)]
mod tests {
    use super::super::canvas::WIDTH;
    use super::*;
    use crate::publish::tile::{Plate, tile as svg};

    /// How far a tile in points is from the same tile's SVG, on average over points and colours.
    fn apart(slug: &str, motif: &'static str, goods: Goods, side: usize) -> f64 {
        let mut canvas = Canvas::new();
        let high = side.min(HEIGHT);
        tile(&mut canvas, Area { x: 0, y: 0, width: side, height: high }, slug, motif, goods);
        let drawn = points(&svg(slug, motif, goods, Plate::Colour), side as u32, side as u32, None);
        let drawn = drawn.unwrap_or_else(|| unreachable!("the tile is no SVG"));
        let top = (side - high) / 2;
        let colours = canvas.colours();
        let rows = (0..high).flat_map(|y| (0..side).map(move |x| (x, y)));
        let sum: f64 = rows
            .map(|(x, y)| {
                let point = drawn.pixels()[(y + top) * side + x];
                let own = &colours[(y * WIDTH + x) * 3..][..3];
                let far = |(a, b): (&u8, u8)| f64::from(a.abs_diff(b));
                own.iter().zip([point.red(), point.green(), point.blue()]).map(far).sum::<f64>() / 3.0
            })
            .sum();
        sum / (side * high) as f64
    }

    #[test]
    fn tiles_in_points_are_the_tiles_of_the_pages() {
        for (slug, motif, goods) in [
            ("mam-tom-le-gia", "jar", Goods::Condiment),
            ("gao-nep-hat-cau", "rice", Goods::Raw),
            ("coi-viet-anh", "basket", Goods::Craft),
            ("khong-nhom", "pole", Goods::Unknown),
        ] {
            for (side, most) in [(640, 14.0), (320, 16.0), (160, 20.0)] {
                let (own, other) = (apart(slug, motif, goods, side), apart_from_other(slug, motif, goods, side));
                assert!(own < most && own * 2.0 < other, "{slug} {side}: {own}, another {other}");
            }
        }
    }

    /// The same against a tile woven for another product.
    fn apart_from_other(slug: &str, motif: &'static str, goods: Goods, side: usize) -> f64 {
        let mut canvas = Canvas::new();
        let area = Area { x: 0, y: 0, width: side, height: side.min(HEIGHT) };
        tile(&mut canvas, area, slug, motif, goods);
        let first = canvas.colours();
        tile(&mut canvas, area, &format!("{slug}-2"), motif, Goods::Tea);
        let sum: f64 = first.iter().zip(canvas.colours()).map(|(a, b)| f64::from(a.abs_diff(b))).sum();
        sum / (area.width * area.height * 3) as f64
    }
}
