//! Slugs: readable, unique, and the same for ever.

use crate::sample::SHEETS;
use ocop::bundle::{read_gone, write_gone};
use ocop::catalog::Catalog;
use ocop::pick::Number;
use ocop::publish::{Holder, Kind, Register};
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};

fn holder(name: &str, producer: &str, commune: &str) -> Holder {
    Holder { name: name.into(), producer: producer.into(), commune: commune.into(), district: String::new() }
}

fn named(holders: &[Holder]) -> Vec<String> {
    Register::default().name(Kind::Product, holders)
}

#[test]
fn a_name_alone_gives_a_plain_slug() {
    assert_eq!(named(&[holder("Mắm tôm Lê Gia", "Công ty Lê Gia", "xã Hoằng Phụ")]), ["mam-tom-le-gia"]);
    assert_eq!(named(&[holder("Tương ớt Phúc Lộc Thọ (Spico)", "", "")]), ["tuong-ot-phuc-loc-tho-spico"]);
}

#[test]
fn what_would_collide_is_told_apart_by_its_own_content() {
    let all = [
        holder("Mắm tép", "HTX A", "xã B"),
        holder("Mắm tẹp", "HTX A", "xã B"),
        holder("Mắm tép", "HTX C", "xã B"),
        holder("Mắm tép", "", "xã D"),
    ];
    let slugs = named(&all);
    assert_eq!(slugs[2..], ["mam-tep-htx-c", "mam-tep-xa-d"]);
    assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), 4);
    assert!(slugs.iter().all(|s| s.starts_with("mam-tep-")));
}

#[test]
fn the_register_keeps_the_plain_slug_for_who_had_it_first() {
    let mut register = Register::default();
    let first = holder("Mắm tôm", "HTX A", "");
    assert_eq!(register.name(Kind::Product, std::slice::from_ref(&first)), ["mam-tom"]);
    assert_eq!(
        register.name(Kind::Product, &[holder("Mắm tôm", "HTX B", ""), first.clone()]),
        ["mam-tom-htx-b", "mam-tom"]
    );
    // The first is gone, and its name is not given away.
    assert_eq!(
        register.name(
            Kind::Product,
            &[holder("Mắm tôm", "HTX B", ""), holder("Mắm tôm", "HTX C", ""), holder("Mắm tôm", "HTX D", "")]
        )[1..],
        ["mam-tom-htx-c", "mam-tom-htx-d"]
    );
    assert_eq!(register.name(Kind::Product, &[first]), ["mam-tom"]);
}

#[test]
fn a_corrected_row_keeps_its_slug() {
    let mut register = Register::default();
    register.name(Kind::Product, &[holder("Mắm tôm", "", "xã A"), holder("Ổi", "", "")]);
    let corrected = [holder("Mắm tôm", "HTX Lê Gia", "xã A"), holder("Ổi", "", "")];
    assert_eq!(register.name(Kind::Product, &corrected), ["mam-tom", "oi"]);
    assert!(register.write().contains("mam-tom,product,Mắm tôm,HTX Lê Gia,xã A,"));
}

/// The slugs of names at one place after a change, and for which of them an entry was taken over or is asked about.
fn changed(before: &[&[&str]], after: &[&str]) -> (Vec<String>, [Vec<(usize, String)>; 2]) {
    let of = |names: &[&str]| names.iter().map(|name| holder(name, "HTX A", "xã B")).collect::<Vec<_>>();
    let mut register = Register::default();
    for names in before {
        register.name(Kind::Product, &of(names));
    }
    let after = of(after);
    let told = register.doubts(Kind::Product, &after);
    let told = told.map(|all| all.iter().map(|d| (d.0, d.1.to_owned())).collect());
    let slugs = register.name(Kind::Product, &after);
    assert_eq!(register.doubts(Kind::Product, &after), [vec![], vec![]], "what was built once is not told again");
    (slugs, told)
}

