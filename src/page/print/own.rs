//! What a device knows of a list that is printed: what its visitor noted, and what they are called.
//!
//! In: what is asked, and what the device keeps. Out: [`Own`]; nothing of it where the list is not the visitor's own.

use super::Asked;
use crate::catalog::ProductId;
use crate::page::Site;
use crate::paper::Kind;
use crate::pick::List;
use crate::press::Wish;
use crate::web::storage;

/// What goes to the press with a list.
pub(super) struct Own {
    /// What is wanted of each product.
    pub wishes: Vec<(ProductId, Wish)>,
    /// Whose list it is; empty where nobody has said.
    pub owner: String,
    /// It was to be the visitor's own, and theirs is another one by now.
    pub apart: bool,
}

impl Own {
    pub fn of(site: &Site, asked: &Asked) -> Own {
        if asked.paper.kind != Kind::Book || asked.list.is_none() {
            return Own { wishes: Vec::new(), owner: String::new(), apart: false };
        }
        let kept = List::read(&storage::picks());
        let own = asked.is_own(&kept);
        Own {
            wishes: asked.wishes(site, &kept),
            owner: if own { owner() } else { String::new() },
            apart: asked.mine && !own,
        }
    }
}

/// Who asks, as they said on the page of picks: name and firm.
fn owner() -> String {
    let said = storage::asker();
    said.lines().take(2).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
