//! The desk before the printer, in the browser: lays out, draws sheet after sheet, prints; begins anew when a choice
//! changes. The address is the state.

use super::known::{Known, Sources};
use super::panel::{able, offer_formats, offer_whole, papered, say};
use super::{Asked, Copy, FIELDS, Needs, OLDER, form, job, needs, own, tongues};
use crate::catalog::{Addendum, ProductId};
use crate::page::head::tell;
use crate::page::load::{details, prices, public};
use crate::page::{Site, load};
use crate::paper::{Inks, Kind, Paper};
use crate::press::Print;
use crate::route::{Lang, Route};
use crate::view::{See, sheet};
use crate::web::dom::{self, Breath};
use crate::web::{events, history, printer};
use crate::words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Products laid out between two breaths.
const STEP: usize = 256;

struct Desk {
    site: &'static Site,
    /// The earlier edition that was chosen, and what changed since.
    since: Cell<Option<(&'static Site, &'static Addendum)>>,
    asked: RefCell<Asked>,
    /// What lies on the desk, and how many of its sheets are drawn.
    book: RefCell<Option<Print<'static>>>,
    known: Cell<Known>,
    sources: RefCell<Sources>,
    /// Number of the latest choice of an earlier edition: whoever reads another one's file stops.
    choice: Cell<u32>,
    drawn: Cell<usize>,
    /// Number of the latest choice: whoever works for an earlier one stops.
    turn: Cell<u32>,
    /// All is drawn, and the pictures are there.
    whole: Cell<bool>,
    /// Print as soon as all is there.
    waiting: Cell<bool>,
}

/// Load the catalogue and do what the address asks.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let address = history::current();
        if let Some(site) = load(address.lang).await {
            open(site);
        }
    });
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
    tell(site, &address);
    let mut asked = asked;
    offer_formats(&mut asked.paper);
    let desk = Rc::new(Desk {
        site,
        since: Cell::new(None),
        asked: RefCell::new(asked),
        book: RefCell::new(None),
        known: Cell::default(),
        sources: RefCell::default(),
        choice: Cell::new(0),
        drawn: Cell::new(0),
        turn: Cell::new(0),
        whole: Cell::new(false),
        waiting: Cell::new(false),
    });
    printer::watch();
    let (a, b, c) = (desk.clone(), desk.clone(), desk.clone());
    printer::changed(move |name, value| match name.as_str() {
        "zoom" => printer::zoom(&value),
        OLDER => wasm_bindgen_futures::spawn_local(a.clone().compare()),
        _ => a.choose(),
    });
    // Whoever prints by the browser's menu before all is drawn gets all of it, too.
    printer::before(move || while b.draw() {});
    events::act(move |name| match name.as_str() {
        "print" => c.print(),
        "whole" => c.since(None),
        _ => {}
    });
    desk.begin();
}

impl Desk {
    /// A choice has changed.
    fn choose(self: &Rc<Desk>) {
        let mut asked = self.asked.borrow().clone();
        let item = std::mem::take(&mut asked.paper.item);
        asked.paper = Paper { item, ..Paper::default().with(&printer::fields(&FIELDS)) };
        offer_formats(&mut asked.paper);
        if let Some(form) = dom::find(".choices") {
            let _ = form.set_attribute("data-kind", asked.paper.kind.key());
        }
        history::replace(&asked.address(asked.lang));
        for other in Lang::ALL {
            if let Some(link) = dom::find(&format!(".langs [lang={}]", other.code())) {
                let _ = link.set_attribute("href", &asked.address(other).write());
            }
        }
        self.asked.replace(asked);
        self.begin();
    }

    /// An earlier edition has been chosen, or none any more: what changed since is printed, or the whole.
    async fn compare(self: Rc<Desk>) {
        let choice = self.choice.get() + 1;
        self.choice.set(choice);
        let w = words::desk(self.asked.borrow().lang);
        let breath = Breath::start();
        let text = printer::file(OLDER, &breath).await;
        if self.choice.get() != choice {
            return;
        }
        let Some(text) = text else { return self.since(None) };
        let today = self.site.today;
        let old = Site::open(&text.unwrap_or_default(), |_| today, &async || breath.take().await).await;
        if self.choice.get() != choice {
            return;
        }
        match old {
            Ok(old) => {
                let addendum = Addendum::of(&old.catalog, &self.site.catalog, today);
                self.since(Some((Box::leak(Box::new(old)), Box::leak(Box::new(addendum)))));
            }
            Err(reason) => {
                self.clear();
                offer_whole(true);
                printer::lay(0);
                say(&(w.older_fault)(&reason));
            }
        }
    }

    fn since(self: &Rc<Desk>, since: Option<(&'static Site, &'static Addendum)>) {
        offer_whole(since.is_some());
        if since.is_none() {
            printer::clear(OLDER);
        }
        self.choice.set(self.choice.get() + 1);
        self.since.set(since);
        self.begin();
    }

