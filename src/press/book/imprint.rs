//! The back of the cover: how to read stars and states; at its foot who publishes it and where all this comes from.

use super::super::frame::{Head, frame};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::super::standing::star_row;
use super::super::title::great;
use super::super::words::Words;
use crate::catalog::{Stars, State};
use crate::paper::Um;
use crate::route::Lang;

/// Sizes of its text in hundredths of a point on A4: the largest of which all goes on the page.
const SIZES: [i32; 4] = [1450, 1250, 1100, 1000];

/// Put the imprint on a sheet.
pub(super) fn imprint(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, pages: usize) {
    let number = sheet.number;
    let set = |(points, sources): (i32, bool)| {
        let mut tried = Sheet::new(ground.size, number);
        let goes = page(job, ground, &mut tried, points, sources);
        (tried, goes)
    };
    let ways = [true, false].into_iter().flat_map(|sources| SIZES.map(|points| (points, sources)));
    let tried = ways.map(set).find(|tried| tried.1);
    // the smallest goes on in narrow letters
    let (whole, _) = tried.unwrap_or_else(|| set((1000, false)));
    sheet.place(whole, Um(0), Um(0));
    let left = [job.words.both(|w| w.legend), job.words.first.legend.into()];
    let head = Head { left: &left, right: std::slice::from_ref(&job.catalog.about.title), feet: &[] };
    frame(sheet, ground, job.words, &head, pages);
}

/// Put its parts on a page, with the titles of all sources or without; whether all stand there in that size.
fn page(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, points: i32, titled: bool) -> bool {
    let body = ground.body;
    let text = ground.style(Face::Reading, points, 1400);
    let mut y = legend(job, ground, sheet, text);
    ground.rule(sheet, y, ground.thin(), Ink::Ink);
    y += ground.mm(40);
    let set = |lines: Vec<(Lang, String)>, style: Style| -> Vec<Passage> {
        let one = |(lang, line): (Lang, String)| {
            Passage::new(lang, &line, style, body.width, Wrap::Full).above(style.leading.share(400))
        };
        lines.into_iter().map(one).collect()
    };
    let (notes, colophon) = (set(notes(job), text), set(colophon(job), text));
    let low = body.bottom() - passage::height(&colophon);
    let end = y + passage::height(&notes);
    if end + ground.mm(80) <= low {
        passage::put(&notes, sheet, body.x, y);
        let all = !titled || sources(job, ground, sheet, Area { y: end, height: low - ground.mm(40) - end, ..body });
        ground.rule(sheet, low - ground.mm(40), ground.thin(), Ink::Ink);
        passage::put(&colophon, sheet, body.x, low);
        return all;
    }
    let all = self::notes(job).into_iter().chain(self::colophon(job)).collect();
    let mut told = set(all, ground.style(Face::Narrow, 750, 1250));
    while passage::height(&told) > (body.bottom() - y).max(Um(0)) && told.pop().is_some() {}
    passage::put(&told, sheet, body.x, y);
    false
}

/// Put the titles of all sources on a place, all or none; whether they stand there.
fn sources(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, place: Area) -> bool {
    let [title, titles] = &job.sources;
    if titles.is_empty() {
        return true;
    }
    let lang = job.words.first.lang;
    let style = ground.style(Face::Narrow, 800, 1300);
    let bold = Style { face: Face::Bold, ..style };
    let head = Passage::new(lang, title, bold, place.width, Wrap::Full).above(ground.mm(50)).role(Role::Heading(3));
    let all = Passage::new(Lang::Vi, titles, style, place.width, Wrap::Full);
    let goes = head.above + head.height() + all.height() + ground.mm(30) <= place.height;
    if goes {
        let y = head.put(sheet, place.x, place.y + head.above, Side::Left);
        all.put(sheet, place.x, y, Side::Left);
    }
    goes
}

/// Put what stars and states mean on a page; what is below begins at the answer.
fn legend(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, text: Style) -> Um {
    let w = job.words;
    let lang = w.first.lang;
    let body = ground.body;
    let place = Area::new(body.x, body.y + ground.mm(20), body.width, ground.mm(255));
    let mut y = great(sheet, ground, w, |w| w.legend.into(), place, 6000) + ground.mm(60);
    let bold = Style { face: Face::Bold, ..text };
    let star = text.size;
    let inside = star / 2;
    let x = body.x + Stars::new(5).map_or(Um(0), |five| star_row(five, star)) + inside * 2 + ground.mm(60);
    let width = body.right() - x;
    for stars in [5, 4, 3].into_iter().filter_map(Stars::new) {
        let row = star_row(stars, star);
        let words = Passage::new(lang, &w.both(|w| (w.badge)(stars)), bold, width, Wrap::Full);
        let high = words.height().max(star * 2);
        sheet.put(Piece::Fill(Area::new(body.x, y, row + inside * 2, star * 2), Ink::Ink));
        sheet.put(Piece::Stars(stars, Area::new(body.x + inside, y + star / 2, row, star), Ink::Hoe));
        words.put(sheet, x, y + (star * 2 - words.style.leading) / 2, Side::Left);
        y += high + ground.mm(25);
    }
    y += ground.mm(20);
    for state in State::ALL {
        let ink = if state == State::InForce { Ink::Green } else { Ink::Ochre };
        let words = Passage::new(lang, &w.both(|w| (w.state)(state)), bold, width, Wrap::Full).ink(ink);
        let side = star.share(1300);
        sheet.put(Piece::Sign(state, Area::square(body.x, y + (words.style.leading - side) / 2, side), ink));
        y = words.put(sheet, x, y, Side::Left) + ground.mm(25);
    }
    y + ground.mm(20)
}

/// In each language a part of what is said.
fn said(job: &Job<'_>, part: impl Fn(&'static Words) -> Vec<String>) -> Vec<(Lang, String)> {
    let tongues = [Some(job.words.first), job.words.second].into_iter().flatten();
    tongues.flat_map(|w| part(w).into_iter().map(|line| (w.lang, line))).collect()
}

/// How the marks are to be taken.
pub(super) fn notes(job: &Job<'_>) -> Vec<(Lang, String)> {
    let invented = job.catalog.about.invented;
    said(job, |w| w.legend_notes.into_iter().chain(invented.then_some(w.invented)).map(String::from).collect())
}

/// Who publishes it, for what, from which sources, where.
fn colophon(job: &Job<'_>) -> Vec<(Lang, String)> {
    let about = &job.catalog.about;
    let part = |w: &'static Words| {
        let publisher = (!about.publisher.is_empty()).then(|| [w.publisher, ": ", &about.publisher].concat());
        let event = (!about.event.is_empty()).then(|| about.event.clone());
        [publisher, event, Some((w.as_of)(about.as_of)), gathered(job, w)].into_iter().flatten().collect()
    };
    said(job, part).into_iter().chain(home(job)).collect()
}

/// From which sources it is, and where it stands.
pub(super) fn source(job: &Job<'_>) -> Vec<(Lang, String)> {
    said(job, |w| gathered(job, w).into_iter().collect()).into_iter().chain(home(job)).collect()
}

fn gathered(job: &Job<'_>, w: &'static Words) -> Option<String> {
    let sources = job.catalog.about.sources;
    (sources > 0).then(|| (w.gathered)(sources as usize))
}

fn home(job: &Job<'_>) -> Option<(Lang, String)> {
    (!job.home.is_empty()).then(|| (job.words.first.lang, job.home.clone()))
}
