//! The third door, in the browser: the page that prints, a program of its own so that nobody who only looks pays for it.

#[cfg(target_arch = "wasm32")]
fn main() {
    ocop::page::print::desk::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: make serve");
}
