//! The foot of a card: badge, numbers and states, one below the other, standing on the lower edge.
//! In: the feet of a card. Out: how high they are, and their drawing. What they say is not decided here.

use super::Foot;
use super::canvas::{Area, Canvas, HEIGHT};
use super::letters::{Hand, Style};
use super::line::{Line, say};
use super::paint::{LEFT, RIGHT};
use super::palette::RAMPS;
use super::paper;
use crate::catalog::State;

/// Free below the lowest foot.
const BELOW: usize = 36;
const BETWEEN: usize = 15;
/// Height of a badge with its frame, of a state, of plain words.
const BADGE: usize = 52;
const STATE: usize = 32;
const PLAIN: usize = 34;
/// A badge's frame.
const FRAME: usize = 2;
/// From the frame to what stands in it.
const INSIDE: usize = 11;

fn height(foot: &Foot) -> usize {
    match foot {
        Foot::Stars(..) | Foot::Number(..) => BADGE,
        Foot::State(..) => STATE,
        Foot::Plain(_) => PLAIN,
    }
}

/// The row of points where the feet begin.
pub(super) fn top(feet: &[Foot]) -> usize {
    let all: usize = feet.iter().map(|foot| height(foot) + BETWEEN).sum();
    HEIGHT - BELOW - all.saturating_sub(BETWEEN)
}

/// Draw them all.
pub(super) fn draw(canvas: &mut Canvas, hand: &mut Hand, feet: &[Foot]) {
    let mut y = top(feet);
    for foot in feet {
        match foot {
            Foot::Stars(stars, words) => {
                let row = paper::stars(*stars);
                let x = badge(canvas, hand, y, row.width, words);
                row.lay(canvas, x, y + (BADGE - row.height) / 2);
            }
            Foot::Number(number, words) => count(canvas, hand, y, number, words),
            Foot::Plain(words) => {
                let line = Line { x: LEFT, y: y + 25, width: RIGHT - LEFT, size: 27, style: Style::Reading };
                say(canvas, hand, words, line, &RAMPS.second);
            }
            Foot::State(state, words) => {
                let sign = paper::sign(*state);
                sign.lay(canvas, LEFT, y + (STATE - sign.height) / 2);
                let x = LEFT + sign.width + 9;
                let line = Line { x, y: y + 25, width: RIGHT - x, size: 27, style: Style::State };
                say(canvas, hand, words, line, if *state == State::InForce { &RAMPS.green } else { &RAMPS.ochre });
            }
        }
        y += height(foot) + BETWEEN;
    }
}

fn count(canvas: &mut Canvas, hand: &mut Hand, y: usize, number: &str, words: &str) {
    let wide = hand.word(Style::Badge, number).advance * 30.0;
    let x = badge(canvas, hand, y, wide.ceil() as usize, words);
    let line = Line { x, y: y + 37, width: wide.ceil() as usize + 1, size: 30, style: Style::Badge };
    say(canvas, hand, number, line, &RAMPS.hoe_on_black);
}

/// A black box so wide inside and a white one with words; tells where what stands in the black one begins.
fn badge(canvas: &mut Canvas, hand: &mut Hand, y: usize, wide: usize, words: &str) -> usize {
    let black = wide + 2 * INSIDE;
    let room = RIGHT - LEFT - black - 2 * INSIDE - FRAME;
    let line = Line { x: LEFT + black + INSIDE, y: y + 36, width: room, size: 28, style: Style::Badge };
    let said = line.measure(hand, words).min(room as f32).ceil() as usize;
    let whole = Area { x: LEFT, y, width: black + said + 2 * INSIDE + FRAME, height: BADGE };
    canvas.fill(whole, RAMPS.hoe_on_black[0]);
    let white = Area { x: LEFT + black, y: y + FRAME, width: said + 2 * INSIDE, height: BADGE - 2 * FRAME };
    canvas.fill(white, RAMPS.ink_on_sheet[0]);
    say(canvas, hand, words, line, &RAMPS.ink_on_sheet);
    LEFT + INSIDE
}
