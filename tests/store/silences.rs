//! What delivered parcels tell of the silence that is usual.

use chrono::TimeDelta;
use posylka::domain::advice::{Lane, Stage, UsualSilence};
use posylka::domain::{Country, Event, EventTime, ParcelId, ReportedFacts, State, Status, SubStatus};
use posylka::store::Database;

use crate::support::*;

const CUSTOMS: State = State::new(Status::InTransit, SubStatus::CustomsProcessing);
const DELIVERED: State = State::only(Status::Delivered);

fn scan(under: &str, days_ago: i64, state: State) -> Event {
    let at = (now() - TimeDelta::days(days_ago)).naive_utc();
    Event { time: Some(EventTime::at(at, None)), ..event(under, 1, state.status.as_str(), Some(state)) }
}

fn way(state: State) -> ReportedFacts {
    ReportedFacts { origin: Country::parse("CN"), destination: Country::parse("RU"), ..facts(state) }
}

/// A parcel that was so many days at customs, and then delivered.
fn delivered(db: &mut Database, under: &str, days: i64) -> ParcelId {
    let id = add(db, under);
    let events = vec![scan(under, 1, DELIVERED), scan(under, 1 + days, CUSTOMS)];
    record(db, "cainiao", under, 1, known(way(DELIVERED), events));
    id
}

fn usual(db: &Database) -> Option<UsualSilence> {
    db.experience().unwrap().usual(Stage::Customs, Country::parse("CN"), Country::parse("RU"))
}

fn told(db: &Database) -> Option<(u32, u32, u32)> {
    usual(db).map(|u| (u.from, u.to, u.parcels))
}

#[test]
fn each_delivered_parcel_counts_once_and_only_while_it_is_there() {
    let mut db = db();
    assert_eq!(told(&db), None);
    let underway = add(&mut db, LP);
    record(&mut db, "cainiao", LP, 1, known(way(CUSTOMS), vec![scan(LP, 9, CUSTOMS)]));
    assert_eq!(told(&db), None, "one that is on its way tells nothing");
    let ids: Vec<ParcelId> = (2..7).map(|days| delivered(&mut db, &format!("LP0000000000000{days}"), days)).collect();
    assert_eq!(usual(&db), Some(UsualSilence { from: 2, to: 6, parcels: 5, lane: Lane::Route }));
    db.archive(ids[0], at(2)).unwrap();
    assert_eq!(told(&db), Some((2, 6, 5)), "what was put away still tells");
    db.remove(ids[4], at(3)).unwrap();
    assert_eq!(told(&db), Some((2, 5, 4)));
    db.undo(at(4)).unwrap();
    record(&mut db, "cainiao", LP, 5, known(way(DELIVERED), vec![scan(LP, 0, DELIVERED), scan(LP, 9, CUSTOMS)]));
    assert_eq!(told(&db), Some((2, 9, 6)));
    let back = State::new(Status::Exception, SubStatus::Returning);
    record(&mut db, "cainiao", LP, 6, known(way(back), vec![scan(LP, -1, back), scan(LP, 9, CUSTOMS)]));
    assert_eq!(told(&db), Some((2, 6, 5)), "it was not delivered after all");
    assert!(db.parcel(underway).unwrap().is_some());
}

#[test]
fn what_was_delivered_before_there_was_such_a_table_tells_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut db = Database::open(&path, now()).unwrap();
    delivered(&mut db, LP, 3);
    delivered(&mut db, RB, 5);
    drop(db);
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute_batch("DELETE FROM silence; DELETE FROM meta WHERE key = 'silences'").unwrap();
    drop(file);
    let db = Database::open(&path, now()).unwrap();
    assert_eq!(told(&db), Some((3, 5, 2)));
}
