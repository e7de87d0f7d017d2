//! Does what `offline` decides: fetches a version and seals it, has a worker answer for it, looks for a newer one, tidies.

use crate::offline::{self, Fill, Got, LIST, List, Next, Progress, Rest, Stand, WORKER, Why};
use crate::web::{dom, lock, worker};
use std::collections::HashSet;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

/// How often a worker is asked for, and milliseconds in between.
const ENGAGED: usize = 3;
const REST: u32 = 500;
/// How often what a browser has lost on the way is fetched.
const ROUNDS: usize = 3;

/// Milliseconds for which one waits while another tab fetches. What both fetch is kept once, so waiting only saves the way.
const PATIENCE: u32 = 30_000;

/// Milliseconds for which what can be done later waits.
const GLANCE: u32 = 1_000;

/// A fetch on its way: the number of the file, and how it goes.
type Flight = Pin<Box<dyn Future<Output = (usize, Got)>>>;

/// Fetch the version that the site has now, or the rest of it, and have it answered for by a worker from the next page on.
/// `tell` hears how far it is.
pub async fn make_ready(tell: &dyn Fn(Progress)) -> Result<(), Why> {
    worker::persist();
    let _turn = lock::turn(PATIENCE).await;
    let (version, text) = newest().await?;
    fill(&version, text, tell).await?;
    let broken = worker::noted("active").await.is_some_and(|active| active != version);
    let mut tries = 1;
    // WebKit may still be taking leave of a worker that was dismissed a moment ago, and of this one with it.
    while !(worker::engage().await && serves().await) {
        if tries == ENGAGED {
            return Err(Why::Changed(WORKER.into()));
        }
        tries += 1;
        dom::rest(REST).await;
    }
    if broken && worker::newer().await {
        // What answered before has lost its files, or this is what the visitor just asked for.
        worker::take().await;
    }
    Ok(())
}

/// Whether a worker answers from a version that is whole.
pub async fn serves() -> bool {
    matches!(offline::stand(&worker::seen().await), Stand::Ready | Stand::Newer)
}

/// Look for a newer version and fetch it; whether one waits to take over.
pub async fn look() -> Result<bool, Why> {
    let (version, text) = newest().await?;
    if worker::noted("active").await.as_ref() == Some(&version) {
        return Ok(worker::newer().await);
    }
    let _turn = lock::turn(PATIENCE).await;
    fill(&version, text, &|_| ()).await?;
    Ok(worker::renew().await)
}

/// How far the version is that the site has now, before anything is fetched.
pub async fn measure() -> Result<Progress, Why> {
    let (_, text) = newest().await?;
    let list = List::read(&text).ok_or_else(|| Why::Changed(LIST.into()))?;
    Ok(Fill::begin(list, &worker::held().await).progress())
}

async fn newest() -> Result<(String, String), Why> {
    worker::newest().await.map_err(|got| if got == Got::Silent { Why::Silent } else { Why::Changed(LIST.into()) })
}

async fn fill(version: &str, text: String, tell: &dyn Fn(Progress)) -> Result<(), Why> {
    let list = List::read(&text).ok_or_else(|| Why::Changed(LIST.into()))?;
    let mut fill = Fill::begin(list, &worker::held().await);
    let mut flying: Vec<Flight> = Vec::new();
    let mut rounds = 1;
    loop {
        match fill.next() {
            Next::Fetch(at) => {
                let Some(file) = fill.list().files.get(at).cloned() else { continue };
                let again = fill.is_odd(at);
                flying.push(Box::pin(async move { (at, worker::take_in(&file.path, &file.hash, again).await) }));
            }
            Next::Wait => {
                let (at, got) = landed(&mut flying).await;
                fill.told(at, got);
                tell(fill.progress());
            }
            Next::Rest(ms) => dom::rest(ms).await,
            Next::Seal => match fill.lost(&worker::held().await) {
                None => break,
                Some(_) if rounds == ROUNDS => return Err(Why::Full),
                Some(rest) => {
                    rounds += 1;
                    fill = rest;
                }
            },
            Next::Stop(why) => return Err(why),
        }
    }
    if worker::seal(version, &text).await { Ok(()) } else { Err(Why::Full) }
}

/// The first of them that ends.
async fn landed(flying: &mut Vec<Flight>) -> (usize, Got) {
    poll_fn(|context| {
        let end = flying.iter_mut().enumerate().find_map(|(i, flight)| match flight.as_mut().poll(context) {
            Poll::Ready(end) => Some((i, end)),
            Poll::Pending => None,
        });
        match end {
            Some((i, end)) => {
                drop(flying.swap_remove(i));
                Poll::Ready(end)
            }
            None => Poll::Pending,
        }
    })
    .await
}

/// Name of the note that says since when which version serves.
const STALE: &str = "stale";

/// Remove what no version needs any more, once those of before may go. A version that waits to take over is left alone.
pub async fn tidy() {
    // What another tab is fetching belongs to no version yet.
    let Some(_turn) = lock::turn(GLANCE).await else { return };
    let seen = worker::seen().await;
    let Some(active) = seen.active.filter(|active| seen.sealed.contains(active)) else { return };
    let old: Vec<String> = seen.sealed.into_iter().filter(|version| *version != active).collect();
    if old.is_empty() || seen.newer {
        return;
    }
    match offline::rest(&worker::noted(STALE).await.unwrap_or_default(), &active, dom::now()) {
        Rest::Begin(note) => return worker::note(STALE, &note).await,
        Rest::Wait => return,
        Rest::Over => {}
    }
    worker::note(STALE, "").await;
    let Some(list) = worker::sealed(&active).await.and_then(|text| List::read(&text)) else { return };
    let needed: HashSet<String> = list.files.into_iter().map(|file| file.hash).collect();
    worker::drop_all("version", &old).await;
    let loose: Vec<String> = worker::held().await.difference(&needed).cloned().collect();
    worker::drop_all("file", &loose).await;
}
