//! Every code that is printed, scanned at 150 dots an inch wherever it stands between the dots, says its address.

use super::small::{every, small};
use super::{details, drawn, job, sample};
use ocop::paper::{Format, Grid, Kind, Layout, Paper, Um};
use ocop::press::{Area, Book, Code, Piece, Sheet};

/// Dots a millimetre.
const DOTS: f64 = 150.0 / 25.4;

/// Codes that are read of a sheet of the same ones.
const SOME: usize = 6;

/// How dark each dot is that a scanner makes of a code: what of it is covered by ink.
fn scanned(address: &str, code: Code, area: Area) -> (usize, Vec<f64>) {
    let modules = code.draw(address).unwrap_or_default();
    let many = code.modules() as usize;
    let place = |um: Um| f64::from(um.0) / 1000.0 * DOTS;
    let (left, top, long) = (place(area.x), place(area.y), place(area.width));
    let module = long / (many + 2 * ocop::press::QUIET as usize) as f64;
    let (first, side) = ((left.floor(), top.floor()), long as usize + 2);
    let mut ink = vec![0.0; side * side];
    for at in (0..many * many).filter(|at| modules[*at]) {
        let from = |origin: f64, first: f64, step: usize| {
            origin - first + (step + ocop::press::QUIET as usize) as f64 * module
        };
        let (x, y) = (from(left, first.0, at % many), from(top, first.1, at / many));
        for row in y as usize..=(y + module) as usize {
            for column in x as usize..=(x + module) as usize {
                let over = |dot: usize, from: f64| ((dot + 1) as f64).min(from + module) - (dot as f64).max(from);
                let covered = over(column, x).max(0.0) * over(row, y).max(0.0);
                if let Some(dot) = ink.get_mut(row * side + column) {
                    *dot += covered;
                }
            }
        }
    }
    (side, ink)
}

/// What a scanner reads: the dots as they are and finer, as decoders look at them.
fn read((side, ink): &(usize, Vec<f64>)) -> Option<String> {
    let at = |x: usize, y: usize| 255.0 * (1.0 - ink.get(y * side + x).copied().unwrap_or_default().min(1.0));
    [3.0, 2.0, 4.0, 1.0].into_iter().find_map(|finer| {
        let shade = |x: usize, y: usize| {
            let place = |at: usize| ((at as f64 + 0.5) / finer - 0.5).max(0.0);
            let (x, y) = (place(x), place(y));
            let (i, j, right, down) = (x as usize, y as usize, x.fract(), y.fract());
            let row = |j: usize| at(i, j) * (1.0 - right) + at(i + 1, j) * right;
            (row(j) * (1.0 - down) + row(j + 1) * down) as u8
        };
        let fine = (*side as f64 * finer) as usize;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(fine, fine, shade);
        image.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
    })
}

/// Reads every code of some sheets; how many there are.
fn all_read(sheets: &[Sheet], what: &str) -> usize {
    let mut many = 0;
    for piece in sheets.iter().flat_map(|sheet| &sheet.pieces) {
        if let Piece::Code(address, code, area) = piece {
            assert_eq!(
                read(&scanned(address, *code, *area)).as_deref(),
                Some(address.as_str()),
                "{what}: {code:?} {area:?}"
            );
            many += 1;
        }
    }
    many
}

#[test]
fn codes_of_books_are_read_at_150_dots_an_inch() {
    for format in [Format::A4, Format::A5] {
        for &layout in Layout::ALL {
            let paper = Paper { format, layout, ..Paper::default() };
            let what = format!("?{}", paper.write());
            let many = all_read(&drawn(&Book::lay(job(sample(), details(), paper))), &what);
            // The cover's own, and one a product where there is room.
            let wanted = if layout == Layout::Table { 1 } else { 161 };
            assert_eq!(many, wanted, "{what}");
        }
    }
}

#[test]
fn labels_and_tags_have_codes_where_words_have_room_beside_them() {
    for kind in [Kind::Labels, Kind::Tags] {
        for (grid, least) in [(Grid::G8, 160), (Grid::G14, 160), (Grid::G21, 160), (Grid::G24, 160), (Grid::G65, 0)] {
            let coded = |id: &u32| {
                let paper = Paper { kind, grid, ..Paper::default() };
                let sheets = super::small::drawn(&small(sample(), details(), &[*id], paper));
                sheets[0].pieces.iter().any(|piece| matches!(piece, Piece::Code(..)))
            };
            let many = (0..160).filter(coded).count();
            assert!(many >= least && (least > 0 || many == 0), "{kind:?} {grid:?}: {many} of 160 have codes");
        }
    }
}

#[test]
fn codes_of_everything_small_are_read_at_150_dots_an_inch() {
    for paper in every() {
        let what = format!("?{}", paper.write());
        for id in [7, 131] {
            let mut sheets = super::small::drawn(&small(sample(), details(), &[id], paper.clone()));
            // A sheet of labels has the same code over and over: some of them stand otherwise between the dots.
            for sheet in &mut sheets {
                let mut seen = 0;
                sheet.pieces.retain(|piece| {
                    matches!(piece, Piece::Code(..)) && {
                        seen += 1;
                        seen <= SOME
                    }
                });
            }
            all_read(&sheets, &what);
        }
    }
}
