//! How things stand on a device, from what a browser tells.

/// What a browser tells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    /// It has workers and keeps files for them: not in a private window, not without https.
    pub able: bool,
    /// A worker answers for the site, or will from the next page on.
    pub worker: bool,
    /// A newer worker waits.
    pub newer: bool,
    /// Versions that are sealed.
    pub sealed: Vec<String>,
    /// The version that the worker answers from.
    pub active: Option<String>,
    /// Some files are held.
    pub some: bool,
}

/// How things stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stand {
    /// This browser cannot.
    Unable,
    /// Nothing is kept.
    Nothing,
    /// It was begun.
    Begun,
    /// The site works without a network.
    Ready,
    /// So it does, and a newer version is whole and waits.
    Newer,
    /// It did, but the browser has removed what was kept.
    Lost,
}

/// How things stand.
pub fn stand(seen: &Seen) -> Stand {
    let whole = seen.active.as_ref().is_some_and(|version| seen.sealed.contains(version));
    match (seen.able, seen.worker) {
        (false, _) => Stand::Unable,
        (true, true) if !whole => Stand::Lost,
        (true, true) if seen.newer => Stand::Newer,
        (true, true) => Stand::Ready,
        (true, false) if seen.some => Stand::Begun,
        (true, false) => Stand::Nothing,
    }
}
