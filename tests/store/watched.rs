//! What the plan gets to see.

use chrono::{TimeZone, Utc};
use posylka::domain::{NewParcel, NumberRole, ParcelEdit, State, Status};

use crate::support::*;

#[test]
fn every_number_of_every_active_parcel() {
    let mut db = db();
    let pinned = NewParcel { pinned: vec![source("b"), source("a")], ..draft(LP) };
    let id = db.add(&pinned, now()).unwrap().id();
    let away = add(&mut db, RB);
    let gone = add(&mut db, "RX000000001CN");
    db.archive(away, at(1)).unwrap();
    db.remove(gone, at(1)).unwrap();
    let moving = State::only(Status::InTransit);
    let told = posylka::domain::ReportedFacts { handovers: vec![number(RA)], ..facts(moving) };
    record(&mut db, "a", LP, 5, known(told, vec![event(LP, 9, "Departed", Some(moving))]));
    record(&mut db, "b", LP, 6, unknown());
    let watched = db.watched().unwrap();
    assert_eq!(watched.len(), 2);
    let (first, second) = (&watched[0], &watched[1]);
    assert_eq!((first.parcel, &first.number, first.role), (id, &number(LP), NumberRole::First));
    assert_eq!((&second.number, second.role), (&number(RA), NumberRole::Handover));
    assert_eq!((first.added_at, second.added_at), (now(), at(5)));
    assert_eq!(first.pinned, [source("b"), source("a")]);
    assert_eq!(first.standings, db.dossier(id).unwrap().unwrap().standings);
    assert_eq!(first.standings.len(), 2);
    assert!(second.standings.is_empty());
    assert_eq!(first.last_event_at, Some(Utc.with_ymd_and_hms(2026, 11, 10, 6, 15, 30).unwrap()));
    assert_eq!((first.changed_at, first.finished, first.finished_at), (Some(at(5)), false, None));
}

#[test]
fn finished_by_a_source_or_by_the_user_and_since_when() {
    let mut db = db();
    let (one, _) = (add(&mut db, LP), add(&mut db, RB));
    db.edit(one, &ParcelEdit { closed: Some(true), ..ParcelEdit::default() }, at(3)).unwrap();
    let done = State::only(Status::Delivered);
    for minute in [4, 9] {
        record(&mut db, "a", RB, minute, known(facts(done), vec![event(RB, 9, "Delivered", Some(done))]));
    }
    let seen = |db: &posylka::store::Database| {
        db.watched().unwrap().iter().map(|w| (w.finished, w.finished_at)).collect::<Vec<_>>()
    };
    assert_eq!(seen(&db), [(true, Some(at(3))), (true, Some(at(4)))]);
    db.edit(one, &ParcelEdit { closed: Some(false), ..ParcelEdit::default() }, at(5)).unwrap();
    let moving = State::only(Status::InTransit);
    record(&mut db, "a", RB, 10, known(facts(moving), vec![event(RB, 11, "Not yet", Some(moving))]));
    assert_eq!(seen(&db), [(false, None), (false, None)], "a source may take it back");
}

#[test]
fn some_numbers_only_are_seen_as_among_all() {
    let mut db = db();
    let pinned = NewParcel { pinned: vec![source("b")], ..draft(LP) };
    let id = db.add(&pinned, now()).unwrap().id();
    db.edit(id, &ParcelEdit { excluded: Some(vec![source("c")]), ..ParcelEdit::default() }, at(1)).unwrap();
    let away = add(&mut db, RB);
    add(&mut db, "RX000000001CN");
    let told = posylka::domain::ReportedFacts { handovers: vec![number(RA)], ..facts(State::only(Status::InTransit)) };
    record(&mut db, "b", LP, 5, known(told.clone(), vec![event(LP, 9, "Departed", None)]));
    record(&mut db, "a", RA, 6, unknown());
    record(&mut db, "b", RA, 7, known(told, vec![]));
    db.archive(away, at(8)).unwrap();
    let all = db.watched().unwrap();
    assert_eq!(all.len(), 3);
    let of = |numbers: &[&str]| {
        let numbers: Vec<_> = numbers.iter().map(|text| number(text)).collect();
        db.watched_among(&numbers).unwrap()
    };
    assert_eq!(of(&[RA, LP]), [all[1].clone(), all[0].clone()]);
    assert_eq!(of(&["RX000000001CN"]), [all[2].clone()]);
    assert!(of(&[RB, "RZ000000009CN"]).is_empty(), "archived, and none of ours");
    assert_eq!((all[1].standings.len(), all[0].excluded.len(), all[1].excluded.len()), (2, 1, 1));
}

#[test]
fn a_number_of_two_parcels_is_seen_for_each() {
    let mut db = db();
    let (one, other) = (add(&mut db, LP), add(&mut db, RB));
    for about in [LP, RB] {
        let told =
            posylka::domain::ReportedFacts { handovers: vec![number(RA)], ..facts(State::only(Status::InTransit)) };
        record(&mut db, "a", about, 5, known(told, vec![]));
    }
    record(&mut db, "b", RA, 6, unknown());
    let parcels: Vec<_> =
        db.watched_among(&[number(RA)]).unwrap().iter().map(|w| (w.parcel, w.standings.len())).collect();
    assert_eq!(parcels, [(one, 1), (other, 1)]);
}
