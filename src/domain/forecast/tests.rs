use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

use super::survival_curve::{Observation, SurvivalCurve};
use super::*;
use crate::domain::advice::ParcelHistory;
use crate::domain::{
    CleanText, Country, Eta, Event, EventTime, NumberRole, ParcelNumber, Sighting, SourceId, State, Status, SubStatus,
    Summary, Timeline, TrackingNumber,
};

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn offset() -> FixedOffset {
    FixedOffset::east_opt(0).unwrap()
}

fn lane() -> RouteEnds {
    (Country::parse("CN"), Country::parse("RU"))
}

fn curve(values: &[(f64, bool)]) -> SurvivalCurve {
    SurvivalCurve::of(values.iter().map(|(value, ended)| Observation { value: *value, ended: *ended, weight: 1.0 }))
}

#[test]
fn what_is_still_going_lengthens_the_rest() {
    // By hand: 1 - 1/5, then of three at risk one ends, then of one at risk one ends.
    let curve = curve(&[(1.0, true), (2.0, false), (3.0, true), (4.0, false), (5.0, true)]);
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(near(curve.left_after(0.5), 1.0) && near(curve.left_after(1.0), 0.8) && near(curve.left_after(2.5), 0.8));
    assert!(near(curve.left_after(3.0), 0.8 * 2.0 / 3.0) && near(curve.left_after(9.0), 0.0));
    assert!(near(curve.lasted_beyond(2.0), 3.0));
}

#[test]
fn nine_observations_tell_eight_of_ten_and_eight_do_not() {
    let nine: Vec<(f64, bool)> = (1..=9).map(|n| (f64::from(n), true)).collect();
    let curve_of_nine = curve(&nine);
    let near = |found: Option<f64>, wanted: f64| found.is_some_and(|found| (found - wanted).abs() < 1e-9);
    assert!(near(curve_of_nine.quantile(0.0, 0.1), 1.0) && near(curve_of_nine.quantile(0.0, 0.9), 9.0));
    assert!(near(curve_of_nine.quantile(0.0, 0.5), 5.0), "the middle");
    assert!(near(curve_of_nine.quantile(4.0, 0.5), 7.0), "of 5 to 9");
    assert_eq!(curve(&nine[..8]).quantile(0.0, 0.9), None);
    assert_eq!(curve(&[]).quantile(0.0, 0.5), None);
}

fn way(shipped: DateTime<Utc>, days: Option<i64>) -> Milestones {
    let end = days.map(|days| WayEnd::Delivered(shipped + TimeDelta::days(days)));
    Milestones { lane: lane(), passed: [Some(shipped), None, None], end }
}

#[test]
fn a_window_needs_nine_and_says_how_many_are_missing() {
    let now = utc("2026-11-28T12:00:00Z");
    let own = |n: i64| (0..n).map(|n| way(now - TimeDelta::days(100 + n), Some(10 + n))).collect::<Vec<_>>();
    let asked = way(now - TimeDelta::days(2), None);
    let few = ArrivalModel::of(&own(8), &[], now).forecast(&asked, now, offset()).unwrap();
    assert_eq!((few.parcels, few.window, few.by, few.missing), (8, None, None, 1));
    let enough = ArrivalModel::of(&own(9), &[], now).forecast(&asked, now, offset()).unwrap();
    let window = Eta { from: day("2026-12-06"), to: day("2026-12-14") };
    assert_eq!((enough.parcels, enough.on_lane, enough.window, enough.missing), (9, 9, Some(window), 0));
    assert_eq!(enough.by, Some(day("2026-12-14")));
}

#[test]
fn one_that_is_later_than_nearly_all_has_no_day() {
    let now = utc("2026-11-28T12:00:00Z");
    let own: Vec<Milestones> = (0..20).map(|n| way(now - TimeDelta::days(100 + n), Some(10 + n % 5))).collect();
    let forecast = ArrivalModel::of(&own, &[], now).forecast(&way(now - TimeDelta::days(30), None), now, offset());
    let forecast = forecast.unwrap();
    assert_eq!((forecast.window, forecast.by, forecast.later_than_nearly_all), (None, None, true));
    let ended = ArrivalModel::of(&own, &[], now).forecast(&own[0], now, offset());
    assert_eq!(ended, None, "delivered");
}

