//! `sitemap.xml` and `robots.txt`: every page and its other language, for search engines.
//!
//! In: the site's pages, and where it will stand. Out: files. A map holds at most 50,000 addresses (sitemaps.org) and
//! 50 MB; a larger site has several and `sitemap.xml` names them. Without a known address there is no map.

use super::home::Home;
use crate::catalog::Date;
use crate::route::{Address, Lang, Route};
use crate::view::escaped;
use std::fmt::Write;

/// Addresses of one map.
pub(super) const MOST: usize = 50_000;
/// Bytes of one map: with room for its frame.
const LONGEST: usize = 49_000_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// The maps with their names.
pub(super) fn maps(home: &Home, routes: &[Route], as_of: Date) -> Vec<(String, String)> {
    let day = as_of.iso();
    let mut parts: Vec<String> = Vec::new();
    let (mut part, mut count) = (String::new(), 0);
    for lang in Lang::ALL {
        for route in routes {
            let Some(entry) = entry(home, &Address::new(lang, route.clone()), &day) else { continue };
            if count == MOST || part.len() + entry.len() > LONGEST {
                parts.push(std::mem::take(&mut part));
                count = 0;
            }
            part.push_str(&entry);
            count += 1;
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    let whole = |part: &String| {
        format!("{HEAD}<urlset {SPACE} xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{part}</urlset>\n")
    };
    if let [only] = parts.as_slice() {
        return vec![("sitemap.xml".into(), whole(only))];
    }
    let mut index = String::new();
    let mut files = Vec::new();
    for (i, part) in (1..).zip(&parts) {
        let name = format!("sitemap-{i}.xml");
        let there = escaped(&home.to(&name).unwrap_or_default());
        let _ = writeln!(index, "<sitemap><loc>{there}</loc><lastmod>{day}</lastmod></sitemap>");
        files.push((name, whole(part)));
    }
    if !parts.is_empty() {
        files.push(("sitemap.xml".into(), format!("{HEAD}<sitemapindex {SPACE}>\n{index}</sitemapindex>\n")));
    }
    files
}

fn entry(home: &Home, address: &Address, day: &str) -> Option<String> {
    let mut out = format!("<url><loc>{}</loc><lastmod>{day}</lastmod>", escaped(&home.to(&address.path())?));
    let langs = Lang::ALL.map(|lang| (lang.code(), lang));
    for (code, lang) in langs.into_iter().chain([("x-default", Lang::Vi)]) {
        let there = escaped(&home.to(&address.in_lang(lang).path())?);
        let _ = write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{there}\"/>");
    }
    out.push_str("</url>\n");
    Some(out)
}

/// Everyone may read everything.
pub(super) fn robots(home: &Home) -> String {
    let map = home.to("sitemap.xml").map(|map| format!("\nSitemap: {map}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{map}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = Date { year: 2026, month: 11, day: 23 };

    fn routes(many: usize) -> Vec<Route> {
        (0..many).map(|i| Route::Product(format!("p-{i}"))).collect()
    }

    #[test]
    fn past_fifty_thousand_addresses_there_are_several_maps() {
        let home = Home::read("https://vi-du.example/");
        let names = |many| maps(&home, &routes(many), DAY).into_iter().map(|map| map.0).collect::<Vec<_>>();
        assert_eq!(names(MOST / 2), ["sitemap.xml"]);
        assert_eq!(names(MOST / 2 + 1), ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let all = maps(&home, &routes(MOST / 2 + 1), DAY);
        let counts: Vec<usize> = all.iter().map(|map| map.1.matches("<loc>").count()).collect();
        assert_eq!(counts, [MOST, 2, 2]);
        assert!(
            all[2].1.contains("<sitemap><loc>https://vi-du.example/sitemap-2.xml</loc><lastmod>2026-11-23</lastmod>")
        );
        assert!(all.iter().all(|map| map.1.len() <= 50_000_000));
    }

    #[test]
    fn without_an_address_there_is_no_map() {
        let home = Home::read("");
        assert_eq!(maps(&home, &routes(3), DAY), []);
        assert_eq!(robots(&home), "User-agent: *\nAllow: /\n");
    }
}
