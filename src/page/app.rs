//! The site in the browser: load, draw, answer what a visitor does. The address is the state; [`Ui`] is the rest.

mod field;

use super::head::tell;
use super::load::{site, to_booth};
use super::{Site, Ui, draw, failed};
use crate::bundle;
use crate::route::{Address, Route};
use crate::view::El;
use crate::web::{dom, events, events::Act, fetch, history, storage};
use reactive_graph::owner::{LocalStorage, Owner, StoredValue};
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{GetUntracked, Set, Update, With, WithUntracked};
use std::cell::Cell;
use tachys::view::{Mountable, Render};

/// Shortest and longest pause, in milliseconds, after which the rest of a page is drawn that was drawn in a hurry.
const DRAW_PAUSE: [i32; 2] = [40, 500];
/// Cards that a phone shows under the search box; a wider screen shows twice as many.
const IN_SIGHT: usize = 6;
/// Pause after which the scroll position is remembered.
const SCROLL_PAUSE: i32 = 150;

/// Load the catalogue, then take over the page that was sent.
pub fn start() {
    // Effects run on the browser's own queue.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    wasm_bindgen_futures::spawn_local(async {
        let address = history::current();
        match open(&address).await {
            Ok((site, ui)) => mount(Box::leak(Box::new(site)), address, ui),
            Err(reason) => {
                // The page as it was sent stays: links and reading work without the catalogue.
                show(dom::find("#app").and_then(|app| app.first_child()), move || failed(address.lang, &reason));
                events::retry();
            }
        }
        dom::ready();
    });
}

async fn open(address: &Address) -> Result<(Site, Ui), String> {
    let site = site().await?;
    dom::breathe().await;
    let mut ui = Ui { mark: history::asked(crate::press::KEY), ..Ui::default() };
    if let Some(file) = more(&site, &ui, address) {
        let text = fetch::text(&file).await;
        add(&mut ui, address, text.ok());
    }
    Ok((site, ui))
}

/// The file with what that page needs besides the catalogue, if it is not there yet.
fn more(site: &Site, ui: &Ui, address: &Address) -> Option<String> {
    let file = match &address.route {
        Route::Product(slug) if ui.detail.as_ref().is_none_or(|d| d.0 != *slug) => {
            site.catalog.find_product(slug)?;
            bundle::detail_file(slug, site.catalog.products.len())
        }
        Route::About if ui.about.as_ref().is_none_or(|about| about.0 != address.lang) => {
            bundle::about_file(address.lang.code())
        }
        _ => return None,
    };
    Some(["catalog/", &file].concat())
}

/// What the file says; nothing if it cannot be had, so that the page is whole without it.
fn add(ui: &mut Ui, address: &Address, text: Option<String>) {
    let text = text.unwrap_or_default();
    match &address.route {
        Route::Product(slug) => ui.detail = Some((slug.clone(), bundle::read_detail(&text, slug).unwrap_or_default())),
        _ => ui.about = Some((address.lang, bundle::read_about(&text).unwrap_or_default())),
    }
}

/// Take over the page that was sent, if it is what would be drawn; else put another in its place, in one task: nothing
/// flashes.
fn take_over(content: impl Fn() -> El + Send + 'static) {
    let sent = dom::find("#app").and_then(|app| Some((app.get_attribute("data-mark")?, app.first_element_child()?)));
    if let Some((mark, page)) = sent {
        crate::view::offer(mark, page);
    }
    show(None, content);
}

/// Draw in the mount point, before that child of it or at the end.
fn show(before: Option<web_sys::Node>, content: impl Fn() -> El + Send + 'static) {
    if let Some(place) = dom::find("#app") {
        let owner = Owner::new();
        let mut shown = owner.with(|| content.build());
        let stays = before.is_some() || shown.elements().iter().any(|e| e.is_connected());
        if !stays {
            place.set_inner_html("");
        }
        shown.mount(&place, before.as_ref());
        // The page lives as long as the tab.
        std::mem::forget((owner, shown));
    }
}

/// The number of what waits for its pause.
type Timer = StoredValue<Cell<Option<i32>>, LocalStorage>;