#[test]
fn misses_widen_and_hits_narrow() {
    let level = |hits: &[bool]| confidence_level(hits.iter().copied());
    assert!((level(&[]) - 0.2).abs() < 1e-9);
    assert!(level(&[false]) < level(&[]) && level(&[]) < level(&[true]));
    assert!(level(&[false; 100]) >= 0.05 && level(&[true; 100]) <= 0.35, "bounded");
}

#[test]
fn a_day_needed_is_judged_by_the_same_parcels() {
    let now = utc("2026-11-28T12:00:00Z");
    let own: Vec<Milestones> = (0..20).map(|n| way(now - TimeDelta::days(100 + n), Some(10 + n))).collect();
    let model = ArrivalModel::of(&own, &[], now);
    let asked = way(now - TimeDelta::days(2), None);
    let verdict = |day_needed: &str| {
        let needed = NeededBy::of(&model, &asked, day(day_needed), now, offset());
        needed.map(|needed| needed.verdict)
    };
    assert_eq!(verdict("2026-11-27"), Some(Verdict::Unlikely), "it has passed");
    assert_eq!(verdict("2026-12-08"), Some(Verdict::Unlikely));
    assert_eq!(verdict("2026-12-20"), Some(Verdict::Doubtful));
    assert_eq!(verdict("2026-12-26"), Some(Verdict::Fine));
    let few = ArrivalModel::of(&own[..8], &[], now);
    assert_eq!(NeededBy::of(&few, &asked, day("2026-12-20"), now, offset()), None);
}

#[test]
fn the_days_of_a_source_are_measured_against_the_delivery() {
    let named = |source: &str, from: &str, to: &str, delivered: &str| ExpectedDay {
        source: SourceId::new(source),
        named: Eta { from: day(from), to: day(to) },
        delivered: day(delivered),
    };
    let accuracy = accuracy(&[
        named("cainiao", "2026-11-01", "2026-11-05", "2026-11-05"),
        named("cainiao", "2026-11-01", "2026-11-05", "2026-11-09"),
        named("cainiao", "2026-11-03", "2026-11-05", "2026-11-02"),
        named("correos", "2026-11-05", "2026-11-05", "2026-11-04"),
    ]);
    let told: Vec<_> = accuracy.iter().map(|a| (a.source.as_str(), a.parcels, a.right, a.mean_days_late)).collect();
    assert_eq!(told, [("cainiao", 3, 1, 1.0), ("correos", 1, 0, -1.0)]);
}

fn milestones(events: &[(&str, State, Option<&str>)], summary: &Summary) -> Milestones {
    let number = TrackingNumber::parse("RB123456785CN").unwrap();
    let sighting = |(rank, (at, state, country)): (usize, &(&str, State, Option<&str>))| Sighting {
        source: SourceId::new("cainiao"),
        event: Event {
            time: Some(EventTime::at(at.parse().unwrap(), Some(offset()))),
            state: Some(*state),
            country: country.and_then(Country::parse),
            ..Event::new(number.clone(), CleanText::line("scan"))
        },
        rank: u32::try_from(rank).unwrap(),
        first_seen: utc("2026-11-01T00:00:00Z"),
        withdrawn_at: None,
    };
    let timeline = Timeline::merge(events.iter().rev().enumerate().map(sighting).collect());
    let numbers = [ParcelNumber { number: number.clone(), role: NumberRole::First }];
    Milestones::of(&ParcelHistory { numbers: &numbers, standings: &[], summary, timeline: &timeline })
}

