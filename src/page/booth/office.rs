//! The exhibitor's own page, behind the PIN: what was looked at today, what visitors wrote, what can be done with it.

use super::setup::is_ready;
use super::visit::{panel, press};
use crate::booth::{Diary, Kind, Note, Plan, table};
use crate::catalog::{Date, ProductId};
use crate::page::picks::{found, resolve};
use crate::pick::{Item, unpack};
use crate::route::{Address, Route, is_local};
use crate::view::{El, See, el};
use crate::words::{Booth, booth};

/// Rows of a table of counts.
const SHOWN: usize = 20;

/// Where the PIN is entered; `said` is why it was not taken.
pub fn gate(see: See<'_>, said: &str) -> El {
    let w = booth(see.lang);
    let input = el("input")
        .at("id", "gate")
        .at("type", "password")
        .at("inputmode", "numeric")
        .at("autocomplete", "off")
        .at("maxlength", "8")
        .at("aria-labelledby", "over-title");
    let form = el("form")
        .class("gate")
        .put(input)
        .put(el("p").class("missing").at("role", "alert").put(said))
        .put(el("button").class("act").at("type", "submit").put(w.enter));
    panel(w, w.enter_pin, "panel").put(form)
}

/// What the page shows.
pub struct Office<'a> {
    /// The day.
    pub day: Date,
    /// What was counted.
    pub diary: &'a Diary,
    /// What visitors wrote.
    pub notes: &'a [Note],
    /// Where the site stands for others, ending in `/`.
    pub home: &'a str,
    /// Whether nothing is left of the part that was chosen.
    pub lacks: bool,
    /// Whether the catalogue is on this device.
    pub ready: bool,
    /// Whether the screen is kept awake; none where it cannot be.
    pub awake: Option<bool>,
    /// The act that was pressed once and is done when it is pressed again.
    pub sure: &'a str,
}

/// The page.
pub fn office(see: See<'_>, plan: &Plan, it: &Office<'_>) -> El {
    let w = booth(see.lang);
    let stand = (w.at_stand)(&plan.hall, &plan.stand);
    let times = |kind| it.diary.of(it.day, kind).iter().map(|count| count.times).sum::<u32>().to_string();
    let today = el("div")
        .class("today")
        .put(el("h3").put([w.today, ", ", &(see.words.day)(it.day)].concat()))
        .put(el("p").class("great").put([w.visits, ": ", &times(Kind::Visit)].concat()))
        .put(el("p").put([w.takes, ": ", &times(Kind::Take)].concat()))
        .put(el("div").class("pair").put(counts(see, w, it, Kind::Product, w.seen)).put(counts(
            see,
            w,
            it,
            Kind::Search,
            w.searched,
        )));
    let note = |note: &Note| {
        let when =
            [&(see.words.day)(note.day), " ", &clock(note.minute), " · ", &place(see, it.home, &note.page)].concat();
        el("li")
            .put(el("p").put(el("b").put(note.contact.as_str())).put(" ").put(note.name.as_str()))
            .put(el("p").put(note.wish.as_str()))
            .put((!note.list.is_empty()).then(|| el("p").put([w.picked, ": ", &picked(see, &note.list)].concat())))
            .put(el("small").put(when))
    };
    let notes: Vec<El> = it.notes.iter().rev().map(note).collect();
    let none = notes.is_empty().then(|| el("p").put(w.nothing_yet));
    let written = el("div").class("notes").put(el("h3").put(w.notes)).put(none).put(el("ul").put(notes));
    let awake = match it.awake {
        Some(on) => press("awake", if on { w.awake_on } else { w.awake_off })
            .at("aria-pressed", if on { "true" } else { "false" }),
        None => el("p").put(w.awake_not),
    };
    let twice = |act: &str, name: &str, sure: &str| press(act, if it.sure == act { sure } else { name });
    let acts = el("div")
        .class("office-acts")
        .put(press("export-counts", w.export_counts))
        .put(press("export-notes", w.export_notes))
        .put(twice("erase", w.erase, w.erase_sure))
        .put(awake)
        .put(twice("leave", w.leave, w.leave_sure))
        .put(press("close", w.back).class("act"))
        .put(el("p").class("hint").put(w.leave_hint));
    panel(w, w.office, "panel office")
        .put((!stand.is_empty()).then(|| el("p").put(stand)))
        .put(it.lacks.then(|| el("p").class("missing").put(w.lacks)))
        .put(is_local(it.home).then(|| el("p").class("missing").put(w.no_home)))
        .put(is_ready(w, it.ready).put((!it.ready).then(|| [" ", w.to_download].concat())))
        .put(acts)
        .put(today)
        .put(written)
}

