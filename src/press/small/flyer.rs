//! A flyer of one product: its picture bled off at the top, its name great, how it stands, who makes it where, and the code.
//!
//! Which of the templates it gets follows from what is known: with much text the picture gives way, with almost none it
//! takes most of the sheet. Whatever the name, everything fits.

use super::super::code;
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Crop, Ink, Piece, Role, Sheet};
use super::super::standing::Standing;
use super::super::title::fitted;
use super::super::told::{beginning, english, phone};
use crate::catalog::ProductId;
use crate::paper::Um;
use crate::route::Lang;

/// Height of the picture in thousandths of the sheet's, from the template with almost no text to that with nothing but it.
const SHARES: [i32; 6] = [620, 515, 420, 320, 200, 0];

/// The tallest picture, in thousandths of the sheet's height.
const MOST: i32 = 660;

/// A field lower than that, in thousandths of its width, shows a part of a drawing only.
const LOW: i32 = 720;

/// Letters of a story from which the picture gives way.
const MUCH: usize = 400;

/// Place of the template in [`SHARES`] that suits what is known of a product.
fn template(job: &Job<'_>, id: ProductId) -> usize {
    let p = job.product(id);
    let story = job.detail(id).map_or(0, |detail| detail.story.vi.chars().count());
    match story {
        0 if p.makers.is_empty() => 0,
        0..MUCH => 1,
        _ => 3,
    }
}

/// A flyer of that size.
pub(super) fn flyer(job: &Job<'_>, size: (Um, Um), id: ProductId) -> Sheet {
    let ground = Ground::new(size, false);
    let shares = SHARES.get(template(job, id)..).unwrap_or_default();
    let sized = |picture: Um, scale: i32| Flyer::set(job, &ground, id, picture, scale);
    let set = |share: &i32| sized(size.1.share(*share), 1000);
    // a few lines are told whole if the picture gives way a little
    let little =
        shares.iter().filter(|share| **share >= SHARES[3]).filter_map(set).find(|flyer| flyer.fits() && flyer.whole);
    let fitting = || shares.iter().filter_map(set).find(Flyer::fits).or_else(|| set(&0));
    let mut sheet = Sheet::new(size, 1);
    let Some(mut flyer) = little.or_else(fitting) else { return sheet };
    // what the words leave goes to the picture
    let spare = flyer.free() - flyer.gap * 2;
    if flyer.picture > Um(0) && spare > Um(0) {
        let taller = |part| (flyer.picture + spare.share(part)).min(size.1.share(MOST)) - ground.mm(20);
        let good = |taller: &Flyer| taller.fits() && taller.whole >= flyer.whole;
        let parts = [1000, 750, 500].map(taller).into_iter();
        flyer = parts.filter_map(|high| sized(high, 1000)).find(good).unwrap_or(flyer);
    }
    // and what is left then to the words, if all of them stand there
    let picture = flyer.picture - if flyer.picture > Um(0) { ground.mm(20) } else { Um(0) };
    let larger = [1700, 1500, 1350, 1200].into_iter().filter_map(|scale| sized(picture, scale));
    let fits = |larger: &Flyer| larger.fits() && larger.whole;
    flyer = larger.into_iter().find(fits).unwrap_or(flyer);
    while !flyer.fits() && flyer.shorten() {}
    flyer.put(job, &ground, &mut sheet, id);
    sheet
}

struct Flyer {
    x: Um,
    width: Um,
    /// Height of the picture with the bar below it.
    picture: Um,
    /// The picture is low: a drawing stands whole at its left, the name beside it.
    beside: bool,
    /// All that is told of the product stands there.
    whole: bool,
    name: Passage,
    english: Option<Passage>,
    standing: Standing,
    words: Vec<Passage>,
    printed: Vec<Passage>,
    code: Um,
    low: Um,
    gap: Um,
}

/// The smallest size of a name beside a picture, in hundredths of a point on A4.
const LEAST: i32 = 2800;

