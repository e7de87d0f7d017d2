//! Editions of the built site: pages with the tests' instruments in them, also as a device keeps them; and later ones that can
//! be told apart by every part that must never be mixed: the page, its program, the catalogue. The list of an offline site and
//! its worker are told of it.

use ocop::offline::{File, LIST, List, WORKER};
use ocop::publish::{version_of, worker_of};
use std::io;
use std::path::Path;

/// The first (0) is what was built.
pub struct Edition<'a> {
    pub dist: &'a Path,
    pub number: usize,
}

/// In a page: edition of the page, of its program, and of the catalogue that is shown.
pub const PARTS: &str = "[document.querySelector('meta[name=edition]')?.content ?? '0', String(window.programEdition ?? 0), \
    document.querySelector('.brand span').textContent.split(' xuất bản lần ')[1] ?? '0']";

impl Edition<'_> {
    /// What a file holds.
    pub fn content(&self, path: &str) -> io::Result<Vec<u8>> {
        if path == WORKER {
            let script = std::fs::read_to_string(self.dist.join(path))?;
            let worker = worker_of(&script, &version_of(&self.list()?));
            return worker.map(String::into_bytes).ok_or_else(|| io::Error::other("a worker without a version"));
        }
        if path == LIST {
            return Ok(self.list()?.into_bytes());
        }
        let content = std::fs::read(self.dist.join(path))?;
        let text = |content| String::from_utf8_lossy(content).into_owned();
        if path.ends_with(".html") {
            let mut own = String::from("<script src=\"/__watch.js\"></script>");
            if path.starts_with("gian-hang/") || path.starts_with("en/booth/") {
                own.push_str("<script src=\"/__clock.js\"></script>");
            }
            if self.number > 0 {
                own.push_str(&format!("<meta name=\"edition\" content=\"{}\">", self.number));
            }
            return Ok(text(&content).replacen("<title>", &(own + "<title>"), 1).into_bytes());
        }
        if self.number == 0 {
            return Ok(content);
        }
        if path.starts_with("ocop-") && path.ends_with(".js") {
            return Ok(format!("globalThis.programEdition = {};\n{}", self.number, text(&content)).into_bytes());
        }
        if path == "catalog/list.json" {
            let title = "\"Hàng xứ Thanh";
            return Ok(text(&content)
                .replacen(title, &format!("{title} xuất bản lần {}", self.number), 1)
                .into_bytes());
        }
        Ok(content)
    }

    fn list(&self) -> io::Result<String> {
        let text = std::fs::read_to_string(self.dist.join(LIST))?;
        let built = List::read(&text).ok_or_else(|| io::Error::other("no list of an offline site"))?;
        let mut files = Vec::new();
        for file in built.files {
            let content = self.content(&file.path)?;
            // The version of a list is a hash as those in it.
            let hash = version_of(&content);
            files.push(File { hash, size: content.len() as u32, path: file.path });
        }
        Ok(List { files, ..built }.write())
    }
}
