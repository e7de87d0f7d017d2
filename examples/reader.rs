//! What `examples/engine.rs` is without the search: it reads the bundle, keeps the catalogue, reads and writes queries.
//!
//! The benchmark takes it away from the engine: what is left in size and memory is what the search costs.
#![cfg(target_arch = "wasm32")]

use js_sys::Uint8Array;
use ocop::bundle;
use ocop::catalog::Catalog;
use ocop::query::Query;
use ocop::web::dom::Breath;
use ocop::web::fetch;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static CATALOG: RefCell<Option<Catalog>> = const { RefCell::new(None) };
}

/// Read a bundle (`list.json`, as bytes or text) and keep its catalogue.
#[wasm_bindgen]
pub async fn load(bundle: JsValue) -> Result<(), JsError> {
    let text = match bundle.as_string() {
        Some(text) => text,
        None => {
            fetch::utf8(&Uint8Array::new(&bundle), &Breath::start()).await.ok_or_else(|| JsError::new("not UTF-8"))?
        }
    };
    let (catalog, _) = bundle::read(&text)?;
    drop(text);
    CATALOG.set(Some(catalog));
    Ok(())
}

/// A query string in its canonical form.
#[wasm_bindgen]
pub fn canonical(filters: &str) -> String {
    Query::read(filters).write()
}
