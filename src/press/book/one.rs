//! One product a page: its name great, picture and facts side by side, and its story in columns below, which flows on to
//! further pages as long as it is.
//!
//! In: a product. Out: its pages. Names, pictures and text are of the same sizes and at the same heights from sheet to
//! sheet; what that leaves stays white.

use super::super::code;
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Piece, Role, Sheet};
use super::super::standing::Standing;
use super::super::story::{Column, Place, columns};
use super::super::title::fitted;
use super::super::told::{Styles, english, facts, story};
use crate::catalog::ProductId;
use crate::paper::Um;
use crate::route::Lang;

/// Side of the code in tenths of a millimetre on A4.
const CODE: i32 = 200;
/// Between columns.
const GAP: i32 = 80;
/// Size of the text in hundredths of a point on A4: one in the whole book.
const TEXT: i32 = 1100;
/// Sizes of names: on one line if it holds them, else on two.
const NAMES: [i32; 2] = [5400, 4400];
/// Kept for a name over each picture, so that pictures stand at one height from sheet to sheet.
const NAME: i32 = 350;

/// A product's pages.
pub(super) struct One {
    top: Top,
    rest: Rest,
}

/// What stands over the picture, and where that begins.
struct Top {
    name: Passage,
    english: Option<Passage>,
    head: Um,
    picture: Um,
    /// Side of the code.
    code: Um,
}

/// The picture and what is told beside and below it.
struct Rest {
    standing: Standing,
    facts: Vec<Passage>,
    told: Vec<Passage>,
    picture: Area,
    /// Where the standing and below it the facts begin.
    beside: (Um, Um),
    /// Where the code begins.
    code: (Um, Um),
    /// Columns of the story, and where they begin on the first page.
    grid: Grid,
    story: Um,
    pages: Vec<Vec<Column>>,
}

/// Columns of a page.
#[derive(Clone, Copy)]
struct Grid {
    count: usize,
    /// Width of a column, and from one to the next.
    width: Um,
    step: Um,
}

impl Grid {
    fn new(ground: &Ground, count: usize) -> Grid {
        let step = (ground.body.width + ground.mm(GAP)) / count as i32;
        Grid { count, width: step - ground.mm(GAP), step }
    }
}

/// Lay out a product whose first page has so much taken at its top. Its picture is as wide as two of three columns; if only
/// a smaller one leaves room for all that is told, as one of two.
pub(super) fn lay(job: &Job<'_>, ground: &Ground, id: ProductId, taken: Um) -> One {
    let top = Top::new(job, ground, id, taken);
    let large = top.rest(job, ground, id, Grid::new(ground, 3));
    let whole = |rest: &Rest| rest.pages.len() == 1;
    let small = if whole(&large) { None } else { Some(top.rest(job, ground, id, Grid::new(ground, 2))).filter(whole) };
    One { top, rest: small.unwrap_or(large) }
}

/// A name in one of its two sizes; smaller only where both are too large.
fn named(ground: &Ground, name: &str, height: Um) -> Passage {
    let set = |points: i32| {
        Passage::new(Lang::Vi, name, ground.style(Face::Great, points, 1120), ground.body.width, Wrap::Even)
    };
    let fits = |(lines, name): &(usize, Passage)| name.count() <= *lines && name.height() <= height;
    let sized = (1..).zip(NAMES.map(set)).find(fits);
    sized.map_or_else(|| fitted(ground, Lang::Vi, name, ground.body.width, height, NAMES[1]), |sized| sized.1)
}

impl Top {
    fn new(job: &Job<'_>, ground: &Ground, id: ProductId, taken: Um) -> Top {
        let p = job.product(id);
        let body = ground.body;
        let mut name = named(ground, &p.shown(), ground.mm(NAME)).role(Role::Name(id));
        while name.height() > ground.mm(NAME) * 2 {
            name.shorten();
        }
        let style = ground.style(Face::Reading, 1200, 1300);
        let english = english(job, id, style, body.width);
        let between = ground.mm(40);
        let kept = ground.mm(NAME) + if job.words.has_english() { style.leading } else { Um(0) };
        let high = name.height() + english.as_ref().map_or(Um(0), Passage::height);
        let picture = (body.y + between + kept).max(body.y + taken + between + high) + between;
        let code = job.code(id, ground.mm(CODE), job.price(id)).map_or(Um(0), |(_, code)| code.side(ground.mm(CODE)));
        Top { name, english, head: picture - between - high, picture, code }
    }

