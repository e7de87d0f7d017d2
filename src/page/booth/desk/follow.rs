//! Follows a visitor through the site: keeps them in the part that is shown, counts what they saw, speaks their language.

use super::stand::{Stand, today};
use crate::booth::{DIARY, Diary, Seen, held};
use crate::page::booth::{bar, start};
use crate::route::{Lang, Route};
use crate::web::{booth, storage};
use crate::words;
use std::rc::Rc;

impl Stand {
    /// Where is the visitor, and has the page there been heard yet?
    pub(super) fn look(self: &Rc<Stand>) {
        if !self.visiting.get() {
            return;
        }
        if self.frame.is_lost() {
            self.frame.open(&start(&self.part, self.lang.get()), words::booth(self.lang.get()).frame);
        }
        let Some(here) = self.frame.here() else { return };
        self.frame.look();
        // What was searched for on another page, too, is of the part that is shown; whoever drops its filter has left it.
        let listed = self.listed.replace(matches!(here.route, Route::List(_)));
        if let (false, Some(to)) = (listed, held(&self.part, &here)) {
            return self.frame.go(&to);
        }
        let seen = self.watch.borrow_mut().see(&here);
        self.count(seen);
        if here.lang != self.lang.get() {
            self.speak(here.lang);
        }
    }

    /// What stands around the site is in the visitor's language, too.
    pub(super) fn speak(&self, lang: Lang) {
        self.lang.set(lang);
        booth::set("#main", "lang", lang.code());
        booth::show(".bar-place", &bar(self.see()).to_html());
    }

    pub(super) fn count(&self, seen: Vec<Seen>) {
        if !seen.is_empty() {
            self.diary(|diary| seen.into_iter().for_each(|one| diary.see(today(), one)));
        }
    }

    pub(super) fn diary(&self, then: impl FnOnce(&mut Diary)) {
        let mut diary = Diary::read(&storage::kept(DIARY));
        then(&mut diary);
        storage::keep(DIARY, &diary.write());
    }
}
