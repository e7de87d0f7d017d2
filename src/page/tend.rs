//! Looks after the versions of a site that a device keeps: on every page that the worker serves, and on no other.
//!
//! In: the time, and whether the page is seen. Out: a newer version fetched, a bar that offers it, the page loaded anew when
//! another version has taken over. A booth shows no bar: it takes the newer version itself, and loads its page, while nobody
//! is there (`page::booth`). A page in a frame leaves all of it to the one around it.

use super::keep::run;
use crate::offline;
use crate::route::{Lang, Route};
use crate::view;
use crate::web::{dom, events, history, worker};
use crate::words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Name of the note that says when was looked last.
const LOOKED: &str = "looked";
/// Milliseconds between two glances at the clock: timers sleep while a tablet does.
const GLANCE: i32 = 60_000;

#[derive(Default)]
struct Tend {
    last: Cell<Option<f64>>,
    failed: Cell<bool>,
    busy: Cell<bool>,
    /// Language of the bar until it is shown; none where there is to be none.
    lang: RefCell<Option<Lang>>,
}

/// Begin.
pub fn start() {
    if !worker::served() || dom::is_framed() {
        return;
    }
    let address = history::current();
    let lang = Some(address.lang).filter(|_| !matches!(address.route, Route::Booth(_)));
    if lang.is_some() {
        worker::taken(dom::reload);
    }
    let tend = Rc::new(Tend { lang: RefCell::new(lang), ..Tend::default() });
    events::act(|name| {
        if name == "renew" {
            wasm_bindgen_futures::spawn_local(worker::take());
        }
    });
    wasm_bindgen_futures::spawn_local(async move {
        tend.last.set(worker::noted(LOOKED).await.and_then(|text| text.parse().ok()));
        if worker::newer().await {
            tend.offer();
        }
        run::tidy().await;
        let seen = tend.clone();
        dom::shown(move || seen.glance());
        tend.watch();
    });
}

impl Tend {
    /// Glance now, and again and again.
    fn watch(self: &Rc<Tend>) {
        self.glance();
        let again = self.clone();
        dom::later(GLANCE, move || again.watch());
    }

    /// Look for a newer version if it is time and someone may see it.
    fn glance(self: &Rc<Tend>) {
        let now = dom::now();
        let due = offline::wait(now, self.last.get(), self.failed.get()) <= 0.0;
        if due && dom::is_shown() && !self.busy.replace(true) {
            self.last.set(Some(now));
            wasm_bindgen_futures::spawn_local(self.clone().look(now));
        }
    }

    async fn look(self: Rc<Tend>, now: f64) {
        worker::note(LOOKED, &(now as u64).to_string()).await;
        let found = run::look().await;
        self.failed.set(found.is_err());
        self.busy.set(false);
        match found {
            Ok(true) => self.offer(),
            Ok(false) => run::tidy().await,
            Err(_) => {}
        }
    }

    /// Show the bar, once.
    fn offer(&self) {
        if let Some(lang) = self.lang.take() {
            let w = words::keep(lang);
            dom::append(&view::renew(w.newer, w.renew).to_html());
        }
    }
}
