//! A plain list of links, each with a small remark.

use super::{El, el};

/// `(address, name, remark)`; names are in Vietnamese. None if there are none.
pub fn links(all: Vec<(String, String, String)>) -> Option<El> {
    let one = |(href, name, remark): (String, String, String)| {
        el("li").put(el("a").at("href", href).put(name)).put(" ").put(el("span").class("count").put(remark))
    };
    (!all.is_empty()).then(|| el("ul").class("links").put(all.into_iter().map(one).collect::<Vec<_>>()))
}
