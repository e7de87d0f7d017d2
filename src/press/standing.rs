//! How a product stands, on paper: the star badge, and sign and words of its state. Never colour alone.
//!
//! In: a product, a width. Out: what stands there, which knows its height, put with its foot at a given line.

use super::ground::Ground;
use super::job::Job;
use super::line::Wrap;
use super::metric::{Face, Style};
use super::passage::{Passage, Side};
use super::sheet::{Area, Ink, Piece, Sheet};
use super::words::{Tongues, Words};
use crate::catalog::{ProductId, Stars, State};
use crate::paper::Um;

/// The badge and the states below it, set to a width.
pub(super) struct Standing {
    badge: Badge,
    /// A sign stands before the first line of each.
    states: Vec<(Option<State>, Passage)>,
    sign: Um,
    gap: Um,
}

/// Stars on black joined to words in a frame; or the plain words that the source names none.
enum Badge {
    None(Passage),
    Stars { stars: Stars, star: Um, words: Passage, height: Um, stacked: bool },
}

/// Black around the stars and white around the words, in thousandths of the badge's height.
const INSIDE: i32 = 230;
/// Height of a star in thousandths of the badge's height.
const STAR: i32 = 500;

/// Width of a row of so many stars of that height: each is 12 units of 13, as `view::star_row` draws them.
pub(super) fn star_row(stars: Stars, height: Um) -> Um {
    Um(height.0 * (i32::from(stars.count()) * 13 - 1) / 12)
}

fn badge(words: Tongues, stars: Option<Stars>, style: Style, width: Um) -> Badge {
    let lang = words.first.lang;
    let Some(stars) = stars else {
        let none = Passage::new(lang, &words.both(|w| w.no_star), style, width, Wrap::Full);
        return Badge::None(none.ink(Ink::Second));
    };
    let height = style.size.share(2150);
    let text = words.both(|w| (w.badge)(stars));
    let bold = Style { face: Face::Bold, ..style };
    let inside = height.share(INSIDE) * 2;
    // in the narrowest places stars are smaller
    let star = height.share(STAR).min((width - inside) * 12 / (i32::from(stars.count()) * 13 - 1));
    let left = width - star_row(stars, height.share(STAR)) - height.share(INSIDE) * 4;
    let beside = Passage::new(lang, &text, bold, left, Wrap::Full);
    if beside.count() == 1 {
        return Badge::Stars { stars, star, words: beside, height, stacked: false };
    }
    let set = |says: &str| Passage::new(lang, says, bold, width - inside, Wrap::Full);
    let says = [text, (words.first.badge)(stars), (words.first.stars)(stars)];
    let short = says.iter().map(|says| set(says)).find(|words| words.count() == 1);
    let words = short.unwrap_or_else(|| set(&says[2]));
    Badge::Stars { stars, star, words, height, stacked: true }
}

impl Badge {
    fn height(&self) -> Um {
        match self {
            Badge::None(words) => words.height(),
            Badge::Stars { height, stacked: false, .. } => *height,
            Badge::Stars { height, words, .. } => height.share(700) + words.height() + height.share(INSIDE),
        }
    }

    fn put(&self, sheet: &mut Sheet, x: Um, y: Um) {
        let (stars, star, words, height, stacked) = match self {
            Badge::None(words) => {
                words.put(sheet, x, y, Side::Left);
                return;
            }
            Badge::Stars { stars, star, words, height, stacked } => (*stars, *star, words, *height, *stacked),
        };
        let inside = height.share(INSIDE);
        let row = star_row(stars, star);
        let frame = height.share(60).max(Um(200));
        if stacked {
            let black = height.share(700);
            let width = row.max(words.longest()) + inside * 2;
            sheet.put(Piece::Fill(Area::new(x, y, width, black), Ink::Ink));
            sheet.put(Piece::Stars(stars, Area::new(x + inside, y + (black - star) / 2, row, star), Ink::Hoe));
            let white = Area::new(x, y + black, width, words.height() + inside);
            sheet.put(Piece::Frame(white, frame, Ink::Ink));
            words.put(sheet, x + inside, white.y + inside / 2, Side::Left);
        } else {
            let black = row + inside * 2;
            sheet.put(Piece::Fill(Area::new(x, y, black, height), Ink::Ink));
            sheet.put(Piece::Stars(stars, Area::new(x + inside, y + (height - star) / 2, row, star), Ink::Hoe));
            let white = Area::new(x + black, y, words.longest() + inside * 2, height);
            sheet.put(Piece::Frame(white, frame, Ink::Ink));
            words.put(sheet, white.x + inside, y + (height - words.height()) / 2, Side::Left);
        }
    }
}

impl Standing {
    /// Of a product in a width, its words in so many hundredths of a point.
    pub fn of(job: &Job<'_>, ground: &Ground, words: Tongues, id: ProductId, width: Um, points: i32) -> Standing {
        let style = ground.style(Face::Reading, points, 1250);
        let bold = Style { face: Face::Bold, ..style };
        let (sign, gap) = (style.size.share(1200), style.size.share(550));
        let stand = job.product(id).standing(job.today);
        let lang = words.first.lang;
        let state = |state: State, says: &dyn Fn(&'static Words) -> String| {
            let ink = if state == State::InForce { Ink::Green } else { Ink::Ochre };
            let set = |lang, text: &str| Passage::new(lang, text, bold, width - sign - gap, Wrap::Full).ink(ink);
            let whole = set(lang, &words.both(says));
            // a line a language, if that takes no line more
            let parts: Vec<Passage> = words.each(says).iter().map(|(lang, text)| set(*lang, text)).collect();
            let apart = whole.count() > 1 && parts.iter().map(Passage::count).sum::<usize>() <= whole.count();
            let lines = if apart { parts } else { vec![whole] };
            std::iter::once(Some(state)).chain(std::iter::repeat(None)).zip(lines)
        };
        let mut states = Vec::new();
        if let Some(s) = &stand {
            states.extend(state(s.state, &|w| (w.standing)(s)));
            if let Some(stars) = s.proposed {
                states.extend(state(State::Proposed, &|w| (w.proposed)(Some(stars))));
            }
        }
        Standing { badge: badge(words, stand.and_then(|s| s.stars), style, width), states, sign, gap }
    }

    /// How high it is.
    pub fn height(&self) -> Um {
        let one = |(state, words): &(Option<State>, Passage)| match state {
            Some(_) => self.gap + words.height().max(self.sign),
            None => words.height(),
        };
        self.badge.height() + self.states.iter().map(one).sum()
    }

    /// Put it on a sheet, its top at `y`; what comes below begins at the answer.
    pub fn put(&self, sheet: &mut Sheet, x: Um, y: Um) -> Um {
        self.badge.put(sheet, x, y);
        let mut top = y + self.badge.height();
        for (state, words) in &self.states {
            let mut high = words.height();
            if let Some(state) = state {
                top += self.gap;
                let line = words.style.leading.max(self.sign);
                let sign = Area::square(x, top + (line - self.sign) / 2, self.sign);
                sheet.put(Piece::Sign(*state, sign, words.ink));
                high = high.max(self.sign);
            }
            words.put(sheet, x + self.sign + self.gap, top, Side::Left);
            top += high;
        }
        top
    }
}
