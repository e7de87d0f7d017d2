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
    /// Top of the name.
    head: Um,
    picture: Area,
    /// Where the standing and below it the facts begin.
    beside: (Um, Um),
    code: Option<Area>,
    /// Where the story begins on the first page: the places of its columns, and their top.
    story: (Vec<Um>, Um),
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
    let styles = |points: i32| Styles::sized(ground, points);
    let poster = SIZES.into_iter().find_map(|points| Top::new(job, ground, id, taken).poster(styles(points)));
    let set = |points: i32| Top::new(job, ground, id, taken).beside(styles(points));
    poster.or_else(|| SIZES.into_iter().map(set).find(|one| one.pages() == 1)).unwrap_or_else(|| set(LEAST))
}

/// What stands over the picture, and where that begins.
struct Top<'t, 'a> {
    job: &'t Job<'a>,
    ground: &'t Ground,
    id: ProductId,
    name: Passage,
    english: Option<Passage>,
    standing: Standing,
    head: Um,
    picture: Um,
    /// Side of the code.
    code: Um,
}

impl<'t, 'a> Top<'t, 'a> {
    fn new(job: &'t Job<'a>, ground: &'t Ground, id: ProductId, taken: Um) -> Top<'t, 'a> {
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
        Top { job, ground, id, name, english, standing, head, picture, code }
    }

    fn one(self, picture: Area, beside: (Um, Um), code: (Um, Um), facts: Vec<Passage>, told: Vec<Passage>) -> One {
        let Top { name, english, standing, head, code: side, .. } = self;
        let code = (side > Um(0)).then(|| Area::square(code.0, code.1, side));
        One {
            name,
            english,
            standing,
            facts,
            told,
            head,
            picture,
            beside,
            code,
            story: Default::default(),
            pages: Vec::new(),
        }
    }

    /// The picture over both columns, all that is told below it; none if that leaves too little to the picture.
    fn poster(self, styles: Styles) -> Option<One> {
        let Top { job, ground, id, .. } = self;
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
        let corner = (body.right() - self.code, top);
        let mut out = self.one(picture, (body.x, top), corner, Vec::new(), told);
        out.story = (vec![body.x, body.right() - wide], top + over);
        out.pages.push(filled);
        Some(out)
    }

    /// The picture in one column and facts in the other, the story in both below.
    fn beside(self, styles: Styles) -> One {
        let Top { job, ground, id, picture, .. } = self;
        let (body, wide) = (ground.body, wide(ground));
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
        let mut out = self.one(area, (right, picture), (right, code_top), near, told);
        let top = area.bottom().max(end + code) + ground.mm(70);
        out.story = (vec![body.x, right], top);
        out.pages = flow(ground, styles, &out.told, top);
        out
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
        self.pages.len()
    }

    /// Put one of its pages on a sheet.
    pub fn put(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, page: usize) {
        let body = ground.body;
        let further = (vec![body.x, body.right() - wide(ground)], body.y + ground.mm(50));
        let (places, top) = if page == 0 { &self.story } else { &further };
        if page == 0 {
            self.first(job, ground, sheet, id);
        }
        if let Some(columns) = self.pages.get(page) {
            for (column, x) in columns.iter().zip(places) {
                column.put(&self.told, sheet, *x, *top);
            }
        }
    }

    /// Put all but the story on the first page.
    fn first(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId) {
        let body = ground.body;
        let y = self.name.put(sheet, body.x, self.head, Side::Left);
        if let Some(english) = &self.english {
            english.put(sheet, body.x, y + ground.mm(20), Side::Left);
        }
        let square = self.picture.width == self.picture.height;
        let whole = square && job.product(id).photo.is_none();
        if job.is_there(id) {
            sheet.put(Piece::Picture(id, self.picture, if whole { Crop::Full } else { Crop::Cover }));
            sheet.put(Piece::Frame(self.picture, ground.thin(), Ink::Ink));
        }
        let (x, y) = self.beside;
        let mut y = self.standing.put(sheet, x, y);
        for fact in &self.facts {
            y = fact.put(sheet, x, y + fact.above, Side::Left);
        }
        let code = job.code(id, ground.mm(CODE), job.price(id));
        if let (Some((address, code)), Some(area)) = (code, self.code) {
            code::put(sheet, &address, code, area);
        }
    }
}
