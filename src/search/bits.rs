//! A set of products as one bit each.

/// The set.
#[derive(Clone)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub(super) fn empty(size: usize) -> Bits {
        Bits { words: vec![0; size.div_ceil(64)] }
    }

    pub(super) fn full(size: usize) -> Bits {
        let mut words = vec![u64::MAX; size.div_ceil(64)];
        if let (Some(last), 1..) = (words.last_mut(), size % 64) {
            *last = (1 << (size % 64)) - 1;
        }
        Bits { words }
    }

    pub(super) fn of(size: usize, members: impl Iterator<Item = usize>) -> Bits {
        let mut out = Bits::empty(size);
        members.for_each(|m| out.insert(m));
        out
    }

    pub(super) fn insert(&mut self, member: usize) {
        self.words[member / 64] |= 1 << (member % 64);
    }

    pub(super) fn has(&self, member: usize) -> bool {
        self.words[member / 64] >> (member % 64) & 1 == 1
    }

    pub(super) fn and(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// Members, lowest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(i, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    i * 64 + bit
                })
            })
        })
    }
}