/// Counts of one kind as a table.
fn counts(see: See<'_>, w: &Booth, it: &Office<'_>, kind: Kind, title: &str) -> El {
    let all = it.diary.of(it.day, kind);
    let row = |count: &&crate::booth::Count| {
        el("tr")
            .put(el("th").at("scope", "row").put(named(see, kind, &count.what)))
            .put(el("td").put(count.times.to_string()))
    };
    let rows: Vec<El> = all.iter().take(SHOWN).map(row).collect();
    let out = el("div").put(el("h4").put(title));
    if rows.is_empty() { out.put(el("p").put(w.nothing_yet)) } else { out.put(el("table").put(el("tbody").put(rows))) }
}

/// What was counted, for people.
fn named(see: See<'_>, kind: Kind, what: &str) -> String {
    match see.catalog.find_product(what).filter(|_| kind == Kind::Product) {
        Some(id) => see.catalog.product(id).name.vi.clone(),
        None => what.into(),
    }
}

/// What a visitor has picked, by name, with how many of each.
fn picked(see: See<'_>, code: &str) -> String {
    let list = unpack(code).map(|sent| resolve(see.catalog, &sent).0).unwrap_or_default();
    let one = |(item, id): (&Item, Option<ProductId>)| {
        Some([see.catalog.product(id?).name.vi.as_str(), &item.times()].concat())
    };
    found(see.catalog, &list).into_iter().filter_map(one).collect::<Vec<_>>().join("; ")
}

/// Where a visitor was when they wrote: the product by its name, another page by its whole address.
fn place(see: See<'_>, home: &str, page: &str) -> String {
    let own = page.trim_start_matches("./");
    let (path, query) = own.split_once('?').unwrap_or((own, ""));
    let product = match Address::read(path, query, "").route {
        Route::Product(slug) => see.catalog.find_product(&slug),
        _ => None,
    };
    product.map_or_else(|| [home, own].concat(), |id| see.catalog.product(id).name.vi.clone())
}

fn clock(minute: u16) -> String {
    let two = |n: u16| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
    [&two(minute / 60), ":", &two(minute % 60)].concat()
}

/// All counts as a table for a spreadsheet.
pub fn counts_table(see: See<'_>, diary: &Diary) -> String {
    let w = booth(see.lang);
    let mut rows = vec![w.columns_counts.map(String::from).to_vec()];
    for count in diary.counts() {
        let kind = w.kinds[count.kind as usize].into();
        rows.push(vec![count.day.iso(), kind, named(see, count.kind, &count.what), count.times.to_string()]);
    }
    table(&rows)
}

/// All notes as a table for a spreadsheet; `home` is where the site stands for others.
pub fn notes_table(see: See<'_>, home: &str, notes: &[Note]) -> String {
    let w = booth(see.lang);
    let mut rows = vec![w.columns_notes.map(String::from).to_vec()];
    for note in notes {
        let Note { name, contact, wish, page, list, .. } = note.clone();
        rows.push(vec![
            note.day.iso(),
            clock(note.minute),
            name,
            contact,
            wish,
            place(see, home, &page),
            picked(see, &list),
        ]);
    }
    table(&rows)
}
