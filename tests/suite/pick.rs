//! Lists of what was picked: kept and read back, changed, and packed into codes that hold whatever becomes of the catalogue.

use crate::sample::SAMPLE;
use ocop::pick::{DEAREST, Item, LONGEST, List, MOST, Number, pack, quantity, unpack};
use ocop::route::Lang;
use proptest::prelude::*;
use std::collections::HashSet;

fn item() -> impl Strategy<Value = Item> {
    ("[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", prop_oneof![Just(0), 1..=DEAREST], "\\PC{0,12}")
        .prop_map(|(slug, quantity, note)| Item { slug, quantity, note })
}

fn list(most: usize) -> impl Strategy<Value = List> {
    prop::collection::vec(item(), 0..=most).prop_map(List::from_iter)
}

fn sent(list: &List) -> Vec<(Number, u16)> {
    list.items().iter().map(|item| (Number::of(&item.slug), item.quantity)).collect()
}

proptest! {
    #[test]
    fn a_list_is_read_back_as_it_was_kept(list in list(20)) {
        prop_assert_eq!(List::read(&list.write()), list);
    }

    #[test]
    fn whatever_was_kept_is_read_without_harm(text in "(\\PC|\t|\n){0,80}") {
        let list = List::read(&text);
        prop_assert_eq!(List::read(&list.write()), list.clone());
        let slugs: HashSet<&str> = list.items().iter().map(|item| item.slug.as_str()).collect();
        prop_assert_eq!(slugs.len(), list.items().len());
    }

    #[test]
    fn lists_are_joined_as_far_as_there_is_room(one in list(20), other in list(20), more in 0..MOST) {
        let mut joined: List = (0..more).map(|n| Item { slug: format!("p--{n}"), ..Item::default() }).chain(one.items().iter().cloned()).collect();
        let before = joined.clone();
        let left = joined.join(&other);
        let new = other.items().iter().filter(|item| !before.has(&item.slug)).count();
        prop_assert_eq!(joined.items().len() + left, before.items().len() + new);
        prop_assert!(left == 0 || joined.items().len() == MOST);
        prop_assert_eq!(&joined.items()[..before.items().len()], before.items());
    }

    #[test]
    fn a_code_says_which_products_how_many_and_in_which_order(list in list(40)) {
        let code = pack(&list);
        prop_assert!(code.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()), "{}", code);
        for written in [code.clone(), code.to_lowercase(), code.clone() + ".", code + ")"] {
            let read = unpack(&written).unwrap_or_default();
            prop_assert_eq!(&read.items, &sent(&list), "{}", written);
            prop_assert_eq!(read.count, list.items().len());
        }
    }

    #[test]
    fn a_code_whose_end_is_lost_still_says_what_came_and_how_many_there_were(list in list(20), cut in 0usize..200) {
        let code = pack(&list);
        let cut = 3 + cut % (code.len() - 2);
        let read = unpack(&code[..cut.min(code.len())]).unwrap_or_default();
        prop_assert_eq!(read.count, list.items().len());
        prop_assert_eq!(&read.items[..], &sent(&list)[..read.items.len()]);
    }

    #[test]
    fn any_text_is_a_code_or_none(text in "\\PC{0,60}") {
        if let Some(read) = unpack(&text) {
            prop_assert!(read.items.len() <= read.count);
        }
    }

    #[test]
    fn a_product_moves_by_one_and_nothing_else_does(list in list(8), at in 0usize..8, up: bool) {
        let Some(item) = list.items().get(at).cloned() else { return Ok(()) };
        let mut moved = list.clone();
        moved.shift(&item.slug, up);
        let to = if up { at.saturating_sub(1) } else { (at + 1).min(list.items().len() - 1) };
        prop_assert_eq!(&moved.items()[to], &item);
        moved.shift(&item.slug, !up);
        prop_assert!(moved == list || at == to);
    }

    #[test]
    fn joining_keeps_what_was_there(own in list(8), other in list(8)) {
        let mut both = own.clone();
        both.join(&other);
        prop_assert_eq!(&both.items()[..own.items().len()], own.items());
        prop_assert!(other.items().iter().all(|item| both.has(&item.slug)));
        let again = both.clone();
        both.join(&other);
        prop_assert_eq!(both, again);
    }
}

