//! A product on a card: picture, name, producer, place, how it stands, and the code that leads to it.
//!
//! In: a product and a place on the sheet. Out: all of it within that place, however long its name: a card tries ever
//! smaller pictures and type until everything fits. Empty fields leave no hole.

use super::code::{self, Code};
use super::ground::{Ground, SMALLEST};
use super::job::Job;
use super::line::Wrap;
use super::metric::{Face, Style};
use super::passage::{self, Passage};
use super::sheet::{Area, Crop, Ink, Piece, Role, Sheet};
use super::standing::Standing;
use super::told::english;
use super::words::Tongues;
use crate::catalog::ProductId;
use crate::paper::{By, Kind, Um};
use crate::route::Lang;
use crate::text::capital;

/// Where the words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// Right of the picture, the code below them.
    Beside,
    /// Below picture and code.
    Below,
    /// Above the code, without a picture.
    Above,
    /// Without picture or code: who prints cards so small wants the words.
    Alone,
}

/// One way to set a card: where the words stand, the side of the picture in tenths of a millimetre, and the sizes of name
/// and other words in hundredths of a point.
struct Way(Words, i32, i32, i32);

/// From the one that looks best to the one that holds most.
const LARGE: &[Way] = &[
    Way(Words::Beside, 480, 1700, 950),
    Way(Words::Beside, 480, 1400, 950),
    Way(Words::Beside, 420, 1200, 900),
    Way(Words::Beside, 320, 1050, 850),
    Way(Words::Beside, 220, 900, 750),
    Way(Words::Above, 0, 800, 700),
    LAST,
];
const LAST: Way = Way(Words::Alone, 0, 700, 700);
const SMALL: &[Way] = &[
    Way(Words::Below, 260, 1300, 800),
    Way(Words::Below, 230, 1150, 800),
    Way(Words::Below, 200, 1000, 700),
    Way(Words::Beside, 200, 900, 700),
    Way(Words::Beside, 140, 800, 700),
    Way(Words::Above, 0, 900, 700),
    Way(Words::Above, 0, 700, 700),
    LAST,
];

/// Side of the code on A4, where its modules are wide enough, in tenths of a millimetre: on large cards and small ones.
const CODE: i32 = 180;
const SMALL_CODE: i32 = 148;

/// A product and its place on the sheet.
struct Subject<'p, 'a> {
    job: &'p Job<'a>,
    ground: &'p Ground,
    id: ProductId,
    place: Area,
    code: Option<(String, Code)>,
    /// Side that the code should have.
    wished: Um,
}

/// A card as it will be drawn.
struct Set {
    words: Vec<Passage>,
    place: Area,
    picture: Option<Area>,
    /// Side and upper left corner of the code.
    code: Option<Area>,
    standing: Standing,
    foot: Um,
    /// Picture and code stand clear of each other.
    clear: bool,
}

/// Put products on a sheet, each within its place; small on a page with twelve.
pub(super) fn cards(job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, all: &[(ProductId, Area)], small: bool) {
    // on the smallest cards pictures stand above the words or not at all: pages look alike
    let one = |way: &&Way| !(small && ground.is_small() && way.0 == Words::Beside);
    let ways: Vec<&Way> = if small { SMALL } else { LARGE }.iter().filter(one).collect();
    // codes of a sheet are all as large as the largest must be
    let least = ground.mm(if small { SMALL_CODE } else { CODE });
    let side = |&(id, _): &(ProductId, Area)| job.code(id, least, None).map(|(_, code)| code.side(least));
    let wished = all.iter().filter_map(side).max().unwrap_or(least);
    let subject = |&(id, place): &(ProductId, Area)| {
        let code = job.code(id, wished, None);
        Subject { job, ground, id, place, code, wished }
    };
    let subjects: Vec<Subject<'_, '_>> = all.iter().map(subject).collect();
    // the cards of a sheet look alike: all are set in the best way that holds each of them, some in smaller letters
    let alike = ways.iter().find_map(|way| subjects.iter().map(|s| s.suiting(way)).collect::<Option<Vec<Set>>>());
    let sets = alike.unwrap_or_else(|| subjects.iter().map(|subject| subject.fitting(&ways)).collect());
    for (subject, set) in subjects.iter().zip(sets) {
        subject.put(sheet, set);
    }
}

/// Letters of a card whose words are many, in thousandths of those of its way: name and other words.
const STEPS: [(i32, i32); 4] = [(1000, 1000), (1000, 900), (850, 900), (720, 840)];
/// A name of more lines is set smaller, where that makes them fewer.
const LINES: usize = 3;

impl Subject<'_, '_> {
    /// The card in that way, in the largest letters in which all of it fits.
    fn suiting(&self, way: &Way) -> Option<Set> {
        let Way(stand, picture, name, text) = *way;
        let step = |(names, texts): &(i32, i32)| {
            let sized = |points: i32, share: &i32| (points * share / 1000).max(SMALLEST.min(points));
            Some(self.set(&Way(stand, picture, sized(name, names), sized(text, texts)))).filter(Set::fits)
        };
        let mut sets = STEPS.iter().filter_map(step);
        let first = sets.next()?;
        if first.name_lines() <= LINES {
            return Some(first);
        }
        sets.find(|set| set.name_lines() <= LINES).or(Some(first))
    }

    /// The card in the first way in which all of it fits; what no way holds is shortened.
    fn fitting(&self, ways: &[&Way]) -> Set {
        if let Some(set) = ways.iter().find_map(|way| self.suiting(way)) {
            return set;
        }
        let mut set = self.set(ways.last().copied().unwrap_or(&LAST));
        if !set.fits() && self.job.english(self.id).is_some() {
            // its second name before a part of its first
            set.words.remove(1);
        }
        while !set.fits() && set.shorten() {}
        set
    }

