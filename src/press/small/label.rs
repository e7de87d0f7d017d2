//! Labels for a shelf, tags with a price, stickers with a code: one product in each field of a sheet.
//!
//! A code stands where it leaves room for the words: on labels and tags from 63.5 mm of width on, unless the address is very
//! long. Those of 38.1 × 21.2 mm (65 on a sheet) have none: one that is read takes all their height.

use super::super::code::{self, Code, QUIET};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::super::standing::star_row;
use super::super::words::Words;
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
    if size.0 < Um::tenths(500) { Um::tenths(20) } else { Um::tenths(55) }
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
            let foot = stars(job, &ground, &mut sheet, id, words);
            let rest = Area { height: words.height - foot, ..words };
            let room = rest.height >= Um::tenths(180);
            foot + if room { price(&mut sheet, rest) } else { Um(0) }
        }
        _ => Um(0),
    };
    words.height -= foot;
    let sizes = [1600, 1300, 1100, 950, 800, 700];
    let set = |points: &i32| told(job, &ground, id, words.width, *points);
    let fits = |all: &Vec<Passage>| passage::height(all) <= words.height;
    let mut all = sizes.iter().map(set).find(fits).unwrap_or_else(|| set(&700));
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
    if !sticker && size.0 <= Um::tenths(500) {
        return words;
    }
    // the code takes what its modules need, at most the label's height, its quiet zone at most the edge
    let wished = place.height.min(Um::tenths(if size.0 < Um::tenths(700) { 160 } else { 200 }));
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

/// Name and producer, in the space that is left.
fn told(job: &Job<'_>, ground: &Ground, id: ProductId, width: Um, points: i32) -> Vec<Passage> {
    let p = job.product(id);
    let name = ground.style(Face::Name, points, 1150);
    let text = ground.style(Face::Narrow, (points * 6 / 10).max(700), 1200);
    let mut out = vec![Passage::new(Lang::Vi, &p.shown(), name, width, Wrap::Even).role(Role::Name(id))];
    for maker in &p.makers {
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

/// Points in which a price stands, as great as there is room for.
const PRICES: [i32; 4] = [2000, 1600, 1300, 1000];

/// Put the price at the foot of a place, if there is room for it; how much of the height it takes.
fn price(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, price: u32, place: Area) -> Um {
    let lang = job.words.first.lang;
    let small = ground.style(Face::Narrow, 800, 1200);
    let price = (job.words.first.dong)(price);
    let pack = job.detail(id).map(|d| Passage::new(Lang::Vi, &d.pack, small, place.width, Wrap::Full));
    let pack = pack.filter(|pack| pack.count() == 1);
    let great = |points: &i32| {
        let style = ground.style(Face::Great, *points, 1100);
        Passage::new(lang, &price, style, place.width, Wrap::Full).role(Role::Price)
    };
    let high = |great: &Passage, pack: &Option<Passage>| great.height() + pack.as_ref().map_or(Um(0), Passage::height);
    // The name needs the other half; the pack goes before the price does.
    let fits = |great: &Passage, pack: &Option<Passage>| great.count() == 1 && high(great, pack) * 2 <= place.height;
    let set = [pack, None].into_iter().find_map(|pack| {
        let great = PRICES.iter().map(great).find(|great| fits(great, &pack))?;
        Some((great, pack))
    });
    let Some((great, pack)) = set else { return Um(0) };
    let high = high(&great, &pack);
    let y = great.put(sheet, place.x, place.bottom() - high, Side::Left);
    if let Some(pack) = pack {
        pack.put(sheet, place.x, y, Side::Left);
    }
    high + Um(500)
}

/// Put a line at the foot of a place to write a price on; how much of the height it takes.
fn blank(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, place: Area) -> Um {
    let small = ground.style(Face::Narrow, 800, 1200);
    let word = Passage::new(job.words.first.lang, &job.words.both(|w| w.price), small, place.width / 2, Wrap::Full);
    let line = Area::new(place.x + word.longest() + Um(1500), place.bottom() - Um(800), Um(0), Um(250));
    let line = Area { width: place.right() - line.x, ..line };
    sheet.put(Piece::Rule(line, Ink::Ink));
    word.put(sheet, place.x, place.bottom() - word.height(), Side::Left);
    ground.style(Face::Great, 2000, 1100).leading.share(900)
}

/// Put stars and their words at the foot of a place; how much of the height they take.
fn stars(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, place: Area) -> Um {
    let stand = job.product(id).standing(job.today);
    let Some(stars) = stand.and_then(|s| s.stars) else { return Um(0) };
    let style = Style { face: Face::Bold, ..ground.style(Face::Bold, 850, 1200) };
    let star = style.size;
    let inside = star / 2;
    let row = star_row(stars, star);
    let high = star * 2;
    let y = place.bottom() - high;
    sheet.put(Piece::Fill(Area::new(place.x, y, row + inside * 2, high), Ink::Ink));
    sheet.put(Piece::Stars(stars, Area::new(place.x + inside, y + inside, row, star), Ink::Hoe));
    let x = place.x + row + inside * 3;
    let w = job.words;
    let standing =
        |w: &Words| stand.map_or_else(String::new, |s| [&(w.badge)(stars), " · ", &(w.standing)(&s)].concat());
    // as much as goes on one line
    let says = [w.both(standing), w.both(|w| (w.badge)(stars)), (w.first.badge)(stars), (w.first.stars)(stars)];
    let set = |says: String| Passage::new(w.first.lang, &says, style, place.right() - x, Wrap::Full);
    let words = says.into_iter().map(set).find(|words| words.count() < 2);
    if let Some(words) = words {
        words.put(sheet, x, y + (high - style.leading) / 2, Side::Left);
    }
    high + Um(1000)
}
