//! What comes out of damaged files.

use super::*;
use crate::domain::{CleanText, Event, EventTime, Finding, Report, ReportedFacts, SourceId};
use crate::domain::{NewParcel, TrackingNumber};
use crate::store::RecordedReply;
use crate::store::{ArchiveFilter, ChainCheck, KeptExchange, Recording, SourceState};

const PARCELS: usize = 60;

fn number(nth: usize) -> TrackingNumber {
    TrackingNumber::parse(&format!("RX{nth:09}CN")).unwrap()
}

fn event(number: &TrackingNumber, nth: u32) -> Event {
    let wall = format!("2026-11-{:02}T09:{:02}:00", 1 + nth % 28, nth % 60).parse().unwrap();
    Event {
        time: Some(EventTime::at(wall, None)),
        place: Some(CleanText::line("Внуково")),
        country: None,
        text: CleanText::line(&format!("step {nth} on the way")),
        text_lang: None,
        translation: None,
        state: None,
        raw_code: None,
        number: number.clone(),
    }
}

/// A database with parcels, tags, answers larger than a page, checks and events.
fn filled(path: &Path, now: DateTime<Utc>) {
    let mut db = Database::open(path, now).unwrap();
    for nth in 0..PARCELS {
        let number = number(nth);
        let tags = vec![CleanText::line("gift")];
        let new = NewParcel { numbers: vec![number.clone()], tags, ..NewParcel::default() };
        db.add(&new, now).unwrap();
        let events = (0..20).map(|step| event(&number, step)).collect();
        let finding = Finding::Known(Box::<ReportedFacts>::default());
        let reply = RecordedReply { number, result: Ok(Report { finding, events }), next_check_at: now };
        let source = SourceId::new("a");
        // Does not pack to less than a page.
        let body = (0..9000_usize).map(|at| ((at * at + nth * 7919) >> 3).to_le_bytes()[0]).collect();
        let exchanges = vec![KeptExchange { question: format!("GET /{nth}"), http_status: 200, body }];
        let state = SourceState::new(source.clone());
        let (partial_history, replies) = (false, vec![reply]);
        db.record(&Recording { source, partial_history, asked_at: now, answered_at: now, exchanges, replies, state })
            .unwrap();
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn a_whole_file_comes_out_whole_also_what_is_still_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("posylka.db"), folder.path().join("new.db"));
    let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
    filled(&old, now);
    let mut open = Database::open(&old, now).unwrap();
    open.add(&NewParcel { numbers: vec![number(PARCELS)], ..NewParcel::default() }, now).unwrap();
    assert!(data_dir::sibling(&old, "-wal").metadata().unwrap().len() > 0, "the last parcel is in the log");
    let before = bytes(&old);
    let report = Database::salvage(&old, &new, now).unwrap();
    assert!(report.is_whole(), "{report:?}");
    assert_eq!(bytes(&old), before, "the old file is only read");
    let saved = Database::open(&new, now).unwrap();
    assert_eq!(saved.parcels(ArchiveFilter::All).unwrap(), open.parcels(ArchiveFilter::All).unwrap());
    assert_eq!(saved.verify_chain().unwrap(), ChainCheck::Whole(PARCELS as u64));
    assert_eq!(saved.integrity().unwrap(), "ok");
    for parcel in saved.parcels(ArchiveFilter::All).unwrap() {
        assert_eq!(saved.dossier(parcel.id).unwrap(), open.dossier(parcel.id).unwrap());
        assert_eq!(saved.answers(parcel.id).unwrap(), open.answers(parcel.id).unwrap());
    }
}

#[test]
fn a_cut_file_without_its_head_gives_what_is_left_and_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("posylka.db"), folder.path().join("new.db"));
    let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
    filled(&old, now);
    let mut damaged = bytes(&old);
    damaged.truncate(damaged.len() * 3 / 4);
    damaged[..4096].fill(0xff);
    std::fs::write(&old, &damaged).unwrap();
    assert!(Database::open(&old, now).is_err());
    let report = Database::salvage(&old, &new, now).unwrap();
    assert!(!report.is_whole() && report.missing.iter().any(|(table, _)| table == "answer"), "{report:?}");
    let saved = Database::open(&new, now).unwrap();
    assert_eq!(saved.parcels(ArchiveFilter::All).unwrap().len(), PARCELS);
    assert_eq!(saved.integrity().unwrap(), "ok");
}

#[test]
fn what_is_no_database_gives_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("cat.jpg"), folder.path().join("new.db"));
    for junk in [vec![], vec![0xd8; 100_000]] {
        std::fs::write(&old, &junk).unwrap();
        assert_eq!(Database::salvage(&old, &new, Utc::now()), Err(StoreError::NotADatabase));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
