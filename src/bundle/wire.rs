//! The shapes of `list.json` as they stand on the wire, and their way into and out of the catalogue.
//!
//! `[R, R, …]`: first the tables of [`TABLES`], then the four texts of a [`Stored`](super::Stored), each as
//! `[["…"], ["…"], …]`, cut so that no row is long to read, then the products. R are rows of texts: `[["a", "b"], …]`. Texts at the end of a row that are empty are left out, and
//! so are empty rows at the end. One shape for everything keeps the reader small and quick: no key is written 17,000
//! times, and every part can be a step of its own.
//!
//! | rows of | one row |
//! |---|---|
//! | `about` | 1: version of the format · 2: title · 3: province in Vietnamese, in English · 4: day of the facts, `1` if invented, number of sources · 5: publisher, event, address of the site · 6: contact: person, phone, e-mail, web, address |
//! | `producers` | slug, name, kind, contact as above |
//! | `communes` | NSO code, slug, name in Vietnamese, in English |
//! | `districts` | slug, name, kind |
//! | `qualities`, `channels`, `markets`, `motifs` | slug, name in Vietnamese, in English |
//! | a product | 1: slug, name in Vietnamese, in English, `1` if that is a literal translation · 2: its producers · 3: NSO codes of today's communes · 4: former commune as written, former district · 5: group slug, motif, then of its photograph: stem, width, height, tint · 6, 7, 8: qualities, channels, markets · from 9 on a recognition each: stars, `1` if only proposed, date, decision, authority, remark in Vietnamese, in English |

use super::Fault;
#[cfg(not(target_arch = "wasm32"))]
use super::Stored;
use super::row::{Row, Rows};
#[cfg(not(target_arch = "wasm32"))]
use super::row::{Written, trimmed, trimmed_each};
use crate::catalog::*;

/// What stands before the products.
pub(super) const TABLES: [&str; 8] =
    ["about", "producers", "communes", "districts", "qualities", "channels", "markets", "motifs"];

/// Texts that tell of a photograph.
pub(super) const PHOTO: usize = 4;

/// Whose values are read: what an error names.
struct Place<'a> {
    what: &'static str,
    slug: &'a str,
}

impl Place<'_> {
    fn fault(&self, field: &'static str, value: &str, expected: &'static str) -> Fault {
        Fault::Value { what: self.what, slug: self.slug.into(), field, value: value.into(), expected }
    }

    fn number(&self, field: &'static str, value: &str) -> Result<u32, Fault> {
        value.parse().map_err(|_| self.fault(field, value, "a whole number"))
    }

    fn terms(&self, field: &'static str, row: &Row<'_>) -> Result<Vec<TermId>, Fault> {
        row.all().map(|value| Ok(TermId(self.number(field, value)? as u16))).collect()
    }

    fn flag(&self, field: &'static str, value: &str) -> Result<bool, Fault> {
        match value {
            "" => Ok(false),
            "1" => Ok(true),
            _ => Err(self.fault(field, value, "1 or nothing")),
        }
    }
}

/// Five texts from that one on.
fn contact(row: &Row<'_>, at: usize) -> Contact {
    let [person, phone, email, web, address] = std::array::from_fn(|i| row.text(at + i));
    Contact { person, phone, email, web, address }
}

/// The photograph that is told from that text on.
pub(super) fn photo(slug: &str, row: &Row<'_>, at: usize) -> Result<Option<Photo>, Fault> {
    let Some(stem) = row.some(at) else { return Ok(None) };
    let own = Place { what: "product", slug };
    let pixels = |field, value: &str| value.parse().map_err(|_| own.fault(field, value, "a number of pixels"));
    let (width, height) =
        (pixels("width of a photograph", row.get(at + 1))?, pixels("height of a photograph", row.get(at + 2))?);
    Ok(Some(Photo { stem, width, height, tint: row.text(at + 3) }))
}

/// A price in dong.
pub(super) fn price(slug: &str, value: &str) -> Result<u32, Fault> {
    Place { what: "product", slug }.number("price", value)
}

