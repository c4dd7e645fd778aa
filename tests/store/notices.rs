//! The outbox: told once, whatever happens in between.

use chrono::{DateTime, FixedOffset, Offset, TimeDelta, Utc};
use posylka::domain::advice::AdviceSettings;
use posylka::domain::notice::{Notice, NoticeKind, NoticeRules};
use posylka::domain::{Outcome, ReportedFacts, State, Status, SubStatus};
use posylka::store::{Batch, Database, LookContext, NextBatch, QueueContext, SendOutcome, SourceState};

use crate::support::*;

const READY: State = State::new(Status::AvailableForPickup, SubStatus::Other);

fn utc(_: DateTime<Utc>) -> FixedOffset {
    Utc.fix()
}

fn next_at(db: &mut Database, channel: &str, now: DateTime<Utc>) -> NextBatch {
    let rules = NoticeRules { quiet: None, ..NoticeRules::default() };
    let context = QueueContext { channel, rules: &rules, now, offset: &utc, is_busy: false, is_frozen: false };
    db.next_batch(&context).unwrap()
}

fn taken(db: &mut Database, channel: &str, now: DateTime<Utc>) -> Option<Batch> {
    match next_at(db, channel, now) {
        NextBatch::Send(batch) => Some(*batch),
        NextBatch::Wait(_) => None,
    }
}

fn sent(db: &mut Database, channel: &str, now: DateTime<Utc>) -> Vec<NoticeKind> {
    let Some(batch) = taken(db, channel, now) else { return Vec::new() };
    db.settle_batch(channel, &batch.key, &SendOutcome::Sent, now).unwrap();
    kinds(&batch.notices)
}

fn kinds(notices: &[Notice]) -> Vec<NoticeKind> {
    notices.iter().map(|notice| notice.kind).collect()
}

fn outbox(db: &Database) -> Vec<NoticeKind> {
    kinds(&db.notices_after(0, 1_000).unwrap())
}

fn look(db: &mut Database, now: DateTime<Utc>) -> bool {
    let rules = AdviceSettings::default();
    db.look(&LookContext { rules: &rules, offset: Utc.fix(), with_summary: false, now }).unwrap()
}

#[test]
fn what_is_known_first_counts_as_told_and_what_comes_later_is_news_once() {
    let mut db = db();
    add(&mut db, LP);
    look(&mut db, now());
    let old = event(LP, 9, "Departed", None);
    record(&mut db, "cainiao", LP, 1, known(facts(State::UNDERWAY), vec![old.clone()]));
    record(
        &mut db,
        "russian-post",
        LP,
        2,
        known(facts(State::UNDERWAY), vec![event(LP, 10, "Arrived", None), old.clone()]),
    );
    assert_eq!(outbox(&db), [NoticeKind::First], "the second source still belongs to it");
    assert_eq!(sent(&mut db, "phone", at(3)), [NoticeKind::First]);
    let new = event(LP, 12, "At the counter", None);
    let list = || vec![new.clone(), event(LP, 10, "Arrived", None), old.clone()];
    record(&mut db, "russian-post", LP, 4, known(facts(READY), list()));
    record(&mut db, "russian-post", LP, 5, known(facts(READY), list()));
    assert_eq!(sent(&mut db, "phone", at(6)), [NoticeKind::Ready]);
    assert_eq!(sent(&mut db, "phone", at(7)), []);
    assert_eq!(sent(&mut db, "desk", at(7)), [], "a channel that comes later gets nothing that was told");
}

#[test]
fn a_program_that_dies_while_it_sends_sends_the_same_again_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut db = Database::open(&path, now()).unwrap();
    add(&mut db, LP);
    record(&mut db, "cainiao", LP, 1, known(facts(READY), vec![event(LP, 9, "Here", None)]));
    let first = taken(&mut db, "phone", at(2)).unwrap();
    let mut other = Database::open(&path, now()).unwrap();
    assert!(
        matches!(next_at(&mut other, "phone", at(3)), NextBatch::Wait(Some(until)) if until == at(4)),
        "it is alive"
    );
    drop(db);
    record(
        &mut other,
        "cainiao",
        LP,
        5,
        known(facts(State::only(Status::Delivered)), vec![event(LP, 11, "Given", None)]),
    );
    let again = taken(&mut other, "phone", at(6)).unwrap();
    assert_eq!((again.key.as_str(), again.is_repeat, first.is_repeat), (first.key.as_str(), true, false));
    assert_eq!(kinds(&again.notices), kinds(&first.notices));
    other.settle_batch("phone", &again.key, &SendOutcome::Sent, at(6)).unwrap();
    assert_eq!(sent(&mut other, "phone", at(7)), [NoticeKind::Delivered]);
}

#[test]
fn what_was_refused_waits_as_long_as_asked_and_goes_out_with_what_came_meanwhile() {
    let mut db = db();
    add(&mut db, LP);
    record(&mut db, "cainiao", LP, 1, known(facts(State::UNDERWAY), vec![event(LP, 9, "Departed", None)]));
    let batch = taken(&mut db, "phone", at(2)).unwrap();
    let refused = SendOutcome::Refused { retry_at: at(2) + TimeDelta::seconds(10_000), why: line("HTTP 429") };
    db.settle_batch("phone", &batch.key, &refused, at(2)).unwrap();
    record(
        &mut db,
        "cainiao",
        LP,
        20,
        known(facts(READY), vec![event(LP, 12, "Here", None), event(LP, 9, "Departed", None)]),
    );
    assert!(
        matches!(next_at(&mut db, "phone", at(100)), NextBatch::Wait(Some(until)) if until == at(2) + TimeDelta::seconds(10_000))
    );
    assert_eq!(sent(&mut db, "desk", at(100)), [NoticeKind::First, NoticeKind::Ready], "the other one does not wait");
    let state = db.channels().unwrap().into_iter().find(|c| c.name == "phone").unwrap();
    assert_eq!((state.failures, state.waiting, state.oldest), (1, 2, Some(at(1))));
    assert_eq!(sent(&mut db, "phone", at(170)), [NoticeKind::First, NoticeKind::Ready]);
}