#[derive(Clone, Copy)]
struct App {
    site: &'static Site,
    address: RwSignal<Address>,
    ui: RwSignal<Ui>,
    typing: Timer,
    drawing: Timer,
    scrolling: Timer,
}

fn mount(site: &'static Site, mut address: Address, mut ui: Ui) {
    let early = dom::typed_early();
    let written = early.is_some();
    let focused = dom::document().active_element().and_then(|e| dom::focus_key(&e));
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
        drawing: StoredValue::new_local(Cell::new(None)),
        scrolling: StoredValue::new_local(Cell::new(None)),
    });
    std::mem::forget(owner);
    take_over(move || app.address.with(|address| app.ui.with(|ui| draw(site, address, ui))));
    app.settle();
    app.recall_picks();
    storage::tell();
    let kept = history::kept();
    if let Some(kept) = kept {
        dom::window().scroll_to_with_x_and_y(0.0, f64::from(kept.scroll));
    }
    if written {
        history::replace(&app.address.get_untracked());
    }
    // Where a page was drawn anew, what had the focus gets it again.
    if let (Some(key), true) = (focused, dom::focus_is_lost()) {
        dom::focus_by_key(&key);
    }
    events::listen(|route| route.apart().is_none(), move |act| app.on(act));
}

impl App {
    fn on(self, act: Act) -> bool {
        match act {
            Act::Go(mut to, key, filter) => {
                let now = self.address.get_untracked().route;
                if let (true, Route::List(query), Route::List(now)) = (filter, &mut to.route, now) {
                    query.text = now.text;
                }
                self.go(to, key);
            }
            Act::Popped => self.popped(),
            Act::Typed(field, text) => self.typed(&field, text),
            Act::Do(name) => self.act(&name),
            Act::Submit => self.submit(),
            Act::Entered => self.recall(),
            Act::Left => self.close_offers(),
            Act::Scrolled => self.restart(self.scrolling, SCROLL_PAUSE, || history::keep(None)),
            Act::Key(key) => return self.key(&key),
            Act::Kept => {
                to_booth();
                self.recall_picks();
            }
        }
        false
    }

    /// What follows every change of address: head, fence, details.
    fn settle(self) {
        let address = self.address.get_untracked();
        tell(self.site, &address);
        dom::fence(address.sheet && dom::narrow());
        let file = self.ui.with_untracked(|ui| more(self.site, ui, &address));
        if let Some(file) = file {
            wasm_bindgen_futures::spawn_local(async move {
                let text = fetch::text(&file).await.ok();
                if self.address.get_untracked() == address {
                    self.ui.update(|ui| add(ui, &address, text));
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
        if let (Route::List(query), Route::Product(_)) = (&from.route, &to.route) {
            storage::remember(&query.text);
        }
        let same = from.in_lang(to.lang) == to;
        let lists = matches!((&from.route, &to.route), (Route::List(_), Route::List(_)));
        let (sheet, was_sheet) = (to.sheet, from.sheet);
        let shown = match &from.route {
            Route::List(q) => (q.more + 1) * crate::query::PAGE,
            _ => 0,
        };
        if longer || sheet && !was_sheet {
            dom::shield();
        }
        let in_box = || dom::find("#q:focus").is_some();
        let was_in_box = in_box();
        self.enter(to);
        dom::after_paint(move || {
            // Who has gone into the search box meanwhile is not called back.
            if !was_in_box && in_box() {
                return;
            }
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
            ui.recent.clear();
            ui.active = None;
            ui.mark = None;
            ui.hurry = None;
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
            // An entry that remembers nothing was left before anything was scrolled.
            let (scroll, focus) = kept.map_or_else(Default::default, |kept| (kept.scroll, kept.focus));
            dom::window().scroll_to_with_x_and_y(0.0, f64::from(scroll));
            let there = !focus.is_empty() && dom::focus_by_key(&focus) || was_sheet && dom::focus_by_key("filters");
            if !there && dom::focus_is_lost() {
                dom::find("main h1").iter().for_each(dom::focus);
            }
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
