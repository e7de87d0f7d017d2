//! The booth: its set-up, the screen that waits, the visit, the exhibitor's own page.
//!
//! In: settings, counts, notes. Out: markup. In the browser `desk` opens it, hears and forgets; what it decides stands in
//! [`crate::booth`]. The site itself is shown in a frame as everyone sees it, so that the booth need not know its pages.

mod attract;
#[cfg(target_arch = "wasm32")]
mod desk;
mod office;
mod setup;
mod visit;

pub use attract::{WALL, attract, one, wall};
pub use office::{Office, counts_table, gate, notes_table, office};
pub use setup::{ALL, LIST, invited, link, setup};
pub use visit::{bar, kept, lacks, note, take, visit, warning};

#[cfg(target_arch = "wasm32")]
pub(super) use desk::open;

use super::{Site, picks};
use crate::booth::{Part, Plan};
use crate::catalog::ProductId;
use crate::pick::{self, List};
use crate::query::{PAGE, Query};
use crate::route::{Address, Lang, Route};

/// Where every visitor begins.
pub fn start(plan: &Plan, lang: Lang) -> Address {
    let query = match &plan.part {
        Part::All => Query::default(),
        Part::Of(facet, slug) => Query::default().toggled(*facet, slug),
        Part::Picks(code) => return of_code(lang, code.clone()),
    };
    Address::new(lang, Route::List(query))
}

/// The products of a booth's part of the catalogue; all of them where that part is empty.
pub fn products(site: &Site, plan: &Plan) -> Vec<ProductId> {
    let own = match start(plan, plan.lang).route {
        Route::List(mut query) => {
            query.more = site.index.size().div_ceil(PAGE);
            site.index.find(&query).ids
        }
        _ => picked(site, &plan.part),
    };
    if own.is_empty() { site.catalog.ids().collect() } else { own }
}

/// The products of a list that was put together, as far as they are still in the catalogue.
fn picked(site: &Site, part: &Part) -> Vec<ProductId> {
    let Part::Picks(code) = part else { return Vec::new() };
    let (list, _) = picks::resolve(&site.catalog, &pick::unpack(code).unwrap_or_default());
    list.items().iter().filter_map(|item| site.catalog.find_product(&item.slug)).collect()
}

/// The page of a list that is passed on by its code.
fn of_code(lang: Lang, code: String) -> Address {
    picks::Asked { list: Some(code), ..picks::Asked::default() }.address(lang)
}

/// The page of a list, as it is passed on.
pub fn sent(lang: Lang, list: &List) -> Address {
    of_code(lang, pick::pack(list))
}

/// The code in what an exhibitor pasted: the link of a list, or its code alone; none if it is neither.
pub fn listed(text: &str) -> Option<String> {
    let text = text.trim();
    let code = text.rsplit(['=', '?']).next().unwrap_or(text);
    pick::unpack(code).filter(|sent| !sent.items.is_empty()).map(|_| code.into())
}
