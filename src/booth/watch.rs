//! What of a visit is worth counting: products that were opened, searches that were meant.
//!
//! In: the addresses a visitor comes by, as often as one looks. Out: each product and each search once a visit, the search
//! when it is finished and not letter by letter. What looks like somebody's address or number is not counted.

use crate::route::{Address, Route};

/// Something to count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Seen {
    /// The product of that slug was opened.
    Product(String),
    /// That was searched for.
    Search(String),
}

/// Letters of a search that are kept.
const LONGEST: usize = 60;
/// So many digits may be a telephone number.
const NUMBER: usize = 6;

/// One visit.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    last: Option<Address>,
    /// A search that may go on.
    pending: String,
    told: Vec<Seen>,
}

impl Watch {
    /// The visitor is at that address.
    pub fn see(&mut self, address: &Address) -> Vec<Seen> {
        let mut out = Vec::new();
        if self.last.as_ref() == Some(address) {
            return out;
        }
        self.last = Some(address.clone());
        match &address.route {
            Route::List(query) => {
                let text = query.text.split_whitespace().collect::<Vec<_>>().join(" ");
                let goes_on = text.starts_with(&self.pending) || !text.is_empty() && self.pending.starts_with(&text);
                if !goes_on {
                    self.settle(&mut out);
                }
                if text.len() > self.pending.len() {
                    self.pending = text;
                }
            }
            Route::Product(slug) => {
                self.settle(&mut out);
                self.tell(Seen::Product(slug.clone()), &mut out);
            }
            _ => self.settle(&mut out),
        }
        out
    }

    /// The visit is over.
    pub fn end(&mut self) -> Vec<Seen> {
        let mut out = Vec::new();
        self.settle(&mut out);
        *self = Watch::default();
        out
    }

    fn settle(&mut self, out: &mut Vec<Seen>) {
        let text = std::mem::take(&mut self.pending);
        let personal = text.contains('@') || text.chars().filter(char::is_ascii_digit).count() >= NUMBER;
        if text.chars().count() > 1 && !personal {
            self.tell(Seen::Search(text.chars().take(LONGEST).collect::<String>().to_lowercase()), out);
        }
    }

    fn tell(&mut self, seen: Seen, out: &mut Vec<Seen>) {
        if !self.told.contains(&seen) {
            self.told.push(seen.clone());
            out.push(seen);
        }
    }
}
