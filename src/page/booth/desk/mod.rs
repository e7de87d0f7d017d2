//! The booth in the browser: opens what the address and the device say, hears, and keeps time.
//!
//! `stand` is a booth that is open: what it shows and forgets; `scene` is what it shows to nobody, `follow` goes along
//! with a visitor, `act` answers its buttons and forms, `gate` asks for the PIN, `renew` takes newer versions of the site;
//! `form` is the set-up.

mod act;
mod follow;
mod form;
mod gate;
mod renew;
mod scene;
mod stand;

use crate::booth::{PLAN, Plan};
use crate::page::Site;
use crate::page::booth::{invited, products, ready, setup};
use crate::page::hall;
use crate::page::keep::run::serves;
use crate::pick;
use crate::route::Lang;
use crate::view::{El, el};
use crate::web::booth::{self, Heard};
use crate::web::{dom, storage, worker};
use crate::words;
use form::Form;
use stand::Stand;
use std::cell::RefCell;
use std::rc::Rc;

/// What the page is at the moment.
enum Room {
    /// The exhibitor's form.
    Form(Form),
    /// A tablet that has scanned the link waits to be started.
    Invited(Box<Plan>),
    /// The booth is open.
    Stand(Rc<Stand>),
}

/// The page and its room.
struct Desk {
    site: &'static Site,
    lang: Lang,
    room: RefCell<Room>,
}

/// Milliseconds between two looks at the clock.
const TICK: i32 = 1_000;

/// Open the page; `asked` is the query string of its address. A booth that was open on this device is so again.
pub(in crate::page) fn open(site: &'static Site, lang: Lang, asked: &str) {
    let kept = Plan::read(&storage::kept(PLAN));
    if kept.is_none() {
        storage::keep(PLAN, "");
        storage::give_back();
    }
    let room = match (Plan::read(asked), kept) {
        (None, None) => Room::Form(Form::default()),
        (Some(plan), None) => Room::Invited(Box::new(plan)),
        (asked, Some(kept)) => Room::Stand(again(site, kept, asked)),
    };
    let desk = Rc::new(Desk { site, lang, room: RefCell::new(room) });
    desk.draw(None);
    let own = desk.clone();
    booth::listen(move |heard| own.hear(heard));
    desk.tick();
}

/// A booth that is open stays one: it takes other settings from a link with its own PIN alone, and for any other asks for it.
fn again(site: &'static Site, kept: Plan, asked: Option<Plan>) -> Rc<Stand> {
    let strange = asked.as_ref().is_some_and(|plan| plan.pin != kept.pin);
    let plan = asked.filter(|plan| !strange && products(site, &plan.part).is_ok()).unwrap_or(kept);
    storage::keep(PLAN, &plan.write());
    let stand = Stand::open(site, plan);
    if strange {
        stand.ask(words::booth(stand.lang.get()).already);
    }
    stand
}

/// Put a page in its place.
fn put(stage: &str, lang: Lang, content: El) {
    let main = el("main").at("id", "main").class("booth").at("data-stage", stage).at("lang", lang.code()).put(content);
    booth::show("#app", &main.to_html());
}

impl Desk {
    /// Draw the room; a booth draws itself.
    fn draw(&self, plan: Option<&Plan>) {
        let see = self.site.see(self.lang);
        match &*self.room.borrow() {
            Room::Form(form) => {
                let own = hall::picks();
                let own = if own.items().is_empty() { String::new() } else { pick::pack(&own) };
                put("set-up", self.lang, setup(see, self.site, plan, &own));
                form.look(self.site, self.lang);
            }
            Room::Invited(plan) => {
                let keeps = storage::keep(PLAN, &storage::kept(PLAN));
                put("set-up", self.lang, invited(see, self.site, plan, keeps));
                wasm_bindgen_futures::spawn_local(async move {
                    booth::show(".ready", &ready(see, serves().await).to_html());
                });
            }
            Room::Stand(_) => {}
        }
    }

    fn hear(self: &Rc<Desk>, heard: Heard) {
        // A room may be left while it is heard.
        if matches!(heard, Heard::Kept) {
            // Back may show the page as it was before the booth was opened, and another tab open or end one.
            let old = match &*self.room.borrow() {
                Room::Stand(stand) => stand.is_over(),
                _ => Plan::read(&storage::kept(PLAN)).is_some(),
            };
            if old {
                dom::reload();
            }
            return;
        }
        let next = match &*self.room.borrow() {
            Room::Stand(stand) => {
                let stand = stand.clone();
                stand.hear(heard).map(|plan| (Room::Form(Form::default()), Some(plan)))
            }
            Room::Form(form) => form.hear(self.site, self.lang, heard).map(|plan| self.start(plan)),
            Room::Invited(plan) => match heard {
                Heard::Press(act, _) if act == "open" => Some(self.start(Plan::clone(plan))),
                Heard::Press(act, _) if act == "change" => Some((Room::Form(Form::of(plan)), Some(Plan::clone(plan)))),
                _ => None,
            },
        };
        if let Some((room, plan)) = next {
            self.room.replace(room);
            self.draw(plan.as_ref());
        }
    }

    /// This device is a booth from now on, also after it was switched off.
    fn start(&self, plan: Plan) -> (Room, Option<Plan>) {
        // On a device that was a booth before, the strangers' things are not its owner's.
        if storage::kept(PLAN).is_empty() {
            storage::set_aside();
        }
        storage::keep(PLAN, &plan.write());
        crate::web::screen::fill();
        wasm_bindgen_futures::spawn_local(async {
            // What a page from before the download still fetches, it fetches from the network: it is opened once more.
            if !worker::served() && serves().await {
                dom::reload();
            }
        });
        (Room::Stand(Stand::open(self.site, plan)), None)
    }

    fn tick(self: Rc<Desk>) {
        if let Room::Stand(stand) = &*self.room.borrow() {
            stand.tick();
        }
        dom::later(TICK, move || self.tick());
    }
}
