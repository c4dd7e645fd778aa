//! What an answer does to standings, summaries and parcels.

use posylka::domain::{
    Afterwards, CleanText, NumberRole, Outcome, ReportedFacts, State, Status, Storage, SubStatus, Trouble,
};
use posylka::store::{Database, RecordedReply, Recording, SourceState};

use crate::support::*;

const MOVING: State = State::only(Status::InTransit);
const DONE: State = State::only(Status::Delivered);

fn temporary() -> Trouble {
    Trouble::Temporary { what: line("timeout") }
}

fn standing(db: &Database, id: posylka::domain::ParcelId) -> posylka::domain::Standing {
    db.dossier(id).unwrap().unwrap().standings.remove(0)
}

#[test]
fn an_answer_is_kept_in_full() {
    let mut db = db();
    let id = add(&mut db, LP);
    let told = ReportedFacts { eta: Some(eta(3, 9)), carrier: Some(line("Cainiao")), ..facts(MOVING) };
    let said = event(LP, 9, "Departed", Some(State::new(Status::InTransit, SubStatus::Departure)));
    let recorded = record(&mut db, "cainiao", LP, 5, known(told.clone(), vec![said.clone()]));
    assert_eq!((recorded.changed, recorded.touched), (vec![id], vec![id]));
    let dossier = db.dossier(id).unwrap().unwrap();
    assert_eq!(dossier.timeline.entries.len(), 1);
    assert_eq!(*dossier.timeline.entries[0].event(), said);
    assert_eq!(dossier.timeline.entries[0].first_seen(), at(5));
    let standing = &dossier.standings[0];
    assert_eq!(standing.facts.as_ref(), Some(&told));
    assert_eq!((standing.checked_at, standing.answered_at), (Some(at(5)), Some(at(5))));
    assert_eq!((standing.changed_at, standing.next_check_at), (Some(at(5)), Some(at(65))));
    assert_eq!((standing.outcome, standing.failures), (Some(Outcome::Answered), 0));
    let summary = &dossier.parcel.summary;
    assert_eq!((summary.state, summary.changed_at), (Some(MOVING), Some(at(5))));
    assert_eq!(summary.last_event, Some(said));
    assert_eq!(summary.eta, Some((eta(3, 9), source("cainiao"))));
    assert_eq!(summary.next_check_at, Some(at(65)));
}

#[test]
fn only_state_newest_event_and_expected_date_are_a_change() {
    let mut db = db();
    let id = add(&mut db, LP);
    let first = event(LP, 9, "Departed", None);
    let second = event(LP, 11, "Arrived", None);
    let older = event(LP, 3, "Accepted", None);
    let mut step =
        |minute, facts: ReportedFacts, events: Vec<_>| record(&mut db, "a", LP, minute, known(facts, events)).changed;
    assert_eq!(step(1, facts(MOVING), vec![first.clone()]), [id]);
    assert!(step(2, facts(MOVING), vec![first.clone()]).is_empty(), "the same again");
    let reworded = ReportedFacts { status_text: Some(line("other words")), carrier: Some(line("B")), ..facts(MOVING) };
    assert!(step(3, reworded, vec![first.clone()]).is_empty(), "other words only");
    assert!(step(4, facts(MOVING), vec![first.clone(), older.clone()]).is_empty(), "an older event was added");
    assert_eq!(step(5, facts(MOVING), vec![second.clone(), first.clone(), older.clone()]), [id], "a newer event");
    let dated = |from| ReportedFacts { eta: Some(eta(from, 9)), ..facts(MOVING) };
    let all = vec![second, first, older];
    assert_eq!(step(6, dated(3), all.clone()), [id], "an expected date");
    assert_eq!(step(7, dated(4), all.clone()), [id], "another expected date");
    assert!(step(8, dated(4), all.clone()).is_empty());
    assert_eq!(step(9, ReportedFacts { eta: None, ..facts(DONE) }, all), [id], "another state");
    assert_eq!(db.parcel(id).unwrap().unwrap().summary.changed_at, Some(at(9)));
}

#[test]
fn a_second_source_that_says_the_same_is_no_change() {
    let mut db = db();
    let id = add(&mut db, LP);
    let said = event(LP, 9, "Departed", Some(MOVING));
    record(&mut db, "a", LP, 1, known(facts(MOVING), vec![said.clone()]));
    let told = record(&mut db, "b", LP, 2, known(facts(MOVING), vec![said]));
    assert_eq!((told.changed, told.touched), (vec![], vec![id]));
    let dossier = db.dossier(id).unwrap().unwrap();
    assert_eq!(dossier.timeline.entries.len(), 1);
    assert_eq!(dossier.timeline.entries[0].sources().len(), 2);
    assert_eq!(dossier.parcel.summary.changed_at, Some(at(1)));
}

