//! Recognitions: 36 months to the day, never more exact than the source, and which of several counts.

use ocop::catalog::{Date, Recognition, Standing, Stars, State, Step, When, standing};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    match When::parse(text) {
        Some(When::Day(day)) => day,
        other => unreachable!("{text}: {other:?}"),
    }
}

fn given(stars: u8, when: &str) -> Recognition {
    let when = When::parse(when).unwrap_or(When::Unknown);
    Recognition { stars: Stars::new(stars), step: Step::Awarded, when, decision: None, authority: None, note: None }
}

fn proposed(stars: u8, when: &str) -> Recognition {
    Recognition { step: Step::Proposed, ..given(stars, when) }
}

#[track_caller]
fn states(when: &str, expected: &[(&str, State)]) {
    for (today, state) in expected {
        assert_eq!(given(4, when).state(day(today)), *state, "{when} on {today}");
    }
}

use State::{InForce, Lapsed, Undated};

#[test]
fn a_day_holds_to_the_same_day_three_years_later() {
    states(
        "23/11/2023",
        &[("23/11/2023", InForce), ("22/11/2026", InForce), ("23/11/2026", InForce), ("24/11/2026", Lapsed)],
    );
    states("31/12/2019", &[("31/12/2022", InForce), ("1/1/2023", Lapsed)]);
    states("1/1/2020", &[("1/1/2023", InForce), ("2/1/2023", Lapsed)]);
}

#[test]
fn a_leap_day_ends_on_the_last_of_february() {
    assert_eq!(given(4, "29/2/2024").until(), When::Day(day("28/2/2027")));
    states("29/2/2024", &[("28/2/2027", InForce), ("1/3/2027", Lapsed)]);
    states("28/2/2021", &[("28/2/2024", InForce), ("29/2/2024", Lapsed)]);
}

#[test]
fn a_month_lets_nobody_tell_within_the_month_of_its_end() {
    assert_eq!(given(4, "11/2023").until(), When::Month(2026, 11));
    states(
        "11/2023",
        &[("1/11/2026", InForce), ("2/11/2026", Undated), ("30/11/2026", Undated), ("1/12/2026", Lapsed)],
    );
    states("2/2021", &[("29/2/2024", Undated), ("1/3/2024", Lapsed)]);
    states("12/2023", &[("31/12/2026", Undated), ("1/1/2027", Lapsed)]);
}

#[test]
fn a_year_lets_nobody_tell_within_the_year_of_its_end() {
    assert_eq!(given(4, "2023").until(), When::Year(2026));
    states(
        "2023",
        &[
            ("31/12/2025", InForce),
            ("1/1/2026", InForce),
            ("2/1/2026", Undated),
            ("31/12/2026", Undated),
            ("1/1/2027", Lapsed),
        ],
    );
}

#[test]
fn without_one_date_nothing_is_said() {
    for when in ["", "2019|2020", "2020|2019"] {
        assert_eq!(given(4, when).until(), When::Unknown);
        states(when, &[("1/1/2019", Undated), ("23/11/2026", Undated), ("1/1/2200", Undated)]);
    }
}

#[test]
fn a_proposal_never_becomes_a_star() {
    for today in ["1/1/2020", "1/1/2030"] {
        assert_eq!(proposed(5, "2024").state(day(today)), State::Proposed);
    }
}

fn on(today: &str, all: &[Recognition]) -> Option<Standing> {
    standing(all, day(today))
}

/// Stars, state and higher proposal on 23/11/2026, whatever the order of the list.
fn counts(all: &[Recognition]) -> (Option<u8>, Option<State>, Option<u8>) {
    let told = |s: Option<Standing>| {
        (s.and_then(|s| s.stars).map(Stars::count), s.map(|s| s.state), s.and_then(|s| s.proposed).map(Stars::count))
    };
    let mut turned = all.to_vec();
    turned.reverse();
    assert_eq!(on("23/11/2026", all), on("23/11/2026", &turned), "the order counts");
    told(on("23/11/2026", all))
}

