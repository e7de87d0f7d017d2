//! Many short texts, or many short lists of numbers, one after another in one piece of memory.
//!
//! In: texts or pairs of a list and a number. Out: any of them by its place.

use std::ops::Range;

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
        self.starts[i] as usize..self.starts[i + 1] as usize
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
#[derive(Default)]
pub(super) struct Lists {
    pub(super) starts: Vec<u32>,
    pub(super) all: Vec<u32>,
}

impl Lists {
    pub(super) fn of(&self, i: usize) -> &[u32] {
        self.all.get(self.starts[i] as usize..self.starts[i + 1] as usize).unwrap_or_default()
    }

    /// Numbers, each for the list that `of` has at its place, as lists in the order of the numbers.
    pub(super) fn collect(lists: usize, of: &[u32], number: &mut dyn FnMut(usize) -> u32) -> Lists {
        let mut starts = vec![0_u32; lists + 1];
        of.iter().for_each(|list| starts[*list as usize + 1] += 1);
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut all = vec![0; of.len()];
        let mut next = starts.clone();
        for (at, list) in of.iter().enumerate() {
            let slot = &mut next[*list as usize];
            all[*slot as usize] = number(at);
            *slot += 1;
        }
        Lists { starts, all }
    }
}
