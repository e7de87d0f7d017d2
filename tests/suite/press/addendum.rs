//! Addenda: only what is new, changed or withdrawn, each once, under its heading, and never more than that.

use super::rule::sound;
use super::{details, drawn, job, paragraphs, sample};
use crate::sample::TODAY;
use ocop::catalog::{Addendum, Catalog, Change, Date, Field, ProductId, Stars};
use ocop::page::Site;
use ocop::page::print::Asked;
use ocop::paper::{Format, Layout, Paper, Tongue};
use ocop::press::{Book, Job, Piece, Role};
use ocop::route::Lang;
use proptest::prelude::*;

/// The sample with these products taken out and these renamed, a year before: an edition that knew less.
fn earlier(without: &[usize], renamed: &[usize]) -> Catalog {
    let mut old = sample().clone();
    for at in renamed {
        old.products[*at].name.vi.push_str(" cũ");
    }
    old.products = (0..).zip(old.products).filter(|(at, _)| !without.contains(at)).map(|(_, p)| p).collect();
    old
}

/// The sample without those products, with everything that only they refer to still in its tables.
fn later(without: &[usize]) -> Catalog {
    let mut new = sample().clone();
    new.products = (0..).zip(new.products).filter(|(at, _)| !without.contains(at)).map(|(_, p)| p).collect();
    new
}

fn slugs(catalog: &Catalog, ids: impl Iterator<Item = ProductId>) -> Vec<String> {
    let mut out: Vec<String> = ids.map(|id| catalog.product(id).slug.clone()).collect();
    out.sort_unstable();
    out
}

