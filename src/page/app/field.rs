//! What a visitor types and presses: the search box with its offers, the text fields of facets, buttons.
//!
//! Typed words stand in the address at once, and in the address bar after a pause.

use super::{App, DRAW_PAUSE, IN_SIGHT, Timer, to_results};
use crate::page::Hurry;
use crate::page::head::tell;
use crate::pick::List;
use crate::query::{Facet, Query};
use crate::route::{Address, Route};
use crate::view;
use crate::web::{dom, history, storage};
use reactive_graph::traits::{GetUntracked, Update, WithUntracked, WithValue};
use std::cell::Cell;

/// Pause after which a typed text is written into the address: one entry for a word, not one for a letter.
const TYPING_PAUSE: i32 = 400;

impl App {
    pub(super) fn typed(self, field: &str, text: String) {
        if field == "q" {
            let mut list = false;
            self.address.update(|address| {
                if let Route::List(query) = &mut address.route {
                    *query = query.typed(&text);
                    list = true;
                }
            });
            // On a phone the results under the box are the suggestions.
            let narrow = dom::narrow();
            let quiet = list && narrow;
            let index = &self.site.index;
            let offers = if quiet { Vec::new() } else { index.suggest(&text) };
            // They are marked as the list is that the same words find.
            let found = (!offers.is_empty()).then(|| index.find(&Query::default().typed(&text)));
            let wanted = found.map(|found| found.wanted(index)).unwrap_or_default();
            let recent = if text.is_empty() { storage::recent() } else { Vec::new() };
            self.ui.update(|ui| {
                ui.offers = offers;
                ui.wanted = wanted;
                ui.recent = recent;
                ui.active = None;
                ui.typed = text;
                ui.hurry = list.then_some(Hurry::First(if narrow { IN_SIGHT } else { 2 * IN_SIGHT }));
            });
            if list {
                self.draw_rest();
                self.restart(self.typing, TYPING_PAUSE, move || self.write_typed());
            }
        } else if let Some(facet) = facet_of(field) {
            self.ui.update(|ui| {
                if let Some(state) = ui.facets.get_mut(facet as usize) {
                    state.open |= !text.is_empty();
                    state.text = text;
                }
            });
        }
    }

    /// Once typing pauses for four times as long as drawing in a hurry takes here, draw the rest.
    fn draw_rest(self) {
        self.stop(self.drawing);
        let begun = dom::now();
        dom::after_paint(move || {
            let pause = (4.0 * (dom::now() - begun)) as i32;
            self.draw_more(pause.clamp(DRAW_PAUSE[0], DRAW_PAUSE[1]));
        });
    }

    /// After a pause draw all cards, after another the filters.
    fn draw_more(self, pause: i32) {
        self.restart(self.drawing, pause, move || {
            // None: another page has been drawn meanwhile, whole.
            let Some(hurry) = self.ui.with_untracked(|ui| ui.hurry) else { return };
            let first = matches!(hurry, Hurry::First(_));
            self.ui.update(|ui| ui.hurry = first.then_some(Hurry::Cards));
            if first {
                self.draw_more(DRAW_PAUSE[0]);
            }
        });
    }

    fn write_typed(self) {
        self.typing.with_value(|t| t.set(None));
        let address = self.address.get_untracked();
        history::replace(&address);
        tell(self.site, &address);
    }

    pub(super) fn act(self, name: &str) {
        if let Some(facet) = facet_of(name) {
            self.ui.update(|ui| {
                if let Some(state) = ui.facets.get_mut(facet as usize) {
                    state.open = !state.open;
                    state.text.clear();
                }
            });
        } else if name == "forget" {
            storage::forget();
            self.close_offers();
        } else if let Some(slug) = name.strip_prefix("pick:") {
            let mut list = List::read(&storage::picks());
            list.toggle(slug);
            storage::keep_picks(&list.write());
            self.recall_picks();
        }
    }

