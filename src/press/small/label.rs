//! Labels for a shelf, tags with a price, stickers with a code: one product in each field of a sheet.
//!
//! A code stands where it leaves room for the words: on labels and tags from 63.5 mm of width on, unless the address is very
//! long. Those of 38.1 × 21.2 mm (65 on a sheet) have none: one that is read takes all their height.

use super::super::code::{self, Code, QUIET};
use super::super::ground::{Ground, SMALLEST};
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::starred::{NARROW, stars};
use crate::catalog::ProductId;
use crate::paper::{Format, Grid, Kind, Paper, Um};
use crate::route::Lang;

/// Measures of a sheet of labels, in tenths of a millimetre.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labels {
    columns: i32,
    rows: i32,
    width: i32,
    height: i32,
    left: i32,
    top: i32,
    /// Between columns; rows touch.
    gap: i32,
}

impl Labels {
    /// The sheet that is asked for, or the usual one.
    pub fn of(paper: &Paper) -> Labels {
        let grid = match (paper.grid, paper.kind) {
            (Grid::Usual, Kind::Labels) => Grid::G14,
            (Grid::Usual, _) => Grid::G24,
            (grid, _) => grid,
        };
        let (columns, rows, width, height, left, top, gap) = match grid {
            Grid::G8 => (2, 4, 991, 677, 46, 131, 25),
            Grid::G14 => (2, 7, 991, 381, 46, 151, 25),
            Grid::G21 => (3, 7, 635, 381, 72, 151, 25),
            Grid::Usual | Grid::G24 => (3, 8, 700, 370, 0, 5, 0),
            Grid::G65 => (5, 13, 381, 212, 47, 107, 25),
        };
        Labels { columns, rows, width, height, left, top, gap }
    }

    /// The labels, row by row.
    pub fn cells(self) -> Vec<Area> {
        let cell = |at: i32| {
            let x = Um::tenths(self.left + at % self.columns * (self.width + self.gap));
            let y = Um::tenths(self.top + at / self.columns * self.height);
            Area::new(x, y, Um::tenths(self.width), Um::tenths(self.height))
        };
        (0..self.columns * self.rows).map(cell).collect()
    }
}

/// From the edge of a label to what stands on it: sheets of labels may be a little off, and begin at the paper's edge.
fn inside(size: (Um, Um)) -> Um {
    if size.0 < NARROW { Um::tenths(20) } else { Um::tenths(55) }
}

/// On a label too low for wider ones, a module of a code is at least that wide; a longer address gets none.
const LEAST: Um = Um(455);

/// Words beside a code have that width at least: stars and what they are called. An address that leaves less gets no code.
const WORDS: Um = Um(30_000);

/// A label of that size.
pub(super) fn label(job: &Job<'_>, size: (Um, Um), id: ProductId) -> Sheet {
    let price = job.price(id).filter(|_| job.paper.kind != Kind::Stickers);
    let sheet = set(job, size, id, price);
    let is_price = |piece: &Piece| matches!(piece, Piece::Text(text) if text.role == Role::Price);
    // a price that finds no room stands in no mark either
    if price.is_none() || sheet.pieces.iter().any(is_price) { sheet } else { set(job, size, id, None) }
}

/// A label with that price, and its code with the mark of it.
fn set(job: &Job<'_>, size: (Um, Um), id: ProductId, priced: Option<u32>) -> Sheet {
    let mut sheet = Sheet::new(size, 1);
    let ground = Ground::new(Format::A4.size(), false);
    let mut words = coded(job, &mut sheet, size, id, priced);
    let price = |sheet: &mut Sheet, place: Area| match (priced, job.price(id)) {
        (Some(dong), _) => price(job, &ground, sheet, id, dong, place),
        (None, Some(_)) => Um(0),
        (None, None) => blank(job, &ground, sheet, place),
    };
    let foot = match job.paper.kind {
        Kind::Tags => price(&mut sheet, words),
        Kind::Labels => {
            let foot = stars(job, &ground, &mut sheet, size, id, words);
            let rest = Area { height: words.height - foot, ..words };
            let room = rest.height >= LOW;
            foot + if room { price(&mut sheet, rest) } else { Um(0) }
        }
        _ => Um(0),
    };
    words.height -= foot;
    let sizes: &[i32] = if size.1 > HIGH { &HUGE } else { &GREAT };
    // a name that can be read goes before who makes it
    let with = sizes.iter().filter(|points| **points >= 950).map(|points| (*points, true));
    let ways = with.chain(sizes.iter().skip_while(|points| **points > 1100).map(|points| (*points, false)));
    let set = |(points, makers)| told(job, &ground, id, words.width, points, makers);
    let fits = |all: &Vec<Passage>| passage::height(all) <= words.height;
    let mut all = ways.map(set).find(fits).unwrap_or_else(|| set((SMALLEST, false)));
    while passage::height(&all) > words.height && all.len() > 1 {
        all.pop();
    }
    while let Some(name) = all.first_mut().filter(|name| name.height() > words.height && name.count() > 1) {
        name.shorten();
    }
    passage::put(&all, &mut sheet, words.x, words.y);
    sheet
}

