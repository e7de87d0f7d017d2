//! Words in Archivo, measured and laid down; what was shaped or filled once is kept.
//!
//! The fonts are two slices, Latin and Vietnamese, of the variable font the site is set in (`tools/font/cut.sh`), used
//! as browsers use them: each letter from the slice that has it. No font of the machine is ever asked.

use super::canvas::{Canvas, Cover};
use super::glyph;
use super::palette::Ramp;
use harfrust::{Buffer, Font, ShapeOptions, ShaperFont, shape};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

const SLICES: [&[u8]; 2] = [
    include_bytes!("../../../data/fonts/archivo-latin.ttf"),
    include_bytes!("../../../data/fonts/archivo-vietnamese.ttf"),
];

/// A cut of the family: width and weight as in the style sheets.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Style {
    /// Great names.
    Great,
    /// The catalogue's title beside its mark.
    Name,
    /// Text to read.
    Reading,
    /// Words of a badge.
    Badge,
    /// Words of a state.
    State,
}

impl Style {
    const ALL: [Style; 5] = [Style::Great, Style::Name, Style::Reading, Style::Badge, Style::State];

    /// Width in percent, weight.
    fn axes(self) -> (f32, f32) {
        match self {
            Style::Great => (74.0, 850.0),
            Style::Name => (80.0, 800.0),
            Style::Reading => (100.0, 500.0),
            Style::Badge => (88.0, 750.0),
            Style::State => (96.0, 650.0),
        }
    }

    /// Room added between words that the font sets too close (`--gap` in the tokens), in ems.
    fn gap(self) -> f32 {
        if matches!(self, Style::Great | Style::Name | Style::Badge) { 0.07 } else { 0.0 }
    }
}

type Family = [Vec<Font>; Style::ALL.len()];

static FAMILY: LazyLock<Family> = LazyLock::new(|| {
    Style::ALL.map(|style| {
        let (width, weight) = style.axes();
        let cut = |font: Font| font.instance_builder().variations([("wdth", width), ("wght", weight)]).build();
        SLICES.iter().filter_map(|slice| Font::new(*slice, 0)).map(cut).collect()
    })
});

/// Whether the fonts have that letter.
pub fn writes(letter: char) -> bool {
    FAMILY[0].iter().any(|font| font.charmap().map_unicode(letter).is_some())
}

/// A shaped word. All measures are in ems, y downwards.
#[derive(Default)]
pub(super) struct Word {
    /// Slice, glyph, where its pen stands.
    glyphs: Vec<(usize, u32, f32)>,
    /// How far the pen moves.
    pub(super) advance: f32,
    /// From the pen to the first letter's ink.
    pub(super) left: f32,
    /// Highest and lowest ink over the baseline.
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// Style, slice, glyph, size, quarter of a point.
type Key = (Style, usize, u32, u16, u8);

/// Who writes: keeps what it has shaped and filled. One to a thread.
#[derive(Default)]
pub(super) struct Hand {
    words: HashMap<(Style, String), Rc<Word>>,
    covers: HashMap<Key, Rc<Cover>>,
}

/// Words kept at most: a catalogue is written in a few thousand syllables.
const KEPT: usize = 20_000;

impl Hand {
    /// The word in that style.
    pub(super) fn word(&mut self, style: Style, text: &str) -> Rc<Word> {
        let key = (style, text.nfc().collect::<String>());
        if let Some(word) = self.words.get(&key) {
            return Rc::clone(word);
        }
        let word = Rc::new(shaped(style, &key.1));
        if self.words.len() < KEPT {
            self.words.insert(key, Rc::clone(&word));
        }
        word
    }

    /// Room between two words, in ems.
    pub(super) fn space(&mut self, style: Style) -> f32 {
        self.word(style, " ").advance + style.gap()
    }

    /// Lay a word down; its pen begins there, on the baseline.
    pub(super) fn write(
        &mut self,
        canvas: &mut Canvas,
        style: Style,
        size: u16,
        word: &Word,
        pen: (f32, i32),
        ramp: &Ramp,
    ) {
        // Large letters stand well enough on whole and half points.
        let parts = if size < 40 { 4.0 } else { 2.0 };
        for (slice, id, at) in &word.glyphs {
            let x = ((pen.0 + at * f32::from(size)) * parts).round() / parts;
            let quarter = ((x - x.floor()) * 4.0) as u8;
            let cover = self.cover((style, *slice, *id, size, quarter));
            canvas.ink(x.floor() as i32, pen.1, &cover, ramp);
        }
    }

    fn cover(&mut self, key: Key) -> Rc<Cover> {
        let (style, slice, id, size, quarter) = key;
        let new = || {
            let font = FAMILY[style as usize].get(slice);
            Rc::new(
                font.map(|font| glyph::cover(font, id, f32::from(size), f32::from(quarter) / 4.0)).unwrap_or_default(),
            )
        };
        Rc::clone(self.covers.entry(key).or_insert_with(new))
    }
}

/// The slice that has a letter; the first for those that nobody has.
fn slice_of(fonts: &[Font], letter: char) -> usize {
    fonts.iter().position(|font| font.charmap().map_unicode(letter).is_some()).unwrap_or(0)
}

fn shaped(style: Style, text: &str) -> Word {
    let fonts = &FAMILY[style as usize];
    let mut word = Word::default();
    let mut run = String::new();
    let mut slice = 0;
    for letter in text.chars() {
        let own = slice_of(fonts, letter);
        if own != slice && !run.is_empty() {
            add(&mut word, fonts, slice, &run);
            run.clear();
        }
        slice = own;
        run.push(letter);
    }
    add(&mut word, fonts, slice, &run);
    word
}

/// Letters of one slice at the end of a word.
fn add(word: &mut Word, fonts: &[Font], slice: usize, run: &str) {
    let Some(font) = fonts.get(slice) else { return };
    let em = f32::from(font.units_per_em().max(1));
    let mut buffer = Buffer::new();
    buffer.push_str(run);
    buffer.guess_segment_properties();
    if shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::new()).is_err() {
        return;
    }
    for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        word.glyphs.push((slice, info.glyph_id, word.advance + place.x_offset as f32 / em));
        word.advance += place.x_advance as f32 / em;
        if let Some([left, top, bottom]) = glyph::reach(font, info.glyph_id) {
            word.left = if word.glyphs.len() == 1 { left } else { word.left };
            word.top = word.top.min(top);
            word.bottom = word.bottom.max(bottom);
        }
    }
}
