//! Who is asked now, with whom together, and when to look again.

use chrono::{Datelike, TimeDelta};

use super::*;

#[test]
fn who_is_due() {
    let soon = now() + TimeDelta::hours(1);
    let past = now() - TimeDelta::hours(1);
    let with = |next| WatchedNumber { standings: vec![standing("a", 1, next)], ..watched(1) };
    let done = |days, next, status| WatchedNumber {
        finished: true,
        finished_at: Some(now() - TimeDelta::days(days)),
        standings: vec![Standing {
            facts: Some(ReportedFacts { state: Some(State::only(status)), ..ReportedFacts::default() }),
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
        ("pinned elsewhere", WatchedNumber { pinned: vec!["b".into()], ..watched(1) }, false),
        ("pinned here", WatchedNumber { pinned: vec!["b".into(), "a".into()], ..watched(1) }, true),
        ("finished, never asked", WatchedNumber { finished: true, ..watched(1) }, false),
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
    let entry = |s: Standing| WatchedNumber { standings: vec![s], ..watched(1) };
    let rested = standing("a", 1, Some(now() + TimeDelta::hours(9)));
    let spent = SourceState { spent: 100, spent_day: Some(now().date_naive()), ..state("a") };
    let stale_count = SourceState { spent: 100, spent_day: now().date_naive().pred_opt(), ..state("a") };
    let finished = WatchedNumber { finished: true, ..watched(1) };
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
    let (list, states, a) = ([watched(1)], [blocked], profile("a", 1, None));
    let view = PlanInput { watched: &list, states: &states, profiles: &[&a], habits: HABITS, now: now() };
    let survey = survey(&view, &Scope::All, |_, _| true);
    assert_eq!(survey.paused, [("a".into(), number(1), Outcome::Blocked, now() + TimeDelta::hours(1))]);
}

#[test]
fn those_due_soon_ride_along_but_fill_no_question_of_their_own() {
    let soon =
        |n| WatchedNumber { standings: vec![standing("a", n, Some(now() + TimeDelta::minutes(20)))], ..watched(n) };
    let list: Vec<WatchedNumber> = std::iter::once(watched(0)).chain((1..6).map(soon)).collect();
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
    let asked = WatchedNumber { standings: vec![standing("a", 1, Some(later))], ..watched(1) };
    let wake = |entry: &WatchedNumber, state: SourceState| wake_at(std::slice::from_ref(entry), &[state], &[&a], now());
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
    assert_eq!(wake(&WatchedNumber { finished: true, ..watched(1) }, state("a")), None);
    assert_eq!(wake_at(&[watched(1)], &[], &[], now()), None);
}

#[test]
fn a_month_without_budget_is_waited_for() {
    let a = Profile { monthly_budget: Some(500), ..profile("a", 10, Some(100)) };
    let month = now().date_naive().with_day(1);
    let spent = SourceState { spent_in_month: 500, spent_month: month, ..state("a") };
    let last_month = SourceState { spent_month: month.and_then(|day| day.pred_opt()), ..spent.clone() };
    let nearly = SourceState { spent_in_month: 499, ..spent.clone() };
    let asked = |state: &SourceState| plan(&[watched(1)], std::slice::from_ref(state), &[&a], &Scope::Due, now()).len();
    assert_eq!((asked(&spent), asked(&last_month), asked(&nearly)), (0, 1, 1));
    assert_eq!(budget::left(&a, Some(&nearly), now()), Some(1), "the smaller one counts");
    let begins = "2026-12-01T00:00:00Z".parse().unwrap();
    assert_eq!(budget::spent_until(&a, Some(&spent), now()), Some(begins));
}
