//! The recognition panel: every decision with its number, authority, date, end and state. A table that phones stack.

use super::{See, badge, badge::state};
use crate::catalog::{Product, Recognition, When, standing as standing_of};
use leptos::prelude::*;

/// All recognitions of a product, the one that counts today first, then newest first.
pub fn recognitions(see: See<'_>, p: &Product) -> AnyView {
    let w = see.words;
    let mut all: Vec<&Recognition> = p.recognitions.iter().collect();
    let counts = |r: &Recognition| standing_of(&p.recognitions, see.today).is_some_and(|s| s.when == r.when && s.stars == r.stars);
    all.sort_by_key(|r| std::cmp::Reverse((counts(r), r.when.span().map(|s| s.1))));
    let coarse = all.iter().any(|r| matches!(r.when, When::Year(_) | When::Month(..)));
    let either = all.iter().find_map(|r| match r.when {
        When::Either(a, b) => Some((w.note_either)(a, b)),
        _ => None,
    });
    let notes = [either, coarse.then(|| w.note_year.to_string()), Some(w.note_valid.to_string())];
    let rows = all.into_iter().map(|r| row(see, r));
    view! {
        <section class="recognitions" aria-labelledby="recognitions">
            <h2 id="recognitions">{w.recognitions}</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{w.col_stars}</th>
                        <th scope="col">{w.col_decision}</th>
                        <th scope="col">{w.col_authority}</th>
                        <th scope="col">{w.col_date}</th>
                        <th scope="col">{w.col_until}</th>
                        <th scope="col">{w.col_state}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {notes.into_iter().flatten().map(|n| view! { <p class="note">{n}</p> }).collect_view()}
        </section>
    }
    .into_any()
}

fn row(see: See<'_>, r: &Recognition) -> AnyView {
    let w = see.words;
    let now = r.state(see.today);
    let dash = || view! { <span class="dash" aria-hidden="true">"—"</span><span class="sr">{w.not_stated}</span> }.into_any();
    let date = |when: When| if (w.date)(when).is_empty() { dash() } else { (w.date)(when).into_any() };
    let star = if matches!(r.when, When::Either(..)) { "*" } else { "" };
    let note = r.note.as_ref().map(|n| view! { <small>{(w.text)(n).to_string()}</small> });
    let decision = r.decision.clone().map_or_else(dash, IntoAny::into_any);
    let authority = r.authority.map(|a| (w.authority)(a, (w.text)(&see.catalog.about.province)));
    let authority = authority.unwrap_or_else(|| w.not_stated.to_string());
    view! {
        <tr class=now.key()>
            <td data-name=w.col_stars>{badge(see, r.stars)}{note}</td>
            <td data-name=w.col_decision>{decision}</td>
            <td data-name=w.col_authority>{authority}</td>
            <td data-name=w.col_date>{date(r.when)}{star}</td>
            <td data-name=w.col_until>{date(r.until())}</td>
            <td data-name=w.col_state>{state(now, (w.state_short)(now).to_string())}</td>
        </tr>
    }
    .into_any()
}
