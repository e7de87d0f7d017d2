//! The 256 colours of all preview pictures: inks, their shades in a mat, and the steps between letters and paper.
//!
//! In: the site's tokens (`style/tokens.css`) and the tiles' inks. Out: one palette, the same for every picture, so
//! that all that is drawn beforehand can be kept as numbers and laid down without looking at colours.

use crate::publish::tile::{Ink, Plate};
use std::collections::HashMap;
use std::sync::LazyLock;

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// Steps from no ink (0) to full ink.
pub(super) const STEPS: usize = 16;
/// The palette's number of each step.
pub(super) type Ramp = [u8; STEPS];

/// A strand of a mat as light falls on it: in the drawing of the tile the gaps between strands are black of 36 %, a
/// fifth of a strand wide, the warps black of 45 %.
#[derive(Clone, Copy)]
pub(super) enum Shade {
    Plain,
    Gap,
    Warp,
    Crossing,
    Worn,
    WornWarp,
}

const SHADES: usize = 6;
const GAP: f32 = 0.29;
const WARP: f32 = 0.45;
const WORN: f32 = 0.2;

/// All colours, and tables of the ways between them.
pub(super) struct Palette {
    /// At most 256.
    pub(super) colours: Vec<Colour>,
    shades: [[u8; SHADES]; 10],
    /// For every number, the same strand with a warp over it.
    pub(super) warped: [u8; 256],
    /// For every number of a bare strand, the same strand worn.
    pub(super) worn: [u8; 256],
}

pub(super) static PALETTE: LazyLock<Palette> = LazyLock::new(Palette::new);

/// A colour of the style sheet, light scheme.
pub(super) fn token(name: &str) -> Colour {
    let after = TOKENS.split_once(&format!("--{name}: #")).map_or("", |(_, after)| after);
    hex(after.get(..6).unwrap_or_default())
}

fn hex(digits: &str) -> Colour {
    let number = u32::from_str_radix(digits, 16).unwrap_or_default();
    [(number >> 16) as u8, (number >> 8) as u8, number as u8]
}

fn of_ink(ink: Ink) -> Colour {
    hex(ink.hex(Plate::Colour).trim_start_matches('#'))
}

/// So much of `over` on `under`, 0 to 1.
pub(super) fn mix(under: Colour, over: Colour, part: f32) -> Colour {
    [0, 1, 2].map(|i| (f32::from(under[i]) + (f32::from(over[i]) - f32::from(under[i])) * part).round() as u8)
}

/// The square of how far two colours are apart.
fn apart(a: Colour, b: Colour) -> i32 {
    (0..3).map(|i| (i32::from(a[i]) - i32::from(b[i])).pow(2)).sum()
}

/// The paper's ground and its shell glints, lighter and darker. Few steps: each makes every file longer.
fn glints() -> [Colour; 4] {
    let (ground, light, dark) = (token("ground"), [0xFF, 0xFF, 0xFC], [0xDD, 0xD3, 0xBD]);
    [ground, mix(ground, light, 0.4), mix(ground, light, 0.85), mix(ground, dark, 0.4)]
}

impl Palette {
    fn new() -> Palette {
        let mut all = Palette { colours: Vec::new(), shades: [[0; SHADES]; 10], warped: [0; 256], worn: [0; 256] };
        all.inks();
        all.halos();
        all.motifs();
        all.words();
        all
    }

    fn add(&mut self, colour: Colour) -> u8 {
        let at = self.colours.iter().position(|c| *c == colour).unwrap_or_else(|| {
            self.colours.push(colour);
            self.colours.len() - 1
        });
        at as u8
    }

    /// Both colours and the steps between them.
    fn steps(&mut self, under: Colour, over: Colour, steps: u8) {
        for step in 0..=steps {
            self.add(mix(under, over, f32::from(step) / f32::from(steps)));
        }
    }

    fn inks(&mut self) {
        let black = of_ink(Ink::K);
        for ink in Ink::ALL {
            let plain = of_ink(ink);
            let (gap, worn) = (mix(plain, black, GAP), mix(plain, of_ink(Ink::P), WORN));
            let pairs = [
                (plain, Shade::Plain, Shade::Warp),
                (gap, Shade::Gap, Shade::Crossing),
                (worn, Shade::Worn, Shade::WornWarp),
            ];
            for (colour, bare, crossed) in pairs {
                let (under, over) = (self.add(colour), self.add(mix(colour, black, WARP)));
                self.shades[ink as usize][bare as usize] = under;
                self.shades[ink as usize][crossed as usize] = over;
                self.warped[usize::from(under)] = over;
            }
            let [bare, worn] = [Shade::Plain, Shade::Worn].map(|light| self.shade(ink, light));
            self.worn[usize::from(bare)] = worn;
        }
    }

