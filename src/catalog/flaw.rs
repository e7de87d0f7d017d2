//! What can be wrong with a catalogue as a whole, each with its name and place.

use super::{Catalog, Recognition, Step, When};
use crate::text;
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

/// All flaws, in the order of the parts.
pub(super) fn find(c: &Catalog) -> Vec<Flaw> {
    let mut out = Vec::new();
    named(&mut out, "product", c.products.iter().map(|p| (p.slug.as_str(), p.name.vi.as_str())));
    named(&mut out, "producer", c.producers.iter().map(|p| (p.slug.as_str(), p.name.as_str())));
    named(&mut out, "commune", c.communes.iter().map(|p| (p.slug.as_str(), p.name.vi.as_str())));
    named(&mut out, "district", c.districts.iter().map(|p| (p.slug.as_str(), p.name.as_str())));
    for (kind, terms) in
        [("quality system", &c.qualities), ("channel", &c.channels), ("market", &c.markets), ("motif", &c.motifs)]
    {
        named(&mut out, kind, terms.iter().map(|t| (t.slug.as_str(), t.name.vi.as_str())));
    }
    for (i, m) in c.communes.iter().enumerate() {
        if c.communes[..i].iter().any(|before| before.code == m.code) {
            out.push(Flaw::DuplicateCode { code: m.code.0 });
        }
    }
    for p in &c.products {
        let mut need = |good: bool, kind, id: u32| {
            if !good {
                out.push(Flaw::Dangling { slug: p.slug.clone(), kind, id });
            }
        };
        p.makers.iter().for_each(|m| need((m.0 as usize) < c.producers.len(), "producer", m.0));
        p.site.today.iter().for_each(|m| need(c.commune(*m).is_some(), "commune", m.0));
        p.site.district.iter().for_each(|d| need((d.0 as usize) < c.districts.len(), "district", u32::from(d.0)));
        p.quality.iter().for_each(|t| need((t.0 as usize) < c.qualities.len(), "quality system", u32::from(t.0)));
        p.channels.iter().for_each(|t| need((t.0 as usize) < c.channels.len(), "channel", u32::from(t.0)));
        p.markets.iter().for_each(|t| need((t.0 as usize) < c.markets.len(), "market", u32::from(t.0)));
        need((p.motif.0 as usize) < c.motifs.len(), "motif", u32::from(p.motif.0));
        out.extend(p.recognitions.iter().filter_map(|r| recognition(c, &p.slug, r)));
    }
    out
}

fn recognition(c: &Catalog, slug: &str, r: &Recognition) -> Option<Flaw> {
    if r.step == Step::Proposed && r.stars.is_none() {
        return Some(Flaw::EmptyProposal { slug: slug.into() });
    }
    let late = r.when != When::Unknown && r.when.span().is_some_and(|(first, _)| first > c.about.as_of);
    late.then(|| Flaw::Future { slug: slug.into(), when: r.when.write() })
}

fn named<'a>(out: &mut Vec<Flaw>, kind: &'static str, all: impl Iterator<Item = (&'a str, &'a str)>) {
    let all: Vec<_> = all.collect();
    let sorted = text::order(all.iter().map(|a| a.0.as_bytes().to_vec()).collect());
    for pair in sorted.windows(2).filter(|p| all[p[0]].0 == all[p[1]].0) {
        out.push(Flaw::DuplicateSlug { kind, slug: all[pair[1]].0.into() });
    }
    for (slug, name) in all {
        let plain = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if slug.is_empty()
            || !plain
            || slug.starts_with('-')
            || slug.ends_with('-')
            || slug.as_bytes().windows(2).any(|w| w == b"--")
        {
            out.push(Flaw::BadSlug { kind, slug: slug.into() });
        }
        if name.trim().is_empty() {
            out.push(Flaw::NoName { kind, slug: slug.into() });
        }
    }
}
