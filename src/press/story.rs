//! Running text in columns: passages poured from column to column and page to page.
//!
//! In: passages, and how high a column is. Out: which lines stand where. No line stands alone at the foot or head of a
//! column where its paragraph has others, and a heading stays with what it is over.

use super::passage::{Passage, Side};
use super::sheet::Sheet;
use crate::paper::Um;
use std::ops::Range;

/// Lines of a passage in a column, from that height below its top.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Poured {
    passage: usize,
    lines: Range<usize>,
    top: Um,
}

/// One column's lines.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Column(Vec<Poured>);

/// Where the pouring has come to: a passage and a line of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Place {
    passage: usize,
    line: usize,
}

impl Place {
    /// Whether nothing is left.
    pub fn is_end(self, all: &[Passage]) -> bool {
        self.passage >= all.len()
    }
}

/// Height of the part that begins with a heading, with the ground above it.
fn part(all: &[Passage], heading: usize) -> Um {
    let own = all.iter().enumerate().skip(heading).take_while(|(at, passage)| *at == heading || !passage.over);
    own.map(|(_, passage)| passage.above + passage.height()).sum()
}

/// Fill a column of that height from a place on; at least one line goes in. With `whole`, no part begins that does not end there.
fn column(all: &[Passage], from: Place, height: Um, whole: bool) -> (Column, Place) {
    let (mut out, mut at, mut top) = (Vec::new(), from, Um(0));
    while let Some(passage) = all.get(at.passage) {
        let above = if top > Um(0) && at.line == 0 { passage.above } else { Um(0) };
        let left = passage.count() - at.line;
        let free = height - top - above;
        let fit = (free.0.max(0) / passage.style.leading.0.max(1)) as usize;
        let first = top == Um(0);
        if passage.over && !first {
            let parted = whole && top + part(all, at.passage) > height;
            if parted || passage.height() + taken_along(all.get(at.passage + 1..)) > free {
                break;
            }
        }
        let mut some = fit.min(left);
        if some < left && left - some == 1 && some > 1 {
            some -= 1;
        }
        if some == 1 && left > 1 && at.line == 0 && !first {
            some = 0;
        }
        if some == 0 && first {
            some = left.min(1);
        }
        if some == 0 {
            break;
        }
        out.push(Poured { passage: at.passage, lines: at.line..at.line + some, top: top + above });
        top += above + passage.style.leading * some as i32;
        if some < left {
            at.line += some;
            break;
        }
        at = Place { passage: at.passage + 1, line: 0 };
    }
    (Column(out), at)
}

/// How high what a heading takes along is: two lines of what follows, of one paragraph or of two, or the one that there is;
/// three are not parted.
fn taken_along(after: Option<&[Passage]>) -> Um {
    let (mut high, mut lines) = (Um(0), 0);
    for next in after.unwrap_or_default().iter().take_while(|next| !next.over) {
        let some = if lines == 0 && next.count() == 3 { 3 } else { next.count().min(2 - lines) };
        high += next.above + next.style.leading * some as i32;
        lines += some;
        if lines >= 2 {
            break;
        }
    }
    high
}

/// Fill so many columns of that height from a place on; if all that is left goes in, they end level.
pub(super) fn columns(all: &[Passage], from: Place, count: usize, height: Um) -> (Vec<Column>, Place) {
    let poured = |height: Um, whole: bool| {
        let mut at = from;
        let columns: Vec<Column> = std::iter::repeat_with(|| {
            let (column, next) = column(all, at, height, whole);
            at = next;
            column
        })
        .take(count)
        .collect();
        (columns, at)
    };
    let fill = |height: Um| poured(height, false);
    let full = fill(height);
    if !full.1.is_end(all) {
        return full;
    }
    let step = all.last().map_or(Um(1000), |last| last.style.leading);
    let (mut short, mut long) = (0, height.0 / step.0.max(1));
    while short < long {
        let middle = (short + long) / 2;
        if fill(step * middle).1.is_end(all) {
            long = middle;
        } else {
            short = middle + 1;
        }
    }
    // as level as can be with whole parts in each column, else with whole paragraphs, else without a line that stands alone
    let ends = |lines: i32, whole| Some(poured(step * lines, whole)).filter(|filled| filled.1.is_end(all));
    let most = (long + SLACK).min(height.0 / step.0.max(1));
    let all_ways = (long..=most).flat_map(|lines| [ends(lines, true), ends(lines, false)]).flatten();
    let level = all_ways.min_by_key(|filled| parted(all, &filled.0));
    level.unwrap_or(full)
}

/// So many lines further down than need be may columns end to keep together what belongs together.
const SLACK: i32 = 5;

