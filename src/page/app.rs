//! The site in the browser: load, draw, answer what a visitor does. The address is the state; [`Ui`] is the rest.

use super::{Site, Ui, draw, failed, head};
use crate::bundle;
use crate::query::{Facet, Query};
use crate::route::{Address, Route};
use crate::view;
use crate::web::{dom, events, events::Act, fetch, history};
use crate::view::El;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use std::cell::Cell;

/// Pause after which a typed text is written into the address: one entry for a word, not one for a letter.
const TYPING_PAUSE: i32 = 400;
/// Pause after which the scroll position is remembered.
const SCROLL_PAUSE: i32 = 150;

/// Load the catalogue, then take over the page that was sent.
pub fn start() {
    // Effects run on the browser's own queue.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    wasm_bindgen_futures::spawn_local(async {
        let address = history::current();
        match load(&address).await {
            Ok((site, ui)) => mount(Box::leak(Box::new(site)), address, ui),
            Err(reason) => {
                take_over(move || failed(address.lang, &reason));
                events::listen(|act| {
                    if let Act::Do(_) = act {
                        let _ = dom::window().location().reload();
                    }
                    false
                });
            }
        }
        if let Some(root) = dom::document().document_element() {
            let _ = root.set_attribute("data-ready", "");
        }
    });
}

async fn load(address: &Address) -> Result<(Site, Ui), String> {
    let list = fetch::text("catalog/list.json").await.map_err(|e| e.to_string())?;
    let catalog = bundle::read(&list).map_err(|e| format!("catalog/list.json: {e}"))?;
    let today = dom::today(catalog.about.as_of);
    let site = Site::new(catalog, today);
    let mut ui = Ui::default();
    if let Route::Product(slug) = &address.route {
        ui.detail = detail(&site, slug).await;
    }
    Ok((site, ui))
}

/// The details of a product with its slug; empty ones if they cannot be had, so that the page is whole without them.
async fn detail(site: &Site, slug: &str) -> Option<(String, crate::catalog::Detail)> {
    site.catalog.find_product(slug)?;
    let file = format!("catalog/{}", bundle::detail_file(slug, site.catalog.products.len()));
    let text = fetch::text(&file).await.ok()?;
    Some((slug.to_string(), bundle::read_detail(&text, slug).ok()?))
}

/// Empty the mount point and draw, in one task: nothing flashes.
fn take_over(content: impl Fn() -> El + Send + 'static) {
    if let Some(place) = dom::find("#app") {
        place.set_inner_html("");
        let owner = Owner::new();
        let mut shown = owner.with(|| content.build());
        shown.mount(&place, None);
        // The page lives as long as the tab.
        std::mem::forget((owner, shown));
    }
}

#[derive(Clone, Copy)]
struct App {
    site: &'static Site,
    address: RwSignal<Address>,
    ui: RwSignal<Ui>,
    typing: StoredValue<Cell<Option<i32>>, LocalStorage>,
    scrolling: StoredValue<Cell<Option<i32>>, LocalStorage>,
}

fn mount(site: &'static Site, mut address: Address, mut ui: Ui) {
    let early = dom::typed_early();
    let searching = dom::searching();
    match (&mut address.route, early) {
        (Route::List(query), Some(text)) => query.text = text,
        (_, Some(text)) => ui.typed = text,
        _ => {}
    }
    if let Ok(history) = dom::window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    let owner = Owner::new();
    let app = owner.with(|| App {
        site,
        address: RwSignal::new(address),
        ui: RwSignal::new(ui),
        typing: StoredValue::new_local(Cell::new(None)),
        scrolling: StoredValue::new_local(Cell::new(None)),
    });
    std::mem::forget(owner);
    take_over(move || app.address.with(|address| app.ui.with(|ui| draw(site, address, ui))));
    app.settle();
    let kept = history::kept();
    if let Some(kept) = kept {
        dom::window().scroll_to_with_x_and_y(0.0, f64::from(kept.scroll));
    }
    if searching {
        dom::find("#q").iter().for_each(dom::focus);
    }
    events::listen(move |act| app.on(act));
}

impl App {
    fn on(self, act: Act) -> bool {
        match act {
            Act::Go(to, key) => self.go(to, key),
            Act::Popped => self.popped(),
            Act::Typed(field, text) => self.typed(&field, text),
            Act::Do(name) => self.act(&name),
            Act::Submit => self.submit(),
            Act::Left => self.close_offers(),
            Act::Scrolled => self.restart(self.scrolling, SCROLL_PAUSE, || history::keep(None)),
            Act::Key(key) => return self.key(&key),
        }
        false
    }

    /// What follows every change of address: head, fence, details.
    fn settle(self) {
        let address = self.address.get_untracked();
        let head = head(self.site, &address);
        dom::set_head(&head.title, &head.description, address.lang.code());
        dom::fence(address.sheet && dom::narrow());
        let Route::Product(slug) = address.route else { return };
        if self.ui.with_untracked(|ui| ui.detail.as_ref().is_none_or(|d| d.0 != slug)) {
            wasm_bindgen_futures::spawn_local(async move {
                let found = detail(self.site, &slug).await.unwrap_or_else(|| (slug.clone(), Default::default()));
                if matches!(&self.address.get_untracked().route, Route::Product(now) if *now == slug) {
                    self.ui.update(|ui| ui.detail = Some(found));
                }
            });
        }
    }

