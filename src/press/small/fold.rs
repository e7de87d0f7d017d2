//! A leaflet of one product, folded twice into three panels of a long envelope (DL).
//!
//! The panel folded in is 3 mm narrower than the others, so that it lies flat. Outside, from left to right: the flap that is
//! folded in, the back, the front. Inside: the two wide panels, then the back of the flap.

use super::super::code::{self, Code};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage, Side as To};
use super::super::sheet::{Area, Crop, Ink, Mark, Piece, Role, Sheet};
use super::super::standing::Standing;
use super::super::story::{Place, columns};
use super::super::title::fitted;
use super::super::told::{Styles, facts, phone, story};
use crate::catalog::ProductId;
use crate::paper::{Format, Inks, Um};
use crate::route::Lang;

/// By how much the panel that is folded in is narrower.
const LESS: Um = Um(3000);
/// From a panel's edges to what stands on it.
const INSIDE: Um = Um(9000);
/// Side of the code: read from a copy of a copy.
const CODE: Um = Um::tenths(400);
/// Length and thickness of a mark to fold at: longer than what desktop printers leave white.
const LONG: Um = Um(8000);
const THICK: Um = Um(100);

/// A side of the sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Outside,
    Inside,
}

/// Width and height of the sheet: A4 laid across.
pub(super) fn sheet() -> (Um, Um) {
    let (width, height) = Format::A4.size();
    (height, width)
}

/// Width of the wide panels of a sheet of that width.
fn wide(width: Um) -> Um {
    (width + LESS) / 3
}

/// What the code says and is, if there is one.
type Coded = Option<(String, Code)>;

/// Put a side of a leaflet on a sheet.
pub(super) fn fold(job: &Job<'_>, sheet: &mut Sheet, id: ProductId, side: Side) {
    let wide = wide(sheet.width);
    let narrow = sheet.width - wide * 2;
    let widths = if side == Side::Outside { [narrow, wide, wide] } else { [wide, wide, narrow] };
    let panel = |at: usize| {
        let x: Um = widths.iter().take(at).copied().sum();
        Area::new(x, Um(0), widths[at], sheet.height)
    };
    let panels = [panel(0), panel(1), panel(2)];
    let ground = Ground::new(Format::A4.size(), false);
    let facts = flap(job, &ground, id, (narrow - INSIDE * 2, sheet.height - INSIDE * 2));
    let price = job.price(id).filter(|_| facts.iter().any(|passage| passage.role == Role::Price));
    let coded = job.code(id, CODE, price);
    match side {
        Side::Outside => {
            let place = within(panels[0]);
            facts.iter().fold(place.y, |y, passage| passage.put(sheet, place.x, y + passage.above, To::Left));
            // a field of colour from edge to edge, as the cover of a book has
            sheet.put(Piece::Fill(panels[1], Ink::Son));
            back(job, &ground, sheet, id, coded, within(panels[1]));
            front(job, &ground, sheet, id, panels[2]);
        }
        Side::Inside => inside(job, &ground, sheet, id, coded, panels),
    }
    // outside, where nothing is cut off, the edges of the red field are the folds; a photocopy has none
    let marked = side == Side::Inside || job.paper.bleed || job.paper.inks == Inks::Copy;
    for panel in panels.iter().skip(1).filter(|_| marked) {
        let x = panel.x - THICK / 2;
        sheet.put(Piece::Mark(Mark::Fold, Area::new(x, Um(0), THICK, LONG)));
        sheet.put(Piece::Mark(Mark::Fold, Area::new(x, sheet.height - LONG, THICK, LONG)));
    }
}

fn within(panel: Area) -> Area {
    Area::new(panel.x + INSIDE, panel.y + INSIDE, panel.width - INSIDE * 2, panel.height - INSIDE * 2)
}

/// The front: picture bled off, name, stars.
fn front(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, panel: Area) {
    let place = within(panel);
    // a square, as tiles are
    let picture = Area::new(panel.x, panel.y, panel.width, panel.width);
    sheet.put(Piece::Picture(id, picture, Crop::Cover));
    let bar = Area::new(panel.x, picture.bottom(), panel.width, Um(1400));
    sheet.put(Piece::Fill(bar, Ink::Ink));
    let standing = Standing::of(job, ground, job.words, id, place.width, 1300);
    let top = bar.bottom() + Um(5000);
    let room = place.bottom() - standing.height() - Um(6000) - top;
    let name = job.product(id).shown();
    let name = fitted(ground, Lang::Vi, &name, place.width, room, 7200).role(Role::Name(id));
    let mut name = name;
    while name.height() > room && name.count() > 1 {
        name.shorten();
    }
    name.put(sheet, place.x, top, To::Left);
    standing.put(sheet, place.x, place.bottom() - standing.height());
}