#[test]
fn a_slip_mended_in_a_name_keeps_its_slug_and_another_name_is_asked_about() {
    let one = |before: &str, after: &str| {
        let (slugs, told) = changed(&[&[before]], &[after]);
        (slugs[0].clone(), told.map(|all| all.len()))
    };
    assert_eq!(one("Nước mắn cốt", "Nước mắm cốt"), ("nuoc-man-cot".into(), [1, 0]));
    assert_eq!(one("Mắm tép Ba Làng", "Mắm tép BaLàng"), ("mam-tep-ba-lang".into(), [1, 0]));
    assert_eq!(one("Ổi lê", "Ổi lễ"), ("oi-le".into(), [1, 0]), "the same letters");
    // Another product, for all one knows: another word, another number, a short name.
    for (before, after) in [
        ("Mắm tôm", "Mắm tép"),
        ("Nước mắm 40N", "Nước mắm 30N"),
        ("Chả cá", "Chả cua"),
        ("Bánh gai", "Bánh gấc"),
        ("Rượu sim", "Rượu sâm"),
    ] {
        let own = ocop::text::slug(after);
        assert_eq!(one(before, after), (own, [0, 1]), "{before} → {after}");
    }
}

#[test]
fn a_slip_is_found_among_others_that_came_and_went() {
    let asked = |at: usize, slug: &str| (at, slug.to_owned());
    // What was withdrawn long ago is no reason to lose an address now.
    let (slugs, told) = changed(&[&["Mắm tôm", "Nước mắn cốt"], &["Nước mắn cốt"]], &["Nước mắm cốt"]);
    assert_eq!((slugs, told), (vec!["nuoc-man-cot".into()], [vec![asked(0, "nuoc-man-cot")], vec![]]));
    let (slugs, told) = changed(&[&["Nước mắn cốt"]], &["Nước mắm cốt", "Chè lam"]);
    assert_eq!(
        (slugs, told),
        (vec!["nuoc-man-cot".into(), "che-lam".into()], [vec![asked(0, "nuoc-man-cot")], vec![]])
    );
    // Two that are near: nobody can say which is which, and both are asked about.
    let (slugs, told) = changed(&[&["Nước mắn cốt", "Nước mắp cốt"]], &["Nước mắm cốt"]);
    assert_eq!((slugs, told[0].len(), told[1].len()), (vec!["nuoc-mam-cot".into()], 0, 1));
    // Of several that went, the one that shares most words; none where none does.
    let (_, told) = changed(&[&["Mắm tôm Ba Làng", "Chè lam"]], &["Mắm tôm đặc biệt Ba Làng", "Kẹo nhãn"]);
    assert_eq!(told, [vec![], vec![asked(0, "mam-tom-ba-lang")]]);
}

#[test]
fn a_producer_whose_products_all_have_another_one_was_renamed() {
    let maker = |name: &str| holder(name, "", "");
    let renamed = |before: [&Holder; 2], after: [&Holder; 2]| {
        let makers = |all: [&Holder; 2]| -> Vec<Holder> {
            let mut names: Vec<Holder> = all.iter().map(|h| maker(&h.producer)).collect();
            names.dedup();
            names
        };
        let mut register = Register::default();
        register.name(Kind::Product, &before.map(Holder::clone));
        register.name(Kind::Producer, &makers(before));
        let told = register.rename(&after.map(Holder::clone), &makers(after));
        register.name(Kind::Product, &after.map(Holder::clone));
        (told, register.name(Kind::Producer, &makers(after)))
    };
    let [a, b] = [&holder("Mắm tôm", "HTX A", "xã B"), &holder("Chè lam", "HTX A", "xã B")];
    let [new_a, new_b] =
        [&holder("Mắm tôm", "HTX Nông nghiệp Xanh", "xã B"), &holder("Chè lam", "HTX Nông nghiệp Xanh", "xã B")];
    assert_eq!(
        renamed([a, b], [new_a, new_b]),
        (vec![("HTX A".into(), "HTX Nông nghiệp Xanh".into())], vec!["htx-a".into()])
    );
    // One product went elsewhere: the producer is still there.
    assert_eq!(renamed([a, b], [a, new_b]).0, []);
    // Two that became one: whose address is it?
    let c = &holder("Chè lam", "HTX C", "xã B");
    assert_eq!(renamed([a, c], [new_a, new_b]), (vec![], vec!["htx-nong-nghiep-xanh".into()]));
}