    /// The picture over all columns but the last and facts in that, the story below.
    fn rest(&self, job: &Job<'_>, ground: &Ground, id: ProductId, grid: Grid) -> Rest {
        let body = ground.body;
        let shown = if job.is_there(id) { grid.count as i32 - 1 } else { 0 };
        let side = (grid.step * shown - ground.mm(GAP)).max(Um(0));
        let picture = Area::square(body.x, self.picture, side);
        let standing = Standing::of(job, ground, job.words, id, grid.width, TEXT);
        let gap = ground.mm(60);
        let code = if self.code > Um(0) { self.code + gap } else { Um(0) };
        let room = side - standing.height() - code;
        let styles = Styles::sized(ground, TEXT);
        let (mut near, mut told, mut high) = (Vec::new(), Vec::new(), Um(0));
        for fact in facts(job, styles, id, grid.width) {
            let more: Um = fact.iter().map(|passage| passage.above + passage.height()).sum();
            // what the column beside the picture does not hold stands before the story
            if told.is_empty() && high + more <= room {
                high += more;
                near.extend(fact);
            } else {
                told.extend(fact);
            }
        }
        told.extend(story(job, styles, id, grid.width));
        let end = self.picture + standing.height() + high;
        // at the foot of the picture, or below what stands over it where that reaches further
        let code_top = (picture.bottom() - self.code).max(end + gap);
        let right = body.x + grid.step * shown;
        let story = picture.bottom().max(end + code) + ground.mm(70);
        let pages = flow(ground, styles, &told, story, grid);
        let (beside, code) = ((right, self.picture), (right, code_top));
        Rest { standing, facts: near, told, picture, beside, code, grid, story, pages }
    }
}

/// The columns of a story that begins at that height, page by page.
fn flow(ground: &Ground, styles: Styles, told: &[Passage], top: Um, grid: Grid) -> Vec<Vec<Column>> {
    let body = ground.body;
    let mut pages = Vec::new();
    let mut at = Place::default();
    let mut place = top;
    while pages.is_empty() || !at.is_end(told) {
        let height = body.bottom() - ground.mm(30) - place;
        // a column too low for a few lines is none
        if pages.is_empty() && height < styles.text.leading * 4 {
            pages.push(Vec::new());
        } else {
            let (filled, next) = columns(told, at, grid.count, height);
            pages.push(filled);
            at = next;
        }
        place = body.y + ground.mm(50);
    }
    pages
}

impl One {
    /// How many pages it takes.
    pub fn pages(&self) -> usize {
        self.rest.pages.len()
    }

    /// Put one of its pages on a sheet.
    pub fn put(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, page: usize) {
        let body = ground.body;
        let Rest { grid, told, pages, .. } = &self.rest;
        if page == 0 {
            self.first(job, ground, sheet, id);
        }
        ground.rule(sheet, body.bottom(), ground.bar(), Ink::Ink);
        let top = if page == 0 { self.rest.story } else { body.y + ground.mm(50) };
        for (column, at) in pages.get(page).into_iter().flatten().zip(0..) {
            column.put(told, sheet, body.x + grid.step * at, top);
        }
    }

    /// Put all but the story on the first page.
    fn first(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId) {
        let (body, One { top, rest }) = (ground.body, self);
        let y = top.name.put(sheet, body.x, top.head, Side::Left);
        if let Some(english) = &top.english {
            english.put(sheet, body.x, y, Side::Left);
        }
        if job.is_there(id) {
            // a photograph may lose its edges, a drawing is seen whole
            let photo = job.product(id).photo.is_some();
            sheet.put(Piece::Picture(id, rest.picture, if photo { Crop::Cover } else { Crop::Full }));
            sheet.put(Piece::Frame(rest.picture, ground.thin(), Ink::Ink));
        }
        let (x, y) = rest.beside;
        let mut y = rest.standing.put(sheet, x, y);
        for fact in &rest.facts {
            y = fact.put(sheet, x, y + fact.above, Side::Left);
        }
        if let Some((address, code)) = job.code(id, ground.mm(CODE), job.price(id)) {
            code::put(sheet, &address, code, Area::square(rest.code.0, rest.code.1, top.code));
        }
    }
}
