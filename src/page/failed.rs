//! The catalogue could not be loaded: the reason, and a retry.

use crate::route::Lang;
use crate::words;
use leptos::prelude::*;

/// A page without a catalogue.
pub fn failed(lang: Lang, reason: &str) -> AnyView {
    let w = words::of(lang);
    view! {
        <main id="main" class="failed">
            <div class="nothing" role="alert">
                <h1 tabindex="-1">{w.failed}</h1>
                <p>{w.failed_lead}</p>
                <p><code>{reason.to_string()}</code></p>
                <p><button type="button" class="act" data-act="retry">{w.retry}</button></p>
            </div>
        </main>
    }
    .into_any()
}
