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

pub use attract::{WALL, attract, one, preview, wall};
pub use office::{Office, counts_table, gate, notes_table, office};
pub use setup::{ALL, LIST, invited, link, ready, said, setup};
pub use visit::{bar, caption, kept, lacks, note, take, visit, warning};

#[cfg(target_arch = "wasm32")]
pub(super) use desk::open;

use super::{Site, picks};
use crate::booth::{Lack, Part};
use crate::catalog::ProductId;
use crate::pick::{self, List};
use crate::query::{PAGE, Query};
use crate::route::{Address, Lang, Route};

/// Where every visitor begins, if the booth shows that part.
pub fn start(part: &Part, lang: Lang) -> Address {
    let query = match part {
        Part::All => Query::default(),
        Part::Of(facet, slug) => Query::default().toggled(*facet, slug),
        Part::Picks(code) => return of_code(lang, code.clone()),
    };
    Address::new(lang, Route::List(query))
}

/// The products of that part of the catalogue, or why there are none.
pub fn products(site: &Site, part: &Part) -> Result<Vec<ProductId>, Lack> {
    let own = match (part, start(part, Lang::Vi).route) {
        (Part::Of(facet, slug), _) if site.index.value(*facet, slug).is_none() => Vec::new(),
        (_, Route::List(mut query)) => {
            query.more = site.index.size().div_ceil(PAGE);
            site.index.find(&query).ids
        }
        _ => picked(site, part)?,
    };
    if own.is_empty() { Err(Lack::Empty) } else { Ok(own) }
}

/// The products of a list that was put together, as far as they are still in the catalogue.
fn picked(site: &Site, part: &Part) -> Result<Vec<ProductId>, Lack> {
    let Part::Picks(code) = part else { return Ok(Vec::new()) };
    let sent = pick::unpack(code).filter(|sent| sent.items.len() == sent.count).ok_or(Lack::Unreadable)?;
    let (list, _) = picks::resolve(&site.catalog, &sent);
    Ok(picks::found(&site.catalog, &list).into_iter().filter_map(|item| item.1).collect())
}

/// The page of a list that is passed on by its code.
fn of_code(lang: Lang, code: String) -> Address {
    picks::Asked { list: Some(code), ..picks::Asked::default() }.address(lang)
}

/// The page of a list, as it is passed on.
pub fn sent(lang: Lang, list: &List) -> Address {
    of_code(lang, pick::pack(list))
}

/// The code in what an exhibitor pasted, the link of a list or its code alone; or why there is none.
pub fn listed(text: &str) -> Result<String, Lack> {
    let text = text.trim();
    let code = text.split_once("list=").map_or(text, |(_, code)| code);
    let code: String = code.chars().take_while(char::is_ascii_alphanumeric).collect();
    match pick::unpack(&code) {
        _ if text.is_empty() => Err(Lack::Nothing),
        Some(sent) if !sent.items.is_empty() && sent.items.len() == sent.count => Ok(code),
        _ => Err(Lack::Unreadable),
    }
}
