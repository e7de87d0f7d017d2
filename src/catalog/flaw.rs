//! What can be wrong with a catalogue as a whole, each with its name and place.

use super::{Catalog, Product, Recognition, Step, When, order};
use crate::text::{NOTHING, sum};
use thiserror::Error;

/// A broken promise between the parts of a catalogue.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum Flaw {
    /// Two entries of one kind share a slug.
    #[error("two {kind}s share the slug '{slug}'")]
    DuplicateSlug { kind: &'static str, slug: String },
    /// A slug is not lower-case ASCII letters, digits and single hyphens.
    #[error("{kind} slug '{slug}' is not made of a-z, 0-9 and single hyphens")]
    BadSlug { kind: &'static str, slug: String },
    /// A reference leads nowhere.
    #[error("product '{slug}' names {kind} {id}, which is not in the catalogue")]
    Dangling { slug: String, kind: &'static str, id: u32 },
    /// A name is missing.
    #[error("{kind} '{slug}' has no name")]
    NoName { kind: &'static str, slug: String },
    /// The same commune code twice.
    #[error("commune code {code} stands twice")]
    DuplicateCode { code: u32 },
    /// A proposal without stars says nothing.
    #[error("product '{slug}' has a proposal without stars")]
    EmptyProposal { slug: String },
    /// A recognition dated after the catalogue's own day.
    #[error("product '{slug}' has a recognition of {when}, after the catalogue's day")]
    Future { slug: String, when: String },
}

/// Flaws of everything but the products.
pub(super) fn tables(c: &Catalog) -> Vec<Flaw> {
    let mut out = Vec::new();
    let mut check = |kind, all: Vec<(&str, &str)>| {
        all.iter().for_each(|(slug, name)| named(&mut out, kind, slug, name));
        unique(&mut out, kind, &all.iter().map(|a| a.0).collect::<Vec<_>>());
    };
    check("producer", c.producers.iter().map(|p| (p.slug.as_str(), p.name.as_str())).collect());
    check("commune", c.communes.iter().map(|p| (p.slug.as_str(), p.name.vi.as_str())).collect());
    check("district", c.districts.iter().map(|p| (p.slug.as_str(), p.name.as_str())).collect());
    for (kind, terms) in
        [("quality system", &c.qualities), ("channel", &c.channels), ("market", &c.markets), ("motif", &c.motifs)]
    {
        check(kind, terms.iter().map(|t| (t.slug.as_str(), t.name.vi.as_str())).collect());
    }
    for (i, m) in c.communes.iter().enumerate() {
        if c.communes[..i].iter().any(|before| before.code == m.code) {
            out.push(Flaw::DuplicateCode { code: m.code.0 });
        }
    }
    out
}

/// Flaws of one product of a catalogue whose other parts are there.
pub(super) fn product(out: &mut Vec<Flaw>, c: &Catalog, p: &Product) {
    named(out, "product", &p.slug, &p.name.vi);
    let mut need = |good: bool, kind, id: u32| {
        if !good {
            out.push(Flaw::Dangling { slug: p.slug.clone(), kind, id });
        }
    };
    p.makers.iter().for_each(|m| need((m.0 as usize) < c.producers.len(), "producer", m.0));
    p.site.today.iter().for_each(|m| need(c.commune(*m).is_some(), "commune", m.0));
    p.site.district.iter().for_each(|d| need((d.0 as usize) < c.districts.len(), "district", u32::from(d.0)));
    for (kind, ids, terms) in [
        ("quality system", &p.quality, &c.qualities),
        ("channel", &p.channels, &c.channels),
        ("market", &p.markets, &c.markets),
    ] {
        ids.iter().for_each(|t| need((t.0 as usize) < terms.len(), kind, u32::from(t.0)));
    }
    need((p.motif.0 as usize) < c.motifs.len(), "motif", u32::from(p.motif.0));
    out.extend(p.recognitions.iter().filter_map(|r| recognition(c, &p.slug, r)));
}

/// Products that share a slug.
pub(super) fn twins(out: &mut Vec<Flaw>, c: &Catalog) {
    unique(out, "product", &c.products.iter().map(|p| p.slug.as_str()).collect::<Vec<_>>());
}

fn recognition(c: &Catalog, slug: &str, r: &Recognition) -> Option<Flaw> {
    if r.step == Step::Proposed && r.stars.is_none() {
        return Some(Flaw::EmptyProposal { slug: slug.into() });
    }
    let late = r.when != When::Unknown && r.when.span().is_some_and(|(first, _)| first > c.about.as_of);
    late.then(|| Flaw::Future { slug: slug.into(), when: r.when.write() })
}

fn unique(out: &mut Vec<Flaw>, kind: &'static str, slugs: &[&str]) {
    // Equal slugs have equal sums (FNV-1a, folded to 40 bits, each of which is a part of a pass) and so stand side by side;
    // others of equal sums are one in millions, and would have to stand between two twins to part them.
    let folded = |slug: &str| {
        let long = sum(NOTHING, slug.bytes());
        (long >> 40 ^ long) & ((1 << 40) - 1)
    };
    let sorted = order(slugs.iter().map(|slug| folded(slug)));
    for pair in sorted.windows(2).map(|p| [slugs[p[0] as usize], slugs[p[1] as usize]]).filter(|p| p[0] == p[1]) {
        out.push(Flaw::DuplicateSlug { kind, slug: pair[1].into() });
    }
}

fn named(out: &mut Vec<Flaw>, kind: &'static str, slug: &str, name: &str) {
    // Hyphens stand singly, and between others.
    let mut last = b'-';
    let plain = slug.bytes().all(|b| {
        let good = b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' && last != b'-';
        last = b;
        good
    });
    if !plain || last == b'-' {
        out.push(Flaw::BadSlug { kind, slug: slug.into() });
    }
    if name.trim().is_empty() {
        out.push(Flaw::NoName { kind, slug: slug.into() });
    }
}
