//! A booth decides by plain rules: settings travel in a link, a visitor is warned before being erased, every product comes,
//! a visit is counted and not spied on, a table is harmless.

use crate::sample::SAMPLE;
use ocop::booth::{
    Diary, Idle, Kind, Lack, Missing, Note, Part, Pin, Plan, RESTS, Round, Seen, Stage, Tries, WARNING, Watch, aside,
    back, held, of_visitor, read_notes, table, write_notes,
};
use ocop::catalog::Date;
use ocop::page::booth::{listed, products};
use ocop::pick::{Item, List, pack};
use ocop::query::{Facet, Query};
use ocop::route::{Address, Lang, Route};
use proptest::prelude::*;
use std::sync::LazyLock;

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        Just(Part::All),
        (0..Part::FACETS.len(), "[a-z0-9-]{1,40}").prop_map(|(at, slug)| Part::Of(Part::FACETS[at], slug)),
        "[0-9A-Z]{1,80}".prop_map(Part::Picks),
    ]
}

/// Made once: that takes its time on purpose.
fn pin() -> Pin {
    static PIN: LazyLock<Option<Pin>> = LazyLock::new(|| Pin::new("2468", 7));
    PIN.clone().unwrap_or_else(|| unreachable!("four digits"))
}

fn other_pin() -> Pin {
    static PIN: LazyLock<Option<Pin>> = LazyLock::new(|| Pin::new("1357", 7));
    PIN.clone().unwrap_or_else(|| unreachable!("four digits"))
}

