//! What the tests are made of.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, TimeZone, Utc};
use posylka::domain::{
    CleanText, Eta, Event, EventTime, Finding, NewParcel, ParcelId, Report, ReportedFacts, SourceId, State,
    TrackingNumber, Trouble,
};
use posylka::store::{Database, KeptExchange, Recorded, RecordedReply, Recording, SourceState};

pub const LP: &str = "LP00620966542870";
pub const RA: &str = "RA123456785RU";
pub const RB: &str = "RB382204916CN";

pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 12, 0, 0).unwrap()
}

pub fn at(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

pub fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, d).unwrap()
}

pub fn db() -> Database {
    Database::in_memory(now()).unwrap()
}

pub fn number(text: &str) -> TrackingNumber {
    TrackingNumber::parse(text).unwrap()
}

pub fn source(id: &str) -> SourceId {
    SourceId::new(id)
}

pub fn line(text: &str) -> CleanText {
    CleanText::line(text)
}

pub fn draft(text: &str) -> NewParcel {
    NewParcel { numbers: vec![number(text)], ..NewParcel::default() }
}

pub fn add(db: &mut Database, text: &str) -> ParcelId {
    db.add(&draft(text), now()).unwrap().id()
}

/// An event under a number, `hour` hours into 10 November.
pub fn event(under: &str, hour: u32, text: &str, state: Option<State>) -> Event {
    let wall = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap().and_hms_opt(hour, 15, 30).unwrap();
    Event {
        time: Some(EventTime::at(wall, FixedOffset::east_opt(3 * 3600))),
        place: Some(line("Внуково")),
        country: posylka::domain::Country::parse("RU"),
        text_lang: Some(line("en")),
        state,
        raw_code: Some(line("GTMS")),
        ..Event::new(number(under), line(text))
    }
}

pub fn facts(state: State) -> ReportedFacts {
    ReportedFacts { state: Some(state), status_text: Some(line("as they say")), ..ReportedFacts::default() }
}

#[expect(clippy::unnecessary_wraps, reason = "in the shape that a recording takes")]
pub fn known(facts: ReportedFacts, events: Vec<Event>) -> Result<Report, Trouble> {
    Ok(Report { finding: Finding::Known(Box::new(facts)), events })
}

#[expect(clippy::unnecessary_wraps, reason = "in the shape that a recording takes")]
pub fn unknown() -> Result<Report, Trouble> {
    Ok(Report { finding: Finding::Unknown, events: Vec::new() })
}

pub fn eta(from: u32, to: u32) -> Eta {
    Eta { from: day(from), to: day(to) }
}

pub fn exchange(question: &str, body: &str) -> KeptExchange {
    KeptExchange { question: question.to_owned(), http_status: 200, body: body.as_bytes().to_vec() }
}

/// A source's answer about one number, there at a minute.
pub fn recording(id: &str, about: &str, minute: i64, result: Result<Report, Trouble>) -> Recording {
    Recording {
        source: source(id),
        partial_history: false,
        asked_at: at(minute),
        answered_at: at(minute),
        exchanges: vec![exchange(&format!("GET /{about}"), &format!("{id} {about} {minute}"))],
        replies: vec![RecordedReply { number: number(about), result, next_check_at: at(minute + 60) }],
        state: SourceState::new(source(id)),
    }
}

pub fn record(db: &mut Database, id: &str, about: &str, minute: i64, result: Result<Report, Trouble>) -> Recorded {
    db.record(&recording(id, about, minute, result)).unwrap()
}
