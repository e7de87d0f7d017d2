//! A catalogue of OCOP village products: found, shown and printed.
//!
//! ```text
//!  spreadsheet ──▶ publish ──▶ a static site: bundle, pictures, one HTML file a page              (native)
//!                                │
//!  ──────────────────────────────┼──────────────────────────────────────────────────────────────
//!                                ▼
//!            bundle ──▶ catalog ──▶ search ──▶ view ──▶ page                                      (browser)
//!                                     ▲                   │
//!                        address ──▶ query          event ──▶ web ──▶ address
//! ```
//!
//! A room uses what stands below it, never what stands above: `text`, `catalog`, then `bundle`, `query`, `route`,
//! `paper`, `pick` and `offline`, then `search` and `press`, `words`, `view`, `web`, `page` and `publish`, `cli`.
//! `tests/suite/house.rs` holds them to it.

pub mod booth;
pub mod bundle;
pub mod catalog;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod offline;
pub mod page;
pub mod paper;
pub mod pick;
pub mod press;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod query;
pub mod route;
pub mod search;
pub mod text;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod words;
