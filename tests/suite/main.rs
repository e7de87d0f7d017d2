//! Native tests: one binary, one module a behaviour.

mod address;
mod bundle;
mod facets;
mod find;
mod generated;
mod hostile;
mod house;
mod html;
#[path = "../keys/mod.rs"]
mod keys;
mod office;
mod old_fonts;
mod pages;
mod photo;
mod photo_cache;
mod photo_find;
mod photo_flaws;
mod photo_folder;
mod photo_page;
mod promises;
mod publish;
mod recognition;
mod relevance;
mod sample;
mod sheets;
mod shots;
mod slugs;
mod sound;
mod spoilt;
mod text;
mod typing;
mod words;