#[test]
fn trouble_is_counted_and_changes_nothing_that_was_said() {
    let mut db = db();
    let id = add(&mut db, LP);
    record(&mut db, "a", LP, 1, known(facts(MOVING), vec![event(LP, 9, "Departed", None)]));
    let before = db.dossier(id).unwrap().unwrap();
    for (minute, failures) in [(2, 1), (3, 2)] {
        let told = record(&mut db, "a", LP, minute, Err(temporary()));
        assert!(told.changed.is_empty());
        let standing = standing(&db, id);
        assert_eq!(standing.failures, failures);
        assert_eq!((standing.outcome, standing.detail.as_deref()), (Some(Outcome::Temporary), Some("timeout")));
        assert_eq!((standing.checked_at, standing.answered_at), (Some(at(minute)), Some(at(1))));
        assert_eq!(standing.facts, before.standings[0].facts);
    }
    let after = db.dossier(id).unwrap().unwrap();
    assert_eq!(after.timeline, before.timeline);
    assert_eq!(after.parcel.summary.state, Some(MOVING));
    assert_eq!(after.parcel.summary.troubles, [(source("a"), Outcome::Temporary)]);
    record(&mut db, "a", LP, 4, unknown());
    assert_eq!((standing(&db, id).failures, standing(&db, id).detail), (0, None), "any result ends the row");
}

#[test]
fn unknown_number_erases_nothing() {
    let mut db = db();
    let id = add(&mut db, LP);
    let told = facts(MOVING);
    record(&mut db, "a", LP, 1, known(told.clone(), vec![event(LP, 9, "Departed", None)]));
    assert!(record(&mut db, "a", LP, 2, unknown()).changed.is_empty());
    let dossier = db.dossier(id).unwrap().unwrap();
    assert_eq!(dossier.standings[0].outcome, Some(Outcome::UnknownNumber));
    assert_eq!(dossier.standings[0].facts, Some(told));
    assert_eq!(dossier.standings[0].changed_at, Some(at(1)));
    assert!(!dossier.timeline.entries[0].is_withdrawn());
}

#[test]
fn a_handover_number_joins_every_parcel_that_has_the_asked_one() {
    let mut db = db();
    let id = add(&mut db, LP);
    let other = add(&mut db, RB);
    record(&mut db, "post", RA, 0, known(facts(DONE), vec![event(RA, 20, "Handed over", Some(DONE))]));
    let told = ReportedFacts { handovers: vec![number(RA), number(LP)], ..facts(MOVING) };
    let first = record(&mut db, "a", LP, 1, known(told.clone(), vec![]));
    assert_eq!((first.changed, first.new_numbers), (vec![id], vec![number(RA)]));
    let parcel = db.parcel(id).unwrap().unwrap();
    assert_eq!(parcel.numbers[1].role, NumberRole::Handover);
    assert_eq!(parcel.summary.state, Some(DONE), "what was known of the new number counts at once");
    assert!(record(&mut db, "a", LP, 2, known(told.clone(), vec![])).new_numbers.is_empty());
    assert_eq!(db.parcel(other).unwrap().unwrap().numbers.len(), 1);
    let second = record(&mut db, "a", RB, 3, known(told, vec![]));
    assert_eq!(second.new_numbers, [number(RA), number(LP)], "a shared number is on both");
    let both = record(&mut db, "post", RA, 4, known(facts(MOVING), vec![]));
    assert_eq!(both.touched, [id, other]);
}

#[test]
fn a_source_cannot_pile_numbers_up_without_end() {
    let mut db = db();
    let id = add(&mut db, LP);
    let handovers = (0..500).map(|n| number(&format!("RX{n:09}CN"))).collect();
    record(&mut db, "a", LP, 1, known(ReportedFacts { handovers, ..ReportedFacts::default() }, vec![]));
    assert_eq!(db.parcel(id).unwrap().unwrap().numbers.len(), 20);
}

#[test]
fn an_answer_about_a_number_nobody_has_is_kept_for_later() {
    let mut db = db();
    let told = record(&mut db, "a", LP, 1, known(facts(MOVING), vec![event(LP, 9, "Departed", None)]));
    assert!(told.touched.is_empty() && told.changed.is_empty());
    assert!(db.last_answer(&source("a")).unwrap().is_some());
    let id = add(&mut db, LP);
    assert_eq!(db.parcel(id).unwrap().unwrap().summary.state, Some(MOVING));
}

#[test]
fn a_batch_lands_on_the_right_parcels() {
    let mut db = db();
    let (one, two) = (add(&mut db, LP), add(&mut db, RB));
    let reply = |about: &str, result| RecordedReply { number: number(about), result, next_check_at: at(60) };
    let batch = Recording {
        replies: vec![
            reply(LP, known(facts(MOVING), vec![event(LP, 9, "One", None)])),
            reply(RB, Err(Trouble::NotUnderstood { path: line("$.data[1]") })),
        ],
        ..recording("a", LP, 1, unknown())
    };
    let told = db.record(&batch).unwrap();
    assert_eq!((told.changed, told.touched), (vec![one], vec![one, two]));
    let second = db.dossier(two).unwrap().unwrap();
    assert!(second.timeline.entries.is_empty());
    assert_eq!(second.standings[0].detail, Some(CleanText::line("$.data[1]")));
    assert_eq!(db.answers(one).unwrap().len(), 1);
    assert_eq!(db.answers(one).unwrap(), db.answers(two).unwrap());
}

