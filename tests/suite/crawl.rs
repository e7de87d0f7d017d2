//! A crawler that runs no scripts: plain HTTP from `ocop serve`, as Zalo, Facebook and search engines read a site.
//!
//! In: a built site. Out: answers, pages with their tags, links and data.

use crate::html::{Element, read};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A site being served.
pub struct Served {
    server: Child,
    host: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What a host answered.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or_default()
    }
}

impl Served {
    pub fn start(site: &Path) -> std::io::Result<Served> {
        let mut server = Command::new(env!("CARGO_BIN_EXE_ocop"))
            .args(["serve", "--port", "0"])
            .arg(site)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        if let Some(out) = server.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        let host = line.split("http://").nth(1).unwrap_or_default().trim().trim_end_matches('/').to_string();
        Ok(Served { server, host })
    }

    /// Ask for a path, which begins with `/`.
    pub fn get(&self, path: &str) -> std::io::Result<Answer> {
        let mut stream = TcpStream::connect(&self.host)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host)?;
        let mut all = Vec::new();
        stream.read_to_end(&mut all)?;
        let end = all.windows(4).position(|w| w == b"\r\n\r\n").unwrap_or(all.len());
        let head = String::from_utf8_lossy(&all[..end]).to_ascii_lowercase();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        let rest = &all[(end + 4).min(all.len())..];
        let body = if head.contains("transfer-encoding: chunked") { joined(rest) } else { rest.to_vec() };
        Ok(Answer { status, body })
    }
}

/// A body that came in pieces, each after its length.
fn joined(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = rest.windows(2).position(|w| w == b"\r\n") {
        let size = usize::from_str_radix(String::from_utf8_lossy(&rest[..end]).trim(), 16).unwrap_or(0);
        let from = end + 2;
        if size == 0 || from + size > rest.len() {
            break;
        }
        out.extend_from_slice(&rest[from..from + size]);
        rest = &rest[(from + size + 2).min(rest.len())..];
    }
    out
}

/// A page as a crawler has it.
pub struct Page {
    pub all: Vec<Element>,
    /// What stands between `<script type="application/ld+json">` and its end, read.
    pub data: Vec<Value>,
}

impl Page {
    /// Read a whole document; scripts are taken out first, their text is no markup.
    pub fn read(html: &str) -> Result<Page, String> {
        let mut rest = html.strip_prefix("<!doctype html>\n").ok_or("no doctype")?;
        let (mut markup, mut data) = (String::new(), Vec::new());
        while let Some((before, script)) = rest.split_once("<script") {
            let (tag, script) = script.split_once('>').ok_or("a script without end")?;
            let (body, after) = script.split_once("</script>").ok_or("a script without end")?;
            if tag.contains("application/ld+json") {
                data.push(serde_json::from_str(body).map_err(|e| format!("JSON-LD: {e}: {body}"))?);
            }
            markup.push_str(before);
            rest = after;
        }
        markup.push_str(rest);
        Ok(Page { all: read(&markup.replace(" crossorigin>", " crossorigin=\"\">"))?, data })
    }

    /// The content of the one `<meta>` of that name or property.
    pub fn meta(&self, name: &str) -> Option<&str> {
        let own = |e: &&Element| e.tag == "meta" && e.attr("name").or_else(|| e.attr("property")) == Some(name);
        let found: Vec<&Element> = self.all.iter().filter(own).collect();
        assert!(found.len() < 2, "{name} stands twice");
        found.first().and_then(|e| e.attr("content"))
    }

    /// Addresses of the `<link>`s of that kind, with their languages.
    pub fn links(&self, rel: &str) -> BTreeMap<&str, &str> {
        let own = self.all.iter().filter(|e| e.tag == "link" && e.attr("rel") == Some(rel));
        own.filter_map(|e| Some((e.attr("hreflang").unwrap_or_default(), e.attr("href")?))).collect()
    }

    /// Every address of the site that the page names, relative to its base; those of others are left out.
    pub fn names(&self) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for e in self.all.iter().filter(|e| e.tag != "base") {
            for (name, value) in e.attrs() {
                match name {
                    "href" | "src" | "action" => _ = out.insert(value.to_string()),
                    "srcset" => out.extend(value.split(',').filter_map(|v| Some(v.split_whitespace().next()?.into()))),
                    _ => {}
                }
            }
        }
        out.into_iter().filter(|link| !link.starts_with('#') && !link.contains(':')).collect()
    }

    /// Every object of a type, however deep it stands.
    pub fn of_type(&self, name: &str) -> Vec<&Value> {
        let mut out = Vec::new();
        self.data.iter().for_each(|value| typed(value, name, &mut out));
        out
    }
}

fn typed<'a>(value: &'a Value, name: &str, out: &mut Vec<&'a Value>) {
    if value["@type"] == name {
        out.push(value);
    }
    match value {
        Value::Array(all) => all.iter().for_each(|v| typed(v, name, out)),
        Value::Object(all) => all.values().for_each(|v| typed(v, name, out)),
        _ => {}
    }
}
