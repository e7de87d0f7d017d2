//! What stands on every page of a book: the running head above, a remark and the page number below.

use super::ground::Ground;
use super::line::{Wrap, clean};
use super::metric::{Face, Style};
use super::passage::{Passage, Side};
use super::sheet::{Ink, Role, Sheet};
use super::words::Tongues;
use crate::paper::Um;

/// The words of a running head. Of each the first that has room stands there.
pub(super) struct Head<'a> {
    /// On the side of the spine: section or book.
    pub left: &'a [String],
    /// On the other: what stands on this page.
    pub right: &'a [String],
    /// Below the page, a line a language.
    pub feet: &'a [String],
}

/// Put head, foot and page number on a page of a book with so many.
pub(super) fn frame(sheet: &mut Sheet, ground: &Ground, words: Tongues, head: &Head<'_>, pages: usize) {
    let body = ground.body;
    let style = ground.style(Face::Name, 1000, 1200);
    let base = ground.mm(130) - style.rise();
    let gap = ground.mm(60);
    let lang = words.first.lang;
    let one = |text: &str, width: Um| {
        let shown = shortened(text, width, |part| style.width(part));
        Passage::new(lang, &shown, style, width, Wrap::Full).role(Role::Frame)
    };
    let both = head.right.iter().flat_map(|right| head.left.iter().map(move |left| (left.as_str(), right.as_str())));
    let fits =
        |(left, right): &(&str, &str)| style.width(&clean(left)) + gap + style.width(&clean(right)) <= body.width;
    let last = |all: &'_ [String]| all.last().cloned().unwrap_or_default();
    let (left, right) = both
        .clone()
        .find(fits)
        .map_or_else(|| (last(head.left), last(head.right)), |(left, right)| (left.to_string(), right.to_string()));
    // the left gives way: which products stand here is what a reader leafs for
    let right = one(&right, (body.width - gap).share(750));
    let left = one(&left, body.width - gap - right.longest());
    let (spine, edge) = if ground.mirrored { (&right, &left) } else { (&left, &right) };
    spine.put(sheet, body.x, base, Side::Left);
    edge.put(sheet, body.right() - edge.longest(), base, Side::Left);
    ground.rule(sheet, ground.mm(164), ground.bar(), Ink::Ink);
    foot(sheet, ground, words, head.feet, pages);
}

/// Put the remark and the page number below a page, the number away from the spine.
pub(super) fn foot(sheet: &mut Sheet, ground: &Ground, words: Tongues, remarks: &[String], pages: usize) {
    let body = ground.body;
    let (small, great) = (ground.style(Face::Reading, 850, 1250), ground.style(Face::Great, 1600, 1200));
    let baseline = sheet.height - ground.mm(100);
    let lang = words.first.lang;
    let [before, number, after] = (words.first.folio)(sheet.number, pages);
    let set =
        |(text, style): (String, Style)| Passage::new(lang, &text, style, body.width, Wrap::Full).role(Role::Frame);
    let folio = [(before, small), (number, great), (after, small)].map(set);
    let blank = ground.mm(12);
    let long: Um = folio.iter().map(|part| part.longest() + blank).sum();
    let mut x = if ground.mirrored { body.x } else { body.right() - long + blank };
    for part in &folio {
        part.put(sheet, x, baseline - part.style.rise(), Side::Left);
        x += part.longest() + blank;
    }
    let width = body.width - long - ground.mm(40);
    let (x, side) = if ground.mirrored { (body.right() - width, Side::Right) } else { (body.x, Side::Left) };
    let fits = |remark: &&String| remark.split('\n').all(|line| small.width(&clean(line)) <= width);
    let remark = remarks.iter().find(fits).or(remarks.last()).map(String::as_str).unwrap_or_default();
    // the last line on the baseline of the number, a second language above it
    for (up, line) in (0..).zip(remark.rsplit('\n')) {
        let shown = shortened(line, width, |part| small.width(part));
        let line = Passage::new(lang, &shown, small, width, Wrap::Full).ink(Ink::Second).role(Role::Frame);
        line.put(sheet, x, baseline - small.rise() - small.leading * up, side);
    }
}

/// The text, or its beginning with "…" where it is longer than that.
pub(super) fn shortened(text: &str, width: Um, measure: impl Fn(&str) -> Um) -> String {
    let text = clean(text);
    if measure(&text) <= width {
        return text.into_owned();
    }
    let mut out = text.into_owned();
    while let Some((at, _)) = out.char_indices().next_back() {
        out.truncate(at);
        let tried = [out.trim_end(), "…"].concat();
        if measure(&tried) <= width {
            return tried;
        }
    }
    String::new()
}
