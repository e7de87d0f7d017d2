//! The catalogue on its way into the browser, the same for every program of the site.
//!
//! In: `catalog/list.json`. Out: a [`Site`], or the reason for people why there is none.

use super::{Site, failed};
use crate::booth::PLAN;
use crate::bundle::{self, Details, PRICES, about_file, read_about, read_prices};
use crate::catalog::{Detail, ProductId};
use crate::route::{Address, Lang, Route};
use crate::web::dom::{self, Breath};
use crate::web::{events, fetch, history, storage};
use crate::words::desk;
use std::collections::BTreeMap;
use std::fmt::Display;

const LIST: &str = "catalog/list.json";

/// A device that is a booth shows nothing else: whoever comes to another page of the site, as by Back, is led to the booth.
pub(super) fn to_booth() {
    let at = history::current();
    let elsewhere = !matches!(at.route, Route::Booth(_)) && !dom::is_framed();
    if elsewhere && !storage::kept(PLAN).is_empty() {
        history::instead(&Address::new(at.lang, Route::Booth(String::new())));
    }
}

/// Fetch and open it, after what the page itself needs, and without holding a frame.
pub(super) async fn site() -> Result<Site, String> {
    to_booth();
    let breath = Breath::start();
    let list = fetch::text(LIST).await.map_err(|e| e.to_string())?;
    dom::sent().await;
    let site = Site::open(&list, dom::today, &async || breath.take().await).await;
    site.map_err(|e| [LIST, ": ", &e].concat())
}

/// The same for a program that shows nothing without it: kept for the whole run, or none, and the page says why.
pub(super) async fn load(lang: Lang) -> Option<&'static Site> {
    // A page that was left is shown again as it was.
    events::shown(to_booth);
    match site().await {
        Ok(site) => Some(Box::leak(Box::new(site))),
        Err(reason) => {
            if let Some(app) = dom::find("#app") {
                app.set_inner_html(&failed(lang, &reason).to_html());
            }
            events::retry();
            None
        }
    }
}

/// Where the site stands for others, ending in `/`; empty if nobody else can reach it.
pub(super) fn public(site: &Site) -> String {
    let home = site.catalog.about.home.clone();
    if home.is_empty() { history::public() } else { home }
}

/// Details of those products, each file read once.
pub(super) async fn details(
    site: &Site,
    ids: &[ProductId],
    breath: &Breath,
) -> Result<Vec<(ProductId, Detail)>, fetch::Fault> {
    let products = &site.catalog.products;
    let mut all = Vec::with_capacity(ids.len());
    let file = |id: &ProductId| (bundle::detail_file(&site.catalog.product(*id).slug, products.len()), id.0);
    let mut files: Vec<(String, u32)> = ids.iter().map(file).collect();
    files.sort_unstable();
    for of in files.chunk_by(|a, b| a.0 == b.0) {
        let Some((file, _)) = of.first() else { continue };
        let text = fetch::text(&["catalog/", file].concat()).await?;
        let known = Details::read(&text).ok();
        for (_, id) in of {
            // A product whose details cannot be read is printed without.
            let detail = known.as_ref().and_then(|known| known.of(&products[*id as usize].slug).ok());
            all.push((ProductId(*id), detail.unwrap_or_default()));
            breath.take().await;
        }
    }
    all.sort_unstable_by_key(|known| known.0);
    Ok(all)
}

/// Prices and packs of those products; one that has neither has no details here.
pub(super) async fn prices(site: &Site, ids: &[ProductId]) -> Result<Vec<(ProductId, Detail)>, String> {
    let fault = |reason: &dyn Display| [PRICES, ": ", &reason.to_string()].concat();
    let text = fetch::text(&["catalog/", PRICES].concat()).await.map_err(|e| e.to_string())?;
    let known: BTreeMap<String, Detail> = read_prices(&text).map_err(|e| fault(&e))?.into_iter().collect();
    let own = |id: &ProductId| Some((*id, known.get(&site.catalog.product(*id).slug)?.clone()));
    let mut all: Vec<(ProductId, Detail)> = ids.iter().filter_map(own).collect();
    all.sort_unstable_by_key(|known| known.0);
    Ok(all)
}

/// Titles of all sources in that language; empty where they cannot be had, and a book is whole without.
pub(super) async fn sources(lang: Lang) -> String {
    let text = fetch::text(&["catalog/", &about_file(lang.code())].concat()).await.unwrap_or_default();
    let named = desk(lang).all_sources;
    let own = |rows: &Vec<String>| rows.first().is_some_and(|title| title == named);
    let all = read_about(&text).unwrap_or_default();
    all.into_iter().find(own).and_then(|rows| rows.into_iter().nth(1)).unwrap_or_default()
}
