//! A site kept on a device: nothing is sealed before it is whole, nothing is fetched twice, every run ends; when to look
//! for a newer version; what is told of how things stand.

use ocop::offline::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};

fn file(hash: u8, path: &str) -> File {
    File { hash: format!("{hash:032x}"), size: 1000 + u32::from(hash), path: path.into() }
}

/// Lists in which the same content may stand under several paths.
fn lists() -> impl Strategy<Value = List> {
    let path = |i: usize, picture: bool| {
        if picture { format!("catalog/tile/{i}.svg") } else { format!("page-{i}.js") }
    };
    prop::collection::vec((0u8..30, any::<bool>()), 1..40).prop_map(move |all| {
        // The same content is a picture everywhere, or nowhere.
        let files = all.iter().enumerate().map(|(i, (hash, _))| file(*hash, &path(i, hash % 2 == 0))).collect();
        List { day: "2026-11-28".into(), files }
    })
}

fn fetches() -> impl Strategy<Value = Vec<Got>> {
    let got = prop_oneof![8 => Just(Got::Whole), 2 => Just(Got::Silent), 1 => Just(Got::Other), 1 => Just(Got::Full)];
    prop::collection::vec(got, 0..200)
}

/// What happened in a run.
struct Run {
    held: HashSet<String>,
    fetched: BTreeMap<String, usize>,
    end: Next,
    progress: Progress,
}

/// Run until it ends; fetches end in an order of the dice's, as they were told to. `over` follows when they are used up.
fn run(list: &List, held: &HashSet<String>, gots: &[Got], over: Got, order: &[usize]) -> Run {
    let mut fill = Fill::begin(list.clone(), held);
    let mut run = Run { held: held.clone(), fetched: BTreeMap::new(), end: Next::Wait, progress: fill.progress() };
    let (mut flying, mut gots, mut order) = (Vec::new(), gots.iter(), order.iter().cycle());
    for _ in 0..10_000 {
        match fill.next() {
            Next::Fetch(at) => {
                let file = &list.files[at];
                assert!(!run.held.contains(&file.hash), "{} is held", file.path);
                *run.fetched.entry(file.hash.clone()).or_default() += 1;
                flying.push(at);
                assert!(flying.len() <= 4, "more than four at once");
                continue;
            }
            Next::Rest(_) => assert!(flying.is_empty(), "a rest while fetches are on their way"),
            Next::Wait => {
                assert!(!flying.is_empty(), "nothing to wait for");
                let at = flying.swap_remove(order.next().unwrap_or(&0) % flying.len());
                let got = *gots.next().unwrap_or(&over);
                if got == Got::Whole {
                    run.held.insert(list.files[at].hash.clone());
                }
                fill.told(at, got);
            }
            end => {
                assert!(flying.is_empty(), "it ends while fetches are on their way");
                run.end = end;
                run.progress = fill.progress();
                return run;
            }
        }
    }
    unreachable!("it never ends");
}

proptest! {
    #[test]
    fn nothing_is_sealed_before_it_is_whole_and_every_run_ends(
        list in lists(), gots in fetches(), order in prop::collection::vec(0usize..4, 1..9), kept in prop::collection::vec(0u8..30, 0..9),
    ) {
        let held: HashSet<String> = kept.iter().map(|hash| file(*hash, "x").hash).collect();
        for over in [Got::Whole, Got::Silent, Got::Other, Got::Full] {
            let run = run(&list, &held, &gots, over, &order);
            let whole = list.files.iter().all(|file| run.held.contains(&file.hash));
            prop_assert_eq!(run.end == Next::Seal, whole, "{:?}", run.end);
            prop_assert_eq!(run.progress.bytes == run.progress.all_bytes, whole);
            let own: HashSet<&String> = list.files.iter().map(|file| &file.hash).collect();
            let there = |hash: &&String| run.held.contains(hash.as_str());
            let pictures = own.iter().copied().filter(there).filter(|hash| u8::from_str_radix(hash, 16).unwrap_or(1) % 2 == 0);
            prop_assert_eq!(run.progress.pictures, pictures.count());
        }
    }

    #[test]
    fn the_next_run_goes_on_where_one_stopped(list in lists(), gots in fetches(), order in prop::collection::vec(0usize..4, 1..9)) {
        let first = run(&list, &HashSet::new(), &gots, Got::Silent, &order);
        let second = run(&list, &first.held, &[], Got::Whole, &order);
        prop_assert_eq!(&second.end, &Next::Seal);
        let all: HashSet<&String> = list.files.iter().map(|file| &file.hash).collect();
        prop_assert_eq!(second.fetched.len() + first.held.len(), all.len(), "only the rest is fetched");
        prop_assert!(second.fetched.values().all(|times| *times == 1), "no content twice");
    }

    #[test]
    fn a_list_is_read_as_it_was_written_and_never_cut_short(list in lists(), cut in 0usize..4000) {
        let text = list.write();
        prop_assert_eq!(List::read(&text), Some(list.clone()));
        let cut = text.get(..cut.min(text.len() - 1)).unwrap_or_default();
        if let Some(short) = List::read(cut) {
            // Whoever is told fewer files than there are cannot know; the version, a hash of all of it, tells.
            prop_assert!(cut.ends_with('\n') && short.files.len() < list.files.len());
        }
    }

    #[test]
    fn a_look_is_never_further_away_than_it_should_be(now in 0.0..1e13f64, ago in -1e9..1e9f64, failed in any::<bool>()) {
        let wait = wait(now, Some(now - ago), failed);
        let every = if failed { AGAIN } else { EVERY };
        prop_assert!((0.0..=every).contains(&wait));
        prop_assert_eq!(wait == 0.0, ago < 0.0 || ago >= every, "a clock set back is no reason never to look again");
    }
}

