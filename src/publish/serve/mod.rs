//! A file server on 127.0.0.1, to look at a site as a plain host would show it: folders answer with their
//! `index.html`, unknown paths with `404.html`, text compressed.
//!
//! In: a built site ([`serve`]), or a way to build one and the folder it comes from ([`preview`]). Out: an address that
//! answers to this computer only, until stopped.

mod live;
mod watch;

pub use live::{Attempt, preview};

use super::signal::end;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect};
use std::fs::File;
use std::io::{self, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use thiserror::Error;
use tokio::net::TcpListener;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// Bytes within which a page of ours has its base, behind its charset.
const HEAD: u64 = 1024;

/// Why nothing can be served.
#[derive(Debug, Error)]
pub enum ServeFault {
    /// The folder holds no site.
    #[error("{}: there is no index.html", .0.display())]
    NoSite(PathBuf),
    /// Another program answers there.
    #[error("port {0} is taken")]
    Taken(u16),
    /// The system refused.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// Serve a built site until stopped; `started` hears the address.
pub fn serve(dist: &Path, port: u16, started: impl FnOnce(SocketAddr)) -> Result<(), ServeFault> {
    if !dist.join("index.html").is_file() {
        return Err(ServeFault::NoSite(dist.to_owned()));
    }
    // Everything is asked for again: while one works on a site any file may have changed.
    let fresh = SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let app = Router::new().fallback_service(files(dist)).layer(packed()).layer(fresh);
    run(below(app, dist), port, started)
}

/// The same where the site's base has a path: its host will answer below that, and so does this.
fn below(app: Router, site: &Path) -> Router {
    let index = site.join("index.html");
    let inside = move |mut request: Request, next: Next| {
        let mut head = Vec::new();
        // A page that cannot be read has no base.
        let _ = File::open(&index).and_then(|page| page.take(HEAD).read_to_end(&mut head));
        let base = base(&String::from_utf8_lossy(&head));
        async move {
            if base != "/" && request.uri().path() == "/" {
                return Redirect::temporary(&base).into_response();
            }
            let rest = request.uri().to_string().strip_prefix(&base).map(|rest| ["/", rest].concat());
            if let Some(uri) = rest.and_then(|rest| rest.parse().ok()) {
                *request.uri_mut() = uri;
            }
            next.run(request).await
        }
    };
    Router::new().fallback_service(app).layer(from_fn(inside))
}

/// The path of a page's `<base>`.
fn base(page: &str) -> String {
    let path = page.split_once("<base href=\"").and_then(|(_, rest)| Some(rest.split_once('"')?.0));
    path.filter(|path| path.starts_with('/') && path.ends_with('/')).unwrap_or("/").to_owned()
}

/// The files of a site.
fn files(dist: &Path) -> ServeDir<tower_http::set_status::SetStatus<ServeFile>> {
    ServeDir::new(dist).not_found_service(ServeFile::new(dist.join("404.html")))
}

fn packed() -> CompressionLayer {
    CompressionLayer::new().quality(CompressionLevel::Precise(6))
}

/// Answer until Ctrl-C, or whatever else says that it is enough.
fn run(app: Router, port: u16, started: impl FnOnce(SocketAddr)) -> Result<(), ServeFault> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|e| match e.kind() {
            io::ErrorKind::AddrInUse => ServeFault::Taken(port),
            _ => ServeFault::System(e),
        })?;
        started(listener.local_addr()?);
        // Whoever still waits for an answer then is left without one.
        tokio::select! {
            served = axum::serve(listener, app) => Ok(served?),
            () = end() => Ok(()),
        }
    })
}
