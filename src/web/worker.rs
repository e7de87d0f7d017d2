//! The browser's keeping of a site behind a thin edge: its cache of files, its worker, its room.
//!
//! In: what `crate::offline` has decided. Out: how it went. One cache holds each content once, under its hash; the list of
//! a version is put there last and seals it. The worker that serves it all is `public/sw.js`, which knows the same names.

use super::dom::window;
use super::history::base;
use crate::offline::{Got, HASH, LIST, Seen, WORKER};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::HashSet;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Cache, Headers, RequestCache, RequestInit, Response, ResponseInit, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, StorageEstimate,
};

/// Milliseconds between two glances at a worker that is on its way, and how many before it is given up: half a minute.
const GLANCE: u32 = 50;
const GLANCES: usize = 600;
/// Milliseconds in which a worker that serves tells of itself.
const READY: u32 = 1_000;

/// Whether this browser can keep a site: not in every private window, and only from https or this machine.
pub fn able() -> bool {
    let has = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).is_ok_and(|there| there.is_object());
    let secure = window().crypto().is_ok_and(|crypto| has(&crypto, "subtle"));
    secure && has(&window(), "caches") && has(&window().navigator(), "serviceWorker")
}

fn container() -> ServiceWorkerContainer {
    window().navigator().service_worker()
}

/// What a promise of that type brings.
async fn come<T: JsCast>(promise: Result<Promise, JsValue>) -> Option<T> {
    JsFuture::from(promise.ok()?).await.ok().map(JsCast::unchecked_into)
}

async fn cache() -> Option<Cache> {
    let all = window().caches().ok()?;
    come(Ok(all.open(&name()))).await
}

fn name() -> String {
    ["ocop ", &base()].concat()
}

fn key(kind: &str, name: &str) -> String {
    [&base(), "offline/", kind, "/", name].concat()
}

/// Names of what is kept of that kind: `file`, `version` or `state`.
async fn names(kind: &str) -> Option<HashSet<String>> {
    let all: Array = come(Ok(cache().await?.keys())).await?;
    let start = key(kind, "");
    let name = |request: JsValue| {
        Some(request.unchecked_into::<web_sys::Request>().url().strip_prefix(start.as_str())?.to_string())
    };
    Some(all.iter().filter_map(name).collect())
}

/// Hashes of the files that are held.
pub async fn held() -> HashSet<String> {
    names("file").await.unwrap_or_default()
}

async fn read(kind: &str, name: &str) -> Option<String> {
    let found: JsValue = come(Ok(cache().await?.match_with_str(&key(kind, name)))).await?;
    let text: JsValue = come(found.dyn_ref::<Response>()?.text()).await?;
    text.as_string()
}

async fn write(kind: &str, name: &str, text: &str) -> Option<()> {
    let answer = Response::new_with_opt_str(Some(text)).ok()?;
    come::<JsValue>(Ok(cache().await?.put_with_str(&key(kind, name), &answer))).await.map(drop)
}

/// A note that outlives the page.
pub async fn noted(name: &str) -> Option<String> {
    read("state", name).await
}

/// Keep such a note.
pub async fn note(name: &str, text: &str) {
    write("state", name, text).await;
}

/// Hash of a content, as lists have it.
async fn hash(bytes: &Uint8Array) -> Option<String> {
    let subtle = window().crypto().ok()?.subtle();
    let digest: JsValue = come(subtle.digest_with_str_and_buffer_source("SHA-256", bytes)).await?;
    let mut out = String::with_capacity(HASH);
    for byte in Uint8Array::new(&digest).to_vec().into_iter().take(HASH / 2) {
        for half in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(half), 16).unwrap_or_default());
        }
    }
    Some(out)
}

/// The answer to a request that goes past the worker.
async fn ask(path: &str, mark: &str, how: RequestCache) -> Result<Response, Got> {
    let asked = RequestInit::new();
    asked.set_cache(how);
    let url = [&base(), path, "?offline=", mark].concat();
    let answer: Response = come(Ok(window().fetch_with_str_and_init(&url, &asked))).await.ok_or(Got::Silent)?;
    match answer.status() {
        200..300 => Ok(answer),
        500.. => Err(Got::Silent),
        _ => Err(Got::Other),
    }
}

/// The list of the version that the site has now, and its hash.
pub async fn newest() -> Result<(String, String), Got> {
    let answer = ask(LIST, "list", RequestCache::NoCache).await?;
    let bytes: JsValue = come(answer.array_buffer()).await.ok_or(Got::Silent)?;
    let bytes = Uint8Array::new(&bytes);
    let version = hash(&bytes).await.ok_or(Got::Silent)?;
    let text = super::fetch::utf8(&bytes, &super::dom::Breath::start()).await.ok_or(Got::Other)?;
    Ok((version, text))
}

/// Fetch a file, and keep it if its hash is right; `again`: no copy kept on the way will do.
pub async fn take_in(path: &str, wanted: &str, again: bool) -> Got {
    let how = if again { RequestCache::Reload } else { RequestCache::NoCache };
    let answer = match ask(path, wanted, how).await {
        Ok(answer) => answer,
        Err(got) => return got,
    };
    // An answer that breaks off is none.
    let Some(bytes) = come::<JsValue>(answer.array_buffer()).await else { return Got::Silent };
    let bytes = Uint8Array::new(&bytes);
    if hash(&bytes).await.as_deref() != Some(wanted) {
        return Got::Other;
    }
    match put(wanted, &bytes, &answer).await {
        Some(()) => Got::Whole,
        None => Got::Full,
    }
}

