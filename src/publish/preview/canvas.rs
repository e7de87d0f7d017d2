//! A picture as numbers of the palette, row by row, laid out as a PNG wants it: a zero before every row.
//! It knows points and rectangles, and clips what reaches over the edge; nothing of letters or tiles.

use super::palette::{PALETTE, Ramp};

/// Width of a preview picture, in points.
pub const WIDTH: usize = 1200;
/// Height of a preview picture, in points.
pub const HEIGHT: usize = 630;
/// From a point to the one below it.
pub(super) const STRIDE: usize = WIDTH + 1;

/// A rectangle on the canvas, in points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Area {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// How much ink lies on each point, 0 to 15.
#[derive(Default)]
pub(super) struct Cover {
    /// From the pen to the leftmost column, and from the baseline down to the uppermost row.
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: usize,
    pub(super) steps: Vec<u8>,
}

/// The picture.
#[derive(Clone)]
pub(super) struct Canvas(Vec<u8>);

impl Canvas {
    pub(super) fn new() -> Canvas {
        Canvas(vec![0; STRIDE * HEIGHT])
    }

    /// All rows, each after its zero.
    pub(super) fn raw(&self) -> &[u8] {
        &self.0
    }

    /// Become the same as another, from that column on.
    pub(super) fn copy(&mut self, other: &Canvas, from: usize) {
        let rows = self.0.chunks_exact_mut(STRIDE).zip(other.0.chunks_exact(STRIDE));
        rows.for_each(|(row, other)| row[1 + from..].copy_from_slice(&other[1 + from..]));
    }

    /// A row's points.
    pub(super) fn row(&mut self, y: usize) -> &mut [u8] {
        &mut self.0[y * STRIDE + 1..(y + 1) * STRIDE]
    }

    /// One number all over an area.
    pub(super) fn fill(&mut self, area: Area, number: u8) {
        for y in area.y..(area.y + area.height).min(HEIGHT) {
            self.row(y)[area.x.min(WIDTH)..(area.x + area.width).min(WIDTH)].fill(number);
        }
    }

    /// Copy a row of an area onto the rows that follow it.
    pub(super) fn repeat(&mut self, area: Area, from: usize, to: usize) {
        let (from, to) = (from * STRIDE + 1 + area.x, to * STRIDE + 1 + area.x);
        self.0.copy_within(from..from + area.width, to);
    }

    /// Ink laid on, the pen standing at a point.
    pub(super) fn ink(&mut self, x: i32, y: i32, cover: &Cover, ramp: &Ramp) {
        if cover.width == 0 {
            return;
        }
        let (x, y) = (x + cover.left, y + cover.top);
        let skip = x.min(0).unsigned_abs() as usize;
        let start = x.max(0) as usize;
        if start >= WIDTH {
            return;
        }
        for (line, steps) in (y..).zip(cover.steps.chunks_exact(cover.width)) {
            let Some(line) = usize::try_from(line).ok().filter(|line| *line < HEIGHT) else { continue };
            for (point, step) in self.row(line)[start..].iter_mut().zip(&steps[skip.min(steps.len())..]) {
                if *step > 0 {
                    *point = ramp[usize::from(*step)];
                }
            }
        }
    }

    /// The same picture as red, green and blue.
    pub(super) fn colours(&self) -> Vec<u8> {
        let mut table = [[0; 3]; 256];
        table.iter_mut().zip(&PALETTE.colours).for_each(|(entry, colour)| *entry = *colour);
        let mut out = vec![0; WIDTH * HEIGHT * 3];
        for (row, line) in self.0.chunks_exact(STRIDE).zip(out.chunks_exact_mut(WIDTH * 3)) {
            for (number, point) in row[1..].iter().zip(line.as_chunks_mut::<3>().0) {
                *point = table[usize::from(*number)];
            }
        }
        out
    }
}
