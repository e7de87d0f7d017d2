//! The order in which a booth shows its products: shuffled, every one once a round, none twice in a row.
//!
//! In: a seed and how many there are. Out: one number after the other, for ever; the same seed gives the same order.

/// An endless order of so many things.
#[derive(Clone, Debug)]
pub struct Round {
    order: Vec<u32>,
    next: usize,
    seed: u64,
}

impl Round {
    /// Of things 0 to `count`, without the last.
    pub fn new(seed: u64, count: u32) -> Round {
        let mut round = Round { order: (0..count).collect(), next: 0, seed };
        round.shuffle();
        round
    }

    /// The next one; none if there is nothing.
    pub fn step(&mut self) -> Option<u32> {
        if self.next == self.order.len() {
            let last = self.order.last().copied();
            self.shuffle();
            self.next = 0;
            if self.order.first().copied() == last {
                let end = self.order.len().saturating_sub(1);
                self.order.swap(0, end);
            }
        }
        let one = self.order.get(self.next).copied();
        self.next += usize::from(one.is_some());
        one
    }

    /// As Fisher and Yates shuffle, with numbers of SplitMix64.
    fn shuffle(&mut self) {
        for left in (1..self.order.len()).rev() {
            let other = self.dice() % (left as u64 + 1);
            self.order.swap(left, other as usize);
        }
    }

    fn dice(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.seed ^ self.seed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }
}
