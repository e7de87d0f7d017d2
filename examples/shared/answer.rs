//! How an answer is handed to JavaScript, by the engine and by what is left of it without its search.

use js_sys::{Array, Uint32Array};
use ocop::query::Facet;
use std::ops::Range;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A plain object, which takes every key.
    #[wasm_bindgen(js_name = Object)]
    pub type Plain;
    #[wasm_bindgen(constructor, js_class = "Object")]
    pub fn new() -> Plain;
    #[wasm_bindgen(method, structural, indexing_setter)]
    pub fn set(this: &Plain, key: &JsValue, value: &JsValue);
}

/// Values as `{ slug, name }`, each at its place.
pub fn listed<'a>(values: impl Iterator<Item = (u32, &'a str, &'a str)>) -> Array {
    let all = Array::new();
    let (slug_key, name_key) = (JsValue::from("slug"), JsValue::from("name"));
    for (place, slug, name) in values {
        let object = Plain::new();
        object.set(&slug_key, &JsValue::from(slug));
        object.set(&name_key, &JsValue::from(name));
        all.set(place, object.into());
    }
    all
}

/// The names of what is answered: handed over once, not with every answer.
pub struct Names {
    facets: [JsValue; 10],
    parts: [JsValue; 3],
}

impl Names {
    pub fn new() -> Names {
        Names { facets: Facet::ALL.map(|f| f.key().into()), parts: ["ids", "total", "facets"].map(JsValue::from) }
    }

    /// `{ ids, total, facets }`. `numbers` are the counts of all values, those of a facet at its span, and then the ids:
    /// all are copied at once, each list is a part of them.
    pub fn answer(&self, numbers: &[u32], span: &dyn Fn(Facet) -> Range<u32>, ids: u32, total: usize) -> Plain {
        let numbers = Uint32Array::from(numbers);
        let facets = Plain::new();
        for (facet, key) in Facet::ALL.into_iter().zip(&self.facets) {
            let own = span(facet);
            facets.set(key, &numbers.subarray(own.start, own.end));
        }
        let out = Plain::new();
        let [ids_key, total_key, facets_key] = &self.parts;
        out.set(ids_key, &numbers.subarray(ids, numbers.length()));
        out.set(total_key, &JsValue::from(total as u32));
        out.set(facets_key, &facets);
        out
    }
}
