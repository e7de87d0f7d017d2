//! Product feeds for shops: Meta's (Facebook, Instagram) as a table, Google's as RSS.
//!
//! In: the catalogue. Out: `catalog/feed-meta.csv` and `catalog/feed-google.xml` with every product that has a price and a
//! picture; no files where there is none, or where nobody knows the site's address. A stated price is read as "for sale
//! now, new": both formats ask for it, and the sheets have no column that would say otherwise.

use super::card::Cards;
use super::home::Home;
use super::open::table;
use crate::catalog::{Detail, Product};
use crate::page::{Site, head};
use crate::route::{Address, Lang, Route};
use crate::view::escaped;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Letters that Google takes of an id, a title and a description; Meta takes more.
const LONGEST: [usize; 3] = [50, 150, 5000];

/// Columns of Meta's table.
const COLUMNS: [&str; 10] =
    ["id", "title", "description", "availability", "condition", "price", "link", "image_link", "brand", "gtin"];

/// A product for sale.
struct Offer {
    id: String,
    title: String,
    description: String,
    price: String,
    link: String,
    image: String,
    brand: String,
    gtin: String,
}

/// Both files with their names.
pub(super) fn feeds(site: &Site, details: &[Detail], home: &Home, cards: &Cards) -> Vec<(String, String)> {
    let all = site.catalog.products.iter().zip(details);
    let offers: Vec<Offer> = all.filter_map(|(p, d)| offer(site, p, d, home, cards)).collect();
    if offers.is_empty() {
        return Vec::new();
    }
    vec![
        ("catalog/feed-meta.csv".into(), meta(&offers)),
        ("catalog/feed-google.xml".into(), google(site, home, &offers)),
    ]
}

fn offer(site: &Site, p: &Product, d: &Detail, home: &Home, cards: &Cards) -> Option<Offer> {
    let price = format!("{} VND", d.price?);
    let address = Address::new(Lang::Vi, Route::Product(p.slug.clone()));
    let image = cards.goods(p)?;
    let told = if d.story.vi.is_empty() { head(site, &address).description } else { d.story.vi.clone() };
    Some(Offer {
        id: id(&p.slug),
        title: cut(&p.name.vi, LONGEST[1]),
        description: cut(&told, LONGEST[2]),
        price,
        link: home.to(&address.path())?,
        image: home.to(&image)?,
        brand: p.makers.first().map(|m| site.catalog.producer(*m).name.clone()).unwrap_or_default(),
        gtin: d.gtin.clone(),
    })
}

/// A slug that is too long ends in a hash of the whole.
fn id(slug: &str) -> String {
    if slug.len() <= LONGEST[0] {
        return slug.into();
    }
    let hash: String = Sha256::digest(slug.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{hash}", cut(slug, LONGEST[0] - 9))
}

fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(most).collect()
}

fn meta(offers: &[Offer]) -> String {
    let row = |o: &Offer| {
        [&o.id, &o.title, &o.description, "in stock", "new", &o.price, &o.link, &o.image, &o.brand, &o.gtin]
            .map(String::from)
            .to_vec()
    };
    table(std::iter::once(COLUMNS.map(String::from).to_vec()).chain(offers.iter().map(row)))
}

fn google(site: &Site, home: &Home, offers: &[Offer]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">\n<channel>\n",
    );
    let own = |out: &mut String, tag: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "<{tag}>{}</{tag}>", escaped(text));
        }
    };
    let about = &site.catalog.about;
    own(&mut out, "title", &about.title);
    own(&mut out, "link", &home.to("").unwrap_or_default());
    own(&mut out, "description", &head(site, &Address::new(Lang::Vi, Route::List(Default::default()))).description);
    for o in offers {
        out.push_str("<item>\n");
        for (tag, text) in [
            ("g:id", o.id.as_str()),
            ("g:title", &o.title),
            ("g:description", &o.description),
            ("g:link", &o.link),
            ("g:image_link", &o.image),
            ("g:availability", "in_stock"),
            ("g:condition", "new"),
            ("g:price", &o.price),
            ("g:brand", &o.brand),
            ("g:gtin", &o.gtin),
            ("g:identifier_exists", if o.gtin.is_empty() { "no" } else { "" }),
        ] {
            own(&mut out, tag, text);
        }
        out.push_str("</item>\n");
    }
    out + "</channel>\n</rss>\n"
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn long_ids_are_short_and_still_their_own() {
        let (one, other) = ("a".repeat(60), format!("{}b", "a".repeat(59)));
        assert_eq!(id("mam-tom"), "mam-tom");
        assert!(id(&one).len() == 50 && id(&other).len() == 50 && id(&one) != id(&other));
    }
}
