//! The shapes of `list.json` as they stand on the wire, and their way into and out of the catalogue.

use super::Fault;
use crate::catalog::*;
use serde::Deserialize;
#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

/// `list.json`.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub(super) struct List {
    #[cfg_attr(target_arch = "wasm32", allow(dead_code))]
    version: u32,
    title: String,
    province: Name,
    as_of: String,
    #[serde(default)]
    invented: bool,
    #[serde(default)]
    sources: u32,
    producers: Vec<Maker>,
    communes: Vec<Place>,
    districts: Vec<Old>,
    qualities: Vec<Entry>,
    channels: Vec<Entry>,
    markets: Vec<Entry>,
    motifs: Vec<Entry>,
    products: Vec<Item>,
}

/// `[vi, en]`.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Name(String, String);

/// A word of a vocabulary: `[slug, vi, en]`.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Entry(String, String, String);

/// A producer: `[slug, name, kind]`.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Maker(String, String, String);

/// A commune or ward of today: `[NSO code, slug, vi, en]`.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Place(u32, String, String, String);

/// A former district: `[slug, name, kind]`.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Old(String, String, String);

/// A product.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Item {
    slug: String,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    en: String,
    /// The English name is a literal translation.
    #[serde(default, skip_serializing_if = "is_false")]
    literal: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    makers: Vec<u32>,
    /// NSO codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    communes: Vec<u32>,
    /// Former commune as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    district: Option<u16>,
    /// Slug in the group tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recognitions: Vec<Award>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quality: Vec<u16>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<u16>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    markets: Vec<u16>,
    motif: u16,
}

/// A recognition.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
struct Award {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stars: Option<u8>,
    #[serde(default, skip_serializing_if = "is_false")]
    proposed: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    when: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decision: Option<String>,
    /// `district`, `province` or `ministry`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    /// `[vi, en]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Name>,
}

#[cfg(not(target_arch = "wasm32"))]
fn is_false(b: &bool) -> bool {
    !b
}

fn text(n: Name) -> Text<String> {
    Text { vi: n.0, en: n.1 }
}

fn terms(all: Vec<Entry>) -> Vec<Term> {
    all.into_iter().map(|e| Term { slug: e.0, name: Text { vi: e.1, en: e.2 } }).collect()
}

fn value(what: &'static str, slug: &str, field: &'static str, value: &str, expected: &'static str) -> Fault {
    Fault::Value { what, slug: slug.into(), field, value: value.into(), expected }
}

impl List {
    pub(super) fn into_catalog(self) -> Result<Catalog, Fault> {
        let day = match When::parse(&self.as_of) {
            Some(When::Day(day)) => day,
            _ => return Err(value("catalogue", &self.title, "as_of", &self.as_of, "a day as D/M/YYYY")),
        };
        let producers = self.producers.into_iter().map(|m| {
            let kind = ProducerKind::ALL.into_iter().find(|k| k.key() == m.2);
            let kind = kind.ok_or_else(|| value("producer", &m.0, "kind", &m.2, "a kind of producer"))?;
            Ok(Producer { slug: m.0, name: m.1, kind })
        });
        let districts = self.districts.into_iter().map(|d| {
            let kind = DistrictKind::ALL.into_iter().find(|k| k.key() == d.2);
            let kind = kind.ok_or_else(|| value("district", &d.0, "kind", &d.2, "rural, town or city"))?;
            Ok(District { slug: d.0, name: d.1, kind })
        });
        let communes = self.communes.into_iter().map(|p| Commune {
            code: CommuneCode(p.0),
            slug: p.1,
            name: Text { vi: p.2, en: p.3 },
        });
        Ok(Catalog {
            about: About {
                title: self.title,
                province: text(self.province),
                as_of: day,
                invented: self.invented,
                sources: self.sources,
            },
            producers: producers.collect::<Result<_, Fault>>()?,
            districts: districts.collect::<Result<_, Fault>>()?,
            communes: communes.collect(),
            qualities: terms(self.qualities),
            channels: terms(self.channels),
            markets: terms(self.markets),
            motifs: terms(self.motifs),
            products: self.products.into_iter().map(Item::into_product).collect::<Result<_, _>>()?,
        })
    }
}

