//! The exhibitor's form: what is typed becomes a link.

use crate::booth::{Lack, Part, Pin, Plan};
use crate::page::Site;
use crate::page::booth::{ALL, LIST, link, listed, preview, products, said};
use crate::route::{Address, Lang, Route};
use crate::web::booth::{self, Heard};
use crate::web::{history, sharing};
use std::cell::RefCell;

/// The PIN that was typed, and its hash, which takes a moment to make.
#[derive(Default)]
pub(super) struct Form {
    pin: RefCell<Option<(String, Pin)>>,
    /// What is said of the part, and the picture of a tablet.
    shown: RefCell<[String; 2]>,
}

impl Form {
    /// With settings that keep their PIN until another is typed.
    pub(super) fn of(plan: &Plan) -> Form {
        Form { pin: RefCell::new(Some((String::new(), plan.pin.clone()))), ..Form::default() }
    }

    /// What someone did; the settings, if the booth is to be opened here.
    pub(super) fn hear(&self, site: &Site, lang: Lang, heard: Heard) -> Option<Plan> {
        match heard {
            Heard::Changed => {
                self.look(site, lang);
                let whole = self.read(site).map(|plan| address(lang, &plan));
                // What has not changed stays: a finger may be on it.
                if booth::value("whole") != whole.as_deref().unwrap_or_default() {
                    booth::show(".link", &link(site.see(lang), whole.as_deref()).to_html());
                }
                None
            }
            Heard::Press(act, _) if act == "open" => self.read(site),
            Heard::Press(act, _) if act == "copy-link" => {
                let whole = self.read(site).map(|plan| address(lang, &plan))?;
                wasm_bindgen_futures::spawn_local(async move { _ = sharing::copy(&whole, "#whole").await });
                None
            }
            _ => None,
        }
    }

    /// Say what the chosen part holds or lacks, and show what a tablet would.
    pub(super) fn look(&self, site: &Site, lang: Lang) {
        let see = site.see(lang);
        let kind = booth::value("part");
        booth::set(".choices", "data-part", &kind);
        let found = part().and_then(|part| products(site, &part));
        let holds = found.as_ref().map(|ids| (kind != ALL).then_some(ids.len())).map_err(|lack| *lack);
        booth::set("#list", "aria-invalid", if holds == Err(Lack::Unreadable) { "true" } else { "false" });
        let (hall, stand) = (booth::value("hall"), booth::value("stand"));
        let ids = found.unwrap_or_default();
        let now = [
            said(see, &kind, holds).map(|said| said.to_html()),
            Some(preview(see, (&hall, &stand, tongue()), &ids).to_html()),
        ];
        let now = now.map(Option::unwrap_or_default);
        // What stands is neither said nor drawn again.
        let before = self.shown.replace(now.clone());
        for ((place, now), before) in ["#said", ".preview"].into_iter().zip(now).zip(before) {
            if now != before {
                booth::show(place, &now);
            }
        }
    }

    /// What the form says; none without a PIN, or if nothing could be shown.
    fn read(&self, site: &Site) -> Option<Plan> {
        let digits = booth::value("pin");
        let known = self.pin.borrow().as_ref().filter(|(typed, _)| *typed == digits).map(|(_, pin)| pin.clone());
        let pin = known.or_else(|| Pin::new(&digits, booth::dice()))?;
        self.pin.replace(Some((digits, pin.clone())));
        let part = part().ok().filter(|part| products(site, part).is_ok())?;
        let plan = Plan {
            part,
            hall: booth::value("hall"),
            stand: booth::value("stand"),
            lang: tongue(),
            rest: booth::value("rest").parse().ok()?,
            awake: booth::value("awake") == "1",
            pin,
        };
        // As a link says it, so that a tablet that scans it is the same booth.
        Plan::read(&plan.write())
    }
}

/// The part that is chosen.
fn part() -> Result<Part, Lack> {
    Ok(match booth::value("part").as_str() {
        LIST => Part::Picks(listed(&booth::value(LIST))?),
        key => match Part::FACETS.into_iter().find(|facet| facet.key() == key) {
            Some(facet) => Part::Of(facet, booth::value(key)),
            None => Part::All,
        },
    })
}

/// The language in which visitors begin.
fn tongue() -> Lang {
    if booth::value("tongue") == Lang::En.code() { Lang::En } else { Lang::Vi }
}

/// Where tablets open that booth: the site as it was opened here.
fn address(lang: Lang, plan: &Plan) -> String {
    [&history::base(), Address::new(lang, Route::Booth(plan.write())).write().as_str()].concat()
}