    /// Nothing lies on the desk, and whoever works for it stops.
    fn clear(&self) {
        self.turn.set(self.turn.get() + 1);
        self.book.replace(None);
        self.whole.set(false);
        self.waiting.set(false);
        able(false);
    }

    fn begin(self: &Rc<Desk>) {
        self.clear();
        wasm_bindgen_futures::spawn_local(self.clone().work(self.turn.get()));
    }

    async fn work(self: Rc<Desk>, turn: u32) {
        let asked = self.asked.borrow().clone();
        let w = words::desk(asked.lang);
        let late = || self.turn.get() != turn;
        let breath = Breath::start();
        say(w.laying);
        dom::breathe().await;
        let sources = match asked.names_sources() {
            Some(lang) => Sources::of(&self.sources, lang).await,
            None => String::new(),
        };
        if late() {
            return;
        }
        let since = self.since.get().filter(|_| asked.paper.kind == Kind::Book);
        let addendum = since.map(|since| since.1);
        let ids = match since {
            Some((old, addendum)) => asked.ids_since(self.site, old, addendum),
            None => asked.ids(self.site),
        };
        if ids.is_empty() {
            printer::lay(0);
            say(&addendum.map_or_else(|| w.nothing.into(), |addendum| (w.same)(addendum.since)));
            return dom::ready();
        }
        let needs = needs(&asked.paper);
        if !self.known.get().is_enough(needs, addendum) {
            let own = |id: &ProductId| addendum.is_none_or(|addendum| addendum.is_own(*id));
            let ids: Vec<ProductId> = ids.iter().copied().filter(own).collect();
            let all = match needs {
                Needs::Details => details(self.site, &ids, &breath).await.map_err(|reason| reason.to_string()),
                _ => prices(self.site, &ids).await,
            };
            match all {
                Ok(all) => self.known.set(Known { needs, of: addendum, all: Box::leak(all.into_boxed_slice()) }),
                Err(reason) => return say(&reason),
            }
            if late() {
                return;
            }
        }
        let home = public(self.site);
        let details = if needs > Needs::List { self.known.get().all } else { &[] };
        let own::Own { wishes, owner, apart } = own::Own::of(self.site, &asked);
        let copy = Copy { site: self.site, addendum, ids, home, details, wishes, owner, sources };
        let mut book = Print::begin(job(copy, &asked));
        while !book.step(STEP) {
            breath.take().await;
            if late() {
                return;
            }
        }
        let pages = book.pages();
        let bled = book.sheet(1).and_then(|first| papered(w, &asked, &first));
        printer::name(&asked.name(self.site));
        printer::lay(pages);
        self.drawn.set(0);
        self.book.replace(Some(book));
        able(true);
        while self.draw() {
            if self.drawn.get().is_multiple_of(TOLD) {
                say(&(w.drawing)(self.drawn.get(), pages));
            }
            breath.take().await;
            printer::pictures(ON_THE_WAY).await;
            if late() {
                return;
            }
        }
        let told = |more| {
            if !late() {
                say(&(w.awaited)(more));
            }
        };
        let missing = printer::all_pictures(told).await;
        printer::letters().await;
        if late() {
            return;
        }
        self.whole.set(true);
        let ready = (w.ready)(pages, asked.paper.format);
        let missed = (missing > 0).then(|| (w.missing)(missing));
        let apart = apart.then(|| w.apart.to_string());
        say(&[Some(ready), bled, apart, missed].into_iter().flatten().collect::<Vec<_>>().join(". "));
        dom::ready();
        // holes are printed only if somebody presses again who has read of them
        if self.waiting.take() && missing == 0 {
            printer::print();
        }
    }

    /// Draw the next sheet; false if there is none.
    fn draw(&self) -> bool {
        let number = self.drawn.get() + 1;
        let book = self.book.borrow();
        let Some(drawing) = book.as_ref().and_then(|book| book.sheet(number)) else { return false };
        let paper = &self.asked.borrow().paper;
        let own = self.site.see(tongues(paper.tongue).first.lang);
        let addendum = self.since.get().filter(|_| paper.kind == Kind::Book).map(|since| since.1);
        let see = See { catalog: addendum.map_or(own.catalog, |addendum| &addendum.catalog), ..own };
        printer::draw(number, &sheet(see, &drawing, paper.inks == Inks::Copy));
        self.drawn.set(number);
        true
    }

    /// Print now, or as soon as all is there.
    fn print(&self) {
        if self.whole.get() {
            printer::print();
        } else {
            self.waiting.set(true);
        }
    }
}

/// Progress is told after so many sheets.
const TOLD: usize = 8;
/// Pictures asked for and not there yet, at most, before the next sheet is drawn.
const ON_THE_WAY: u32 = 48;
