//! What the buttons and forms of an open booth do.

use super::stand::{Over, Stand, today};
use crate::booth::{DIARY, Diary, NOTES, Note, PLAN, Plan, Stage, read_notes, write_notes};
use crate::page::booth::{Office, caption, counts_table, kept, lacks, note, notes_table, office, sent, take};
use crate::page::{hall, picks, share};
use crate::pick::pack;
use crate::press;
use crate::route::{Address, Lang};
use crate::view::El;
use crate::web::screen::Wake;
use crate::web::{booth, dom, history, save, storage, worker};
use crate::words;
use std::rc::Rc;

impl Stand {
    /// A press; the settings, if the booth is left by it.
    pub(super) fn press(self: &Rc<Stand>, act: &str, lang: Option<&str>) -> Option<Plan> {
        // Who presses by a screen reader touches nothing.
        self.touch();
        if self.idle.borrow().stage() == Stage::Attract {
            let lang = Lang::ALL.into_iter().find(|one| Some(one.code()) == lang).unwrap_or(self.plan.lang);
            self.begin(lang);
            return None;
        }
        let words = words::booth(self.lang.get());
        match act {
            "again" => self.forget(),
            "note" => self.cover(Over::Note, note(self.see(), hall::picks().items().len())),
            "take" => {
                self.diary(|diary| diary.take(today()));
                self.cover(Over::Panel, take(self.see(), words.take, words.take_lead, &self.addresses()));
            }
            "close" => self.close(),
            _ if self.over.get() == Over::Office => return self.manage(act),
            // The finger that held the corner takes the focus along when it leaves.
            "" if self.over.get() == Over::Gate => booth::focus("#gate"),
            _ => {}
        }
        None
    }

    /// What is done on the exhibitor's own page.
    fn manage(self: &Rc<Stand>, act: &str) -> Option<Plan> {
        let sure = self.sure.replace(act.into()) == act;
        let see = self.see();
        match act {
            "export-counts" => {
                let _ =
                    save::text("gian-hang-so-lieu.csv", CSV, &counts_table(see, &Diary::read(&storage::kept(DIARY))));
            }
            "export-notes" => {
                let _ = save::text(
                    "gian-hang-loi-nhan.csv",
                    CSV,
                    &notes_table(see, &hall::home(self.site).0, &self.notes()),
                );
            }
            "erase" if sure => {
                storage::keep(DIARY, "");
                storage::keep(NOTES, "");
                self.sure.take();
            }
            "awake" => self.wake.want(!self.wake.wanted()),
            "leave" if sure && self.is_over() => dom::reload(),
            "leave" if sure => {
                self.wake.want(false);
                self.frame.close();
                storage::erase_visitor();
                storage::keep(PLAN, "");
                storage::give_back();
                booth::descend();
                return Some(self.plan.clone());
            }
            _ => {}
        }
        self.show_office();
        None
    }

    /// Put something over everything.
    pub(super) fn cover(&self, over: Over, panel: El) {
        self.over.set(over);
        booth::show(".above", &panel.to_html());
        self.reach();
        booth::focus(if over == Over::Gate { "#gate" } else { "#over-title" });
    }

    fn close(self: &Rc<Stand>) {
        if self.over.replace(Over::Nothing) == Over::Office {
            return self.forget();
        }
        booth::show(".above", "");
        if !self.visiting.get() {
            self.idle.borrow_mut().end();
        }
        self.reach();
    }

    /// A form was sent.
    pub(super) fn sent(self: &Rc<Stand>) {
        match self.over.get() {
            Over::Note => self.keep_note(),
            Over::Gate => self.try_pin(),
            _ => {}
        }
    }

    pub(super) fn show_office(&self) {
        let diary = Diary::read(&storage::kept(DIARY));
        let notes = self.notes();
        let it = Office {
            day: today(),
            diary: &diary,
            notes: &notes,
            home: &hall::home(self.site).0,
            lacks: self.part != self.plan.part,
            ready: worker::served(),
            awake: Wake::able().then(|| self.wake.wanted()),
            sure: &self.sure.borrow(),
        };
        self.cover(Over::Office, office(self.see(), &self.plan, &it));
    }

    fn notes(&self) -> Vec<Note> {
        read_notes(&storage::kept(NOTES))
    }

    fn keep_note(&self) {
        let here = self.frame.here().map(|address| address.write()).unwrap_or_default();
        let typed = Note {
            day: today(),
            minute: booth::minute(),
            name: booth::value("note-name"),
            contact: booth::value("note-contact"),
            wish: booth::value("note-wish"),
            page: here,
            list: if booth::value("note-list") == "1" { pack(&hall::picks()) } else { String::new() },
        };
        let words = words::booth(self.lang.get());
        match typed.new(booth::value("note-consent") == "1") {
            Err(missing) => {
                booth::write(".above .missing", lacks(self.see(), missing));
            }
            Ok(note) => {
                let mut notes = self.notes();
                notes.push(note);
                if storage::keep(NOTES, &write_notes(&notes)) {
                    self.cover(Over::Panel, kept(self.see()));
                } else {
                    booth::write(".above .missing", words.full);
                }
            }
        }
    }

    /// What the visitor can take along, as others reach it: the page, and the list if anything is picked.
    pub(super) fn addresses(&self) -> Vec<(String, String)> {
        let words = words::booth(self.lang.get());
        let home = hall::home(self.site).0;
        let edition = press::edition(&self.site.catalog);
        let whole = |address: &Address| share::link(&home, &edition, address, share::Way::Booth);
        let mut out = Vec::new();
        if let Some(here) = self.frame.here() {
            out.push((words.take_page.into(), whole(&here)));
        }
        let list = hall::picks();
        if !list.items().is_empty() {
            out.push(((words.take_list)(list.items().len()), whole(&sent(self.lang.get(), &list))));
        }
        out
    }

    /// A link leads out of the booth: to its address, or with an empty one to the page itself. A visitor's own telephone opens
    /// it, or keeps the contact that it is.
    pub(super) fn lead_out(&self, address: &str) {
        let words = words::booth(self.lang.get());
        let see = self.see();
        let panel = match card(address) {
            Some((name, card)) => take(see, words.contact_take, words.contact_lead, &[(name, card)]),
            None if address.is_empty() => take(see, words.outside, words.outside_lead, &self.addresses()),
            // A source is no part of the catalogue that is taken along.
            None => {
                return self.cover(Over::Panel, take(see, words.outside, words.outside_lead, &[self.outside(address)]));
            }
        };
        self.diary(|diary| diary.take(today()));
        self.cover(Over::Panel, panel);
    }

    /// An address that a link leads to, with what is read of it: one of the site as others reach it.
    fn outside(&self, address: &str) -> (String, String) {
        let own = address.strip_prefix(history::base().as_str()).map(|own| [&hall::home(self.site).0, own].concat());
        let whole = own.unwrap_or_else(|| address.into());
        (caption(words::booth(self.lang.get()), &whole), whole)
    }
}

/// The contact that a link keeps as a file: its name, and the card.
fn card(address: &str) -> Option<(String, String)> {
    let card = history::decoded(address.strip_prefix(picks::CARD)?);
    let name = card.lines().find_map(|line| line.strip_prefix("FN:")).unwrap_or_default();
    Some((name.replace('\\', ""), card))
}

/// What the browser is told of the tables.
const CSV: &str = "text/csv;charset=utf-8";
