//! What is told of a product beyond its name: facts with their headings, recognitions, story, sources.
//!
//! In: a product and what only its own page shows. Out: passages of a width. What is not known does not stand there.

use super::ground::Ground;
use super::job::Job;
use super::line::Wrap;
use super::metric::{Face, Style};
use super::passage::Passage;
use super::sale;
use super::sheet::{Ink, Role};
use super::words::Words;
use crate::catalog::{Contact, Detail, ProductId, Step, Term, TermId, Text};
use crate::paper::Um;
use crate::route::Lang;

/// A heading and what stands under it.
pub(super) type Fact = Vec<Passage>;

/// Styles of running text on that ground.
#[derive(Clone, Copy)]
pub(super) struct Styles {
    /// Text.
    pub text: Style,
    /// What stands out.
    pub bold: Style,
    /// Small headings of facts.
    pub label: Style,
    /// Headings of parts.
    pub heading: Style,
}

impl Styles {
    /// With text in so many hundredths of a point on A4.
    pub fn sized(ground: &Ground, points: i32) -> Styles {
        let text = ground.style(Face::Reading, points, 1400);
        Styles {
            text,
            bold: Style { face: Face::Bold, ..text },
            label: ground.style(Face::Narrow, points * 21 / 25, 1350),
            heading: ground.style(Face::Name, points * 33 / 25, 1250),
        }
    }
}

/// How somebody is reached, a part each.
fn reached(c: &Contact) -> Vec<&str> {
    [&c.person, &c.phone, &c.email, &c.web, &c.address]
        .into_iter()
        .map(String::as_str)
        .filter(|s| !s.is_empty())
        .collect()
}

/// The English name of a product below its own, where English stands on the print.
pub(super) fn english(job: &Job<'_>, id: ProductId, style: Style, width: Um) -> Option<Passage> {
    job.english(id).map(|name| Passage::new(Lang::En, name, style, width, Wrap::Full).ink(Ink::Second))
}