#[test]
fn the_source_s_state_is_kept_but_not_what_it_spent() {
    let mut db = db();
    add(&mut db, LP);
    db.spend(&source("a"), at(0), posylka::store::Allowance::default(), std::time::Duration::from_secs(2)).unwrap();
    let state = SourceState {
        paused_until: Some(at(90)),
        paused_for: Some(Outcome::Blocked),
        failures: 3,
        last_success: Some(at(-5)),
        last_trouble: Some((at(1), Outcome::Blocked, Some(line("captcha")))),
        spent: 99,
        ..SourceState::new(source("a"))
    };
    db.record(&Recording { state: state.clone(), ..recording("a", LP, 1, Err(Trouble::Blocked)) }).unwrap();
    let kept = db.source_states().unwrap().remove(0);
    assert_eq!((kept.spent, kept.spent_day), (1, Some(now().date_naive())));
    assert!(kept.next_allowed_at.is_some());
    assert_eq!((kept.spent_in_month, kept.spent_month), (1, chrono::NaiveDate::from_ymd_opt(2026, 11, 1)));
    let same =
        SourceState { spent: 99, spent_day: None, spent_in_month: 0, spent_month: None, next_allowed_at: None, ..kept };
    assert_eq!(same, state);
}

#[test]
fn an_answer_that_was_overtaken_decides_nothing() {
    let mut db = db();
    let id = add(&mut db, LP);
    let late = known(facts(MOVING), vec![event(LP, 9, "Departed", None), event(LP, 8, "Typo", None)]);
    record(
        &mut db,
        "a",
        LP,
        9,
        known(facts(DONE), vec![event(LP, 12, "Delivered", Some(DONE)), event(LP, 9, "Departed", None)]),
    );
    assert!(record(&mut db, "a", LP, 3, late).changed.is_empty());
    let dossier = db.dossier(id).unwrap().unwrap();
    assert_eq!(dossier.parcel.summary.state, Some(DONE));
    assert_eq!(dossier.standings[0].checked_at, Some(at(9)));
    let withdrawn: Vec<_> = dossier.timeline.entries.iter().filter(|e| e.is_withdrawn()).collect();
    assert_eq!(withdrawn.len(), 1);
    assert_eq!(&*withdrawn[0].event().text, "Typo");
    let departed = dossier.timeline.entries.iter().find(|e| &*e.event().text == "Departed").unwrap();
    assert_eq!(departed.first_seen(), at(3));
}

#[test]
fn a_recording_that_fails_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut db = Database::open(&path, now()).unwrap();
    let id = add(&mut db, LP);
    // The last step of a recording is made to fail from outside.
    let outside = rusqlite::Connection::open(&path).unwrap();
    outside
        .execute_batch("CREATE TRIGGER t BEFORE INSERT ON source_state BEGIN SELECT RAISE(ABORT, 'no'); END")
        .unwrap();
    db.record(&recording("a", LP, 1, known(facts(MOVING), vec![event(LP, 9, "Departed", None)]))).unwrap_err();
    let dossier = db.dossier(id).unwrap().unwrap();
    assert!(dossier.timeline.entries.is_empty() && dossier.standings.is_empty());
    assert_eq!(dossier.parcel.summary.state, None);
    assert!(db.last_answer(&source("a")).unwrap().is_none());
    outside.execute_batch("DROP TRIGGER t").unwrap();
    record(&mut db, "a", LP, 1, known(facts(MOVING), vec![]));
    assert_eq!(db.verify_chain().unwrap(), posylka::store::ChainCheck::Whole(1));
}

#[test]
fn how_long_it_is_kept_is_told_only_while_it_waits() {
    let mut db = db();
    let id = add(&mut db, LP);
    let storage = Storage { until: day(12), then: Afterwards::Costs };
    let waits = |state| ReportedFacts { storage: Some(storage), ..facts(state) };
    let ready = State::only(Status::AvailableForPickup);
    record(&mut db, "nova-poshta", LP, 1, known(waits(ready), vec![event(LP, 9, "Arrived", Some(ready))]));
    let kept = db.parcel(id).unwrap().unwrap().summary.storage;
    assert_eq!(kept, Some((storage, source("nova-poshta"))));
    let delivered = State::only(Status::Delivered);
    record(&mut db, "nova-poshta", LP, 2, known(waits(delivered), vec![event(LP, 10, "Given out", Some(delivered))]));
    assert_eq!(db.parcel(id).unwrap().unwrap().summary.storage, None);
}
