//! The browser behind a thin edge: address and history, events, fetching, clock, clipboard,
//! storage. Everything that is not a
//! value comes in or goes out here. It knows no view and no page.

pub mod booth;
pub mod dom;
pub mod events;
pub mod fetch;
pub mod frame;
pub mod history;
pub mod lock;
pub mod printer;
pub mod save;
pub mod screen;
pub mod sharing;
pub mod storage;
pub mod worker;

/// Where memory comes from: quick, and small in wasm.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