#[test]
fn a_slug_is_never_the_photocopy_of_another_nor_too_long_for_a_file() {
    assert_ne!(named(&[holder("Gạo", "", ""), holder("Gạo BW", "", "")])[1], "gao-bw");
    let long = "Rất dài ".repeat(60);
    let slugs = named(&[holder(&long, "A", ""), holder(&long, &long, "")]);
    assert!(slugs.iter().all(|s| s.len() <= 120), "{slugs:?}");
    assert_ne!(slugs[0], slugs[1]);
}

#[test]
fn no_two_slugs_that_were_ever_given_share_a_number() {
    let mut seen: HashMap<Number, u32> = HashMap::new();
    let twins = (0..400_000).find_map(|i| Some((seen.insert(Number::of(&format!("p-{i}")), i)?, i)));
    let Some((one, other)) = twins else { unreachable!("400,000 numbers of 30 bits are hardly all different") };
    let [one, other] = [one, other].map(|i| holder(&format!("P {i}"), "", ""));
    let mut register = Register::default();
    let first = register.name(Kind::Product, std::slice::from_ref(&one));
    let both = register.name(Kind::Product, &[other, one]);
    assert_eq!(both[1..], first);
    assert_ne!(Number::of(&both[0]), Number::of(&both[1]), "{both:?}");
}

#[test]
fn what_was_withdrawn_is_named_from_the_register() {
    let mut catalog = SHEETS.catalog.clone();
    let slugs = |catalog: &Catalog| catalog.products.iter().map(|p| p.slug.clone()).collect::<Vec<_>>();
    assert_eq!(SHEETS.register.gone(Kind::Product, slugs(&catalog).iter()), []);
    let gone = catalog.products.remove(3);
    let named = SHEETS.register.gone(Kind::Product, slugs(&catalog).iter());
    assert_eq!(named, [(gone.slug.clone(), gone.name.vi.clone(), None)]);
    let pair = (gone.slug, gone.name.vi);
    assert_eq!(read_gone(&write_gone([[pair.0.as_str(), &pair.1]].into_iter())), Ok(vec![pair]));
}

fn some_holder() -> impl Strategy<Value = Holder> {
    let name = prop::sample::select(vec!["Mắm tép", "Mắm tẹp", "mam tep", "Mắm tép HTX A", "Ổi", "!", "Ổi bw"]);
    let producer = prop::sample::select(vec!["", "HTX A", "HTX Ạ", "HTX B"]);
    let commune = prop::sample::select(vec!["", "xã A", "xã B"]);
    (name, producer, commune).prop_map(|(n, p, c)| holder(n, p, c))
}

fn some_holders() -> impl Strategy<Value = Vec<Holder>> {
    prop::collection::hash_set(some_holder(), 0..12).prop_map(|set| set.into_iter().collect())
}

proptest! {
    #[test]
    fn slugs_are_unique_and_made_for_addresses(all in some_holders()) {
        let slugs = named(&all);
        prop_assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), all.len());
        for slug in slugs {
            prop_assert_eq!(&ocop::text::slug(&slug), &slug);
        }
    }

    #[test]
    fn without_a_register_the_order_of_rows_does_not_matter(all in some_holders(), turn in 0usize..12) {
        let mut turned = all.clone();
        turned.rotate_left(turn.min(all.len()));
        let mut slugs = named(&all);
        slugs.rotate_left(turn.min(all.len()));
        prop_assert_eq!(named(&turned), slugs);
    }

    #[test]
    fn with_the_register_new_rows_anywhere_change_no_slug(old in some_holders(), new in some_holders(), at in 0usize..12) {
        let mut register = Register::default();
        let before = register.name(Kind::Product, &old);
        let mut all = old.clone();
        let at = at.min(all.len());
        all.splice(at..at, new.into_iter().filter(|n| !old.contains(n)).collect::<Vec<_>>());
        let after = register.name(Kind::Product, &all);
        for (holder, slug) in old.iter().zip(&before) {
            let now = all.iter().position(|h| h == holder).map(|i| &after[i]);
            prop_assert_eq!(now, Some(slug));
        }
        prop_assert_eq!(after.iter().collect::<HashSet<_>>().len(), all.len());
        prop_assert_eq!(register.name(Kind::Product, &all), after);
    }
}
