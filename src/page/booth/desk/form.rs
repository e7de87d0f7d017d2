//! The exhibitor's form: what is typed becomes a link.

use crate::booth::{Part, Pin, Plan};
use crate::page::Site;
use crate::page::booth::{ALL, LIST, link, listed};
use crate::route::{Address, Lang, Route};
use crate::web::booth::{self, Heard};
use crate::web::{history, sharing};
use crate::words;
use std::cell::RefCell;

/// The PIN that was typed, and its hash, which takes a moment to make.
#[derive(Default)]
pub(super) struct Form {
    pin: RefCell<Option<(String, Pin)>>,
}

impl Form {
    /// With settings that keep their PIN until another is typed.
    pub(super) fn of(plan: &Plan) -> Form {
        Form { pin: RefCell::new(Some((String::new(), plan.pin.clone()))) }
    }

    /// What someone did; the settings, if the booth is to be opened here.
    pub(super) fn hear(&self, site: &Site, lang: Lang, heard: Heard) -> Option<Plan> {
        match heard {
            Heard::Changed => {
                let whole = self.read().map(|plan| address(lang, &plan));
                let words = words::booth(lang);
                let unread = booth::value("part") == LIST && listed(&booth::value(LIST)).is_none();
                let unread = unread && !booth::value(LIST).trim().is_empty();
                let missing = if unread { words.wrong_list } else { words.scan_wait };
                booth::set(".choices", "data-part", &booth::value("part"));
                // What has not changed stays: a finger may be on it.
                if whole.as_ref().is_none_or(|whole| booth::value("whole") != *whole) {
                    booth::show(".link", &link(site.see(lang), whole.as_deref().ok_or(missing)).to_html());
                }
                None
            }
            Heard::Press(act, _) if act == "open" => self.read(),
            Heard::Press(act, _) if act == "copy-link" => {
                let whole = self.read().map(|plan| address(lang, &plan))?;
                wasm_bindgen_futures::spawn_local(async move { _ = sharing::copy(&whole, "#whole").await });
                None
            }
            _ => None,
        }
    }

    /// What the form says; none without a PIN.
    fn read(&self) -> Option<Plan> {
        let digits = booth::value("pin");
        let known = self.pin.borrow().as_ref().filter(|(typed, _)| *typed == digits).map(|(_, pin)| pin.clone());
        let pin = known.or_else(|| Pin::new(&digits, booth::dice()))?;
        self.pin.replace(Some((digits, pin.clone())));
        let part = match booth::value("part").as_str() {
            ALL => Part::All,
            LIST => Part::Picks(listed(&booth::value(LIST))?),
            key => {
                let facet = Part::FACETS.into_iter().find(|facet| facet.key() == key)?;
                Part::Of(facet, booth::value(key))
            }
        };
        let plan = Plan {
            part,
            hall: booth::value("hall"),
            stand: booth::value("stand"),
            lang: if booth::value("tongue") == Lang::En.code() { Lang::En } else { Lang::Vi },
            rest: booth::value("rest").parse().ok()?,
            awake: booth::value("awake") == "1",
            pin,
        };
        // As a link says it, so that a tablet that scans it is the same booth.
        Plan::read(&plan.write())
    }
}

/// Where tablets open that booth: the site as it was opened here.
fn address(lang: Lang, plan: &Plan) -> String {
    [&history::base(), Address::new(lang, Route::Booth(plan.write())).write().as_str()].concat()
}