/// Sizes of text on a panel, in hundredths of a point: the largest that goes.
const SIZES: [i32; 6] = [1900, 1600, 1350, 1200, 1050, 950];
/// The smallest of them.
const LEAST: i32 = 950;

/// The flap: facts, as many as there is room for.
fn flap(job: &Job<'_>, ground: &Ground, id: ProductId, (width, height): (Um, Um)) -> Vec<Passage> {
    let high = |fact: &[Passage]| -> Um { fact.iter().map(|passage| passage.above + passage.height()).sum() };
    let set = |points: i32| facts(job, Styles::sized(ground, points), id, width);
    let all = |set: &Vec<Vec<Passage>>| set.iter().map(|fact| high(fact)).sum::<Um>() <= height;
    let facts = SIZES.into_iter().map(set).find(all).unwrap_or_else(|| set(LEAST));
    let (mut out, mut taken) = (Vec::new(), Um(0));
    for fact in facts {
        let more = high(&fact);
        if taken + more <= height {
            taken += more;
            out.extend(fact);
        }
    }
    out
}

/// Who makes it where, and how they are called, in white.
fn maker(job: &Job<'_>, ground: &Ground, id: ProductId, width: Um) -> Vec<Passage> {
    let (name, text) = (ground.style(Face::Name, 1500, 1180), ground.style(Face::Reading, 1100, 1350));
    let p = job.product(id);
    let lang = job.words.first.lang;
    let set = |lang, says: &str, style| Passage::new(lang, says, style, width, Wrap::Full).ink(Ink::OnSon);
    let names = p.makers.iter().map(|maker| set(Lang::Vi, &job.catalog.producer(*maker).name, name));
    let mut out: Vec<Passage> = names.collect();
    let (now, old) = job.place(p);
    out.push(set(lang, &now, text).above(text.leading / 3));
    out.push(set(lang, &old, text));
    out.push(
        set(Lang::Vi, phone(job, id).unwrap_or_default(), Style { face: Face::Bold, ..text }).above(text.leading / 3),
    );
    out
}

/// The back: who makes it, where the code leads, and who prints it.
fn back(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, coded: Coded, place: Area) {
    let lang = job.words.first.lang;
    let text = ground.style(Face::Reading, 950, 1350);
    let said = |lang, says: &str, above: Um| {
        Passage::new(lang, says, text, place.width, Wrap::Full).above(above).ink(Ink::OnSon)
    };
    let about = &job.catalog.about;
    let mut words = vec![fitted(ground, lang, &about.title, place.width, place.height / 3, 3600).ink(Ink::OnSon)];
    words.push(said(lang, &about.publisher, text.leading / 2));
    words.push(said(lang, &about.event, Um(0)));
    words.push(said(lang, &job.home, text.leading / 2));
    let mut y = place.bottom();
    if let Some((address, code)) = coded {
        let side = code.side(CODE);
        let printed = job.words.each(|w| (w.printed)(job.today));
        words.extend(printed.iter().map(|(lang, says)| said(*lang, says, text.leading / 2)));
        let quiet = code.quiet(side);
        // where the white around it is that of the paper, its modules stand on the margin
        let out = if job.paper.inks == Inks::Copy { quiet } else { Um(0) };
        let white = Area::square(place.x - out, place.bottom() - side - quiet * 2, side + quiet * 2);
        sheet.put(Piece::Fill(white, Ink::White));
        code::put(sheet, &address, code, Area::square(white.x + quiet, white.y + quiet, side));
        y = white.y - Um(5000);
    }
    let made = maker(job, ground, id, place.width);
    let made_high = passage::height(&made);
    // of many long names the panel for facts tells
    let top = if made_high <= place.height / 3 { made_high + Um(8000) } else { Um(0) };
    if top > Um(0) {
        passage::put(&made, sheet, place.x, place.y);
    }
    while words.len() > 1 && passage::height(&words) > y - place.y - top {
        words.pop();
    }
    passage::put(&words, sheet, place.x, y - passage::height(&words));
}

