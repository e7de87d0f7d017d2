//! What `examples/engine.rs` is without the search: it reads the bundle, keeps the catalogue, reads a query, knows
//! how the stars of each product stand, and answers with the first products there are.
//!
//! The benchmark takes it away from the engine: what is left in size and memory is what the search costs.
#![cfg(target_arch = "wasm32")]

#[path = "shared/answer.rs"]
mod answer;

use answer::{Names, Plain, listed};
use js_sys::{Array, Uint8Array};
use ocop::bundle::read_in_steps;
use ocop::catalog::{Catalog, State};
use ocop::query::{Facet, Query};
use ocop::web::dom::{self, Breath};
use ocop::web::fetch;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static CATALOG: RefCell<Option<(Catalog, Names)>> = const { RefCell::new(None) };
}

/// Read a bundle (`list.json`, as bytes or text) and keep its catalogue.
#[wasm_bindgen]
pub async fn load(bundle: JsValue) -> Result<(), JsError> {
    dom::breathe().await;
    let breath = Breath::start();
    let text = match bundle.as_string() {
        Some(text) => text,
        None => fetch::utf8(&Uint8Array::new(&bundle), &breath).await.ok_or_else(|| JsError::new("not UTF-8"))?,
    };
    let read = read_in_steps(&text, &async || breath.take().await).await;
    let (catalog, _) = read.map_err(|e| JsError::new(&e.to_string()))?;
    CATALOG.set(Some((catalog, Names::new())));
    dom::breathe().await;
    Ok(())
}

/// The values of some facets, as `{ slug, name }`.
#[wasm_bindgen]
pub fn values(facet: &str) -> Result<Array, JsError> {
    CATALOG.with_borrow(|catalog| {
        let (catalog, _) = catalog.as_ref().ok_or_else(|| JsError::new("no bundle is loaded"))?;
        let terms = |f| if f == Facet::Market { &catalog.markets } else { &catalog.channels };
        let own = Facet::ALL.into_iter().filter(|f| f.key() == facet);
        let all = own.flat_map(|f| (0..).zip(terms(f)));
        Ok(listed(all.map(|(place, term)| (place, term.slug.as_str(), term.name.vi.as_str()))))
    })
}

/// An answer that looks for nothing: `{ ids, total, facets }`.
#[wasm_bindgen]
pub fn search(text: &str, filters: &str, limit: usize) -> Result<Plain, JsError> {
    CATALOG.with_borrow(|catalog| {
        let (catalog, names) = catalog.as_ref().ok_or_else(|| JsError::new("no bundle is loaded"))?;
        let mut query = Query::read(filters);
        query.text = text.into();
        let mut numbers: Vec<u32> = Facet::ALL.map(|facet| query.picked(facet).count() as u32).to_vec();
        for p in &catalog.products {
            if let Some(stand) = p.standing(catalog.about.as_of) {
                numbers[Facet::State as usize] += u32::from(stand.state == State::InForce || stand.proposed.is_some());
                numbers[Facet::Stars as usize] += u32::from(stand.stars.is_some() && stand.when.span().is_some());
            }
        }
        numbers.extend(catalog.ids().take(limit).map(|id| id.0));
        Ok(names.answer(&numbers, &|facet| facet as u32..facet as u32 + 1, 10, catalog.products.len()))
    })
}