    fn go(self, to: Address, key: Option<String>) {
        self.flush();
        let from = self.address.get_untracked();
        if to == from {
            self.close_offers();
            return;
        }
        // Picks made in the sheet, and closing it, belong to the entry that opened it: one Back leaves them all.
        if from.sheet {
            history::replace(&to);
        } else {
            history::keep(key.clone());
            history::push(&to);
        }
        let longer = matches!((&from.route, &to.route), (Route::List(a), Route::List(b)) if b.more > a.more);
        let same = from.in_lang(to.lang) == to;
        let lists = matches!((&from.route, &to.route), (Route::List(_), Route::List(_)));
        let (sheet, was_sheet) = (to.sheet, from.sheet);
        let shown = match &from.route {
            Route::List(q) => (q.more + 1) * crate::query::PAGE,
            _ => 0,
        };
        self.enter(to);
        dom::after_paint(move || {
            if longer {
                // The first of the new cards, for those who go by keyboard.
                let first = dom::find(&format!(".cards > li:nth-child({}) h2 a", shown + 1));
                first.iter().for_each(dom::focus);
            } else if sheet != was_sheet {
                dom::focus_by_key(if sheet { "close-filters" } else { "filters" });
            } else if same || lists {
                let there = key.is_some_and(|key| dom::focus_by_key(&key));
                if lists && !sheet && !same {
                    to_results();
                }
                if !there && lists && !same {
                    dom::find("main h1").iter().for_each(dom::focus);
                }
            } else {
                dom::window().scroll_to_with_x_and_y(0.0, 0.0);
                dom::find("main h1").iter().for_each(dom::focus);
            }
        });
    }

    fn enter(self, to: Address) {
        self.ui.update(|ui| {
            ui.offers.clear();
            ui.active = None;
            ui.copied = false;
            ui.typed.clear();
        });
        self.address.set(to);
        self.settle();
    }

    fn popped(self) {
        self.stop_typing();
        let from = self.address.get_untracked();
        let to = history::current();
        let kept = history::kept();
        let was_sheet = from.sheet;
        self.enter(to);
        dom::after_paint(move || {
            if let Some(kept) = kept {
                dom::window().scroll_to_with_x_and_y(0.0, f64::from(kept.scroll));
                if !dom::focus_by_key(&kept.focus) && was_sheet {
                    dom::focus_by_key("filters");
                }
            }
        });
    }

    fn typed(self, field: &str, text: String) {
        if field == "q" {
            let offers = self.site.index.suggest(&text);
            let mut list = false;
            self.address.update(|address| {
                if let Route::List(query) = &mut address.route {
                    *query = query.typed(&text);
                    list = true;
                }
            });
            // On a phone the results under the box are the suggestions.
            let quiet = list && dom::narrow();
            self.ui.update(|ui| {
                ui.offers = if quiet { Vec::new() } else { offers };
                ui.active = None;
                ui.typed = text;
            });
            if list {
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

    fn write_typed(self) {
        self.typing.with_value(|t| t.set(None));
        let address = self.address.get_untracked();
        history::replace(&address);
        let head = head(self.site, &address);
        dom::set_head(&head.title, &head.description, address.lang.code());
    }

    fn act(self, name: &str) {
        if let Some(facet) = facet_of(name) {
            self.ui.update(|ui| {
                if let Some(state) = ui.facets.get_mut(facet as usize) {
                    state.open = !state.open;
                    state.text.clear();
                }
            });
        } else if name == "copy" {
            wasm_bindgen_futures::spawn_local(async move {
                let copied = dom::copy(&dom::window().location().href().unwrap_or_default()).await;
                self.ui.update(|ui| ui.copied = copied);
            });
        }
    }

    fn submit(self) {
        let (offer, typed) = self.ui.with_untracked(|ui| (ui.active.and_then(|i| ui.offers.get(i).copied()), ui.typed.clone()));
        let address = self.address.get_untracked();
        if let Some(offer) = offer {
            let href = view::offer_href(self.site.see(address.lang), &self.site.index, offer.kind);
            let (path, query) = href.split_once('?').unwrap_or((&href, ""));
            self.go(Address::read(path.trim_start_matches("./"), query, ""), None);
        } else if let Route::List(_) = address.route {
            self.flush();
            self.close_offers();
            to_results();
        } else {
            self.go(Address::new(address.lang, Route::List(Query::default().typed(&typed))), None);
        }
    }

    /// Keys of a combobox: arrows walk the offers, Escape closes, or empties, or closes the sheet.
    fn key(self, key: &str) -> bool {
        let (count, active) = self.ui.with_untracked(|ui| (ui.offers.len(), ui.active));
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

    fn close_offers(self) {
        if self.ui.with_untracked(|ui| !ui.offers.is_empty()) {
            self.ui.update(|ui| {
                ui.offers.clear();
                ui.active = None;
            });
        }
    }

    fn stop_typing(self) {
        self.typing.with_value(|t| t.take().map(dom::cancel));
    }

    /// Write a text that is still waiting for its pause.
    fn flush(self) {
        if self.typing.with_value(|t| t.take().map(dom::cancel)).is_some() {
            self.write_typed();
        }
    }

    fn restart(self, timer: StoredValue<Cell<Option<i32>>, LocalStorage>, ms: i32, then: impl FnOnce() + 'static) {
        timer.with_value(|t| {
            t.take().map(dom::cancel);
            t.set(dom::later(ms, then));
        });
    }
}

/// After a pick the results begin at the top again, where the visitor looks.
fn to_results() {
    if let Some(top) = dom::find(".stall") {
        let above = top.get_bounding_client_rect().top();
        if above < 0.0 {
            let y = dom::window().scroll_y().unwrap_or_default() + above;
            dom::window().scroll_to_with_x_and_y(0.0, (y - 80.0).max(0.0));
        }
    }
}

fn facet_of(name: &str) -> Option<Facet> {
    let index: usize = name.strip_prefix("facet:")?.parse().ok()?;
    Facet::ALL.get(index).copied()
}