async fn put(hash: &str, bytes: &Uint8Array, answer: &Response) -> Option<()> {
    let headers = Headers::new().ok()?;
    let kind = answer.headers().get("content-type").ok().flatten().unwrap_or_default();
    headers.set("content-type", &kind).ok()?;
    let init = ResponseInit::new();
    init.set_headers_headers(&headers);
    let own = Response::new_with_opt_buffer_source_and_init(Some(bytes), &init).ok()?;
    come::<JsValue>(Ok(cache().await?.put_with_str(&key("file", hash), &own))).await.map(drop)
}

/// Seal a version whose files are all there; false if the device has no room for its list.
pub async fn seal(version: &str, list: &str) -> bool {
    write("version", version, list).await.is_some()
}

/// The list of a sealed version.
pub async fn sealed(version: &str) -> Option<String> {
    read("version", version).await
}

/// Remove what is kept under these names.
pub async fn drop_all(kind: &str, names: &[String]) {
    let Some(cache) = cache().await else { return };
    for name in names {
        come::<JsValue>(Ok(cache.delete_with_str(&key(kind, name)))).await;
    }
}

/// What this page itself has done about a worker.
#[derive(Clone)]
enum Own {
    Nothing,
    Registered(ServiceWorkerRegistration),
    Dismissed,
}

thread_local! {
    static OWN: RefCell<Own> = const { RefCell::new(Own::Nothing) };
}

/// The site's registration. WebKit may deny one that was made after another was dismissed, though it serves: then the page's
/// own, or that of the worker from which the page came.
async fn registration() -> Option<ServiceWorkerRegistration> {
    let found: Option<JsValue> = come(Ok(container().get_registration_with_document_url(&base()))).await;
    if let Some(Ok(registration)) = found.map(JsCast::dyn_into) {
        return Some(registration);
    }
    match OWN.with_borrow(Own::clone) {
        Own::Registered(registration) => Some(registration),
        Own::Nothing if served() => {
            // If it was dismissed elsewhere this never comes.
            let ready = container().ready().ok()?;
            let first = Promise::race(&Array::of2(&ready, &super::dom::passing(READY)));
            come::<JsValue>(Ok(first)).await?.dyn_into().ok()
        }
        _ => None,
    }
}

/// Until no worker is on its way to wait or to serve; false if none came of it.
async fn settled(registration: &ServiceWorkerRegistration) -> bool {
    for _ in 0..GLANCES {
        let active = registration.active();
        let starting = active.as_ref().is_some_and(|worker| worker.state() == ServiceWorkerState::Activating);
        let first = active.is_none() && registration.waiting().is_some();
        if registration.installing().is_none() && !starting && !first {
            return active.is_some();
        }
        super::dom::rest(GLANCE).await;
    }
    false
}

/// Have a worker answer for the site; false if the browser refuses, or the worker finds its version not whole.
pub async fn engage() -> bool {
    let url = [&base(), WORKER].concat();
    let registered = come::<ServiceWorkerRegistration>(Ok(container().register(&url))).await;
    let Some(registration) = registered else { return false };
    OWN.replace(Own::Registered(registration.clone()));
    if registration.active().is_some() {
        // A worker of before: a browser looks for a newer one only when it is told to.
        come::<JsValue>(registration.update()).await;
    }
    settled(&registration).await
}

/// Have the browser look at the worker again; whether a newer one waits then.
pub async fn renew() -> bool {
    let Some(registration) = registration().await else { return false };
    come::<JsValue>(registration.update()).await;
    settled(&registration).await && registration.waiting().is_some()
}

/// Whether a newer version is whole and waits.
pub async fn newer() -> bool {
    registration().await.is_some_and(|registration| registration.waiting().is_some())
}

/// Let the newer version take over; every page of the site is then loaded anew.
pub async fn take() {
    let waiting = registration().await.and_then(|registration| registration.waiting());
    if let Some(worker) = waiting {
        let _ = worker.post_message(&"take".into());
    }
}

/// Run something when another version has taken over; all who ask hear it.
pub fn taken(then: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(then);
    let _ = container().add_event_listener_with_callback("controllerchange", closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Whether this page came from the worker.
pub fn served() -> bool {
    able() && container().controller().is_some()
}

/// What the browser tells of how things stand.
pub async fn seen() -> Seen {
    if !able() {
        return Seen::default();
    }
    let registration = registration().await;
    let worker = registration.as_ref().is_some_and(|r| r.active().is_some());
    let newer = registration.as_ref().is_some_and(|r| r.waiting().is_some());
    let sealed = names("version").await.unwrap_or_default().into_iter().collect();
    Seen { able: true, worker, newer, sealed, active: noted("active").await, some: !held().await.is_empty() }
}

/// Bytes that the site has taken on the device, and bytes that it may take.
pub async fn room() -> Option<(f64, f64)> {
    let storage = window().navigator().storage();
    let told: StorageEstimate = come(storage.estimate()).await?;
    Some((told.get_usage()?, told.get_quota()?))
}

/// Ask the browser not to remove what is kept when room is short. It may ask the visitor: nobody waits for the answer.
pub fn persist() {
    let _ = window().navigator().storage().persist();
}

/// Give it all back: the worker, and every file.
pub async fn dismiss() {
    if let Some(registration) = registration().await {
        come::<JsValue>(registration.unregister()).await;
    }
    OWN.replace(Own::Dismissed);
    if let Ok(all) = window().caches() {
        come::<JsValue>(Ok(all.delete(&name()))).await;
    }
}
