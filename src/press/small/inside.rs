//! The inside of a leaflet: its picture, its story over the panels, and what is looked for first once more.
//!
//! In: a product and three panels. Out: nothing across a fold, nothing that begins on one panel and ends on another without
//! need.

use super::super::code;
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Piece, Sheet};
use super::super::standing::Standing;
use super::super::story::{Place, columns};
use super::super::title::fitted;
use super::super::told::{Styles, facts, story};
use super::fold::{CODE, Coded, INSIDE, LEAST, SIZES, legend, within};
use crate::catalog::ProductId;
use crate::paper::Um;
use crate::route::Lang;

/// The inside: the story over the three panels, as far as it goes; a short one leaves the first panel to the picture, and the
/// foot of the others to what is looked for first; one that goes on a single panel leaves the other to who makes it where.
pub(super) fn inside(
    job: &Job<'_>,
    ground: &Ground,
    sheet: &mut Sheet,
    id: ProductId,
    coded: Coded,
    panels: [Area; 3],
) {
    let (places, low) = measured(panels);
    let width = places.iter().map(|place| place.width).min().unwrap_or_default();
    let height = places[0].height;
    let holds = |told: &[Passage], count, height| columns(told, Place::default(), count, height).1.is_end(told);
    let goes = |told: &[Passage], count: usize| holds(told, count, height);
    let set = |points: i32| story(job, Styles::sized(ground, points), id, width);
    if let Some(told) = told_large(job, ground, id, places, low) {
        if told.is_empty() {
            legend(job, ground, sheet, Area { height: low - INSIDE, ..places[1] });
        }
        passage::put(&told, sheet, places[1].x, places[1].y);
        who(job, ground, sheet, id, panels[0], Area { height: low, ..places[2] });
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

/// The first panel inside: the picture whole, below it who makes it where; on the last one the other facts.
fn who(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, panel: Area, last: Area) {
    let picture = Area::new(panel.x, panel.y, panel.width, panel.width);
    sheet.put(Piece::Picture(id, picture, Crop::Cover));
    sheet.put(Piece::Fill(Area::new(panel.x, picture.bottom(), panel.width, Um(1400)), Ink::Ink));
    // of many long facts the flap tells
    let Some([who, rest]) = parted(job, ground, id, panel, last) else { return };
    passage::put(&who, sheet, within(panel).x, top(panel));
    passage::put(&rest, sheet, last.x, last.y);
}

/// Where words begin below the picture of a panel.
fn top(panel: Area) -> Um {
    panel.y + panel.width + Um(8000)
}

/// Facts on two panels, who makes it where on the first, in the largest letters in which all go.
fn parted(job: &Job<'_>, ground: &Ground, id: ProductId, panel: Area, last: Area) -> Option<[Vec<Passage>; 2]> {
    let set = |points: i32| {
        let mut all = facts(job, Styles::sized(ground, points), id, last.width);
        let rest = all.split_off(all.len().min(2));
        [all, rest].map(|facts| facts.into_iter().flatten().collect::<Vec<_>>())
    };
    let room = within(panel).bottom() - top(panel);
    let goes = |[who, rest]: &[Vec<Passage>; 2]| passage::height(who) <= room && passage::height(rest) <= last.height;
    SIZES.into_iter().map(set).find(goes)
}

/// Whether all facts stand inside, beside a story: then the flap need not say them.
pub(super) fn tells_facts(job: &Job<'_>, ground: &Ground, id: ProductId, panels: [Area; 3]) -> bool {
    let (places, low) = measured(panels);
    let told = told_large(job, ground, id, places, low);
    told.is_some_and(|told| !told.is_empty())
        && parted(job, ground, id, panels[0], Area { height: low, ..places[2] }).is_some()
}

/// Where words stand on the panels, and how high they may be over what stands at the foot.
fn measured(panels: [Area; 3]) -> ([Area; 3], Um) {
    let places = panels.map(within);
    (places, places[0].height - FOOT - INSIDE)
}

/// The story in the largest letters in which it goes on a single panel, if it does.
fn told_large(job: &Job<'_>, ground: &Ground, id: ProductId, places: [Area; 3], low: Um) -> Option<Vec<Passage>> {
    let width = places.iter().map(|place| place.width).min().unwrap_or_default();
    let set = |points: i32| story(job, Styles::sized(ground, points), id, width);
    LARGE.into_iter().map(set).find(|told| columns(told, Place::default(), 1, low).1.is_end(told))
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
    name.put(sheet, left.x, top, Side::Left);
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
