//! A text of several lines, as large as its room allows.
//!
//! In: a name, or a line under it; the height there is. Out: its height, its drawing. Lines stand as close as the ink of
//! one and the accents of the next let them. Nothing is cut off: what is too long for the largest letters gets smaller
//! ones, a word wider than a line is broken. Only a text of thousands of letters, which no label bears, ends in "…".

use super::canvas::Canvas;
use super::layout::{Piece, Room, Set, set};
use super::letters::{Hand, Style, Word};
use super::paint::{LEFT, RIGHT};
use super::palette::Ramp;
use std::rc::Rc;

/// Sizes of a name in points: the largest that fits is taken.
const NAMES: [u16; 24] =
    [116, 108, 100, 92, 86, 80, 74, 68, 62, 58, 54, 50, 46, 43, 40, 37, 34, 31, 28, 25, 22, 20, 18, 16];
/// The longest names that pass as ready are not smaller: in a chat the picture is as wide as a thumb is long.
const LEGIBLE: u16 = 28;
/// Most lines of a name in large letters.
const LINES: usize = 5;
/// Sizes of a line under the name; two lines where one would need the smaller half of them.
const LESSER: [u16; 6] = [30, 28, 26, 24, 22, 20];
/// From the name's lowest letter to the text under it, in points.
pub(super) const GAP: f32 = 16.0;
/// From one baseline to the next, in ems, where no accent under a tail needs more.
const CLOSE: f32 = 1.02;
/// Free between tails and the accents below, in ems.
const BETWEEN: f32 = 0.02;
/// From the top of a block to its first baseline where no accent reaches higher, and from the last one down, in ems.
const ASCENT: f32 = 0.86;
const DESCENT: f32 = 0.24;
/// A word wider than a line in letters of this size is broken.
const BREAK: u16 = 40;
/// Sizes of a title that is too long for one line, and how high its two lines are.
const TITLES: [u16; 5] = [22, 20, 18, 16, 14];
const TITLE_HEIGHT: f32 = 52.0;
/// Pieces kept of a text that finds no room.
const MOST: usize = 400;

/// A word and whether it goes on with the one before.
type Glued = (Rc<Word>, bool);

/// A text broken into lines.
pub(super) struct Block {
    style: Style,
    words: Vec<Glued>,
    space: f32,
    set: Set,
    /// From one baseline to the next, in ems.
    pitch: f32,
    /// From the top to the first baseline, in ems.
    ascent: f32,
}

impl Block {
    /// A name in that height.
    pub(super) fn name(hand: &mut Hand, name: &str, height: f32) -> Block {
        let room = Room { width: WIDTH, height, pitch: CLOSE, ends: 0.0, lines: LINES };
        Block::fitted(hand, Style::Great, name, room, &NAMES)
    }

    /// A line under the name; two if letters would have to be small for one.
    pub(super) fn lesser(hand: &mut Hand, line: &str) -> Block {
        let wide: f32 = pieces(hand, Style::Reading, line, f32::MAX).iter().map(|(word, _)| word.advance + 0.3).sum();
        let (large, small) = LESSER.split_at(LESSER.len() / 2);
        let one = wide * f32::from(large[large.len() - 1]) <= WIDTH;
        let (lines, sizes) = if one { (1, large) } else { (2, small) };
        let room = Room { width: WIDTH, height: 84.0, pitch: 1.25, ends: 0.0, lines };
        Block::fitted(hand, Style::Reading, line, room, sizes)
    }

    /// A long title in two lines, beside the mark.
    pub(super) fn title(hand: &mut Hand, title: &str, width: usize) -> Block {
        let room = Room { width: width as f32, height: TITLE_HEIGHT, pitch: CLOSE, ends: 0.0, lines: 2 };
        Block::fitted(hand, Style::Name, title, room, &TITLES)
    }

