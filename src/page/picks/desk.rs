//! The list in the browser: keeps it, answers what is pressed, goes from view to view. The address says which view.

use super::{Asked, Asker, State, View, found, known, letters, picks, resolve};
use crate::bundle;
use crate::page::hall::Canvas;
use crate::page::head::tell;
use crate::page::load::details;
use crate::page::{Site, Ui, framed, hall};
use crate::pick::{self, List, unpack};
use crate::query::Query;
use crate::route::{Address, Lang, Route};
use crate::web::dom::{self, Breath};
use crate::web::events::{self, Act};
use crate::web::{fetch, history, sharing, storage};
use crate::words;
use std::cell::RefCell;
use std::rc::Rc;

/// What ends a line within what is kept on one (U+2028).
const BREAK: &str = "\u{2028}";

struct Desk {
    site: &'static Site,
    lang: Lang,
    asked: RefCell<Asked>,
    state: RefCell<State>,
    shown: Canvas,
}

/// Open the page.
pub(in crate::page) fn open(site: &'static Site, lang: Lang, text: &str) {
    let (home, alone) = hall::home(site);
    let mut asker = Asker::default();
    for (name, value) in Asker::FIELDS.iter().zip(storage::asker().lines()) {
        asker.field(name).into_iter().for_each(|field| *field = value.replace(BREAK, "\n"));
    }
    let list = hall::picks();
    let state = State {
        forgetful: !storage::keep_picks(&list.write()),
        list,
        asker,
        sheet: sharing::has_sheet(),
        // An address that only this machine has helps nobody who gets a letter.
        home: if alone { String::new() } else { home },
        ..State::default()
    };
    let desk = Rc::new(Desk {
        site,
        lang,
        asked: RefCell::new(Asked::read(text)),
        state: RefCell::new(state),
        shown: Canvas::default(),
    });
    desk.enter();
    storage::tell();
    events::listen(
        |route| matches!(route, Route::Picks(_)),
        move |act| {
            desk.on(act);
            false
        },
    );
}

impl Desk {
    fn draw(&self) {
        let (asked, state) = (self.asked.borrow(), self.state.borrow());
        let ui = Ui { picks: state.list.clone(), ..Ui::default() };
        let page = framed(self.site, &asked.address(self.lang), &ui, picks(self.site, self.lang, &asked, &state));
        self.shown.draw(page);
    }

    /// Draw, and fetch what the view still lacks.
    fn enter(self: &Rc<Desk>) {
        self.draw();
        let address = self.asked.borrow().address(self.lang);
        tell(self.site, &address);
        let desk = self.clone();
        wasm_bindgen_futures::spawn_local(async move { desk.fetch().await });
    }

    async fn fetch(&self) {
        let (asked, list) = (self.asked.borrow().clone(), self.state.borrow().list.clone());
        let sent = asked.list.as_deref().and_then(unpack);
        let gone = match sent {
            Some(sent) => !resolve(&self.site.catalog, &sent).1.is_empty(),
            None => found(&self.site.catalog, &list).iter().any(|item| item.1.is_none()),
        };
        if gone && self.state.borrow().gone.is_empty() {
            // Without the file the products are told by their codes.
            let text = fetch::text(&["catalog/", bundle::GONE].concat()).await.unwrap_or_default();
            self.state.borrow_mut().gone = bundle::read_gone(&text).unwrap_or_default();
            self.draw();
        }
        if asked.list.is_none() && asked.view != View::List {
            let see = self.site.see(self.lang);
            let ids = known(see, &list);
            let lacks = ids.iter().any(|id| self.state.borrow().detail(*id).is_none());
            if let (true, Ok(all)) = (lacks, details(self.site, &ids, &Breath::start()).await) {
                self.state.borrow_mut().details = all;
                self.draw();
            }
        }
    }

    fn on(self: &Rc<Desk>, act: Act) {
        match act {
            Act::Go(to, _, _) => {
                history::push(&to);
                self.go();
                dom::window().scroll_to_with_x_and_y(0.0, 0.0);
                dom::find("main h1").iter().for_each(dom::focus);
            }
            Act::Popped => self.go(),
            Act::Kept if self.recall() => self.draw(),
            Act::Typed(field, text) => self.typed(&field, &text),
            Act::Do(name) => self.act(&name),
            Act::Submit => {
                let text = dom::typed_early().unwrap_or_default();
                history::leave(&Address::new(self.lang, Route::List(Query::default().typed(&text))));
            }
            _ => {}
        }
    }

    /// To what stands in the address bar.
    fn go(self: &Rc<Desk>) {
        let address = history::current();
        if let (Route::Picks(text), true) = (&address.route, address.lang == self.lang) {
            self.asked.replace(Asked::read(text));
            self.state.borrow_mut().said.clear();
            self.enter();
        } else {
            // Another language is another page.
            let _ = dom::window().location().reload();
        }
    }

    /// The list as the device keeps it; whether another tab has changed it. The list before that would take back what was
    /// done there.
    fn recall(&self) -> bool {
        let mut state = self.state.borrow_mut();
        let list = hall::picks();
        let changed = !state.forgetful && state.list != list;
        if changed {
            state.list = list;
            state.undo = None;
        }
        changed
    }

