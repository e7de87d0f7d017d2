//! The contents: every section with its page, or every product where there are none, then the indexes.
//!
//! A few stand in rows with a picture, which fill the page as far as they may grow; many stand in columns, like an index.

use super::super::frame::{Head, frame, shortened};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Piece, Role, Sheet};
use super::super::title::fitted;
use crate::catalog::ProductId;
use crate::paper::Um;

/// A line of the contents.
pub(super) struct Item {
    /// What stands there.
    pub title: String,
    /// How many products it has; none for an index.
    pub products: Option<usize>,
    /// What it is shown by.
    pub picture: Option<ProductId>,
    /// Its page.
    pub page: usize,
}

/// The least and the greatest height of a row with a picture, and that of one without, in tenths of a millimetre on A4.
const LEAST: i32 = 128;
const MOST: i32 = 270;
const LOW: i32 = 104;
/// Rows of that height have the larger type.
const LARGE: i32 = 160;
/// Height of the title.
const TITLE: i32 = 325;

/// What so many rows without a picture leave of a page.
fn room(ground: &Ground, low: usize) -> Um {
    ground.body.height - ground.mm(TITLE) - ground.mm(LOW) * low as i32
}

/// Whether so many sections and indexes stand on one page in rows.
pub(super) fn in_rows(ground: &Ground, sections: usize, indexes: usize) -> bool {
    sections <= 40 && ground.mm(LEAST) * sections as i32 <= room(ground, indexes)
}

/// Put contents in rows on a sheet.
pub(super) fn rows(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, items: &[Item], pages: usize) {
    let body = ground.body;
    let lang = job.words.first.lang;
    let title = job.words.both(|w| w.contents);
    let great = fitted(ground, lang, &title, body.width, ground.mm(TITLE - 70), 6000).role(Role::Heading(1));
    great.put(sheet, body.x, body.y + ground.mm(20), Side::Left);
    let mut top = body.y + ground.mm(TITLE);
    ground.rule(sheet, top, ground.thin(), Ink::Ink);
    let pictured = items.iter().filter(|item| item.picture.is_some()).count();
    let share = room(ground, items.len() - pictured) / pictured.max(1) as i32;
    let tall = share.min(ground.mm(MOST));
    for item in items {
        let high = if item.picture.is_some() { tall } else { ground.mm(LOW) };
        row(job, ground, sheet, item, Area::new(body.x, top, body.width, high), tall);
        top += high;
        ground.rule(sheet, top, ground.thin(), Ink::Ink);
    }
    let one = job.subtitle.split(" · ").next().unwrap_or_default();
    let feet = [job.subtitle.clone(), one.into()];
    let right = [title, job.words.first.contents.into()];
    let head = Head { left: std::slice::from_ref(&job.catalog.about.title), right: &right, feet: &feet };
    frame(sheet, ground, job.words, &head, pages);
}

fn row(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, item: &Item, place: Area, indent: Um) {
    let lang = job.words.first.lang;
    let thin = ground.thin();
    if let Some(id) = item.picture {
        let side = place.height - thin;
        sheet.put(Piece::Picture(id, Area::square(place.x, place.y + thin / 2, side), Crop::Cover));
    }
    let large = place.height >= ground.mm(LARGE);
    let style = ground.style(Face::Name, if large { 2000 } else { 1400 }, 1150);
    let number = ground.style(Face::Great, if large { 2000 } else { 1900 }, 1150);
    let small = ground.style(Face::Reading, 1000, 1200);
    // one baseline a row
    let baseline = place.y + place.height / 2 + style.size.share(343);
    let mut right = place.right();
    let mut end = |text: &str, style, ink, least: Um| {
        let text = Passage::new(lang, text, style, place.width, Wrap::Full).ink(ink);
        text.put(sheet, right - text.longest(), baseline - text.style.rise(), Side::Left);
        right -= text.longest().max(least);
    };
    end(&item.page.to_string(), number, Ink::Ink, ground.mm(140));
    if let Some(count) = item.products {
        end(&job.words.both(|w| (w.count_products)(count)), small, Ink::Second, Um(0));
    }
    let x = place.x + indent + ground.mm(35);
    let width = right - ground.mm(30) - x;
    let mut name = Passage::new(lang, &item.title, style, width, Wrap::Full);
    if name.count() > 1 {
        let style = ground.style(Face::Name, if large { 1300 } else { 1000 }, 1150);
        name = Passage::new(lang, &item.title, style, width, Wrap::Even);
    }
    if name.count() > 2 || !large && name.count() > 1 {
        let style = ground.style(Face::Name, 900, 1150);
        let shown = shortened(&item.title, width * 2 - ground.mm(100), |text| style.width(text));
        name = Passage::new(lang, &shown, style, width, Wrap::Even);
    }
    let up = name.style.leading * (name.count() as i32 - 1) / 2;
    name.put(sheet, x, baseline - up - name.style.rise(), Side::Left);
}
