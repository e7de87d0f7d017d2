//! A newer version of the site is taken while nobody is at the booth, which is never closed and so must look for it itself.

use super::stand::Stand;
use crate::booth::Stage;
use crate::offline;
use crate::web::{dom, worker};
use std::rc::Rc;

/// Ticks between two looks at what has come, where the site is kept on the device.
const LOOK: u32 = 60;

impl Stand {
    /// From now on hear of a version that has taken over.
    pub(super) fn follow_versions(self: &Rc<Stand>) {
        if worker::served() {
            let own = self.clone();
            worker::taken(move || own.stale.set(true));
        }
    }

    /// A second of waiting has gone by.
    pub(super) fn renew(self: &Rc<Stand>) {
        if self.stale.get() {
            let _ = dom::window().location().reload();
            return;
        }
        let waited = self.waited.get() + 1;
        self.waited.set(waited);
        if !waited.is_multiple_of(LOOK) || !worker::served() {
            return;
        }
        let own = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let far = f64::from(waited) * 1000.0 % offline::EVERY < f64::from(LOOK) * 1000.0;
            let newer = if far { worker::renew().await } else { worker::newer().await };
            if newer && own.idle.borrow().stage() == Stage::Attract {
                worker::take().await;
            }
        });
    }
}
