//! A sign for a table at a fair, folded once into a tent that is read from both sides: what is shown, who makes it, where it is
//! at home, how it stands, and a code to all of it.
//!
//! A producer with one product is known by it; with several the producer's name is the great one and theirs stand below.

use super::super::code::{self, Code};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Mark, Piece, Role, Sheet};
use super::super::standing::Standing;
use super::super::title::fitted;
use super::super::told::english;
use crate::catalog::ProductId;
use crate::paper::Um;
use crate::route::{Address, Lang, Route};

/// Sizes of what stands below the great name, in hundredths of a point on A4: the largest that goes.
const SIZES: [i32; 7] = [3600, 3000, 2500, 2000, 1600, 1300, 1000];
/// Length and thickness of the mark to fold at, from the edges of the sheet.
const LONG: Um = Um(12_000);
const THICK: Um = Um(100);
/// Lower pictures are not worth their ground.
const LEAST: Um = Um(22_000);
/// Between pictures.
const BETWEEN: Um = Um(5000);

/// What a sign says.
struct Told<'j> {
    job: &'j Job<'j>,
    /// The products it stands for.
    made: Vec<ProductId>,
    /// The great name, and below it others and the place.
    name: Passage,
    address: String,
    code: Option<Code>,
}

/// A sign of that size, its lower half drawn, for the producer of a product; for the product itself where that is its only one
/// here or no producer is known.
pub(super) fn sign(job: &Job<'_>, number: usize, size: (Um, Um), id: ProductId) -> Sheet {
    let mut sheet = Sheet::new(size, number);
    sheet.twice = true;
    let ground = Ground::new(size, false);
    let half = Area::new(Um(0), size.1 / 2, size.0, size.1 - size.1 / 2);
    // where the sheet is folded both sides have their upper edge
    let bar = ground.mm(50);
    sheet.put(Piece::Fill(Area::new(Um(0), half.y, size.0, bar), Ink::Son));
    let edge = ground.mm(140).max(Um::tenths(55));
    let top = half.y + bar + ground.mm(70);
    let place = Area::new(edge, top, size.0 - edge * 2, half.bottom() - edge - top);
    face(job, &ground, &mut sheet, id, place);
    for x in [Um(0), size.0 - LONG] {
        sheet.put(Piece::Mark(Mark::Fold, Area::new(x, half.y - THICK / 2, LONG, THICK)));
    }
    sheet
}

/// One side of the tent.
fn face(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, place: Area) {
    let p = job.product(id);
    let maker = p.makers.first().map(|id| (*id, job.catalog.producer(*id)));
    let made: Vec<ProductId> = match maker {
        Some((maker, _)) => job.ids.iter().filter(|id| job.product(**id).makers.contains(&maker)).copied().collect(),
        None => vec![id],
    };
    let alone = made.len() == 1;
    let route = match maker {
        Some((_, maker)) if !alone => Route::Producer(maker.slug.clone()),
        _ => Route::Product(p.slug.clone()),
    };
    let address = [job.home.as_str(), &Address::new(job.words.first.lang, route).path()].concat();
    let wished = ground.mm(400);
    let code = Code::of(&address, wished).filter(|_| !job.home.is_empty());
    let name = match maker {
        Some((_, maker)) if !alone => maker.name.clone(),
        _ => p.shown(),
    };
    let room = place.height.share(420);
    let mut name = fitted(ground, Lang::Vi, &name, place.width, room, 11_000).role(Role::Heading(1));
    while name.height() > room && name.count() > 1 {
        name.shorten();
    }
    let told = Told { job, made, name, address, code };
    told.put(ground, sheet, id, wished, place);
}