/// How much those columns part: a line from its paragraph so that it stands alone, a paragraph, a part from its heading.
fn parted(all: &[Passage], columns: &[Column]) -> (bool, usize, usize) {
    let alone = columns.last().is_some_and(|column| column.lines() == 1);
    let firsts = || columns.iter().skip(1).filter_map(|column| column.0.first());
    let within = firsts().filter(|first| first.lines.start > 0).count();
    let heading = |passage: &Passage| passage.over;
    let from_heading = |first: &&Poured| {
        let before = all.get(..first.passage).unwrap_or_default();
        before.iter().any(heading) && !all.get(first.passage).is_some_and(heading)
    };
    (alone, within, firsts().filter(from_heading).count())
}

impl Column {
    fn lines(&self) -> usize {
        self.0.iter().map(|poured| poured.lines.len()).sum()
    }

    /// How far down it reaches.
    pub fn height(&self, all: &[Passage]) -> Um {
        let last = self.0.last().and_then(|poured| Some((poured, all.get(poured.passage)?)));
        last.map_or(Um(0), |(poured, passage)| poured.top + passage.style.leading * poured.lines.len() as i32)
    }

    /// Put it on a sheet.
    pub fn put(&self, all: &[Passage], sheet: &mut Sheet, x: Um, y: Um) {
        for poured in &self.0 {
            if let Some(passage) = all.get(poured.passage) {
                passage.put_some(sheet, x, y + poured.top, Side::Left, poured.lines.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::Wrap;
    use super::super::metric::{Face, Style};
    use super::*;
    use crate::route::Lang;

    const STYLE: Style = Style { face: Face::Narrow, size: Um(3000), leading: Um(4000) };

    fn passage(lines: usize) -> Passage {
        Passage::new(Lang::Vi, &vec!["mắm"; lines].join(" "), STYLE, Um(9_000), Wrap::Full)
    }

    /// The passage of every line, column by column.
    fn poured(all: &[Passage], lines: i32) -> Vec<Vec<usize>> {
        let (columns, end) = columns(all, Place::default(), 2, STYLE.leading * lines);
        assert!(end.is_end(all));
        let of = |poured: &Poured| vec![poured.passage; poured.lines.len()];
        columns.iter().map(|column| column.0.iter().flat_map(of).collect()).collect()
    }

    #[test]
    fn what_is_over_something_stands_in_its_column() {
        let all = [passage(2), passage(1), passage(2).over(), passage(1), passage(2)];
        assert_eq!(all.each_ref().map(Passage::count), [2, 1, 2, 1, 2]);
        assert_eq!(poured(&all, 20), [vec![0, 0, 1], vec![2, 2, 3, 4, 4]]);
    }

    #[test]
    fn no_heading_stands_alone_at_the_foot_of_a_column() {
        for lines in 1..9 {
            let all = [passage(4), passage(1).over(), passage(lines)];
            for high in 5..14 {
                let (column, _) = column(&all, Place::default(), STYLE.leading * high, false);
                let last = column.0.last().map(|poured| poured.passage);
                assert_ne!(last, Some(1), "{lines} lines under a heading, {high} in a column");
            }
        }
    }

    #[test]
    fn a_heading_takes_two_paragraphs_of_a_line_along() {
        let all = [passage(4), passage(1).over(), passage(1), passage(1), passage(1)];
        for high in 5..9 {
            let (column, _) = column(&all, Place::default(), STYLE.leading * high, false);
            let last = column.0.last().map(|poured| poured.passage);
            assert!(![Some(1), Some(2)].contains(&last), "{high} lines: {last:?}");
        }
    }

    #[test]
    fn no_line_stands_alone_in_the_last_column() {
        assert_eq!(poured(&[passage(1), passage(1), passage(1)], 20), [vec![0, 1, 2], vec![]]);
        assert_eq!(poured(&[passage(2), passage(2)], 20), [vec![0, 0], vec![1, 1]]);
        let all = [passage(1).over(), passage(2), passage(1)];
        assert_eq!(poured(&all, 20), [vec![0, 1, 1, 2], vec![]]);
    }

    #[test]
    fn a_part_stands_whole_in_a_column_where_a_few_lines_more_allow_it() {
        let part = |lines| [passage(1).over(), passage(lines)];
        let all: Vec<Passage> = [part(2), part(6)].into_iter().flatten().collect();
        assert_eq!(poured(&all, 20), [vec![0, 1, 1], vec![2, 3, 3, 3, 3, 3, 3]]);
        let all: Vec<Passage> = [part(2), part(16)].into_iter().flatten().collect();
        assert_eq!(poured(&all, 20)[0].len(), 10, "not where one column would be much longer");
    }
}
