//! The search engine alone, as a wasm module, so that anybody can time it beside another one. Not part of the site.
//!
//! `make engine` builds it with the site's own profile and flags into `target/engine/`:
//!
//! ```js
//! import init, { load, search, values } from "./engine.js";
//! await init();                                              // fetches engine_bg.wasm beside engine.js
//! const bytes = new Uint8Array(await (await fetch("list.json")).arrayBuffer());
//! await load(bytes);                                         // bundle (Uint8Array or string) → ready to answer
//! const { ids, total, facets } = search("nuoc mam", "stars=4&district=nga-son", 24);
//! const names = values("district");                          // [{ slug, name }], as long as facets.district
//! ```
//!
//! `ids` are places in the catalogue's list of products, best first, at most `limit` of them; `total` is how many there
//! are in all; `facets[key][i]` is how many a click on `values(key)[i]` would leave (OR within a facet, AND between
//! them). `filters` is the query string of the site's addresses: `stars=4&stars=5&sort=name`. A bundle for it:
//! `ocop generate --products 17000 --out DIR`. Today is the day of the bundle's facts, so answers do not change.
#![cfg(target_arch = "wasm32")]

#[path = "shared/answer.rs"]
mod answer;

use answer::{Names, Plain, listed};
use js_sys::{Array, Uint8Array};
use ocop::page::Site;
use ocop::query::{Facet, PAGE, Query};
use ocop::web::dom::{self, Breath};
use ocop::web::fetch;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// What is loaded.
struct Engine {
    site: Site,
    names: Names,
}

thread_local! {
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

fn with<T>(ask: impl FnOnce(&Engine) -> Result<T, JsError>) -> Result<T, JsError> {
    ENGINE.with_borrow(|engine| engine.as_ref().map_or_else(|| Err(JsError::new("no bundle is loaded")), ask))
}

/// Read a bundle (`list.json`, as bytes or text) and be ready to answer; replaces what was loaded before. It breathes
/// every few milliseconds, so that a page goes on answering meanwhile.
#[wasm_bindgen]
pub async fn load(bundle: JsValue) -> Result<(), JsError> {
    // Browsers compile what runs for the first time: not in one task with the work, as in the site itself.
    dom::breathe().await;
    let breath = Breath::start();
    let text = match bundle.as_string() {
        Some(text) => text,
        None => fetch::utf8(&Uint8Array::new(&bundle), &breath).await.ok_or_else(|| JsError::new("not UTF-8"))?,
    };
    let site = Site::open(&text, |day| day, &async || breath.take().await).await.map_err(|e| JsError::new(&e))?;
    ENGINE.set(Some(Engine { site, names: Names::new() }));
    dom::breathe().await;
    Ok(())
}

/// Answer a query whole: `{ ids, total, facets }`.
#[wasm_bindgen]
pub fn search(text: &str, filters: &str, limit: usize) -> Result<Plain, JsError> {
    with(|engine| {
        let mut query = Query::read(filters);
        query.text = text.into();
        query.more = limit.min(engine.site.index.size()).div_ceil(PAGE).saturating_sub(1);
        let found = engine.site.index.find(&query);
        let counts = found.counts.all();
        let counted = counts.len() as u32;
        let mut numbers = Vec::with_capacity(counts.len() + found.ids.len());
        numbers.extend_from_slice(counts);
        numbers.extend(found.ids.iter().take(limit).map(|id| id.0));
        Ok(engine.names.answer(&numbers, &|facet| engine.site.index.numbers(facet), counted, found.total))
    })
}

/// The values of a facet in the order of its counts, as `{ slug, name }`; the name is empty where the site has its own
/// word for it. A value that no product has is left out, and its place empty. An unknown facet has none.
#[wasm_bindgen]
pub fn values(facet: &str) -> Result<Array, JsError> {
    with(|engine| {
        let index = &engine.site.index;
        let own = Facet::ALL.into_iter().filter(|f| f.key() == facet);
        let all = own.flat_map(|f| index.values(f).iter().map(move |v| (v.number - index.numbers(f).start, v)));
        Ok(listed(all.map(|(place, v)| (place, v.slug.as_str(), v.name.vi.as_str()))))
    })
}
