//! Where a link of the site may lead on a booth: no link leaves it.

use super::Part;
use crate::route::{Address, Route};

/// What becomes of a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// It is followed.
    Inside,
    /// It is shown as a QR code, for the visitor's own phone.
    Code,
    /// The page that is shown already is, as a QR code.
    Here,
    /// Nothing: it is not for visitors.
    Nowhere,
}

/// What becomes of a link to that page of the site; none for what is not the site's, or is to be saved.
pub fn way(route: Option<&Route>) -> Way {
    match route {
        None | Some(Route::Print(_) | Route::Missing(_)) => Way::Code,
        Some(Route::Share(_)) => Way::Here,
        Some(Route::Booth(_) | Route::Offline(_)) => Way::Nowhere,
        Some(_) => Way::Inside,
    }
}

/// The list to which a link leads that would lead out of the part that a booth shows; none if it does not. A part that was put
/// together has no filter that would hold it.
pub fn held(part: &Part, to: &Address) -> Option<Address> {
    let (Part::Of(facet, slug), Route::List(query)) = (part, &to.route) else { return None };
    let free = query.picked(*facet).next().is_none();
    free.then(|| Address { route: Route::List(query.toggled(*facet, slug)), ..to.clone() })
}
