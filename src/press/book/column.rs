//! Entries into columns: on which page, in which column and on which line each stands.
//!
//! In: how high entries are, and under what each stands. Out: a [`Spot`] for each. No column ends with a letter or a head and
//! one entry of several, or begins with the last of several; the columns of the last page end level.

/// Lines that a letter takes.
const LETTER: usize = 3;
/// Lines that it takes on top of a column.
const TOP: usize = 2;

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spot {
    pub page: u32,
    pub column: u16,
    pub line: u16,
}

/// What an entry is to those around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// Its lines.
    pub high: usize,
    /// It is over those that follow.
    pub over: bool,
    /// It stands under the one that is over it.
    pub under: bool,
    /// The first letter of the entry, where it is another than that of the entry before.
    pub letter: Option<char>,
}

/// A page: how many columns, how many lines, and how many of them the title takes on the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub count: usize,
    pub lines: usize,
    pub title: usize,
}

/// Where all of them stand.
pub(super) fn spots(all: &[Entry], room: Room) -> Vec<Spot> {
    let (mut out, _) = place(all, room, 0);
    let Some(last) = out.last().map(|spot| spot.page) else { return out };
    let from = out.partition_point(|spot| spot.page < last);
    let rest = all.get(from..).unwrap_or_default();
    let title = if last == 0 { room.title } else { 0 };
    let level = (title + 1..room.lines).find_map(|lines| {
        let (tried, whole) = place(rest, Room { lines, ..room }, last);
        (whole && tried.iter().all(|spot| spot.page == last)).then_some(tried)
    });
    if let Some(level) = level {
        out.truncate(from);
        out.extend(level);
    }
    out
}

/// Where those stand that begin that page, and whether all that belongs together is.
fn place(all: &[Entry], room: Room, page: u32) -> (Vec<Spot>, bool) {
    let top = |page: u32| if page == 0 { room.title } else { 0 };
    let mut next = Spot { page, column: 0, line: top(page) as u16 };
    let (mut out, mut whole) = (Vec::with_capacity(all.len()), true);
    for (at, entry) in all.iter().enumerate() {
        let above = |spot: Spot| match entry.letter {
            None => 0,
            Some(_) if usize::from(spot.line) == top(spot.page) => TOP,
            Some(_) => LETTER,
        };
        let begun = usize::from(next.line) > top(next.page);
        if begun && usize::from(next.line) + above(next) + together(all, at) > room.lines {
            next.column += 1;
            if usize::from(next.column) == room.count {
                next = Spot { page: next.page + 1, column: 0, line: 0 };
            }
            next.line = top(next.page) as u16;
        }
        whole &= usize::from(next.line) + above(next) + together(all, at) <= room.lines;
        next.line += above(next) as u16;
        out.push(next);
        next.line += entry.high as u16;
    }
    (out, whole)
}

/// Lines of an entry and of those after it that stand in the same column.
fn together(all: &[Entry], at: usize) -> usize {
    let get = |at: usize| all.get(at).copied();
    let Some(entry) = get(at) else { return 0 };
    // whether the one at that place goes on with what stands before it
    let goes_on =
        |at: usize, under: bool| get(at).filter(|e| if under { e.under } else { e.letter.is_none() && !e.under });
    let mut high = entry.high;
    if entry.over {
        let mut kept = 0;
        while let Some(next) = goes_on(at + 1 + kept, true)
            && (kept < 2 || goes_on(at + 2 + kept, true).is_none() && kept < 3)
        {
            high += next.high;
            kept += 1;
        }
        return high;
    }
    if let Some(next) = goes_on(at + 1, entry.under) {
        let last = goes_on(at + 2, entry.under).is_none();
        if entry.letter.is_some() || last {
            high += next.high;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Entry = Entry { high: 1, over: false, under: false, letter: None };
    const HEAD: Entry = Entry { over: true, ..PLAIN };
    const UNDER: Entry = Entry { under: true, ..PLAIN };

    /// How many entries each column has.
    fn columns(all: &[Entry], room: Room) -> Vec<usize> {
        let spots = spots(all, room);
        spots.chunk_by(|a, b| (a.page, a.column) == (b.page, b.column)).map(<[Spot]>::len).collect()
    }

    #[test]
    fn the_columns_of_the_last_page_end_level() {
        let room = Room { count: 3, lines: 10, title: 4 };
        assert_eq!(columns(&[PLAIN; 18], room), [6, 6, 6]);
        assert_eq!(columns(&[PLAIN; 9], room), [3, 3, 3]);
        assert_eq!(columns(&[PLAIN; 25], room), [6, 6, 6, 3, 2, 2]);
    }

    #[test]
    fn none_of_several_stands_alone_at_a_foot_or_a_head() {
        for children in 1..7 {
            for before in 0..12 {
                let group = [vec![HEAD], vec![UNDER; children]].concat();
                let all = [vec![PLAIN; before], group, vec![HEAD, UNDER, UNDER]].concat();
                let spots = spots(&all, Room { count: 3, lines: 9, title: 0 });
                let first = (spots[before].page, spots[before].column);
                let there =
                    spots[before + 1..=before + children].iter().filter(|s| (s.page, s.column) == first).count();
                let parted = there < children;
                assert!(!parted || there >= 2 && children - there >= 2, "{before} before {children}: {there}");
            }
        }
    }

    #[test]
    fn a_letter_has_two_entries_below_it_if_there_are_two() {
        for before in 0..20 {
            let all = [vec![PLAIN; before], vec![Entry { letter: Some('B'), ..PLAIN }], vec![PLAIN; 5]].concat();
            let spots = spots(&all, Room { count: 3, lines: 9, title: 0 });
            let column = |at: usize| (spots[at].page, spots[at].column);
            assert_eq!(column(before), column(before + 1), "after {before}");
        }
    }
}