/// What a short table says of a product: who, where, for how much.
pub(super) fn facts(job: &Job<'_>, styles: Styles, id: ProductId, width: Um) -> Vec<Fact> {
    let p = job.product(id);
    let c = job.catalog;
    let lang = job.words.first.lang;
    let mut out: Vec<Fact> = Vec::new();
    let mut put = |name: &dyn Fn(&'static Words) -> &'static str, role: Role, lines: Vec<(Lang, String, Style)>| {
        let mut fact: Fact = Vec::new();
        for (lang, text, style) in lines.into_iter().filter(|line| !line.1.is_empty()) {
            fact.push(Passage::new(lang, &text, style, width, Wrap::Full).role(role));
        }
        if !fact.is_empty() {
            let label = Passage::new(lang, &job.words.both(name), styles.label, width, Wrap::Full);
            fact.insert(0, label.ink(Ink::Second).above(styles.text.leading / 2).over());
            out.push(fact);
        }
    };
    let wish = job.wish(id);
    let many = wish.filter(|wish| wish.quantity > 0).map(|wish| wish.quantity.to_string()).unwrap_or_default();
    put(&|w| w.quantity, Role::Wish, vec![(lang, many, styles.bold)]);
    let note = wish.map(|wish| wish.note.clone()).unwrap_or_default();
    put(&|w| w.note, Role::Wish, vec![(Lang::Vi, note, styles.text)]);
    let changed = job.changed(id, styles.bold, width).map(|line| line.above(styles.text.leading / 2));
    let makers = p.makers.iter().map(|id| (Lang::Vi, c.producer(*id).name.clone(), styles.bold)).collect();
    put(&|w| w.producer, Role::Plain, makers);
    let (now, old) = job.place(p);
    put(&|w| w.made_in, Role::Plain, vec![(lang, now, styles.bold), (lang, old, styles.text)]);
    let detail = job.detail(id);
    let price = job.price(id).map(|price| (job.words.first.dong)(price)).unwrap_or_default();
    put(&|w| w.price, Role::Price, vec![(lang, price, styles.bold)]);
    put(&|w| w.pack, Role::Plain, vec![(Lang::Vi, detail.map(|d| d.pack.clone()).unwrap_or_default(), styles.text)]);
    let terms = |ids: &[TermId], all: &[Term], note: Option<&Text<String>>| {
        let note = note.map(|note| if job.sells() { sale::note(note) } else { note.clone() });
        // what is called alike in both languages stands there once
        let names = ids.iter().filter_map(|id| all.get(usize::from(id.0)));
        let names: Vec<String> = names.map(|term| job.words.both(|w| (w.text)(&term.name))).collect();
        let note = note.as_ref().map(|note| job.words.both(|w| (w.text)(note))).filter(|note| !note.is_empty());
        let note = note.map(|note| ["(", &note, ")"].concat());
        [names.join(", "), note.unwrap_or_default()].join(" ").trim().to_string()
    };
    let markets = terms(&p.markets, &c.markets, detail.and_then(|d| d.market_note.as_ref()));
    put(&|w| w.markets, Role::Plain, vec![(lang, markets, styles.text)]);
    let channels = terms(&p.channels, &c.channels, detail.and_then(|d| d.channel_note.as_ref()));
    put(&|w| w.channels, Role::Plain, vec![(lang, channels, styles.text)]);
    let quality = terms(&p.quality, &c.qualities, detail.and_then(|d| d.quality_note.as_ref()));
    put(&|w| w.quality, Role::Plain, vec![(lang, quality, styles.text)]);
    let contact = p.makers.iter().map(|id| reached(&c.producer(*id).contact)).find(|parts| !parts.is_empty());
    let contact = contact.unwrap_or_default().into_iter().map(|part| (Lang::Vi, part.to_string(), styles.text));
    put(&|w| w.contact, Role::Plain, contact.collect());
    if let Some(changed) = changed {
        out.insert(0, vec![changed]);
    }
    out
}

/// The story in the first language that has one, else what the product is, as far as whole sentences go into a place: a flyer
/// has one page, and its code leads to the rest.
/// Answers also for whether that is all.
pub(super) fn beginning(job: &Job<'_>, style: Style, id: ProductId, width: Um, height: Um) -> (Vec<Passage>, bool) {
    let Some(detail) = job.detail(id) else { return (Vec::new(), true) };
    let (vi, en) = (&detail.story.vi, &detail.story.en);
    let facts = job.said(id).join("\n");
    let english = job.words.first.lang == Lang::En && !en.is_empty();
    let (lang, story) = if english { (Lang::En, en) } else { (Lang::Vi, vi) };
    let told = if story.is_empty() { (Lang::Vi, facts.as_str()) } else { (lang, story.as_str()) };
    let second = job.words.second.filter(|_| !en.is_empty() && en != vi && !story.is_empty());
    let own = if second.is_some() { height / 2 } else { height };
    let (mut out, mut all) = whole_sentences(told, style, width, own);
    if second.is_some() {
        let left = height - super::passage::height(&out) - style.leading;
        let (more, rest) = whole_sentences((Lang::En, en), style, width, left);
        out.extend(more);
        all &= rest;
    }
    (out, all)
}

/// The beginning of a text, as far as whole sentences go into a place; whether that is all.
fn whole_sentences((lang, told): (Lang, &str), style: Style, width: Um, height: Um) -> (Vec<Passage>, bool) {
    let set = |end: usize| -> Vec<Passage> {
        let lines = told.get(..end).unwrap_or_default().split('\n').filter(|line| !line.trim().is_empty());
        lines.map(|line| Passage::new(lang, line, style, width, Wrap::Full).above(style.leading / 4)).collect()
    };
    let ends = sentences(told);
    let whole = ends.partition_point(|end| super::passage::height(&set(*end)) <= height);
    let some = whole.checked_sub(1).and_then(|at| ends.get(at)).map_or_else(Vec::new, |end| set(*end));
    (some, whole == ends.len())
}

/// The telephone of whoever makes a product, of the first who has one.
pub(super) fn phone<'j>(job: &'j Job<'_>, id: ProductId) -> Option<&'j str> {
    let phones = job.product(id).makers.iter().map(|id| job.catalog.producer(*id).contact.phone.as_str());
    phones.into_iter().find(|phone| !phone.is_empty())
}

/// Where the sentences and lines of a text end.
fn sentences(text: &str) -> Vec<usize> {
    let ends = |(at, c): &(usize, char)| {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        *c == '\n' || matches!(c, '.' | '!' | '?' | '…') && after.starts_with([' ', '\n'])
    };
    let mut all: Vec<usize> = text.char_indices().filter(ends).map(|(at, c)| at + c.len_utf8()).collect();
    all.push(text.len());
    all
}

/// What is told at length: recognitions, story, what sources say, sources.
pub(super) fn story(job: &Job<'_>, styles: Styles, id: ProductId, width: Um) -> Vec<Passage> {
    let lang = job.words.first.lang;
    let mut out: Vec<Passage> = Vec::new();
    let above = styles.text.leading;
    let mut part = |name: &dyn Fn(&'static Words) -> &'static str, lines: Vec<(Lang, String)>| {
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.1.trim().is_empty()).collect();
        if !lines.is_empty() {
            let heading = Passage::new(lang, &job.words.both(name), styles.heading, width, Wrap::Full);
            out.push(heading.role(Role::Heading(3)).above(above).over());
            let set = |(lang, text): (Lang, String)| {
                Passage::new(lang, &text, styles.text, width, Wrap::Full).above(above / 4)
            };
            out.extend(lines.into_iter().map(set));
        }
    };
    let detail = job.detail(id);
    let told = |d: &Detail| {
        let (vi, en) = (&d.story.vi, &d.story.en);
        let both = job.words.second.is_some() && !en.is_empty() && en != vi;
        let first = if lang == Lang::En && !en.is_empty() { (Lang::En, en) } else { (Lang::Vi, vi) };
        let mut lines: Vec<(Lang, String)> = first.1.split('\n').map(|line| (first.0, line.to_string())).collect();
        if both {
            lines.extend(en.split('\n').map(|line| (Lang::En, line.to_string())));
        }
        lines
    };
    part(&|w| w.story, detail.map(told).unwrap_or_default());
    part(&|w| w.recognitions, recognitions(job, id).into_iter().map(|line| (lang, line)).collect());
    let said = job.said(id).into_iter().map(|line| (Lang::Vi, line.to_string())).collect();
    part(&|w| if job.sells() { w.about } else { w.facts }, said);
    let sources = detail.filter(|_| !job.sells());
    let sources = sources.map(|d| d.sources.iter().map(|s| (Lang::Vi, s.title.clone())).collect());
    part(&|w| w.sources, sources.unwrap_or_default());
    out
}

/// Every recognition in one line: stars, decision, date, state.
fn recognitions(job: &Job<'_>, id: ProductId) -> Vec<String> {
    let one = |w: &'static Words, r: &crate::catalog::Recognition| {
        let stars = match (r.step, r.stars) {
            (Step::Proposed, stars) => (w.proposed)(stars),
            (Step::Awarded, Some(stars)) => (w.badge)(stars),
            (Step::Awarded, None) => w.no_star.to_string(),
        };
        let decision = r.decision.as_deref().map(w.decision).unwrap_or_default();
        let date = (w.date)(r.when);
        let state = if r.step == Step::Awarded { (w.state)(r.state(job.today)) } else { "" };
        let parts = [stars.as_str(), &decision, &date, state];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let tongues = [Some(job.words.first), job.words.second];
    let all = &job.product(id).recognitions;
    let all = if job.sells() { sale::recognitions(all, job.today) } else { all.iter().collect() };
    all.into_iter().flat_map(|r| tongues.into_iter().flatten().map(move |w| one(w, r))).collect()
}
