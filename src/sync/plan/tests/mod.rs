//! The rules as tables, and what must hold for any input.

mod due;
mod intervals;
mod pauses;
mod properties;
mod unasked;

use std::time::Duration;

use chrono::TimeDelta;

use super::*;
use crate::domain::{
    CleanText, Event, EventTime, Finding, Outcome, ParcelId, Report, ReportedFacts, Standing, State, Status, Trouble,
};

const HABITS: Habits = Habits { home: None, stale_after_days: 7 };

fn plan(
    watched: &[WatchedNumber],
    states: &[SourceState],
    profiles: &[&Profile],
    scope: &Scope,
    now: DateTime<Utc>,
) -> Vec<Question> {
    super::plan(&PlanInput { watched, states, profiles, habits: HABITS, now }, scope)
}

fn wake_at(
    watched: &[WatchedNumber],
    states: &[SourceState],
    profiles: &[&Profile],
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    super::wake_at(&PlanInput { watched, states, profiles, habits: HABITS, now })
}

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
        batch,
        parallel: 2,
        daily_budget,
        min_interval: Duration::from_mins(10),
        base_url: "http://localhost",
        ..Profile::DEFAULT
    }
}

fn watched(n: usize) -> WatchedNumber {
    WatchedNumber::new(ParcelId(i64::try_from(n).unwrap()), number(n), now() - TimeDelta::days(10))
}

fn standing(source: &str, n: usize, next: Option<DateTime<Utc>>) -> Standing {
    Standing {
        checked_at: Some(now() - TimeDelta::hours(5)),
        outcome: Some(Outcome::Answered),
        answered_at: Some(now() - TimeDelta::hours(5)),
        facts: Some(ReportedFacts::default()),
        next_check_at: next,
        ..Standing::new(SourceId::new(source), number(n))
    }
}

fn state(source: &str) -> SourceState {
    SourceState::new(SourceId::new(source))
}

fn event(n: usize, ago: TimeDelta) -> Event {
    Event {
        time: Some(EventTime::at((now() - ago).naive_utc(), chrono::FixedOffset::east_opt(0))),
        ..Event::new(number(n), CleanText::line("scan"))
    }
}

fn known(status: Option<State>, ago: Option<TimeDelta>) -> Report {
    let facts = ReportedFacts { state: status, ..ReportedFacts::default() };
    Report { finding: Finding::Known(Box::new(facts)), events: ago.map(|a| event(1, a)).into_iter().collect() }
}

fn unknown() -> Report {
    Report { finding: Finding::Unknown, events: Vec::new() }
}
