//! The list of a version: every file that the site needs without a network, with its hash and size.
//!
//! Plain text, so that the worker reads it in three lines: a first line that says what it is, the day of the catalogue's
//! facts, then `HASH SIZE PATH` a line, in the order in which they are fetched. The version is the hash of all of it.

/// First line.
const FIRST: &str = "ocop offline 1";

/// What a file is to those who wait for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Programs, styles, letters, pages.
    App,
    /// The catalogue.
    Data,
    /// Pictures.
    Picture,
}

/// A file of a version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// 32 hexadecimal digits: the first half of its SHA-256.
    pub hash: String,
    /// Bytes, as it is shown: on the way it may be pressed.
    pub size: u32,
    /// Where it stands in the site.
    pub path: String,
}

/// Every file of a version.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct List {
    /// The day of the catalogue's facts, `2026-11-28`.
    pub day: String,
    /// In the order in which they are fetched.
    pub files: Vec<File>,
}

impl File {
    /// Told by where it stands.
    pub fn kind(&self) -> Kind {
        let drawn = self.path.ends_with(".svg") || self.path.ends_with(".png");
        match self.path.strip_prefix("catalog/") {
            Some(rest) if rest.starts_with("tile/") || rest.starts_with("photo/") => Kind::Picture,
            Some(_) => Kind::Data,
            None if drawn => Kind::Picture,
            None => Kind::App,
        }
    }
}

impl List {
    /// Read it; none if it is no list, or one cut short: it ends with a line's end.
    pub fn read(text: &str) -> Option<List> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next()? != FIRST {
            return None;
        }
        let day = lines.next()?.into();
        let files = lines.map(file).collect::<Option<Vec<File>>>()?;
        (!files.is_empty()).then_some(List { day, files })
    }

    /// As it stands in the site.
    pub fn write(&self) -> String {
        let mut out = [FIRST, "\n", &self.day, "\n"].concat();
        for file in &self.files {
            out.push_str(&[&file.hash, " ", &file.size.to_string(), " ", &file.path, "\n"].concat());
        }
        out
    }
}

fn file(line: &str) -> Option<File> {
    let mut parts = line.splitn(3, ' ');
    let (hash, size, path) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
    let whole = hash.len() == super::HASH && hash.bytes().all(|b| b.is_ascii_hexdigit()) && !path.is_empty();
    whole.then(|| File { hash: hash.into(), size, path: path.into() })
}
