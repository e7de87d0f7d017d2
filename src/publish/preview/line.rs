//! A single line of words, smaller if it is too wide for its room.
//! In: words, where they begin, the room there is. Out: their width, their drawing.

use super::canvas::Canvas;
use super::letters::{Hand, Style};
use super::palette::Ramp;

/// Where it begins, its baseline, the room it has, its letters.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) size: u16,
    pub(super) style: Style,
}

impl Line {
    /// How wide the words are, in points.
    pub(super) fn measure(&self, hand: &mut Hand, words: &str) -> f32 {
        let space = hand.space(self.style);
        let all: Vec<f32> = words.split(' ').map(|word| hand.word(self.style, word).advance).collect();
        (all.iter().sum::<f32>() + space * all.len().saturating_sub(1) as f32) * f32::from(self.size)
    }
}

/// Words on one line, smaller if they are too wide.
pub(super) fn say(canvas: &mut Canvas, hand: &mut Hand, words: &str, line: Line, ramp: &Ramp) {
    let wide = line.measure(hand, words).max(1.0);
    let size = (f32::from(line.size) * (line.width as f32 / wide).min(1.0)).floor() as u16;
    let space = hand.space(line.style);
    let mut x = line.x as f32;
    for word in words.split(' ') {
        let word = hand.word(line.style, word);
        hand.write(canvas, line.style, size, &word, (x, line.y as i32), ramp);
        x += (word.advance + space) * f32::from(size);
    }
}
