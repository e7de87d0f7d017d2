//! Chance that gives the same throws for the same seed, on every machine.

use oorandom::Rand64;

/// A stream of throws.
pub struct Dice(Rand64);

impl Dice {
    /// The stream of that seed.
    pub fn new(seed: u64) -> Dice {
        Dice(Rand64::new(u128::from(seed)))
    }

    /// A number from 0 to `sides` - 1; 0 if there are no sides.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0.rand_range(0..sides.max(1) as u64) as usize
    }

    /// A number from `low` to `high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high + 1 - low.min(high))
    }

    /// True so many times in a thousand.
    pub fn chance(&mut self, of_1000: usize) -> bool {
        self.below(1000) < of_1000
    }

    /// One of them. The lists here are never empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}
