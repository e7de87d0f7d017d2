//! The two doors: in the browser it mounts the site, natively it is `ocop`, the publisher's command.

#[cfg(target_arch = "wasm32")]
fn main() {
    ocop::page::app::start();
}

/// Pages are trees of thousands of small parts, made and dropped by all processors at once.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    ocop::cli::run()
}
