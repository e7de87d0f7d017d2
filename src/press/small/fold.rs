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
use super::super::title::fitted;
use super::super::told::{Styles, english, facts, phone, story};
use super::inside;
use crate::catalog::ProductId;
use crate::paper::{Format, Inks, Um};
use crate::route::Lang;

/// By how much the panel that is folded in is narrower.
const LESS: Um = Um(3000);
/// From a panel's edges to what stands on it.
pub(super) const INSIDE: Um = Um(9000);
/// Side of the code: read from a copy of a copy.
pub(super) const CODE: Um = Um::tenths(400);
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
pub(super) type Coded = Option<(String, Code)>;

/// Put a side of a leaflet on a sheet.
pub(super) fn fold(job: &Job<'_>, sheet: &mut Sheet, id: ProductId, side: Side) {
    let wide = wide(sheet.width);
    let narrow = sheet.width - wide * 2;
    let high = sheet.height;
    let parted = |widths: [Um; 3]| {
        let at = |at: usize| Area::new(widths.iter().take(at).copied().sum(), Um(0), widths[at], high);
        [at(0), at(1), at(2)]
    };
    let (outside, inside) = (parted([narrow, wide, wide]), parted([wide, wide, narrow]));
    let panels = if side == Side::Outside { outside } else { inside };
    let ground = Ground::new(Format::A4.size(), false);
    let facts = flap(job, &ground, id, (narrow - INSIDE * 2, sheet.height - INSIDE * 2));
    let price = job.price(id).filter(|_| facts.iter().any(|passage| passage.role == Role::Price));
    let coded = job.code(id, CODE, price);
    match side {
        Side::Outside => {
            let place = within(panels[0]);
            let told = if inside::tells_facts(job, &ground, id, inside) { &[] } else { facts.as_slice() };
            let end = told.iter().fold(place.y, |y, passage| passage.put(sheet, place.x, y + passage.above, To::Left));
            // where there is no story it stands inside
            if !story(job, Styles::sized(&ground, LEAST), id, place.width).is_empty() {
                let top = if told.is_empty() { end } else { end + INSIDE * 2 };
                let free = Area::new(place.x, top, place.width, place.bottom() - top);
                legend(job, &ground, sheet, free);
            }
            // a field of colour from edge to edge, as the cover of a book has
            sheet.put(Piece::Fill(panels[1], Ink::Son));
            back(job, &ground, sheet, id, coded, within(panels[1]));
            front(job, &ground, sheet, id, panels[2]);
        }
        Side::Inside => inside::inside(job, &ground, sheet, id, coded, panels),
    }
    for panel in panels.iter().skip(1) {
        let x = panel.x - THICK / 2;
        sheet.put(Piece::Mark(Mark::Fold, Area::new(x, Um(0), THICK, LONG)));
        sheet.put(Piece::Mark(Mark::Fold, Area::new(x, sheet.height - LONG, THICK, LONG)));
    }
}

pub(super) fn within(panel: Area) -> Area {
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
    let english = english(job, id, ground.style(Face::Reading, 1500, 1250), place.width);
    let english_high = english.as_ref().map_or(Um(0), |english| english.height() + Um(2000));
    let top = bar.bottom() + Um(5000);
    let room = place.bottom() - standing.height() - Um(6000) - english_high - top;
    let name = job.product(id).shown();
    let name = fitted(ground, Lang::Vi, &name, place.width, room, 7200).role(Role::Name(id));
    let mut name = name;
    while name.height() > room && name.count() > 1 {
        name.shorten();
    }
    let below = name.put(sheet, place.x, top, To::Left);
    if let Some(english) = english {
        english.put(sheet, place.x, below + Um(2000), To::Left);
    }
    standing.put(sheet, place.x, place.bottom() - standing.height());
}

/// At the foot of a place, if there is room: how stars are read.
pub(super) fn legend(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, place: Area) {
    let set = |points: i32| {
        let styles = Styles::sized(ground, points);
        let lang = job.words.first.lang;
        let heading = Passage::new(lang, &job.words.both(|w| w.legend), styles.heading, place.width, Wrap::Full);
        let mut all = vec![heading];
        for w in [Some(job.words.first), job.words.second].into_iter().flatten() {
            let note = |note: &&str| Passage::new(w.lang, note, styles.text, place.width, Wrap::Full);
            all.extend(w.legend_notes.iter().map(note).map(|note| note.above(styles.text.leading / 3)));
        }
        all
    };
    let goes = |all: &Vec<Passage>| passage::height(all) + Um(5000) <= place.height;
    let Some(all) = NOTES.into_iter().map(set).find(goes) else { return };
    let top = place.bottom() - passage::height(&all);
    sheet.put(Piece::Rule(Area::new(place.x, top - Um(5000), place.width, Um(1000)), Ink::Ink));
    passage::put(&all, sheet, place.x, top);
}

/// Sizes in which it stands.
const NOTES: [i32; 2] = [1200, LEAST];

/// Sizes of text on a panel, in hundredths of a point: the largest that goes.
pub(super) const SIZES: [i32; 6] = [1900, 1600, 1350, 1200, 1050, 950];
/// The smallest of them.
pub(super) const LEAST: i32 = 950;

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
