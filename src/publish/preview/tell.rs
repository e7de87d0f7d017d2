//! What the cards of a catalogue say: the site's own words, in Vietnamese.
//! In: the catalogue as views see it. Out: [`Card`]s. What the catalogue does not say is left out; no drawing here.

use super::{Card, Foot, Picture};
use crate::catalog::{Producer, ProducerId, ProducerKind, Product, ProductId, State};
use crate::publish::picture::goods;
use crate::publish::tile::motif_of;
use crate::view::See;
use std::collections::HashSet;

/// Words and pictures that all cards of a catalogue share.
fn blank(see: See<'_>, slug: &str, name: String) -> Card {
    let about = &see.catalog.about;
    let warning = if about.invented { see.words.invented.to_owned() } else { String::new() };
    Card { slug: slug.to_owned(), title: about.title.clone(), warning, name, ..Card::default() }
}

/// The card of a product.
pub fn product(see: See<'_>, id: ProductId) -> Card {
    let w = see.words;
    let p = see.catalog.product(id);
    let stand = p.standing(see.today);
    let stars = stand.and_then(|s| s.stars);
    let mut feet = vec![stars.map_or_else(|| Foot::Plain(w.no_star.into()), |s| Foot::Stars(s, (w.badge)(s)))];
    if let Some(stand) = stand {
        feet.push(Foot::State(stand.state, (w.standing)(&stand)));
        feet.extend(stand.proposed.map(|stars| Foot::State(State::Proposed, (w.proposed)(Some(stars)))));
    }
    Card {
        lines: place(see, p).into_iter().collect(),
        feet,
        pictures: vec![picture(p)],
        ..blank(see, &p.slug, p.shown())
    }
}

/// The card of a producer of those products.
pub fn producer(see: See<'_>, id: ProducerId, products: &[ProductId]) -> Card {
    let maker: &Producer = see.catalog.producer(id);
    let all = || products.iter().map(|id| see.catalog.product(*id));
    let mut lines: Vec<String> = all().find_map(|p| place(see, p)).into_iter().collect();
    if maker.kind != ProducerKind::Unknown {
        lines.insert(0, (see.words.kind)(maker.kind).to_owned());
    }
    let holds = all().filter(|p| p.standing(see.today).is_some_and(|s| s.state == State::InForce)).count();
    let mut feet = vec![number((see.words.count_products)(products.len()))];
    if holds > 0 {
        feet.push(Foot::State(State::InForce, format!("{}: {holds}", (see.words.state)(State::InForce))));
    }
    Card {
        lines,
        feet,
        pictures: all().map(picture).take(Card::MOST).collect(),
        ..blank(see, &maker.slug, maker.name.clone())
    }
}

/// The card of the catalogue.
pub fn catalog(see: See<'_>) -> Card {
    let (c, w) = (see.catalog, see.words);
    let lines = vec![(w.tagline)(see.text(&c.about.province))];
    let mut feet = vec![number((w.count_products)(c.products.len()))];
    if !c.producers.is_empty() {
        feet.push(number((w.list_producers)(c.producers.len())));
    }
    // one of each trade first, so that the wall is as varied as the market
    let mut seen = HashSet::new();
    let (new, again): (Vec<&Product>, Vec<&Product>) = c.products.iter().partition(|p| seen.insert(p.motif));
    let pictures = new.into_iter().chain(again).take(Card::MOST).map(picture).collect();
    Card { title: String::new(), lines, feet, pictures, ..blank(see, "catalog", c.about.title.clone()) }
}

/// "160 sản phẩm" as a number and what it counts.
fn number(words: String) -> Foot {
    match words.split_once(' ') {
        Some((number, what)) => Foot::Number(number.into(), what.into()),
        None => Foot::Plain(words),
    }
}

/// Photograph or tile.
fn picture(p: &Product) -> Picture {
    if let Some(photo) = &p.photo {
        return Picture::Photo { stem: photo.stem.clone() };
    }
    let goods = goods(p.group);
    Picture::Tile { slug: p.slug.clone(), motif: motif_of(&p.name.vi, goods), goods }
}

/// Today's commune, or what is known of where it was, and the province.
fn place(see: See<'_>, p: &Product) -> Option<String> {
    let now: Vec<&str> = see.communes(&p.site).iter().map(|c| see.text(&c.name)).collect();
    let place = if now.is_empty() { see.former(&p.site)? } else { now.join(see.words.either_place) };
    Some(match see.text(&see.catalog.about.province) {
        "" => place,
        province => format!("{place}, {province}"),
    })
}
