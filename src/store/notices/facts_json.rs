//! What a notice says, as the JSON kept in its column: it grows without a migration.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::advice::Situation;
use crate::domain::notice::{NoticeEvent, NoticeFacts};
use crate::domain::{
    CleanText, Eta, EventTime, Outcome, Precision, State, Status, SubStatus, parse_wall_time, wall_time_text,
};

type StateWords = (String, Option<String>);

/// [`NoticeFacts`] in words; what is absent is left out.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Words {
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<StateWords>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state_before: Option<StateWords>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<EventWords>,
    #[serde(skip_serializing_if = "is_zero")]
    more_events: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    eta: Option<(NaiveDate, NaiveDate)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eta_before: Option<(NaiveDate, NaiveDate)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dispute_by: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    situation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    silent_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ends_now: bool,
}

/// [`NoticeEvent`] in words.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct EventWords {
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    text: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// Facts as JSON.
pub(super) fn to_json(facts: &NoticeFacts) -> String {
    let words = Words {
        state: facts.state.map(state_words),
        state_before: facts.state_before.map(state_words),
        events: facts.events.iter().map(event_words).collect(),
        more_events: facts.more_events,
        eta: facts.eta.map(|e| (e.from, e.to)),
        eta_before: facts.eta_before.map(|e| (e.from, e.to)),
        until: facts.until,
        dispute_by: facts.dispute_by,
        situation: facts.situation.map(|s| s.as_str().to_owned()),
        silent_days: facts.silent_days,
        outcome: facts.outcome.map(|o| o.as_str().to_owned()),
        since: facts.since,
        ends_now: facts.ends_now,
    };
    serde_json::to_string(&words).unwrap_or_default()
}

/// Facts from JSON; what this version does not know reads as absent.
pub(super) fn from_json(json: &str) -> NoticeFacts {
    let words: Words = serde_json::from_str(json).unwrap_or_default();
    let eta = |(from, to)| Eta { from, to };
    NoticeFacts {
        state: words.state.as_ref().and_then(state),
        state_before: words.state_before.as_ref().and_then(state),
        events: words.events.iter().map(event).collect(),
        more_events: words.more_events,
        eta: words.eta.map(eta),
        eta_before: words.eta_before.map(eta),
        until: words.until,
        dispute_by: words.dispute_by,
        situation: words.situation.as_deref().and_then(Situation::parse),
        silent_days: words.silent_days,
        outcome: words.outcome.as_deref().and_then(Outcome::parse),
        since: words.since,
        ends_now: words.ends_now,
    }
}

fn state_words(state: State) -> StateWords {
    (state.status.as_str().to_owned(), state.sub.map(|sub| sub.as_str().to_owned()))
}

fn state((status, sub): &StateWords) -> Option<State> {
    Some(State { status: Status::parse(status)?, sub: sub.as_deref().and_then(SubStatus::parse) })
}

fn event_words(event: &NoticeEvent) -> EventWords {
    EventWords {
        local: event.time.map(|time| wall_time_text(&time.local())),
        offset: event.time.and_then(|time| time.offset()).map(|offset| offset.local_minus_utc()),
        precision: event.time.map(|time| time.precision().as_str().to_owned()),
        place: event.place.as_deref().map(str::to_owned),
        text: event.text.to_string(),
    }
}

fn event(words: &EventWords) -> NoticeEvent {
    let precision = words.precision.as_deref().and_then(Precision::parse).unwrap_or(Precision::Day);
    let local = words.local.as_deref().and_then(parse_wall_time);
    NoticeEvent {
        time: local.map(|local| EventTime::new(local, words.offset.and_then(FixedOffset::east_opt), precision)),
        place: words.place.as_deref().and_then(CleanText::some_line),
        text: CleanText::line(&words.text),
    }
}
