//! `ocop serve` on a folder of sheets: the page a browser would get, and that it hears of every save. Plain HTTP; what
//! takes time is waited for by asking.

use crate::command::{Desk, SOUND, shown};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// So long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server, ended when the test is.
struct Server {
    child: Child,
    host: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(desk: &Desk, args: &[&str]) -> Server {
        let shell = desk.shell();
        let mut command = desk.command(args);
        // What a killed server leaves goes with the desk.
        command.env("TMPDIR", desk.place.path());
        command.args(["--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
        if !args.contains(&"built") {
            command.args(["--shell", shown(&shell)]);
        }
        let mut child = command.spawn().unwrap_or_else(|e| unreachable!("{e}"));
        let mut line = String::new();
        child.stdout.as_mut().map(|out| BufReader::new(out).read_line(&mut line));
        let host = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        assert!(host.starts_with("127.0.0.1:"), "{line}");
        Server { child, host }
    }

    /// Status and body of an address.
    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap_or_else(|e| unreachable!("{e}"));
        let host = &self.host;
        let asked = write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert!(asked.is_ok() && stream.set_read_timeout(Some(PATIENCE)).is_ok());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        (status, text.split_once("\r\n\r\n").map_or_else(String::new, |(_, body)| body.to_owned()))
    }

    /// Wait until what the pages are told is so.
    fn until(&self, good: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        let mut now = Value::Null;
        while begun.elapsed() < PATIENCE {
            let turn = now["turn"].as_u64().map(|turn| format!("?after={turn}")).unwrap_or_default();
            let body = self.get(&format!("/__ocop/next{turn}")).1;
            now = serde_json::from_str(&body).unwrap_or_else(|e| unreachable!("{e}: {body}"));
            if good(&now) {
                return now;
            }
        }
        unreachable!("still {now}")
    }
}

#[test]
fn pages_hear_of_every_save_and_the_last_good_site_stays_up() {
    let desk = Desk::new();
    desk.catalog("c", &SOUND);
    let server = Server::start(&desk, &["serve", "c"]);
    let first = server.until(|now| now["site"] == 1);
    assert_eq!(first["line"], "");
    let (status, page) = server.get("/san-pham/mam-tep-vi-du/");
    assert_eq!(status, 200);
    assert!(page.contains("Mắm tép Ví Dụ") && page.contains("src=\"/__ocop/live.js\""), "{page}");
    assert!(page.contains("script-src 'self'") && page.contains("connect-src 'self'"), "the policy lets it in");
    assert!(server.get("/__ocop/live.js").1.contains("location.reload()"));
    assert_eq!(server.get("/no-such-page").0, 404);

    // A save that puts a new file in the old one's place, and a lock file beside.
    desk.write("c/~$products.csv", "open in Excel");
    desk.catalog("other", &["Tương Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,4,15/3/2025,,", SOUND[1]]);
    assert!(std::fs::rename(desk.path("other/products.csv"), desk.path("c/products.csv")).is_ok());
    server.until(|now| now["site"] == 2);
    assert!(server.get("/san-pham/tuong-vi-du/").1.contains("Tương Ví Dụ"));
    assert_eq!(server.get("/san-pham/mam-tep-vi-du/").0, 404);

    desk.catalog("c", &["Tương Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,9,,,"]);
    let broken = server.until(|now| now["line"] != "");
    assert_eq!(broken["site"], 2);
    assert!(broken["line"].as_str().is_some_and(|line| line.contains("1 lỗi")), "{broken}");
    assert_eq!(server.get("/san-pham/tuong-vi-du/").0, 200);
    let faults = server.get("/__ocop/faults").1;
    assert!(faults.contains("<td>9</td>") && faults.contains("script-src 'self'"), "{faults}");

    desk.catalog("c", &SOUND);
    assert_eq!(server.until(|now| now["site"] == 3)["line"], "");
    assert!(!desk.path("c/slugs.csv").exists(), "a preview keeps no register");
}

#[test]
fn with_errors_from_the_start_every_page_is_the_list_of_them() {
    let desk = Desk::new();
    desk.catalog("c", &["Tương Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,9,,,"]);
    let server = Server::start(&desk, &["serve", "c"]);
    server.until(|now| now["turn"] == 1);
    let (status, page) = server.get("/");
    assert_eq!(status, 503);
    assert!(page.contains("<td>9</td>") && page.contains("/__ocop/live.js"), "{page}");
    desk.catalog("c", &SOUND);
    server.until(|now| now["site"] == 1);
    assert_eq!(server.get("/").0, 200);
}

#[test]
fn a_built_site_is_shown_as_it_is_and_a_port_is_not_shared() {
    let desk = Desk::new();
    desk.write("built/index.html", "<!doctype html><html><head></head><body>As it is</body></html>");
    let server = Server::start(&desk, &["serve", "built"]);
    let (status, page) = server.get("/");
    assert_eq!(status, 200);
    assert!(page.contains("As it is") && !page.contains("__ocop"), "{page}");
    let port = server.host.rsplit(':').next().unwrap_or_default();
    desk.ocop(&["serve", "built", "--port", port]).is(2, &["đang có chương trình khác dùng", "--port 0"]);
    desk.ocop(&["serve", "built", "--port", port, "--lang", "en"]).is(2, &["is taken by another program"]);
}
