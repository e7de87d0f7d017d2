//! A card put on the canvas: pictures left, words right on paper.
//! In: a [`Card`]. Out: the bytes of its file. A [`Painter`] keeps letters and paper from card to card; one to a thread.

use super::block::{Block, GAP};
use super::canvas::{Area, Canvas, HEIGHT, WIDTH};
use super::letters::{Hand, Style};
use super::line::{Line, say};
use super::palette::RAMPS;
use super::{Card, Picture, feet, mosaic, motif, paper, photograph, png};
use std::io;
use std::path::Path;
use std::sync::LazyLock;

/// Where words begin and end, in points from the left.
pub(super) const LEFT: usize = 666;
pub(super) const RIGHT: usize = 1164;
/// Where the mark stands, from above.
const MARK: usize = 36;
/// Where the name may begin, below the mark.
const TOP: usize = 96;
/// Free above the feet.
const ABOVE_FEET: usize = 26;

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
    canvas.fill(Area { x: 0, y: 0, width: WIDTH, height: HEIGHT }, RAMPS.hoe_on_black[0]);
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
        for (area, picture) in mosaic::placed(&card.pictures) {
            if let Picture::Photo { stem } = picture {
                photograph::lay(&mut points, area, &photos.join(format!("{stem}.jpg")))?;
            }
        }
        photograph::jpeg(&points)
    }

    /// Everything but photographs.
    fn paint(&mut self, card: &Card) {
        self.sheet(card);
        for (area, picture) in mosaic::placed(&card.pictures) {
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
            paper::mark().lay(&mut sheet, LEFT, MARK);
            title(&mut sheet, &mut self.hand, &card.title);
            let warning = Line { x: LEFT, y: 20, width: RIGHT - LEFT, size: 16, style: Style::State };
            say(&mut sheet, &mut self.hand, &card.warning, warning, &RAMPS.ochre);
            self.sheet = Some((card.title.clone(), card.warning.clone(), sheet));
        }
        if let Some((_, _, sheet)) = &self.sheet {
            // A tile that stands alone fills all that is left of the rule.
            let filled = matches!(card.pictures.as_slice(), [Picture::Tile { .. }]);
            self.canvas.copy(sheet, if filled { mosaic::SIDE } else { 0 });
        }
    }

    /// Name and lines, between mark and feet, a little above the middle.
    fn words(&mut self, card: &Card) {
        let Painter { hand, canvas, .. } = self;
        let bottom = feet::top(&card.feet).saturating_sub(ABOVE_FEET).max(TOP);
        let lines: Vec<Block> = card.lines.iter().map(|line| Block::lesser(hand, line)).collect();
        let under: f32 = lines.iter().map(Block::height).sum::<f32>() + if lines.is_empty() { 0.0 } else { GAP };
        let room = (bottom - TOP) as f32 - under;
        let name = Block::name(hand, &card.name, room);
        let mut y = TOP as f32 + (room - name.height()).max(0.0) * 0.45;
        name.write(canvas, hand, (LEFT, y), &RAMPS.ink);
        y += name.height() + GAP;
        for line in &lines {
            line.write(canvas, hand, (LEFT, y), &RAMPS.ink);
            y += line.height();
        }
    }
}

/// The catalogue's title beside the mark: on one line, or smaller on two.
fn title(canvas: &mut Canvas, hand: &mut Hand, title: &str) {
    let x = LEFT + paper::SIDE_OF_MARK + 12;
    let line = Line { x, y: MARK + 31, width: RIGHT - x, size: 28, style: Style::Name };
    if line.measure(hand, title) <= (RIGHT - x) as f32 {
        return say(canvas, hand, title, line, &RAMPS.ink);
    }
    let block = Block::title(hand, title, RIGHT - x);
    let y = (MARK + paper::SIDE_OF_MARK / 2) as f32 - block.height() / 2.0;
    block.write(canvas, hand, (x, y), &RAMPS.ink);
}
