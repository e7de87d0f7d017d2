//! One letter as points: an outline of the embedded fonts filled at a size.
//! In: a font, a glyph, a size, where between two points the pen stands. Out: a [`Cover`]. It keeps nothing.

use super::canvas::Cover;
use super::palette::STEPS;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Font, GlyphId};
use resvg::tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};

/// Takes an outline, y upwards, as a path with y downwards.
struct Pen(PathBuilder);

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, -cy, x, -y);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.cubic_to(ax, -ay, bx, -by, x, -y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}

/// The outline at a size in points; none for a blank.
fn outline(font: &Font, glyph: u32, size: f32) -> Option<Path> {
    let mut pen = Pen(PathBuilder::new());
    let options = DrawOptions::new().with_ppem(Some(size));
    font.outline_glyphs().get(GlyphId::new(glyph))?.draw(&options, DrawMemory::Scratch, &mut pen).ok()?;
    pen.0.finish()
}

/// Left, top and bottom of a glyph's ink from the pen on the baseline, in ems, y downwards; none for a blank.
pub(super) fn reach(font: &Font, glyph: u32) -> Option<[f32; 3]> {
    let bounds = outline(font, glyph, 1000.0)?.bounds();
    Some([bounds.left(), bounds.top(), bounds.bottom()].map(|points| points / 1000.0))
}

/// The glyph as points; nothing for a blank.
pub(super) fn cover(font: &Font, glyph: u32, size: f32, shift: f32) -> Cover {
    outline(font, glyph, size).and_then(|path| fill(&path, shift)).unwrap_or_default()
}

fn fill(path: &Path, shift: f32) -> Option<Cover> {
    let bounds = path.bounds();
    let (left, top) = ((bounds.left() + shift).floor(), bounds.top().floor());
    let (width, height) = ((bounds.right() + shift).ceil() - left, bounds.bottom().ceil() - top);
    let mut mask = Mask::new(width.max(1.0) as u32, height.max(1.0) as u32)?;
    mask.fill_path(path, FillRule::Winding, true, Transform::from_translate(shift - left, -top));
    let most = STEPS as u32 - 1;
    let steps = mask.data().iter().map(|part| ((u32::from(*part) * most + 127) / 255) as u8).collect();
    Some(Cover { left: left as i32, top: top as i32, width: mask.width() as usize, steps })
}