/// The inside: the story over the three panels, as far as it goes; a short one leaves the first panel to the picture, and the
/// foot of the others to what is looked for first; one that goes on a single panel leaves the other to who makes it where.
fn inside(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, coded: Coded, panels: [Area; 3]) {
    let places = panels.map(within);
    let width = places.iter().map(|place| place.width).min().unwrap_or_default();
    let height = places[0].height;
    let holds = |told: &[Passage], count, height| columns(told, Place::default(), count, height).1.is_end(told);
    let goes = |told: &[Passage], count: usize| holds(told, count, height);
    let set = |points: i32| story(job, Styles::sized(ground, points), id, width);
    let low = height - FOOT - INSIDE;
    if let Some(told) = LARGE.into_iter().map(set).find(|told| holds(told, 1, low)) {
        sheet.put(Piece::Picture(id, panels[0], Crop::Cover));
        let who = LARGE.into_iter().map(|points| who(job, ground, id, points, width));
        let who = who.into_iter().find(|who| passage::height(who) <= low).unwrap_or_default();
        passage::put(&told, sheet, places[1].x, places[1].y);
        passage::put(&who, sheet, places[2].x, places[2].y);
        return close(job, ground, sheet, id, coded, [places[1], places[2]].map(foot));
    }
    let closed = SIZES.into_iter().map(set).find(|told| holds(told, 2, low));
    let short = closed.or_else(|| SIZES.into_iter().map(set).find(|told| goes(told, 2)));
    let free = usize::from(short.is_some());
    let mut told = short.unwrap_or_else(|| set(LEAST));
    // from the end, what does not go onto three panels: sources and facts before the story
    while told.len() > 1 && !goes(&told, 3 - free) {
        told.pop();
    }
    while told.last().is_some_and(|last| last.over) {
        told.pop();
    }
    if free > 0 {
        sheet.put(Piece::Picture(id, panels[0], Crop::Cover));
    }
    let (filled, _) = columns(&told, Place::default(), 3 - free, height);
    for (column, place) in filled.iter().zip(&places[free..]) {
        column.put(&told, sheet, place.x, place.y);
    }
    let used = filled.iter().map(|column| column.height(&told)).max().unwrap_or_default();
    if free > 0 && height - used >= FOOT + INSIDE {
        close(job, ground, sheet, id, coded, [places[1], places[2]].map(foot));
    }
}

/// Sizes in which a story goes on a single panel.
const LARGE: [i32; 3] = [1900, 1600, 1350];

/// The first of the facts: who makes it, where, for how much.
fn who(job: &Job<'_>, ground: &Ground, id: ProductId, points: i32, width: Um) -> Vec<Passage> {
    facts(job, Styles::sized(ground, points), id, width).into_iter().take(3).flatten().collect()
}

/// The foot of a panel.
fn foot(place: Area) -> Area {
    Area::new(place.x, place.bottom() - FOOT, place.width, FOOT)
}

/// Height of what stands below a short story.
const FOOT: Um = Um(72_000);

/// Below a short story: once more the name and how it stands, and beside it the code, for whoever has the leaflet open.
fn close(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, coded: Coded, [left, right]: [Area; 2]) {
    let standing = Standing::of(job, ground, job.words, id, left.width, 1300);
    let top = left.y + Um(6000);
    let room = left.bottom() - standing.height() - Um(5000) - top;
    let mut name = fitted(ground, Lang::Vi, &job.product(id).shown(), left.width, room, 3600);
    while name.height() > room && name.count() > 1 {
        name.shorten();
    }
    let rule = |place: Area| Piece::Rule(Area::new(place.x, place.y, place.width, Um(1000)), Ink::Ink);
    sheet.put(rule(left));
    name.put(sheet, left.x, top, To::Left);
    standing.put(sheet, left.x, left.bottom() - standing.height());
    if let Some((address, code)) = coded {
        let side = code.side(CODE);
        let text = ground.style(Face::Reading, 950, 1350);
        let says = job.words.each(|w| (w.printed)(job.today)).into_iter();
        let mut says: Vec<_> =
            says.map(|(lang, says)| Passage::new(lang, &says, text, right.width, Wrap::Full)).collect();
        let room = right.bottom() - side - code.quiet(side) - top;
        while says.len() > 1 && passage::height(&says) > room {
            says.pop();
        }
        sheet.put(rule(right));
        passage::put(&says, sheet, right.x, top);
        code::put(sheet, &address, code, Area::square(right.x, right.bottom() - side, side));
    }
}
