//! Taking back what was done.

use chrono::TimeDelta;
use posylka::domain::{Change, NewParcel, ParcelEdit};
use posylka::store::{ArchiveFilter, Database, JournalAction};

use crate::support::*;

/// The only parcel, as everybody sees it.
fn seen(db: &Database) -> Vec<posylka::domain::Parcel> {
    db.parcels(ArchiveFilter::All).unwrap()
}

#[test]
fn each_step_back_shows_what_was_there_before_it() {
    let mut db = db();
    let mut before = vec![seen(&db)];
    let id = add(&mut db, LP);
    before.push(seen(&db));
    let edit = ParcelEdit {
        title: Change::Set(line("Lamp")),
        add_tags: vec![line("home")],
        add_numbers: vec![number(RA)],
        closed: Some(true),
        stale_after_days: Change::Set(20),
        snooze: Change::Set(now().date_naive() + TimeDelta::days(9)),
        ..ParcelEdit::default()
    };
    db.edit(id, &edit, at(1)).unwrap();
    before.push(seen(&db));
    db.archive(id, at(2)).unwrap();
    before.push(seen(&db));
    db.restore(id, at(3)).unwrap();
    before.push(seen(&db));
    db.remove(id, at(4)).unwrap();
    let steps = [
        JournalAction::Remove,
        JournalAction::Restore,
        JournalAction::Archive,
        JournalAction::Edit,
        JournalAction::Add,
    ];
    for (action, then) in steps.into_iter().zip(before.into_iter().rev()) {
        let undone = db.undo(at(5)).unwrap().unwrap();
        assert_eq!((undone.action, undone.parcel), (action, id));
        let named = if matches!(action, JournalAction::Add) { LP } else { "Lamp" };
        assert_eq!(&*undone.name, named);
        let mut shown = seen(&db);
        for (parcel, old) in shown.iter_mut().zip(&then) {
            assert_eq!(parcel.archived_at.is_some(), old.archived_at.is_some());
            parcel.archived_at = old.archived_at;
        }
        assert_eq!(shown, then, "after {action:?} was undone");
    }
    assert_eq!(db.undo(at(6)).unwrap(), None);
}

#[test]
fn filling_in_can_be_undone() {
    let mut db = db();
    let id = add(&mut db, LP);
    let before = seen(&db);
    let more = NewParcel { numbers: vec![number(LP), number(RA)], title: Some(line("Hub")), ..NewParcel::default() };
    db.add(&more, at(1)).unwrap();
    assert_ne!(seen(&db), before);
    assert_eq!(db.undo(at(2)).unwrap().unwrap().action, JournalAction::Edit);
    assert_eq!(seen(&db), before);
    db.add(&draft(LP), at(3)).unwrap();
    assert_eq!(db.undo(at(4)).unwrap().unwrap().action, JournalAction::Add, "adding with nothing new leaves no step");
    assert!(db.parcel(id).unwrap().is_none());
}

#[test]
fn a_week_later_there_is_nothing_to_undo() {
    let mut db = db();
    add(&mut db, LP);
    assert_eq!(db.undo(now() + TimeDelta::days(7) + TimeDelta::seconds(1)).unwrap(), None);
    assert!(db.undo(now() + TimeDelta::days(7)).unwrap().is_some());
}

#[test]
fn what_a_source_told_meanwhile_stays() {
    let mut db = db();
    let id = add(&mut db, LP);
    db.edit(id, &ParcelEdit { title: Change::Set(line("Lamp")), ..ParcelEdit::default() }, at(1)).unwrap();
    let mut told = posylka::domain::ReportedFacts::default();
    told.handovers.push(number(RA));
    record(&mut db, "cainiao", LP, 2, known(told, vec![event(LP, 9, "Departed", None)]));
    db.undo(at(3)).unwrap().unwrap();
    let dossier = db.dossier(id).unwrap().unwrap();
    assert_eq!(dossier.parcel.title, None);
    assert_eq!(dossier.parcel.numbers.len(), 2);
    assert_eq!(dossier.timeline.entries.len(), 1);
}

