//! No such page: what was asked for, and the nearest products.

use super::Site;
use crate::view::{self, See};
use leptos::prelude::*;

pub(super) fn missing(site: &Site, see: See<'_>, path: &str) -> AnyView {
    let w = see.words;
    // The last part of a cut or mistyped address still holds words of a name.
    let guess = path.rsplit('/').next().unwrap_or(path).replace('-', " ");
    let near = site.index.nearest(&guess, 8);
    let near = (!near.is_empty()).then(|| view! { <h2 class="over">{w.missing_near}</h2>{view::cards(see, &near, &[])} });
    view! {
        <main id="main" class="missing">
            <div class="nothing">
                <h1 tabindex="-1">{w.missing}</h1>
                <p>{(w.missing_lead)(path)}</p>
                <p><a class="act" href=see.list(Default::default())>{w.to_list}</a></p>
            </div>
            {near}
        </main>
    }
    .into_any()
}
