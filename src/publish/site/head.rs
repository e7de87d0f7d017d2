//! What a page says of itself to search engines and to those who show a link to it.
//!
//! In: a page, and where the site will stand. Out: the tags of its head: title, description, canonical and language
//! links, Open Graph, Twitter, JSON-LD. Neither Zalo's nor Facebook's crawler runs scripts, so all of it stands in the
//! file. What needs a whole address is left out where none is known.

use super::Gone;
use super::card::{Cards, Subject};
use super::home::Home;
use super::linked::{Page, linked};
use crate::catalog::Detail;
use crate::page::{Head, Site, head, withdrawn};
use crate::publish::faults::in_lang;
use crate::query::Query;
use crate::route::{Address, Lang, Route};
use crate::text::fold;
use crate::view::escaped;
use std::fmt::Write;

/// Language and country as Open Graph has them.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi_VN",
        Lang::En => "en_US",
    }
}

fn meta(out: &mut String, kind: &str, name: &str, content: &str) {
    let _ = writeln!(out, "<meta {kind}=\"{name}\" content=\"{}\">", escaped(content));
}

fn link(out: &mut String, rel: &str, href: &str) {
    let _ = writeln!(out, "<link rel=\"{rel}\" href=\"{}\">", escaped(href));
}

/// All tags of a page's own, each on its line.
pub(super) fn tags(page: Page<'_>) -> String {
    let Page { site, address, product, gone, home, cards } = page;
    let mut own = head(site, address);
    if let Some(told) = product.and_then(|(_, detail)| beginning(address.lang, detail)) {
        own.description = told;
    }
    let title = &site.catalog.about.title;
    if let Some(Gone { name, .. }) = gone {
        own = Head { title: format!("{name} · {title}"), description: withdrawn(address).into() };
    }
    let mut out = format!("<title>{}</title>\n", escaped(&own.title));
    meta(&mut out, "name", "description", &own.description);
    let lost = gone.is_some() || matches!(address.route, Route::Missing(_));
    if lost || address.route.apart().is_some() {
        meta(&mut out, "name", "robots", "noindex");
    }
    if let Some(now) = gone.and_then(|gone| gone.now.clone()) {
        let there = Address::new(address.lang, now);
        let _ = writeln!(out, "<meta http-equiv=\"refresh\" content=\"0; url={}\">", escaped(&there.write()));
        home.to(&there.path()).iter().for_each(|there| link(&mut out, "canonical", there));
    }
    if lost {
        return out;
    }
    if let Some(here) = home.to(&address.path()) {
        link(&mut out, "canonical", &here);
        let langs = Lang::ALL.map(|lang| (lang.code(), lang));
        for (code, lang) in langs.into_iter().chain([("x-default", Lang::Vi)]) {
            let there = home.to(&address.in_lang(lang).path()).unwrap_or_default();
            let _ = writeln!(out, "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\">", escaped(&there));
        }
        meta(&mut out, "property", "og:url", &here);
    }
    // The name of the page without that of the site, which stands beside it.
    let name = own.title.strip_suffix(title.as_str()).and_then(|t| t.strip_suffix(" · ")).unwrap_or(&own.title);
    let price = product.and_then(|(_, d)| d.price);
    meta(&mut out, "property", "og:type", if price.is_some() { "product" } else { "website" });
    meta(&mut out, "property", "og:title", name);
    meta(&mut out, "property", "og:description", &own.description);
    meta(&mut out, "property", "og:site_name", title);
    meta(&mut out, "property", "og:locale", locale(address.lang));
    for other in Lang::ALL.into_iter().filter(|lang| *lang != address.lang) {
        meta(&mut out, "property", "og:locale:alternate", locale(other));
    }
    if let Some(price) = price {
        meta(&mut out, "property", "product:price:amount", &price.to_string());
        meta(&mut out, "property", "product:price:currency", "VND");
    }
    picture(&mut out, &address.route, name, home, cards);
    out.push_str(&linked(page, &own));
    out
}

/// Tags of a page that shows nothing yet: its program will tell.
pub(super) fn bare(site: &Site, lang: Lang) -> String {
    let own = head(site, &Address::new(lang, Route::List(Query::default())));
    let mut out = format!("<title>{}</title>\n", escaped(&site.catalog.about.title));
    meta(&mut out, "name", "description", &own.description);
    meta(&mut out, "name", "robots", "noindex");
    out
}

/// Letters of a description that search engines and those who show links still show.
const SHOWN: usize = 155;

/// The first sentence of a product's story in that language, cut at a word where it is long; none without a story.
fn beginning(lang: Lang, detail: &Detail) -> Option<String> {
    let story = in_lang(&detail.story, lang).lines().next().unwrap_or_default();
    let mut ends = story.match_indices(['.', '!', '?', '…']).map(|(at, mark)| (at, at + mark.len()));
    let end = ends.find(|(at, end)| story[*end..].starts_with(' ') && !abbreviates(&story[..*at]));
    let sentence = end.map_or(story, |(_, end)| &story[..end]).trim();
    if sentence.chars().count() <= SHOWN {
        return Some(sentence.to_owned()).filter(|told| !told.is_empty());
    }
    let (last, _) = sentence.char_indices().nth(SHOWN - 1)?;
    let room = sentence.get(..=last).unwrap_or(sentence);
    let whole = room.rsplit_once(' ').map_or(room, |(words, _)| words);
    Some(format!("{}…", whole.trim_end_matches([',', ';', ':', '-', '–', ' '])))
}

/// Whether a point after this text ends no sentence: before it stands no word but letters without a vowel ("TP.", "Q.").
fn abbreviates(text: &str) -> bool {
    let word = fold(text.rsplit(' ').next().unwrap_or_default());
    word.starts_with(char::is_alphabetic) && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// The preview picture with its size, without which the first to share a link sees none.
fn picture(out: &mut String, route: &Route, name: &str, home: &Home, cards: &Cards) {
    let subject = match route {
        Route::Product(slug) => Subject::Product(slug.clone()),
        Route::Producer(slug) => Subject::Producer(slug.clone()),
        _ => Subject::Catalog,
    };
    let Some(card) = cards.of(&subject) else { return };
    let Some(whole) = home.to(&card.path) else { return };
    meta(out, "property", "og:image", &whole);
    meta(out, "property", "og:image:width", &card.width.to_string());
    meta(out, "property", "og:image:height", &card.height.to_string());
    meta(out, "property", "og:image:alt", name);
    meta(out, "name", "twitter:card", if card.width >= LARGE { "summary_large_image" } else { "summary" });
}

/// Narrower pictures are shown small.
const LARGE: u16 = 600;