fn changed(addendum: &Addendum) -> Vec<ProductId> {
    addendum.catalog.ids().filter(|id| addendum.change(*id).is_some()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_differs_is_in_it_and_nothing_else(
        new in prop::collection::btree_set(0_usize..160, 0..9),
        renamed in prop::collection::btree_set(0_usize..160, 0..9),
        gone in prop::collection::btree_set(0_usize..160, 0..9),
    ) {
        let gone: Vec<usize> = gone.difference(&new).copied().collect();
        let new: Vec<usize> = new.into_iter().collect();
        let renamed: Vec<usize> = renamed.into_iter().filter(|at| !new.contains(at) && !gone.contains(at)).collect();
        let (old, now) = (earlier(&new, &renamed), later(&gone));
        let addendum = Addendum::of(&old, &now, old.about.as_of);
        prop_assert!(Catalog::new(addendum.catalog.clone()).is_ok(), "all it refers to is there");
        let of = |kind: fn(&Change) -> bool| {
            slugs(&addendum.catalog, addendum.catalog.ids().filter(|id| addendum.change(*id).is_some_and(kind)))
        };
        let wanted = |all: &[usize]| slugs(sample(), all.iter().map(|at| ProductId(*at as u32)));
        prop_assert_eq!(of(|c| *c == Change::New), wanted(&new));
        prop_assert_eq!(of(|c| *c == Change::Changed(vec![Field::Name])), wanted(&renamed));
        prop_assert_eq!(of(|c| *c == Change::Withdrawn), wanted(&gone));
        prop_assert_eq!(changed(&addendum).len(), new.len() + renamed.len() + gone.len());
        for id in changed(&addendum) {
            let (here, slug) = (addendum.catalog.product(id), &addendum.catalog.product(id).slug);
            let there = sample().products.iter().find(|p| p.slug == *slug);
            let makers = |c: &Catalog, p: &ocop::catalog::Product| -> Vec<String> {
                p.makers.iter().map(|id| c.producer(*id).name.clone()).collect()
            };
            prop_assert_eq!(there.map(|p| makers(sample(), p)), Some(makers(&addendum.catalog, here)));
        }
    }
}

fn addendum() -> Addendum {
    let mut old = earlier(&[3, 40, 77, 120], &[5, 60]);
    old.about.as_of = Date { year: 2025, ..old.about.as_of };
    let at = old.products.iter().position(|p| p.recognitions.iter().any(|r| r.stars == Stars::new(3))).unwrap_or(0);
    old.products[at].recognitions.iter_mut().for_each(|r| r.stars = Stars::new(4));
    Addendum::of(&old, &later(&[10, 11, 99]), TODAY)
}

#[test]
fn it_stands_whole_in_every_layout_under_its_three_headings() {
    let addendum = addendum();
    let ids = changed(&addendum);
    for (layout, tongue, format) in Layout::ALL
        .iter()
        .flat_map(|layout| Tongue::ALL.iter().map(move |tongue| (*layout, *tongue)))
        .flat_map(|(layout, tongue)| [Format::A4, Format::A5].map(|format| (layout, tongue, format)))
    {
        let paper = Paper { layout, tongue, format, ..Paper::default() };
        let what = format!("?{}", paper.write());
        let plain = job(&addendum.catalog, details(), paper);
        let book = Book::lay(Job { addendum: Some(&addendum), ids: ids.clone(), ..plain });
        let sheets = drawn(&book);
        sound(&sheets, &what, false);
        let named: Vec<u32> = sheets
            .iter()
            .flat_map(|s| paragraphs(s, |role| matches!(role, Role::Name(_))))
            .filter_map(|(role, _)| if let Role::Name(id) = role { Some(id.0) } else { None })
            .collect();
        let mut sorted = named.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, ids.iter().map(|id| id.0).collect::<Vec<_>>(), "{what}: each once");
        let heads: Vec<String> =
            sheets.iter().flat_map(|s| paragraphs(s, |role| role == Role::Heading(2))).map(|p| p.1).collect();
        let wanted = match tongue {
            Tongue::Vi => ["Mới", "Có thay đổi", "Không còn trong danh mục"],
            Tongue::En => ["New", "Changed", "No longer listed"],
            Tongue::Both => ["Mới · New", "Có thay đổi · Changed", "Không còn trong danh mục · No longer listed"],
        };
        let own: Vec<&String> = heads.iter().filter(|head| wanted.contains(&head.as_str())).collect();
        assert_eq!(own, wanted.iter().collect::<Vec<_>>(), "{what}");
        let text = sheets.iter().flat_map(|s| paragraphs(s, |role| role == Role::Plain)).map(|p| p.1);
        let told = text.filter(|t| t.starts_with("Thay đổi: ") || t.starts_with("Changed: ")).count();
        let many = ids.iter().filter(|id| matches!(addendum.change(**id), Some(Change::Changed(_)))).count();
        assert_eq!(told, many, "{what}: what changed is told");
        for piece in sheets.iter().flat_map(|s| &s.pieces) {
            if let Piece::Picture(id, ..) = piece {
                assert!(addendum.is_own(*id), "{what}: a picture that is not there");
            }
            if let Piece::Code(address, ..) = piece {
                let gone = ids.iter().filter(|id| !addendum.is_own(**id));
                let slug = |id: &ProductId| format!("/{}/", addendum.catalog.product(*id).slug);
                assert!(!gone.clone().any(|id| address.contains(&slug(id))), "{what}: {address} leads nowhere");
            }
        }
    }
}

#[test]
fn a_state_that_ran_out_meanwhile_is_a_change() {
    let mut old = sample().clone();
    old.about.as_of = Date { year: 2023, month: 1, day: 1 };
    let addendum = Addendum::of(&old, sample(), TODAY);
    let states = addendum.catalog.ids().filter_map(|id| addendum.change(id));
    let ran_out = states.filter(|c| matches!(c, Change::Changed(fields) if fields.contains(&Field::State))).count();
    assert!(ran_out > 10, "{ran_out}");
}

#[test]
fn the_filter_of_the_list_holds_for_what_was_withdrawn_too() {
    let (old, new) = (earlier(&[3, 40, 77, 120], &[]), later(&[10, 11, 99]));
    let addendum = Addendum::of(&old, &new, old.about.as_of);
    let all = changed(&addendum);
    let (old, new) = (Site::new(old, TODAY), Site::new(new, TODAY));
    let ids = |query: &str| Asked::read(Lang::Vi, query).ids_since(&new, &old, &addendum);
    assert_eq!(ids("print=book").len(), all.len());
    let stars = |id: &ProductId| addendum.catalog.product(*id).standing(TODAY).and_then(|s| s.stars);
    let mut three = ids("print=book&stars=3");
    let mut wanted: Vec<ProductId> = all.iter().copied().filter(|id| stars(id) == Stars::new(3)).collect();
    three.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(three, wanted);
}
