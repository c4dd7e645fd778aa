//! Adding, listing, finding, changing.

use posylka::domain::{Change, Deadline, NewParcel, NumberRole, ParcelEdit, ParcelId, State, Status};
use posylka::store::{Added, ArchiveFilter, StoreError};

use crate::support::*;

fn full_draft() -> NewParcel {
    NewParcel {
        numbers: vec![number(LP), number(RA)],
        title: Some(line("Чехол")),
        orders: vec![line("8150000000000001").into(), line("8150000000000002").into()],
        shop: Some(line("AliExpress")),
        note: Some(posylka::domain::CleanText::note("blue\nnot green")),
        tags: vec![line("gift")],
        protection: Some(Deadline::told(day(24))),
        pinned: vec![source("cainiao")],
    }
}

fn codes(parcel: &posylka::domain::Parcel) -> Vec<&str> {
    parcel.order_codes().map(|code| &**code).collect()
}

#[test]
fn what_was_said_comes_back() {
    let mut db = db();
    let Added::New(id) = db.add(&full_draft(), now()).unwrap() else { panic!("it is new") };
    let parcel = db.parcel(id).unwrap().unwrap();
    let wanted = full_draft();
    assert_eq!(parcel.numbers.iter().map(|n| n.number.clone()).collect::<Vec<_>>(), wanted.numbers);
    assert!(parcel.numbers.iter().all(|n| n.role == NumberRole::First));
    assert_eq!((&parcel.title, &parcel.shop, &parcel.note), (&wanted.title, &wanted.shop, &wanted.note));
    assert_eq!(codes(&parcel), ["8150000000000001", "8150000000000002"]);
    assert_eq!((&parcel.tags, &parcel.pinned), (&wanted.tags, &wanted.pinned));
    assert_eq!(parcel.own_protection, wanted.protection);
    assert_eq!(parcel.added_at, now());
    assert_eq!(db.parcels(ArchiveFilter::Active).unwrap(), [parcel]);
}

#[test]
fn a_number_that_is_there_fills_what_is_empty_and_nothing_else() {
    let mut db = db();
    let plain = NewParcel { title: Some(line("Mine")), tags: vec![line("own")], ..draft(LP) };
    let id = db.add(&plain, now()).unwrap().id();
    assert_eq!(db.add(&full_draft(), at(1)).unwrap(), Added::Already(id));
    let parcel = db.parcel(id).unwrap().unwrap();
    assert_eq!(parcel.title.as_deref(), Some("Mine"));
    assert_eq!(parcel.shop.as_deref(), Some("AliExpress"));
    assert_eq!(parcel.tags, [line("own"), line("gift")]);
    assert_eq!(parcel.numbers.len(), 2, "the number that nobody had came along");
    assert_eq!(db.parcels(ArchiveFilter::All).unwrap().len(), 1);
}

#[test]
fn a_parcel_needs_a_number() {
    let mut db = db();
    assert!(matches!(db.add(&NewParcel::default(), now()), Err(StoreError::Sqlite(_))));
    assert!(db.parcels(ArchiveFilter::All).unwrap().is_empty());
}

#[test]
fn a_number_is_found_in_any_spelling_and_before_an_id() {
    let mut db = db();
    let id = add(&mut db, LP);
    assert_eq!(db.find(" lp0062-0966 5428.70 ").unwrap().unwrap().id, id);
    assert_eq!(db.find(&id.to_string()).unwrap().unwrap().id, id);
    assert!(db.find("LP00000000000000").unwrap().is_none());
    assert!(db.find("no parcel").unwrap().is_none());
    let mut last = id;
    for n in 0..5 {
        last = add(&mut db, &format!("{}", 10_000 + n));
    }
    assert_eq!(db.find("10000").unwrap().unwrap().number(), Some(&number("10000")));
    assert!(db.find(&last.to_string()).unwrap().is_some());
}

