use chrono::{FixedOffset, NaiveDate, TimeDelta};

use super::*;
use crate::domain::{EventTime, Sighting, Status, SubStatus, TrackingNumber};

const MOVING: State = State::UNDERWAY;
const DELIVERED: State = State::new(Status::Delivered, SubStatus::Other);
const FAILED: State = State::new(Status::DeliveryFailure, SubStatus::Other);

fn at(hours: i64) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc() + TimeDelta::hours(hours)
}

fn number() -> TrackingNumber {
    TrackingNumber::parse("RB123456785CN").unwrap()
}

/// A source that claims a state, with its newest event at an hour, in UTC or in an unknown zone.
fn says(source: &str, state: State, hour: i64, zone: bool) -> (Standing, Vec<Sighting>) {
    let offset = zone.then(|| FixedOffset::east_opt(0).unwrap());
    let event = Event {
        time: Some(EventTime::at(at(hour).naive_utc(), offset)),
        state: Some(state),
        ..Event::new(number(), CleanText::line(&format!("{source} {hour}")))
    };
    let sighting = Sighting { source: source.into(), event, rank: 0, first_seen: at(hour), withdrawn_at: None };
    let facts = ReportedFacts { state: Some(state), ..ReportedFacts::default() };
    (standing(source, Outcome::Answered, Some(facts)), vec![sighting])
}

fn standing(source: &str, outcome: Outcome, facts: Option<ReportedFacts>) -> Standing {
    Standing {
        checked_at: Some(at(100)),
        outcome: Some(outcome),
        answered_at: Some(at(100)),
        facts,
        next_check_at: Some(at(110)),
        ..Standing::new(source.into(), number())
    }
}

fn summary(words: Vec<(Standing, Vec<Sighting>)>) -> Summary {
    let (standings, sightings): (Vec<_>, Vec<_>) = words.into_iter().unzip();
    Summary::of(&standings, &Timeline::merge(sightings.into_iter().flatten().collect()))
}

fn unanswered(outcome: Outcome) -> (Standing, Vec<Sighting>) {
    let mut standing = standing("track24", outcome, None);
    standing.answered_at = standing.answered_at.filter(|_| !outcome.is_trouble());
    (standing, Vec::new())
}

#[test]
fn nobody_asked_is_no_state() {
    assert_eq!(summary(vec![]).state, None);
    assert_eq!(summary(vec![unanswered(Outcome::Blocked)]).state, None);
}

#[test]
fn an_unknown_number_counts_only_where_nobody_knows_it() {
    let unknown = unanswered(Outcome::UnknownNumber);
    assert_eq!(summary(vec![unknown.clone()]).state.map(|s| s.status), Some(Status::NotFound));
    assert_eq!(summary(vec![unknown, says("cainiao", MOVING, 1, true)]).state, Some(MOVING));
}

#[test]
fn trouble_after_an_unknown_number_leaves_it_unknown() {
    let (mut standing, events) = unanswered(Outcome::UnknownNumber);
    standing.outcome = Some(Outcome::TooLarge);
    assert_eq!(summary(vec![(standing, events)]).state.map(|s| s.status), Some(Status::NotFound));
}

#[test]
fn the_freshest_word_counts_whatever_the_order() {
    let old = says("cainiao", MOVING, 1, true);
    let new = says("17track", FAILED, 9, true);
    assert_eq!(summary(vec![old.clone(), new.clone()]).state, Some(FAILED));
    let chosen = summary(vec![new, old]);
    assert_eq!(chosen.state, Some(FAILED));
    assert_eq!(chosen.status_source, Some("17track".into()));
    assert!(!chosen.disagreement);
}

#[test]
fn delivered_stands_against_a_doubtful_zone_and_yields_to_a_surely_later_word() {
    let delivered = says("cainiao", DELIVERED, 10, true);
    assert_eq!(summary(vec![delivered.clone(), says("17track", MOVING, 12, false)]).state, Some(DELIVERED));
    let reopened = summary(vec![delivered, says("17track", MOVING, 12, true)]);
    assert_eq!(reopened.state, Some(MOVING));
    assert!(reopened.disagreement);
}

