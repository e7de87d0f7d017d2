//! A book without cover, contents and indexes: a head on its first sheet, and at the foot of the last how marks are read.
//!
//! In: a [`Job`]. Out: both know their height before a page is planned, so that the products stand in what they leave.

use super::super::code::{self, Code};
use super::super::ground::Ground;
use super::super::job::Job;
use super::super::line::Wrap;
use super::super::metric::{Face, Style};
use super::super::passage::{self, Passage, Side};
use super::super::sheet::{Area, Ink, Piece, Role, Sheet};
use super::super::title::fitted;
use super::imprint::{notes, source};
use crate::catalog::State;
use crate::paper::{Layout, Parts, Um};

/// Whether it is asked for.
pub(super) fn is_brief(job: &Job<'_>) -> bool {
    job.paper.parts == Parts::Brief
}

/// Lines of what is said at the head: what a filter or a publisher adds may be long.
const LINES: usize = 3;
/// By how much the head begins above the body: a running head has no place beside it. In tenths of a millimetre on A4.
const UP: i32 = 70;
/// Side of the code at the head.
const CODE: i32 = 260;

/// The head of the first sheet.
pub(super) struct Head {
    words: Vec<Passage>,
    code: Option<(String, Code, Um)>,
    /// What it takes of the body's height.
    pub height: Um,
}

impl Head {
    pub fn of(job: &Job<'_>, ground: &Ground) -> Head {
        let body = ground.body;
        let lang = job.words.first.lang;
        let address = Some([job.home.as_str(), &job.view].concat()).filter(|_| !job.home.is_empty());
        let wished = ground.mm(CODE);
        let code = address.and_then(|address| {
            let code = Code::of(&address, wished)?;
            Some((address, code, code.side(wished)))
        });
        let taken = code.as_ref().map_or(Um(0), |(_, code, side)| *side + code.quiet(*side).max(ground.mm(60)));
        let width = body.width - taken;
        let small = ground.style(Face::Reading, 950, 1300);
        let name = ground.style(Face::Name, 1100, 1250);
        let title = fitted(ground, lang, &job.subtitle, width, ground.mm(200), 3000);
        let mut words = vec![
            Passage::new(lang, &job.catalog.about.title, name, width, Wrap::Full),
            title.role(Role::Heading(1)).above(ground.mm(10)),
        ];
        let printed = job.words.both(|w| (w.printed_on)(job.today));
        let scan = job.words.both(|w| w.scan_list);
        let scan = code.is_some().then_some(scan);
        let said = job.remarks.iter().chain([&printed]).chain(&scan);
        words.extend(said.map(|line| {
            let mut line = Passage::new(lang, line, small, width, Wrap::Full);
            while line.count() > LINES {
                line.shorten();
            }
            line
        }));
        if let Some(first) = words.get_mut(2) {
            first.above = ground.mm(20);
        }
        let side = code.as_ref().map_or(Um(0), |code| code.2);
        let height = passage::height(&words).max(side) - ground.mm(UP) + ground.mm(50);
        Head { words, code, height }
    }

    /// Put it above what begins that far below the top of the body.
    pub fn put(&self, ground: &Ground, sheet: &mut Sheet) {
        let body = ground.body;
        let top = body.y - ground.mm(UP);
        passage::put(&self.words, sheet, body.x, top);
        if let Some((address, code, side)) = &self.code {
            code::put(sheet, address, *code, Area::square(body.right() - *side, top, *side));
        }
        let y = body.y + self.height - ground.mm(12);
        ground.rule(sheet, y, ground.bar(), Ink::Ink);
    }
}

/// The foot of the last sheet: signs with what they mean, and how marks are to be taken.
pub(super) struct Foot {
    signs: Vec<(State, Passage)>,
    told: Vec<Passage>,
    /// How high it is.
    pub height: Um,
}

impl Foot {
    pub fn of(job: &Job<'_>, ground: &Ground) -> Foot {
        let text = ground.style(Face::Narrow, 800, 1300);
        let bold = Style { face: Face::Bold, ..text };
        let w = job.words;
        let column = (ground.body.width - ground.mm(40)) / 2;
        let sign = |state: State| {
            let ink = if state == State::InForce { Ink::Green } else { Ink::Ochre };
            let says = w.both(|w| (w.state)(state));
            (state, Passage::new(w.first.lang, &says, bold, column - text.leading, Wrap::Full).ink(ink))
        };
        let signs: Vec<(State, Passage)> = State::ALL.into_iter().map(sign).collect();
        let lines = notes(job).into_iter().chain(source(job));
        let set = |(lang, line): (_, String)| Passage::new(lang, &line, text, ground.body.width, Wrap::Full);
        let told: Vec<Passage> = lines.map(set).collect();
        let signs_high: Um = signs.chunks(2).map(row_height).sum();
        let height = ground.mm(40) + signs_high + ground.mm(15) + passage::height(&told);
        Foot { signs, told, height }
    }

    /// Put it at the foot of the body.
    pub fn put(&self, ground: &Ground, sheet: &mut Sheet) {
        let body = ground.body;
        let top = body.bottom() - self.height;
        ground.rule(sheet, top + ground.mm(25), ground.thin(), Ink::Ink);
        let mut y = top + ground.mm(40);
        let column = (body.width + ground.mm(40)) / 2;
        for row in self.signs.chunks(2) {
            for (x, (state, words)) in [body.x, body.x + column].into_iter().zip(row) {
                let side = words.style.size;
                let area = Area::square(x, y + (words.style.leading - side) / 2, side);
                sheet.put(Piece::Sign(*state, area, words.ink));
                words.put(sheet, x + words.style.leading, y, Side::Left);
            }
            y += row_height(row);
        }
        passage::put(&self.told, sheet, body.x, y + ground.mm(15));
    }
}

fn row_height(row: &[(State, Passage)]) -> Um {
    row.iter().map(|(_, words)| words.height()).max().unwrap_or_default()
}

/// What a head and a foot leave of the body of a page, where it is the first, the last or both.
pub(super) fn room(job: &Job<'_>, ground: &Ground, first: bool, last: bool) -> Area {
    let mut out = ground.body;
    if first && is_brief(job) {
        let high = Head::of(job, ground).height;
        out.y += high;
        out.height -= high;
    }
    if last && has_foot(job) {
        out.height -= Foot::of(job, ground).height;
    }
    out
}

/// Whether what marks mean stands below the last products: where each has a page of its own there is a page for it.
pub(super) fn has_foot(job: &Job<'_>) -> bool {
    is_brief(job) && job.paper.layout != Layout::One
}
