//! A card put on the canvas: pictures left, words right on paper.
//! In: a [`Card`]. Out: the bytes of its file. A [`Painter`] keeps letters and paper from card to card; one to a thread.

use super::canvas::{Area, Canvas, HEIGHT, WIDTH};
use super::layout::{Piece, Room, Set, set};
use super::letters::{Hand, Style, Word};
use super::palette::{PALETTE, Ramp, token};
use super::{Card, Picture, feet, mosaic, motif, paper, photograph, png};
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;

/// Where words begin and end, in points from the left.
pub(super) const LEFT: usize = 666;
pub(super) const RIGHT: usize = 1164;
/// Where the name may begin, below the mark.
const TOP: usize = 96;
/// Free above the feet.
const ABOVE_FEET: usize = 26;
/// Sizes of a name: the largest that fits is taken. At the last, some 1,000 letters find room.
const NAMES: [u16; 24] =
    [116, 108, 100, 92, 86, 80, 74, 68, 62, 58, 54, 50, 46, 43, 40, 37, 34, 31, 28, 25, 22, 20, 18, 16];
/// Names should not be smaller: in a chat the picture is as wide as a thumb is long.
const LEGIBLE: u16 = 28;
/// Most lines of a name in large letters.
const LINES: usize = 5;
const PITCH: f32 = 1.06;
/// Text under the name: sizes, and from line to line.
const LESSER: [u16; 6] = [30, 28, 26, 24, 22, 20];
const LESSER_PITCH: f32 = 1.27;
/// From the name's lowest letter to the text under it.
const GAP: f32 = 20.0;

/// Draws cards one after the other.
pub struct Painter {
    hand: Hand,
    canvas: Canvas,
    /// Paper, mark and title, with the title they are for.
    sheet: Option<(String, String, Canvas)>,
}

/// The paper half without a word, the same for all.
static PAPER: LazyLock<Canvas> = LazyLock::new(|| {
    let mut canvas = Canvas::new();
    canvas.fill(Area { x: 0, y: 0, width: WIDTH, height: HEIGHT }, PALETTE.nearest(token("black")));
    let x = mosaic::SIDE + mosaic::RULE;
    paper::lay(&mut canvas, Area { x, y: 0, width: WIDTH - x, height: HEIGHT });
    canvas
});

impl Default for Painter {
    fn default() -> Painter {
        Painter { hand: Hand::default(), canvas: Canvas::new(), sheet: None }
    }
}

impl Painter {
    /// The card as PNG, or as JPEG if a photograph stands on it. `photos` holds `{stem}.jpg` of each.
    pub fn draw(&mut self, card: &Card, photos: &Path) -> io::Result<Vec<u8>> {
        self.paint(card);
        if !card.has_photo() {
            return Ok(png::png(self.canvas.raw()));
        }
        let mut points = self.canvas.colours();
        for (area, picture) in mosaic::areas(card.shown().len()).into_iter().zip(card.shown()) {
            if let Picture::Photo { stem } = picture {
                photograph::lay(&mut points, area, &photos.join(format!("{stem}.jpg")))?;
            }
        }
        photograph::jpeg(&points)
    }

    /// Everything but photographs.
    fn paint(&mut self, card: &Card) {
        self.sheet(card);
        for (area, picture) in mosaic::areas(card.shown().len()).into_iter().zip(card.shown()) {
            if let Picture::Tile { slug, motif, goods } = picture {
                motif::tile(&mut self.canvas, area, slug, motif, *goods);
            }
        }
        self.words(card);
        feet::draw(&mut self.canvas, &mut self.hand, &card.feet);
    }

    fn sheet(&mut self, card: &Card) {
        let known =
            self.sheet.as_ref().is_some_and(|(title, warning, _)| (title, warning) == (&card.title, &card.warning));
        if !known {
            let mut sheet = PAPER.clone();
            let y = 36;
            paper::mark().lay(&mut sheet, LEFT, y);
            let x = LEFT + paper::SIDE_OF_MARK + 12;
            let ink = PALETTE.ramp(token("ground"), token("ink"));
            let title = Line { x, y: y + 31, width: RIGHT - x, size: 28, style: Style::Name };
            say(&mut sheet, &mut self.hand, &card.title, title, &ink);
            let ochre = PALETTE.ramp(token("ground"), token("ochre"));
            let warning = Line { x: LEFT, y: 20, width: RIGHT - LEFT, size: 16, style: Style::State };
            say(&mut sheet, &mut self.hand, &card.warning, warning, &ochre);
            self.sheet = Some((card.title.clone(), card.warning.clone(), sheet));
        }
        if let Some((_, _, sheet)) = &self.sheet {
            self.canvas.copy(sheet);
        }
    }