impl Item {
    fn into_product(self) -> Result<Product, Fault> {
        let group = match &self.group {
            None => None,
            Some(g) => Some(
                GroupId::of_slug(g)
                    .ok_or_else(|| value("product", &self.slug, "group", g, "a group of Decision 148/2023"))?,
            ),
        };
        let recognitions =
            self.recognitions.into_iter().map(|a| a.into_recognition(&self.slug)).collect::<Result<_, _>>()?;
        let ids = |all: Vec<u16>| all.into_iter().map(TermId).collect();
        Ok(Product {
            name: Text { vi: self.name, en: self.en },
            literal: self.literal,
            makers: self.makers.into_iter().map(ProducerId).collect(),
            site: Site {
                today: self.communes.into_iter().map(CommuneCode).collect(),
                commune: self.was,
                district: self.district.map(DistrictId),
            },
            group,
            recognitions,
            quality: ids(self.quality),
            channels: ids(self.channels),
            markets: ids(self.markets),
            motif: TermId(self.motif),
            slug: self.slug,
        })
    }
}

impl Award {
    fn into_recognition(self, slug: &str) -> Result<Recognition, Fault> {
        let stars = match self.stars {
            None => None,
            Some(n) => Some(Stars::new(n).ok_or_else(|| value("product", slug, "stars", &n.to_string(), "3, 4 or 5"))?),
        };
        let when = When::parse(&self.when)
            .ok_or_else(|| value("product", slug, "date of recognition", &self.when, "D/M/YYYY, M/YYYY or YYYY"))?;
        let authority = match &self.by {
            None => None,
            Some(key) => Some(
                Authority::ALL
                    .into_iter()
                    .find(|a| a.key() == key)
                    .ok_or_else(|| value("product", slug, "authority", key, "district, province or ministry"))?,
            ),
        };
        let step = if self.proposed { Step::Proposed } else { Step::Awarded };
        Ok(Recognition { stars, step, when, decision: self.decision, authority, note: self.note.map(text) })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl List {
    pub(super) fn of(c: &Catalog) -> List {
        let name = |t: &Text<String>| Name(t.vi.clone(), t.en.clone());
        let entries =
            |all: &[Term]| all.iter().map(|t| Entry(t.slug.clone(), t.name.vi.clone(), t.name.en.clone())).collect();
        let maker = |p: &Producer| Maker(p.slug.clone(), p.name.clone(), p.kind.key().into());
        let place = |p: &Commune| Place(p.code.0, p.slug.clone(), p.name.vi.clone(), p.name.en.clone());
        let old = |d: &District| Old(d.slug.clone(), d.name.clone(), d.kind.key().into());
        List {
            version: super::VERSION,
            title: c.about.title.clone(),
            province: name(&c.about.province),
            as_of: When::Day(c.about.as_of).write(),
            invented: c.about.invented,
            sources: c.about.sources,
            producers: c.producers.iter().map(maker).collect(),
            communes: c.communes.iter().map(place).collect(),
            districts: c.districts.iter().map(old).collect(),
            qualities: entries(&c.qualities),
            channels: entries(&c.channels),
            markets: entries(&c.markets),
            motifs: entries(&c.motifs),
            products: c.products.iter().map(Item::of).collect(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Item {
    fn of(p: &Product) -> Item {
        let ids = |all: &[TermId]| all.iter().map(|t| t.0).collect();
        Item {
            slug: p.slug.clone(),
            name: p.name.vi.clone(),
            en: p.name.en.clone(),
            literal: p.literal,
            makers: p.makers.iter().map(|m| m.0).collect(),
            communes: p.site.today.iter().map(|c| c.0).collect(),
            was: p.site.commune.clone(),
            district: p.site.district.map(|d| d.0),
            group: p.group.map(|g| g.get().slug.into()),
            recognitions: p.recognitions.iter().map(Award::of).collect(),
            quality: ids(&p.quality),
            channels: ids(&p.channels),
            markets: ids(&p.markets),
            motif: p.motif.0,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Award {
    fn of(r: &Recognition) -> Award {
        Award {
            stars: r.stars.map(Stars::count),
            proposed: r.step == Step::Proposed,
            when: r.when.write(),
            decision: r.decision.clone(),
            by: r.authority.map(|a| a.key().into()),
            note: r.note.as_ref().map(|n| Name(n.vi.clone(), n.en.clone())),
        }
    }
}
