//! The fifth door, in the browser: looks after the versions of a site kept on a device. Only pages served without a network
//! have it, so that no other visitor pays for it.

#[cfg(target_arch = "wasm32")]
fn main() {
    ocop::page::tend::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: make serve");
}
