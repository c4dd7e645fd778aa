//! Databases filled through the real store.

use std::ops::Range;
use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use posylka::domain::{
    CleanText, Event, EventTime, Finding, NewParcel, Report, ReportedFacts, SourceId, State, Status, SubStatus,
    TrackingNumber,
};
use posylka::store::{Database, KeptExchange, RecordedReply, Recording, SourceState};

use crate::carrier::number;

/// Fills a database with parcels of so many events each, the newest one some days old and every third one delivered;
/// next checks lie a day ahead.
pub fn fill(path: &Path, parcels: usize, events: usize, now: DateTime<Utc>) {
    let mut db = Database::open(path, now).unwrap();
    add(&mut db, 0..parcels, now - TimeDelta::days(40));
    let numbers: Vec<_> = (0..parcels).map(number).collect();
    for batch in numbers.chunks(10) {
        db.record(&recording(batch, events, now)).unwrap();
    }
}

/// Adds parcels that nobody has been asked about yet.
pub fn add(db: &mut Database, places: Range<usize>, now: DateTime<Utc>) {
    for index in places {
        let draft = NewParcel {
            numbers: vec![number(index)],
            title: CleanText::some_line(&format!("Посылка {index} of many")),
            ..NewParcel::default()
        };
        db.add(&draft, now).unwrap();
    }
}

fn recording(numbers: &[TrackingNumber], events: usize, now: DateTime<Utc>) -> Recording {
    let source = SourceId::new("cainiao");
    let replies = numbers.iter().map(|number| RecordedReply {
        number: number.clone(),
        result: Ok(report(number, events, now)),
        next_check_at: now + TimeDelta::days(1),
    });
    Recording {
        source: source.clone(),
        partial_history: false,
        asked_at: now,
        answered_at: now,
        exchanges: vec![KeptExchange {
            question: format!("GET /{}", numbers[0]),
            http_status: 200,
            body: b"{}".to_vec(),
        }],
        replies: replies.collect(),
        state: SourceState::new(source),
    }
}

const DEPARTED: State = State::new(Status::InTransit, SubStatus::Departure);

fn report(number: &TrackingNumber, events: usize, now: DateTime<Utc>) -> Report {
    let kind = number.as_str().bytes().map(usize::from).sum::<usize>();
    let quiet = i64::try_from(kind % 12).unwrap();
    let delivered = State::only(Status::Delivered);
    let state = if kind.is_multiple_of(3) { delivered } else { State::UNDERWAY };
    let facts = ReportedFacts { state: Some(state), ..ReportedFacts::default() };
    let event = |back: usize| Event {
        time: Some(EventTime::at(
            (now - TimeDelta::days(quiet) - TimeDelta::hours(7 * i64::try_from(back).unwrap())).naive_utc(),
            FixedOffset::east_opt(0),
        )),
        place: CleanText::some_line("东莞市 Dongguan"),
        state: Some(if back == 0 && state == delivered { delivered } else { DEPARTED }),
        raw_code: CleanText::some_line("SC_OUTBOUND_SUCCESS"),
        ..Event::new(number.clone(), CleanText::line(&format!("Departed from sorting center no. {back}")))
    };
    Report { finding: Finding::Known(Box::new(facts)), events: (0..events).map(event).collect() }
}
