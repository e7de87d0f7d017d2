//! A sign for a table at a fair: the producer's name, where it is at home, what it shows, and a code to all of it.

use super::super::code::{self, Code};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Piece, Role, Sheet};
use super::super::title::fitted;
use crate::catalog::ProductId;
use crate::paper::Um;
use crate::route::{Address, Lang, Route};

/// A sign of that size for the producer of a product; for the product itself where no producer is known.
pub(super) fn sign(job: &Job<'_>, size: (Um, Um), id: ProductId) -> Sheet {
    let mut sheet = Sheet::new(size, 1);
    let ground = Ground::new((size.1, size.0), false);
    let p = job.product(id);
    let lang = job.words.first.lang;
    let edge = ground.mm(160).max(Um::tenths(55));
    let bar = ground.mm(60);
    sheet.put(Piece::Fill(Area::new(Um(0), Um(0), size.0, bar), Ink::Son));
    let (width, low) = (size.0 - edge * 2, size.1 - edge);
    let maker = p.makers.first().map(|id| (*id, job.catalog.producer(*id)));
    let route = maker.map_or_else(|| Route::Product(p.slug.clone()), |(_, m)| Route::Producer(m.slug.clone()));
    let address = [job.home.as_str(), &Address::new(lang, route).path()].concat();
    let wished = ground.mm(560);
    let code = Code::of(&address, wished).filter(|_| !job.home.is_empty());
    let side = code.map_or(Um(0), |code| code.side(wished));
    let low_width = width - if side > Um(0) { side + ground.mm(100) } else { Um(0) };
    let made: Vec<ProductId> = match maker {
        Some((maker, _)) => job.ids.iter().filter(|id| job.product(**id).makers.contains(&maker)).copied().collect(),
        None => vec![id],
    };
    let text = ground.style(Face::Name, 2400, 1200);
    let small = ground.style(Face::Reading, 1800, 1300);
    let (now, old) = job.place(p);
    let place = [now.as_str(), &old].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let names: Vec<String> = made.iter().map(|id| job.product(*id).shown()).collect();
    let set = |width: Um| {
        let names = Passage::new(Lang::Vi, &names.join(" · "), small, width, Wrap::Full).above(small.leading / 3);
        let place = Passage::new(lang, &place, text, width, Wrap::Full);
        [Some(place), maker.is_some().then_some(names)].into_iter().flatten().collect::<Vec<_>>()
    };
    let mut words = set(low_width);
    let top = bar + ground.mm(120);
    let foot = (low - top) / 2;
    while passage::height(&words) > foot {
        let Some(last) = words.last_mut() else { break };
        if last.count() > 1 {
            last.shorten();
        } else {
            words.pop();
        }
    }
    let taken = passage::height(&words).max(side) + ground.mm(80);
    let name = maker.map_or_else(|| p.shown(), |(_, maker)| maker.name.clone());
    let room = low - top - taken;
    let mut name = fitted(&ground, Lang::Vi, &name, width, room, 9000).role(Role::Heading(1));
    while name.height() > room && name.count() > 1 {
        name.shorten();
    }
    let below = name.put(&mut sheet, edge, top, Side::Left) + ground.mm(90);
    let tall = low - below;
    let beside = Area::new(edge + tall + ground.mm(80), below, width - tall - ground.mm(80), tall);
    let again = set(beside.width);
    let quiet = code.map_or(Um(0), |code| code.quiet(side) + ground.mm(40));
    let over = passage::height(&again) + side + quiet <= tall && beside.width >= side;
    if made.len() == 1 && over && job.is_there(id) {
        // one thing: as large as the sign is high, the words beside it
        pictures(job, &mut sheet, &made, Area::new(edge, below, tall, tall));
        passage::put(&again, &mut sheet, beside.x, below);
    } else {
        let words_top = low - passage::height(&words);
        passage::put(&words, &mut sheet, edge, words_top);
        pictures(job, &mut sheet, &made, Area::new(edge, below, low_width, words_top - ground.mm(80) - below));
    }
    if let Some(code) = code {
        code::put(&mut sheet, &address, code, Area::square(edge + width - side, low - side, side));
    }
    sheet
}

/// Lower pictures are not worth their ground.
const LEAST: Um = Um(22_000);
/// Between pictures.
const BETWEEN: Um = Um(5000);

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
