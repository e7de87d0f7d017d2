//! What a visitor has picked: products in an order, with how many of each and a note. `List` ⇄ the text a device keeps.
//!
//! In: what was kept. Out: a [`List`] in which every product stands once; and back. Slugs, which stay the same for ever, are all
//! that is known of products here: whether they are still in the catalogue, others say.

mod code;

pub use code::{Number, Sent, pack, unpack};

/// Products that a list holds: more than a buyer asks about, and a link can still carry them.
pub const MOST: usize = 200;
/// How many of one product can be asked for.
pub const DEAREST: u16 = 9999;
/// Letters of a note.
pub const LONGEST: usize = 200;

/// How many, as typed; 0 where nothing is, none where it is no whole number up to [`DEAREST`]. Thousands may stand apart, by a
/// point as in Vietnamese or a comma as in English.
pub fn quantity(text: &str) -> Option<u16> {
    let text = text.trim();
    let mut parts = text.split(['.', ',']);
    let first = parts.next().unwrap_or_default();
    let grouped = parts.clone().next().is_none()
        || (1..=3).contains(&first.len()) && parts.all(|part| part.len() == 3) && !first.starts_with('0');
    let digits = text.replace(['.', ','], "");
    match digits.as_str() {
        _ if !grouped => None,
        "" => Some(0),
        digits if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok().filter(|n| *n <= DEAREST),
        _ => None,
    }
}

/// A product in a list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Item {
    /// Its slug.
    pub slug: String,
    /// How many of it; 0 where that is not said.
    pub quantity: u16,
    /// What else is to be said of it, on one line.
    pub note: String,
}

impl Item {
    /// Behind its name, how many of it: " × 3"; empty where that is not said.
    pub fn times(&self) -> String {
        if self.quantity > 0 { [" × ", &self.quantity.to_string()].concat() } else { String::new() }
    }
}

/// What is picked, each product once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct List(Vec<Item>);

/// The list of who has picked nothing.
pub static NOTHING: List = List::EMPTY;

impl List {
    /// Nothing picked.
    pub const EMPTY: List = List(Vec::new());

    /// Read what [`List::write`] wrote; what cannot be read is left out.
    pub fn read(text: &str) -> List {
        let mut out = List::EMPTY;
        for line in text.split('\n') {
            let (slug, rest) = line.split_once('\t').unwrap_or((line, ""));
            let (quantity, note) = rest.split_once('\t').unwrap_or((rest, ""));
            out.add(Item { slug: slug.into(), quantity: quantity.parse().unwrap_or_default(), note: note.into() });
        }
        out
    }

    /// A line for each product.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for item in &self.0 {
            out.push_str(&item.slug);
            out.push('\t');
            out.push_str(&item.quantity.to_string());
            out.push('\t');
            out.push_str(&item.note);
            out.push('\n');
        }
        out
    }

    /// What is picked, in order.
    pub fn items(&self) -> &[Item] {
        &self.0
    }

    /// Whether that product is picked.
    pub fn has(&self, slug: &str) -> bool {
        self.0.iter().any(|item| item.slug == slug)
    }

    /// Whether there is no room for one more.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// Pick a product, or no longer.
    pub fn toggle(&mut self, slug: &str) {
        if self.has(slug) {
            self.0.retain(|item| item.slug != slug);
        } else {
            self.add(Item { slug: slug.into(), ..Item::default() });
        }
    }

    /// One place up or down, if there is one.
    pub fn shift(&mut self, slug: &str, up: bool) {
        let Some(at) = self.0.iter().position(|item| item.slug == slug) else { return };
        let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < self.0.len()) };
        if let Some(to) = to {
            self.0.swap(at, to);
        }
    }

    /// How many of a product; 0 for no matter how many.
    pub fn count(&mut self, slug: &str, quantity: u16) {
        self.0.iter_mut().filter(|item| item.slug == slug).for_each(|item| item.quantity = quantity.min(DEAREST));
    }

    /// What is to be said of a product.
    pub fn note(&mut self, slug: &str, text: &str) {
        self.0.iter_mut().filter(|item| item.slug == slug).for_each(|item| item.note = line(text));
    }

    /// All of another list that is not there yet, at the end; what is there keeps its own quantity and note. Answers for how
    /// many there was no room.
    pub fn join(&mut self, other: &List) -> usize {
        other.0.iter().for_each(|item| self.add(item.clone()));
        other.0.iter().filter(|item| !self.has(&item.slug)).count()
    }

    /// One more at the end, if it is a product, is not there yet and there is room.
    pub fn add(&mut self, item: Item) {
        let real = item.slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && !item.slug.is_empty();
        if real && !self.has(&item.slug) && !self.is_full() {
            self.0.push(Item { quantity: item.quantity.min(DEAREST), ..item });
        }
    }
}

impl FromIterator<Item> for List {
    fn from_iter<T: IntoIterator<Item = Item>>(items: T) -> List {
        let mut out = List::EMPTY;
        items.into_iter().for_each(|item| out.add(item));
        out
    }
}

/// A note on one line, as long as it may be.
fn line(text: &str) -> String {
    text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
