//! The star badge and the state of a recognition: sign and words, never colour alone.

use super::See;
use crate::catalog::{Standing, Stars, State};
use leptos::prelude::*;

/// One five-pointed star of 12 units; repeated sideways it makes the row.
const STAR: &str = "M6 .6l1.6 3.6 3.9.4-2.9 2.6.8 3.9L6 9.1l-3.4 2 .8-3.9L.5 4.6l3.9-.4z";
const TICK: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M0 0h16v16H0z" fill="currentColor"/><path class="cut" d="M3.4 8.3l3.1 3.1 6.1-6.5" fill="none" stroke-width="2.4"/></svg>"#;
const STRUCK: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 1h14v14H1zM1 15L15 1" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#;
const DOTTED: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 5V1h4m6 0h4v4m0 6v4h-4m-6 0H1v-4M5 8h6" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#;
const ARROW: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 15V2M2.5 7.5L8 2l5.5 5.5" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#;

/// "★★★★ OCOP 4 sao"; without a star, the plain words that the source names none.
pub fn badge(see: See<'_>, stars: Option<Stars>) -> AnyView {
    let Some(stars) = stars else {
        return view! { <p class="badge none">{see.words.no_star}</p> }.into_any();
    };
    view! {
        <p class="badge">
            <span class="stars" inner_html=row(stars)></span>
            <span class="words">{(see.words.badge)(stars)}</span>
        </p>
    }
    .into_any()
}

fn row(stars: Stars) -> String {
    let count = stars.count();
    let star = |i| format!("<path d=\"{STAR}\" transform=\"translate({} 0)\"/>", i * 13);
    let paths: String = (0..count).map(star).collect();
    format!("<svg viewBox=\"0 0 {} 12\" aria-hidden=\"true\" fill=\"currentColor\">{paths}</svg>", u32::from(count) * 13 - 1)
}

/// The sign of a state.
pub(super) fn sign(state: State) -> &'static str {
    match state {
        State::InForce => TICK,
        State::Lapsed => STRUCK,
        State::Undated => DOTTED,
        State::Proposed => ARROW,
    }
}

/// Sign and words of one state.
pub(super) fn state(state: State, words: String) -> AnyView {
    view! {
        <p class=format!("state {}", state.key())>
            <span class="sign" inner_html=sign(state)></span>
            <span>{words}</span>
        </p>
    }
    .into_any()
}

/// How a product stands today; a higher star put forward stands below.
pub fn standing(see: See<'_>, s: &Standing) -> AnyView {
    let also = s.proposed.map(|stars| state(State::Proposed, (see.words.proposed)(Some(stars))));
    view! { {state(s.state, (see.words.standing)(s))} {also} }.into_any()
}

/// All signs with their words.
pub fn legend(see: See<'_>) -> AnyView {
    let one = |s: State| view! { <li>{state(s, (see.words.state)(s).to_string())}</li> };
    let stars = |n: u8| view! { <li>{badge(see, Stars::new(n))}</li> };
    view! {
        <ul class="legend">{[5, 4, 3].map(stars).into_iter().collect_view()} {State::ALL.map(one).into_iter().collect_view()}</ul>
    }
    .into_any()
}
