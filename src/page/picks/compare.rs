//! Some products of the list side by side: what is known of each, and where they differ.
//!
//! In: products, quantities and notes of the list. Out: rows, and the table of them. What no product has is left out.

use super::{Asked, State, View, back, known};
use crate::catalog::{Product, ProductId, Term, TermId};
use crate::route::Route;
use crate::view::{El, See, el};
use crate::words::{self, Hall};

/// Products side by side.
pub const MOST: usize = 4;

/// A line of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What it tells.
    pub name: &'static str,
    /// Of each product; empty where it is not known.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether it tells the products apart.
    pub fn differs(&self) -> bool {
        self.cells.windows(2).any(|two| two.first() != two.last())
    }
}

/// What is known of these products; a row that is empty for all is left out.
pub fn rows(see: See<'_>, state: &State, ids: &[ProductId]) -> Vec<Row> {
    let (w, c) = (see.words, see.catalog);
    let detail = |id: ProductId| state.detail(id);
    let item = |id: ProductId| state.list.items().iter().find(|item| item.slug == c.product(id).slug);
    let terms = |ids: &[TermId], all: &[Term]| {
        let names = ids.iter().filter_map(|id| all.get(id.0 as usize)).map(|term| see.text(&term.name));
        names.collect::<Vec<_>>().join(", ")
    };
    let hall = words::hall(see.lang);
    let mut out = Vec::new();
    let mut add = |name: &'static str, of: &dyn Fn(ProductId, &Product) -> String| {
        let cells: Vec<String> = ids.iter().map(|id| of(*id, c.product(*id))).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            out.push(Row { name, cells });
        }
    };
    add(hall.quantity, &|id, _| {
        item(id).map(|item| item.quantity).filter(|n| *n > 0).map(|n| n.to_string()).unwrap_or_default()
    });
    add(hall.note, &|id, _| item(id).map(|item| item.note.clone()).unwrap_or_default());
    add(w.producer, &|_, p| p.makers.iter().map(|id| c.producer(*id).name.as_str()).collect::<Vec<_>>().join(", "));
    add(w.col_stars, &|_, p| p.standing(see.today).and_then(|s| s.stars).map(w.stars).unwrap_or_default());
    add(w.col_state, &|_, p| p.standing(see.today).map(|s| (w.standing)(&s)).unwrap_or_default());
    add(w.price, &|id, _| detail(id).and_then(|d| d.price).map(w.dong).unwrap_or_default());
    add(w.pack, &|id, _| detail(id).map(|d| d.pack.clone()).unwrap_or_default());
    add(w.group, &|_, p| p.group.map(|group| (words::paper(see.lang).group)(group).to_string()).unwrap_or_default());
    add(w.made_in, &|_, p| {
        let now = see.communes(&p.site).iter().map(|c| see.text(&c.name)).collect::<Vec<_>>().join(w.either_place);
        let old = see.former(&p.site).map(|old| if now.is_empty() { old.clone() } else { [" (", &old, ")"].concat() });
        [now.as_str(), &old.unwrap_or_default()].concat()
    });
    add(w.quality, &|_, p| terms(&p.quality, &c.qualities));
    add(w.channels, &|_, p| terms(&p.channels, &c.channels));
    add(w.markets, &|_, p| terms(&p.markets, &c.markets));
    out
}

/// What is compared: what the address names, else the first of the list.
fn chosen(see: See<'_>, asked: &Asked, all: &[ProductId]) -> Vec<ProductId> {
    let all = || all.iter().copied();
    let named: Vec<ProductId> =
        all().filter(|id| asked.of.contains(&see.catalog.product(*id).slug)).take(MOST).collect();
    if named.is_empty() { all().take(MOST).collect() } else { named }
}

pub(super) fn compare(see: See<'_>, asked: &Asked, state: &State, main: El) -> El {
    let w = words::hall(see.lang);
    let all = known(see, &state.list);
    let ids = chosen(see, asked, &all);
    let main = main.put(back(see, w.to_mine)).put(el("h1").at("tabindex", "-1").put((w.compare)(ids.len())));
    if state.list.items().is_empty() {
        return main.put(el("p").class("lead").put(w.none));
    }
    main.put(choice(see, w, all, &ids)).put(table(see, w, state, &ids))
}

/// All of the list, to take out of the table or into it.
fn choice(see: See<'_>, w: &Hall, all: Vec<ProductId>, ids: &[ProductId]) -> El {
    let slug = |id: &ProductId| see.catalog.product(*id).slug.clone();
    let one = |id: ProductId| {
        let on = ids.contains(&id);
        let mut of: Vec<String> = ids.iter().filter(|other| **other != id).map(slug).collect();
        if !on {
            of.truncate(MOST - 1);
            of.push(slug(&id));
        }
        // One at least stays.
        let href = (!of.is_empty()).then(|| Asked { of, ..Asked::of(View::Compare) }.address(see.lang).write());
        let focus = ["compare-", &slug(&id)].concat();
        let link = el(if href.is_some() { "a" } else { "span" })
            .class(if on { "way on" } else { "way" })
            .maybe("href", href)
            .at("data-focus", focus)
            .maybe("aria-current", on.then_some("true"))
            .at("lang", "vi");
        el("li").key(&slug(&id)).put(link.put(see.catalog.product(id).shown()))
    };
    let all = all.into_iter().map(one).collect::<Vec<_>>();
    el("details").class("choice").put(el("summary").put(w.choose)).put(el("ul").put(all))
}

fn table(see: See<'_>, w: &Hall, state: &State, ids: &[ProductId]) -> El {
    let head = |id: &ProductId| {
        let p = see.catalog.product(*id);
        let img = el("img").at("src", see.small(p)).at("alt", "").at("width", "96").at("height", "96");
        let name = el("a").at("href", see.to(Route::Product(p.slug.clone()))).put(p.shown());
        el("th").at("scope", "col").at("lang", "vi").put(img).put(name)
    };
    let line = |row: Row| {
        // What the visitor has written is no difference of the products.
        let own = [w.quantity, w.note].contains(&row.name);
        let differs = row.differs() && !own;
        let mark = differs.then(|| el("small").put(w.differs));
        let cells = row.cells.iter().map(|cell| match cell.is_empty() {
            // What the visitor has not written is no gap in the source.
            true if own => el("td"),
            true => el("td").class("unknown").put(see.words.not_stated),
            false => el("td").put(cell.as_str()),
        });
        let cells = cells.collect::<Vec<_>>();
        el("tr")
            .maybe("class", differs.then_some("differs"))
            .put(el("th").at("scope", "row").put(row.name).put(mark))
            .put(cells)
    };
    let lines = rows(see, state, ids).into_iter().map(line).collect::<Vec<_>>();
    let corner = el("td").put(el("span").class("sr").put(w.compare_of));
    let heads = ids.iter().map(head).collect::<Vec<_>>();
    let table = el("table")
        .at("data-columns", ids.len().to_string())
        .put(el("thead").put(el("tr").put(corner).put(heads)))
        .put(el("tbody").put(lines));
    // Wider than a phone: it scrolls by itself, by keyboard too.
    el("div").class("wide").at("tabindex", "0").at("role", "region").at("aria-label", w.compare_of).put(table)
}