    /// What is picked, as the device keeps it: another tab may have changed it.
    pub(super) fn recall_picks(self) {
        let picks = List::read(&storage::picks());
        if self.ui.with_untracked(|ui| ui.picks != picks) {
            self.ui.update(|ui| ui.picks = picks);
        }
    }

    /// Earlier searches, for an empty box.
    pub(super) fn recall(self) {
        let list = self.address.with_untracked(|a| matches!(&a.route, Route::List(query) if !query.text.is_empty()));
        if !list && self.ui.with_untracked(|ui| ui.typed.is_empty()) {
            self.ui.update(|ui| ui.recent = storage::recent());
        }
    }

    pub(super) fn submit(self) {
        let (offer, recent, typed) = self.ui.with_untracked(|ui| {
            let offer = ui.active.and_then(|i| ui.offers.get(i).copied());
            (offer, ui.active.map(|i| ui.recent.get(i).cloned()), ui.typed.clone())
        });
        let address = self.address.get_untracked();
        let text = match &address.route {
            Route::List(query) => query.text.clone(),
            _ => typed.clone(),
        };
        storage::remember(&text);
        if let (None, Some(recent)) = (offer, recent) {
            match recent {
                Some(text) => self.go(Address::new(address.lang, Route::List(Query::default().typed(&text))), None),
                None => self.act("forget"),
            }
        } else if let Some(offer) = offer {
            let href = view::offer_href(self.site.see(address.lang), &self.site.index, offer.kind);
            let (path, query) = href.split_once('?').unwrap_or((&href, ""));
            self.go(Address::read(path.trim_start_matches("./"), query, ""), None);
        } else if let Route::List(_) = address.route {
            self.flush();
            self.close_offers();
            to_results();
            if dom::narrow() {
                // The keyboard on the glass goes away, and the results are seen.
                dom::find("main h1").iter().for_each(dom::focus);
            }
        } else {
            self.go(Address::new(address.lang, Route::List(Query::default().typed(&typed))), None);
        }
    }

    /// Keys of a combobox: arrows walk the offers, Escape closes, or empties, or closes the sheet.
    pub(super) fn key(self, key: &str) -> bool {
        let (count, active) = self.ui.with_untracked(|ui| (view::offer_lines(&ui.offers, &ui.recent), ui.active));
        let walk = |to: Option<usize>| {
            self.ui.update(|ui| ui.active = to);
            count > 0
        };
        match key {
            "ArrowDown" => walk(active.map_or(Some(0), |i| (i + 1 < count).then_some(i + 1))),
            "ArrowUp" => walk(active.map_or(count.checked_sub(1), |i| i.checked_sub(1))),
            "Escape" if count > 0 => {
                self.close_offers();
                true
            }
            "Escape" => {
                let address = self.address.get_untracked();
                if address.sheet {
                    self.go(Address { sheet: false, ..address.clone() }, None);
                }
                address.sheet
            }
            _ => false,
        }
    }

    pub(super) fn close_offers(self) {
        if self.ui.with_untracked(|ui| view::offer_lines(&ui.offers, &ui.recent) > 0) {
            self.ui.update(|ui| {
                ui.offers.clear();
                ui.recent.clear();
                ui.active = None;
            });
        }
    }

    pub(super) fn stop_typing(self) {
        self.stop(self.typing);
    }

    /// Write a text that is still waiting for its pause.
    pub(super) fn flush(self) {
        if self.stop(self.typing) {
            self.write_typed();
        }
    }

    pub(super) fn restart(self, timer: Timer, ms: i32, then: impl FnOnce() + 'static) {
        self.stop(timer);
        timer.with_value(|t| t.set(dom::later(ms, then)));
    }

    /// Stop a timer; whether it was waiting.
    fn stop(self, timer: Timer) -> bool {
        timer.with_value(Cell::take).map(dom::cancel).is_some()
    }
}

fn facet_of(name: &str) -> Option<Facet> {
    let index: usize = name.strip_prefix("facet:")?.parse().ok()?;
    Facet::ALL.get(index).copied()
}
