//! JSON-LD: what a page is about, for search engines, in the words of schema.org.
//!
//! In: a page. Out: one block of data, harmless in HTML. Rules: a list holds positions, addresses and names only. A
//! product with a price is a `Product` with an `Offer` in VND. One without is none: search engines count a `Product`
//! that has neither offer nor review as an error, and our stars are certificates, never reviews. Its page is then an
//! `ItemPage` about a thing and about the `Certification`s that the thing holds, with its maker beside it. What needs a
//! whole address is left out where none is known.

use super::Gone;
use super::award::certificates;
use super::card::Cards;
use super::home::Home;
use crate::catalog::{Contact, Detail, Producer, Product, ProductId};
use crate::page::{Head, Site, head};
use crate::query::{Facet, Query};
use crate::route::{Address, Lang, Route};
use crate::view::{See, capital};
use serde_json::{Map, Value, json};

/// Entries of a list; search engines read no more of one.
const MOST: usize = 100;

/// Everything that speaks of one page.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) site: &'a Site,
    pub(super) address: &'a Address,
    /// The product it is about, with its details.
    pub(super) product: Option<(ProductId, &'a Detail)>,
    /// What stood there before it was withdrawn.
    pub(super) gone: Option<&'a Gone>,
    pub(super) home: &'a Home,
    pub(super) cards: &'a Cards,
}

/// The block, with its tags; nothing for a page of which there is nothing to say. `own` is the page's head.
pub(super) fn linked(page: Page<'_>, own: &Head) -> String {
    let site = page.site;
    let mut graph: Vec<Value> = match &page.address.route {
        Route::Product(_) => page.product.map(|(id, detail)| page.goods(id, detail, own)).into_iter().collect(),
        Route::Producer(slug) => {
            let maker = site.catalog.find_producer(slug).map(|id| page.organization(site.catalog.producer(id)));
            maker.into_iter().chain(page.list()).collect()
        }
        Route::List(_) => page.website().into_iter().chain(page.list()).collect(),
        Route::About => page.data().into_iter().collect(),
        _ => page.list().into_iter().collect(),
    };
    graph.extend(page.crumbs());
    match graph.is_empty() {
        true => String::new(),
        false => block(&json!({ "@context": "https://schema.org", "@graph": graph })),
    }
}

/// Data between tags: no text in it can end the block, and old scripts' line ends are none.
fn block(data: &Value) -> String {
    let text = data.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("<script type=\"application/ld+json\">{text}</script>\n")
}

/// An object of what is known: empty texts and lists are left out.
pub(super) fn known<const N: usize>(parts: [(&str, Value); N]) -> Value {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        _ => false,
    };
    let all = parts.into_iter().filter(|(_, value)| !empty(value)).map(|(name, value)| (name.to_string(), value));
    Value::Object(all.collect::<Map<_, _>>())
}

