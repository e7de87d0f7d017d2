//! What was withdrawn: its name, that it is no longer in the catalogue, and the nearest products. Printed codes and old links
//! still lead there. The page stands as it was sent: no program draws it again.

use super::{Site, Ui, framed};
use crate::route::{Address, Route};
use crate::view::{self, El, el};
use crate::words;

/// The page of an address at which that name once stood, and from which the browser goes on to where it stands `now`.
pub fn gone(site: &Site, address: &Address, name: &str, now: Option<&Route>) -> El {
    let see = site.see(address.lang);
    let title = el("h1").at("lang", "vi").at("tabindex", "-1").put(name);
    if let Some(now) = now {
        let there = el("a").class("act").at("href", see.to(now.clone())).put(words::gone(see.lang).present);
        let main = el("main").at("id", "main").class("missing").put(el("div").class("nothing").put(title).put(there));
        return framed(site, address, &Ui::default(), main);
    }
    let near = if is_product(&address.route) { site.index.nearest(name, 8) } else { Vec::new() };
    let said = el("div")
        .class("nothing")
        .put(title)
        .put(el("p").put(withdrawn(address)))
        .put(el("p").put(el("a").class("act").at("href", see.list(Default::default())).put(see.words.to_list)));
    let near = (!near.is_empty())
        .then(|| [el("h2").class("over").put(see.words.missing_near), view::cards(see, &near, &[])].to_vec());
    let main = el("main").at("id", "main").class("missing").put(said).put(near.unwrap_or_default());
    framed(site, address, &Ui::default(), main)
}

/// What is said of it.
pub fn withdrawn(address: &Address) -> &'static str {
    let w = words::gone(address.lang);
    if is_product(&address.route) { w.product } else { w.producer }
}

fn is_product(route: &Route) -> bool {
    matches!(route, Route::Product(_))
}
