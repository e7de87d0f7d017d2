//! Great titles: as large as their place allows.

use super::ground::{Ground, SMALLEST};
use super::line::Wrap;
use super::metric::Face;
use super::passage::{Passage, Side};
use super::sheet::{Area, Role, Sheet};
use crate::paper::Um;
use crate::route::Lang;

/// A title as large as it can stand in a place of that width and height, at most in that size (hundredths of a point) and,
/// unless it would become much smaller, on one line.
pub(super) fn fitted(ground: &Ground, lang: Lang, text: &str, width: Um, height: Um, most: i32) -> Passage {
    let set = |points: i32| Passage::new(lang, text, ground.style(Face::Great, points, 1120), width, Wrap::Even);
    let mut points = most;
    loop {
        let passage = set(points);
        let single = passage.count() < 2 || points * 10 < most * 7;
        if points <= SMALLEST || passage.height() <= height && single {
            return passage;
        }
        points = (points * 15 / 16).max(SMALLEST);
    }
}

/// A great title within a place.
pub(super) fn great(sheet: &mut Sheet, ground: &Ground, lang: Lang, title: &str, place: Area) {
    let title = fitted(ground, lang, title, place.width, place.height, 4400).role(Role::Heading(1));
    title.put(sheet, place.x, place.y, Side::Left);
}