impl<'a> Page<'a> {
    fn see(&self) -> See<'a> {
        self.site.see(self.address.lang)
    }

    fn url(&self, route: Route) -> Option<String> {
        self.home.to(&Address::new(self.address.lang, route).write())
    }

    fn here(&self) -> Option<String> {
        self.home.to(&self.address.path())
    }

    fn goods(&self, id: ProductId, d: &Detail, own: &Head) -> Value {
        let (c, see) = (&self.site.catalog, self.see());
        let p = c.product(id);
        let about = Some(see.text(&d.story)).filter(|story| !story.is_empty()).unwrap_or(&own.description);
        let image = self.image(p);
        let makers: Vec<Value> = p.makers.iter().map(|m| self.organization(c.producer(*m))).collect();
        let awards = certificates(see, &p.recognitions);
        let other = if p.name.en == p.name.vi { "" } else { p.name.en.as_str() };
        let Some(price) = d.price else {
            let thing = known([
                ("@type", json!("Thing")),
                ("name", json!(p.name.vi)),
                ("alternateName", json!(other)),
                ("description", json!(about)),
                ("image", json!(image)),
            ]);
            return known([
                ("@type", json!("ItemPage")),
                ("name", json!(own.title)),
                ("description", json!(own.description)),
                ("url", json!(self.here())),
                ("inLanguage", json!(self.address.lang.code())),
                ("about", json!([vec![thing], awards].concat())),
                ("mentions", json!(makers)),
            ]);
        };
        let brand = p.makers.first().map(|m| json!({ "@type": "Brand", "name": c.producer(*m).name }));
        let offer = known([
            ("@type", json!("Offer")),
            ("price", json!(price)),
            ("priceCurrency", json!("VND")),
            ("url", json!(self.here())),
        ]);
        let group = p.group.map(|g| if self.address.lang == Lang::En { g.get().name.en } else { g.get().name.vi });
        known([
            ("@type", json!("Product")),
            ("name", json!(p.name.vi)),
            ("alternateName", json!(other)),
            ("description", json!(about)),
            ("image", json!(image)),
            ("url", json!(self.here())),
            ("category", json!(group.unwrap_or(see.words.no_group))),
            ("gtin", json!(d.gtin)),
            ("size", json!(d.pack)),
            ("brand", json!(brand)),
            ("manufacturer", json!(makers)),
            ("hasCertification", json!(awards)),
            ("offers", offer),
        ])
    }

    fn image(&self, p: &Product) -> Option<String> {
        self.home.to(&self.cards.goods(p)?)
    }

    fn organization(&self, maker: &Producer) -> Value {
        let own = [("url", json!(self.url(Route::Producer(maker.slug.clone()))))];
        reached("Organization", &maker.name, &maker.contact, own)
    }

    fn publisher(&self) -> Value {
        let about = &self.site.catalog.about;
        match about.publisher.as_str() {
            "" => Value::Null,
            name => reached("Organization", name, &about.contact, [("url", Value::Null)]),
        }
    }

    fn website(&self) -> Option<Value> {
        let about = &self.site.catalog.about;
        Some(known([
            ("@type", json!("WebSite")),
            ("name", json!(about.title)),
            ("url", json!(self.here()?)),
            ("inLanguage", json!(self.address.lang.code())),
            ("publisher", self.publisher()),
        ]))
    }

    /// The catalogue as data to take away.
    fn data(&self) -> Option<Value> {
        let about = &self.site.catalog.about;
        let file = |(kind, name): (&str, &str)| {
            let url = self.home.to(&format!("catalog/{name}"))?;
            Some(json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": url }))
        };
        let files = [("text/csv", "products.csv"), ("application/json", "products.json")].into_iter().filter_map(file);
        Some(known([
            ("@type", json!("Dataset")),
            ("name", json!(about.title)),
            (
                "description",
                json!(head(self.site, &Address::new(self.address.lang, Route::List(Query::default()))).description),
            ),
            ("url", json!(self.here()?)),
            ("dateModified", json!(about.as_of.iso())),
            ("isAccessibleForFree", json!(true)),
            ("creator", self.publisher()),
            ("distribution", json!(files.collect::<Vec<_>>())),
        ]))
    }

    /// What a page of links holds.
    fn list(&self) -> Option<Value> {
        self.here()?;
        let (c, index) = (&self.site.catalog, &self.site.index);
        let products = |(ids, total): (Vec<ProductId>, usize)| {
            let line = |id: &ProductId| (Route::Product(c.product(*id).slug.clone()), c.product(*id).name.vi.clone());
            (ids.iter().map(line).collect::<Vec<_>>(), total)
        };
        let (lines, total) = match &self.address.route {
            Route::List(query) => {
                let found = index.find(query);
                products((found.ids, found.total))
            }
            Route::Producer(slug) => products(index.all_of(Facet::Producer, c.find_producer(slug)?.0 as usize)),
            Route::Place(slug) => {
                products(index.all_of(Facet::Commune, c.communes.iter().position(|c| c.slug == *slug)?))
            }
            Route::Producers => {
                let all = c.producers.iter().map(|p| (Route::Producer(p.slug.clone()), p.name.clone()));
                (all.take(MOST).collect(), c.producers.len())
            }
            Route::Places => {
                let name = |c| capital(self.see().text(c));
                let all = c.communes.iter().map(|c| (Route::Place(c.slug.clone()), name(&c.name)));
                (all.take(MOST).collect(), c.communes.len())
            }
            _ => return None,
        };
        let line = |(i, (route, name)): (usize, (Route, String))| json!({ "@type": "ListItem", "position": i + 1, "url": self.url(route), "name": name });
        let lines: Vec<Value> = lines.into_iter().enumerate().map(line).collect();
        let list = json!({ "@type": "ItemList", "numberOfItems": total, "itemListElement": lines });
        (total > 0).then_some(list)
    }

    /// The way from the beginning to a page, which is its last step.
    fn crumbs(&self) -> Option<Value> {
        self.here()?;
        let (c, w) = (&self.site.catalog, self.see().words);
        let mut steps = vec![(c.about.title.clone(), Route::List(Query::default()))];
        match &self.address.route {
            Route::Product(_) => {
                let p = c.product(self.product?.0);
                for group in p.group.into_iter().flat_map(|g| g.path()) {
                    let name = if self.address.lang == Lang::En { group.get().name.en } else { group.get().name.vi };
                    steps.push((name.into(), Route::List(Query::only(Facet::Group, group.get().slug))));
                }
                steps.push((p.name.vi.clone(), self.address.route.clone()));
            }
            Route::Producer(slug) => {
                steps.push((w.producers.into(), Route::Producers));
                steps.push((c.producer(c.find_producer(slug)?).name.clone(), self.address.route.clone()));
            }
            Route::Place(slug) => {
                let commune = c.communes.iter().find(|c| c.slug == *slug)?;
                steps.push((w.places.into(), Route::Places));
                steps.push((capital(self.see().text(&commune.name)), self.address.route.clone()));
            }
            _ => return None,
        }
        let step = |(i, (name, route)): (usize, (String, Route))| json!({ "@type": "ListItem", "position": i + 1, "name": name, "item": self.url(route) });
        let steps: Vec<Value> = steps.into_iter().enumerate().map(step).collect();
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
    }
}

/// Somebody who can be reached.
fn reached(kind: &str, name: &str, contact: &Contact, own: [(&str, Value); 1]) -> Value {
    let [url] = own;
    let phones: Vec<&str> = contact.phones().collect();
    let phones = match phones[..] {
        [one] => json!(one),
        _ => json!(phones),
    };
    let point = match contact.person.as_str() {
        "" => Value::Null,
        person => known([
            ("@type", json!("ContactPoint")),
            ("name", json!(person)),
            ("telephone", phones.clone()),
            ("email", json!(contact.email)),
        ]),
    };
    let web = if contact.web.starts_with("http") { contact.web.as_str() } else { "" };
    known([
        ("@type", json!(kind)),
        ("name", json!(name)),
        url,
        ("telephone", phones),
        ("email", json!(contact.email)),
        ("address", json!(contact.address)),
        ("sameAs", json!(web)),
        ("contactPoint", point),
    ])
}
