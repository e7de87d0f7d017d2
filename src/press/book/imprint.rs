//! The back of the cover: how to read stars and states, where all this comes from, who publishes it.

use super::super::frame::foot;
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::super::standing::star_row;
use super::super::title::fitted;
use crate::catalog::{Stars, State};
use crate::paper::Um;
use crate::route::Lang;

/// Put the imprint on a sheet.
pub(super) fn imprint(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, pages: usize) {
    let w = job.words;
    let lang = w.first.lang;
    let body = ground.body;
    let title = fitted(ground, lang, &w.both(|w| w.legend), body.width, ground.mm(320), 3600).role(Role::Heading(1));
    let mut y = title.put(sheet, body.x, body.y, Side::Left) + ground.mm(60);
    let text = ground.style(Face::Reading, 1000, 1400);
    let bold = ground.style(Face::Bold, 1000, 1400);
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
    y += ground.mm(20);
    ground.rule(sheet, y, ground.thin(), Ink::Ink);
    y += ground.mm(40);
    let about = &job.catalog.about;
    let mut lines: Vec<(Lang, String)> = Vec::new();
    for w in [Some(w.first), w.second].into_iter().flatten() {
        let mut own: Vec<String> = w.legend_notes.iter().map(ToString::to_string).collect();
        if about.invented {
            own.push(w.invented.into());
        }
        let publisher = (!about.publisher.is_empty()).then(|| format!("{}: {}", w.publisher, about.publisher));
        let event = (!about.event.is_empty()).then(|| about.event.clone());
        let gathered = (about.sources > 0).then(|| (w.gathered)(about.sources as usize));
        own.extend([publisher, event, Some((w.as_of)(about.as_of)), gathered].into_iter().flatten());
        lines.extend(own.into_iter().map(|line| (w.lang, line)));
    }
    lines.extend((!job.home.is_empty()).then(|| (lang, job.home.clone())));
    let set = |style: Style| -> Vec<Passage> {
        let one = |(lang, line): &(Lang, String)| {
            Passage::new(*lang, line, style, body.width, Wrap::Full).above(style.leading.share(400))
        };
        lines.iter().map(one).collect()
    };
    let mut told = set(text);
    if passage::height(&told) > body.bottom() - y {
        told = set(ground.style(Face::Narrow, 750, 1250));
    }
    while passage::height(&told) > (body.bottom() - y).max(Um(0)) && told.pop().is_some() {}
    passage::put(&told, sheet, body.x, y);
    foot(sheet, ground, w, &[], pages);
}
