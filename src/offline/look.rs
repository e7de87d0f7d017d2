//! When to look for a newer version: a tablet that is never closed must do so by itself.

/// Milliseconds between two looks: half an hour. A look costs a request that most often brings nothing.
pub const EVERY: f64 = 1_800_000.0;
/// Milliseconds after a look that failed.
pub const AGAIN: f64 = 300_000.0;

/// Milliseconds until the next look, by a clock that may have been set back; `last` is when one began, if any did.
pub fn wait(now: f64, last: Option<f64>, failed: bool) -> f64 {
    let every = if failed { AGAIN } else { EVERY };
    match last {
        Some(last) if last <= now => (last + every - now).max(0.0),
        _ => 0.0,
    }
}
