//! A price list: a row a product, as high as what stands in it, sections under bands.

use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use crate::catalog::{ProducerId, ProductId, State};
use crate::paper::{By, Um};
use crate::route::Lang;

/// Shares of the width in thousandths: product, producer, place, stars and state, price; and behind them how many are
/// wanted.
const PRICED: [i32; 5] = [270, 230, 195, 185, 120];
const UNPRICED: [i32; 5] = [300, 260, 220, 220, 0];
/// The same where the producer is the section's.
const OWN_PRICED: [i32; 5] = [360, 0, 260, 230, 150];
const OWN_UNPRICED: [i32; 5] = [420, 0, 310, 270, 0];

const WANTED: i32 = 75;

/// Lines that a text may take: none that people write needs more.
const MOST: usize = 12;

/// With how many are wanted.
const COLUMNS: usize = 6;

/// The columns of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    shares: [i32; COLUMNS],
    text: Style,
    bold: Style,
    name: Style,
    head: Style,
}

impl Table {
    /// Of a job: prices have a column if any is known, and quantities.
    pub fn of(job: &Job<'_>, ground: &Ground) -> Table {
        let priced = job.details.iter().any(|(_, detail)| detail.price.is_some());
        let wanted = if job.wishes.iter().any(|(_, wish)| wish.quantity > 0) { WANTED } else { 0 };
        let text = ground.style(Face::Narrow, 850, 1270);
        let shares = match (priced, job.paper.by == By::Producer && job.addendum.is_none()) {
            (true, false) => PRICED,
            (false, false) => UNPRICED,
            (true, true) => OWN_PRICED,
            (false, true) => OWN_UNPRICED,
        };
        let mut all = [0; COLUMNS];
        let left = shares.map(|share| share * (1000 - wanted) / 1000).into_iter();
        all.iter_mut().zip(left.chain([wanted])).for_each(|(place, share)| *place = share);
        Table {
            shares: all,
            text,
            bold: Style { face: Face::Bold, ..ground.style(Face::Bold, 800, 1350) },
            name: ground.style(Face::Name, 950, 1200),
            head: ground.style(Face::Bold, 750, 1250),
        }
    }

    fn gap(ground: &Ground) -> Um {
        ground.mm(30)
    }

    /// Where a column stands, its gap at the right left out.
    fn column(&self, ground: &Ground, at: usize) -> (Um, Um) {
        let share = |upto: usize| ground.body.width.share(self.shares.iter().take(upto).sum());
        let last = self.shares.iter().skip(at + 1).all(|share| *share == 0);
        let end = share(at + 1) - if last { Um(0) } else { Table::gap(ground) };
        (ground.body.x + share(at), end - share(at))
    }

    /// Ground above and below what stands in a row.
    fn inside(ground: &Ground) -> Um {
        ground.mm(14)
    }

