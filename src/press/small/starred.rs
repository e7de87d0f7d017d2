//! The foot of a label: stars and how they stand, or that the source names none. All labels of a sheet say it alike.

use super::super::ground::{Ground, SMALLEST};
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Sheet};
use super::super::standing::star_row;
use super::super::words::Words;
use super::label::HIGH;
use crate::catalog::{ProductId, Standing, Stars, State};
use crate::paper::Um;

/// Stars of a label, and how they stand.
struct Starred {
    stars: Stars,
    stand: Standing,
    ink: Ink,
    style: Style,
}

impl Starred {
    fn of(job: &Job<'_>, ground: &Ground, size: (Um, Um), id: ProductId) -> Option<Starred> {
        let stand = job.product(id).standing(job.today)?;
        let ink = if stand.state == State::InForce { Ink::Green } else { Ink::Ochre };
        Some(Starred { stars: stand.stars?, stand, ink, style: Starred::style(ground, size) })
    }

    /// How their words are set on a label of that size.
    fn style(ground: &Ground, size: (Um, Um)) -> Style {
        let points = if size.0 < NARROW {
            SMALLEST
        } else if size.1 > HIGH {
            1200
        } else {
            800
        };
        ground.style(Face::Bold, points, 1200)
    }

    /// Put the stars in their black box; where what stands beside it begins, and its height.
    fn boxed(&self, sheet: &mut Sheet, x: Um, bottom: Um) -> (Um, Um) {
        let (star, inside) = (self.style.size, self.style.size / 2);
        let row = star_row(self.stars, star);
        let area = Area::new(x, bottom - star * 2, row + inside * 2, star * 2);
        sheet.put(Piece::Fill(area, Ink::Ink));
        sheet.put(Piece::Stars(self.stars, Area::new(x + inside, area.y + inside, row, star), Ink::Hoe));
        (area.right() + inside, area.height)
    }
}

/// Labels narrower than that have room for little.
pub(super) const NARROW: Um = Um::tenths(500);
/// From that width on, labels have room for all words.
const WIDE: Um = Um::tenths(900);

/// Put stars and how they stand at the foot of a place; how much of the height it takes. What is said depends on the size of
/// the label, not on the product: labels of a sheet are read beside each other.
pub(super) fn stars(
    job: &Job<'_>,
    ground: &Ground,
    sheet: &mut Sheet,
    size: (Um, Um),
    id: ProductId,
    place: Area,
) -> Um {
    let Some(starred) = Starred::of(job, ground, size, id) else { return starless(job, ground, sheet, size, place) };
    if size.0 < NARROW {
        return beside(job, sheet, &starred, place);
    }
    let Starred { stars, stand, ink, style } = &starred;
    let (w, wide) = (job.words, size.0 > WIDE);
    let lang = w.first.lang;
    let small = Style { face: Face::Narrow, ..*style };
    let sign = style.size;
    let x = place.x + sign.share(1500);
    let set = |w: &Words| Passage::new(lang, &(w.standing)(stand), small, place.right() - x, Wrap::Full).ink(*ink);
    let states: Vec<Passage> = [Some(w.first), w.second.filter(|_| wide)].into_iter().flatten().map(set).collect();
    let low = place.bottom() - passage::height(&states);
    let (right, high) = starred.boxed(sheet, place.x, low - Um(500));
    let says = if wide { (w.first.badge)(*stars) } else { (w.first.stars)(*stars) };
    let says = Passage::new(lang, &says, *style, place.right() - right, Wrap::Full);
    says.put(sheet, right, low - Um(500) - (high + style.leading) / 2, Side::Left);
    sheet.put(Piece::Sign(stand.state, Area::square(place.x, low + (small.leading - sign) / 2, sign), *ink));
    passage::put(&states, sheet, x, low);
    place.bottom() - low + high + air(size.0)
}

/// Between stars and what stands above them, on a label of that width.
fn air(width: Um) -> Um {
    if width > WIDE { Um(2300) } else { Um(1300) }
}

/// Where the source names no star that is said, as high as stars and their state would stand.
fn starless(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, size: (Um, Um), place: Area) -> Um {
    let w = job.words;
    let bold = Starred::style(ground, size);
    let small = Style { face: Face::Narrow, ..bold };
    let says = Passage::new(w.first.lang, w.first.no_star, small, place.width, Wrap::Full).ink(Ink::Second);
    says.put(sheet, place.x, place.bottom() - says.height(), Side::Left);
    let lines = if w.second.is_some() && size.0 > WIDE { 2 } else { 1 };
    let stars = if size.0 < NARROW { Um(500) - small.leading } else { air(size.0) };
    (small.leading * lines + bold.size * 2 + stars).max(says.height())
}

/// On the smallest labels the sign stands beside the stars, and what it means only where every meaning has room.
fn beside(job: &Job<'_>, sheet: &mut Sheet, starred: &Starred, place: Area) -> Um {
    let Starred { stars, stand, ink, style } = starred;
    let w = job.words.first;
    let (x, high) = starred.boxed(sheet, place.x, place.bottom());
    let sign = Area::square(x, place.bottom() - (high + style.size) / 2, style.size);
    sheet.put(Piece::Sign(stand.state, sign, *ink));
    let x = sign.right() + style.size / 2;
    let small = Style { face: Face::Narrow, ..*style };
    let set = |state| Passage::new(w.lang, (w.state)(state), small, place.width, Wrap::Full);
    let five = Stars::new(5).map_or(Um(0), |five| star_row(five, style.size) - star_row(*stars, style.size));
    if State::ALL.into_iter().all(|state| set(state).longest() + five <= place.right() - x) {
        set(stand.state).ink(*ink).put(sheet, x, place.bottom() - (high + style.leading) / 2, Side::Left);
    }
    high + Um(500)
}
