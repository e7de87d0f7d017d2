//! Native tests: one binary, one module a behaviour.

mod address;
mod bundle;
mod facets;
mod find;
mod generated;
mod hostile;
mod house;
mod html;
mod pages;
mod publish;
mod recognition;
mod sample;
mod sheets;
mod slugs;
mod sound;
mod text;
mod words;
