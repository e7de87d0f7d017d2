//! What a page says of itself to browsers, search engines and previews.

use super::Site;
use crate::route::{Address, Route};

/// Title and description of a page.
pub struct Head {
    /// For the tab.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

/// Tell the browser the head of the page at an address.
#[cfg(target_arch = "wasm32")]
pub(super) fn tell(site: &Site, address: &Address) {
    let Head { title, description } = head(site, address);
    let own = site.catalog.about.home.clone() + &address.path();
    crate::web::dom::set_head(&title, &description, address.lang.code(), &own);
}

/// The head of the page at an address.
pub fn head(site: &Site, address: &Address) -> Head {
    let see = site.see(address.lang);
    let w = see.words;
    let about = &site.catalog.about;
    let lead = (w.tagline)((w.text)(&about.province));
    let (name, description) = match &address.route {
        Route::List(q) if !q.text.trim().is_empty() => (Some(q.text.trim().to_string()), None),
        Route::List(_) => (None, Some(format!("{}: {}.", lead, (w.count_products)(site.index.size())))),
        Route::Product(slug) => match site.catalog.find_product(slug) {
            Some(id) => (Some(site.catalog.product(id).name.vi.clone()), Some(of_product(site, address, id))),
            None => (Some(w.missing.into()), None),
        },
        Route::Producer(slug) => match site.catalog.find_producer(slug) {
            Some(id) => (Some(site.catalog.producer(id).name.clone()), None),
            None => (Some(w.missing.into()), None),
        },
        Route::Place(slug) => match site.catalog.communes.iter().find(|c| c.slug == *slug) {
            Some(c) => (Some(crate::view::capital((w.text)(&c.name))), None),
            None => (Some(w.missing.into()), None),
        },
        Route::Producers => (Some(w.producers.into()), None),
        Route::Places => (Some(w.places.into()), None),
        Route::Overview => (Some(w.overview.into()), None),
        Route::About => (Some(w.about.into()), Some(w.about_title.into())),
        Route::Print(_) => (Some(w.print_title.into()), None),
        Route::Picks(_) => (Some((w.picks_of)(0)), None),
        Route::Share(_) => (Some(w.share.into()), None),
        Route::Offline(_) => (Some(w.offline.into()), None),
        Route::Booth(_) => (Some(w.booth.into()), None),
        Route::Missing(_) => (Some(w.missing.into()), None),
    };
    let title = match &name {
        Some(name) => format!("{name} · {}", about.title),
        None => format!("{} · {lead}", about.title),
    };
    let description = description.unwrap_or_else(|| format!("{} · {lead}.", name.unwrap_or_default()));
    Head { title, description }
}

fn of_product(site: &Site, address: &Address, id: crate::catalog::ProductId) -> String {
    let see = site.see(address.lang);
    let w = see.words;
    let p = site.catalog.product(id);
    let stand = p.standing(see.today);
    let mut parts = vec![p.name.vi.clone()];
    parts.extend((see.lang == crate::route::Lang::En && !p.name.en.is_empty()).then(|| p.name.en.clone()));
    parts.extend(stand.and_then(|s| s.stars).map(w.badge));
    parts.extend(stand.map(|s| (w.standing)(&s)));
    parts.extend(p.makers.first().map(|m| site.catalog.producer(*m).name.clone()));
    parts.extend(see.communes(&p.site).first().map(|c| (w.text)(&c.name).to_string()));
    parts.extend(see.district(&p.site).map(|d| (w.district)(d.kind, &d.name)));
    parts.join(" · ") + "."
}