#[test]
fn what_counts_is_what_holds_whether_it_went_up_or_down() {
    assert_eq!(counts(&[]), (None, None, None));
    assert_eq!(counts(&[given(3, "2019"), given(4, "5/8/2024")]), (Some(4), Some(InForce), None), "up");
    assert_eq!(counts(&[given(4, "2019"), given(3, "5/8/2024")]), (Some(3), Some(InForce), None), "down");
    assert_eq!(counts(&[given(4, "2019"), given(4, "2024")]), (Some(4), Some(InForce), None), "renewed");
    assert_eq!(counts(&[given(4, "5/8/2024"), given(3, "5/8/2025")]), (Some(3), Some(InForce), None), "the newest");
    assert_eq!(counts(&[given(3, "5/8/2024"), given(4, "5/8/2024")]), (Some(4), Some(InForce), None), "the higher");
    assert_eq!(counts(&[given(5, "2018"), given(3, "")]), (Some(3), Some(Undated), None), "undated before lapsed");
    assert_eq!(counts(&[given(3, "2018"), given(4, "2020")]), (Some(4), Some(Lapsed), None));
}

#[test]
fn a_renewal_is_dated_by_itself() {
    let renewed = [given(4, "23/12/2019"), given(4, "10/1/2024")];
    let now = on("23/11/2026", &renewed);
    assert_eq!(now.map(|s| s.until), Some(When::Day(day("10/1/2027"))));
    assert_eq!(on("1/1/2028", &renewed).map(|s| (s.state, s.until)), Some((Lapsed, When::Day(day("10/1/2027")))));
}

#[test]
fn a_higher_star_put_forward_stands_beside_what_holds() {
    assert_eq!(counts(&[given(4, "2024"), proposed(5, "2025")]), (Some(4), Some(InForce), Some(5)));
    assert_eq!(counts(&[given(4, "2018"), proposed(5, "2025")]), (Some(4), Some(Lapsed), Some(5)));
    assert_eq!(counts(&[given(4, "2024"), proposed(4, "2025")]), (Some(4), Some(InForce), None), "not higher");
    assert_eq!(counts(&[given(0, "2024"), proposed(5, "2025")]), (None, Some(InForce), Some(5)), "no star stated");
    assert_eq!(counts(&[proposed(5, "2025")]), (Some(5), Some(State::Proposed), None));
    assert_eq!(counts(&[proposed(4, "2024"), proposed(5, "2025")]), (Some(5), Some(State::Proposed), None));
}

fn some_when() -> impl Strategy<Value = When> {
    let year = || 1950u16..2100;
    prop_oneof![
        Just(When::Unknown),
        (year(), year()).prop_map(|(a, b)| When::Either(a, b)),
        year().prop_map(When::Year),
        (year(), 1u8..=12).prop_map(|(y, m)| When::Month(y, m)),
        some_day().prop_map(When::Day),
    ]
}

fn some_day() -> impl Strategy<Value = Date> {
    (1950u16..2100, 1u8..=12, 1u8..=31).prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d))
}

proptest! {
    #[test]
    fn a_date_is_read_back_as_it_was_written(when in some_when()) {
        prop_assert_eq!(When::parse(&when.write()), Some(when));
    }

    #[test]
    fn a_term_ends_after_it_began_and_is_no_more_exact(when in some_when()) {
        match (when.span(), when.plus_months(36).span()) {
            (Some(from), Some(to)) => {
                prop_assert_eq!(std::mem::discriminant(&when), std::mem::discriminant(&when.plus_months(36)));
                prop_assert_eq!((to.0.year, to.1.year), (from.0.year + 3, from.1.year + 3));
            }
            (_, end) => prop_assert!(end.is_none()),
        }
    }

    #[test]
    fn a_recognition_never_comes_back_to_life(when in some_when(), a in some_day(), b in some_day()) {
        let age = |state| [InForce, Undated, Lapsed].iter().position(|s| *s == state);
        let one = Recognition { when, ..given(4, "") };
        let (early, late) = (one.state(a.min(b)), one.state(a.max(b)));
        prop_assert!(age(early) <= age(late), "{early:?} then {late:?}");
    }
}
