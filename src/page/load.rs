//! The catalogue on its way into the browser, the same for every program of the site.
//!
//! In: `catalog/list.json`. Out: a [`Site`], or the reason for people why there is none.

use super::{Site, failed};
use crate::route::Lang;
use crate::web::dom::{self, Breath};
use crate::web::{events, fetch};

const LIST: &str = "catalog/list.json";

/// Fetch and open it, after what the page itself needs, and without holding a frame.
pub(super) async fn site() -> Result<Site, String> {
    let breath = Breath::start();
    let list = fetch::text(LIST).await.map_err(|e| e.to_string())?;
    dom::sent().await;
    let site = Site::open(&list, dom::today, &async || breath.take().await).await;
    site.map_err(|e| [LIST, ": ", &e].concat())
}

/// The same for a program that shows nothing without it: kept for the whole run, or none, and the page says why.
pub(super) async fn load(lang: Lang) -> Option<&'static Site> {
    match site().await {
        Ok(site) => Some(Box::leak(Box::new(site))),
        Err(reason) => {
            if let Some(app) = dom::find("#app") {
                app.set_inner_html(&failed(lang, &reason).to_html());
            }
            events::retry();
            None
        }
    }
}
