//! Many short texts, or many short lists of numbers, one after another in one piece of memory.
//!
//! In: texts or pairs of a list and a number. Out: any of them by its place.

use super::Broken;
use super::pack::Numbers;
use std::ops::Range;

/// One of many, where it need not be quick. For every line that looks into a list by itself the program keeps which line
/// it is, to say so if it fails: this is one line.
#[inline]
pub(super) fn at<T>(list: &[T], place: usize) -> &T {
    &list[place]
}

/// The same to be changed.
#[inline]
pub(super) fn at_mut<T>(list: &mut [T], place: usize) -> &mut T {
    &mut list[place]
}

/// Texts one after another.
pub(super) struct Table {
    text: String,
    starts: Vec<u32>,
}

impl Table {
    pub(super) fn new() -> Table {
        Table { text: String::new(), starts: vec![0] }
    }

    /// How many there are.
    pub(super) fn size(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.starts.push(self.text.len() as u32);
    }

    #[inline(always)]
    fn span(&self, i: usize) -> Range<usize> {
        match self.starts.get(i..i + 2) {
            Some([from, to]) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    pub(super) fn get(&self, i: usize) -> &str {
        self.text.get(self.span(i)).unwrap_or_default()
    }

    /// The same without asking where letters begin.
    #[inline(always)]
    pub(super) fn bytes(&self, i: usize) -> &[u8] {
        self.text.as_bytes().get(self.span(i)).unwrap_or_default()
    }
}

/// Lists of numbers one after another.
pub(super) struct Lists {
    pub(super) starts: Vec<u32>,
    pub(super) all: Vec<u32>,
}

impl Lists {
    pub(super) fn new() -> Lists {
        Lists { starts: vec![0], all: Vec::new() }
    }

    pub(super) fn of(&self, i: usize) -> &[u32] {
        match self.starts.get(i..i + 2) {
            Some([from, to]) => self.all.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Appends a list as it is stored: how many numbers, then each, or with `steps` its distance from the one before;
    /// and `more` numbers to it.
    pub(super) fn read(&mut self, numbers: &mut Numbers<'_>, steps: bool, more: &[u32]) -> Result<(), Broken> {
        let mut last = 0_u32;
        for _ in 0..numbers.next().ok_or(Broken)? {
            let number = numbers.next().ok_or(Broken)?;
            last = if steps { last.wrapping_add(number) } else { number };
            self.all.push(last);
        }
        self.all.extend_from_slice(more);
        self.starts.push(self.all.len() as u32);
        Ok(())
    }

    /// For each of so many numbers which of the first lists have it, each list under its name.
    pub(super) fn inverted(&self, numbers: usize, names: &[u32]) -> Lists {
        let mut starts = vec![0_u32; numbers + 1];
        let used = *at(&self.starts, names.len()) as usize;
        self.all.iter().take(used).for_each(|number| *at_mut(&mut starts, *number as usize + 1) += 1);
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut all = vec![0; used];
        let mut next = starts.clone();
        for (list, name) in names.iter().enumerate() {
            for number in self.of(list) {
                let slot = &mut next[*number as usize];
                all[*slot as usize] = *name;
                *slot += 1;
            }
        }
        Lists { starts, all }
    }

    /// Whether all numbers are below that one.
    pub(super) fn below(&self, limit: usize) -> bool {
        self.all.iter().all(|number| (*number as usize) < limit)
    }
}
