//! The pages that open a book and its sections: pictures bled off at the top, a great title below.

use super::super::code::Code;
use super::super::frame::foot;
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::Face;
use super::super::passage::{Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Piece, Role, Sheet};
use super::super::title::{fitted, great};
use super::super::words::Tongues;
use super::section::{Section, titled};
use crate::catalog::ProductId;
use crate::paper::Um;
use std::collections::BTreeSet;

/// The height of the pictures, in thousandths of the sheet's: a square on A4.
const PICTURES: i32 = 707;

/// So many of the products, taken evenly, such as are drawn differently as far as there are any.
fn chosen(job: &Job<'_>, products: &[ProductId], many: usize) -> Vec<ProductId> {
    let mut out: Vec<ProductId> = Vec::with_capacity(many);
    let mut drawn = BTreeSet::new();
    for at in 0..many {
        let from = at * products.len() / many;
        let motif = |id: &ProductId| Some(job.product(*id)).filter(|p| p.photo.is_none()).map(|p| p.motif.0);
        let fresh = |id: &&ProductId| motif(id).is_none_or(|motif| !drawn.contains(&motif)) && !out.contains(id);
        let (before, after) = products.split_at_checked(from).unwrap_or_default();
        let all = || after.iter().chain(before);
        let other = || all().find(|id| !out.contains(id));
        let Some(id) = all().find(fresh).or_else(other).copied() else { continue };
        drawn.extend(motif(&id));
        out.push(id);
    }
    out
}

/// Put so many pictures beside each other over the upper part of the sheet; below them a bar. What is below begins at the
/// answer.
fn pictures(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, products: &[ProductId], most: usize) -> Um {
    let (width, height) = (sheet.width, sheet.height.share(PICTURES));
    let side = (1..=most).rev().find(|side| side * side <= products.len()).unwrap_or(0);
    for (at, id) in chosen(job, products, side * side).into_iter().enumerate() {
        let (column, row) = ((at % side) as i32, (at / side) as i32);
        let edge = |of: Um, at: i32| Um((i64::from(of.0) * i64::from(at) / side as i64) as i32);
        let (x, y) = (edge(width, column), edge(height, row));
        let area = Area::new(x, y, edge(width, column + 1) - x, edge(height, row + 1) - y);
        sheet.put(Piece::Picture(id, area, Crop::Cover));
    }
    let bar = ground.mm(20);
    sheet.put(Piece::Fill(Area::new(Um(0), height, width, bar), Ink::Ink));
    height + bar
}

/// Put the cover on a sheet.
pub(super) fn cover(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, products: &[ProductId]) {
    let shown: Vec<ProductId> = products.iter().copied().filter(|id| job.is_there(*id)).collect();
    let top = pictures(job, ground, sheet, &shown, 4);
    sheet.put(Piece::Fill(Area::new(Um(0), top, sheet.width, sheet.height - top), Ink::Son));
    let lang = job.words.first.lang;
    let (x, width) = (ground.mm(140), sheet.width - ground.mm(280));
    let low = sheet.height - ground.mm(140);
    let name = fitted(ground, lang, &job.catalog.about.title, width, ground.mm(400), 9600);
    let name = name.ink(Ink::OnSon).role(Role::Heading(1));
    let below = name.put(sheet, x, top + ground.mm(60), Side::Left) + ground.mm(30);
    let side = ground.mm(210);
    let code = Some([job.home.as_str(), &job.view].concat()).filter(|_| !job.home.is_empty());
    let code = code.and_then(|address| Code::of(&address, side).map(|code| (address, code)));
    let mut right = x + width;
    if let Some((address, code)) = code {
        let side = code.side(side).min(low - below);
        let quiet = code.quiet(side);
        let area = Area::square(right - side - quiet * 2, low - side - quiet * 2, side + quiet * 2);
        // a code is read from dark on light, whatever it stands on
        sheet.put(Piece::Fill(area, Ink::White));
        sheet.put(Piece::Code(address, code, area));
        right = area.x - ground.mm(60);
    }
    let small = ground.style(Face::Reading, 1000, 1350);
    // remarks take what they need, the title all that is left
    let wide = (right - x).share(460) - ground.mm(60);
    let remarks: Vec<Passage> = job.remarks.iter().map(|r| Passage::new(lang, r, small, wide, Wrap::Even)).collect();
    let needed = remarks.iter().map(Passage::longest).max().map_or(Um(0), |longest| longest + ground.mm(60));
    let left = right - x - needed;
    let mut says = Passage::new(lang, &job.subtitle, ground.style(Face::Name, 2000, 1180), left, Wrap::Even);
    if says.height() > low - below {
        says = fitted(ground, lang, &job.subtitle, left, low - below, 1600);
    }
    let says = says.ink(Ink::OnSon);
    says.put(sheet, x, low - says.height(), Side::Left);
    let high: Um = remarks.iter().map(Passage::height).sum();
    let mut y = low - high;
    for remark in remarks {
        y = remark.ink(Ink::OnSon).put(sheet, right - wide, y, Side::Right);
    }
}

/// Put the page that opens a section on a sheet.
pub(super) fn opener(
    job: &Job<'_>,
    ground: &Ground,
    sheet: &mut Sheet,
    section: &Section,
    order: &[ProductId],
    pages: usize,
) {
    let products = order.get(section.products.clone()).unwrap_or_default();
    let top = pictures(job, ground, sheet, products, 2);
    let lang = job.words.first.lang;
    let body = ground.body;
    let room = sheet.height - ground.mm(240) - top;
    let place = Area::new(body.x, top + ground.mm(50), body.width, room.share(720));
    let one = |w| titled(job, Tongues { first: w, second: None }, section.of);
    let below = great(sheet, ground, job.words, one, place, 5600) + ground.mm(20);
    let count = job.words.both(|w| (w.count_products)(products.len()));
    let style = ground.style(Face::Name, 1400, 1250);
    Passage::new(lang, &count, style, body.width, Wrap::Full).put(sheet, body.x, below, Side::Left);
    foot(sheet, ground, job.words, &[], pages);
}
