//! Events that the user tells.

use posylka::domain::{ParcelId, State, Status, SubStatus, Summary};

use crate::support::*;

const DELIVERED: State = State::new(Status::Delivered, SubStatus::Other);

fn summary(db: &posylka::store::Database, id: ParcelId) -> Summary {
    db.parcel(id).unwrap().unwrap().summary
}

#[test]
fn an_event_of_the_users_merges_and_is_undone() {
    let mut db = db();
    let id = add(&mut db, LP);
    let moving = State::only(Status::InTransit);
    record(&mut db, "a", LP, 5, known(facts(moving), vec![event(LP, 9, "Departed", Some(moving))]));
    let before = (db.dossier(id).unwrap().unwrap(), db.watched().unwrap());
    assert!(db.tell(id, &event(LP, 9, "Departed", Some(moving)), at(6)).unwrap());
    let merged = db.dossier(id).unwrap().unwrap().timeline;
    assert_eq!(merged.entries.len(), 1);
    assert_eq!(merged.entries[0].sources(), [&source("a"), &source("user")]);

    assert!(db.tell(id, &event(LP, 11, "In my hands", Some(DELIVERED)), at(7)).unwrap());
    assert!(db.tell(id, &event(LP, 10, "A call", None), at(8)).unwrap());
    assert!(!db.tell(id, &event(LP, 10, "A call", None), at(9)).unwrap(), "told already");
    let told = summary(&db, id);
    assert_eq!((told.state, told.status_source), (Some(DELIVERED), Some(source("user"))));
    assert_eq!(told.last_event.unwrap().text.as_str(), "In my hands");
    assert_eq!(
        (told.checked_at, told.answered_at),
        (before.0.parcel.summary.checked_at, before.0.parcel.summary.answered_at)
    );
    record(&mut db, "a", LP, 9, known(facts(moving), vec![event(LP, 9, "Departed", Some(moving))]));
    assert_eq!(db.dossier(id).unwrap().unwrap().timeline.entries.len(), 3, "no source withdraws the user's events");

    for _ in 0..3 {
        db.undo(at(10)).unwrap().unwrap();
    }
    let after = db.dossier(id).unwrap().unwrap();
    assert_eq!(after.timeline, before.0.timeline);
    assert_eq!(after.parcel.summary.state, before.0.parcel.summary.state);
    assert_eq!(after.standings.len(), before.0.standings.len());
}

#[test]
fn an_event_needs_a_parcel_and_its_number() {
    let mut db = db();
    let id = add(&mut db, LP);
    assert!(!db.tell(id, &event(RA, 9, "x", None), at(1)).unwrap());
    assert!(!db.tell(ParcelId(99), &event(LP, 9, "x", None), at(1)).unwrap());
}
