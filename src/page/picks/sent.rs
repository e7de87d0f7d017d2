//! A list that was sent: shown as such, and kept or added to the visitor's own only when the visitor says so.

use super::list::{forgetful, told};
use super::{Asked, State, back, found};
use crate::catalog::{Catalog, ProductId};
use crate::pick::{Item, List, MOST, Number, Sent, unpack};
use crate::view::{self, El, Node, See, el};
use crate::words::{self, Hall};

/// What a code says of a catalogue: products that are in it, and numbers of those that are gone.
pub fn resolve(catalog: &Catalog, sent: &Sent) -> (List, Vec<Number>) {
    let wanted = |slug: &str| {
        let number = Number::of(slug);
        sent.items.iter().any(|item| item.0 == number).then_some(number)
    };
    let there: Vec<(Number, &str)> =
        catalog.products.iter().filter_map(|p| Some((wanted(&p.slug)?, p.slug.as_str()))).collect();
    let (mut list, mut gone) = (List::EMPTY, Vec::new());
    for (number, quantity) in &sent.items {
        match there.iter().find(|known| known.0 == *number) {
            Some((_, slug)) => list.add(Item { slug: (*slug).into(), quantity: *quantity, ..Item::default() }),
            None => gone.push(*number),
        }
    }
    (list, gone)
}

pub(super) fn sent(see: See<'_>, code: &str, state: &State, main: El) -> El {
    let w = words::hall(see.lang);
    let Some(sent) = unpack(code) else {
        let said = el("div").class("nothing").put(el("h1").at("tabindex", "-1").put(w.unreadable));
        return main.put(back(see, w.to_mine)).put(said.put(el("p").put(w.unreadable_lead)));
    };
    let (list, gone) = resolve(see.catalog, &sent);
    let own = list.items().iter().all(|item| state.list.has(&item.slug));
    let lost = sent.count - sent.items.len();
    let lost = (lost > 0).then(|| el("p").class("since").put((w.cut)(sent.items.len(), sent.count)));
    let full = list.items().len() == MOST && sent.items.len() > MOST + gone.len();
    let full = full.then(|| el("p").class("note").put((w.left_out)(MOST, sent.items.len() - MOST - gone.len())));
    main.put(forgetful(w, state))
        .put(back(see, w.to_mine))
        .put(el("h1").at("tabindex", "-1").put((w.sent)(sent.items.len())))
        .put(told(w, state))
        .put((!own).then(|| el("p").class("lead").put(w.sent_lead)))
        .put(list.items().is_empty().then(|| nothing(see, w)))
        .put(lost)
        .put(full)
        .put(offers(see, w, &list, state))
        .put(quantities(see, &list))
        .put(departed(state, w, &gone))
}

/// Nothing of it is here: a way onward.
fn nothing(see: See<'_>, w: &Hall) -> El {
    let on = el("a").class("act").at("href", see.list(Default::default())).put(see.words.to_list);
    el("div").class("nothing").put(el("p").put(w.all_gone)).put(el("p").put(on))
}

/// What can be done with it.
fn offers(see: See<'_>, w: &Hall, list: &List, state: &State) -> Option<El> {
    if list.items().is_empty() {
        return None;
    }
    let act = |name: &'static str, said: &'static str, class| {
        el("button").class(class).at("type", "button").at("data-act", name).put(said)
    };
    let own = &state.list;
    let all = list.items().iter().all(|item| own.has(&item.slug));
    let print = el("a").class("way").at("href", see.print("book", &["list=", &crate::pick::pack(list)].concat()));
    let here = Asked { list: Some(crate::pick::pack(list)), ..Asked::default() }.address(see.lang);
    let share = el("a").class("way").at("href", see.share(&here)).put(see.words.share);
    let keep: Node = if own.items().is_empty() {
        act("keep", w.keep, "act").into()
    } else if all {
        el("p").class("note").put(w.have_all).into()
    } else {
        Node::Many(vec![act("join", w.join, "act").into(), act("keep", w.replace, "way").into()])
    };
    Some(el("div").class("deeds").put(keep).put(print.put(see.words.print_list)).put(share))
}

/// The products with how many of each.
fn quantities(see: See<'_>, list: &List) -> El {
    let w = words::hall(see.lang);
    let all: Vec<(&Item, ProductId)> =
        found(see.catalog, list).into_iter().filter_map(|(item, id)| Some((item, id?))).collect();
    let line = |(item, id): &(&Item, ProductId)| {
        let name = el("span").at("lang", "vi").put(see.catalog.product(*id).shown());
        el("li").put(el("b").put(item.quantity.to_string())).put(" × ").put(name)
    };
    let counted: Vec<El> = all.iter().filter(|(item, _)| item.quantity > 0).map(line).collect();
    let counted = (!counted.is_empty())
        .then(|| el("section").class("counted").put(el("h2").put(w.quantities)).put(el("ul").put(counted)));
    let ids: Vec<ProductId> = all.iter().map(|item| item.1).collect();
    el("div").put(counted).put(view::cards(see, &ids, &[]))
}

/// Products that are no longer in the catalogue, by name where the publisher has kept it.
fn departed(state: &State, w: &Hall, gone: &[Number]) -> Option<El> {
    let one = |number: &Number| {
        let name = state.gone.iter().find(|known| Number::of(&known.0) == *number).map(|known| known.1.clone());
        match name {
            Some(name) => el("li").at("lang", "vi").put(name),
            None => el("li").put(w.code).put(" ").put(number.letters()),
        }
    };
    let list = gone.iter().map(one).collect::<Vec<_>>();
    (!gone.is_empty())
        .then(|| el("section").class("gone").put(el("h2").put((w.gone)(gone.len()))).put(el("ul").put(list)))
}
