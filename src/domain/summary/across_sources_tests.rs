//! What several sources say together (`tests/data/journeys_across_sources.toml`).

use std::collections::BTreeMap;

use chrono::{FixedOffset, NaiveDate};
use serde::Deserialize;

use super::Summary;
use crate::domain::{
    CleanText, Event, EventTime, Journey, Outcome, ReportedFacts, Sighting, SourceId, Standing, State, Status, Step,
    SubStatus, Timeline, TrackingNumber,
};

#[derive(Deserialize)]
struct Table {
    journey: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    says: Vec<String>,
    state: String,
}

/// One line of a source.
struct Said {
    time: EventTime,
    step: Step,
}

fn number() -> TrackingNumber {
    TrackingNumber::parse("RB123456785CN").unwrap()
}

fn state(text: &str) -> State {
    let (status, sub) = text.split_once('/').map_or((text, None), |(status, sub)| (status, Some(sub)));
    State { status: Status::parse(status).unwrap(), sub: sub.map(|sub| SubStatus::parse(sub).unwrap()) }
}

fn time(text: &str) -> EventTime {
    let (when, offset) = text.split_once('+').map_or((text, None), |(when, offset)| (when, Some(offset)));
    let (day, hour) = when.split_once('.').unwrap_or((when, "9"));
    let wall = NaiveDate::from_ymd_opt(2026, 11, day.parse().unwrap()).unwrap();
    let wall = wall.and_hms_opt(hour.parse().unwrap(), 0, 0).unwrap();
    EventTime::at(wall, offset.map(|hours| FixedOffset::east_opt(hours.parse::<i32>().unwrap() * 3600).unwrap()))
}

fn said(line: &str) -> (SourceId, Said) {
    let parts: Vec<&str> = line.split(' ').collect();
    let step = match parts[2] {
        "revoked" => Step::HandOverRevoked,
        "unread" => Step::Unread,
        "collected" => Step::TakenOver,
        "not_collected" => Step::NotCollected,
        told => Step::Reached(state(told)),
    };
    (SourceId::new(parts[0]), Said { time: time(parts[1]), step })
}

/// A source's list as a decoder would report it, and as the store would keep it.
fn reported(source: &SourceId, lines: &[Said]) -> (Standing, Vec<Sighting>) {
    let first_seen = NaiveDate::from_ymd_opt(2026, 11, 28).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc();
    let mut journey = Journey::default();
    let sighting = |(at, line): (usize, &Said)| {
        let shown = journey.take(line.step);
        // the same scan has the same words everywhere
        let words = match line.step {
            Step::Reached(state) => state.status.as_str(),
            _ => "other words",
        };
        let event = Event { time: Some(line.time), state: shown, ..Event::new(number(), CleanText::line(words)) };
        let rank = u32::try_from(lines.len() - 1 - at).unwrap();
        Sighting { source: source.clone(), event, rank, first_seen, withdrawn_at: None }
    };
    let sightings = lines.iter().enumerate().map(sighting).collect();
    let facts = ReportedFacts { state: journey.state(), ..ReportedFacts::default() };
    let standing = Standing {
        checked_at: Some(first_seen),
        answered_at: Some(first_seen),
        outcome: Some(Outcome::Answered),
        facts: Some(facts),
        ..Standing::new(source.clone(), number())
    };
    (standing, sightings)
}

fn summary(case: &Case, turned: bool) -> Summary {
    let mut lists: BTreeMap<SourceId, Vec<Said>> = BTreeMap::new();
    for line in &case.says {
        let (source, said) = said(line);
        lists.entry(source).or_default().push(said);
    }
    let mut all: Vec<_> = lists.iter().map(|(source, lines)| reported(source, lines)).collect();
    if turned {
        all.reverse();
    }
    let (standings, sightings): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    Summary::of(&standings, &Timeline::merge(sightings.into_iter().flatten().collect()))
}

#[test]
fn sequences_of_several_sources_come_to_their_state_whatever_the_order_of_the_sources() {
    let table: Table = toml::from_str(include_str!("../../../tests/data/journeys_across_sources.toml")).unwrap();
    assert!(table.journey.len() >= 25);
    let wrong: Vec<String> = table
        .journey
        .iter()
        .flat_map(|case| [false, true].map(|turned| (case, summary(case, turned).state)))
        .filter(|(case, found)| *found != Some(state(&case.state)))
        .map(|(case, found)| format!("{}: {found:?}, not {}", case.name, case.state))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_words_of_a_return_are_those_of_who_tells_it() {
    let case = Case {
        name: String::new(),
        says: vec!["cainiao 5+0 exception/returning".into(), "17track 8+0 in_transit/arrival".into()],
        state: String::new(),
    };
    let summary = summary(&case, false);
    assert_eq!(summary.status_source, Some("cainiao".into()));
    assert!(!summary.disagreement);
    let newest = summary.last_event.and_then(|event| event.time).and_then(|time| time.instant());
    assert_eq!(newest, Some(NaiveDate::from_ymd_opt(2026, 11, 8).unwrap().and_hms_opt(9, 0, 0).unwrap().and_utc()));
}