#[test]
fn the_landmarks_are_read_from_the_timeline() {
    let transit = |sub| State::new(Status::InTransit, sub);
    let events = [
        ("2026-11-01T10:00:00", State::only(Status::InfoReceived), Some("CN")),
        ("2026-11-02T10:00:00", transit(SubStatus::PickedUp), Some("CN")),
        ("2026-11-05T10:00:00", transit(SubStatus::Departure), Some("CN")),
        ("2026-11-14T10:00:00", transit(SubStatus::CustomsProcessing), Some("RU")),
        ("2026-11-15T10:00:00", transit(SubStatus::CustomsReleased), Some("RU")),
        ("2026-11-20T10:00:00", State::only(Status::Delivered), Some("RU")),
    ];
    let delivered = Some(State::only(Status::Delivered));
    let summary = Summary { state: delivered, origin: lane().0, destination: lane().1, ..Summary::default() };
    let whole = milestones(&events, &summary);
    let passed = ["2026-11-02T10:00:00Z", "2026-11-05T10:00:00Z", "2026-11-15T10:00:00Z"].map(|at| Some(utc(at)));
    assert_eq!((whole.lane, whole.passed), (lane(), passed));
    assert_eq!(whole.end, Some(WayEnd::Delivered(utc("2026-11-20T10:00:00Z"))));
    let doubted = milestones(&events, &Summary { disagreement: true, ..summary.clone() });
    assert_eq!(doubted.end, None, "sources contradict each other");
    let under_way = Summary { state: Some(transit(SubStatus::Departure)), ..summary.clone() };
    let some = milestones(&events[..3], &under_way);
    assert_eq!((some.last().map(|(at, _)| at), some.end), (Some(Landmark::LeftOrigin), None));
    let returned = State::new(Status::Exception, SubStatus::Returned);
    let back = milestones(
        &[events[1], ("2026-11-30T10:00:00", returned, Some("CN"))],
        &Summary { state: Some(returned), ..summary },
    );
    assert_eq!(back.end, Some(WayEnd::Stopped(utc("2026-11-30T10:00:00Z"))));
}

#[test]
fn a_landmark_that_was_not_scanned_is_passed_with_the_next() {
    let released = State::new(Status::InTransit, SubStatus::CustomsReleased);
    let summary = Summary { state: Some(released), ..Summary::default() };
    let only = milestones(&[("2026-11-15T10:00:00", released, Some("RU"))], &summary);
    assert_eq!(only.passed, [Some(utc("2026-11-15T10:00:00Z")); 3]);
}

proptest! {
    #[test]
    fn whatever_the_ways_windows_lie_ahead_and_in_order(
        days in prop::collection::vec((0_i64..4000, prop::option::of(0_i64..600)), 0..60), waited in 0_i64..300,
    ) {
        let now = utc("2026-11-28T12:00:00Z");
        let own: Vec<Milestones> = days.iter().map(|(ago, took)| way(now - TimeDelta::days(*ago), *took)).collect();
        let asked = way(now - TimeDelta::days(waited), None);
        let model = ArrivalModel::of(&own, &[], now);
        let forecast = model.forecast(&asked, now, offset()).unwrap();
        if let Some(window) = forecast.window {
            prop_assert!(now.date_naive() <= window.from && window.from <= window.to);
            prop_assert!(forecast.parcels >= LEAST_FOR_WINDOW && forecast.missing == 0);
        }
        prop_assert!(forecast.by.is_none_or(|by| by >= now.date_naive()));
        prop_assert!(forecast.missing + forecast.parcels.min(9) == 9);
        let later = model.law(Landmark::Shipped).left_after(lane(), 50.0);
        prop_assert!(later <= model.law(Landmark::Shipped).left_after(lane(), 20.0));
    }

    #[test]
    fn the_order_of_the_ways_makes_no_difference(mut days in prop::collection::vec((1_i64..900, 1_i64..60), 9..40)) {
        let now = utc("2026-11-28T12:00:00Z");
        days.sort_unstable();
        days.dedup_by_key(|(ago, _)| *ago);
        let own = |days: &[(i64, i64)]| -> Vec<Milestones> {
            days.iter().map(|(ago, took)| way(now - TimeDelta::days(*ago), Some(*took))).collect()
        };
        let asked = way(now - TimeDelta::days(1), None);
        let forward = ArrivalModel::of(&own(&days), &[], now).forecast(&asked, now, offset());
        days.reverse();
        prop_assert_eq!(forward, ArrivalModel::of(&own(&days), &[], now).forecast(&asked, now, offset()));
    }
}
