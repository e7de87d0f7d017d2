//! Facets: every count is what counting by hand gives, and what the click then finds.

use crate::sample::{INVENTED, SHEETS, TODAY, longer, said};
use ocop::catalog::{Catalog, GroupId, Product, Term, TermId};
use ocop::page::Site;
use ocop::query::{Facet, PAGE, Query};
use ocop::search::Way;
use ocop::text::fold;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The sample as counting by hand has it: without the words of its details, and without synonyms.
static SAMPLE: LazyLock<Site> = LazyLock::new(|| Site::new(SHEETS.catalog.clone(), TODAY));

/// Slugs of all values that a product has, worked out from the catalogue alone.
fn held(c: &Catalog, p: &Product, facet: Facet) -> BTreeSet<String> {
    let terms = |ids: &[TermId], all: &[Term]| ids.iter().map(|t| all[usize::from(t.0)].slug.clone()).collect();
    let standing = p.standing(TODAY);
    match facet {
        Facet::Group => match p.group {
            None => BTreeSet::from(["none".into()]),
            Some(own) => {
                let number = format!("{}.", own.get().number);
                let above = |g: &GroupId| number.starts_with(&format!("{}.", g.get().number));
                GroupId::all().filter(above).map(|g| g.get().slug.to_string()).collect()
            }
        },
        Facet::State => {
            let also = standing.and_then(|s| s.proposed).map(|_| "proposed".to_string());
            standing.map(|s| s.state.key().to_string()).into_iter().chain(also).collect()
        }
        Facet::Stars => {
            let stars = standing.and_then(|s| s.stars).map_or("none".into(), |s| s.count().to_string());
            BTreeSet::from([stars])
        }
        Facet::District => p.site.district.iter().map(|d| c.district(*d).slug.clone()).collect(),
        Facet::Commune => {
            c.communes.iter().filter(|m| p.site.today.contains(&m.code)).map(|m| m.slug.clone()).collect()
        }
        Facet::Kind => p.makers.iter().map(|m| c.producer(*m).kind.key().to_string()).collect(),
        Facet::Quality => terms(&p.quality, &c.qualities),
        Facet::Channel => terms(&p.channels, &c.channels),
        Facet::Market => terms(&p.markets, &c.markets),
        Facet::Producer => p.makers.iter().map(|m| c.producer(*m).slug.clone()).collect(),
    }
}

/// All words that a product can be found by, folded.
fn words(c: &Catalog, p: &Product) -> Vec<String> {
    fold(&said(c, p)).split(' ').map(String::from).collect()
}

fn answers(c: &Catalog, p: &Product, query: &Query, except: Option<Facet>) -> bool {
    let typed = fold(&query.text);
    let own = words(c, p);
    let said = typed.split(' ').all(|word| own.iter().any(|w| w.starts_with(word)));
    let fits = |facet: Facet| {
        let own = held(c, p, facet);
        query.picked(facet).next().is_none() || query.picked(facet).any(|slug| own.contains(slug))
    };
    said && Facet::ALL.into_iter().filter(|f| Some(*f) != except).all(fits)
}

fn total(c: &Catalog, query: &Query) -> usize {
    c.products.iter().filter(|p| answers(c, p, query, None)).count()
}

/// Whether the words of a query are taken for others than were typed, or nothing has them.
fn freely(site: &Site, query: &Query) -> bool {
    let alone = Query::default().typed(&query.text);
    let found = site.index.find(&alone);
    let nothing = found.total == 0 && total(&site.catalog, &alone) == 0;
    nothing || found.meant(&site.index).is_some_and(|meant| meant.way > Way::Accents)
}

/// Everything the search says of a query, against counting by hand.
fn check(site: &Site, query: &Query) {
    let (c, found) = (&site.catalog, site.index.find(query));
    if freely(site, query) {
        // `relevance` looks at that.
        return;
    }
    assert_eq!(found.total, total(c, query), "{query:?}");
    assert_eq!(found.ids.len(), found.total.min(PAGE * (query.more + 1)));
    assert!(found.ids.iter().all(|id| answers(c, c.product(*id), query, None)));
    assert_eq!(found.ids.iter().collect::<BTreeSet<_>>().len(), found.ids.len(), "one product twice");
    for facet in Facet::ALL {
        let others: Vec<_> =
            c.products.iter().filter(|p| answers(c, p, query, Some(facet))).map(|p| held(c, p, facet)).collect();
        for value in site.index.values(facet) {
            let by_hand = others.iter().filter(|own| own.contains(&value.slug)).count();
            assert_eq!(found.counts.of(value) as usize, by_hand, "{facet:?} {} of {query:?}", value.slug);
        }
    }
}

/// The count beside a value is what is found with that value alone in its facet: after the click, if nothing else of
/// the facet is picked; with other picks of the facet, the click gives them and it together.
fn check_clicks(site: &Site, query: &Query, facet: Facet) {
    let (found, freely) = (site.index.find(query), freely(site, query));
    for value in site.index.values(facet) {
        let alone = site.index.count(&query.with(facet, &[&value.slug]));
        assert_eq!(found.counts.of(value) as usize, alone, "{facet:?} {} of {query:?}", value.slug);
        let click = query.toggled(facet, &value.slug);
        if !freely {
            assert_eq!(site.index.count(&click), total(&site.catalog, &click), "{click:?}");
        }
        if query.picked(facet).next().is_none() {
            assert_eq!(site.index.count(&click), alone);
        } else if click.picks().count() > query.picks().count() {
            assert!(site.index.count(&click) >= found.total, "OR inside a facet only adds: {click:?}");
        }
    }
}

