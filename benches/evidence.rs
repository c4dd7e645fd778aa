//! What a pack for a dispute costs: a parcel with 5 sources, 200 events and 300 kept answers.
//!
//! `cargo bench --bench evidence`

#![expect(clippy::unwrap_used, reason = "a bench stops at the first surprise")]

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use divan::Bencher;
use posylka::domain::{
    CleanText, Event, EventTime, Finding, NewParcel, ParcelId, Report, ReportedFacts, SourceId, State, TrackingNumber,
};
use posylka::evidence::{EvidenceInput, pack, verify};
use posylka::store::{Database, KeptExchange, RecordedReply, Recording, SourceState};
use posylka::texts::{Language, Texts};

const SOURCES: usize = 5;
const EVENTS: usize = 200;
const ANSWERS: usize = 300;

fn main() {
    divan::main();
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 12, 0, 0).unwrap()
}

fn number() -> TrackingNumber {
    TrackingNumber::parse("RA123456785RU").unwrap()
}

fn events(source: usize, until: usize) -> Vec<Event> {
    let event = |index: usize| Event {
        time: Some(EventTime::at((now() - TimeDelta::hours(7 * i64::try_from(index).unwrap())).naive_utc(), None)),
        place: CleanText::some_line("Внуково"),
        state: Some(State::UNDERWAY),
        ..Event::new(number(), CleanText::line(&format!("Source {source}: processing at sorting centre {index}")))
    };
    (0..until).map(event).collect()
}

/// About 20 kB of JSON, as a source with many events answers.
fn body(round: usize) -> Vec<u8> {
    let line = |n: usize| {
        format!("{{\"time\":\"2026-11-06 10:31:00\",\"epoch\":{round},\"desc\":\"scan {n}\",\"receiver\":\"Ivan\"}}")
    };
    format!("[{}]", (0..220).map(line).collect::<Vec<_>>().join(",")).into_bytes()
}

fn database() -> (Database, ParcelId) {
    let mut db = Database::in_memory(now()).unwrap();
    let id = db.add(&NewParcel { numbers: vec![number()], ..NewParcel::default() }, now()).unwrap().id();
    for round in 0..ANSWERS {
        let source = SourceId::new(&format!("source-{}", round % SOURCES));
        let at = now() - TimeDelta::minutes(10 * i64::try_from(ANSWERS - round).unwrap());
        let facts = ReportedFacts { state: Some(State::UNDERWAY), ..ReportedFacts::default() };
        let report =
            Report { finding: Finding::Known(Box::new(facts)), events: events(round % SOURCES, EVENTS / SOURCES) };
        let recording = Recording {
            source: source.clone(),
            asked_at: at,
            answered_at: at,
            exchanges: vec![KeptExchange {
                question: "GET /RA123456785RU".to_owned(),
                http_status: 200,
                body: body(round),
            }],
            replies: vec![RecordedReply { number: number(), result: Ok(report), next_check_at: at }],
            state: SourceState::new(source),
            partial_history: false,
        };
        db.record(&recording).unwrap();
    }
    (db, id)
}

fn made(db: &Database, id: ParcelId, texts: &Texts) -> Vec<u8> {
    let chain = db.verify_chain().unwrap();
    let history = db.history(id).unwrap().unwrap();
    assert_eq!((history.answers.len(), history.checks.len()), (ANSWERS, ANSWERS));
    let source_name = |id: &SourceId| id.to_string();
    let history = &history;
    let case = EvidenceInput { history, chain, source_name: &source_name, texts, now: now(), full: false };
    pack(&case).unwrap().bytes
}

#[divan::bench]
fn write_a_pack(bencher: Bencher) {
    let ((db, id), texts) = (database(), Texts::new(Language::En));
    bencher.bench_local(|| made(&db, id, &texts));
}

#[divan::bench]
fn verify_a_pack(bencher: Bencher) {
    let ((db, id), texts) = (database(), Texts::new(Language::En));
    let bytes = made(&db, id, &texts);
    bencher.bench_local(|| verify(&bytes).unwrap());
}
