//! Several programs on one database.

use std::sync::Barrier;

use posylka::domain::State;
use posylka::store::{ArchiveFilter, ChainCheck, Database};

use crate::support::*;

#[test]
fn several_open_add_and_record_at_once_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let start = Barrier::new(4);
    std::thread::scope(|scope| {
        for worker in 0..4_i64 {
            let (path, start) = (&path, &start);
            scope.spawn(move || {
                start.wait();
                let mut db = Database::open(path, now()).unwrap();
                let id = format!("source-{worker}");
                for n in 0..60 {
                    let own = format!("R{worker}{n:09}CN");
                    add(&mut db, &own);
                    add(&mut db, LP);
                    let told = event(LP, 9, &format!("{worker} {n}"), None);
                    record(&mut db, &id, LP, n, known(facts(State::UNDERWAY), vec![told]));
                    let mine = db.find(&own).unwrap().unwrap();
                    assert!(db.archive(mine.id, at(n)).unwrap());
                }
            });
        }
    });
    let db = Database::open(&path, now()).unwrap();
    assert_eq!(db.parcels(ArchiveFilter::Archived).unwrap().len(), 240);
    assert_eq!(db.parcels(ArchiveFilter::Active).unwrap().len(), 1, "the shared number was added once");
    let shared = db.find(LP).unwrap().unwrap();
    let dossier = db.dossier(shared.id).unwrap().unwrap();
    let told: usize = dossier.timeline.entries.iter().map(|e| e.sightings().count()).sum();
    assert_eq!((told, dossier.standings.len()), (240, 4));
    assert_eq!(db.verify_chain().unwrap(), ChainCheck::Whole(240));
    assert_eq!(db.integrity().unwrap(), "ok");
}

#[test]
fn many_make_the_file_at_once() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data").join("posylka.db");
        let start = Barrier::new(8);
        std::thread::scope(|scope| {
            for n in 0..8 {
                let (path, start) = (&path, &start);
                scope.spawn(move || {
                    start.wait();
                    add(&mut Database::open(path, now()).unwrap(), &format!("RX{n:09}CN"));
                });
            }
        });
        assert_eq!(Database::open(&path, now()).unwrap().parcels(ArchiveFilter::All).unwrap().len(), 8);
    }
}

#[test]
fn a_program_that_dies_in_the_middle_of_a_change_leaves_no_half_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut db = Database::open(&path, now()).unwrap();
    let id = add(&mut db, LP);
    let dying = rusqlite::Connection::open(&path).unwrap();
    dying.execute_batch("BEGIN IMMEDIATE; UPDATE parcel SET title = 'half', status = 'delivered'").unwrap();
    assert_eq!(db.parcel(id).unwrap().unwrap().title, None, "nobody sees what is not done");
    drop(dying);
    record(&mut db, "a", LP, 1, known(facts(State::UNDERWAY), vec![]));
    let parcel = db.parcel(id).unwrap().unwrap();
    assert_eq!((parcel.title, parcel.summary.state), (None, Some(State::UNDERWAY)));
}
