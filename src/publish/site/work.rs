//! Work shared among all processors, and who watches it.
//!
//! In: how many things there are of each part, and how one is done. Out: all done, or the first obstacle.

use super::{Obstacle, Part, Progress, Step};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A build at work.
pub(super) struct Work<'a> {
    progress: &'a Progress<'a>,
    stopped: AtomicBool,
}

/// Progress is told after so many.
const TOLD: usize = 16;

impl<'a> Work<'a> {
    pub(super) fn new(progress: &'a Progress<'a>) -> Work<'a> {
        Work { progress, stopped: AtomicBool::new(false) }
    }

    /// Tell who watches; an obstacle if the work is to stop.
    pub(super) fn tell(&self, part: Part, done: usize, all: usize) -> Result<(), Obstacle> {
        if !(self.progress)(Step { part, done, all }) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        if self.stopped.load(Ordering::Relaxed) { Err(Obstacle::Stopped) } else { Ok(()) }
    }

    /// Do so many things of each part; the first obstacle ends it. Half of the hands begin at the other end: what is drawn
    /// and what is written are done side by side, and hands do not wait for each other at the door of one folder.
    pub(super) fn each<const N: usize>(
        &self,
        parts: [(Part, usize); N],
        one: &(dyn Fn(Part, usize) -> Result<(), Obstacle> + Sync),
    ) -> Result<(), Obstacle> {
        let all: usize = parts.iter().map(|part| part.1).sum();
        let left = Mutex::new(0..all);
        let left = || left.lock().unwrap_or_else(|e| e.into_inner());
        let next = |front: bool| {
            let mut left = left();
            if front { left.next() } else { left.next_back() }
        };
        let done = [(); N].map(|()| AtomicUsize::new(0));
        let step = |mut i: usize| -> Result<(), Obstacle> {
            for ((part, many), done) in parts.iter().zip(&done) {
                if i < *many {
                    one(*part, i)?;
                    let so_far = done.fetch_add(1, Ordering::Relaxed) + 1;
                    return if so_far % TOLD == 0 || so_far == *many {
                        self.tell(*part, so_far, *many)
                    } else {
                        Ok(())
                    };
                }
                i -= many;
            }
            Ok(())
        };
        let work = |front: bool| -> Result<(), Obstacle> {
            while let Some(i) = next(front) {
                step(i).inspect_err(|_| *left() = 0..0)?;
            }
            Ok(())
        };
        let hands = std::thread::available_parallelism().map_or(1, usize::from).min(all.max(1));
        std::thread::scope(|scope| {
            let hands: Vec<_> = (0..hands).map(|hand| scope.spawn(move || work(hand % 2 == 0))).collect();
            let ends: Vec<_> = hands.into_iter().map(|hand| hand.join().unwrap_or(Err(Obstacle::Stopped))).collect();
            ends.into_iter().collect()
        })
    }
}
