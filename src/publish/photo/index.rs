//! What is known of pictures without reading them: path, size and date lead to the stem of the finished photograph.
//!
//! In: `index.csv` of the cache. Out: the same, for the pictures of this run. A line that cannot be read is as if it
//! were not there: the picture is then read again, nothing more.

use crate::publish::save::replace;
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file changed so shortly before it was read may change again without its date telling: it is not entered.
const SETTLED: Duration = Duration::from_secs(2);

/// Pictures by path.
#[derive(Default, Debug)]
pub(super) struct Index(BTreeMap<String, (Look, String)>);

/// What a file looks like from outside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Look {
    pub size: u64,
    /// Nanoseconds since 1970.
    changed: u64,
}

impl Look {
    pub fn of(file: &Metadata) -> Look {
        let since = file.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        Look { size: file.len(), changed: u64::try_from(since.as_nanos()).unwrap_or_default() }
    }

    fn settled(self) -> bool {
        let changed = UNIX_EPOCH + Duration::from_nanos(self.changed);
        SystemTime::now().duration_since(changed).is_ok_and(|age| age > SETTLED)
    }
}

impl Index {
    pub fn read(path: &Path) -> Index {
        let sheet = csv::ReaderBuilder::new().has_headers(false).from_path(path);
        let lines = sheet.into_iter().flat_map(csv::Reader::into_deserialize::<(String, u64, u64, String)>);
        Index(lines.flatten().map(|(path, size, changed, stem)| (path, (Look { size, changed }, stem))).collect())
    }

    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut sheet = csv::Writer::from_writer(Vec::new());
        for (path, (look, stem)) in &self.0 {
            sheet.serialize((path, look.size, look.changed, stem)).map_err(io::Error::other)?;
        }
        replace(path, &sheet.into_inner().map_err(|e| io::Error::other(e.to_string()))?).map(drop)
    }

    /// The stem of that picture, if it looks as it did.
    pub fn stem(&self, path: &str, look: Look) -> Option<&str> {
        self.0.get(path).filter(|known| known.0 == look).map(|known| known.1.as_str())
    }

    pub fn enter(&mut self, path: String, look: Look, stem: &str) {
        if look.settled() {
            self.0.insert(path, (look, stem.to_owned()));
        }
    }
}