/// Put the code of a product on its label, where it can stand; what is left for words.
fn coded(job: &Job<'_>, sheet: &mut Sheet, size: (Um, Um), id: ProductId, priced: Option<u32>) -> Area {
    let edge = inside(size);
    let mut words = Area::new(edge, edge, size.0 - edge * 2, size.1 - edge * 2);
    let place = words;
    let sticker = job.paper.kind == Kind::Stickers;
    // beside a code the narrowest labels have no room for words
    if !sticker && size.0 < NARROW {
        return words;
    }
    // the code takes what its modules need, at most the label's height, its quiet zone at most the edge
    let most = if size.1 > HIGH {
        280
    } else if size.0 < Um::tenths(700) {
        160
    } else {
        200
    };
    let wished = place.height.min(Um::tenths(most));
    let side = |code: Code| code.side(wished).min(edge * code.modules() / QUIET).min(place.height);
    let taken = |code: Code| side(code) + code.quiet(side(code)) + Um::tenths(8);
    let room = |code: Code| sticker || place.width - taken(code) >= WORDS;
    let read = |code: Code| side(code) >= LEAST * code.modules() && room(code);
    if let Some((address, code)) = job.code(id, wished, priced).filter(|(_, code)| read(*code)) {
        let (side, taken) = (side(code), taken(code));
        let x = if sticker { place.x } else { place.right() - side };
        code::put(sheet, &address, code, Area::square(x, place.y, side));
        if sticker {
            words.x += taken;
        }
        words.width -= taken;
    }
    words
}

/// Hundredths of a point in which a name stands, and on a high label.
const GREAT: [i32; 5] = [1300, 1100, 950, 800, SMALLEST];
const HUGE: [i32; 7] = [2800, 2200, 1700, 1300, 1100, 950, 800];
/// A label higher than that.
pub(super) const HIGH: Um = Um::tenths(500);

/// Name and producer, in the space that is left.
fn told(job: &Job<'_>, ground: &Ground, id: ProductId, width: Um, points: i32, makers: bool) -> Vec<Passage> {
    let p = job.product(id);
    let name = ground.style(Face::Name, points, 1150);
    let text = ground.style(Face::Narrow, (points * 6 / 10).max(SMALLEST), 1200);
    let mut out = vec![Passage::new(Lang::Vi, &p.shown(), name, width, Wrap::Even).role(Role::Name(id))];
    for maker in p.makers.iter().filter(|_| makers) {
        let maker = &job.catalog.producer(*maker).name;
        out.push(Passage::new(Lang::Vi, maker, text, width, Wrap::Full).above(text.size / 3));
    }
    // with a price the pack stands beside it
    let pack =
        job.detail(id).filter(|d| d.price.is_none() && job.paper.kind != Kind::Stickers).map(|d| d.pack.as_str());
    if let Some(pack) = pack.filter(|pack| !pack.is_empty()) {
        out.push(Passage::new(Lang::Vi, pack, text, width, Wrap::Full).above(text.size / 3));
    }
    out
}

/// A lower place has no room for a name and a price.
const LOW: Um = Um::tenths(120);

/// Points in which a price stands, as great as there is room for.
const PRICES: [i32; 5] = [3200, 2000, 1600, 1300, 1000];

/// Put the price at the foot of a place, if there is room for it; how much of the height it takes.
fn price(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, price: u32, place: Area) -> Um {
    let lang = job.words.first.lang;
    let small = ground.style(Face::Narrow, 800, 1200);
    let price = (job.words.first.dong)(price);
    let great = |points: &i32| {
        let style = ground.style(Face::Great, *points, 1100);
        Passage::new(lang, &price, style, place.width, Wrap::Full).role(Role::Price)
    };
    // the name needs the other half
    let fits = |great: &Passage| great.count() == 1 && great.height() * 2 <= place.height;
    let Some(great) = PRICES.iter().map(great).find(fits) else { return Um(0) };
    let pack = job.detail(id).map_or("", |detail| detail.pack.as_str());
    let beside = great.longest() + Um(2000);
    let set = |width: Um| Some(Passage::new(Lang::Vi, pack, small, width, Wrap::Full)).filter(|pack| pack.count() == 1);
    let below = || set(place.width).filter(|pack| (great.height() + pack.height()) * 2 <= place.height);
    let mut high = great.height();
    let mut y = place.bottom() - high;
    if let Some(pack) = set(place.width - beside) {
        let baseline = y + great.style.rise();
        pack.put(sheet, place.x + beside, baseline - small.rise(), Side::Left);
    } else if let Some(pack) = below() {
        high += pack.height();
        y = place.bottom() - high;
        pack.put(sheet, place.x, place.bottom() - pack.height(), Side::Left);
    }
    great.put(sheet, place.x, y, Side::Left);
    high + Um(500)
}

/// A place as high has room for larger words beside the line.
const ROOM: Um = Um::tenths(380);

/// Put a line at the foot of a place to write a price on; how much of the height it takes.
fn blank(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, place: Area) -> Um {
    let small = ground.style(Face::Narrow, if place.height > ROOM { 1200 } else { 800 }, 1200);
    let word = Passage::new(job.words.first.lang, &job.words.both(|w| w.price), small, place.width / 2, Wrap::Full);
    let line = Area::new(place.x + word.longest() + Um(1500), place.bottom() - Um(800), Um(0), Um(250));
    let dong = (job.words.first.dong)(0);
    let dong =
        Passage::new(job.words.first.lang, dong.trim_matches(['0', ' ', '\u{a0}']), small, place.width / 2, Wrap::Full);
    let line = Area { width: place.right() - dong.longest() - Um(1000) - line.x, ..line };
    sheet.put(Piece::Rule(line, Ink::Ink));
    dong.put(sheet, place.right() - dong.longest(), place.bottom() - dong.height(), Side::Left);
    word.put(sheet, place.x, place.bottom() - word.height(), Side::Left);
    ground.style(Face::Great, 2000, 1100).leading.share(900)
}