#[test]
fn what_may_have_arrived_is_a_repeat() {
    let mut db = db();
    add(&mut db, LP);
    record(&mut db, "cainiao", LP, 1, known(facts(READY), vec![event(LP, 9, "Here", None)]));
    let batch = taken(&mut db, "phone", at(2)).unwrap();
    let unclear = SendOutcome::Unclear { retry_at: at(5), why: line("no answer within 20 s") };
    db.settle_batch("phone", &batch.key, &unclear, at(2)).unwrap();
    assert!(taken(&mut db, "phone", at(4)).is_none());
    let again = taken(&mut db, "phone", at(5)).unwrap();
    assert!(again.is_repeat && again.key == batch.key);
}

#[test]
fn two_hundred_parcels_with_their_history_are_one_message_and_all_news_of_a_week_another() {
    let mut db = db();
    for n in 0..200_i64 {
        let number = format!("RB{n:09}CN");
        add(&mut db, &number);
        record(
            &mut db,
            "cainiao",
            &number,
            n / 100,
            known(facts(State::UNDERWAY), vec![event(&number, 9, "Departed", None)]),
        );
    }
    look(&mut db, at(3));
    assert_eq!(sent(&mut db, "phone", at(4)).len(), 200);
    let week = 7 * 24 * 60;
    for n in 0..12_i64 {
        let number = format!("RB{n:09}CN");
        let events = vec![event(&number, 12, "Arrived", None), event(&number, 9, "Departed", None)];
        record(&mut db, "cainiao", &number, week, known(facts(State::UNDERWAY), events));
    }
    assert_eq!(sent(&mut db, "phone", at(week + 1)), [NoticeKind::SilenceBroken; 12]);
    assert_eq!(sent(&mut db, "phone", at(week + 2)), []);
}

#[test]
fn a_source_that_fails_for_hours_is_told_once_and_its_return_too() {
    let mut db = db();
    add(&mut db, LP);
    let failing = |minute: i64| {
        let trouble = Some((at(minute), Outcome::Blocked, None));
        let state = SourceState { failures: 3, last_trouble: trouble, ..SourceState::new(source("cainiao")) };
        posylka::store::Recording { state, ..recording("cainiao", LP, minute, unknown()) }
    };
    db.record(&failing(0)).unwrap();
    assert!(!look(&mut db, at(60)));
    db.record(&failing(359)).unwrap();
    assert!(look(&mut db, at(360)) && !look(&mut db, at(400)));
    record(&mut db, "cainiao", LP, 500, unknown());
    record(&mut db, "cainiao", LP, 501, unknown());
    assert_eq!(outbox(&db), [NoticeKind::SourceDown, NoticeKind::SourceUp]);
}

#[test]
fn silence_is_told_with_the_time_and_a_look_without_news_writes_nothing() {
    let mut db = db();
    add(&mut db, LP);
    look(&mut db, now());
    record(&mut db, "cainiao", LP, 1, known(facts(State::UNDERWAY), vec![event(LP, 9, "Departed", None)]));
    sent(&mut db, "phone", at(2));
    let later = now() + TimeDelta::days(30);
    assert!(look(&mut db, later) && !look(&mut db, later + TimeDelta::hours(1)));
    assert_eq!(sent(&mut db, "phone", later + TimeDelta::hours(2)), [NoticeKind::Stuck]);
    let minute = 31 * 24 * 60;
    let newer = posylka::domain::Event {
        time: Some(posylka::domain::EventTime::day(at(minute).date_naive())),
        ..event(LP, 1, "Arrived", None)
    };
    record(&mut db, "cainiao", LP, minute, known(facts(State::UNDERWAY), vec![newer, event(LP, 9, "Departed", None)]));
    assert_eq!(sent(&mut db, "phone", at(minute + 1)), [NoticeKind::SilenceBroken]);
}

#[test]
fn what_the_user_does_is_no_news_to_him() {
    let mut db = db();
    let id = add(&mut db, LP);
    record(&mut db, "cainiao", LP, 1, known(facts(State::UNDERWAY), vec![event(LP, 9, "Departed", None)]));
    sent(&mut db, "phone", at(2));
    db.tell(id, &event(LP, 12, "A neighbour has it", Some(State::only(Status::Delivered))), at(3)).unwrap();
    assert_eq!(sent(&mut db, "phone", at(4)), []);
    db.archive(id, at(5)).unwrap();
    let told = ReportedFacts { eta: Some(eta(3, 4)), ..facts(READY) };
    record(&mut db, "cainiao", LP, 6, known(told, vec![event(LP, 20, "Here", None)]));
    assert_eq!(sent(&mut db, "phone", at(7)), [], "it was put away");
}

#[test]
fn a_test_goes_through_the_queue_of_its_channel_alone() {
    let mut db = db();
    let id = db.add_test_notice("phone", &["desk".to_owned()], at(1)).unwrap();
    assert_eq!(sent(&mut db, "desk", at(2)), []);
    assert_eq!((db.is_sent("phone", id).unwrap(), sent(&mut db, "phone", at(2))), (false, vec![NoticeKind::Test]));
    assert!(db.is_sent("phone", id).unwrap());
}
