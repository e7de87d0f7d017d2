//! What the visitor has picked.
//!
//! In: a list, kept on the device. Out: the page. In the browser `desk` opens it.

#[cfg(target_arch = "wasm32")]
mod desk;

#[cfg(target_arch = "wasm32")]
pub(super) use desk::open;

use super::Site;
use crate::catalog::ProductId;
use crate::pick::List;
use crate::route::Lang;
use crate::view::{self, El, el};

/// The page of a list.
pub fn picks(site: &Site, lang: Lang, list: &List) -> El {
    let see = site.see(lang);
    let ids: Vec<ProductId> = list.items().iter().filter_map(|item| site.catalog.find_product(&item.slug)).collect();
    el("main")
        .at("id", "main")
        .class("hall picks")
        .put(el("h1").at("tabindex", "-1").put((see.words.picks_of)(ids.len())))
        .put(view::rows(see, &ids))
}
