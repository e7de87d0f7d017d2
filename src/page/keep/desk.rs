//! The page that makes a device ready, in the browser: asks how things stand, shows progress, answers what is pressed.

use super::{Shown, keep, run};
use crate::catalog::Date;
use crate::offline::{List, Stand, Why, stand};
use crate::page::hall::Canvas;
use crate::page::{Site, Ui, framed, hall};
use crate::route::{Address, Lang, Route};
use crate::web::{dom, events, worker};
use crate::words;
use std::cell::RefCell;
use std::rc::Rc;

/// Letters of a version that tell it from another.
const SHORT: usize = 8;

struct Desk {
    site: &'static Site,
    lang: Lang,
    shown: RefCell<Shown>,
    /// What is drawn.
    live: Canvas,
}

/// Open the page.
pub(in crate::page) fn open(site: &'static Site, lang: Lang) {
    let desk = Rc::new(Desk { site, lang, shown: RefCell::default(), live: Canvas::default() });
    desk.draw();
    let (again, pressed) = (desk.clone(), desk.clone());
    events::act(move |name| wasm_bindgen_futures::spawn_local(pressed.clone().act(name)));
    // What another page of the site has done meanwhile.
    dom::shown(move || wasm_bindgen_futures::spawn_local(again.clone().ask()));
    wasm_bindgen_futures::spawn_local(desk.ask());
}

impl Desk {
    fn draw(&self) {
        let address = Address::new(self.lang, Route::Offline(String::new()));
        let page = framed(
            self.site,
            &address,
            &Ui { picks: hall::picks(), ..Ui::default() },
            keep(self.lang, &self.shown.borrow()),
        );
        self.live.draw(page);
    }

    /// Ask the browser, and the site, how things stand.
    async fn ask(self: Rc<Desk>) {
        if self.shown.borrow().busy {
            return;
        }
        let seen = worker::seen().await;
        let now = stand(&seen);
        let room = if seen.able { worker::room().await } else { None };
        let progress = match now {
            Stand::Unable | Stand::Ready | Stand::Newer => None,
            // Without a network it stands as it stood.
            _ => run::measure().await.ok().or(self.shown.borrow().progress),
        };
        let version = match &seen.active {
            Some(active) => {
                let list = worker::sealed(active).await.and_then(|text| List::read(&text));
                Some((active.chars().take(SHORT).collect(), list.and_then(|list| day(&list.day))))
            }
            None => None,
        };
        if self.shown.borrow().busy {
            return;
        }
        let said = std::mem::take(&mut self.shown.borrow_mut().said);
        let room = room.map(|(used, all)| (used, (all - used).max(0.0)));
        self.shown.replace(Shown { stand: Some(now), progress, busy: false, said, version, room });
        self.draw();
    }

    async fn act(self: Rc<Desk>, name: String) {
        let w = words::keep(self.lang);
        if self.shown.borrow().busy {
            return;
        }
        let said = match name.as_str() {
            "ready" => self.fetch().await.map(|()| String::new()),
            "look" => {
                self.say(w.looking.into());
                run::look().await.map(|newer| if newer { String::new() } else { w.latest.into() })
            }
            "renew" => {
                worker::take().await;
                Ok(String::new())
            }
            "remove" => {
                worker::dismiss().await;
                Ok(w.removed.into())
            }
            _ => return,
        };
        self.shown.borrow_mut().said = said.unwrap_or_else(|why| (w.stopped)(&why));
        self.ask().await;
    }

    async fn fetch(self: &Rc<Desk>) -> Result<(), Why> {
        self.shown.borrow_mut().busy = true;
        self.say(String::new());
        let own = self.clone();
        let tell = move |progress| {
            own.shown.borrow_mut().progress = Some(progress);
            own.draw();
        };
        let outcome = run::make_ready(&tell).await;
        self.shown.borrow_mut().busy = false;
        outcome
    }

    fn say(&self, text: String) {
        self.shown.borrow_mut().said = text;
        self.draw();
    }
}

/// A day as lists have it.
fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