#[test]
fn putting_away_and_removing_decide_who_is_listed() {
    let mut db = db();
    let (first, second, third) = (add(&mut db, LP), add(&mut db, RA), add(&mut db, RB));
    assert!(db.archive(second, at(1)).unwrap());
    assert!(!db.archive(second, at(2)).unwrap(), "twice is once");
    assert!(db.remove(third, at(3)).unwrap());
    let ids = |which| db.parcels(which).unwrap().iter().map(|p| p.id).collect::<Vec<_>>();
    assert_eq!(ids(ArchiveFilter::Active), [first]);
    assert_eq!(ids(ArchiveFilter::Archived), [second]);
    assert_eq!(ids(ArchiveFilter::All), [first, second]);
    assert_eq!(db.parcel(second).unwrap().unwrap().archived_at, Some(at(1)));
    assert!(db.find(RB).unwrap().is_none());
    assert!(db.parcel(third).unwrap().is_none());
    assert!(db.restore(second, at(4)).unwrap());
    assert!(db.restore(third, at(5)).unwrap());
    assert!(!db.restore(third, at(6)).unwrap());
    assert_eq!(db.parcels(ArchiveFilter::Active).unwrap().len(), 3);
    assert!(!db.archive(ParcelId(99), now()).unwrap());
}

#[test]
fn a_removed_number_is_free_and_its_history_is_shown_at_once() {
    let mut db = db();
    let old = add(&mut db, LP);
    let state = State::only(Status::InTransit);
    record(&mut db, "cainiao", LP, 5, known(facts(state), vec![event(LP, 9, "Departed", Some(state))]));
    db.remove(old, at(6)).unwrap();
    let Added::New(new) = db.add(&draft(LP), at(7)).unwrap() else { panic!("it was free") };
    assert_ne!(new, old, "ids are never used again");
    let parcel = db.parcel(new).unwrap().unwrap();
    assert_eq!(parcel.summary.state, Some(state));
    assert_eq!(parcel.summary.last_event.as_ref().map(|e| e.text.as_str()), Some("Departed"));
    assert_eq!(parcel.summary.changed_at, Some(at(5)), "when it changed, not when it was added");
    assert_eq!(db.dossier(new).unwrap().unwrap().timeline.entries.len(), 1);
}

#[test]
fn an_edit_changes_what_it_names() {
    let mut db = db();
    let id = db.add(&full_draft(), now()).unwrap().id();
    let before = db.parcel(id).unwrap().unwrap();
    let edit = ParcelEdit {
        title: Change::Clear,
        shop: Change::Set(line("Ozon")),
        protection: Change::Set(Deadline::told(day(30))),
        add_orders: vec![line("3").into()],
        remove_orders: vec![line("8150000000000001")],
        add_tags: vec![line("gift"), line("blue")],
        pinned: Some(vec![]),
        excluded: Some(vec![source("17track")]),
        closed: Some(true),
        ..ParcelEdit::default()
    };
    assert!(db.edit(id, &edit, at(9)).unwrap());
    let after = db.parcel(id).unwrap().unwrap();
    assert_eq!((after.title.as_deref(), after.shop.as_deref()), (None, Some("Ozon")));
    assert_eq!(after.note, before.note);
    assert_eq!(after.own_protection, Some(Deadline::told(day(30))));
    assert_eq!(codes(&after), ["8150000000000002", "3"]);
    assert_eq!(after.tags, [line("gift"), line("blue")]);
    assert!(after.pinned.is_empty() && after.is_finished());
    assert_eq!((after.excluded.as_slice(), before.excluded.len()), ([source("17track")].as_slice(), 0));
    assert_eq!(db.watched().unwrap()[0].excluded, after.excluded);
    assert_eq!(db.parcels(ArchiveFilter::All).unwrap(), std::slice::from_ref(&after));
    assert_eq!(after.closed_at, Some(at(9)));
    assert!(!db.edit(id, &edit, at(10)).unwrap(), "the same again is no change");
    assert!(!db.edit(ParcelId(99), &edit, at(11)).unwrap());
    db.undo(at(12)).unwrap();
    assert!(db.parcel(id).unwrap().unwrap().excluded.is_empty());
}

#[test]
fn a_number_added_by_hand_brings_its_history() {
    let mut db = db();
    let id = add(&mut db, LP);
    let state = State::only(Status::Delivered);
    record(&mut db, "russian-post", RA, 5, known(facts(state), vec![event(RA, 9, "Handed over", Some(state))]));
    assert_eq!(db.parcel(id).unwrap().unwrap().summary.state, None);
    assert!(db.edit(id, &ParcelEdit { add_numbers: vec![number(RA)], ..ParcelEdit::default() }, at(6)).unwrap());
    assert_eq!(db.parcel(id).unwrap().unwrap().summary.state, Some(state));
    assert_eq!(db.find(RA).unwrap().unwrap().id, id);
}
