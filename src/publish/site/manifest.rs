//! The web manifest: what a phone shows that keeps the site on its first screen.
//!
//! In: the shell's own, and the catalogue. Out: the same with the catalogue's title and description.

use super::Obstacle;
use super::shell::Shell;
use crate::page::{Site, head};
use crate::query::Query;
use crate::route::{Address, Lang, Route};
use serde_json::{Map, Value};

/// Its name in the shell and in the site.
pub(super) const FILE: &str = "manifest.webmanifest";
/// Letters that fit under a sign.
const SHORT: usize = 12;

/// The site's manifest; none if the shell has none.
pub(super) fn manifest(shell: &Shell, site: &Site) -> Result<Option<String>, Obstacle> {
    if !shell.files.contains_key(FILE) {
        return Ok(None);
    }
    let lost = |_| Obstacle::Shell { file: FILE.into(), lacks: "JSON object".into() };
    let mut own: Map<String, Value> = serde_json::from_str(shell.text(FILE)?).map_err(lost)?;
    let title = &site.catalog.about.title;
    let about = head(site, &Address::new(Lang::Vi, Route::List(Query::default()))).description;
    own.insert("name".into(), title.as_str().into());
    own.insert("short_name".into(), short(title).into());
    own.insert("description".into(), about.into());
    Ok(Some(Value::Object(own).to_string()))
}

/// As many whole words, from the end, as fit: "Hàng xứ Thanh" is known by its last.
fn short(title: &str) -> &str {
    if title.chars().count() <= SHORT {
        return title;
    }
    let ends = title.match_indices(' ').map(|(i, _)| title.get(i + 1..).unwrap_or_default());
    ends.filter(|end| !end.is_empty()).find(|end| end.chars().count() <= SHORT).unwrap_or(title)
}