#[test]
fn another_end_at_the_same_moment_is_a_disagreement_and_an_older_word_is_not() {
    let delivered = says("cainiao", DELIVERED, 100, true);
    assert!(summary(vec![delivered.clone(), says("17track", FAILED, 99, true)]).disagreement);
    assert!(!summary(vec![delivered.clone(), says("17track", FAILED, 10, true)]).disagreement);
    assert!(!summary(vec![delivered, says("17track", MOVING, 99, true)]).disagreement);
}

#[test]
fn expired_and_not_found_lose_against_a_word_on_the_same_scan() {
    let expired = State::new(Status::Expired, SubStatus::Other);
    assert_eq!(summary(vec![says("17track", expired, 5, true), says("cainiao", MOVING, 5, true)]).state, Some(MOVING));
}

#[test]
fn a_trouble_is_named_and_changes_no_state() {
    let (mut blocked, events) = says("cainiao", MOVING, 1, true);
    blocked.outcome = Some(Outcome::Blocked);
    let summary = summary(vec![(blocked, events)]);
    assert_eq!(summary.state, Some(MOVING));
    assert_eq!(summary.troubles, vec![("cainiao".into(), Outcome::Blocked)]);
}

#[test]
fn no_expectation_outlives_the_delivery() {
    let day = at(200).date_naive();
    let with_eta = |state| {
        let (mut standing, events) = says("cainiao", state, 1, true);
        standing.facts.as_mut().unwrap().eta = Some(Eta { from: day, to: day });
        summary(vec![(standing, events)])
    };
    assert_eq!(with_eta(MOVING).eta.map(|(_, source)| source), Some("cainiao".into()));
    assert_eq!(with_eta(DELIVERED).eta, None);
}

#[test]
fn a_forecast_makes_no_word_fresher() {
    let (standing, mut events) = says("cainiao", MOVING, 5, true);
    let mut forecast = events[0].clone();
    forecast.event.time = Some(EventTime::at(at(90).naive_utc(), FixedOffset::east_opt(0)));
    forecast.event.state = None;
    forecast.event.text = CleanText::line("Expected delivery");
    events.push(forecast);
    let both = vec![(standing, events), says("17track", DELIVERED, 9, true)];
    assert_eq!(summary(both.clone()).state, Some(DELIVERED));
    assert!(!summary(both).disagreement);
}

#[test]
fn everybodys_word_is_told_with_its_date() {
    let (standings, sightings): (Vec<_>, Vec<_>) =
        vec![says("cainiao", MOVING, 5, true), says("17track", DELIVERED, 9, true), unanswered(Outcome::UnknownNumber)]
            .into_iter()
            .unzip();
    let words = claims(&standings, &Timeline::merge(sightings.into_iter().flatten().collect()));
    let told: Vec<_> = words.iter().map(|w| (w.source.as_str(), w.state.status, w.as_of)).collect();
    let known = [("cainiao", Status::InTransit, Some(at(5))), ("17track", Status::Delivered, Some(at(9)))];
    assert_eq!(told[..2], known);
    assert_eq!(told[2], ("track24", Status::NotFound, None));
}

#[test]
fn a_word_whose_time_nobody_knows_is_neither_fresh_nor_a_stumbling_block() {
    let undated = |source, state| {
        let (standing, mut events) = says(source, state, 1, true);
        events[0].event.time = None;
        (standing, events)
    };
    let both = vec![undated("cainiao", DELIVERED), says("17track", FAILED, 9, true)];
    assert_eq!(summary(both.clone()).state, Some(DELIVERED));
    assert!(!summary(both).disagreement);
    let last = DateTime::<Utc>::MAX_UTC - TimeDelta::days(3);
    let hours = (last - at(0)).num_hours();
    let far = vec![says("cainiao", DELIVERED, hours, false), says("17track", FAILED, hours, true)];
    assert!(summary(far).disagreement, "the end of the calendar is a date like any other");
}
