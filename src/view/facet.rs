//! The filters: a column on wide screens, a sheet on phones.
//!
//! Values with no product left stay visible but off; chosen ones always show; a long facet can be searched and keeps
//! its text after a pick. Counts are those found after the click.

use super::{El, See, badge, el, label, level};
use crate::catalog::{GroupId, State};
use crate::query::{Facet, Query};
use crate::route::{Address, Route, SHEET};
use crate::search::{Found, Index, Value};

/// Values shown before "all": a facet of so many fits between its neighbours.
const SHORT: usize = 7;
/// At most so many rows of an opened facet; the rest is found by typing.
const LONG: usize = 200;

/// What a visitor did to one facet's list on this page.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FacetState {
    /// All values are shown.
    pub open: bool,
    /// What is looked for in it.
    pub text: String,
}

/// All facets.
pub fn filters(see: See<'_>, index: &Index, query: &Query, found: &Found, states: &[FacetState], sheet: bool) -> El {
    let w = see.words;
    let link = |query: Query| Address { sheet, ..Address::new(see.lang, Route::List(query)) }.write();
    let one = |f: Facet| facet(see, index, query, found, f, states.get(f as usize), &link);
    let clear = query.picks().next().is_some();
    let close = el("a")
        .class("close")
        .at("href", see.list(query.clone()))
        .at("aria-label", w.close)
        .at("data-focus", "close-filters");
    let head = el("div")
        .class("sheet-head")
        .put(el("p").class("sheet-title").put(w.filters))
        .put(clear.then(|| el("a").class("clear").at("href", link(query.unpicked())).put(w.clear_all)))
        .put(close.put("×"));
    let show = el("a").class("act").at("href", see.list(query.clone())).put((w.show_results)(found.total));
    shell(see, sheet)
        .put(head)
        .put(el("div").class("sheet-body").put(Facet::ALL.into_iter().filter_map(one).collect::<Vec<_>>()))
        .put(el("div").class("sheet-foot").put(show))
}

/// All facets as they stand.
pub fn filters_unchanged(see: See<'_>, sheet: bool) -> El {
    shell(see, sheet).and_rest()
}

fn shell(see: See<'_>, sheet: bool) -> El {
    el("aside")
        .at("id", SHEET)
        .class(if sheet { "filters open" } else { "filters" })
        .at("aria-label", see.words.filters)
}

fn facet(
    see: See<'_>,
    index: &Index,
    query: &Query,
    found: &Found,
    facet: Facet,
    state: Option<&FacetState>,
    link: &dyn Fn(Query) -> String,
) -> Option<El> {
    let w = see.words;
    let values = index.values(facet);
    if values.is_empty() {
        return None;
    }
    let state = state.cloned().unwrap_or_default();
    let tree = facet == Facet::Group;
    let long = !tree && values.len() > SHORT;
    let order: Vec<usize> =
        if state.text.is_empty() { (0..values.len()).collect() } else { index.lookup(facet, &state.text) };
    let limit = if long && !state.open { SHORT } else { LONG };
    let fits = |(place, i): &(usize, usize)| {
        let v = &values[*i];
        query.has(facet, &v.slug) || if tree { in_tree(values, v, query) } else { *place < limit }
    };
    let items: Vec<El> = order
        .into_iter()
        .enumerate()
        .filter(fits)
        .map(|(_, i)| {
            let href = link(query.toggled(facet, &values[i].slug));
            item(see, facet, &values[i], found.counts.of(&values[i]), query.has(facet, &values[i].slug), href)
        })
        .collect();
    let none = items.is_empty().then(|| el("p").class("none").put(w.facet_none));
    let list = (!items.is_empty()).then(|| el("ul").put(items));
    let name = format!("facet:{}", facet as usize);
    let find = (long && (state.open || values.len() > 2 * SHORT)).then(|| {
        el("input")
            .class("find")
            .at("type", "search")
            .at("autocomplete", "off")
            .at("data-field", name.as_str())
            .at("data-focus", name.as_str())
            .at("aria-label", (w.facet_find)(facet))
            .at("placeholder", (w.facet_find)(facet))
            .at("value", state.text.as_str())
    });
    let more = long.then(|| {
        let text = if state.open { w.facet_less.to_string() } else { (w.facet_all)(facet, values.len()) };
        el("button")
            .class("more")
            .at("type", "button")
            .at("data-act", name.as_str())
            .at("aria-expanded", if state.open { "true" } else { "false" })
            .put(text)
    });
    let id = format!("facet-{}", facet.key());
    let title = el("h2").at("id", id.as_str()).put((w.facet)(facet));
    Some(
        el("section")
            .class("facet")
            .key(facet.key())
            .at("aria-labelledby", id)
            .put(title)
            .put(find)
            .put(list)
            .put(none)
            .put(more),
    )
}

/// Which groups show: the main ones; food's children, which hold most products; and the children of what is chosen.
fn in_tree(values: &[Value], value: &Value, query: &Query) -> bool {
    let above = |v: &Value| GroupId::of_slug(&v.slug).and_then(GroupId::parent);
    let Some(parent) = above(value) else {
        return true;
    };
    let chosen = |slug: &str| query.has(Facet::Group, slug);
    let sibling = values.iter().any(|v| chosen(&v.slug) && above(v) == Some(parent));
    let first = level(Facet::Group, value) == 1 && values.first().is_some_and(|food| food.slug == parent.get().slug);
    first || sibling || chosen(parent.get().slug)
}

fn item(see: See<'_>, facet: Facet, value: &Value, count: u32, on: bool, href: String) -> El {
    let off = count == 0 && !on;
    let mark = match facet {
        // Food itself has no cloth of its own: its children have.
        Facet::Group if value.slug != "thuc-pham" => {
            let goods = GroupId::of_slug(&value.slug).map_or("unknown", GroupId::goods);
            let src = format!("swatch/{goods}.svg");
            Some(el("img").class("swatch").at("src", src).at("alt", "").at("width", "24").at("height", "24"))
        }
        Facet::State => State::ALL.into_iter().find(|s| s.key() == value.slug).map(badge::sign),
        _ => None,
    };
    let mut class = format!("value level-{}", level(facet, value));
    if facet == Facet::State {
        class = format!("{class} {}", value.slug);
    }
    if on {
        class.push_str(" on");
    }
    if off {
        class.push_str(" off");
    }
    let input = el("input")
        .at("type", "checkbox")
        .at("data-go", href)
        .at("data-focus", format!("{}={}", facet.key(), value.slug))
        .flag("checked", on)
        .flag("disabled", off);
    let label = el("label")
        .put(input)
        .put(mark)
        .put(el("span").class("name").put(label(see, facet, value, false)))
        .put(el("span").class("count").put(count.to_string()));
    el("li").class(&class).key(&value.slug).put(label)
}
