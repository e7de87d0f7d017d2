//! The catalogue on its way into the browser, the same for every program of the site.
//!
//! In: `catalog/list.json`. Out: a [`Site`], or the reason for people why there is none.

use super::Site;
use crate::web::dom::{self, Breath};
use crate::web::fetch;

const LIST: &str = "catalog/list.json";

/// Fetch and open it, after what the page itself needs, and without holding a frame.
pub(super) async fn load() -> Result<Site, String> {
    let breath = Breath::start();
    let list = fetch::text(LIST).await.map_err(|e| e.to_string())?;
    dom::sent().await;
    let site = Site::open(&list, dom::today, &async || breath.take().await).await;
    site.map_err(|e| [LIST, ": ", &e].concat())
}
