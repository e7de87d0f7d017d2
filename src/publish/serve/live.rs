//! A preview that keeps up with the folder it is made of: built at the start, and again after each change; open pages
//! reload. After a build that failed the last good site stays up and says so.
//!
//! Only this server adds its script to pages; the site itself never has it. Pages ask `/__ocop/next` and are answered
//! when something is new, so nothing is asked twice a second. All of it is of the same origin, as the site's
//! Content-Security-Policy wants.

use super::watch::Watch;
use super::{ServeFault, below, files, packed, run};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch::{Receiver, Sender, channel};

/// How one build went.
pub struct Attempt {
    /// The site is there anew.
    pub good: bool,
    /// What to say on the pages in one line; empty if there is nothing to say.
    pub line: String,
    /// A page of HTML with all that is wrong, without scripts.
    pub page: String,
}

/// What the pages are told.
#[derive(Clone, Default)]
struct Now {
    /// Counts the builds.
    turn: u64,
    /// Counts the good ones; 0: there is no site yet.
    site: u64,
    line: String,
    page: Arc<str>,
}

/// How long a page waits for an answer, shorter than what anything between may allow.
const PATIENCE: Duration = Duration::from_secs(25);
/// No page of a site is longer, in bytes.
const LONGEST: usize = 1 << 26;
const SCRIPT: &str = include_str!("live.js");

/// Build from `folder` into `site`, serve that, and build again after each change, until stopped.
pub fn preview(
    folder: &Path,
    site: &Path,
    port: u16,
    mut build: impl FnMut(&Path) -> Attempt + Send + 'static,
    started: impl FnOnce(SocketAddr),
) -> Result<(), ServeFault> {
    let (tell, now) = channel(Now::default());
    let app = below(router(site, now), site);
    let (folder, site) = (folder.to_owned(), site.to_owned());
    run(app, port, move |address| {
        started(address);
        std::thread::spawn(move || {
            let mut watch = Watch::begin(&folder);
            loop {
                note(&tell, build(&site));
                watch.wait();
            }
        });
    })
}

fn note(tell: &Sender<Now>, attempt: Attempt) {
    tell.send_modify(|now| {
        now.turn += 1;
        now.site += u64::from(attempt.good);
        now.line = attempt.line;
        now.page = attempt.page.into();
    });
}

fn router(site: &Path, now: Receiver<Now>) -> Router {
    Router::new()
        .fallback_service(files(site))
        .layer(from_fn_with_state(now.clone(), with_script))
        .route("/__ocop/next", get(next))
        .route("/__ocop/live.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], SCRIPT) }))
        .route("/__ocop/faults", get(|State(now): State<Receiver<Now>>| async move { faults(&now.borrow()) }))
        .layer(packed())
        .with_state(now)
}

/// Answer as soon as there is another turn than the one that `after=` names: `{"turn": 2, "site": 1, "line": "…"}`.
async fn next(State(mut now): State<Receiver<Now>>, address: Uri) -> Response {
    let asked = form_urlencoded::parse(address.query().unwrap_or_default().as_bytes());
    let known = asked.filter(|(key, _)| key == "after").find_map(|(_, turn)| turn.parse::<u64>().ok());
    let other = now.wait_for(|now| known != Some(now.turn));
    let _ = tokio::time::timeout(PATIENCE, other).await;
    let now = now.borrow();
    let told = serde_json::json!({ "turn": now.turn, "site": now.site, "line": now.line });
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], told.to_string())
        .into_response()
}

/// Every page of the site with the script; the list of faults while there is no site.
async fn with_script(State(now): State<Receiver<Now>>, mut request: Request, next: Next) -> Response {
    let now = now.borrow().clone();
    if now.site == 0 {
        return (StatusCode::SERVICE_UNAVAILABLE, faults(&now)).into_response();
    }
    // Two builds within a second have the same date.
    request.headers_mut().remove(header::IF_MODIFIED_SINCE);
    let (mut parts, body) = next.run(request).await.into_parts();
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if !is_page(&parts.headers) {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = axum::body::to_bytes(body, LONGEST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let html = scripted(&String::from_utf8_lossy(&bytes), &now);
    Response::from_parts(parts, Body::from(html))
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn faults(now: &Now) -> impl IntoResponse + use<> {
    const WAIT: &str = "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>…</title></head>\
        <body><p>Đang dựng trang… Building the site…</p></body></html>";
    let page = if now.turn == 0 { WAIT } else { &now.page };
    // The report allows no script at all, since it is also sent by mail.
    let page = page.replacen("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'", 1);
    ([(header::CACHE_CONTROL, "no-store")], Html(scripted(&page, now)))
}

fn scripted(html: &str, now: &Now) -> String {
    let (turn, site) = (now.turn, now.site);
    let script = format!("<script src=\"/__ocop/live.js\" data-turn=\"{turn}\" data-site=\"{site}\" defer></script>");
    match html.split_once("</head>") {
        Some((head, rest)) => [head, &script, "</head>", rest].concat(),
        None => [html, &script].concat(),
    }
}