impl Flyer {
    /// With a picture of that height, and words so many thousandths of their size; none where the name has no room beside it.
    fn set(job: &Job<'_>, ground: &Ground, id: ProductId, picture: Um, scale: i32) -> Option<Flyer> {
        let p = job.product(id);
        let (width, height) = ground.size;
        let edge = ground.mm(140).max(Um::tenths(55));
        let (x, inner) = (edge, width - edge * 2);
        let bar = if picture > Um(0) { ground.mm(20) } else { Um(0) };
        let gap = ground.mm(50);
        let wished = ground.mm(420);
        let (code, quiet) = job
            .code(id, wished, job.price(id))
            .map(|(_, code)| (code.side(wished), code.quiet(code.side(wished))))
            .unwrap_or_default();
        let side = inner - if code > Um(0) { code + gap.max(quiet) } else { Um(0) };
        let low = height - edge;
        let lang = job.words.first.lang;
        let beside = p.photo.is_none() && picture > Um(0) && picture < width.share(LOW);
        let field = (width - picture - edge - gap, picture - gap - edge);
        let (wide, high, ink) =
            if beside { (field.0, field.1, Ink::OnSon) } else { (inner, height.share(270), Ink::Ink) };
        let english = english(job, id, ground.style(Face::Reading, 2200, 1250), wide)
            .map(|english| if beside { english.ink(ink) } else { english });
        let high = high - if beside { english.as_ref().map_or(Um(0), Passage::height) } else { Um(0) };
        let name = fitted(ground, Lang::Vi, &p.shown(), wide, high, 9600).role(Role::Name(id)).ink(ink);
        // a name too long for that wants a lower picture
        if beside && (name.height() > high || name.style.size < ground.style(Face::Great, LEAST, 1000).size) {
            return None;
        }
        let text = ground.style(Face::Reading, 1250 * scale / 1000, 1300);
        let bold = Style { face: Face::Bold, ..text };
        let maker = ground.style(Face::Name, 1900 * scale / 1000, 1180);
        let between = text.leading.share(300);
        let standing = Standing::of(job, ground, job.words, id, inner, 1650 * scale / 1000);
        let mut words = Vec::new();
        for maker_id in &p.makers {
            let name = &job.catalog.producer(*maker_id).name;
            words.push(Passage::new(Lang::Vi, name, maker, side, Wrap::Even).above(between));
        }
        let (now, old) = job.place(p);
        let place = [now.as_str(), &old].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        words.push(Passage::new(lang, &place, text, side, Wrap::Full).above(between));
        let detail = job.detail(id);
        let price = job.price(id).map(|price| (job.words.first.dong)(price)).unwrap_or_default();
        let pack = detail.map(|d| d.pack.clone()).unwrap_or_default();
        let phone = phone(job, id).unwrap_or_default();
        let offer =
            [price.as_str(), &pack, phone].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        words.push(Passage::new(lang, &offer, bold, side, Wrap::Full).above(between).role(Role::Price));
        let small = ground.style(Face::Reading, 850, 1300);
        let printed = if code > Um(0) { job.words.each(|w| (w.printed)(job.today)) } else { Vec::new() };
        let printed =
            printed.into_iter().map(|(lang, says)| Passage::new(lang, &says, small, side, Wrap::Full).ink(Ink::Second));
        let printed = printed.collect();
        let picture = picture + bar;
        let mut out = Flyer {
            x,
            width: inner,
            picture,
            beside,
            whole: false,
            name,
            english,
            standing,
            words,
            printed,
            code,
            low,
            gap,
        };
        let free = out.low - out.over() - out.below();
        if free > text.leading * 2 || job.said(id).is_empty() && detail.is_none_or(|d| d.story.vi.is_empty()) {
            let (story, whole) = beginning(job, text, id, side, free - text.leading);
            out.whole = whole;
            out.words.extend(story.into_iter().map(|p| p.above(between)));
        }
        Some(out)
    }

    /// What is left of the height.
    fn free(&self) -> Um {
        self.low - self.over() - self.below().max(self.code)
    }

    /// Where what stands beside the code begins.
    fn over(&self) -> Um {
        let named = if self.beside { Um(0) } else { self.named() };
        self.top() + named + self.standing.height() + self.gap.share(1100)
    }

    fn named(&self) -> Um {
        self.name.height() + self.english.as_ref().map_or(Um(0), Passage::height)
    }

    /// How high that is.
    fn below(&self) -> Um {
        passage::height(&self.words) + self.gap / 2 + passage::height(&self.printed)
    }

    fn top(&self) -> Um {
        if self.picture > Um(0) { self.picture + self.gap / 2 } else { self.x }
    }

    fn fits(&self) -> bool {
        self.free() >= Um(0)
    }

    fn shorten(&mut self) -> bool {
        let all = std::iter::once(&mut self.name).chain(&mut self.english).chain(&mut self.words);
        match all.max_by_key(|passage| passage.count()).filter(|passage| passage.count() > 1) {
            Some(longest) => {
                longest.shorten();
                true
            }
            None => self.words.pop().is_some(),
        }
    }

    fn put(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId) {
        if self.picture > Um(0) {
            let bar = ground.mm(20);
            let high = self.picture - bar;
            let field = Area::new(Um(0), Um(0), sheet.width, high);
            if self.beside {
                // a drawing that would be cut through stands whole beside a field of colour
                sheet.put(Piece::Fill(field, Ink::Son));
                sheet.put(Piece::Picture(id, Area::square(Um(0), Um(0), high), Crop::Full));
            } else {
                sheet.put(Piece::Picture(id, field, Crop::Cover));
            }
            sheet.put(Piece::Fill(Area::new(Um(0), high, sheet.width, bar), Ink::Ink));
        }
        let bar = ground.mm(20);
        let (x, top) = match self.beside {
            true => (self.picture - bar + self.gap, self.picture - bar - self.gap - self.named()),
            false => (self.x, self.top()),
        };
        let y = self.name.put(sheet, x, top, Side::Left);
        let y = self.english.as_ref().map_or(y, |english| english.put(sheet, x, y, Side::Left));
        let y = if self.beside { self.top() + self.gap / 2 } else { y };
        let y = self.standing.put(sheet, self.x, y + self.gap.share(400)) + self.gap.share(700);
        passage::put(&self.words, sheet, self.x, y);
        passage::put(&self.printed, sheet, self.x, self.low - passage::height(&self.printed));
        let price = job.price(id).filter(|_| self.words.iter().any(|words| words.role == Role::Price));
        if let Some((address, code)) = job.code(id, self.code, price) {
            let corner = Area::square(self.x + self.width - self.code, self.low - self.code, self.code);
            code::put(sheet, &address, code, corner);
        }
    }
}