/// A catalogue of which only the first table is known.
pub(super) fn about(rows: &Rows<'_>) -> Result<Catalog, Fault> {
    let title = rows.row(1).text(0);
    let own = Place { what: "catalogue", slug: &title };
    let facts = rows.row(3);
    let as_of = match When::parse(facts.get(0)) {
        Some(When::Day(day)) => day,
        _ => return Err(own.fault("as_of", facts.get(0), "a day as D/M/YYYY")),
    };
    let about = About {
        province: rows.row(2).both(0),
        as_of,
        invented: own.flag("mark of invention", facts.get(1))?,
        sources: if facts.get(2).is_empty() { 0 } else { own.number("sources", facts.get(2))? },
        title: title.clone(),
        publisher: rows.row(4).text(0),
        event: rows.row(4).text(1),
        home: rows.row(4).text(2),
        contact: contact(rows.row(5), 0),
    };
    Ok(Catalog {
        about,
        producers: Vec::new(),
        districts: Vec::new(),
        communes: Vec::new(),
        qualities: Vec::new(),
        channels: Vec::new(),
        markets: Vec::new(),
        motifs: Vec::new(),
        products: Vec::new(),
    })
}

/// One more of [`TABLES`], by its place there.
pub(super) fn table(c: &mut Catalog, at: usize, rows: &Rows<'_>) -> Result<(), Fault> {
    for row in rows.all() {
        match at {
            1 => {
                let own = Place { what: "producer", slug: row.get(0) };
                let kind = ProducerKind::ALL.into_iter().find(|k| k.key() == row.get(2));
                let kind = kind.ok_or_else(|| own.fault("kind", row.get(2), "a kind of producer"))?;
                c.producers.push(Producer { slug: row.text(0), name: row.text(1), kind, contact: contact(row, 3) });
            }
            2 => {
                let own = Place { what: "commune", slug: row.get(1) };
                let code = CommuneCode(own.number("code", row.get(0))?);
                c.communes.push(Commune { code, slug: row.text(1), name: row.both(2) });
            }
            3 => {
                let own = Place { what: "district", slug: row.get(0) };
                let kind = DistrictKind::ALL.into_iter().find(|k| k.key() == row.get(2));
                let kind = kind.ok_or_else(|| own.fault("kind", row.get(2), "rural, town or city"))?;
                c.districts.push(District { slug: row.text(0), name: row.text(1), kind });
            }
            _ => {
                let all = match at {
                    4 => &mut c.qualities,
                    5 => &mut c.channels,
                    6 => &mut c.markets,
                    _ => &mut c.motifs,
                };
                all.push(Term { slug: row.text(0), name: row.both(1) });
            }
        }
    }
    Ok(())
}

/// A product out of its rows.
pub(super) fn product(rows: &Rows<'_>) -> Result<Product, Fault> {
    let names = rows.row(0);
    let own = Place { what: "product", slug: names.get(0) };
    let number = |field, value: &str| own.number(field, value);
    let (was, kind) = (rows.row(3), rows.row(4));
    let group = match kind.get(0) {
        "" => None,
        slug => Some(GroupId::of_slug(slug).ok_or_else(|| own.fault("group", slug, "a group of Decision 148/2023"))?),
    };
    let district = Some(was.get(1)).filter(|value| !value.is_empty());
    Ok(Product {
        slug: names.text(0),
        name: names.both(1),
        literal: own.flag("mark of translation", names.get(3))?,
        makers: rows.row(1).all().map(|v| Ok(ProducerId(number("producers", v)?))).collect::<Result<_, Fault>>()?,
        site: Site {
            today: rows.row(2).all().map(|v| Ok(CommuneCode(number("communes", v)?))).collect::<Result<_, Fault>>()?,
            commune: was.some(0),
            district: district.map(|v| Ok(DistrictId(number("district", v)? as u16))).transpose()?,
        },
        group,
        motif: TermId(number("motif", kind.get(1))? as u16),
        photo: photo(names.get(0), kind, 2)?,
        quality: own.terms("qualities", rows.row(5))?,
        channels: own.terms("channels", rows.row(6))?,
        markets: own.terms("markets", rows.row(7))?,
        recognitions: rows.all().skip(8).map(|row| recognition(&own, row)).collect::<Result<_, Fault>>()?,
    })
}

fn recognition(own: &Place<'_>, row: &Row<'_>) -> Result<Recognition, Fault> {
    let stars = match row.get(0) {
        "" => None,
        count => {
            let stars = count.parse().ok().and_then(Stars::new);
            Some(stars.ok_or_else(|| own.fault("stars", count, "3, 4 or 5"))?)
        }
    };
    let when = When::parse(row.get(2))
        .ok_or_else(|| own.fault("date of recognition", row.get(2), "D/M/YYYY, M/YYYY or YYYY"))?;
    let authority = match row.get(4) {
        "" => None,
        key => {
            let known = Authority::ALL.into_iter().find(|a| a.key() == key);
            Some(known.ok_or_else(|| own.fault("authority", key, "district, province or ministry"))?)
        }
    };
    let step = if own.flag("mark of a proposal", row.get(1))? { Step::Proposed } else { Step::Awarded };
    let note = row.some(5).map(|_| row.both(5));
    Ok(Recognition { stars, step, when, decision: row.some(3), authority, note })
}

