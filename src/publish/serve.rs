//! A static file server on 127.0.0.1, to look at a built site as a plain host would show it: folders answer with their
//! `index.html`, unknown paths with `404.html`, text compressed.

use axum::Router;
use axum::http::{HeaderValue, header};
use std::io;
use std::path::Path;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// Serve until stopped. Prints the address as its first line.
pub fn serve(dist: &Path, port: u16) -> io::Result<()> {
    if !dist.join("index.html").is_file() {
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("{}: there is no index.html", dist.display())));
    }
    let files = ServeDir::new(dist).not_found_service(ServeFile::new(dist.join("404.html")));
    // Everything is asked for again: while one works on a site any file may have changed.
    let fresh = SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let app = Router::new()
        .fallback_service(files)
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(6)))
        .layer(fresh);
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        println!("http://{}/", listener.local_addr()?);
        axum::serve(listener, app).with_graceful_shutdown(async { drop(tokio::signal::ctrl_c().await) }).await
    })
}