    /// Name and lines, between mark and feet, a little above the middle.
    fn words(&mut self, card: &Card) {
        let bottom = feet::top(&card.feet) - ABOVE_FEET;
        let lines: Vec<Text> = card.lines.iter().map(|line| Text::lesser(&mut self.hand, line)).collect();
        let under: f32 = lines.iter().map(Text::height).sum::<f32>() + if lines.is_empty() { 0.0 } else { GAP };
        let name = Text::name(&mut self.hand, &card.name, (bottom - TOP) as f32 - under);
        let spare = (bottom - TOP) as f32 - under - name.height();
        let ink = PALETTE.ramp(token("ground"), token("ink"));
        let mut y = TOP as f32 + spare.max(0.0) * 0.45;
        name.write(&mut self.canvas, &mut self.hand, y, &ink);
        y += name.height() + GAP;
        for line in &lines {
            line.write(&mut self.canvas, &mut self.hand, y, &ink);
            y += line.height();
        }
    }
}

/// Whether a name finds room in letters that can be read in a chat.
pub fn fits(name: &str) -> bool {
    let room = (HEIGHT - TOP - 240) as f32;
    Text::name(&mut Hand::default(), name, room).set.size >= LEGIBLE
}

/// A text broken into lines.
struct Text {
    style: Style,
    words: Vec<(Rc<Word>, bool)>,
    space: f32,
    set: Set,
    pitch: f32,
}

impl Text {
    fn name(hand: &mut Hand, name: &str, height: f32) -> Text {
        let width = (RIGHT - LEFT) as f32;
        let room = Room { width, height, pitch: PITCH, lines: LINES };
        Text::fitted(hand, Style::Great, name, room, &NAMES)
    }

    fn lesser(hand: &mut Hand, line: &str) -> Text {
        let width = (RIGHT - LEFT) as f32;
        // one line if letters need not be very small for it, else two
        let one = Room { width, height: 40.0, pitch: LESSER_PITCH, lines: 1 };
        let text = Text::fitted(hand, Style::Reading, line, one, &LESSER[..4]);
        if text.set.lines.len() <= 1 && text.words.len() == text.set.lines.iter().map(|l| l.len()).sum::<usize>() {
            return text;
        }
        let two = Room { height: 80.0, lines: 2, ..one };
        Text::fitted(hand, Style::Reading, line, two, &LESSER[2..])
    }

    /// As large as fits. Words too wide at the smallest size are broken; what finds no room even so ends in "…".
    fn fitted(hand: &mut Hand, style: Style, text: &str, room: Room, sizes: &[u16]) -> Text {
        let space = hand.space(style);
        let smallest = f32::from(sizes.last().copied().unwrap_or(16));
        let mut words = pieces(hand, style, text, room.width / smallest);
        loop {
            let measured: Vec<Piece> =
                words.iter().map(|(word, glued)| Piece { advance: word.advance, glued: *glued }).collect();
            if let Some(set) = set(&measured, space, room, sizes) {
                return Text { style, words, space, set, pitch: room.pitch };
            }
            // Far too long: a tenth at a time, so that a text of any length is soon done with.
            words.truncate(words.len().saturating_sub(1).min(MOST) * 9 / 10);
            words.push((hand.word(style, "…"), true));
            if words.len() < 2 {
                let set = Set { size: sizes.last().copied().unwrap_or(16), lines: Vec::new() };
                return Text { style, words: Vec::new(), space, set, pitch: room.pitch };
            }
        }
    }

    fn height(&self) -> f32 {
        self.set.lines.len() as f32 * f32::from(self.set.size) * self.pitch
    }

    /// Written with its first line's top at `y`.
    fn write(&self, canvas: &mut Canvas, hand: &mut Hand, y: f32, ramp: &Ramp) {
        let size = f32::from(self.set.size);
        // In a line the letters stand so that what is free above the accents is as much as below the tails.
        let mut baseline = y + size * (self.pitch / 2.0 + 0.36);
        for line in &self.set.lines {
            let mut x = LEFT as f32;
            for (at, (word, glued)) in self.words[line.clone()].iter().enumerate() {
                x += if at == 0 || *glued { 0.0 } else { self.space * size };
                hand.write(canvas, self.style, self.set.size, word, (x, baseline.round() as i32), ramp);
                x += word.advance * size;
            }
            baseline += size * self.pitch;
        }
    }
}

/// Pieces kept of a text that finds no room.
const MOST: usize = 400;

/// Words, those wider than a line in pieces. A no-break space keeps what it joins together.
fn pieces(hand: &mut Hand, style: Style, text: &str, widest: f32) -> Vec<(Rc<Word>, bool)> {
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

/// A single line: where it begins, its baseline, the room it has, its letters.
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