/// `list.json` of a catalogue.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn written(c: &Catalog, index: &Stored) -> Vec<Written> {
    let about = vec![
        vec![super::VERSION.to_string()],
        vec![c.about.title.clone()],
        vec![c.about.province.vi.clone(), c.about.province.en.clone()],
        vec![When::Day(c.about.as_of).write(), flag(c.about.invented), c.about.sources.to_string()],
        vec![c.about.publisher.clone(), c.about.event.clone(), c.about.home.clone()],
        contact_row(&c.about.contact),
    ];
    let producer =
        |p: &Producer| [vec![p.slug.clone(), p.name.clone(), p.kind.key().into()], contact_row(&p.contact)].concat();
    let commune = |p: &Commune| vec![p.code.0.to_string(), p.slug.clone(), p.name.vi.clone(), p.name.en.clone()];
    let district = |d: &District| vec![d.slug.clone(), d.name.clone(), d.kind.key().into()];
    let term = |t: &Term| vec![t.slug.clone(), t.name.vi.clone(), t.name.en.clone()];
    let terms = |all: &[Term]| all.iter().map(term).collect();
    let tables: [Written; TABLES.len()] = [
        about,
        c.producers.iter().map(producer).collect(),
        c.communes.iter().map(commune).collect(),
        c.districts.iter().map(district).collect(),
        terms(&c.qualities),
        terms(&c.channels),
        terms(&c.markets),
        terms(&c.motifs),
    ];
    let texts = [&index.words, &index.names, &index.texts, &index.orders].map(|text| pieces(text));
    tables.into_iter().map(trimmed).chain(texts).chain(c.products.iter().map(rows)).collect()
}

/// A long text as rows that are short to read: a slow phone takes about a millisecond for each.
#[cfg(not(target_arch = "wasm32"))]
fn pieces(mut text: &str) -> Written {
    const PIECE: usize = 8192;
    let mut out = Written::new();
    while !text.is_empty() {
        let end = (0..=PIECE.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        let (piece, rest) = text.split_at(end.unwrap_or(text.len()));
        out.push(vec![piece.into()]);
        text = rest;
    }
    out
}

#[cfg(not(target_arch = "wasm32"))]
fn flag(on: bool) -> String {
    if on { "1".into() } else { String::new() }
}

#[cfg(not(target_arch = "wasm32"))]
fn contact_row(c: &Contact) -> Vec<String> {
    [&c.person, &c.phone, &c.email, &c.web, &c.address].map(String::clone).into()
}

/// The four texts of a photograph.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn photo_row(p: &Photo) -> [String; PHOTO] {
    [p.stem.clone(), p.width.to_string(), p.height.to_string(), p.tint.clone()]
}

/// The rows of a product.
#[cfg(not(target_arch = "wasm32"))]
fn rows(p: &Product) -> Written {
    let ids = |all: &[TermId]| all.iter().map(|t| t.0.to_string()).collect::<Vec<_>>();
    let district = p.site.district.map(|d| d.0.to_string()).unwrap_or_default();
    let group = p.group.map(|g| g.get().slug.to_string()).unwrap_or_default();
    let award = |r: &Recognition| {
        let note = r.note.clone().unwrap_or_default();
        vec![
            r.stars.map(|s| s.count().to_string()).unwrap_or_default(),
            flag(r.step == Step::Proposed),
            r.when.write(),
            r.decision.clone().unwrap_or_default(),
            r.authority.map(|a| a.key().to_string()).unwrap_or_default(),
            note.vi,
            note.en,
        ]
    };
    let mut rows = vec![
        vec![p.slug.clone(), p.name.vi.clone(), p.name.en.clone(), flag(p.literal)],
        p.makers.iter().map(|m| m.0.to_string()).collect(),
        p.site.today.iter().map(|c| c.0.to_string()).collect(),
        vec![p.site.commune.clone().unwrap_or_default(), district],
        [vec![group, p.motif.0.to_string()], p.photo.iter().flat_map(photo_row).collect()].concat(),
        ids(&p.quality),
        ids(&p.channels),
        ids(&p.markets),
    ];
    if p.recognitions.is_empty() {
        return trimmed(rows);
    }
    rows.extend(p.recognitions.iter().map(award));
    trimmed_each(rows)
}
