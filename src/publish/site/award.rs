//! Recognitions as schema.org's `Certification`s: stars, decision, who decided, from when to when.
//!
//! In: what a product was awarded. Out: one object each; a proposal is no certificate, and what the source does not say
//! is not there.

use super::linked::known;
use crate::catalog::{Recognition, State, Step, When};
use crate::view::See;
use serde_json::{Value, json};

pub(super) fn when(when: When) -> String {
    match when {
        When::Unknown | When::Either(..) => String::new(),
        When::Year(year) => format!("{year:04}"),
        When::Month(year, month) => format!("{year:04}-{month:02}"),
        When::Day(day) => day.iso(),
    }
}

/// All that were awarded.
pub(super) fn certificates(see: See<'_>, all: &[Recognition]) -> Vec<Value> {
    all.iter().filter(|r| r.step == Step::Awarded).map(|r| certificate(see, r)).collect()
}

fn certificate(see: See<'_>, r: &Recognition) -> Value {
    let w = see.words;
    let province = see.text(&see.catalog.about.province);
    let by = r.authority.map(|a| json!({ "@type": "Organization", "name": (w.authority)(a, province) }));
    let rating = r
        .stars
        .map(|stars| json!({ "@type": "Rating", "ratingValue": stars.count(), "bestRating": 5, "worstRating": 1 }));
    let status = match r.state(see.today) {
        State::InForce => "https://schema.org/CertificationActive",
        State::Lapsed => "https://schema.org/CertificationInactive",
        State::Undated | State::Proposed => "",
    };
    known([
        ("@type", json!("Certification")),
        ("name", json!(r.stars.map_or_else(|| "OCOP".into(), w.badge))),
        ("certificationIdentification", json!(r.decision)),
        ("certificationRating", json!(rating)),
        ("certificationStatus", json!(status)),
        ("issuedBy", json!(by)),
        ("validFrom", json!(when(r.when))),
        ("expires", json!(when(r.until()))),
    ])
}
