//! The three engines: start driver and browser, end both by their ids. A missing engine is an error, never skipped.

use crate::Outcome;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    Chromium,
    WebKit,
    Firefox,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::WebKit, Engine::Firefox];

    pub fn name(self) -> &'static str {
        ["chromium", "webkit", "firefox"][self as usize]
    }

    fn capabilities(self, profile: &str) -> Value {
        // With "none" a command never waits for a page: the tests wait for what they want to see.
        let own = match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                "goog:chromeOptions": { "binary": "/usr/bin/chromium", "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
                    "--disable-background-networking", "--disable-component-update", "--window-size=1280,900",
                    format!("--user-data-dir={profile}"),
                ] },
            }),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": webkit(), "args": ["--automation"] },
            }),
            Engine::Firefox => json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"] } }),
        };
        let mut own = own;
        own["pageLoadStrategy"] = json!("none");
        own
    }
}

/// MiniBrowser lies where the machine's architecture puts its libraries.
fn webkit() -> String {
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let mut found = libraries.map(|d| d.path().join("webkit2gtk-4.1/MiniBrowser")).filter(|p| p.is_file());
    found.next().map_or_else(|| "MiniBrowser".into(), |p| p.display().to_string())
}

/// A driver, and the screen it draws on; both end with it.
pub struct Running {
    pub driver: WebDriver,
    _processes: Vec<Process>,
    _profile: tempfile::TempDir,
}

struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    pub async fn start(engine: Engine) -> Outcome<Running> {
        let profile = tempfile::tempdir()?;
        let port = free_port()?;
        let mut processes = Vec::new();
        let mut command = match engine {
            Engine::Chromium => Command::new("chromedriver"),
            Engine::WebKit => Command::new("WebKitWebDriver"),
            Engine::Firefox => Command::new("geckodriver"),
        };
        command.arg(format!("--port={port}"));
        if engine == Engine::Firefox {
            command.arg(format!("--websocket-port={}", free_port()?)).arg("--profile-root").arg(profile.path());
        }
        if engine == Engine::WebKit {
            let (screen, display) = screen()?;
            processes.push(screen);
            command.env("DISPLAY", display).env("GDK_BACKEND", "x11");
        }
        processes.insert(0, run(&mut command)?);
        let answers = || TcpStream::connect(("127.0.0.1", port)).is_ok();
        let begun = Instant::now();
        while !answers() {
            if begun.elapsed() > Duration::from_secs(20) {
                return Err(format!("the driver of {} does not answer", engine.name()).into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let Value::Object(wanted) = engine.capabilities(&profile.path().display().to_string()) else {
            return Err("capabilities are an object".into());
        };
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted)).await?;
        Ok(Running { driver, _processes: processes, _profile: profile })
    }

    pub async fn end(self) -> Outcome {
        // The processes end when `self` does, after the session.
        self.driver.clone().quit().await?;
        Ok(())
    }
}

/// What inherits our output would keep a pipe open for ever.
fn run(command: &mut Command) -> Outcome<Process> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let name = command.get_program().to_string_lossy().into_owned();
    Ok(Process(command.spawn().map_err(|e| format!("{name}: {e}; `make test` installs it"))?))
}

/// A screen of its own, and its name.
fn screen() -> Outcome<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1400x1400x24", "-nolisten", "tcp"]);
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(|e| format!("Xvfb: {e}; `make test` installs it"))?;
    let mut number = String::new();
    if let Some(out) = child.stdout.take() {
        BufReader::new(out).read_line(&mut number)?;
    }
    Ok((Process(child), format!(":{}", number.trim())))
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
