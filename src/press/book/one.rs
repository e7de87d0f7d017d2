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
    name: Passage,
    english: Option<Passage>,
    standing: Standing,
    facts: Vec<Passage>,
    told: Vec<Passage>,
    /// Tops of the name, of the picture and of the story's columns on the first page.
    head: Um,
    picture: Um,
    story: Um,
    pages: Vec<Vec<Column>>,
}

fn wide(ground: &Ground) -> Um {
    (ground.body.width - ground.mm(GAP)) / 2
}

/// Sizes of the text in hundredths of a point on A4: where little is told it is larger.
const SIZES: [i32; 3] = [1300, 1100, LEAST];
const LEAST: i32 = 950;

/// Lay out a product whose first page has so much taken at its top: in the largest text that needs no further page.
pub(super) fn lay(job: &Job<'_>, ground: &Ground, id: ProductId, taken: Um) -> One {
    let set = |points: i32| sized(job, ground, id, taken, Styles::sized(ground, points));
    SIZES.into_iter().map(set).find(|one| one.pages() == 1).unwrap_or_else(|| set(LEAST))
}

fn sized(job: &Job<'_>, ground: &Ground, id: ProductId, taken: Um, styles: Styles) -> One {
    let p = job.product(id);
    let body = ground.body;
    let wide = wide(ground);
    let name = fitted(ground, Lang::Vi, &p.shown(), body.width, ground.mm(430), 4200).role(Role::Name(id));
    let english = (job.words.has_english() && !p.name.en.is_empty()).then(|| {
        let style = ground.style(Face::Reading, 1200, 1300);
        Passage::new(Lang::En, &p.name.en, style, body.width, Wrap::Full).ink(Ink::Second)
    });
    let english_high = english.as_ref().map_or(Um(0), |english| english.height() + ground.mm(20));
    let head = body.y + taken + ground.mm(40);
    let picture = head + name.height() + english_high + ground.mm(50);
    let standing = Standing::of(job, ground, job.words, id, wide, 1050);
    let code = job
        .code(id, ground.mm(CODE), job.price(id))
        .map_or(Um(0), |(_, code)| code.side(ground.mm(CODE)) + ground.mm(60));
    let room = body.bottom() - picture - standing.height() - code - ground.mm(40);
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
    let beside = picture + standing.height() + high + code;
    let top = (picture + picture_side(ground)).max(beside) + ground.mm(70);
    let mut pages = Vec::new();
    let mut at = Place::default();
    let mut place = top;
    while pages.is_empty() || !at.is_end(&told) {
        let height = body.bottom() - ground.mm(30) - place;
        // a column too low for a few lines is none
        if pages.is_empty() && height < styles.text.leading * 4 {
            pages.push(Vec::new());
        } else {
            let (filled, next) = columns(&told, at, 2, height);
            pages.push(filled);
            at = next;
        }
        place = body.y + ground.mm(50);
    }
    One { name, english, standing, facts: near, told, head, picture, story: top, pages }
}

fn picture_side(ground: &Ground) -> Um {
    ground.mm(PICTURE)
}

impl One {
    /// How many pages it takes.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Put one of its pages on a sheet.
    pub fn put(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, page: usize) {
        let body = ground.body;
        let right = body.right() - wide(ground);
        let top = if page == 0 { self.story } else { body.y + ground.mm(50) };
        if page == 0 {
            let y = self.name.put(sheet, body.x, self.head, Side::Left);
            if let Some(english) = &self.english {
                english.put(sheet, body.x, y + ground.mm(20), Side::Left);
            }
            let photo = job.product(id).photo.is_some();
            let area = Area::square(body.x, self.picture, picture_side(ground));
            if job.is_there(id) {
                sheet.put(Piece::Picture(id, area, if photo { Crop::Cover } else { Crop::Full }));
                sheet.put(Piece::Frame(area, ground.thin(), Ink::Ink));
            }
            let mut y = self.standing.put(sheet, right, self.picture);
            for fact in &self.facts {
                y = fact.put(sheet, right, y + fact.above, Side::Left);
            }
            if let Some((address, code)) = job.code(id, ground.mm(CODE), job.price(id)) {
                let side = code.side(ground.mm(CODE));
                // at the foot of the picture, or below the facts where they reach further
                let top = (area.bottom() - side).max(y + ground.mm(60));
                code::put(sheet, &address, code, Area::square(right, top, side));
            }
        }
        if let Some(columns) = self.pages.get(page) {
            for (column, x) in columns.iter().zip([body.x, right]) {
                column.put(&self.told, sheet, x, top);
            }
        }
    }
}
