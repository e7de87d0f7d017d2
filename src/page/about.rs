//! What stars mean, which law, whence the data and of when, how to report a mistake.

use super::Site;
use crate::view::{self, See};
use leptos::prelude::*;

pub(super) fn about(site: &Site, see: See<'_>) -> AnyView {
    let w = see.words;
    let about = &site.catalog.about;
    let part = |(title, lines): &(&'static str, &'static [&'static str])| {
        view! { <section><h2>{*title}</h2>{lines.iter().map(|l| view! { <p>{*l}</p> }).collect_view()}</section> }
    };
    view! {
        <main id="main" class="about">
            <h1 tabindex="-1">{w.about_title}</h1>
            {w.about_text.iter().map(part).collect_view()}
            <section><h2>{w.legend}</h2>{view::legend(see)}</section>
            <section>
                <h2>{w.sources}</h2>
                <p>{(w.about_data)(&(w.day)(about.as_of), site.index.size(), about.sources as usize)}</p>
                <p>{w.about_report}</p>
            </section>
        </main>
    }
    .into_any()
}
