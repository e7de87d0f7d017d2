//! Words broken into lines, as large as their box allows.
//! In: advances in ems, a box in points, the sizes there are. Out: a size and lines of about the same length. Nothing is
//! ever left out: a word wider than the box is broken, and what fits at no size is told by none.

use std::ops::Range;

/// Words as far as breaking them cares.
pub(super) struct Piece {
    /// How far the pen moves, in ems.
    pub(super) advance: f32,
    /// The piece goes on with the word before it.
    pub(super) glued: bool,
}

/// A box to fill.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Points.
    pub(super) width: f32,
    /// Points.
    pub(super) height: f32,
    /// From one baseline to the next, in ems.
    pub(super) pitch: f32,
    /// Above the first baseline and below the last, in ems.
    pub(super) ends: f32,
    /// More lines than this are broken only where letters would otherwise be smaller than `SMALL`.
    pub(super) lines: usize,
}

/// Letters smaller than this need not stand in few lines.
const SMALL: u16 = 44;

/// A size, and which pieces stand on each line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Set {
    pub(super) size: u16,
    pub(super) lines: Vec<Range<usize>>,
}

/// The largest of the sizes at which all pieces find room; none if none does.
pub(super) fn set(pieces: &[Piece], space: f32, room: Room, sizes: &[u16]) -> Option<Set> {
    sizes.iter().find_map(|&size| {
        let (points, width) = (f32::from(size), room.width / f32::from(size));
        let between = (room.height / points - room.ends) / room.pitch;
        let high = if between < 0.0 { 0 } else { between as usize + 1 };
        let most = if size >= SMALL { high.min(room.lines) } else { high };
        let lines = broken(pieces, space, width, most)?;
        Some(Set { size, lines: balanced(pieces, space, width, lines) })
    })
}

/// Lines filled one after the other; none if there are too many or a piece is too wide.
fn broken(pieces: &[Piece], space: f32, width: f32, most: usize) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut pen = 0.0;
    for (at, piece) in pieces.iter().enumerate() {
        if piece.advance > width {
            return None;
        }
        let gap = if piece.glued { 0.0 } else { space };
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if pen + gap + piece.advance <= width => {
                pen += gap + piece.advance;
                line.end = at + 1;
            }
            _ if full => return None,
            _ => {
                pen = piece.advance;
                lines.push(at..at + 1);
            }
        }
    }
    Some(lines)
}

/// The same number of lines, none much longer than the others: the narrowest box that still gives as many.
fn balanced(pieces: &[Piece], space: f32, width: f32, lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (mut narrow, mut wide, mut best) = (0.0, width, lines);
    for _ in 0..12 {
        let middle = (narrow + wide) / 2.0;
        match broken(pieces, space, middle, best.len()) {
            Some(lines) => (wide, best) = (middle, lines),
            None => narrow = middle,
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [u16; 4] = [100, 60, 40, 20];

    fn pieces(advances: &[f32]) -> Vec<Piece> {
        advances.iter().map(|advance| Piece { advance: *advance, glued: false }).collect()
    }

    fn room(height: f32) -> Room {
        Room { width: 500.0, height, pitch: 1.0, ends: 1.0, lines: 3 }
    }

    #[test]
    fn lines_are_about_as_long_as_each_other() {
        let set = set(&pieces(&[2.0, 2.0, 2.0, 2.0]), 0.2, room(300.0), &SIZES);
        assert_eq!(set, Some(Set { size: 100, lines: vec![0..2, 2..4] }));
    }

    #[test]
    fn large_letters_stand_in_few_lines_and_small_ones_in_as_many_as_there_is_room_for() {
        let many = pieces(&[4.1; 12]);
        let lines = |set: Option<Set>| set.map(|set| (set.size, set.lines.len()));
        assert_eq!(lines(set(&many, 0.2, room(300.0), &SIZES)), Some((40, 6)));
        assert_eq!(lines(set(&many, 0.2, room(70.0), &SIZES)), Some((20, 3)));
        assert_eq!(lines(set(&many, 0.2, room(30.0), &SIZES)), None);
    }

    #[test]
    fn every_piece_stands_once_and_in_order() {
        let all = pieces(&[1.0, 3.0, 0.5, 2.0, 4.9, 0.1, 2.0]);
        let lines = set(&all, 0.3, room(600.0), &SIZES).map(|set| set.lines.into_iter().flatten().collect::<Vec<_>>());
        assert_eq!(lines, Some((0..all.len()).collect()));
    }
}