/// The sample or the invented catalogue.
fn site(invented: bool) -> &'static Site {
    if invented { &INVENTED } else { &SAMPLE }
}

/// A query of values and words that the catalogue has, so that it often finds something.
fn query_for(site: &'static Site) -> impl Strategy<Value = Query> {
    let picks = prop::collection::vec((prop::sample::select(Facet::ALL.to_vec()), any::<prop::sample::Index>()), 0..5);
    let typed = prop::option::of((any::<prop::sample::Index>(), 1usize..4, 1usize..5));
    (picks, typed, 0usize..3).prop_map(move |(picks, typed, more)| {
        let mut query = Query::default();
        for (facet, at) in picks {
            let values = site.index.values(facet);
            let slug = if values.is_empty() { "nothing" } else { &values[at.index(values.len())].slug };
            query = if query.has(facet, slug) { query } else { query.toggled(facet, slug) };
        }
        let text = typed.map(|(at, count, letters)| {
            let all = words(&site.catalog, &site.catalog.products[at.index(site.catalog.products.len())]);
            let begin = |w: &String| w.chars().take(letters).collect::<String>();
            all.iter().skip(letters).take(count).map(begin).collect::<Vec<_>>().join(" ")
        });
        longer(query.typed(&text.unwrap_or_default()), more)
    })
}

fn asked() -> impl Strategy<Value = (bool, Query)> {
    any::<bool>().prop_flat_map(|invented| (Just(invented), query_for(site(invented))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_count_is_what_counting_by_hand_gives((invented, query) in asked()) {
        check(site(invented), &query);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_count_is_what_the_click_finds((invented, query) in asked(), facet in prop::sample::select(Facet::ALL.to_vec())) {
        // Producers and communes by the hundred are left to the check above.
        let facet = if site(invented).index.values(facet).len() > 40 { Facet::Group } else { facet };
        check_clicks(site(invented), &query, facet);
    }
}

#[test]
fn nothing_asked_finds_all_and_counts_all() {
    for site in [&*SAMPLE, &*INVENTED] {
        check(site, &Query::default());
        for facet in Facet::ALL {
            let all: Vec<_> = site.catalog.products.iter().map(|p| held(&site.catalog, p, facet)).collect();
            let used: BTreeSet<&str> = all.iter().flatten().map(String::as_str).collect();
            assert_eq!(
                site.index.values(facet).iter().map(|v| v.slug.as_str()).collect::<BTreeSet<_>>(),
                used,
                "{facet:?}"
            );
            for value in site.index.values(facet) {
                assert_eq!(value.total, all.iter().filter(|own| own.contains(&value.slug)).count(), "{}", value.slug);
            }
        }
    }
}

#[test]
fn every_single_pick_finds_its_count() {
    for facet in Facet::ALL {
        for value in SAMPLE.index.values(facet) {
            assert_eq!(SAMPLE.index.count(&Query::only(facet, &value.slug)), value.total, "{facet:?} {}", value.slug);
        }
    }
}

#[test]
fn a_group_holds_all_below_it() {
    for value in SAMPLE.index.values(Facet::Group) {
        let parent = GroupId::of_slug(&value.slug).and_then(GroupId::parent);
        let Some(above) = parent.and_then(|g| SAMPLE.index.value(Facet::Group, g.get().slug)) else { continue };
        let level = |value| ocop::view::level(Facet::Group, value);
        assert!(level(above) + 1 == level(value) && above.total >= value.total, "{} below {}", value.slug, above.slug);
        let both = Query::default().toggled(Facet::Group, &value.slug).toggled(Facet::Group, &above.slug);
        assert_eq!(SAMPLE.index.count(&both), above.total);
    }
}

#[test]
fn or_inside_a_facet_and_between_facets() {
    let count = |q: &Query| SAMPLE.index.count(q);
    let four = Query::default().toggled(Facet::Stars, "4");
    let both = four.toggled(Facet::Stars, "3");
    assert_eq!(count(&both), count(&four) + count(&Query::default().toggled(Facet::Stars, "3")));
    let valid = four.toggled(Facet::State, "in-force");
    assert!(count(&valid) < count(&four) && count(&valid) > 0);
    assert_eq!(count(&valid), total(&SAMPLE.catalog, &valid));
    let unknown = Query::default().toggled(Facet::Market, "atlantis");
    assert_eq!(count(&unknown), 0);
    check(&SAMPLE, &unknown);
}

#[test]
fn picks_of_a_facet_never_empty_their_siblings() {
    let before = SAMPLE.index.find(&Query::default()).counts;
    let after = SAMPLE.index.find(&Query::default().toggled(Facet::Stars, "5")).counts;
    for value in SAMPLE.index.values(Facet::Stars) {
        assert_eq!(before.of(value), after.of(value));
    }
}
