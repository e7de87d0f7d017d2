//! The lists at the end of a book: products, producers with their products, places.
//!
//! In: where every product stands. Out: entries in Vietnamese alphabetical order, which an [`Index`] sets.

use super::super::job::{Job, district as named};
use super::super::words::Words;
use super::index::{Columns, Index, Level, Shown};
use super::maker::listed;
use crate::catalog::{ProducerId, ProductId};
use crate::route::Lang;
use crate::text::{initial, order, sort_key};

/// What an entry is.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Entry {
    /// A product, by its place in the book.
    Product(u32, Level),
    Producer(ProducerId),
    /// Index into the catalogue's communes, then its districts; its page numbers, if they go on its line.
    Place(usize, Option<String>),
    /// Page numbers below a place.
    Pages(String),
}

/// Which list it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Products,
    Producers,
    Places,
}

/// A list, on its pages.
pub(super) struct List {
    pub kind: Kind,
    pub index: Index,
    entries: Vec<Entry>,
    set: usize,
    /// Its first page, once it is known.
    pub page: usize,
}

/// Where everything stands.
pub(super) struct Stand<'s> {
    /// Products in the order of the book.
    pub order: &'s [ProductId],
    /// Places in that order, alphabetically.
    pub alphabet: &'s [u32],
    /// Page of each product, in the order of the book.
    pub pages: &'s [u32],
}

impl Kind {
    /// Title of the list.
    pub fn title(self, w: &'static Words) -> &'static str {
        match self {
            Kind::Products => w.index_products,
            Kind::Producers => w.index_producers,
            Kind::Places => w.index_places,
        }
    }

    /// The lists that a job has something for.
    pub fn of(job: &Job<'_>) -> Vec<Kind> {
        let any = |has: &dyn Fn(&crate::catalog::Product) -> bool| job.ids.iter().any(|id| has(job.product(*id)));
        let mut out = vec![Kind::Products];
        out.extend(any(&|p| !p.makers.is_empty()).then_some(Kind::Producers));
        out.extend(any(&|p| !p.site.today.is_empty() || p.site.district.is_some()).then_some(Kind::Places));
        out
    }
}

impl List {
    /// A list of which nothing stands yet.
    pub fn begin(kind: Kind, job: &Job<'_>, stand: &Stand<'_>, columns: Columns) -> List {
        let entries = match kind {
            Kind::Products => stand.alphabet.iter().map(|at| Entry::Product(*at, Level::Plain)).collect(),
            Kind::Producers => producers(job, stand),
            Kind::Places => places(job, stand, &columns),
        };
        List { kind, index: Index::new(columns), entries, set: 0, page: 0 }
    }

    /// Set so many entries more; true when all stand.
    pub fn step(&mut self, job: &Job<'_>, stand: &Stand<'_>, entries: usize) -> bool {
        let end = self.set.saturating_add(entries).min(self.entries.len());
        for entry in self.entries.get(self.set..end).unwrap_or_default() {
            let (shown, letter) = shown(entry, job, stand);
            self.index.add(&shown.text, shown.level, letter);
        }
        self.set = end;
        let done = end == self.entries.len();
        if done {
            self.index.finish();
        }
        done
    }

