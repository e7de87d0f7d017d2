//! The words for a facet's value: its proper name, or the language's own for states, stars and kinds.

use super::See;
use crate::catalog::{GroupId, ProducerKind, Stars, State};
use crate::query::Facet;
use crate::search::Value;
use crate::text::capital;

/// Depth of a value in the tree of its facet: 0 but for groups below others.
pub fn level(facet: Facet, value: &Value) -> usize {
    let group = if facet == Facet::Group { GroupId::of_slug(&value.slug) } else { None };
    group.map_or(0, GroupId::level)
}

/// As it stands in the list of a facet, or, with `full`, alone on a chip ("Huyện cũ Hoằng Hóa").
pub fn label(see: See<'_>, facet: Facet, value: &Value, full: bool) -> String {
    let w = see.words;
    let own = (w.text)(&value.name);
    match facet {
        Facet::State => {
            State::ALL.into_iter().find(|s| s.key() == value.slug).map(|s| (w.state)(s).to_string()).unwrap_or_default()
        }
        Facet::Stars => value.slug.parse().ok().and_then(Stars::new).map_or_else(|| w.no_star.to_string(), w.stars),
        Facet::Kind => ProducerKind::ALL
            .into_iter()
            .find(|k| k.key() == value.slug)
            .map(|k| (w.kind)(k).to_string())
            .unwrap_or_default(),
        Facet::Group if own.is_empty() => w.no_group.to_string(),
        // "Thực phẩm tươi sống" below "Thực phẩm" need not repeat it.
        Facet::Group
            if !full && level(facet, value) == 1 && GroupId::of_slug(&value.slug).is_some_and(GroupId::is_food) =>
        {
            capital(own.strip_prefix("Thực phẩm ").unwrap_or(own))
        }
        Facet::District => match (see.catalog.districts.iter().find(|d| d.slug == value.slug), full) {
            (Some(was), true) => capital(&(w.district)(was.kind, own)),
            (Some(was), false) => (w.district_short)(was.kind, own),
            _ => own.to_string(),
        },
        Facet::Commune => capital(own),
        _ => own.to_string(),
    }
}
