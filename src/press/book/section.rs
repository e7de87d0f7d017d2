//! The sections of a book: which there are, what they are called, and which products stand in each.
//!
//! In: products, and by what they are grouped. Out: sections in their order and the products in theirs, each once: a
//! product with two producers stands with the first.

use super::super::job::{Job, district};
use super::super::words::Tongues;
use crate::catalog::{Change, GroupId, ProducerId, Product, ProductId, Stars, State, order};
use crate::paper::{By, Layout, Parts};
use crate::text::{capital, lower, sort_key};
use std::ops::Range;

/// What the products of a section have in common; none where the source does not say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Of {
    Group(Option<GroupId>),
    Producer(Option<ProducerId>),
    /// Index into the catalogue's communes.
    Commune(Option<usize>),
    /// Index into the catalogue's districts.
    District(Option<usize>),
    /// And whether they hold: what has lapsed stands apart.
    Stars(Option<Stars>, State),
    /// Nothing: all products.
    All,
    /// What became of it: new, changed, withdrawn.
    Change(usize),
}

/// A section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Section {
    pub of: Of,
    /// Its products, as places in the book's order.
    pub products: Range<usize>,
}

/// Whether sections are few and large: then each that fills a page opens with a page of its own.
pub(super) fn opens(job: &Job<'_>) -> bool {
    let few = matches!(job.paper.by, By::Group | By::Stars) && job.addendum.is_none();
    few && job.paper.layout != Layout::Table && job.paper.parts == Parts::Full
}

/// From so many products on a section is worth a page that opens it.
const WORTH: usize = 3;

/// Whether a section opens with a page of its own, where a page holds so many products. A small one stands under a band
/// wherever there is room; printed on both sides, every section opens on the right.
pub(super) fn opened(job: &Job<'_>, section: &Section, page: usize) -> bool {
    opens(job) && (job.paper.duplex || section.products.len() >= page.max(WORTH))
}

/// Whether the products follow each other without sections.
pub(super) fn is_plain(job: &Job<'_>) -> bool {
    job.paper.by == By::Nothing && job.addendum.is_none()
}

/// Whether a band with its name stands over a section, where a page holds so many products.
pub(super) fn banded(job: &Job<'_>, section: &Section, page: usize) -> bool {
    !is_plain(job) && !opened(job, section, page)
}

/// The group that is a section: below food its kinds, else the main group.
fn group(p: &Product) -> Option<GroupId> {
    let path = p.group?.path();
    let level = usize::from(p.group.is_some_and(GroupId::is_food));
    path.get(level).or(path.last()).copied()
}

fn of(job: &Job<'_>, id: ProductId) -> Of {
    if job.addendum.is_some() {
        return Of::Change(match job.change(id) {
            Some(Change::New) => 0,
            Some(Change::Changed(_)) | None => 1,
            Some(Change::Withdrawn) => 2,
        });
    }
    let p = job.product(id);
    match job.paper.by {
        By::Group => Of::Group(group(p)),
        By::Producer => Of::Producer(p.makers.first().copied()),
        By::Commune => {
            let first = p.site.today.first();
            Of::Commune(first.and_then(|code| job.catalog.communes.iter().position(|c| c.code == *code)))
        }
        By::District => Of::District(p.site.district.map(|id| usize::from(id.0))),
        By::Stars => {
            let starred = p.standing(job.today).and_then(|s| Some((s.stars?, s.state)));
            starred.map_or(Of::Stars(None, State::Undated), |(stars, state)| Of::Stars(Some(stars), state))
        }
        By::Nothing => Of::All,
    }
}

/// Where sections stand: for every index its place, alphabetical where nothing else orders them.
fn places(job: &Job<'_>) -> Vec<u32> {
    let c = job.catalog;
    let names: Vec<Vec<u8>> = match job.paper.by {
        By::Group | By::Stars | By::Nothing => return Vec::new(),
        By::Producer => c.producers.iter().map(|p| sort_key(&p.name)).collect(),
        By::Commune => c.communes.iter().map(|c| sort_key(&job.key_of_place(c.bare()))).collect(),
        By::District => c.districts.iter().map(|d| sort_key(&job.key_of_place(&d.name))).collect(),
    };
    let mut places = vec![0; names.len()];
    for (place, at) in (0..).zip(crate::text::order(names)) {
        places[at] = place;
    }
    places
}

/// The sections of a job, and its products in the order of the book. `ranks` is the order within a section, parallel to
/// the job's products.
pub(super) fn sections(job: &Job<'_>, ranks: &[u32]) -> (Vec<Section>, Vec<ProductId>) {
    let places = places(job);
    let place = |at: Option<usize>| at.and_then(|at| places.get(at).copied()).unwrap_or(u32::MAX);
    let all: Vec<Of> = job.ids.iter().map(|id| of(job, *id)).collect();
    let key = |(of, rank): (&Of, &u32)| {
        let section = match *of {
            Of::Group(group) => group.map_or(u32::MAX, |g| g.index() as u32),
            Of::Producer(id) => place(id.map(|id| id.0 as usize)),
            Of::Commune(at) | Of::District(at) => place(at),
            Of::Stars(stars, state) => stars.map_or(u32::MAX, |s| u32::from(5 - s.count()) << 3 | state as u32),
            Of::Change(kind) => kind as u32,
            Of::All => 0,
        };
        u64::from(section) << 32 | u64::from(*rank)
    };
    let sorted = order(all.iter().zip(ranks).map(key));
    let mut sections: Vec<Section> = Vec::new();
    for (at, index) in sorted.iter().enumerate() {
        let of = all[*index as usize];
        match sections.last_mut().filter(|section| section.of == of) {
            Some(section) => section.products.end = at + 1,
            None => sections.push(Section { of, products: at..at + 1 }),
        }
    }
    (sections, sorted.into_iter().map(|index| job.ids[index as usize]).collect())
}

/// What a section is called.
pub(super) fn title(job: &Job<'_>, of: Of) -> String {
    titled(job, job.words, of)
}

/// The same in those languages.
pub(super) fn titled(job: &Job<'_>, words: Tongues, of: Of) -> String {
    let c = job.catalog;
    words.both(|w| match of {
        Of::Group(group) => group.map_or(w.no_group, w.group).to_string(),
        Of::Producer(id) => id.map_or(w.no_producer, |id| c.producer(id).name.as_str()).to_string(),
        Of::Commune(at) => {
            let commune = at.and_then(|at| c.communes.get(at));
            commune.map_or_else(|| w.no_commune.to_string(), |commune| capital((w.text)(&commune.name)))
        }
        Of::District(at) => {
            let former = at.and_then(|at| c.districts.get(at));
            former.map_or_else(|| w.no_district.to_string(), |d| capital(&district(w, d)))
        }
        Of::Stars(stars, state) => stars.map_or_else(
            || w.no_star.to_string(),
            |stars| [&(w.stars)(stars), ": ", &lower((w.state)(state))].concat(),
        ),
        Of::All => w.products.to_string(),
        Of::Change(kind) => w.changes.get(kind).copied().unwrap_or_default().to_string(),
    })
}
