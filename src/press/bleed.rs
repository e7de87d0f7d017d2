//! For a print shop: what reaches the edge is printed beyond it, and marks show where to cut.
//!
//! In: a sheet in its finished size. Out: a larger one, the finished sheet in its middle.

use super::sheet::{Area, Mark, Piece, Sheet};
use crate::paper::Um;

/// How far print goes beyond the cut: 3 mm, as print shops ask.
pub const BLEED: Um = Um(3000);
/// From the cut to the edge of the larger sheet.
pub const AROUND: Um = Um(8000);
/// Length and thickness of a mark.
const LONG: Um = Um(4000);
const THICK: Um = Um(100);

impl Sheet {
    /// The same with 3 mm more of what touches its edges, on a sheet large enough for marks.
    pub(super) fn bled(mut self) -> Sheet {
        let page = self.area();
        for piece in &mut self.pieces {
            match piece {
                Piece::Fill(area, _) | Piece::Picture(_, area, _) => *area = grown(*area, page),
                Piece::Mark(_, area) => *area = beyond(*area, page),
                _ => {}
            }
            piece.shift(AROUND, AROUND);
        }
        self.width += AROUND * 2;
        self.height += AROUND * 2;
        for x in [AROUND, AROUND + page.width] {
            let left = x - THICK / 2;
            self.put(Piece::Mark(Mark::Crop, Area::new(left, Um(0), THICK, LONG)));
            self.put(Piece::Mark(Mark::Crop, Area::new(left, self.height - LONG, THICK, LONG)));
        }
        for y in [AROUND, AROUND + page.height] {
            let top = y - THICK / 2;
            self.put(Piece::Mark(Mark::Crop, Area::new(Um(0), top, LONG, THICK)));
            self.put(Piece::Mark(Mark::Crop, Area::new(self.width - LONG, top, LONG, THICK)));
        }
        self
    }
}

/// A mark at the edge of its page, in what is cut off.
fn beyond(area: Area, page: Area) -> Area {
    let upright = area.width < area.height;
    let away = |from: Um, to: Um, end: Um| match (from <= Um(0), to >= end) {
        (true, _) => Some(Um(0) - AROUND),
        (_, true) => Some(end + AROUND - LONG),
        _ => None,
    };
    if upright {
        away(area.y, area.bottom(), page.height).map_or(area, |y| Area { y, height: LONG, ..area })
    } else {
        away(area.x, area.right(), page.width).map_or(area, |x| Area { x, width: LONG, ..area })
    }
}

/// An area with the bleed on every side on which it touches the edge of its page.
fn grown(area: Area, page: Area) -> Area {
    let more = |touches: bool| if touches { BLEED } else { Um(0) };
    let (left, top) = (more(area.x <= page.x), more(area.y <= page.y));
    let (right, bottom) = (more(area.right() >= page.right()), more(area.bottom() >= page.bottom()));
    Area::new(area.x - left, area.y - top, area.width + left + right, area.height + top + bottom)
}