/// What is to be seen of every parcel, without the moments at which it was put away and changed.
fn shown(db: &Database) -> Vec<posylka::domain::Parcel> {
    let mut all = seen(db);
    for parcel in &mut all {
        parcel.archived_at = parcel.archived_at.map(|_| now());
        parcel.summary.changed_at = None;
    }
    all
}

#[test]
fn each_step_forward_shows_what_was_there_after_it() {
    let mut db = db();
    let mut states = vec![shown(&db)];
    let id = add(&mut db, LP);
    states.push(shown(&db));
    let edit = ParcelEdit {
        title: Change::Set(line("Lamp")),
        add_tags: vec![line("home")],
        add_numbers: vec![number(RA)],
        add_orders: vec![line("8190000000000001").into()],
        stale_after_days: Change::Set(20),
        ..ParcelEdit::default()
    };
    db.edit(id, &edit, at(1)).unwrap();
    states.push(shown(&db));
    let told = event(RA, 9, "Called the hotline", Some(posylka::domain::State::UNDERWAY));
    assert!(db.tell(id, &told, at(2)).unwrap());
    states.push(shown(&db));
    db.archive(id, at(3)).unwrap();
    states.push(shown(&db));
    db.remove(id, at(4)).unwrap();
    states.push(shown(&db));
    let steps = states.len() - 1;
    for back in [1, 3, steps] {
        for state in states[steps - back..steps].iter().rev() {
            db.undo(at(5)).unwrap().unwrap();
            assert_eq!(&shown(&db), state, "going back {back}");
        }
        for state in &states[steps - back + 1..] {
            db.redo(at(6)).unwrap().unwrap();
            assert_eq!(&shown(&db), state, "going forward {back}");
        }
        assert_eq!(db.redo(at(6)).unwrap(), None);
    }
}

#[test]
fn many_that_were_added_at_once_are_one_step_back_and_one_forward() {
    let mut db = db();
    db.add_all(&[draft(LP), draft(RA), draft(RB)], now()).unwrap();
    let pending = db.pending_undo(at(1)).unwrap().unwrap();
    assert_eq!((pending.action, pending.parcels, pending.answered), (JournalAction::Add, 3, 0));
    assert_eq!(db.undo(at(1)).unwrap().unwrap().parcels, 3);
    assert!(seen(&db).is_empty());
    assert_eq!(db.redo(at(2)).unwrap().unwrap().parcels, 3);
    assert_eq!(seen(&db).len(), 3);
    assert_eq!(db.redo(at(2)).unwrap(), None);
}

#[test]
fn what_was_undone_is_forgotten_once_something_else_is_done() {
    let mut db = db();
    add(&mut db, LP);
    db.undo(at(1)).unwrap().unwrap();
    let other = add(&mut db, RA);
    assert_eq!(db.redo(at(2)).unwrap(), None);
    db.archive(other, at(3)).unwrap();
    db.undo(at(4)).unwrap().unwrap();
    db.undo(at(5)).unwrap().unwrap();
    assert_eq!(db.redo(at(6)).unwrap().unwrap().action, JournalAction::Add);
    assert_eq!(db.redo(at(6)).unwrap().unwrap().action, JournalAction::Archive);
    assert_eq!(db.redo(at(6)).unwrap(), None, "the first one was given up when another was added");
}

#[test]
fn a_step_back_that_takes_answers_away_says_so_beforehand() {
    let mut db = db();
    let id = add(&mut db, LP);
    record(
        &mut db,
        "cainiao",
        LP,
        2,
        known(posylka::domain::ReportedFacts::default(), vec![event(LP, 9, "Left", None)]),
    );
    let pending = db.pending_undo(at(3)).unwrap().unwrap();
    assert_eq!((pending.parcel, pending.at, pending.answered), (id, now(), 1));
    db.archive(id, at(4)).unwrap();
    assert_eq!(db.pending_undo(at(5)).unwrap().unwrap().answered, 0, "archiving takes nothing away");
}
