//! The desk before the printer, in the browser: lays out, draws sheet after sheet, prints; begins anew when a choice
//! changes. The address is the state.

use super::{Asked, FIELDS, form, job, needs_details};
use crate::bundle;
use crate::catalog::{Detail, ProductId};
use crate::page::{Site, failed, head};
use crate::paper::{Format, Inks, Paper, Um};
use crate::press::Print;
use crate::route::{Lang, Route};
use crate::view::sheet;
use crate::web::dom::{self, Breath};
use crate::web::{events, fetch, history, printer};
use crate::words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Products laid out between two breaths.
const STEP: usize = 256;

struct Desk {
    site: &'static Site,
    asked: RefCell<Asked>,
    /// What lies on the desk, and how many of its sheets are drawn.
    book: RefCell<Option<Print<'static>>>,
    /// Of all products asked for, once some print shows them.
    details: Cell<&'static [(ProductId, Detail)]>,
    drawn: Cell<usize>,
    /// Number of the latest choice: whoever works for an earlier one stops.
    turn: Cell<u32>,
    /// Print as soon as all is drawn.
    waiting: Cell<bool>,
}

/// Load the catalogue and do what the address asks.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let address = history::current();
        match load().await {
            Ok(site) => open(Box::leak(Box::new(site))),
            Err(reason) => {
                if let Some(app) = dom::find("#app") {
                    app.set_inner_html(&failed(address.lang, &reason).to_html());
                }
                events::retry(|| {
                    let _ = dom::window().location().reload();
                });
            }
        }
    });
}

async fn load() -> Result<Site, String> {
    let breath = Breath::start();
    let list = fetch::text("catalog/list.json").await.map_err(|e| e.to_string())?;
    let site = Site::open(&list, dom::today, &async || breath.take().await).await;
    site.map_err(|e| format!("catalog/list.json: {e}"))
}

fn open(site: &'static Site) {
    let address = history::current();
    let text = match &address.route {
        Route::Print(text) => text.clone(),
        _ => String::new(),
    };
    let asked = Asked::read(address.lang, &text);
    if let Some(app) = dom::find("#app") {
        app.set_inner_html(&form(site.see(address.lang), &asked).to_html());
    }
    let about = head(site, &address);
    let own = site.catalog.about.home.clone() + &address.path();
    dom::set_head(&about.title, &about.description, address.lang.code(), &own);
    let desk = Rc::new(Desk {
        site,
        asked: RefCell::new(asked),
        book: RefCell::new(None),
        details: Cell::new(&[]),
        drawn: Cell::new(0),
        turn: Cell::new(0),
        waiting: Cell::new(false),
    });
    let (a, b, c) = (desk.clone(), desk.clone(), desk.clone());
    printer::changed(move |name, value| if name == "zoom" { printer::zoom(&value) } else { a.choose() });
    // Whoever prints by the browser's menu before all is drawn gets all of it, too.
    printer::before(move || while b.draw() {});
    events::act(move |name| {
        if name == "print" {
            c.print();
        }
    });
    desk.begin();
}

impl Desk {
    /// A choice has changed.
    fn choose(self: &Rc<Desk>) {
        let query = self.asked.borrow().query.clone();
        let lang = self.asked.borrow().lang;
        let paper = Paper::read(&printer::fields(&FIELDS)).unwrap_or_default();
        let paper = Paper { item: self.asked.borrow().paper.item.clone(), ..paper };
        if let Some(form) = dom::find(".choices") {
            let _ = form.set_attribute("data-kind", paper.kind.key());
        }
        let asked = Asked { lang, query, paper };
        history::replace(&asked.address(lang));
        for other in Lang::ALL {
            if let Some(link) = dom::find(&format!(".langs [lang={}]", other.code())) {
                let _ = link.set_attribute("href", &asked.address(other).write());
            }
        }
        self.asked.replace(asked);
        self.begin();
    }

    fn begin(self: &Rc<Desk>) {
        self.turn.set(self.turn.get() + 1);
        self.book.replace(None);
        self.waiting.set(false);
        able(false);
        wasm_bindgen_futures::spawn_local(self.clone().work(self.turn.get()));
    }

