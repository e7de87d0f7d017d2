//! The test's own server: a plain file host for the built site that can lose, break and delay files, or be gone.
//!
//! It puts [`WATCH`] into every page, which reports errors and breaches of the Content-Security-Policy back to it and
//! adds up moved layout.

use crate::Outcome;
use crate::clock::CLOCK;
use crate::edition::Edition;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// What befalls a file.
#[derive(Clone)]
pub enum Harm {
    /// The server answers 404.
    Lost,
    /// It answers with this instead.
    Broken(&'static str),
    /// It answers with this page.
    Page(String),
    /// It answers late.
    Slow(Duration),
}

#[derive(Default)]
struct State {
    harms: Vec<(&'static str, Harm)>,
    gone: bool,
    /// So many more answers, then it is gone.
    left: Option<usize>,
    /// Gone for good: the whole suite without a network.
    stopped: bool,
    edition: usize,
    asked: Vec<String>,
    faults: Vec<String>,
    /// Counts the tests: a report from a page of the one before comes too late.
    round: usize,
}

#[derive(Clone)]
pub struct Site {
    pub base: String,
    dist: PathBuf,
    state: Arc<Mutex<State>>,
}

/// A page of the tests' own, without a program: what the browser keeps for the site is seen from it, and no page is cut off
/// on its way when the test goes on.
pub const BLANK: &str = "/__blank.html";

/// Heard before anything of the site runs. Its reports outlive the page they come from.
const WATCH: &str = r#"
(() => {
  const tell = (what) => fetch('/__fault-ROUND', { method: 'POST', body: what, keepalive: true }).catch(() => {});
  // a page that is being left breaks off what it loads; so does a frame that is removed, and its timers end with it
  let left = false;
  for (const name of ['beforeunload', 'pagehide']) addEventListener(name, () => { left = true; });
  const { setTimeout: later } = window;
  const unless = (what) => (window === top ? left || tell(what) : later(() => left || tell(what)));
  addEventListener('error', (e) => unless('error: ' + (e.message || e.target?.src || e.target?.href)), true);
  addEventListener('unhandledrejection', (e) => unless('rejection: ' + e.reason));
  addEventListener('securitypolicyviolation', (e) => tell('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
  for (const name of ['error', 'warn']) {
    const say = console[name];
    console[name] = (...all) => { tell('console: ' + all.join(' ')); say.apply(console, all); };
  }
  window.seenShift = 0;
  if (window.PerformanceObserver?.supportedEntryTypes?.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) if (!e.hadRecentInput) {
        window.seenShift += e.value;
        window.seenMoved = [...(window.seenMoved ?? []), ...e.sources.map((s) => `${s.node?.nodeName}.${s.node?.className ?? s.node?.textContent}`)];
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }
})();
"#;

impl Site {
    pub fn start(dist: &Path) -> Outcome<Site> {
        if !dist.join("404.html").is_file() {
            return Err(format!("{}: no built site here; `make build` makes it", dist.display()).into());
        }
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let base = format!("http://{}", listener.local_addr()?);
        let site = Site { base, dist: dist.into(), state: Arc::default() };
        let served = site.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = served.clone();
                std::thread::spawn(move || site.answer(stream));
            }
        });
        Ok(site)
    }

