//! The two doors: in the browser it mounts the site, natively it is `ocop`, the publisher's command.

#[cfg(target_arch = "wasm32")]
fn main() {
    ocop::page::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    ocop::cli::run()
}
