//! What is drawn from the site's own SVGs: the paper with its glints, the mark, stars and signs.
//! In: the files in `public/` and the drawings of `view`. Out: points, or small pictures in the palette's numbers, each
//! drawn once.

use super::canvas::{Area, Canvas, HEIGHT, WIDTH};
use super::palette::{Colour, Known, PALETTE, token};
use crate::catalog::{Stars, State};
use crate::view::{sign_drawing, star_row};
use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};
use std::sync::LazyLock;

const PAPER: &str = include_str!("../../../public/paper.svg");
const MARK: &str = include_str!("../../../public/icon.svg");
/// The paper in points, half as large again as on pages: the picture is mostly seen small.
const GRAIN: (usize, usize) = (900, 300);

/// A drawing in so many points, on a ground or on nothing.
pub(super) fn points(svg: &str, width: u32, height: u32, ground: Option<Colour>) -> Option<Pixmap> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let mut out = Pixmap::new(width, height)?;
    if let Some([red, green, blue]) = ground {
        out.fill(Color::from_rgba8(red, green, blue, 255));
    }
    let size = tree.size();
    let fit = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, fit, &mut out.as_mut());
    Some(out)
}

/// A small picture: numbers of the palette, none where the ground shows.
#[derive(Default)]
pub(super) struct Small {
    pub(super) width: usize,
    pub(super) height: usize,
    numbers: Vec<Option<u8>>,
}

impl Small {
    fn new(svg: &str, width: usize, height: usize, ground: Colour) -> Small {
        let draw = |ground| points(svg, width as u32, height as u32, ground);
        let Some((drawn, bare)) = draw(Some(ground)).zip(draw(None)) else { return Small::default() };
        let mut known = Known::default();
        let number = |(point, bare): (&PremultipliedColorU8, &PremultipliedColorU8)| {
            (bare.alpha() > 0).then(|| known.nearest([point.red(), point.green(), point.blue()]))
        };
        Small { width, height, numbers: drawn.pixels().iter().zip(bare.pixels()).map(number).collect() }
    }

    /// Laid down with its corner there.
    pub(super) fn lay(&self, canvas: &mut Canvas, x: usize, y: usize) {
        for (row, numbers) in self.numbers.chunks_exact(self.width.max(1)).enumerate().take(HEIGHT.saturating_sub(y)) {
            for (point, number) in canvas.row(y + row)[x.min(WIDTH)..].iter_mut().zip(numbers) {
                *point = number.unwrap_or(*point);
            }
        }
    }
}

/// Height of stars in a badge and of the sign of a state, side of the mark.
const STARS: usize = 26;
const SIGN: usize = 30;
pub(super) const SIDE_OF_MARK: usize = 44;

static STAR_ROWS: LazyLock<[Small; 3]> = LazyLock::new(|| {
    [3, 4, 5].map(|count| {
        let row = Stars::new(count).map(star_row).unwrap_or_default();
        let svg = standing_alone(&row, token("hoe"), token("sheet"));
        Small::new(&svg, (usize::from(count) * 13 - 1) * STARS / 12, STARS, token("black"))
    })
});

static SIGNS: LazyLock<[Small; 4]> = LazyLock::new(|| {
    State::ALL.map(|state| {
        let svg = standing_alone(sign_drawing(state), colour_of(state), token("sheet"));
        Small::new(&svg, SIGN, SIGN, token("ground"))
    })
});

static MARKS: LazyLock<Small> = LazyLock::new(|| {
    // the rule in it is for icons smaller than this one
    let plain = MARK.split_once("<style>").zip(MARK.split_once("</style>")).map(|(a, b)| format!("{}{}", a.0, b.1));
    Small::new(&plain.unwrap_or_else(|| MARK.to_owned()), SIDE_OF_MARK, SIDE_OF_MARK, token("ground"))
});

/// The stars of a badge.
pub(super) fn stars(stars: Stars) -> &'static Small {
    &STAR_ROWS[usize::from(stars.count().clamp(3, 5) - 3)]
}

/// The sign of a state.
pub(super) fn sign(state: State) -> &'static Small {
    &SIGNS[state as usize]
}

/// The site's mark.
pub(super) fn mark() -> &'static Small {
    &MARKS
}

/// The colour in which a state is told.
fn colour_of(state: State) -> Colour {
    token(if state == State::InForce { "green" } else { "ochre" })
}

/// A drawing of `view` as a file of its own, in its colours.
fn standing_alone(drawing: &str, colour: Colour, cut: Colour) -> String {
    let hex = |[red, green, blue]: Colour| format!("#{red:02x}{green:02x}{blue:02x}");
    drawing
        .replacen("<svg ", r#"<svg xmlns="http://www.w3.org/2000/svg" "#, 1)
        .replace("currentColor", &hex(colour))
        .replace(r#"class="cut""#, &format!(r#"stroke="{}""#, hex(cut)))
}

/// Paper over an area, its grain repeated as on pages.
pub(super) fn lay(canvas: &mut Canvas, area: Area) {
    let (wide, high) = GRAIN;
    let Some(paper) = points(PAPER, wide as u32, high as u32, Some(token("ground"))) else { return };
    let number = |point: &PremultipliedColorU8| PALETTE.paper([point.red(), point.green(), point.blue()]);
    let numbers: Vec<u8> = paper.pixels().iter().map(number).collect();
    for y in area.y..area.y + area.height {
        let row = &numbers[(y % high) * wide..][..wide];
        for (x, point) in canvas.row(y)[area.x..area.x + area.width].iter_mut().enumerate() {
            *point = row[(area.x + x) % wide];
        }
    }
}