    fn fitted(hand: &mut Hand, style: Style, text: &str, room: Room, sizes: &[u16]) -> Block {
        let space = hand.space(style);
        let smallest = sizes.last().copied().unwrap_or(LEGIBLE);
        let breaking = sizes.first().copied().unwrap_or(LEGIBLE).min(BREAK);
        let mut words = pieces(hand, style, text, room.width / f32::from(breaking));
        loop {
            let (top, bottom) = reach(&words);
            let pitch = (bottom - top + BETWEEN).max(room.pitch);
            let ends = ASCENT.max(-top) + DESCENT;
            let measured: Vec<Piece> =
                words.iter().map(|(word, glued)| Piece { advance: word.advance, glued: *glued }).collect();
            if let Some(set) = set(&measured, space, Room { pitch, ends, ..room }, sizes) {
                return Block::of(style, words, space, set, room.pitch);
            }
            // A tenth at a time, so that a text of any length is soon done with.
            words.truncate(words.len().saturating_sub(1).min(MOST) * 9 / 10);
            if words.is_empty() {
                return Block::of(style, words, space, Set { size: smallest, lines: Vec::new() }, room.pitch);
            }
            words.push((hand.word(style, "…"), true));
        }
    }

    /// As close as these very lines may stand.
    fn of(style: Style, words: Vec<Glued>, space: f32, set: Set, least: f32) -> Block {
        let ink: Vec<(f32, f32)> = set.lines.iter().map(|line| reach(&words[line.clone()])).collect();
        let needed = ink.windows(2).map(|two| two[0].1 - two[1].0 + BETWEEN);
        let pitch = needed.fold(least, f32::max);
        let ascent = ink.first().map_or(ASCENT, |line| ASCENT.max(-line.0));
        Block { style, words, space, set, pitch, ascent }
    }

    /// In points; 0 if there is nothing to say.
    pub(super) fn height(&self) -> f32 {
        let between = self.set.lines.len().checked_sub(1);
        between.map_or(0.0, |n| f32::from(self.set.size) * (self.ascent + n as f32 * self.pitch + DESCENT))
    }

    /// Written with its left upper corner there.
    pub(super) fn write(&self, canvas: &mut Canvas, hand: &mut Hand, (left, y): (usize, f32), ramp: &Ramp) {
        let size = f32::from(self.set.size);
        let mut baseline = y + size * self.ascent;
        for line in &self.set.lines {
            // ink, not the pen, stands on the edge
            let mut x = left as f32 - self.words.get(line.start).map_or(0.0, |(word, _)| word.left * size);
            for (at, (word, glued)) in self.words[line.clone()].iter().enumerate() {
                x += if at == 0 || *glued { 0.0 } else { self.space * size };
                hand.write(canvas, self.style, self.set.size, word, (x, baseline.round() as i32), ramp);
                x += word.advance * size;
            }
            baseline += size * self.pitch;
        }
    }
}

const WIDTH: f32 = (RIGHT - LEFT) as f32;

/// Highest and lowest ink of words over their baseline, in ems, y downwards.
fn reach(words: &[Glued]) -> (f32, f32) {
    words.iter().fold((0.0, 0.0), |(top, bottom), (word, _)| (word.top.min(top), word.bottom.max(bottom)))
}

