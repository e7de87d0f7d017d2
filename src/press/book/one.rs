//! One product a page: its name great, picture and facts side by side, and its story in two columns, which flows on to
//! further pages as long as it is.

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
use super::super::told::{Styles, facts, story};
use crate::catalog::ProductId;
use crate::paper::Um;
use crate::route::Lang;

/// Side of the picture, and of the code, in tenths of a millimetre on A4.
const PICTURE: i32 = 850;
const CODE: i32 = 200;
/// Between columns.
const GAP: i32 = 80;

/// A product's pages.
pub(super) struct One {
    top: Top,
    rest: Rest,
}

/// What stands over the picture, and where that begins.
struct Top {
    name: Passage,
    english: Option<Passage>,
    standing: Standing,
    head: Um,
    picture: Um,
    /// Side of the code.
    code: Um,
}

/// The picture and what is told, in text of some size.
struct Rest {
    facts: Vec<Passage>,
    told: Vec<Passage>,
    picture: Area,
    /// Where the standing and below it the facts begin.
    beside: (Um, Um),
    /// Where the code begins.
    code: (Um, Um),
    /// Where the story begins on the first page: the places of its columns, and their top.
    story: ([Um; 2], Um),
    pages: Vec<Vec<Column>>,
}

fn wide(ground: &Ground) -> Um {
    (ground.body.width - ground.mm(GAP)) / 2
}

/// Sizes of the text in hundredths of a point on A4: where little is told it is larger.
const SIZES: [i32; 3] = [1300, 1100, LEAST];
const LEAST: i32 = 950;

/// A picture over both columns is at least that high, in thousandths of its width: a lower one would cut off what it shows.
const LOWEST: i32 = 700;

/// Lay out a product whose first page has so much taken at its top: in the largest text that needs no further page, its
/// picture over both columns where little is told.
pub(super) fn lay(job: &Job<'_>, ground: &Ground, id: ProductId, taken: Um) -> One {
    let top = Top::new(job, ground, id, taken);
    let styles = |points: i32| Styles::sized(ground, points);
    let poster = SIZES.into_iter().find_map(|points| top.poster(job, ground, id, styles(points)));
    let set = |points: i32| top.beside(job, ground, id, styles(points));
    let rest = poster.or_else(|| SIZES.into_iter().map(set).find(|rest| rest.pages.len() == 1));
    let rest = rest.unwrap_or_else(|| set(LEAST));
    One { top, rest }
}

impl Top {
    fn new(job: &Job<'_>, ground: &Ground, id: ProductId, taken: Um) -> Top {
        let p = job.product(id);
        let body = ground.body;
        let name = fitted(ground, Lang::Vi, &p.shown(), body.width, ground.mm(430), 4200).role(Role::Name(id));
        let english = (job.words.has_english() && !p.name.en.is_empty()).then(|| {
            let style = ground.style(Face::Reading, 1200, 1300);
            Passage::new(Lang::En, &p.name.en, style, body.width, Wrap::Full).ink(Ink::Second)
        });
        let english_high = english.as_ref().map_or(Um(0), |english| english.height() + ground.mm(20));
        let head = body.y + taken + ground.mm(40);
        let picture = head + name.height() + english_high + ground.mm(50);
        let standing = Standing::of(job, ground, job.words, id, wide(ground), 1050);
        let code = job.code(id, ground.mm(CODE), job.price(id)).map_or(Um(0), |(_, code)| code.side(ground.mm(CODE)));
        Top { name, english, standing, head, picture, code }
    }

