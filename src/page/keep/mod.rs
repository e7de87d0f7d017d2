//! The page that makes a device ready for a place without a network: how things stand, progress, room, version, removal.
//!
//! In: what a browser tells (`offline::Seen`) and what is being done. Out: the page. In the browser `desk` asks and answers
//! what is pressed, and `run` does what `offline` decides.

#[cfg(target_arch = "wasm32")]
mod desk;
#[cfg(target_arch = "wasm32")]
pub mod run;

#[cfg(target_arch = "wasm32")]
pub(super) use desk::open;

use crate::catalog::Date;
use crate::offline::{Progress, Stand};
use crate::route::Lang;
use crate::view::{El, Fact, Node, el, facts};
use crate::words::{self, Keep};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// How things stand; nothing before the browser has told.
    pub stand: Option<Stand>,
    /// How far the version is that the site has now.
    pub progress: Option<Progress>,
    /// It is being fetched.
    pub busy: bool,
    /// What came of the last thing pressed.
    pub said: String,
    /// Beginning of the version's hash, and the day of its facts.
    pub version: Option<(String, Option<Date>)>,
    /// Bytes taken, and bytes free.
    pub room: Option<(f64, f64)>,
}

/// The page's own content.
pub fn keep(lang: Lang, shown: &Shown) -> El {
    let w = words::keep(lang);
    let steps = el("ul").put(w.install_steps.map(|step| el("li").put(step)).to_vec());
    el("main")
        .at("id", "main")
        .class("hall keep")
        .put(el("h1").at("tabindex", "-1").put(w.title))
        .put(el("p").class("lead").put(w.lead))
        .put(el("section").class("stand").put(stand(w, shown)))
        .put(el("section").class("steps").put(el("h2").put(w.install)).put(steps))
}

fn stand(w: &Keep, shown: &Shown) -> Vec<Node> {
    let Some(stand) = shown.stand else { return Vec::new() };
    let mut out: Vec<Node> = Vec::new();
    if !shown.busy {
        let name = match stand {
            Stand::Ready | Stand::Newer => "said good",
            Stand::Lost => "said bad",
            _ => "said",
        };
        out.push(el("p").class(name).at("role", "status").put((w.stand)(stand)).into());
    }
    if !shown.said.is_empty() {
        out.push(el("p").class("note").at("role", "status").put(shown.said.as_str()).into());
    }
    let ready = matches!(stand, Stand::Ready | Stand::Newer);
    if let Some(progress) = shown.progress.filter(|_| shown.busy || !ready) {
        if shown.busy || progress.bytes > 0 {
            let bar = el("progress").at("max", progress.all_bytes.to_string()).at("value", progress.bytes.to_string());
            out.push(el("p").put((w.progress)(progress)).put(bar.at("aria-label", w.title)).into());
        }
        if !shown.busy && progress.bytes < progress.all_bytes {
            out.push(el("p").put((w.needs)(progress, shown.room.map(|room| room.1))).into());
        }
    }
    if ready {
        out.push(kept(w, shown).into());
    }
    if !shown.busy {
        out.push(el("p").class("acts").put(acts(w, stand)).into());
    }
    out
}

/// What is kept.
fn kept(w: &Keep, shown: &Shown) -> Option<El> {
    let mut all: Vec<Fact> = Vec::new();
    if let Some((hash, day)) = &shown.version {
        all.push((w.version, (w.versions)(hash, *day).into()));
    }
    if let Some((used, _)) = shown.room {
        all.push((w.space, (w.size)(used).into()));
    }
    facts(all)
}

/// What can be done: the one red thing first.
fn acts(w: &Keep, stand: Stand) -> Vec<El> {
    let act = |class: &str, name: &'static str, text: &str| {
        el("button").class(class).at("type", "button").at("data-act", name).at("data-focus", name).put(text)
    };
    let (main, other) = ("act", "way");
    match stand {
        Stand::Unable => Vec::new(),
        Stand::Nothing | Stand::Lost => vec![act(main, "ready", w.begin)],
        Stand::Begun => vec![act(main, "ready", w.go_on), act(other, "remove", w.remove)],
        Stand::Ready => vec![act(other, "look", w.look), act(other, "remove", w.remove)],
        Stand::Newer => vec![act(main, "renew", w.renew), act(other, "remove", w.remove)],
    }
}