    /// The edge of a halo over each ink.
    fn halos(&mut self) {
        for pale in [Ink::S, Ink::P] {
            for ink in Ink::ALL {
                self.steps(of_ink(ink), of_ink(pale), 3);
            }
        }
    }

    /// Where two inks of a motif meet; most often one is the black line.
    fn motifs(&mut self) {
        let black = of_ink(Ink::K);
        for ink in Ink::ALL.map(of_ink) {
            self.steps(ink, black, 5);
            for other in [Ink::S, Ink::P, Ink::Y].map(of_ink) {
                self.steps(ink, other, 2);
            }
        }
    }

    /// Letters and signs on paper.
    fn words(&mut self) {
        let (ground, sheet, ink) = (token("ground"), token("sheet"), token("ink"));
        let pairs = [
            (ground, ink, 14),
            (sheet, ink, 6),
            (ground, token("green"), 7),
            (sheet, token("green"), 3),
            (ground, token("ochre"), 7),
            (ground, token("second"), 7),
            (token("son"), token("on-son"), 2),
        ];
        for (under, over, steps) in pairs {
            self.steps(under, over, steps);
        }
        glints().iter().for_each(|glint| self.steps(*glint, *glint, 1));
    }

    /// The number of an ink of the tiles in that light.
    pub(super) fn shade(&self, ink: Ink, shade: Shade) -> u8 {
        self.shades[ink as usize][shade as usize]
    }

    /// The number of the colour that comes nearest.
    pub(super) fn nearest(&self, colour: Colour) -> u8 {
        let best = self.colours.iter().enumerate().min_by_key(|(_, c)| apart(**c, colour));
        best.map_or(0, |(at, _)| at as u8)
    }

    /// The number of the paper's colour that comes nearest.
    pub(super) fn paper(&self, colour: Colour) -> u8 {
        glints().iter().min_by_key(|glint| apart(**glint, colour)).map_or(0, |glint| self.nearest(*glint))
    }

    /// Letters of one colour on a ground.
    fn ramp(&self, ground: Colour, ink: Colour) -> Ramp {
        std::array::from_fn(|step| self.nearest(mix(ground, ink, step as f32 / (STEPS - 1) as f32)))
    }

    /// For every number, the number of that colour with so much of another over it.
    pub(super) fn veil(&self, over: Colour, part: f32) -> [u8; 256] {
        let mut out = [0; 256];
        self.colours.iter().zip(&mut out).for_each(|(colour, number)| *number = self.nearest(mix(*colour, over, part)));
        out
    }
}

/// Letters of every colour there is, on what they stand on.
pub(super) struct Ramps {
    pub(super) ink: Ramp,
    pub(super) second: Ramp,
    pub(super) green: Ramp,
    pub(super) ochre: Ramp,
    pub(super) ink_on_sheet: Ramp,
    pub(super) hoe_on_black: Ramp,
}

pub(super) static RAMPS: LazyLock<Ramps> = LazyLock::new(|| {
    let ramp = |ground, ink| PALETTE.ramp(token(ground), token(ink));
    Ramps {
        ink: ramp("ground", "ink"),
        second: ramp("ground", "second"),
        green: ramp("ground", "green"),
        ochre: ramp("ground", "ochre"),
        ink_on_sheet: ramp("sheet", "ink"),
        hoe_on_black: ramp("black", "hoe"),
    }
});

/// Colours already looked up.
#[derive(Default)]
pub(super) struct Known(HashMap<Colour, u8>);

impl Known {
    pub(super) fn nearest(&mut self, colour: Colour) -> u8 {
        *self.0.entry(colour).or_insert_with(|| PALETTE.nearest(colour))
    }
}

/// The colour of an ink of the tiles.
pub(super) fn colour(ink: Ink) -> Colour {
    of_ink(ink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_colours_find_room() {
        assert!(PALETTE.colours.len() <= 256, "{}", PALETTE.colours.len());
    }

    #[test]
    fn colours_are_those_of_the_style_sheet_and_inks_stay_pure() {
        assert_eq!(token("ground"), [0xF3, 0xEE, 0xE3]);
        for name in ["ground", "sheet", "ink", "green", "ochre", "second", "son", "on-son", "hoe", "black"] {
            assert_ne!(token(name), [0, 0, 0], "{name} is gone from the style sheet");
            assert_eq!(PALETTE.colours[usize::from(PALETTE.nearest(token(name)))], token(name), "{name}");
        }
        for ink in Ink::ALL {
            assert_eq!(PALETTE.colours[usize::from(PALETTE.shade(ink, Shade::Plain))], of_ink(ink));
        }
    }
}
