//! The web manifest: what a phone shows that keeps the site on its first screen.
//!
//! In: the shell's own, and the catalogue. Out: the same with the catalogue's title and description.

use super::Obstacle;
use super::home::Home;
use super::shell::Shell;
use crate::page::{Site, head};
use crate::query::Query;
use crate::route::{Address, Lang, Route};
use serde_json::{Map, Value, json};

/// Its name in the shell and in the site.
pub(super) const FILE: &str = "manifest.webmanifest";
/// Letters that fit under a sign.
const SHORT: usize = 12;

/// The site's manifest; none if the shell has none.
pub(super) fn manifest(shell: &Shell, site: &Site, home: &Home) -> Result<Option<String>, Obstacle> {
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
    // Read from the host's root: two catalogues on one host are two applications.
    own.insert("id".into(), home.path.as_str().into());
    own.insert("shortcuts".into(), shortcuts(site));
    Ok(Some(Value::Object(own).to_string()))
}

/// Where a long press on the sign leads.
fn shortcuts(site: &Site) -> Value {
    let w = site.see(Lang::Vi).words;
    let list = Route::List(Query::default());
    let rooms = [Route::Picks as fn(String) -> Route, Route::Offline].map(|room| room(String::new()));
    let name = |route: &Route| match route {
        Route::Picks(_) => (w.picks_of)(0),
        Route::Offline(_) => w.offline.into(),
        _ => w.products.into(),
    };
    let one = |route: Route| {
        json!({
            "name": name(&route),
            "url": Address::new(Lang::Vi, route).write(),
            "icons": [{ "src": "icon-192.png", "sizes": "192x192", "type": "image/png" }],
        })
    };
    [list].into_iter().chain(rooms).map(one).collect()
}

/// As many whole words, from the end, as fit: "Hàng xứ Thanh" is known by its last.
fn short(title: &str) -> &str {
    if title.chars().count() <= SHORT {
        return title;
    }
    let ends = title.match_indices(' ').map(|(i, _)| title.get(i + 1..).unwrap_or_default());
    ends.filter(|end| !end.is_empty()).find(|end| end.chars().count() <= SHORT).unwrap_or(title)
}