    /// The folder of what was built.
    pub fn dist(&self) -> &Path {
        &self.dist
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Harm every file whose path holds `part`.
    pub fn harm(&self, part: &'static str, harm: Harm) {
        self.state().harms.push((part, harm));
    }

    /// No answer to anything from now on.
    pub fn go_away(&self) {
        self.state().gone = true;
    }

    /// No answer to anything after so many more.
    pub fn die_after(&self, answers: usize) {
        let mut state = self.state();
        state.gone = answers == 0;
        state.left = Some(answers);
    }

    /// No answer to anything, whatever is mended.
    pub fn stop(&self) {
        let mut state = self.state();
        state.stopped = true;
        state.gone = true;
    }

    /// The server is there again.
    pub fn go_on(&self) {
        self.state().stopped = false;
        self.mend();
    }

    /// Whether nothing is answered any more.
    pub fn is_gone(&self) -> bool {
        self.state().gone
    }

    /// All is well again.
    pub fn mend(&self) {
        let mut state = self.state();
        state.harms.clear();
        state.gone = state.stopped;
        state.left = None;
    }

    /// Another edition of the site stands here from now on; the first is what was built.
    pub fn publish(&self, edition: usize) {
        self.state().edition = edition;
    }

    /// How often a path that holds `part` was asked for since [`Site::forget`].
    pub fn times_asked(&self, part: &str) -> usize {
        self.state().asked.iter().filter(|path| path.contains(part)).count()
    }

    /// Whether a path that holds `part` was asked for since [`Site::forget`].
    pub fn was_asked(&self, part: &str) -> bool {
        self.state().asked.iter().any(|path| path.contains(part))
    }

    pub fn forget(&self) {
        let mut state = self.state();
        state.asked.clear();
        state.round += 1;
        state.faults.clear();
    }

    /// What pages have reported since [`Site::forget`].
    pub fn faults(&self) -> Vec<String> {
        self.state().faults.clone()
    }

    fn answer(&self, mut stream: TcpStream) {
        // Browsers open connections before they need them.
        let _ = stream.set_read_timeout(Some(Duration::from_secs(120)));
        let Some((path, body)) = asked(&stream) else { return };
        if let Some(round) = path.strip_prefix("/__fault-") {
            let mut state = self.state();
            if round == state.round.to_string() {
                state.faults.push(body);
            }
            drop(state);
            let _ = send(&mut stream, "204 No Content", "text/plain", b"");
            return;
        }
        let harm = {
            let mut state = self.state();
            // The instruments of the tests are no part of the site.
            if !path.starts_with("/__") {
                if state.gone {
                    return;
                }
                if let Some(left) = &mut state.left {
                    *left -= 1;
                    state.gone = *left == 0;
                }
            }
            state.asked.push(path.clone());
            state.harms.iter().find(|(part, _)| path.contains(part)).map(|h| h.1.clone())
        };
        let _ = match harm {
            Some(Harm::Lost) => send(&mut stream, "404 Not Found", "text/plain", b"lost"),
            Some(Harm::Broken(text)) => send(&mut stream, "200 OK", "application/json", text.as_bytes()),
            Some(Harm::Page(html)) => send(&mut stream, "200 OK", "text/html; charset=utf-8", html.as_bytes()),
            Some(Harm::Slow(pause)) => {
                std::thread::sleep(pause);
                self.send_file(&mut stream, &path)
            }
            None => self.send_file(&mut stream, &path),
        };
    }

    fn send_file(&self, stream: &mut TcpStream, path: &str) -> std::io::Result<()> {
        if path == "/__watch.js" {
            let watch = WATCH.replace("ROUND", &self.state().round.to_string());
            return send(stream, "200 OK", "text/javascript", watch.as_bytes());
        }
        if path == BLANK {
            return send(stream, "200 OK", "text/html", b"<!doctype html><title>.</title>");
        }
        if path == "/__clock.js" {
            return send(stream, "200 OK", "text/javascript", CLOCK.as_bytes());
        }
        if let Some(size) = path.strip_prefix("/__frame-").and_then(|size| size.strip_suffix(".html")) {
            let (width, height) = size.split_once('x').unwrap_or_default();
            let page = format!(
                "<!doctype html><iframe width={width} height={height} style='border: 0' src='/__watch.js'></iframe>"
            );
            return send(stream, "200 OK", "text/html", page.as_bytes());
        }
        let inner = path.split('?').next().unwrap_or_default().trim_start_matches('/');
        let mut file = self.dist.join(inner);
        if file.is_dir() {
            file = file.join("index.html");
        }
        let known = !inner.contains("..") && file.is_file();
        if !known {
            file = self.dist.join("404.html");
        }
        let status = if known { "200 OK" } else { "404 Not Found" };
        let kind = match file.extension().and_then(|e| e.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("wasm") => "application/wasm",
            Some("json") => "application/json",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("woff2") => "font/woff2",
            Some("webmanifest") => "application/manifest+json",
            _ => "application/octet-stream",
        };
        let own = file.strip_prefix(&self.dist).unwrap_or(&file).to_string_lossy().into_owned();
        let content = Edition { dist: &self.dist, number: self.state().edition }.content(&own)?;
        send(stream, status, kind, &content)
    }
}

/// Path and body of a request.
fn asked(stream: &TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let path = first.split(' ').nth(1)?.to_string();
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let (name, value) = line.split_once(':').unwrap_or((line.trim(), ""));
        if name.is_empty() {
            break;
        }
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((path, String::from_utf8_lossy(&body).into_owned()))
}

fn send(stream: &mut TcpStream, status: &str, kind: &str, content: &[u8]) -> std::io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        content.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(content)?;
    stream.flush()
}