/// Words, those wider than a line in pieces. A no-break space keeps what it joins together.
fn pieces(hand: &mut Hand, style: Style, text: &str, widest: f32) -> Vec<Glued> {
    let mut out = Vec::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let whole = hand.word(style, word);
        if whole.advance <= widest {
            out.push((whole, false));
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        // a letter is at most an em and a half wide
        let part = ((widest / 1.5) as usize).max(1);
        for (at, letters) in letters.chunks(part).enumerate() {
            out.push((hand.word(style, &letters.iter().collect::<String>()), at > 0));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::{LONGEST_NAME, generate};

    /// Highest and lowest ink of each line, in points from the top.
    fn lines(block: &Block) -> Vec<(f32, f32)> {
        let size = f32::from(block.set.size);
        let ink = |(n, line): (usize, &std::ops::Range<usize>)| {
            let words = &block.words[line.clone()];
            let base = block.ascent + n as f32 * block.pitch;
            let top = words.iter().map(|w| base + w.0.top).fold(f32::MAX, f32::min);
            let bottom = words.iter().map(|w| base + w.0.bottom).fold(0.0, f32::max);
            (top * size, bottom * size)
        };
        block.set.lines.iter().enumerate().map(ink).collect()
    }

    fn widest(block: &Block) -> f32 {
        let size = f32::from(block.set.size);
        let wide = |line: &std::ops::Range<usize>| {
            let words = &block.words[line.clone()];
            let gaps = words.iter().skip(1).filter(|w| !w.1).count() as f32 * block.space;
            (words.iter().map(|w| w.0.advance).sum::<f32>() + gaps) * size
        };
        block.set.lines.iter().map(wide).fold(0.0, f32::max)
    }

    fn names() -> Vec<String> {
        let table = include_str!("../../../data/thanh-hoa-products.csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let mut names: Vec<String> =
            reader.records().flatten().filter_map(|row| row.get(0).map(str::to_owned)).collect();
        assert_eq!(names.len(), 160);
        let mut invented: Vec<String> = generate(3000, 1).0.products.into_iter().map(|p| p.name.vi).collect();
        invented.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        names.extend(invented.into_iter().take(200));
        names.extend([
            "Ẩm Ẫ Ặ Ợ gỵ ợ Ẩ Ấ Ồ Ỵ ỷ Ữ Ặng gợ Ẫy ".repeat(4),
            "Dứa".into(),
            "Khổqualêntậntrờimâykhôngcómộtdấucáchnàonênphảingắtraởđâuđó".into(),
            "mắm ".repeat(70),
            "W".repeat(200),
        ]);
        names
    }

    #[test]
    fn every_name_stands_whole_inside_its_room_and_no_line_touches_the_next() {
        let mut hand = Hand::default();
        for name in names() {
            for height in [230.0, 300.0, 380.0] {
                let block = Block::name(&mut hand, &name, height);
                assert!(block.height() <= height + 0.5, "{name}: {} of {height}", block.height());
                assert!(widest(&block) <= WIDTH, "{name}: {}", widest(&block));
                let lines = lines(&block);
                assert!(lines.windows(2).all(|two| two[0].1 < two[1].0), "{name}: {lines:?}");
                assert!(lines.first().is_none_or(|line| line.0 > -0.5), "{name}: {lines:?}");
                let said: usize = block.set.lines.iter().map(|line| line.len()).sum();
                assert_eq!(
                    said,
                    pieces(&mut hand, Style::Great, &name, WIDTH / f32::from(BREAK)).len(),
                    "{name}: not whole"
                );
            }
        }
    }

    #[test]
    fn short_names_are_great_and_long_ones_legible() {
        let mut hand = Hand::default();
        assert_eq!(Block::name(&mut hand, "Mắm tôm Lê Gia", 300.0).set.size, NAMES[0]);
        // what is left above a badge, two states and two lines of text
        let mut size = |name: &str| Block::name(&mut hand, name, 230.0).set.size;
        let longest: String = "mắm tép ".chars().cycle().take(LONGEST_NAME).collect();
        assert!(size(&longest) >= LEGIBLE, "{}", size(&longest));
        assert!(size(&longest) < size(&longest[..60]));
    }

    #[test]
    fn what_no_label_bears_ends_soon_and_quietly() {
        let block = Block::name(&mut Hand::default(), &"vô tận ".repeat(150_000), 300.0);
        assert!(block.height() <= 300.0 && block.set.lines.len() > 5);
        assert_eq!(Block::name(&mut Hand::default(), "", 300.0).height(), 0.0);
    }
}