    fn cells(&self, job: &Job<'_>, ground: &Ground, id: ProductId) -> [Vec<Passage>; COLUMNS] {
        let p = job.product(id);
        let w = job.words;
        let lang = w.first.lang;
        let width = |at: usize| self.column(ground, at).1;
        let full = |lang: Lang, text: &str, style, at: usize| Passage::new(lang, text, style, width(at), Wrap::Full);
        let mut name = vec![Passage::new(Lang::Vi, &p.shown(), self.name, width(0), Wrap::Full).role(Role::Name(id))];
        if let Some(english) = job.english(id) {
            name.push(full(Lang::En, english, self.text, 0).ink(Ink::Second));
        }
        name.extend(job.changed(id, self.bold, width(0)));
        name.extend(job.noted(id, self.text, width(0)));
        // of several producers the first is the section's
        let own = self.shares[1] == 0;
        let maker =
            |id: &ProducerId| full(Lang::Vi, &job.catalog.producer(*id).name, self.text, if own { 0 } else { 1 });
        let mut makers: Vec<Passage> = p.makers.iter().skip(usize::from(own)).map(maker).collect();
        if own {
            name.append(&mut makers);
        }
        let (now, mut old) = job.place(p);
        if job.paper.by == By::District && job.addendum.is_none() {
            old.clear();
        }
        let place = vec![full(lang, &now, self.text, 2), full(lang, &old, self.text, 2).ink(Ink::Second)];
        let stand = p.standing(job.today);
        let stars = match stand.and_then(|s| s.stars) {
            Some(stars) => full(lang, &w.both(|w| (w.badge)(stars)), self.bold, 3),
            None => full(lang, &w.both(|w| w.no_star), self.text, 3).ink(Ink::Second),
        };
        let mut standing = vec![stars];
        if let Some(s) = stand {
            let ink = if s.state == State::InForce { Ink::Green } else { Ink::Ochre };
            let sign = self.text.size + ground.mm(12);
            let words = w.both(|w| (w.standing)(&s));
            standing.push(Passage::new(lang, &words, self.text, width(3) - sign, Wrap::Full).ink(ink));
        }
        let price = job.price(id).filter(|_| self.shares[4] > 0);
        let price = price.map(|price| full(lang, &w.both(|w| (w.dong)(price)), self.bold, 4).role(Role::Price));
        let pack = job.detail(id).map(|d| full(Lang::Vi, &d.pack, self.text, 4)).filter(|_| self.shares[4] > 0);
        let many = job.wish(id).filter(|wish| wish.quantity > 0).map(|wish| wish.quantity.to_string());
        let many = many.map(|many| full(lang, &many, self.name, 5).role(Role::Wish));
        let offer = price.into_iter().chain(pack).collect();
        let mut cells = [name, makers, place, standing, offer, many.into_iter().collect()];
        for passage in cells.iter_mut().flatten() {
            while passage.count() > MOST {
                passage.shorten();
            }
        }
        cells
    }

    /// How high the row of a product is.
    pub fn height(&self, job: &Job<'_>, ground: &Ground, id: ProductId) -> Um {
        let cells = self.cells(job, ground, id);
        cells.iter().map(|cell| passage::height(cell)).max().unwrap_or_default() + Table::inside(ground) * 2
    }

    /// Put the row of a product on a sheet.
    pub fn row(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, id: ProductId, top: Um) {
        let top = top + Table::inside(ground);
        let state = job.product(id).standing(job.today).map(|s| s.state);
        for (at, cell) in self.cells(job, ground, id).iter().enumerate() {
            let (x, _) = self.column(ground, at);
            match (at, state, cell.as_slice()) {
                (3, Some(state), [stars, words]) => {
                    let below = passage::put(std::slice::from_ref(stars), sheet, x, top);
                    let side = self.text.size;
                    let area = Area::square(x, below + (self.text.leading - side) / 2, side);
                    sheet.put(Piece::Sign(state, area, words.ink));
                    passage::put(std::slice::from_ref(words), sheet, x + side + ground.mm(12), below);
                }
                _ => {
                    passage::put(cell, sheet, x, top);
                }
            }
        }
    }

    /// How high the heads of the columns are.
    pub fn head_height(&self, job: &Job<'_>, ground: &Ground) -> Um {
        let high = self.heads(job, ground).iter().map(Passage::height).max().unwrap_or_default();
        high + Table::inside(ground) * 2
    }

    fn heads(&self, job: &Job<'_>, ground: &Ground) -> Vec<Passage> {
        let w = job.words;
        let says = [
            w.both(|w| w.product),
            w.both(|w| w.producer),
            w.both(|w| w.made_in),
            w.both(|w| w.standing_head),
            w.both(|w| w.price),
            w.both(|w| w.quantity),
        ];
        let head = |(at, text): (usize, &String)| {
            let text = if self.shares[at] > 0 { text.as_str() } else { "" };
            Passage::new(w.first.lang, text, self.head, self.column(ground, at).1, Wrap::Full)
        };
        says.iter().enumerate().map(head).collect()
    }

    /// Put the heads of the columns on a sheet.
    pub fn head(&self, job: &Job<'_>, ground: &Ground, sheet: &mut Sheet, top: Um) {
        for (at, head) in self.heads(job, ground).iter().enumerate() {
            let x = self.column(ground, at).0;
            passage::put(std::slice::from_ref(head), sheet, x, top + Table::inside(ground));
        }
    }
}
