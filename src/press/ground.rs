//! The ground of a page: its margins, and the measures of A4 brought to the sheet in hand.
//!
//! In: a sheet's size, and whether its left is the outside. Out: where things stand on it. Lengths shrink with the sheet;
//! type does too, but never below 7 points.

use super::metric::{Face, Style};
use super::sheet::{Area, Ink, Piece, Sheet};
use crate::paper::Um;

/// The smallest type on paper, in hundredths of a point: below it print shops refuse.
pub const SMALLEST: i32 = 700;

/// Where things stand on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    /// Width and height of the sheet.
    pub size: (Um, Um),
    /// Where the content of the page stands: between margins, below the running head, above the foot.
    pub body: Area,
    /// The spine is at its right.
    pub mirrored: bool,
    /// How large the sheet is, in thousandths of A4; never more than 1000.
    scale: i32,
}

impl Ground {
    /// Of a page of that size; `mirrored` has its broad margin at the right, as the back of a sheet bound at its left.
    pub fn new(size: (Um, Um), mirrored: bool) -> Ground {
        let scale = (size.0.0 / 210).min(size.1.0 / 297).min(1000);
        let mut out = Ground { size, body: Area::default(), mirrored, scale };
        let (inner, outer) = (out.mm(180), out.mm(140));
        let (left, right) = if mirrored { (outer, inner) } else { (inner, outer) };
        let (top, bottom) = (out.mm(200), out.mm(197));
        out.body = Area::new(left, top, size.0 - left - right, size.1 - top - bottom);
        out
    }

    /// So many tenths of a millimetre on A4.
    pub fn mm(&self, tenths: i32) -> Um {
        Um::tenths(tenths).share(self.scale)
    }

    /// Whether the sheet is so small that type has not shrunk with it.
    pub fn is_small(&self) -> bool {
        self.scale < 800
    }

    /// A face in so many hundredths of a point on A4, its lines apart by so many thousandths of the size.
    pub fn style(&self, face: Face, points: i32, leading: i32) -> Style {
        let size = Um::points(SMALLEST.max((i64::from(points) * i64::from(self.scale) / 1000) as i32));
        Style { face, size, leading: size.share(leading) }
    }

    /// A horizontal rule over the body's width, its middle at `y`.
    pub fn rule(&self, sheet: &mut Sheet, y: Um, thick: Um, ink: Ink) {
        let area = Area::new(self.body.x, y - thick / 2, self.body.width, thick);
        sheet.put(Piece::Rule(area, ink));
    }

    /// Thickness of the bars below running heads and above the foot.
    pub fn bar(&self) -> Um {
        self.mm(8)
    }

    /// Thickness of the rules between things.
    pub fn thin(&self) -> Um {
        Um(250)
    }
}