    fn set(&self, way: &Way) -> Set {
        let Subject { job, ground, id, place, .. } = *self;
        let Way(stand, picture, name, text) = *way;
        let picture = if job.is_there(id) { ground.mm(picture) } else { Um(0) };
        let code = self.code.as_ref().filter(|_| stand != Words::Alone);
        let side = code.map_or(Um(0), |(_, code)| code.side(self.wished));
        let quiet = code.map_or(Um(0), |(_, code)| code.quiet(side));
        // what its quiet zone needs beyond the space around a card
        let over = (quiet - ground.mm(25)).max(Um(0));
        let gap = ground.mm(40).max(quiet);
        let (top, x) = match stand {
            Words::Beside if picture > Um(0) => (place.y, place.x + picture + gap),
            Words::Below => (place.y + picture.max(side + over * 2) + ground.mm(25), place.x),
            Words::Beside | Words::Above | Words::Alone => (place.y, place.x),
        };
        let low = code.is_some() && stand != Words::Below;
        let foot_width = place.width - if low { side + gap } else { Um(0) };
        let tight = text <= SMALLEST;
        let plain = picture == Um(0) && job.is_there(id);
        // where even the picture gave way, states stand in one language
        let tongues = Tongues { second: job.words.second.filter(|_| !plain), ..job.words };
        let standing = Standing::of(job, ground, tongues, id, foot_width, text);
        let foot = place.bottom() - standing.height();
        let corner = if low { place.bottom() - side - over } else { place.y + over };
        // the words end above the foot, and above the code where it stands in their way
        let end = if low { foot.min(corner - over) } else { foot } - ground.mm(15);
        let area = Area::new(x, top, place.right() - x, end - top);
        let face = if stand == Words::Alone { Face::Narrow } else { Face::Reading };
        let style = ground.style(face, text, if tight { 1150 } else { 1270 });
        Set {
            words: words(job, id, area.width, ground.style(Face::Name, name, 1190), style),
            place: area,
            picture: (picture > Um(0)).then_some(Area::square(place.x, place.y, picture)),
            code: code.map(|_| Area::square(place.right() - side, corner, side)),
            standing,
            foot,
            clear: stand != Words::Below || picture + side + ground.mm(20).max(quiet) <= place.width,
        }
    }

    fn put(&self, sheet: &mut Sheet, set: Set) {
        if let Some(area) = set.picture {
            let photo = self.job.product(self.id).photo.is_some();
            sheet.put(Piece::Picture(self.id, area, if photo { Crop::Cover } else { Crop::Full }));
            sheet.put(Piece::Frame(area, self.ground.thin(), Ink::Ink));
        }
        // letters begin a little below the top of their line: the first stands level with the picture
        let name = set.words.first().filter(|_| set.picture.is_some());
        let lift = name.map_or(Um(0), |name| name.style.size.share(200));
        passage::put(&set.words, sheet, set.place.x, set.place.y - lift);
        set.standing.put(sheet, self.place.x, set.foot);
        if let (Some((address, code)), Some(area)) = (&self.code, set.code) {
            code::put(sheet, address, *code, area);
        }
    }
}

impl Set {
    fn fits(&self) -> bool {
        let free = self.picture.is_none_or(|picture| picture.bottom() < self.foot);
        self.clear && free && passage::height(&self.words) <= self.place.height
    }

    fn name_lines(&self) -> usize {
        self.words.first().map_or(0, Passage::count)
    }

    /// A line less of whatever is longest; false when there is nothing left to spare.
    fn shorten(&mut self) -> bool {
        // what somebody wrote themselves is never cut off
        let others = self.words.iter_mut().filter(|passage| passage.role != Role::Wish);
        let longest = others.max_by_key(|passage| passage.count());
        match longest.filter(|passage| passage.count() > 1) {
            Some(passage) => {
                passage.shorten();
                true
            }
            None => self.words.len() > 1 && self.words.pop().is_some(),
        }
    }
}

/// What a card says, from name to place.
pub(super) fn words(job: &Job<'_>, id: ProductId, width: Um, name: Style, style: Style) -> Vec<Passage> {
    let p = job.product(id);
    let bold = Style { face: Face::Bold, ..style };
    let between = style.size.share(450);
    let lang = job.words.first.lang;
    let mut out = vec![Passage::new(Lang::Vi, &p.shown(), name, width, Wrap::Even).role(Role::Name(id))];
    out.extend(english(job, id, style, width).map(|name| name.above(between / 2)));
    out.extend(job.changed(id, bold, width).map(|line| line.above(between)));
    out.extend(
        job.wanted(id, bold, style, width).into_iter().zip([between, Um(0)]).map(|(line, above)| line.above(above)),
    );
    let said = said(job);
    for maker in p.makers.iter().filter(|_| said != Some(By::Producer) || p.makers.len() > 1) {
        let name = &job.catalog.producer(*maker).name;
        out.push(Passage::new(Lang::Vi, name, style, width, Wrap::Full).above(between));
    }
    let (now, old) = job.place(p);
    let (now, old) = match said {
        Some(By::Commune) if p.site.today.len() < 2 => (String::new(), capital(old.trim_matches(['(', ')']))),
        _ => (now, old),
    };
    let old = if said == Some(By::District) { String::new() } else { old };
    let above = if now.is_empty() { between } else { Um(0) };
    out.push(Passage::new(lang, &now, bold, width, Wrap::Full).above(between));
    out.push(Passage::new(lang, &old, style, width, Wrap::Full).ink(Ink::Second).above(above));
    out
}

/// What the heading of every section says of its products.
fn said(job: &Job<'_>) -> Option<By> {
    Some(job.paper.by).filter(|_| job.addendum.is_none() && job.paper.kind == Kind::Book)
}
