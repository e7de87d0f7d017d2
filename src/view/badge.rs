//! The star badge and the state of a recognition: sign and words, never colour alone.

use super::{El, Node, See, el};
use crate::catalog::{Standing, Stars, State};

/// One five-pointed star of 12 units; repeated sideways it makes the row.
pub(super) const STAR: &str = "M6 .6l1.6 3.6 3.9.4-2.9 2.6.8 3.9L6 9.1l-3.4 2 .8-3.9L.5 4.6l3.9-.4z";
const TICK: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M0 0h16v16H0z" fill="currentColor"/><path class="cut" d="M3.4 8.3l3.1 3.1 6.1-6.5" fill="none" stroke-width="2.4"/></svg>"#;
const STRUCK: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 1h14v14H1zM1 15L15 1" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#;
const DOTTED: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 5V1h4m6 0h4v4m0 6v4h-4m-6 0H1v-4M5 8h6" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#;
const ARROW: &str = r#"<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 15V2M2.5 7.5L8 2l5.5 5.5" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#;

/// "★★★★ OCOP 4 sao"; without a star, the plain words that the source names none.
pub fn badge(see: See<'_>, stars: Option<Stars>) -> El {
    let Some(stars) = stars else {
        return el("p").class("badge none").put(see.words.no_star);
    };
    el("p")
        .class("badge")
        .put(el("span").class("stars").html(star_row(stars)))
        .put(el("span").class("words").put((see.words.badge)(stars)))
}

/// A row of stars as SVG, 12 units high.
pub fn star_row(stars: Stars) -> String {
    let count = stars.count();
    let star = |i| format!("<path d=\"{STAR}\" transform=\"translate({} 0)\"/>", i * 13);
    let paths: String = (0..count).map(star).collect();
    format!(
        "<svg viewBox=\"0 0 {} 12\" aria-hidden=\"true\" fill=\"currentColor\">{paths}</svg>",
        u32::from(count) * 13 - 1
    )
}

/// The sign of a state as SVG, 16 units square.
pub fn sign_drawing(state: State) -> &'static str {
    match state {
        State::InForce => TICK,
        State::Lapsed => STRUCK,
        State::Undated => DOTTED,
        State::Proposed => ARROW,
    }
}

/// The sign of a state.
pub(super) fn sign(state: State) -> El {
    el("span").class("sign").html(sign_drawing(state))
}

/// Sign and words of one state.
pub(super) fn state(state: State, words: String) -> El {
    el("p").class(&format!("state {}", state.key())).put(sign(state)).put(el("span").put(words))
}

/// How a product stands today; a higher star put forward stands below.
pub fn standing(see: See<'_>, s: &Standing) -> Node {
    let also = s.proposed.map(|stars| state(State::Proposed, (see.words.proposed)(Some(stars))));
    Node::Many(vec![state(s.state, (see.words.standing)(s)).into(), also.into()])
}

/// All signs with their words.
pub fn legend(see: See<'_>) -> El {
    let stars = [5, 4, 3].map(|n| el("li").put(badge(see, Stars::new(n))));
    let states = State::ALL.map(|s| el("li").put(state(s, (see.words.state)(s).to_string())));
    el("ul").class("legend").put(stars.into_iter().chain(states).collect::<Vec<_>>())
}
