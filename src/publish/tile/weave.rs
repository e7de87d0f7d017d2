//! The mat of a tile as cells, for whoever draws it in points and not as SVG.
//! In: a product's id and kind of goods. Out: the ink of each of 40 × 40 cells and the worn strands, the same as in the
//! tile's SVG because both ask the same pattern.

use super::ink::Ink;
use super::mat::{QUARTER, Strand};
use super::{Goods, Worn, choose, worn};

/// Cells along a side of the mat.
pub(in crate::publish) const CELLS: usize = 2 * QUARTER;

/// One product's mat.
pub(in crate::publish) struct Weave {
    /// The quarter at the upper left, row by row.
    quarter: [[Ink; QUARTER]; QUARTER],
    /// Strands paler than the others.
    pub(in crate::publish) worn: [Worn; 5],
    /// The ink of the halo around the motif.
    pub(in crate::publish) pale: Ink,
}

impl Weave {
    /// The mat of that product.
    pub(in crate::publish) fn new(id: &str, goods: Goods) -> Weave {
        let (way, pattern, mut dice) = choose(id, goods);
        let ink = |strand| match strand {
            Strand::Ground => way.ground,
            Strand::First => way.first,
            Strand::Second => way.second,
            Strand::Pale => way.pale,
        };
        let mut quarter = [[way.ground; QUARTER]; QUARTER];
        for (row, line) in quarter.iter_mut().enumerate() {
            for (column, cell) in line.iter_mut().enumerate() {
                *cell = ink(pattern.strand(QUARTER - 1 - column, QUARTER - 1 - row));
            }
        }
        Weave { quarter, worn: worn(&mut dice), pale: way.pale }
    }

    /// The inks of a row of cells, left to right. Rows before 0 and past 39 show half a mat more, mirrored.
    pub(in crate::publish) fn row(&self, row: i32) -> impl Iterator<Item = Ink> + '_ {
        let (side, half) = (CELLS as i32, QUARTER as i32);
        let within = if row < 0 { -1 - row } else { row } % side;
        let line = &self.quarter[if within < half { within } else { side - 1 - within } as usize];
        line.iter().chain(line.iter().rev()).copied()
    }
}