#[test]
fn lists_that_are_none_are_refused() {
    let good = "ocop offline 1\n2026-11-28\n00000000000000000000000000000001 12 a b.js\n";
    assert_eq!(List::read(good).map(|list| list.files[0].path.clone()), Some("a b.js".into()));
    for bad in [
        "",
        "<!doctype html>\n",
        "ocop offline 2\n2026-11-28\n00000000000000000000000000000001 12 a\n",
        "ocop offline 1\n2026-11-28\n",
        "ocop offline 1\n2026-11-28\n0000000000000000000000000000001 12 a\n",
        "ocop offline 1\n2026-11-28\n0000000000000000000000000000000g 12 a\n",
        "ocop offline 1\n2026-11-28\n00000000000000000000000000000001 -1 a\n",
        "ocop offline 1\n2026-11-28\n00000000000000000000000000000001 12 \n",
        "ocop offline 1\n2026-11-28\n00000000000000000000000000000001 12 a",
    ] {
        assert_eq!(List::read(bad), None, "{bad:?}");
    }
}

#[test]
fn a_full_device_and_a_changing_site_stop_at_once_a_silent_server_after_some_tries() {
    let list = List { day: String::new(), files: (0..9).map(|i| file(i, &format!("{i}.js"))).collect() };
    let tell = |got: Got| run(&list, &HashSet::new(), &[], got, &[0]);
    let full = tell(Got::Full);
    assert_eq!((full.end, full.fetched.values().sum::<usize>()), (Next::Stop(Why::Full), 4));
    assert!(matches!(tell(Got::Other).end, Next::Stop(Why::Changed(path)) if path.ends_with(".js")));
    let silent = tell(Got::Silent);
    assert_eq!(silent.end, Next::Stop(Why::Silent));
    assert_eq!(silent.fetched.values().sum::<usize>(), 4 + TRIES - 1, "one alone after each rest");
}

#[test]
fn what_a_browser_loses_of_what_came_is_fetched_once_more() {
    let list = List { day: "2026-11-28".into(), files: (0..9).map(|n| file(n, &format!("page-{n}.js"))).collect() };
    let all: HashSet<String> = list.files.iter().map(|file| file.hash.clone()).collect();
    let came = Fill::begin(list.clone(), &all);
    assert!(came.lost(&all).is_none());
    let left = all.iter().filter(|hash| **hash != list.files[4].hash).cloned().collect();
    let mut again = came.lost(&left).unwrap_or_else(|| came.clone());
    assert_eq!(again.next(), Next::Fetch(4));
    assert_eq!(again.progress().bytes, came.progress().bytes - u64::from(list.files[4].size));
}

/// Pages of a version of before are served for half an hour after each one that took over, whatever was noted of another.
#[test]
fn versions_of_before_go_half_an_hour_after_the_one_that_serves_took_over() {
    let begun = |note: &str, active: &str, now: f64| match rest(note, active, now) {
        Rest::Begin(note) => note,
        other => unreachable!("{other:?} of {note}"),
    };
    let note = begun("", "b", 1_000.0);
    assert_eq!(rest(&note, "b", 1_000.0), Rest::Wait);
    assert_eq!(rest(&note, "b", EVERY + 999.0), Rest::Wait);
    assert_eq!(rest(&note, "b", EVERY + 1_000.0), Rest::Over);
    // A third took over meanwhile; and a clock was set back; and a note of the days when it named no version.
    let third = begun(&note, "c", EVERY);
    assert_eq!(rest(&third, "c", EVERY + 1_000.0), Rest::Wait);
    assert_eq!(rest(&begun(&third, "c", 500.0), "c", EVERY + 500.0), Rest::Over);
    begun("1000", "b", 2.0 * EVERY);
}

#[test]
fn how_things_stand_is_told_of_every_state_of_a_browser() {
    let ready =
        Seen { able: true, worker: true, newer: false, sealed: vec!["a".into()], active: Some("a".into()), some: true };
    assert_eq!(stand(&Seen::default()), Stand::Unable);
    assert_eq!(stand(&Seen { able: true, ..Seen::default() }), Stand::Nothing);
    assert_eq!(stand(&Seen { able: true, some: true, ..Seen::default() }), Stand::Begun);
    assert_eq!(stand(&ready), Stand::Ready);
    assert_eq!(stand(&Seen { newer: true, sealed: vec!["a".into(), "b".into()], ..ready.clone() }), Stand::Newer);
    assert_eq!(stand(&Seen { sealed: vec!["b".into()], ..ready.clone() }), Stand::Lost);
    assert_eq!(stand(&Seen { active: None, ..ready }), Stand::Lost);
}
