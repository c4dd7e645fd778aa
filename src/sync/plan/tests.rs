//! The rules as tables, and what must hold for any input.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::domain::{
    Clean, Event, EventTime, Facts, Finding, NumberRole, Report, Standing, State, Status, SubStatus, Trouble,
};

fn now() -> DateTime<Utc> {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

fn number(n: usize) -> TrackingNumber {
    TrackingNumber::parse(&format!("LP0062096{n:05}")).unwrap()
}

fn profile(id: &'static str, batch: usize, daily_budget: Option<u32>) -> Profile {
    Profile {
        id,
        name: id,
        fits: |_| true,
        secrets: &[],
        batch,
        parallel: 2,
        gap: Duration::ZERO,
        daily_budget,
        min_interval: Duration::from_secs(600),
        base_url: "http://localhost",
        page: "",
        key_hint: "",
    }
}

fn watched(n: usize) -> Watched {
    Watched {
        parcel: ParcelId(i64::try_from(n).unwrap()),
        number: number(n),
        role: NumberRole::First,
        added_at: now() - TimeDelta::days(10),
        pinned: Vec::new(),
        finished: false,
        finished_at: None,
        last_event_at: None,
        changed_at: None,
        standings: Vec::new(),
    }
}

fn standing(source: &str, n: usize, next: Option<DateTime<Utc>>) -> Standing {
    Standing {
        source: SourceId::new(source),
        number: number(n),
        checked_at: Some(now() - TimeDelta::hours(5)),
        outcome: Some(Outcome::Answered),
        detail: None,
        answered_at: Some(now() - TimeDelta::hours(5)),
        changed_at: None,
        facts: Some(Facts::default()),
        next_check_at: next,
        failures: 0,
    }
}

fn state(source: &str) -> SourceState {
    SourceState {
        source: SourceId::new(source),
        paused_until: None,
        paused_for: None,
        failures: 0,
        last_success: None,
        last_trouble: None,
        spent: 0,
        spent_day: None,
        next_allowed_at: None,
    }
}

fn event(n: usize, ago: TimeDelta) -> Event {
    Event {
        time: Some(EventTime::at((now() - ago).naive_utc(), chrono::FixedOffset::east_opt(0))),
        place: None,
        country: None,
        text: Clean::line("scan"),
        text_lang: None,
        state: None,
        raw_code: None,
        number: number(n),
    }
}

fn known(status: Option<State>, ago: Option<TimeDelta>) -> Result<Report, Trouble> {
    let facts = Facts { state: status, ..Facts::default() };
    Ok(Report { finding: Finding::Known(Box::new(facts)), events: ago.map(|a| event(1, a)).into_iter().collect() })
}

fn unknown() -> Result<Report, Trouble> {
    Ok(Report { finding: Finding::Unknown, events: Vec::new() })
}

#[test]
fn intervals_follow_how_lively_the_parcel_is() {
    let transit = Some(State::UNDERWAY);
    let days = TimeDelta::days;
    let table: [(&str, Result<Report, Trouble>, TimeDelta, f64); 12] = [
        ("moved yesterday", known(transit, Some(days(1))), days(10), 3.5),
        ("moved five days ago", known(transit, Some(days(5))), days(10), 6.0),
        ("quiet", known(transit, Some(days(8))), days(10), 10.0),
        ("silent", known(transit, Some(days(22))), days(40), 24.0),
        ("to collect", known(Some(State::only(Status::AvailableForPickup)), Some(days(1))), days(10), 2.5),
        ("with the courier", known(Some(State::only(Status::OutForDelivery)), Some(days(0))), days(10), 2.5),
        (
            "with the courier for weeks",
            known(Some(State::only(Status::OutForDelivery)), Some(days(30))),
            days(40),
            24.0,
        ),
        ("delivered", known(Some(State::only(Status::Delivered)), Some(days(1))), days(10), 30.0),
        ("known, nothing yet", known(transit, None), days(2), 6.0),
        ("known for long, nothing yet", known(transit, None), days(10), 10.0),
        ("unknown, young", unknown(), days(2), 6.0),
        ("unknown for long", unknown(), days(21), 24.0),
    ];
    for (what, result, age, hours) in table {
        let entry = Watched { added_at: now() - age, ..watched(1) };
        let next = next_check(&profile("a", 10, None), &entry, &result, &state("a"), now());
        let ratio = (next - now()).as_seconds_f64() / 3600.0 / hours;
        assert!((0.899..=1.101).contains(&ratio), "{what}: {} instead of {hours} h", next - now());
    }
}

#[test]
fn a_changed_claim_makes_a_quiet_parcel_lively() {
    let mut entry = watched(1);
    entry.standings.push(standing("a", 1, None));
    let next = next_check(
        &profile("a", 1, None),
        &entry,
        &known(Some(State::UNDERWAY), Some(TimeDelta::days(30))),
        &state("a"),
        now(),
    );
    assert!(next - now() < TimeDelta::hours(4));
}

#[test]
fn troubles_of_a_number_wait_each_in_their_way() {
    let clean = || Clean::line("x");
    let table = [
        (Trouble::Temporary { what: clean() }, 0, 5),
        (Trouble::Temporary { what: clean() }, 1, 10),
        (Trouble::Temporary { what: clean() }, 3, 40),
        (Trouble::Temporary { what: clean() }, 60, 360),
        (Trouble::NotUnderstood { path: clean() }, 9, 360),
        (Trouble::MalformedNumber, 0, 7 * 1440),
        (Trouble::MoreDataNeeded { what: clean() }, 0, 7 * 1440),
    ];
    for (trouble, failures, minutes) in table {
        let mut entry = watched(1);
        entry.standings.push(Standing { failures, ..standing("a", 1, None) });
        let mut patient = profile("a", 1, None);
        patient.min_interval = Duration::ZERO;
        let next = next_check(&patient, &entry, &Err(trouble.clone()), &state("a"), now());
        let ratio = (next - now()).as_seconds_f64() / 60.0 / f64::from(minutes);
        assert!((0.899..=1.101).contains(&ratio), "{trouble:?} after {failures}: {}", next - now());
        let slow = next_check(&profile("a", 1, None), &entry, &Err(trouble), &state("a"), now());
        assert!(slow - now() >= TimeDelta::minutes(10), "least interval");
    }
}

#[test]
fn while_a_source_fails_for_everybody_its_numbers_wait_only_for_it() {
    let mut entry = watched(1);
    entry.standings.push(Standing { failures: 9, ..standing("a", 1, None) });
    let mut failing = state("a");
    failing.paused_for = Some(Outcome::Temporary);
    failing.paused_until = Some(now() + TimeDelta::minutes(32));
    failing.failures = 5;
    let trouble = Trouble::Temporary { what: Clean::line("no route") };
    let next = next_check(&profile("a", 1, None), &entry, &Err(trouble), &failing, now());
    assert_eq!(next - now(), TimeDelta::minutes(32));
}

#[test]
fn pauses_double_up_to_their_bound_and_a_success_lifts_them() {
    let temporary = Trouble::Temporary { what: Clean::line("x") };
    let table = [
        (Trouble::Blocked, vec![240, 480, 960, 1440, 1440]),
        (Trouble::RateLimited { retry_after: None }, vec![15, 30, 60, 120, 240, 360, 360]),
        (Trouble::RateLimited { retry_after: Some(7200) }, vec![120, 120]),
        (Trouble::RateLimited { retry_after: Some(0) }, vec![1]),
        (Trouble::RateLimited { retry_after: Some(u64::MAX) }, vec![7 * 1440]),
        (Trouble::BudgetSpent, vec![720, 720]),
        (Trouble::BadKey, vec![1440, 1440]),
        (temporary, vec![2, 4, 8, 16, 32, 60, 60]),
    ];
    for (trouble, minutes) in table {
        let mut at = state("a");
        for wanted in minutes {
            at = pause::after(&at, &pause::Effect::Trouble(trouble.clone()), now(), now());
            let got = (at.paused_until.unwrap() - now()).num_minutes();
            assert_eq!(got, wanted, "{trouble:?}");
            // The next one is asked later: it does not belong to the same moment.
            at.last_trouble.as_mut().unwrap().0 = now() - TimeDelta::days(1);
        }
        let fine = pause::after(&at, &pause::Effect::Success, now(), now());
        assert_eq!((fine.paused_until, fine.paused_for, fine.failures), (None, None, 0));
        assert_eq!(fine.last_success, Some(now()));
    }
}

#[test]
fn overlapping_questions_count_one_refusal_and_a_late_success_does_not_lift_it() {
    let asked = now() - TimeDelta::seconds(5);
    let blocked = pause::Effect::Trouble(Trouble::Blocked);
    let once = pause::after(&state("a"), &blocked, asked, now());
    let twice = pause::after(&once, &blocked, asked, now());
    assert_eq!(twice.paused_until, Some(now() + TimeDelta::hours(4)));
    let late = pause::after(&twice, &pause::Effect::Success, asked, now());
    assert_eq!(late.paused_until, twice.paused_until);
    let temporary = pause::Effect::Trouble(Trouble::Temporary { what: Clean::line("x") });
    let hidden = pause::after(&twice, &temporary, asked, now());
    assert_eq!((hidden.paused_for, hidden.paused_until), (Some(Outcome::Blocked), twice.paused_until));
}

#[test]
fn who_is_due() {
    let soon = now() + TimeDelta::hours(1);
    let past = now() - TimeDelta::hours(1);
    let with = |next| Watched { standings: vec![standing("a", 1, next)], ..watched(1) };
    let done = |days, next, status| Watched {
        finished: true,
        finished_at: Some(now() - TimeDelta::days(days)),
        standings: vec![Standing {
            facts: Some(Facts { state: Some(State::only(status)), ..Facts::default() }),
            ..standing("a", 1, Some(next))
        }],
        ..watched(1)
    };
    let wrong_clock = now() + TimeDelta::days(400);
    let table = [
        ("never asked", watched(1), true),
        ("its time has come", with(Some(past)), true),
        ("just now", with(Some(now())), true),
        ("not yet", with(Some(soon)), false),
        ("a date from a wrong clock", with(Some(wrong_clock)), true),
        ("pinned elsewhere", Watched { pinned: vec!["b".into()], ..watched(1) }, false),
        ("pinned here", Watched { pinned: vec!["b".into(), "a".into()], ..watched(1) }, true),
        ("finished, never asked", Watched { finished: true, ..watched(1) }, false),
        ("delivered yesterday", done(1, past, Status::Delivered), true),
        ("delivered long ago", done(4, past, Status::Delivered), false),
        ("closed by the user", done(1, past, Status::InTransit), false),
    ];
    for (what, entry, due) in table {
        let asked = plan(&[entry], &[], &[&profile("a", 10, None)], &Scope::Due, now());
        assert_eq!(!asked.is_empty(), due, "{what}");
    }
}

#[test]
fn insisting_goes_past_the_plan_but_not_past_refusals_and_least_intervals() {
    let a = profile("a", 10, Some(100));
    let paused =
        |why| SourceState { paused_until: Some(now() + TimeDelta::hours(1)), paused_for: Some(why), ..state("a") };
    let recent = |outcome| Standing {
        checked_at: Some(now() - TimeDelta::minutes(5)),
        outcome: Some(outcome),
        ..standing("a", 1, Some(now() + TimeDelta::hours(9)))
    };
    let entry = |s: Standing| Watched { standings: vec![s], ..watched(1) };
    let rested = standing("a", 1, Some(now() + TimeDelta::hours(9)));
    let spent = SourceState { spent: 100, spent_day: Some(now().date_naive()), ..state("a") };
    let stale_count = SourceState { spent: 100, spent_day: now().date_naive().pred_opt(), ..state("a") };
    let finished = Watched { finished: true, ..watched(1) };
    let one = Scope::Parcels(vec![ParcelId(1)]);
    let other = Scope::Parcels(vec![ParcelId(2)]);
    let table = [
        ("not due", entry(rested.clone()), state("a"), &Scope::All, true),
        ("named", entry(rested.clone()), state("a"), &one, true),
        ("another is named", entry(rested.clone()), state("a"), &other, false),
        ("finished, all", finished.clone(), state("a"), &Scope::All, false),
        ("finished, named", finished, state("a"), &one, true),
        ("blocked", entry(rested.clone()), paused(Outcome::Blocked), &one, false),
        ("rate limited", entry(rested.clone()), paused(Outcome::RateLimited), &Scope::All, false),
        ("our own backoff", entry(rested.clone()), paused(Outcome::Temporary), &one, true),
        ("a mended key", entry(rested.clone()), paused(Outcome::BadKey), &one, true),
        ("no budget", entry(rested.clone()), spent, &one, false),
        ("yesterday's count", entry(rested), stale_count, &one, true),
        ("asked minutes ago", entry(recent(Outcome::Answered)), state("a"), &one, false),
        ("failed minutes ago", entry(recent(Outcome::Temporary)), state("a"), &one, true),
        ("postcode given meanwhile", entry(recent(Outcome::MoreDataNeeded)), state("a"), &one, true),
    ];
    for (what, entry, state, scope, asked) in table {
        let questions = plan(&[entry], &[state], &[&a], scope, now());
        assert_eq!(!questions.is_empty(), asked, "{what}");
    }
}

#[test]
fn what_is_left_out_is_named() {
    let blocked = SourceState {
        paused_until: Some(now() + TimeDelta::hours(1)),
        paused_for: Some(Outcome::Blocked),
        ..state("a")
    };
    let survey = survey(&[watched(1)], &[blocked], &[&profile("a", 1, None)], &Scope::All, now());
    assert_eq!(survey.paused, [("a".into(), number(1), Outcome::Blocked, now() + TimeDelta::hours(1))]);
}

#[test]
fn those_due_soon_ride_along_but_fill_no_question_of_their_own() {
    let soon = |n| Watched { standings: vec![standing("a", n, Some(now() + TimeDelta::minutes(20)))], ..watched(n) };
    let list: Vec<Watched> = std::iter::once(watched(0)).chain((1..6).map(soon)).collect();
    let a = profile("a", 4, None);
    let questions = plan(&list, &[], &[&a], &Scope::Due, now());
    assert_eq!(questions.len(), 1);
    assert_eq!(questions[0].numbers.len(), 4);
    assert!(plan(&list[1..], &[], &[&a], &Scope::Due, now()).is_empty());
}

#[test]
fn a_number_that_spoils_batches_goes_alone() {
    let mut spoiler = watched(1);
    spoiler.standings.push(Standing {
        outcome: Some(Outcome::Temporary),
        failures: 2,
        ..standing("a", 1, Some(now() - TimeDelta::hours(1)))
    });
    let list = [watched(0), spoiler, watched(2)];
    let a = profile("a", 10, None);
    let healthy = SourceState { last_success: Some(now() - TimeDelta::hours(1)), ..state("a") };
    let sizes = |state| {
        let questions = plan(&list, &[state], &[&a], &Scope::Due, now());
        questions.iter().map(|q| q.numbers.len()).collect::<Vec<_>>()
    };
    assert_eq!(sizes(healthy), [2, 1]);
    assert_eq!(sizes(state("a")), [3], "nobody fared better: the number is not to blame");
}

#[test]
fn waking() {
    let a = profile("a", 1, Some(5));
    let later = now() + TimeDelta::hours(2);
    let asked = Watched { standings: vec![standing("a", 1, Some(later))], ..watched(1) };
    let wake = |entry: &Watched, state: SourceState| wake_at(std::slice::from_ref(entry), &[state], &[&a], now());
    assert_eq!(wake(&asked, state("a")), Some(later));
    assert_eq!(wake(&watched(1), state("a")), Some(now()));
    let paused = SourceState {
        paused_until: Some(now() + TimeDelta::hours(4)),
        paused_for: Some(Outcome::Temporary),
        ..state("a")
    };
    assert_eq!(wake(&asked, paused), Some(now() + TimeDelta::hours(4)));
    let spent = SourceState { spent: 5, spent_day: Some(now().date_naive()), ..state("a") };
    assert_eq!(wake(&asked, spent), Some("2026-11-21T00:00:00Z".parse().unwrap()));
    assert_eq!(wake(&Watched { finished: true, ..watched(1) }, state("a")), None);
    assert_eq!(wake_at(&[watched(1)], &[], &[], now()), None);
}

#[test]
fn a_refusal_among_replies_stops_the_source() {
    let reply = |n, result| crate::domain::Reply { number: number(n), result };
    let effect = |results: Vec<Result<Report, Trouble>>| {
        pause::Effect::of(&Ok(results.into_iter().enumerate().map(|(n, r)| reply(n, r)).collect()))
    };
    assert_eq!(effect(vec![unknown(), Err(Trouble::Blocked)]), pause::Effect::Trouble(Trouble::Blocked));
    assert_eq!(effect(vec![Err(Trouble::MalformedNumber), unknown()]), pause::Effect::Success);
    let lost = Trouble::Temporary { what: Clean::line("x") };
    assert_eq!(effect(vec![Err(lost.clone()), unknown()]), pause::Effect::Success);
    assert_eq!(effect(vec![Err(lost.clone())]), pause::Effect::Trouble(lost));
    assert!(matches!(effect(vec![]), pause::Effect::Noted(Trouble::NotUnderstood { .. })));
    let lost = State::new(Status::Exception, SubStatus::Lost);
    assert!(lost.is_final());
}

prop_compose! {
    fn any_standing(source: &'static str, n: usize)(
        minutes in -6000_i64..6000, checked in 0_i64..6000, which in 0..Outcome::ALL.len(), failures in 0_u32..5,
    ) -> Standing {
        Standing {
            checked_at: Some(now() - TimeDelta::minutes(checked)),
            outcome: Some(Outcome::ALL[which]),
            failures,
            ..standing(source, n, Some(now() + TimeDelta::minutes(minutes)))
        }
    }
}

prop_compose! {
    fn any_watched()(n in 0_usize..40)(
        a in proptest::option::of(any_standing("a", n)), b in proptest::option::of(any_standing("b", n)),
        parcel in 0_i64..30, finished in any::<bool>(), pinned in 0..4, n in Just(n),
    ) -> Watched {
        Watched {
            parcel: ParcelId(parcel),
            finished,
            finished_at: finished.then(now),
            pinned: if pinned == 0 { vec!["b".into()] } else { Vec::new() },
            standings: a.into_iter().chain(b).collect(),
            ..watched(n)
        }
    }
}

prop_compose! {
    fn any_state(source: &'static str)(
        pause in proptest::option::of(-600_i64..600), which in 0..Outcome::ALL.len(), spent in 0_u32..8,
    ) -> SourceState {
        SourceState {
            paused_until: pause.map(|m| now() + TimeDelta::minutes(m)),
            paused_for: pause.map(|_| Outcome::ALL[which]),
            spent,
            spent_day: Some(now().date_naive()),
            ..state(source)
        }
    }
}

fn any_scope() -> impl Strategy<Value = Scope> {
    let ids = proptest::collection::vec((0_i64..30).prop_map(ParcelId), 0..9);
    prop_oneof![Just(Scope::Due), Just(Scope::All), ids.prop_map(Scope::Parcels)]
}

proptest! {
    #[test]
    fn a_plan_keeps_every_limit(
        list in proptest::collection::vec(any_watched(), 0..60),
        a in any_state("a"), b in any_state("b"), scope in any_scope(), batch in 1_usize..7,
    ) {
        let (pa, pb) = (profile("a", batch, Some(5)), profile("b", 1, None));
        let states = [a, b];
        let questions = plan(&list, &states, &[&pa, &pb], &scope, now());
        prop_assert_eq!(&questions, &plan(&list, &states, &[&pa, &pb], &scope, now()), "the same twice");
        for (profile, state) in [(&pa, &states[0]), (&pb, &states[1])] {
            let mine: Vec<&Question> = questions.iter().filter(|q| q.source.as_str() == profile.id).collect();
            let left = pause::budget_left(profile, Some(state), now());
            prop_assert!(left.is_none_or(|left| mine.len() <= left as usize), "budget");
            let paused = pause::holding(state, now(), scope != Scope::Due).is_some();
            prop_assert!(!paused || mine.is_empty(), "a paused source is asked");
            prop_assert!(mine.iter().all(|q| (1..=profile.batch).contains(&q.numbers.len())), "batch");
            let asked: Vec<&TrackingNumber> = mine.iter().flat_map(|q| &q.numbers).collect();
            let once: BTreeSet<&TrackingNumber> = asked.iter().copied().collect();
            prop_assert_eq!(once.len(), asked.len(), "a number is asked twice");
            let due: BTreeSet<&TrackingNumber> = list.iter()
                .filter(|w| concerns(profile, w))
                .filter(|w| matches!(verdict(profile, w, Some(state), &scope, now()), Verdict::Ask(_)))
                .map(|w| &w.number)
                .collect();
            if left.is_none() {
                prop_assert!(once.is_superset(&due), "somebody due is left out");
            }
            prop_assert!(scope == Scope::Due || due.is_superset(&once), "somebody is asked for no reason");
        }
    }

    #[test]
    fn after_everything_is_answered_nothing_is_due(
        list in proptest::collection::vec(any_watched(), 0..30), batch in 1_usize..7,
    ) {
        let a = profile("a", batch, None);
        let mut list = list;
        for entry in &mut list {
            let next = next_check(&a, entry, &unknown(), &state("a"), now());
            entry.standings = vec![standing("a", 0, Some(next))];
        }
        prop_assert!(plan(&list, &[state("a")], &[&a], &Scope::Due, now()).is_empty());
        prop_assert!(wake_at(&list, &[state("a")], &[&a], now()).is_none_or(|at| at > now()));
    }

    #[test]
    fn no_check_is_nearer_than_the_least_interval(minutes in 0_u64..3000, n in 0_usize..500, failures in 0_u32..9) {
        let mut a = profile("a", 1, None);
        a.min_interval = Duration::from_secs(minutes * 60);
        let mut entry = watched(n);
        entry.standings.push(Standing { failures, ..standing("a", n, None) });
        let lost = || Err(Trouble::Temporary { what: Clean::line("x") });
        for result in [unknown(), lost(), Err(Trouble::Blocked), known(None, Some(TimeDelta::days(1)))] {
            let next = next_check(&a, &entry, &result, &state("a"), now());
            prop_assert!(next >= now() + TimeDelta::seconds(i64::try_from(minutes * 60).unwrap()));
            prop_assert_eq!(next, next_check(&a, &entry, &result, &state("a"), now()));
        }
    }
}
