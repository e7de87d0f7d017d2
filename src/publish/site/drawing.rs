//! Preview pictures on their way into the site, one after the other, by whoever has time.
//!
//! In: the pictures that are to be drawn. Out: each once in the writer; those that stand in the old site are taken over.

use super::Obstacle;
use super::card::Previews;
use super::writer::Writer;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

/// Pictures to draw, and how many of them have been begun.
pub(super) struct Drawing<'a> {
    pub(super) pictures: Option<&'a dyn Previews>,
    pub(super) next: AtomicUsize,
    pub(super) writer: &'a Writer<'a>,
}

impl Drawing<'_> {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.pictures.map_or(0, |pictures| pictures.paths().len())
    }

    /// Draw the next one; false if there is none.
    pub(super) fn one(&self) -> Result<bool, Obstacle> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let Some((pictures, path)) = self.pictures.and_then(|all| Some((all, all.paths().get(number)?))) else {
            return Ok(false);
        };
        self.writer.put_named(path, || pictures.draw(number))?;
        Ok(true)
    }

    /// Draw as many as there is time for while something else is done.
    pub(super) fn beside<T>(&self, other: impl FnOnce() -> Result<T, Obstacle>) -> Result<T, Obstacle> {
        let over = AtomicBool::new(false);
        let draw = || -> Result<(), Obstacle> {
            loop {
                if over.load(Ordering::Relaxed) || !self.one()? {
                    return Ok(());
                }
            }
        };
        let hands = thread::available_parallelism().map_or(1, usize::from) - 1;
        thread::scope(|scope| {
            let hands: Vec<_> = (0..hands).map(|_| scope.spawn(draw)).collect();
            let made = other();
            over.store(true, Ordering::Relaxed);
            hands.into_iter().try_for_each(|hand| hand.join().unwrap_or(Err(Obstacle::Stopped)))?;
            made
        })
    }
}
