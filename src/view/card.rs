//! A product in a list: a card in the ruled grid, a row on phones (the same markup, laid out by the style sheet).

use super::{El, Node, See, Sizes, badge, capital, el, marked, standing};
use crate::catalog::{Product, ProductId};
use crate::route::{Lang, Route};

/// Pictures fetched at once: what a phone or a tablet shows before anyone scrolls. The rest waits for its turn.
const AT_ONCE: usize = 3;

/// How wide a photograph of 4:3 or 3:4 stands that covers a card's place for it: a square of 320 px, on a phone 124 px
/// beside words about 190 px high.
const SIZES: Sizes = ["(min-width: 40em) 426px, 253px", "(min-width: 40em) 320px, 142px"];

/// A list of cards.
pub fn cards(see: See<'_>, ids: &[ProductId], wanted: &[String]) -> El {
    list("cards", see, ids, wanted, Pictures::First)
}

/// The first cards of a list, while someone types: the words of the products at once; pictures that are not there yet,
/// and the other cards, when the list is drawn again.
pub fn first_cards(see: See<'_>, ids: &[ProductId], wanted: &[String]) -> El {
    list("cards", see, ids, wanted, Pictures::Later).and_rest()
}

/// A short list of rows, as on product pages.
pub fn rows(see: See<'_>, ids: &[ProductId]) -> El {
    list("cards rows", see, ids, &[], Pictures::Lazy)
}

/// When the pictures of a list are fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pictures {
    /// The first ones at once, the others when they come near.
    First,
    /// When they come near.
    Lazy,
    /// Not yet.
    Later,
}

fn list(class: &str, see: See<'_>, ids: &[ProductId], wanted: &[String], pictures: Pictures) -> El {
    let one = |(i, id): (usize, &ProductId)| {
        let pictures = if i < AT_ONCE || pictures != Pictures::First { pictures } else { Pictures::Lazy };
        card(see, *id, wanted, pictures)
    };
    el("ul").class(class).put(ids.iter().enumerate().map(one).collect::<Vec<_>>())
}

/// One product. Missing fields simply do not stand there.
fn card(see: See<'_>, id: ProductId, wanted: &[String], pictures: Pictures) -> El {
    let p = see.catalog.product(id);
    let english = (see.lang == Lang::En && !p.name.en.is_empty())
        .then(|| el("p").class("english").put(marked(&p.name.en, wanted)));
    let maker = |m: &crate::catalog::ProducerId| {
        el("p").class("maker").at("lang", "vi").put(marked(&see.catalog.producer(*m).name, wanted))
    };
    let stand = p.standing(see.today);
    let name = el("a").at("href", see.to(Route::Product(p.slug.clone()))).put(marked(&p.shown(), wanted));
    let foot =
        el("div").class("foot").put(badge(see, stand.and_then(|s| s.stars))).put(stand.map(|s| standing(see, &s)));
    let body = el("div")
        .class("body")
        .put(el("h2").at("lang", "vi").put(name))
        .put(english)
        .put(p.makers.iter().map(maker).collect::<Vec<_>>())
        .put(place(see, p, wanted))
        .put(foot);
    el("li").class("card").key(&p.slug).put(picture(see, p, pictures)).put(body).put(super::pick(see, p))
}

/// Its picture, at the left of a row or on top of a card.
fn picture(see: See<'_>, p: &Product, when: Pictures) -> El {
    let eager = when == Pictures::First;
    let img = el("img")
        .at("loading", if eager { "eager" } else { "lazy" })
        .maybe("fetchpriority", eager.then_some("high"))
        .maybe("decoding", (!eager).then_some("async"));
    super::picture(see, p, img, SIZES, when == Pictures::Later)
}

/// Today's place first, the former district small behind it.
fn place(see: See<'_>, p: &Product, wanted: &[String]) -> Option<El> {
    let now = see.communes(&p.site).iter().map(|c| see.text(&c.name)).collect::<Vec<_>>().join(see.words.either_place);
    let old = see.district(&p.site).map(|d| (see.words.district)(d.kind, &d.name));
    let old = old.map(|old| match now.is_empty() {
        true => el("span").class("old").put(marked(&capital(&old), wanted)),
        false => el("span").class("old").put("(").put(marked(&old, wanted)).put(")"),
    });
    if now.is_empty() && old.is_none() {
        return None;
    }
    let now = (!now.is_empty()).then(|| Node::Many(vec![el("b").put(marked(&now, wanted)).into(), " ".into()]));
    Some(el("p").class("place").put(now).put(old))
}