impl Told<'_> {
    fn put(&self, ground: &Ground, sheet: &mut Sheet, id: ProductId, wished: Um, place: Area) {
        let Told { job, made, name, address, code } = self;
        let mut top = name.put(sheet, place.x, place.y, Side::Left);
        if let Some(english) =
            english(job, id, ground.style(Face::Reading, 2600, 1250), place.width).filter(|_| made.len() == 1)
        {
            top = english.put(sheet, place.x, top, Side::Left);
        }
        top += ground.mm(50);
        let mut low = Area::new(place.x, top, place.width, place.bottom() - top);
        if let Some(code) = code {
            let side = code.side(wished);
            let corner = Area::square(low.right() - side, low.bottom() - side, side);
            code::put(sheet, address, *code, corner);
            low.width -= side + code.quiet(side).max(ground.mm(60));
        }
        // the picture of one product is as high as the words beside it, where they have room
        let side = low.height.min(low.width.share(420));
        let picture = if made.len() == 1 && side >= LEAST && job.is_there(id) { side + ground.mm(60) } else { Um(0) };
        let beside = |taken: Um| Area { x: low.x + taken, width: low.width - taken, ..low };
        let set = |taken: Um, points: i32| (taken, self.words(ground, id, beside(taken).width, points));
        let goes = |set: &Set| height(&set.1.0, set.1.1.as_ref()) <= low.height;
        let ways = [picture, Um(0)].into_iter().flat_map(|taken| SIZES.map(|points| (taken, points)));
        let set = ways.map(|(taken, points)| set(taken, points)).find(goes).unwrap_or_else(|| set(Um(0), 1000));
        let (taken, (mut words, mut standing)) = set;
        let beside = beside(taken);
        while height(&words, standing.as_ref()) > beside.height {
            let longest = words.iter_mut().max_by_key(|passage| passage.count()).filter(|passage| passage.count() > 1);
            if let Some(longest) = longest {
                longest.shorten();
            } else if words.len() > 1 {
                words.pop();
            } else if standing.take().is_none() {
                break;
            }
        }
        let below = passage::put(&words, sheet, beside.x, beside.y);
        if let Some(standing) = &standing {
            standing.put(sheet, beside.x, beside.bottom() - standing.height());
        }
        if taken > Um(0) {
            pictures(job, sheet, made, Area { width: side, height: side, ..low });
        } else if made.len() > 1 {
            let free = beside.bottom() - below - ground.mm(50);
            pictures(job, sheet, made, Area { y: beside.bottom() - free, height: free.min(ground.mm(500)), ..beside });
        }
    }

    /// What stands below the great name: who makes it or what is made, where; and how one product stands.
    fn words(&self, ground: &Ground, id: ProductId, width: Um, points: i32) -> (Vec<Passage>, Option<Standing>) {
        let Told { job, made, .. } = self;
        let p = job.product(id);
        let great = ground.style(Face::Name, points, 1180);
        let text = ground.style(Face::Reading, points * 2 / 3, 1300);
        let (now, old) = job.place(p);
        let place = [now.as_str(), &old].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let place = Passage::new(job.words.first.lang, &place, text, width, Wrap::Full).above(text.leading / 4);
        let set = |says: &str| Passage::new(Lang::Vi, says, great, width, Wrap::Full);
        let mut words: Vec<Passage> = Vec::new();
        if made.len() == 1 {
            words.extend(p.makers.first().map(|maker| set(&job.catalog.producer(*maker).name)));
            words.push(place);
            let standing = Standing::of(job, ground, job.words, id, width, (points * 2 / 3).min(1900));
            // where no star is known there is none to be told of
            let starred = p.standing(job.today).is_some_and(|stand| stand.stars.is_some());
            return (words, Some(standing).filter(|_| starred));
        }
        words.extend(made.iter().map(|id| set(&job.product(*id).shown()).role(Role::Name(*id))));
        words.push(place);
        (words, None)
    }
}

/// What a picture takes of the width, and what stands beside it.
type Set = (Um, (Vec<Passage>, Option<Standing>));

fn height(words: &[Passage], standing: Option<&Standing>) -> Um {
    let between = words.last().map_or(Um(0), |last| last.style.size);
    passage::height(words) + standing.map_or(Um(0), |standing| standing.height() + between)
}

/// What is sold, a row of pictures as high as the place, as many as stand beside each other.
fn pictures(job: &Job<'_>, sheet: &mut Sheet, made: &[ProductId], place: Area) {
    let side = place.height.min(place.width);
    if side < LEAST {
        return;
    }
    let many = ((place.width + BETWEEN).0 / (side + BETWEEN).0) as usize;
    let mut x = place.x;
    for id in made.iter().take(many) {
        let area = Area::square(x, place.y, side);
        let photo = job.product(*id).photo.is_some();
        sheet.put(Piece::Picture(*id, area, if photo { Crop::Cover } else { Crop::Full }));
        sheet.put(Piece::Frame(area, Um(250), Ink::Ink));
        x += side + BETWEEN;
    }
}
