//! The visitor's own list: order, quantity and note of each product, and what can be done with all of them.

use super::{Asked, COMPARED, State, View, found};
use crate::catalog::ProductId;
use crate::pick::{Item, LONGEST, pack};
use crate::view::{self, El, Node, See, el};
use crate::words::{self, Hall};

pub(super) fn list(see: See<'_>, state: &State, main: El) -> El {
    let w = words::hall(see.lang);
    let items = state.list.items();
    let title = el("h1").at("tabindex", "-1").put((w.mine)(items.len()));
    let main = main.put(forgetful(w, state)).put(title).put(told(w, state));
    if items.is_empty() {
        let back = el("a").class("act").at("href", see.list(Default::default())).put(see.words.to_list);
        return main.put(el("div").class("nothing").put(el("p").put(w.none)).put(el("p").put(back)));
    }
    let last = items.len() - 1;
    let found = found(see.catalog, &state.list);
    let known = found.iter().filter(|item| item.1.is_some()).count();
    let row = |(at, (item, id)): (usize, &(&Item, Option<ProductId>))| match id {
        Some(id) => row(see, w, state, (item, *id), [at == 0, at == last]),
        None => departed(w, state, item),
    };
    let rows = found.iter().enumerate().map(row).collect::<Vec<_>>();
    main.put(deeds(see, w, state, known)).put(el("ol").class("picked").put(rows)).put(
        el("p")
            .class("note")
            .put(kept_here(w, state).map(|said| [said, " "].concat()))
            .put(w.notes_stay)
            .put(" ")
            .put(el("button").class("plain").at("type", "button").at("data-act", "clear").put(w.clear)),
    )
}

/// Where what is written stays; nothing where it does not, which is said elsewhere.
pub(super) fn kept_here(w: &Hall, state: &State) -> Option<&'static str> {
    (!state.forgetful).then_some(w.kept_here)
}

/// The device keeps nothing.
pub(super) fn forgetful(w: &Hall, state: &State) -> Option<El> {
    state.forgetful.then(|| el("p").class("since").at("role", "status").put(w.forgetful))
}

/// What was just done, and how it is undone.
pub(super) fn told(w: &Hall, state: &State) -> El {
    let undo = state.undo.is_some().then(|| {
        el("button").class("way").at("type", "button").at("data-act", "undo").at("data-focus", "undo").put(w.undo)
    });
    let said = el("div").class("said").at("role", "status").put(state.said.as_str());
    el("div").class("told").put(said).put(undo)
}

/// What can be done with the list.
fn deeds(see: See<'_>, w: &Hall, state: &State, known: usize) -> El {
    let to = |view: View| Asked::of(view).address(see.lang).write();
    let link = |class, href: String, name: &str| el("a").class(class).at("href", href).put(name);
    let code = pack(&state.list);
    let sent = Asked { list: Some(code.clone()), ..Asked::default() }.address(see.lang);
    el("div")
        .class("deeds")
        .put(link("act", to(View::Ask), w.ask))
        .put(link("way", see.share(&sent), w.hand_over))
        .put((known > 1).then(|| link("way", to(View::Compare), (w.compare)(known.min(COMPARED)).as_str())))
        .put(link("way", see.print("book", &["mine=1&list=", &code].concat()), see.words.print_list))
}

fn row(see: See<'_>, w: &Hall, state: &State, (item, id): (&Item, ProductId), [first, last]: [bool; 2]) -> El {
    let p = see.catalog.product(id);
    let img = el("img").at("src", see.small(p)).at("alt", "").at("width", "72").at("height", "72");
    let name = el("a").at("href", see.to(crate::route::Route::Product(p.slug.clone()))).put(p.shown());
    let maker = |m: &crate::catalog::ProducerId| el("p").at("lang", "vi").put(see.catalog.producer(*m).name.as_str());
    let places: Vec<String> = see.communes(&p.site).iter().map(|c| view::capital(see.text(&c.name))).collect();
    let place = (!places.is_empty()).then(|| el("p").put(places.join(see.words.either_place)));
    let stand = p.standing(see.today);
    let stars = stand.and_then(|s| s.stars);
    let foot = el("div").class("foot").put(view::badge(see, stars)).put(stand.map(|s| view::standing(see, &s)));
    let words = el("div")
        .class("words")
        .put(el("h2").at("lang", "vi").put(name))
        .put(p.makers.iter().map(maker).collect::<Vec<_>>())
        .put(place)
        .put(foot);
    let odd = state.odd.iter().find(|odd| odd.0 == item.slug).map(|odd| odd.1.as_str());
    let wrong = ["odd-", &item.slug].concat();
    let quantity = if item.quantity > 0 { item.quantity.to_string() } else { odd.unwrap_or_default().into() };
    let quantity = field("quantity", &item.slug, quantity)
        .at("inputmode", "numeric")
        .at("maxlength", "20")
        .maybe("aria-invalid", odd.map(|_| "true"))
        .maybe("aria-describedby", odd.map(|_| wrong.clone()));
    let wrong = odd.map(|_| {
        let act = ["to-note:", &item.slug].concat();
        let move_it = el("button").class("plain").at("type", "button").at("data-act", act).put(w.to_note);
        el("p").class("odd").at("id", wrong).at("role", "alert").put(w.no_quantity).put(" ").put(move_it)
    });
    let note = field("note", &item.slug, item.note.clone()).at("maxlength", LONGEST.to_string());
    let tools = el("div")
        .class("tools")
        .put(labelled("quantity", w.quantity, quantity))
        .put(labelled("note", w.note, note))
        .put(tool("up", w.up, &item.slug, &p.name.vi, first))
        .put(tool("down", w.down, &item.slug, &p.name.vi, last))
        .put(tool("drop", w.remove, &item.slug, &p.name.vi, false));
    el("li").key(&item.slug).put(img).put(words).put(tools.put(wrong))
}

/// A product that is no longer in the catalogue.
fn departed(w: &Hall, state: &State, item: &Item) -> El {
    let name = state.gone.iter().find(|known| known.0 == item.slug).map_or(&item.slug, |known| &known.1);
    let words = el("div").class("words").put(el("h2").at("lang", "vi").put(name.as_str())).put(el("p").put(w.departed));
    let tools = el("div").class("tools").put(tool("drop", w.remove, &item.slug, name, false));
    el("li").class("gone").key(&item.slug).put(words).put(tools)
}

fn field(kind: &str, slug: &str, value: String) -> El {
    let field = [kind, ":", slug].concat();
    el("input").at("type", "text").at("autocomplete", "off").at("data-field", field).at("value", value)
}

fn labelled(class: &str, name: &'static str, input: El) -> El {
    el("label").class(class).put(el("span").put(name)).put(input)
}

/// A button with a sign; its name says what it does to which product.
fn tool(name: &str, said: &'static str, slug: &str, of: &str, idle: bool) -> El {
    let act = [name, ":", slug].concat();
    el("button")
        .class(["tool ", name].concat().as_str())
        .at("type", "button")
        .at("data-focus", act.as_str())
        .maybe("aria-disabled", idle.then_some("true"))
        .at("data-act", act)
        .put(Node::Many(vec![
            el("span").class("sr").put(said).put(": ").put(el("span").at("lang", "vi").put(of)).into(),
        ]))
}