#[test]
fn a_list_holds_so_many_and_each_once() {
    let mut list = List::from_iter((0..MOST + 50).map(|i| Item { slug: format!("p-{i}"), ..Item::default() }));
    assert_eq!(list.items().len(), MOST);
    assert_eq!(unpack(&pack(&list)).map(|sent| sent.items.len()), Some(MOST));
    list.toggle("p-0");
    assert!(!list.has("p-0"));
    list.toggle("p-0");
    assert_eq!(list.items().last().map(|item| item.slug.as_str()), Some("p-0"));
    list.count("p-1", u16::MAX);
    list.note("p-1", &"một\tdòng\n".repeat(60));
    let first = &list.items()[0];
    assert_eq!((first.quantity, first.note.chars().count()), (DEAREST, LONGEST));
    assert!(first.note.starts_with("một dòng một"));
    for wrong in ["", "Mắm", "a b", "a\tb", "../x"] {
        list.add(Item { slug: wrong.into(), ..Item::default() });
    }
    assert_eq!(list.items().len(), MOST);
}

#[test]
fn a_wrong_letter_is_noticed() {
    let mut list = List::from_iter((0..6).map(|i| Item { slug: format!("p-{i}"), ..Item::default() }));
    list.count("p-2", 40);
    let code = pack(&list);
    let (mut passed, mut all) = (0, 0);
    for at in 3..code.len() {
        for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|letter| !code[at..].starts_with(*letter)) {
            let read = unpack(&format!("{}{letter}{}", &code[..at], &code[at + 1..]));
            passed += usize::from(read.is_some_and(|read| read.items.len() == read.count));
            all += 1;
        }
    }
    // Ten bits check it.
    assert!(all > 1000 && passed * 300 < all, "{passed} of {all}");
}

/// Links of today must be read by every later version: this one was written on 28 November 2026.
#[test]
fn a_code_once_given_is_read_for_ever() {
    let mut list = List::EMPTY;
    list.toggle("mam-tom-le-gia");
    list.toggle("nuoc-mam-le-gia-cot-dac-biet-40n");
    assert_eq!(pack(&list), "002XJJ73N6ZFYV7XX");
    list.count("mam-tom-le-gia", 250);
    assert_eq!(pack(&list), "102XJJ73NZA6ZFYV70B9");
}

#[test]
fn no_two_products_of_the_sample_share_a_number() {
    let all: HashSet<Number> = SAMPLE.catalog.products.iter().map(|p| Number::of(&p.slug)).collect();
    assert_eq!(all.len(), SAMPLE.catalog.products.len());
}

#[test]
fn a_quantity_is_what_was_typed_or_none() {
    for (typed, count) in [("", 0), (" 12 ", 12), ("9999", 9999), ("1.000", 1000), ("9,999", 9999)] {
        assert_eq!(quantity(typed), Some(count), "{typed}");
    }
    for typed in [
        "10000",
        "1,5",
        "1.5",
        "12.000",
        "1.0000",
        "0.500",
        ".",
        ",000",
        "1000.000",
        "2,5 kg",
        "-3",
        "5 thùng",
        "mười",
        "1 2",
        "99999999999999999999",
    ] {
        assert_eq!(quantity(typed), None, "{typed}");
    }
}

#[test]
fn a_full_list_says_so_where_one_more_is_picked() {
    let items = |many: usize| (0..many).map(|i| Item { slug: format!("p-{i}"), ..Item::default() });
    let of = |list: &List, at: usize| {
        let see = ocop::view::See { picks: list, ..SAMPLE.see(Lang::Vi) };
        ocop::view::pick(see, &SAMPLE.catalog.products[at]).to_html()
    };
    let full = List::from_iter(
        [Item { slug: SAMPLE.catalog.products[0].slug.clone(), ..Item::default() }].into_iter().chain(items(MOST - 1)),
    );
    let said = format!("Đã đủ {MOST}");
    assert!(full.is_full() && of(&full, 1).contains(&said));
    // What is on it can be taken off.
    assert!(!of(&full, 0).contains(&said) && of(&full, 0).contains("Chọn"));
    assert!(!of(&List::from_iter(items(MOST - 1)), 1).contains(&said));
}
