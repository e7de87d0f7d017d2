//! A plain list of links, each with a small remark.

use leptos::prelude::*;

/// `(address, name, remark)`; names are in Vietnamese.
pub fn links(all: Vec<(String, String, String)>) -> AnyView {
    let one = |(href, name, remark): (String, String, String)| {
        view! { <li><a href=href lang="vi">{name}</a>" "<span class="count">{remark}</span></li> }
    };
    view! { <ul class="links">{all.into_iter().map(one).collect_view()}</ul> }.into_any()
}