    /// The picture over both columns, all that is told below it; none if that leaves too little to the picture.
    fn poster(&self, job: &Job<'_>, ground: &Ground, id: ProductId, styles: Styles) -> Option<Rest> {
        let (body, wide) = (ground.body, wide(ground));
        let mut told: Vec<Passage> = facts(job, styles, id, wide).into_iter().flatten().collect();
        told.extend(story(job, styles, id, wide));
        let gap = ground.mm(60);
        let least = body.width.share(LOWEST);
        let (over, foot) = (self.standing.height().max(self.code) + gap / 2, body.bottom() - ground.mm(30));
        let room = foot - self.picture - least - gap - over;
        if !job.is_there(id) || room < Um(0) {
            return None;
        }
        let (filled, end) = columns(&told, Place::default(), 2, room);
        if !end.is_end(&told) {
            return None;
        }
        let high = filled.iter().map(|column| column.height(&told)).max().unwrap_or_default();
        let tall = (foot - high - over - gap - self.picture).min(body.width);
        let picture = Area::new(body.x, self.picture, body.width, tall);
        let top = picture.bottom() + gap;
        Some(Rest {
            facts: Vec::new(),
            told,
            picture,
            beside: (body.x, top),
            code: (body.right() - self.code, top),
            story: ([body.x, body.right() - wide], top + over),
            pages: vec![filled],
        })
    }

    /// The picture in one column and facts in the other, the story in both below.
    fn beside(&self, job: &Job<'_>, ground: &Ground, id: ProductId, styles: Styles) -> Rest {
        let (body, wide, picture) = (ground.body, wide(ground), self.picture);
        let gap = ground.mm(60);
        let code = if self.code > Um(0) { self.code + gap } else { Um(0) };
        let room = body.bottom() - picture - self.standing.height() - code - ground.mm(40);
        let (mut near, mut told, mut high) = (Vec::new(), Vec::new(), Um(0));
        for fact in facts(job, styles, id, wide) {
            let more: Um = fact.iter().map(|passage| passage.above + passage.height()).sum();
            // what the column beside the picture does not hold stands before the story
            if told.is_empty() && high + more <= room {
                high += more;
                near.extend(fact);
            } else {
                told.extend(fact);
            }
        }
        told.extend(story(job, styles, id, wide));
        let area = Area::square(body.x, picture, ground.mm(PICTURE));
        let end = picture + self.standing.height() + high;
        // at the foot of the picture, or below the facts where they reach further
        let code_top = (area.bottom() - self.code).max(end + gap);
        let right = body.right() - wide;
        let top = area.bottom().max(end + code) + ground.mm(70);
        let pages = flow(ground, styles, &told, top);
        Rest {
            facts: near,
            told,
            picture: area,
            beside: (right, picture),
            code: (right, code_top),
            story: ([body.x, right], top),
            pages,
        }
    }
}

/// The columns of a story that begins at that height, page by page.
fn flow(ground: &Ground, styles: Styles, told: &[Passage], top: Um) -> Vec<Vec<Column>> {
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
            let (filled, next) = columns(told, at, 2, height);
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
        let further = ([body.x, body.right() - wide(ground)], body.y + ground.mm(50));
        let (places, top) = if page == 0 { &self.rest.story } else { &further };
        if page == 0 {
            self.first(job, ground, sheet, id);
        }
        if let Some(columns) = self.rest.pages.get(page) {
            for (column, x) in columns.iter().zip(places) {
                column.put(&self.rest.told, sheet, *x, *top);
            }
        }
    }

    /// Put all but the story on the first page.
    fn first(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId) {
        let (body, One { top, rest }) = (ground.body, self);
        let y = top.name.put(sheet, body.x, top.head, Side::Left);
        if let Some(english) = &top.english {
            english.put(sheet, body.x, y + ground.mm(20), Side::Left);
        }
        let square = rest.picture.width == rest.picture.height;
        let whole = square && job.product(id).photo.is_none();
        if job.is_there(id) {
            sheet.put(Piece::Picture(id, rest.picture, if whole { Crop::Full } else { Crop::Cover }));
            sheet.put(Piece::Frame(rest.picture, ground.thin(), Ink::Ink));
        }
        let (x, y) = rest.beside;
        let mut y = top.standing.put(sheet, x, y);
        for fact in &rest.facts {
            y = fact.put(sheet, x, y + fact.above, Side::Left);
        }
        if let Some((address, code)) = job.code(id, ground.mm(CODE), job.price(id)) {
            code::put(sheet, &address, code, Area::square(rest.code.0, rest.code.1, top.code));
        }
    }
}
