//! What in a device's store belongs to the booth, and what a visitor has left there.

/// Name of the settings in the browser's store.
pub const PLAN: &str = "ocop.booth.plan";
/// Name of the wrong PINs.
pub const TRIES: &str = "ocop.booth.tries";
/// Name of what was counted.
pub const DIARY: &str = "ocop.booth.diary";
/// Name of what visitors wrote.
pub const NOTES: &str = "ocop.booth.notes";

/// What the site keeps that is no visitor's; every other name of ours is, also one that is not thought of yet.
const DEVICE: [&str; 2] = ["ocop.booth.", "ocop.offline"];

/// Begins the names under which the exhibitor's own stands aside while the device is a booth.
const OWN: &str = "ocop.booth.own.";
/// Begins every name of ours.
const OURS: &str = "ocop.";

/// The name under which what is kept there stands aside; none if it is no visitor's.
pub fn aside(name: &str) -> Option<String> {
    of_visitor(name).then(|| [OWN, name.strip_prefix(OURS).unwrap_or_default()].concat())
}

/// The name that what stands aside there had.
pub fn back(name: &str) -> Option<String> {
    name.strip_prefix(OWN).map(|own| [OURS, own].concat())
}

/// Whether what is kept under that name goes when its visitor does. Other sites of the same host keep theirs.
pub fn of_visitor(name: &str) -> bool {
    name.starts_with(OURS) && !DEVICE.iter().any(|own| name.starts_with(own))
}
