//! Upgrading one file: what is kept, what is copied, and what a failure costs.

use super::*;
use crate::domain::CleanText;
use crate::domain::message::{Addressee, How, Language, MessageChoice, SentMessage, Situation};
use crate::store::{ArchiveFilter, Database};
use chrono::Utc;

const V1: &[M<'_>] = &[M::up(include_str!("001_start.sql"))];
const NEXT: &[M<'_>] = &[M::up(include_str!("001_start.sql")), M::up("ALTER TABLE parcel ADD COLUMN colour TEXT")];
const BROKEN: &[M<'_>] = &[
    M::up(include_str!("001_start.sql")),
    M::up("ALTER TABLE parcel ADD COLUMN colour TEXT; UPDATE parcel SET colour = 'red'; SELECT nonsense"),
];

fn version_one(path: &Path) -> Connection {
    let mut connection = Connection::open(path).unwrap();
    upgrade(&mut connection, Some(path), V1).unwrap();
    connection.execute_batch(include_str!("001_sample.sql")).unwrap();
    connection
}

fn count(connection: &Connection, table: &str) -> i64 {
    connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap()
}

#[test]
fn the_steps_are_sound() {
    Migrations::from_slice(STEPS).validate().unwrap();
}

#[test]
fn a_version_one_database_becomes_a_current_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    drop(version_one(&path));
    let mut db = Database::open(&path, Utc::now()).unwrap();
    let parcels = db.parcels(ArchiveFilter::All).unwrap();
    assert_eq!(parcels.len(), 1);
    assert_eq!(parcels[0].title.as_deref(), Some("USB hub"));
    assert_eq!(parcels[0].numbers.len(), 2);
    assert_eq!(db.dossier(parcels[0].id).unwrap().unwrap().timeline.entries.len(), 1);
    let choice = MessageChoice { situation: Situation::Stuck, to: Addressee::Seller, language: Language::Chinese };
    let letter = SentMessage { at: Utc::now(), choice, how: How::Copied, text: CleanText::line("你好") };
    assert!(db.keep_message(parcels[0].id, &letter).unwrap());
    assert_eq!(db.messages(parcels[0].id).unwrap().len(), 1);
    let codes: Vec<_> = parcels[0].order_codes().map(ToString::to_string).collect();
    assert_eq!(codes, ["8150000000000001"]);
    assert_eq!(db.integrity().unwrap(), "ok");
}

#[test]
fn bare_orders_become_orders_and_the_journal_still_takes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut connection = version_one(&path);
    upgrade(&mut connection, Some(&path), &STEPS[..2]).unwrap();
    connection.execute_batch(include_str!("002_sample.sql")).unwrap();
    drop(connection);
    let now = chrono::DateTime::from_timestamp_millis(1_790_000_300_000).unwrap();
    let mut db = Database::open(&path, now).unwrap();
    let orders = |db: &Database, id| {
        let parcel = db.parcel(crate::domain::ParcelId(id)).unwrap().unwrap();
        let shown = |o: &crate::domain::Order| {
            format!("{} {}", o.code.as_deref().unwrap_or("?"), o.shop.as_deref().unwrap_or("-"))
        };
        parcel.orders.iter().map(|o| (o.id, shown(o))).collect::<Vec<_>>()
    };
    let words = |db: &Database, id| orders(db, id).into_iter().map(|(_, words)| words).collect::<Vec<_>>();
    assert_eq!(words(&db, 1), ["8150000000000001 -"]);
    assert_eq!(words(&db, 3), ["8150000000000002 AliExpress", "77 AliExpress"]);
    assert_eq!(words(&db, 4), ["8150000000000003 -", "8150000000000002 AliExpress"]);
    assert_eq!(orders(&db, 3)[0].0, orders(&db, 4)[1].0, "one order in two parcels");
    assert_eq!(words(&db, 6), ["77 -"]);

    assert_eq!(db.undo(now).unwrap().unwrap().parcel.0, 4);
    assert_eq!(words(&db, 4), ["8150000000000002 AliExpress", "9 -"]);
    assert_eq!(orders(&db, 3)[0].0, orders(&db, 4)[0].0);
    assert!(db.restore(crate::domain::ParcelId(5), now).unwrap());
    assert_eq!(words(&db, 5), ["77 Temu"]);
}

#[test]
fn an_upgrade_keeps_everything_and_leaves_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut connection = version_one(&path);
    assert!(!sibling(&path, ".before-v1").exists(), "a new file has nothing to copy");
    upgrade(&mut connection, Some(&path), NEXT).unwrap();
    assert_eq!((count(&connection, "parcel"), count(&connection, "event")), (2, 1));
    connection.execute("UPDATE parcel SET colour = 'red'", []).unwrap();

    let copy = sibling(&path, ".before-v2");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let old = Connection::open(&copy).unwrap();
    assert_eq!(check_version(&old, 1).unwrap(), 1);
    assert_eq!((count(&old, "parcel"), count(&old, "event")), (2, 1));
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    let mut connection = version_one(&path);
    upgrade(&mut connection, Some(&path), BROKEN).unwrap_err();
    assert_eq!(check_version(&connection, 2).unwrap(), 1);
    assert!(connection.prepare("SELECT colour FROM parcel").is_err());
    upgrade(&mut connection, Some(&path), NEXT).unwrap();
}

#[test]
fn many_upgrade_at_once_and_one_does_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posylka.db");
    drop(version_one(&path));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let mut connection = Connection::open(&path).unwrap();
                connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
                let _lock = wait_for_lock(&path).unwrap();
                upgrade(&mut connection, Some(&path), NEXT).unwrap();
                assert_eq!(check_version(&connection, 2).unwrap(), 2);
            });
        }
    });
}
