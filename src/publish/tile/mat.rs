//! The mat under a motif: 40 × 40 cells, woven for one product, symmetric in both axes.
//! In: four dice. Out: one quarter of the cells as strands, which the drawing mirrors twice, so that
//! the symmetry cannot be lost. A pattern, once published, must not change.

use super::ink::{Colourway, Ink};

/// Cells along a quarter of the mat; the whole is twice that.
pub(super) const QUARTER: usize = 20;
/// Units of the drawing to a cell: 40 cells are 240 units.
pub(super) const CELL: usize = 6;
/// Rings of cells that the border takes on each side.
const BORDER: usize = 5;

/// What is woven at a cell, before it has an ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strand {
    Ground,
    First,
    Second,
    Pale,
}

use Strand::{First, Ground, Pale, Second};

/// Which border, field and medallion a mat has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) border: u8,
    pub(super) field: u8,
    pub(super) medallion: u8,
}

pub(super) const BORDERS: u8 = 6;
pub(super) const FIELDS: u8 = 10;
pub(super) const MEDALLIONS: u8 = 5;

impl Pattern {
    /// The strand at a cell counted from the middle outwards, 0 to 19 each way.
    pub(super) fn strand(self, across: usize, down: usize) -> Strand {
        let far = across.max(down);
        let ring = QUARTER - 1 - far.min(QUARTER - 1);
        if ring < BORDER {
            return border(self.border, ring, across.min(down));
        }
        if self.inside(across, down) {
            return Pale;
        }
        // One strand of the first ink binds the medallion, so that a pale field does not eat it.
        let touches = self.inside(across.saturating_sub(1), down) || self.inside(across, down.saturating_sub(1));
        if touches { First } else { field(self.field, across, down) }
    }

    fn inside(self, u: usize, v: usize) -> bool {
        let (far, sum) = (u.max(v), u + v);
        match self.medallion {
            0 => far <= 10 && u.min(v) <= 8,
            // A disc: the middle of a cell is half a cell further out than its number.
            1 => (2 * u + 1).pow(2) + (2 * v + 1).pow(2) <= 23 * 23,
            2 => far <= 11 && sum <= 16,
            3 => far <= 12 && sum <= 13,
            _ => far <= 11 && (u.min(v) <= 4 || far <= 8),
        }
    }
}

/// A run of two on, two off, counted so that the middle of a side is one whole dash.
fn dash(along: usize, shift: usize) -> bool {
    (along + 1 + shift) % 4 < 2
}

/// One on, two off; the middle is a gap.
fn dot(along: usize) -> bool {
    along % 3 == 1
}

/// Ring 0 is the outermost; `along` counts from the middle of the side to the corner.
fn border(kind: u8, ring: usize, along: usize) -> Strand {
    let corner = along + ring + 2 >= QUARTER;
    let pick = |on: bool, yes: Strand, no: Strand| if on { yes } else { no };
    match (kind, ring) {
        // dashes between two rails
        (0, 1 | 3) => First,
        (0, 2) => pick(corner || dash(along, 0), Second, First),
        // dots
        (1, 0 | 4) => First,
        (1, 2) => pick(dot(along), First, Ground),
        // two rows of dashes, staggered
        (2, 0) => First,
        (2, 2) => pick(corner || dash(along, 0), Second, Ground),
        (2, 4) => pick(corner || dash(along, 2), First, Ground),
        // a check
        (3, 1..=3) => pick((along.div_ceil(2) + ring).is_multiple_of(2), First, Second),
        (3, 4) => First,
        // teeth
        (4, 0) => pick(corner || along % 3 != 1, First, Pale),
        (4, 1) => First,
        (4, 3) => pick(corner || dash(along, 0), Second, First),
        // rails
        (5, 0) => Second,
        (5, 1) => First,
        (5, 3) => pick(along % 6 == 3 || corner, Second, First),
        _ => Ground,
    }
}

/// `u` and `v` count from the middle, 0 to 14.
fn field(kind: u8, u: usize, v: usize) -> Strand {
    // Distance to the nearest middle of a repeat of `n` cells.
    let off = |x: usize, n: usize, middle: usize| (x % n).abs_diff(middle);
    match kind {
        // lozenge
        0 => match off(u, 6, 3) + off(v, 6, 3) {
            0 => Second,
            2 => First,
            _ => Ground,
        },
        // chevron
        1 => match (u + v) % 6 {
            0 | 1 => First,
            3 => Second,
            _ => Ground,
        },
        // stepped check
        2 => match (u / 2 + v / 2) % 4 {
            0 => First,
            2 => Second,
            _ => Ground,
        },
        // crosses
        3 => match (off(u, 5, 2), off(v, 5, 2)) {
            (0, 0) => Second,
            (0, 1) | (1, 0) => First,
            _ => Ground,
        },
        // rings
        4 => match (off(u, 5, 2), off(v, 5, 2)) {
            (0, 0) => Second,
            (2, 2) => Ground,
            (2, _) | (_, 2) => First,
            _ => Ground,
        },
        // parquet
        5 => {
            let (along, across) = if (u / 3 + v / 3).is_multiple_of(2) { (v % 3, u % 3) } else { (u % 3, v % 3) };
            match (along, across) {
                (1, 1) => Second,
                (1, _) => First,
                _ => Ground,
            }
        }
        // bands
        6 => match v % 5 {
            0 | 1 => First,
            3 if (u + 1) % 4 < 2 => Second,
            _ => Ground,
        },
        // eight-point star
        7 => {
            let (a, b) = (off(u, 8, 3), off(v, 8, 3));
            match (a, b) {
                (0, 0) => Second,
                _ if a == b && a <= 2 => Second,
                (0, 1..=3) | (1..=3, 0) => First,
                (1, 2) | (2, 1) => First,
                _ => Ground,
            }
        }
        // pinstripe
        8 => match (u % 3, v % 6) {
            (1, 4) => Second,
            (1, _) => First,
            _ => Ground,
        },
        // key
        _ => {
            const KEY: [u8; 6] = [0b111110, 0b100010, 0b101010, 0b101110, 0b100000, 0b111111];
            let row = KEY.get(v % 6).copied().unwrap_or_default();
            if (row >> (5 - u % 6)) & 1 == 1 { First } else { Ground }
        }
    }
}

/// One quarter of the mat, upper left: for each ink but the ground's a path of horizontal strands,
/// to be stroked as wide as a cell.
pub(super) fn strands(pattern: Pattern, way: Colourway) -> Vec<(Ink, String)> {
    let ink = |strand: Strand| match strand {
        Ground => way.ground,
        First => way.first,
        Second => way.second,
        Pale => way.pale,
    };
    let mut paths: Vec<(Ink, String)> = Vec::new();
    for row in 0..QUARTER {
        let at = |column: usize| ink(pattern.strand(QUARTER - 1 - column, QUARTER - 1 - row));
        let mut column = 0;
        while column < QUARTER {
            let colour = at(column);
            let end = (column..QUARTER).find(|&next| at(next) != colour).unwrap_or(QUARTER);
            if colour != way.ground {
                // A strand that reaches the middle goes one unit past it: no seam with its mirror.
                let past = usize::from(end == QUARTER);
                let piece = format!("M{} {}h{}", column * CELL, row * CELL + CELL / 2, (end - column) * CELL + past);
                match paths.iter_mut().find(|(known, _)| *known == colour) {
                    Some((_, path)) => path.push_str(&piece),
                    None => paths.push((colour, piece)),
                }
            }
            column = end;
        }
    }
    paths
}
