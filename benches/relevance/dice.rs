//! Chance that gives the same throws for the same seed, on every machine.

use oorandom::Rand32;

/// A stream of throws.
pub struct Dice(Rand32);

impl Dice {
    /// The stream of that seed.
    pub fn new(seed: u64) -> Dice {
        Dice(Rand32::new(seed))
    }

    /// A number from 0 to `sides` - 1; 0 if there are no sides.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0.rand_range(0..sides.max(1) as u32) as usize
    }

    /// A number from `low` to `high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below((high + 1).saturating_sub(low))
    }

    /// One of them, if there are any.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }

    /// The numbers below `size` in a chance order.
    pub fn shuffled(&mut self, size: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..size).collect();
        for last in (1..size).rev() {
            let other = self.below(last + 1);
            all.swap(last, other);
        }
        all
    }
}