    fn typed(&self, field: &str, text: &str) {
        self.recall();
        let mut state = self.state.borrow_mut();
        let (kind, of) = field.split_once(':').unwrap_or_default();
        match kind {
            "quantity" => {
                // What is no number is nobody's order: it is said, and the field keeps it.
                state.odd.retain(|odd| odd.0 != of);
                let count = pick::quantity(text).unwrap_or_else(|| {
                    state.odd.push((of.into(), text.into()));
                    0
                });
                state.list.count(of, count);
                state.said.clear();
            }
            "note" => state.list.note(of, text),
            "ask" => {
                let Some(field) = state.asker.field(of) else { return };
                *field = text.into();
                let a = &state.asker;
                let lines = [&a.name, &a.firm, &a.reach, &a.place, &a.questions].map(|text| text.replace('\n', BREAK));
                storage::keep_asker(&lines.join("\n"));
                drop(state);
                return self.draw();
            }
            _ => return,
        }
        state.forgetful = !storage::keep_picks(&state.list.write());
        // The list before would take back what was just typed; and links carry quantities.
        state.undo = None;
        drop(state);
        self.draw();
    }

    fn act(self: &Rc<Desk>, name: &str) {
        let (kind, of) = name.split_once(':').unwrap_or((name, ""));
        let w = words::hall(self.lang);
        self.recall();
        let mut list = self.state.borrow().list.clone();
        let before = list.clone();
        let spoken = self.site.catalog.find_product(of).map(|id| self.site.catalog.product(id).name.vi.clone());
        let spoken = spoken.unwrap_or_default();
        let said = match kind {
            "up" | "down" => {
                list.shift(of, kind == "up");
                let at = list.items().iter().position(|item| item.slug == of).unwrap_or_default();
                (w.moved)(&spoken, at + 1, list.items().len())
            }
            "drop" => {
                list.toggle(of);
                (w.removed)(&spoken)
            }
            "to-note" => {
                let mut state = self.state.borrow_mut();
                let odd = state.odd.iter().position(|odd| odd.0 == of).map(|at| state.odd.remove(at).1);
                let note = list.items().iter().find(|item| item.slug == of).map(|item| item.note.as_str());
                let all = odd.as_deref().into_iter().chain(note).filter(|text| !text.is_empty());
                let all = all.collect::<Vec<_>>().join("; ");
                list.note(of, &all);
                String::new()
            }
            "pick" => {
                list.toggle(of);
                if list == before { (w.left_out)(pick::MOST, 1) } else { String::new() }
            }
            "clear" => {
                list = List::EMPTY;
                w.cleared.into()
            }
            "undo" => {
                list = self.state.borrow_mut().undo.take().unwrap_or(list);
                w.undone.into()
            }
            "keep" | "join" => {
                let code = self.asked.borrow().list.clone().unwrap_or_default();
                let sent = unpack(&code).map(|sent| resolve(&self.site.catalog, &sent).0).unwrap_or_default();
                let mut left = 0;
                if kind == "keep" {
                    list = sent;
                } else {
                    left = list.join(&sent);
                }
                history::push(&Asked::default().address(self.lang));
                self.asked.replace(Asked::default());
                match left {
                    0 => w.kept.into(),
                    _ if list == before => (w.left_out)(pick::MOST, left),
                    _ => [w.kept, " ", &(w.left_out)(pick::MOST, left)].concat(),
                }
            }
            "copy" | "send" => return self.hand(kind, of),
            _ => return,
        };
        let takes_away = matches!(kind, "drop" | "clear" | "keep" | "join") && !before.items().is_empty();
        {
            let mut state = self.state.borrow_mut();
            state.forgetful = !storage::keep_picks(&list.write());
            state.odd.retain(|odd| list.has(&odd.0));
            state.list = list;
            state.undo = if takes_away { Some(before) } else { None };
            state.said = said;
        }
        self.enter();
        let there = dom::focus_by_key(name);
        if !there || dom::focus_is_lost() {
            // What was pressed is gone: the way back is next.
            let _ = dom::focus_by_key("undo") || dom::find("main h1").inspect(dom::focus).is_some();
        }
    }

    /// Copy a letter, or give it to the device's own sheet.
    fn hand(self: &Rc<Desk>, kind: &str, of: &str) {
        let letter = self.letter(of);
        let (desk, send, field) = (self.clone(), kind == "send", ["#letter-", of].concat());
        wasm_bindgen_futures::spawn_local(async move {
            let (Some(letter), w) = (letter, words::hall(desk.lang)) else { return };
            let said = if send {
                if sharing::send(&letter.subject, &letter.text).await { w.shared } else { "" }
            } else if sharing::copy(&letter.text, &field).await {
                w.letter_copied
            } else {
                w.letter_not_copied
            };
            desk.state.borrow_mut().said = said.into();
            desk.draw();
        });
    }

    fn letter(&self, of: &str) -> Option<super::Letter> {
        let state = self.state.borrow();
        let whole = |list: &List| super::ask::whole(self.lang, &state.home, list);
        letters(self.site.see(self.lang), &state, &whole).into_iter().nth(of.parse().ok()?)
    }
}
