//! Where the pictures of a card stand: one fills the left half, more make a mosaic with black rules between.
//! In: how many there are. Out: how many are shown, and their areas. It draws nothing.

use super::Picture;
use super::canvas::{Area, HEIGHT};

/// Width of the pictures' half; the black rule stands right of it.
pub(super) const SIDE: usize = 624;
/// Black rules, in points.
pub(super) const RULE: usize = 6;

/// The pictures that are drawn: 16, 4 or fewer.
pub(super) fn shown(pictures: &[Picture]) -> &[Picture] {
    let most = if pictures.len() >= 16 { 16 } else { pictures.len().min(4) };
    &pictures[..most]
}

/// The pictures that are drawn and where. Two or three tiles are woven into a square of four, since a mat goes on and on;
/// photographs stand beside each other and are not repeated.
pub(super) fn placed(pictures: &[Picture]) -> Vec<(Area, &Picture)> {
    let shown = shown(pictures);
    let tiles = shown.iter().all(|picture| matches!(picture, Picture::Tile { .. }));
    let order: &[usize] = match shown.len() {
        2 if tiles => &[0, 1, 1, 0],
        3 if tiles => &[0, 1, 2, 0],
        many => &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15][..many],
    };
    areas(order.len()).into_iter().zip(order.iter().filter_map(|at| shown.get(*at))).collect()
}

/// Areas: one, two side by side, one beside two, four, sixteen.
fn areas(shown: usize) -> Vec<Area> {
    let whole = Area { x: 0, y: 0, width: SIDE, height: HEIGHT };
    let (columns, rows) = (|n| cut(SIDE, n), |n| cut(HEIGHT, n));
    let at = |(x, width): (usize, usize), (y, height): (usize, usize)| Area { x, y, width, height };
    match shown {
        0 => Vec::new(),
        1 => vec![whole],
        2 => columns(2).into_iter().map(|column| at(column, (0, HEIGHT))).collect(),
        3 => {
            let (columns, rows) = (columns(2), rows(2));
            vec![at(columns[0], (0, HEIGHT)), at(columns[1], rows[0]), at(columns[1], rows[1])]
        }
        _ => {
            let side = if shown >= 16 { 4 } else { 2 };
            let columns = columns(side);
            rows(side)
                .into_iter()
                .flat_map(|row| columns.iter().map(move |column| at(*column, row)).collect::<Vec<_>>())
                .collect()
        }
    }
}

/// Start and length of so many parts with rules between them.
fn cut(whole: usize, parts: usize) -> Vec<(usize, usize)> {
    let room = whole - RULE * (parts - 1);
    let start = |part: usize| room * part / parts + RULE * part;
    (0..parts).map(|part| (start(part), room * (part + 1) / parts - room * part / parts)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_apart_by_a_rule_and_fill_the_half() {
        for many in [1, 2, 3, 4, 16] {
            let areas = areas(many);
            assert_eq!(areas.len(), many);
            assert_eq!(areas.iter().map(|a| a.x + a.width).max(), Some(SIDE));
            assert_eq!(areas.iter().map(|a| a.y + a.height).max(), Some(HEIGHT));
            for (i, a) in areas.iter().enumerate() {
                for b in &areas[..i] {
                    let apart =
                        |a: (usize, usize), b: (usize, usize)| a.0 + a.1 + RULE <= b.0 || b.0 + b.1 + RULE <= a.0;
                    assert!(
                        apart((a.x, a.width), (b.x, b.width)) || apart((a.y, a.height), (b.y, b.height)),
                        "{a:?} {b:?}"
                    );
                }
            }
        }
    }
}
