//! The fourth door, in the browser: the pages of the hall (picks, sharing, booth, readiness for a place without a network), a
//! program of their own so that nobody who only looks pays for them.

#[cfg(target_arch = "wasm32")]
fn main() {
    ocop::page::hall::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: make serve");
}
