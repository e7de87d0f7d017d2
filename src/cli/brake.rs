//! Told to end while a site is made: it is left at the next step, and nothing half-made stays.
//!
//! In: the system's signals, and a word when the making begins. Out: whether to go on. What was only read needs no care:
//! it is left at once.

use super::out::Out;
use crate::catalog::Text;
use crate::publish;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

/// What the maker of a site and whoever ends it both see.
#[derive(Clone, Default)]
pub struct Brake(Arc<State>);

#[derive(Default)]
struct State {
    /// The end was asked for.
    pulled: AtomicBool,
    /// Held while a site is made.
    making: Mutex<()>,
}

impl Brake {
    /// Pull it at the first signal; a program that makes nothing then, and one that is told twice, ends at once and
    /// says that.
    pub fn at_signals(out: &Out, said: Text<String>) -> Brake {
        let brake = Brake::default();
        let (own, out) = (brake.clone(), out.clone());
        publish::on_end(move || {
            let again = own.0.pulled.swap(true, Ordering::Relaxed);
            if again || own.0.making.try_lock().is_ok() {
                out.stopped(&said);
                std::process::exit(2);
            }
        });
        brake
    }

    /// Whether the end was asked for.
    pub fn pulled(&self) -> bool {
        self.0.pulled.load(Ordering::Relaxed)
    }

    /// A site is made as long as this is kept; waits until no other is.
    pub fn making(&self) -> MutexGuard<'_, ()> {
        self.0.making.lock().unwrap_or_else(|broken| broken.into_inner())
    }

    /// Pull it, and wait until what was being made is left.
    pub fn pull(&self) -> MutexGuard<'_, ()> {
        self.0.pulled.store(true, Ordering::Relaxed);
        self.making()
    }
}