    /// An entry as it is shown.
    pub fn shown(&self, at: usize, job: &Job<'_>, stand: &Stand<'_>) -> Option<Shown> {
        self.entries.get(at).map(|entry| shown(entry, job, stand).0)
    }
}

/// An entry, and the letter under which it stands if it may begin one.
fn shown(entry: &Entry, job: &Job<'_>, stand: &Stand<'_>) -> (Shown, Option<char>) {
    let c = job.catalog;
    let w = job.words.first;
    let set = |text, lang, level, number| Shown { text, lang, level, number, many: String::new() };
    match entry {
        Entry::Product(at, level) => {
            let at = *at as usize;
            let text = stand.order.get(at).map(|id| job.product(*id).shown()).unwrap_or_default();
            let letter = if *level == Level::Plain { initial(&text) } else { None };
            let number = stand.pages.get(at).map(u32::to_string);
            (set(text, Lang::Vi, *level, number), letter)
        }
        Entry::Producer(id) => {
            let name = listed(&c.producer(*id).name);
            let letter = initial(&name);
            (set(name, Lang::Vi, Level::Head, None), letter)
        }
        Entry::Place(at, pages) => {
            let (text, bare) = place(job, *at);
            let level = if pages.is_some() { Level::Whole } else { Level::Head };
            (set(text, w.lang, level, pages.clone()), initial(&job.key_of_place(bare)))
        }
        Entry::Pages(pages) => (set(pages.clone(), w.lang, Level::Numbers, None), None),
    }
}

/// What a place is called, and by what it is sorted.
fn place<'a>(job: &Job<'a>, at: usize) -> (String, &'a str) {
    let c = job.catalog;
    if let Some(commune) = c.communes.get(at) {
        return (job.words.both(|w| (w.text)(&commune.name)), commune.bare());
    }
    let district = &c.districts[at - c.communes.len()];
    (job.words.both(|w| named(w, district)), &district.name)
}

fn producers(job: &Job<'_>, stand: &Stand<'_>) -> Vec<Entry> {
    let c = job.catalog;
    let mut made: Vec<Vec<u32>> = vec![Vec::new(); c.producers.len()];
    for at in stand.alphabet {
        for maker in &job.product(stand.order[*at as usize]).makers {
            made[maker.0 as usize].push(*at);
        }
    }
    let mut out = Vec::new();
    for at in order(c.producers.iter().map(|p| sort_key(&listed(&p.name))).collect()) {
        if !made[at].is_empty() {
            out.push(Entry::Producer(ProducerId(at as u32)));
            out.extend(made[at].iter().map(|at| Entry::Product(*at, Level::Under)));
        }
    }
    out
}

fn places(job: &Job<'_>, stand: &Stand<'_>, columns: &Columns) -> Vec<Entry> {
    let c = job.catalog;
    // communes first, then districts
    let mut found: Vec<Vec<u32>> = vec![Vec::new(); c.communes.len() + c.districts.len()];
    let mut codes: Vec<(u32, usize)> = c.communes.iter().map(|commune| commune.code.0).zip(0..).collect();
    codes.sort_unstable();
    for (id, page) in stand.order.iter().zip(stand.pages) {
        let site = &job.product(*id).site;
        let known = |code: u32| codes.binary_search_by_key(&code, |k| k.0).ok().map(|at| codes[at].1);
        let communes = site.today.iter().filter_map(|code| known(code.0));
        for at in communes.chain(site.district.map(|id| c.communes.len() + usize::from(id.0))) {
            if found[at].last() != Some(page) {
                found[at].push(*page);
            }
        }
    }
    let names = c.communes.iter().map(|commune| commune.bare()).chain(c.districts.iter().map(|d| d.name.as_str()));
    let mut out = Vec::new();
    for at in order(names.map(|name| sort_key(&job.key_of_place(name))).collect()) {
        if found[at].is_empty() {
            continue;
        }
        let pages = runs(&found[at]);
        let all = pages.join(", ");
        if columns.holds(&place(job, at).0, &all) {
            out.push(Entry::Place(at, Some(all)));
            continue;
        }
        out.push(Entry::Place(at, None));
        // twelve numbers stand on two lines at most: no list is longer than a third of a column
        for some in pages.chunks((columns.lines() / 3).max(1) * 4) {
            out.push(Entry::Pages(some.join(", ")));
        }
    }
    out
}

/// Pages as people write them: three or more in a row as from–to.
fn runs(pages: &[u32]) -> Vec<String> {
    let mut out = Vec::new();
    for run in pages.chunk_by(|a, b| a + 1 == *b) {
        match run {
            [first, _, .., last] => out.push(format!("{first}–{last}")),
            few => out.extend(few.iter().map(u32::to_string)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn neighbouring_pages_are_written_together() {
        assert_eq!(runs(&[3, 5, 6, 8, 9, 10, 12]), ["3", "5", "6", "8–10", "12"]);
        assert_eq!(runs(&[]), [] as [&str; 0]);
    }
}
