//! The contents: every section with its page, or every product where there are none, then the indexes.
//!
//! A few stand in rows with a picture, which fill the page as far as they may grow; many stand in columns, like an index.

use super::super::frame::{Head, frame};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Piece, Role, Sheet};
use super::super::title::fitted;
use crate::catalog::ProductId;
use crate::paper::Um;
use crate::route::Lang;

/// A line of the contents.
pub(super) struct Item {
    /// What stands there, in both languages.
    pub title: String,
    /// In the first, and in the second where that says it otherwise.
    pub titles: Vec<String>,
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
    let left = [title, job.words.first.contents.into()];
    let head = Head { left: &left, right: std::slice::from_ref(&job.catalog.about.title), feet: &feet };
    frame(sheet, ground, job.words, &head, pages);
}

fn row(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, item: &Item, place: Area, indent: Um) {
    let lang = job.words.first.lang;
    let thin = ground.thin();
    if let Some(id) = item.picture {
        let side = place.height - thin;
        sheet.put(Piece::Picture(id, Area::square(place.x, place.y + thin / 2, side), Crop::Cover));
    }
    let large = item.picture.is_some() && place.height >= ground.mm(LARGE);
    let two = job.words.second.is_some();
    let style = ground.style(Face::Name, [[1400, 1200], [2000, 1600]][usize::from(large)][usize::from(two)], 1150);
    let number = ground.style(Face::Great, if large { 2000 } else { 1900 }, 1150);
    let small = ground.style(Face::Reading, if large { 1000 } else { 900 }, 1200);
    // one baseline a row, with that of a second language below it
    let lower = |at: usize| if at > 0 { small.leading } else { Um(0) };
    let up = if item.titles.len() > 1 { small.leading / 2 } else { Um(0) };
    let baseline = place.y + place.height / 2 + style.size.share(343) - up;
    let put = |sheet: &mut Sheet, text: &str, style: Style, ink, right: Um, base: Um| {
        let text = Passage::new(lang, text, style, place.width, Wrap::Full).ink(ink);
        text.put(sheet, right - text.longest(), base - style.rise(), Side::Left);
        text.longest()
    };
    let middle = if up > Um(0) { place.y + place.height / 2 + number.size.share(343) } else { baseline };
    let page = put(sheet, &item.page.to_string(), number, Ink::Ink, place.right(), middle);
    let mut right = place.right() - page.max(ground.mm(140));
    if let Some(count) = item.products {
        let says = job.words.each(|w| (w.count_products)(count)).into_iter().take(item.titles.len()).zip(0..);
        let widths = says.map(|((_, text), at)| put(sheet, &text, small, Ink::Second, right, baseline + lower(at)));
        let widest: Vec<Um> = widths.collect();
        right -= widest.into_iter().max().unwrap_or_default();
    }
    let x = place.x + indent + ground.mm(35);
    let width = right - ground.mm(30) - x;
    let mut base = baseline;
    for (text, style, ink) in
        item.titles.iter().zip([(style, Ink::Ink), (small, Ink::Second)]).map(|(t, s)| (t, s.0, s.1))
    {
        let name = named(lang, text, style, width).ink(ink);
        let more = name.style.leading * (name.count() as i32 - 1);
        let end = name.put(sheet, x, base - more / 2 - name.style.rise(), Side::Left);
        base = end - name.style.leading + name.style.rise() + small.leading;
    }
}

/// A title on one line, if need be in smaller letters, else on two.
fn named(lang: Lang, text: &str, style: Style, width: Um) -> Passage {
    let set = |(share, _): &(i32, usize)| {
        let style = Style { size: style.size.share(*share), leading: style.leading.share(*share), ..style };
        Passage::new(lang, text, style, width, Wrap::Even)
    };
    let sizes = [(1000, 1), (750, 1), (650, 2)];
    let fitting = sizes.iter().map(|size| (set(size), size.1)).find(|(name, most)| name.count() <= *most);
    let mut name = fitting.map_or_else(|| set(&sizes[2]), |fitting| fitting.0);
    while name.count() > 2 {
        name.shorten();
    }
    name
}
