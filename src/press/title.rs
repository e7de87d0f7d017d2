//! Great titles: as large as their place allows.

use super::ground::{Ground, SMALLEST};
use super::line::Wrap;
use super::metric::Face;
use super::passage::{Passage, Side};
use super::sheet::{Area, Role, Sheet};
use super::words::{Tongues, Words};
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

/// Put a title in its languages within a place, at most in that size: on one line if there is room, else a line a language.
/// What comes below begins at the answer.
pub(super) fn great(
    sheet: &mut Sheet,
    ground: &Ground,
    words: Tongues,
    title: impl Fn(&'static Words) -> String,
    place: Area,
    most: i32,
) -> Um {
    let lang = words.first.lang;
    let whole = fitted(ground, lang, &words.both(&title), place.width, place.height, most);
    let second = words.second.filter(|_| whole.count() > 1);
    let Some(second) = second else { return whole.role(Role::Heading(1)).put(sheet, place.x, place.y, Side::Left) };
    let set = |w: &'static Words| fitted(ground, w.lang, &title(w), place.width, place.height / 2, most);
    let mut y = place.y;
    for part in [set(words.first), set(second)] {
        y = part.role(Role::Heading(1)).put(sheet, place.x, y, Side::Left);
    }
    y
}