fn day() -> Date {
    Date::new(2026, 11, 28).unwrap_or_else(|| unreachable!("a day"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn settings_and_their_link_are_inverses(part in part(), hall in "[^\\s\u{0}]{0,40}", stand in "(\\PC){0,20}", en: bool, rest in 0..RESTS.len(), awake: bool) {
        let lang = if en { Lang::En } else { Lang::Vi };
        let plan = Plan { part, hall, stand: stand.split_whitespace().collect::<Vec<_>>().join(" "), lang, rest: RESTS[rest], awake, pin: pin() };
        let written = plan.write();
        prop_assert_eq!(Plan::read(&written), Some(plan.clone()));
        prop_assert_eq!(Plan::read(&format!("utm=1&{written}&x=%FF")), Some(plan.clone()));
        // The PIN is in no part of it: with another one only the part that belongs to the PIN is another.
        prop_assert!(!pin().write().contains("2468"));
        let other = Plan { pin: other_pin(), ..plan }.write();
        prop_assert_eq!(written.replace(&pin().write(), ""), other.replace(&other_pin().write(), ""));
    }

    #[test]
    fn any_link_is_read_without_harm(text in "\\PC{0,200}", tail in "[a-z=&%0-9]{0,80}") {
        let read = Plan::read(&format!("{text}&{tail}&pin={}", pin().write()));
        prop_assert!(read.is_none_or(|plan| RESTS.contains(&plan.rest) && plan.hall.chars().count() <= 40));
        let _ = (Diary::read(&text), read_notes(&text), Tries::read(&text), Pin::read(&text));
    }

    /// Whatever happens when: nobody is erased who has touched within the rest and the warning, and nobody stays for ever.
    #[test]
    fn a_visitor_is_warned_before_being_erased(events in prop::collection::vec((0_u64..90_000, 0..10), 1..200), rest in 0..RESTS.len()) {
        let rest = u64::from(RESTS[rest]);
        let mut idle = Idle::new(rest as u32);
        let (mut now, mut touched, mut warned) = (1_000_000_u64, None, None);
        for (pause, what) in events {
            now += pause;
            if what < 3 {
                idle.touch(now);
                prop_assert_eq!(idle.stage(), Stage::Use);
                (touched, warned) = (Some(now), None);
            } else if idle.tick(now) {
                prop_assert!(warned.is_some_and(|since| now - since >= WARNING), "erased without a whole warning");
                prop_assert!(touched.is_some_and(|since| now - since >= rest * 1000 + WARNING));
                prop_assert_eq!(idle.stage(), Stage::Attract);
                (touched, warned) = (None, None);
            } else if let Stage::Warn(left) = idle.stage() {
                let since = *warned.get_or_insert(now);
                prop_assert!(touched.is_some_and(|since| now - since >= rest * 1000));
                prop_assert_eq!(u64::from(left), (WARNING - (now - since)).div_ceil(1000));
            }
        }
        idle.touch(now);
        let erased = (1..=rest + WARNING / 1000 + 1).filter(|second| idle.tick(now + second * 1000)).count();
        prop_assert_eq!(erased, 1);
    }

    #[test]
    fn a_clock_that_is_set_back_keeps_nobody_for_ever(back in 0_u64..u64::MAX / 2) {
        let mut idle = Idle::new(60);
        idle.touch(u64::MAX / 2);
        let now = u64::MAX / 2 - back;
        prop_assert!(!idle.tick(now));
        prop_assert_eq!((0..=86).filter(|second| idle.tick(now + second * 1000)).count(), 1);
    }

    #[test]
    fn every_product_comes_once_a_round_and_none_twice_in_a_row(seed: u64, count in 0_u32..300) {
        let mut round = Round::new(seed, count);
        let all: Vec<u32> = (0..count * 3).filter_map(|_| round.step()).collect();
        prop_assert_eq!(all.len(), count as usize * 3);
        for once in all.chunks(count.max(1) as usize) {
            let mut sorted = once.to_vec();
            sorted.sort_unstable();
            prop_assert!(sorted.into_iter().eq(0..count));
        }
        prop_assert!(count < 2 || all.windows(2).all(|pair| pair[0] != pair[1]));
        let mut same = Round::new(seed, count);
        prop_assert!(all.iter().all(|one| same.step() == Some(*one)));
    }

    #[test]
    fn the_diary_and_the_notes_are_kept_as_they_are(seen in prop::collection::vec((any::<bool>(), "\\PC{0,30}"), 0..40), wish in "(\\PC|\n|\t){0,80}", name in "\\PC{0,30}") {
        let mut diary = Diary::default();
        for (product, what) in seen {
            diary.visit(day());
            diary.take(day());
            diary.see(day(), if product { Seen::Product(what) } else { Seen::Search(what) });
        }
        prop_assert_eq!(&Diary::read(&diary.write()), &diary);
        let total: u32 = diary.of(day(), Kind::Visit).iter().map(|c| c.times).sum();
        let others: u32 = [Kind::Product, Kind::Search].iter().flat_map(|k| diary.of(day(), *k)).map(|c| c.times).sum();
        prop_assert_eq!(total, others);
        for kind in Kind::ALL {
            prop_assert!(diary.of(day(), kind).windows(2).all(|pair| pair[0].times >= pair[1].times));
        }
        let note = Note { day: day(), minute: 601, name, contact: "0912 345 678".into(), wish, page: "san-pham/a/".into(), list: "0020".into() };
        let note = note.new(true);
        prop_assert!(note.is_ok());
        let notes: Vec<Note> = note.into_iter().collect();
        prop_assert_eq!(read_notes(&write_notes(&notes)), notes);
    }

    #[test]
    fn no_cell_of_a_table_is_a_formula_and_none_breaks_out(cells in prop::collection::vec("(\\PC|[=+@\",\n\r\t-]){0,20}", 1..6)) {
        let text = table(&[cells.clone(), cells.clone()]);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        prop_assert_eq!(rows.len(), 2);
        for cell in rows.iter().flatten() {
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
        }
        prop_assert_eq!(rows[0].len(), cells.len());
    }

    /// A search that is typed letter by letter, with letters taken back, is one search.
    #[test]
    fn a_typed_search_is_counted_once(words in "[a-z]{2,12}( [a-z]{1,8})?", slips in prop::collection::vec(1_usize..12, 0..4)) {
        let mut watch = Watch::default();
        let list = |text: &str| Address::new(Lang::Vi, Route::List(Query::default().typed(text)));
        let mut told = watch.see(&list(""));
        for end in 1..=words.len() {
            told.extend(watch.see(&list(&words[..end])));
            if slips.contains(&end) {
                told.extend(watch.see(&list(&words[..end - 1])));
            }
        }
        prop_assert!(told.is_empty(), "counted while being typed: {told:?}");
        told.extend(watch.see(&Address::new(Lang::Vi, Route::Product("a".into()))));
        told.extend(watch.see(&list(&words)));
        told.extend(watch.see(&Address::new(Lang::Vi, Route::Product("a".into()))));
        told.extend(watch.end());
        prop_assert_eq!(told, [Seen::Search(words.clone()), Seen::Product("a".into())]);
    }
}

/// However much is searched at a fair, visits and codes are counted to its last day.
#[test]
fn a_full_diary_still_counts_visits() {
    let mut diary = Diary::default();
    (0..5_000).for_each(|n| diary.see(day(), Seen::Search(format!("tìm {n}"))));
    let full = diary.counts().len();
    let mut next = Diary::read(&diary.write());
    next.visit(day());
    next.visit(day());
    next.take(day());
    next.see(day(), Seen::Search("một lần nữa".into()));
    let next = Diary::read(&next.write());
    let times = |kind| next.of(day(), kind).iter().map(|count| count.times).sum::<u32>();
    assert_eq!((times(Kind::Visit), times(Kind::Take)), (2, 1));
    assert_eq!((full, next.counts().len()), (4_000, 4_002), "what else is new finds no room");
}

#[test]
fn a_note_needs_a_way_to_answer_and_consent() {
    let note = |contact: &str| Note {
        day: day(),
        minute: 0,
        name: "  Lê  Thị\nHoa ".into(),
        contact: contact.into(),
        wish: String::new(),
        page: String::new(),
        list: String::new(),
    };
    for contact in ["", "12345", "a@b", "@b.vn", "gọi tôi"] {
        assert_eq!(note(contact).new(true), Err(Missing::Contact), "{contact}");
    }
    for contact in ["0912 345 678", "+84 912 345 678", "hoa@vidu.vn"] {
        assert_eq!(note(contact).new(false), Err(Missing::Consent), "{contact}");
        assert_eq!(note(contact).new(true).map(|n| n.name), Ok("Lê Thị Hoa".into()), "{contact}");
    }
    // As long as its field takes.
    let long = "0912 345 678, phong.kinh.doanh@cong-ty-vi-du-thanh-hoa.vn.vn";
    assert_eq!(note(long).new(true).map(|n| n.contact), Ok(long.into()));
}

#[test]
fn what_looks_personal_is_not_counted() {
    let mut watch = Watch::default();
    for text in ["hoa@vidu.vn", "0912345678", "tôi tên Hoa 0912 345 678", "a"] {
        let told = watch.see(&Address::new(Lang::Vi, Route::List(Query::default().typed(text))));
        assert_eq!(told, [], "{text}");
    }
    assert_eq!(watch.end(), []);
}

#[test]
fn a_telephone_number_stays_one_in_a_table() {
    assert!(table(&[vec!["0912345678".into()]]).contains("\"0912 345 678\""));
    assert!(table(&[vec!["+84912345678".into()]]).contains("\"'+84912345678\""));
}

/// A part that is mistyped is not taken for another: nothing is shown in its place, and it is said why.
#[test]
fn a_part_that_cannot_be_shown_is_never_all_of_it() {
    let site = &*SAMPLE;
    let of = |query: &str| Plan::read(&[query, "&pin=", &pin().write()].concat()).map(|plan| plan.part);
    let shown = |query: &str| of(query).map(|part| products(site, &part).map(|ids| ids.len()));
    let all = site.catalog.products.len();
    assert_eq!(shown(""), Some(Ok(all)));
    assert_eq!(shown("utm=x"), Some(Ok(all)));
    for gone in ["producer=nobody", "group=Th%E1%BB%B1c+ph%E1%BA%A9m", "commune=", "district=%00"] {
        assert_eq!(shown(gone), Some(Err(Lack::Empty)), "{gone}");
    }
    let two: List =
        site.catalog.products.iter().take(2).map(|p| Item { slug: p.slug.clone(), ..Item::default() }).collect();
    let code = pack(&two);
    assert_eq!(shown(&format!("list={code}")), Some(Ok(2)));
    // The last two letters check, where they are there.
    for end in 0..code.len() - 2 {
        assert_eq!(shown(&format!("list={}", &code[..end])), Some(Err(Lack::Unreadable)), "{end} letters");
        assert_eq!(
            listed(&code[..end]).err(),
            Some(if end == 0 { Lack::Nothing } else { Lack::Unreadable }),
            "{end} letters"
        );
    }
    for odd in ["list=%C3%A1", "list=https", "list=-"] {
        assert_eq!(shown(odd), Some(Err(Lack::Unreadable)), "{odd}");
    }
    for pasted in [
        code.clone(),
        format!(" {code}\n"),
        format!("https://example.vn/x/chon/?list={code}&via=zalo"),
        format!("chon/?list={code}#a"),
    ] {
        assert_eq!(listed(&pasted), Ok(code.clone()), "{pasted}");
    }
}

/// Links to lists stay in the part that a booth shows, whatever else they ask, and only once.
#[test]
fn lists_of_a_booth_stay_in_its_part() {
    let part = Part::Of(Facet::Producer, "le-gia".into());
    for query in [Query::default(), Query::default().typed("mam").toggled(Facet::Stars, "4")] {
        let to = |query: Query| Address::new(Lang::En, Route::List(query));
        let own = to(query.clone().toggled(Facet::Producer, "le-gia"));
        assert_eq!(held(&part, &to(query.clone())), Some(own.clone()));
        assert_eq!(held(&part, &own), None);
        // Who has chosen another producer by hand is not led back.
        assert_eq!(held(&part, &to(query.clone().toggled(Facet::Producer, "other"))), None);
        assert_eq!(held(&Part::All, &to(query.clone())), None);
        assert_eq!(held(&Part::Picks("0020".into()), &to(query)), None);
    }
    assert_eq!(held(&part, &Address::new(Lang::Vi, Route::Producers)), None);
}

#[test]
fn what_is_kept_goes_with_its_visitor_unless_it_is_the_devices() {
    for name in ["ocop.recent", "ocop.picks", "ocop.something-new", "ocop.boothless"] {
        assert!(of_visitor(name), "{name}");
        // The exhibitor's own stands aside under a name that is no visitor's, and comes back under its own.
        let own = aside(name).unwrap_or_default();
        assert!(!of_visitor(&own) && back(&own).as_deref() == Some(name), "{name}: {own}");
    }
    for name in ["ocop.booth.plan", "ocop.booth.notes", "ocop.offline.ready", "another-site"] {
        assert!(!of_visitor(name) && aside(name).is_none() && back(name).is_none(), "{name}");
    }
}
