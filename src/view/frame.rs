//! The frame of every page: skip link, header with search, footer.

use super::See;
use crate::catalog::Catalog;
use crate::route::{Address, Lang, Route};
use leptos::prelude::*;

/// A whole page: header, the page's own content, footer. `aside` marks the page behind an open sheet as out of reach.
pub fn frame(see: See<'_>, address: &Address, search: AnyView, content: AnyView) -> AnyView {
    let w = see.words;
    let invented = see.catalog.about.invented.then(|| view! { <p class="invented">{w.invented}</p> });
    view! {
        <a class="skip" href="#main">{w.skip}</a>
        {invented}
        {header(see, address, search)}
        {content}
        {site_footer(see.catalog, see, address)}
    }
    .into_any()
}

fn header(see: See<'_>, address: &Address, search: AnyView) -> AnyView {
    let w = see.words;
    let go = |name: &'static str, route: Route, here: bool| {
        let current = here.then_some("page");
        view! { <li><a href=see.to(route) aria-current=current>{name}</a></li> }
    };
    let at = &address.route;
    let lang = |lang: Lang| {
        let current = (lang == see.lang).then_some("true");
        let name = if lang == Lang::Vi { "Tiếng Việt" } else { "English" };
        view! {
            <li>
                <a href=address.in_lang(lang).write() lang=lang.code() hreflang=lang.code() aria-current=current title=name>
                    {lang.code().to_uppercase()}
                </a>
            </li>
        }
    };
    view! {
        <header class="head">
            <a class="brand" href=see.list(Default::default())>
                <img src="icon.svg" alt="" width="36" height="36" />
                <span lang="vi">{see.catalog.about.title.clone()}</span>
            </a>
            <nav class="pages" aria-label=w.nav>
                <ul>
                    {go(w.products, Route::List(Default::default()), matches!(at, Route::List(_) | Route::Product(_)))}
                    {go(w.producers, Route::Producers, matches!(at, Route::Producers | Route::Producer(_)))}
                    {go(w.places, Route::Places, matches!(at, Route::Places | Route::Place(_)))}
                </ul>
            </nav>
            {search}
            <nav class="langs" aria-label=w.language><ul>{Lang::ALL.map(lang).into_iter().collect_view()}</ul></nav>
        </header>
    }
    .into_any()
}

/// The footer: the other pages, and of when the data is.
pub fn site_footer(catalog: &Catalog, see: See<'_>, address: &Address) -> AnyView {
    let w = see.words;
    let at = &address.route;
    let go = |name: &'static str, route: Route| {
        let current = (*at == route).then_some("page");
        view! { <li><a href=see.to(route) aria-current=current>{name}</a></li> }
    };
    view! {
        <footer class="site-foot">
            <ul>
                {go(w.products, Route::List(Default::default()))}
                {go(w.producers, Route::Producers)}
                {go(w.places, Route::Places)}
                {go(w.overview, Route::Overview)}
                {go(w.about, Route::About)}
            </ul>
            <p>{(w.footer)(&catalog.about.title, &(w.day)(catalog.about.as_of))}</p>
        </footer>
    }
    .into_any()
}