    async fn work(self: Rc<Desk>, turn: u32) {
        let lang = self.asked.borrow().lang;
        let w = words::desk(lang);
        let breath = Breath::start();
        say(w.laying);
        dom::breathe().await;
        let ids = self.asked.borrow().ids(self.site);
        let needs = needs_details(&self.asked.borrow().paper);
        if needs && self.details.get().is_empty() {
            match details(self.site, ids, &breath).await {
                Ok(all) => self.details.set(Box::leak(all.into_boxed_slice())),
                Err(reason) => return say(&reason.to_string()),
            }
            if self.turn.get() != turn {
                return;
            }
        }
        let home = self.site.catalog.about.home.clone();
        let home = if home.is_empty() { history::public() } else { home };
        let job = job(self.site, &self.asked.borrow(), home, if needs { self.details.get() } else { &[] });
        let format = job.paper.format;
        if job.ids.is_empty() {
            printer::lay(0);
            say(w.nothing);
            return ready();
        }
        let mut book = Print::begin(job);
        while !book.step(STEP) {
            breath.take().await;
            if self.turn.get() != turn {
                return;
            }
        }
        let pages = book.pages();
        printer::paper(&size(&book));
        printer::lay(pages);
        self.drawn.set(0);
        self.book.replace(Some(book));
        able(true);
        while self.draw() {
            if self.drawn.get().is_multiple_of(TOLD) {
                say(&(w.drawing)(self.drawn.get(), pages));
            }
            breath.take().await;
            if self.turn.get() != turn {
                return;
            }
        }
        printer::letters().await;
        if self.turn.get() != turn {
            return;
        }
        say(&(w.ready)(pages, format));
        ready();
        if self.waiting.take() {
            printer::print();
        }
    }

    /// Draw the next sheet; false if there is none.
    fn draw(&self) -> bool {
        let number = self.drawn.get() + 1;
        let book = self.book.borrow();
        let Some(drawing) = book.as_ref().and_then(|book| book.sheet(number)) else { return false };
        let asked = self.asked.borrow();
        let lang = if asked.paper.tongue == crate::paper::Tongue::En { Lang::En } else { Lang::Vi };
        printer::draw(number, &sheet(self.site.see(lang), &drawing, asked.paper.inks == Inks::Copy));
        self.drawn.set(number);
        true
    }

    /// Print now, or as soon as all is drawn.
    fn print(&self) {
        let pages = self.book.borrow().as_ref().map(Print::pages);
        if pages == Some(self.drawn.get()) {
            printer::print();
        } else {
            self.waiting.set(true);
        }
    }
}

/// Details of those products, each file read once.
async fn details(site: &Site, ids: Vec<ProductId>, breath: &Breath) -> Result<Vec<(ProductId, Detail)>, fetch::Fault> {
    let products = &site.catalog.products;
    let mut all = Vec::with_capacity(ids.len());
    let file = |id: &ProductId| (bundle::detail_file(&site.catalog.product(*id).slug, products.len()), id.0);
    let mut files: Vec<(String, u32)> = ids.iter().map(file).collect();
    files.sort_unstable();
    for of in files.chunk_by(|a, b| a.0 == b.0) {
        let Some((file, _)) = of.first() else { continue };
        let text = fetch::text(&["catalog/", file].concat()).await?;
        for (_, id) in of {
            // A product whose details cannot be read is printed without.
            let detail = bundle::read_detail(&text, &products[*id as usize].slug).unwrap_or_default();
            all.push((ProductId(*id), detail));
            breath.take().await;
        }
    }
    all.sort_unstable_by_key(|known| known.0);
    Ok(all)
}

/// Progress is told after so many sheets.
const TOLD: usize = 8;

fn say(text: &str) {
    if let Some(place) = dom::find(".said") {
        place.set_text_content(Some(text));
    }
}

/// All that was asked for lies on the desk.
fn ready() {
    if let Some(root) = dom::document().document_element() {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Whether the button can be pressed.
fn able(on: bool) {
    if let Some(button) = dom::find("[data-act=print]") {
        let _ = if on { button.remove_attribute("disabled") } else { button.set_attribute("disabled", "") };
    }
}

/// Width and height of the first sheet in millimetres.
fn size(book: &Print<'_>) -> [String; 2] {
    let mm = |length: Um| format!("{}.{:03}", length.0 / 1000, length.0 % 1000);
    book.sheet(1).map_or_else(
        || {
            let (w, h) = Format::A4.size();
            [mm(w), mm(h)]
        },
        |sheet| [mm(sheet.width), mm(sheet.height)],
    )
}
