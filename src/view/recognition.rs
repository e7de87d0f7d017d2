//! The recognition panel: every decision with its number, authority, date, end and state. A table that phones stack.

use super::{El, Node, See, badge, badge::state, el};
use crate::catalog::{Product, Recognition, Step, When, order, standing as standing_of};

/// All recognitions of a product, the one that counts today first, then newest first.
pub fn recognitions(see: See<'_>, p: &Product) -> El {
    let w = see.words;
    let mut all: Vec<&Recognition> = p.recognitions.iter().collect();
    let counts = |r: &Recognition| {
        standing_of(&p.recognitions, see.today).is_some_and(|s| s.when == r.when && s.stars == r.stars)
    };
    // Newest first: what counts today, then by the last day the date can mean; undated ones at the end.
    let age = |r: &&Recognition| {
        let day = r.when.span().map_or(0, |s| s.1.number());
        u64::from(!counts(r)) << 32 | u64::from(u32::MAX - day)
    };
    all = order(all.iter().map(age)).into_iter().map(|i| all[i as usize]).collect();
    let coarse = all.iter().any(|r| matches!(r.until(), When::Year(_) | When::Month(..)));
    let either = all.iter().find_map(|r| match r.when {
        When::Either(a, b) => Some(format!("* {}", (w.note_either)(a, b))),
        _ => None,
    });
    let notes = [either, coarse.then(|| w.note_year.to_string()), Some(w.note_valid.to_string())];
    let head = |name: &str| el("th").at("scope", "col").put(name);
    let heads = [w.col_stars, w.col_decision, w.col_authority, w.col_date, w.col_until, w.col_state].map(head);
    let table = el("table")
        .put(el("thead").put(el("tr").put(heads.to_vec())))
        .put(el("tbody").put(all.into_iter().map(|r| row(see, r)).collect::<Vec<_>>()));
    let notes = notes.into_iter().flatten().map(|n| el("p").class("note").put(n)).collect::<Vec<_>>();
    el("section")
        .class("recognitions")
        .at("aria-labelledby", "recognitions")
        .put(el("h2").at("id", "recognitions").put(w.recognitions))
        .put(table)
        .put(notes)
}

fn row(see: See<'_>, r: &Recognition) -> El {
    let w = see.words;
    let now = r.state(see.today);
    let dash = || {
        let dash = el("span").class("dash").at("aria-hidden", "true").put("—");
        Node::Many(vec![dash.into(), el("span").class("sr").put(w.not_stated).into()])
    };
    let date = |when: When| Some((w.date)(when)).filter(|d| !d.is_empty()).map_or_else(dash, Node::from);
    let star = if matches!(r.when, When::Either(..)) { "*" } else { "" };
    let authority = r.authority.map(|a| (w.authority)(a, see.text(&see.catalog.about.province)));
    let cell = |name: &str, content: Node| el("td").at("data-name", name).put(content);
    let note = r.note.as_ref().map(|n| el("small").put(see.text(n)));
    // A proposed star is not a star: it gets words, not the badge.
    let stars = match r.step {
        Step::Awarded => badge(see, r.stars),
        Step::Proposed => el("p").class("badge none").put((w.proposed)(r.stars)),
    };
    el("tr")
        .class(now.key())
        .put(cell(w.col_stars, stars.into()).put(note))
        .put(cell(w.col_decision, r.decision.clone().map_or_else(dash, Node::from)))
        .put(cell(
            w.col_authority,
            authority.map_or_else(|| el("span").class("not").put(w.not_stated).into(), Node::from),
        ))
        .put(cell(w.col_date, date(r.when)).put(star))
        .put(cell(w.col_until, date(r.until())))
        .put(cell(w.col_state, state(now, (w.state_short)(now).to_string()).into()))
}
