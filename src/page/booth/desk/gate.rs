//! The way to the exhibitor's own page: the corner that is held, and the PIN.

use super::stand::{Over, Stand, now};
use crate::booth::{TRIES, Tries};
use crate::page::booth::gate;
use crate::web::{booth, storage};
use crate::words;
use std::rc::Rc;

impl Stand {
    /// The corner has been held: the exhibitor asks to come in.
    pub(super) fn held(self: &Rc<Stand>) {
        let held = self.hold.borrow_mut().held(now());
        if held && !matches!(self.over.get(), Over::Gate | Over::Office) {
            self.ask(&self.patience());
        }
    }

    /// Ask for the PIN, and say why.
    pub(super) fn ask(self: &Rc<Stand>, said: &str) {
        self.idle.borrow_mut().touch(now());
        booth::show(".warn", "");
        self.cover(Over::Gate, gate(self.see(), said));
    }

    /// Wrong PINs so far.
    fn tries(&self) -> Tries {
        self.tries.get().unwrap_or_else(|| Tries::read(&storage::kept(TRIES)))
    }

    fn keep_tries(&self, tries: Tries) {
        let kept = storage::keep(TRIES, &tries.write());
        self.tries.set((!kept).then_some(tries));
    }

    /// Why a PIN is not taken now; empty if it is.
    fn patience(&self) -> String {
        let mut tries = self.tries();
        let wait = tries.wait(now());
        if tries != self.tries() {
            self.keep_tries(tries);
        }
        if wait > 0 { (words::booth(self.lang.get()).wait)(wait.div_ceil(1000) as u32) } else { String::new() }
    }

    /// Let the exhibitor in, or say why not.
    pub(super) fn try_pin(self: &Rc<Stand>) {
        let said = self.patience();
        if !said.is_empty() {
            booth::write(".above .missing", &said);
        } else if self.plan.pin.fits(&booth::value("gate")) {
            storage::keep(TRIES, "");
            self.tries.take();
            self.sure.take();
            self.show_office();
        } else {
            let mut tries = self.tries();
            tries.fail(now());
            self.keep_tries(tries);
            let wait = self.patience();
            let said = if wait.is_empty() { words::booth(self.lang.get()).wrong } else { &wait };
            self.cover(Over::Gate, gate(self.see(), said));
        }
    }
}
