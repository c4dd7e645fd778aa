//! The schema's versions, oldest first. Append-only: a released file is never edited.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::data_dir;
use super::data_dir::sibling;
use crate::store::{Result, StoreError};

const STEPS: &[M<'_>] = &[
    M::up(include_str!("migrations/001_start.sql")),
    M::up(include_str!("migrations/002_excluded.sql")),
    M::up(include_str!("migrations/003_patience.sql")),
    M::up(include_str!("migrations/004_orders.sql")),
    M::up(include_str!("migrations/005_translation.sql")),
    M::up(include_str!("migrations/006_silence.sql")),
    M::up(include_str!("migrations/007_message.sql")),
    M::up(include_str!("migrations/008_storage.sql")),
    M::up(include_str!("migrations/009_undo.sql")),
    M::up(include_str!("migrations/010_newest.sql")),
];

/// "posl": marks our files among all SQLite files.
const APPLICATION_ID: i64 = 0x706f_736c;

/// The newest version this program knows.
pub(in crate::store) fn known_version() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// The version of an opened file; 0 for an empty one. Reads only.
///
/// # Errors
/// When the file is not ours, is damaged, or is from a newer version.
pub(in crate::store) fn check_version(connection: &Connection, known: i64) -> Result<i64> {
    // One snapshot: somebody else may be setting the file up between two questions.
    let snapshot = connection.unchecked_transaction()?;
    let tables: i64 = snapshot.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
    let owner: i64 = snapshot.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let found: i64 = snapshot.pragma_query_value(None, "user_version", |r| r.get(0))?;
    snapshot.finish()?;
    let blank = tables == 0 && found == 0 && owner == 0;
    if !blank && owner != APPLICATION_ID {
        return Err(StoreError::NotADatabase);
    }
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    Ok(found)
}

/// Brings the file up to the newest version, all steps in one transaction, after a copy of a file that held data.
pub(in crate::store) fn run(connection: &mut Connection, path: Option<&Path>) -> Result<()> {
    upgrade(connection, path, STEPS)
}

fn upgrade(connection: &mut Connection, path: Option<&Path>, steps: &[M<'_>]) -> Result<()> {
    let newest = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let found = check_version(connection, newest)?;
    if found == newest {
        return Ok(());
    }
    if let (Some(path), true) = (path, 0 < found && found < newest) {
        back_up(connection, path, newest)?;
    }
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    let done = Migrations::from_slice(steps).to_latest(connection);
    connection.set_transaction_behavior(TransactionBehavior::Deferred);
    // Where the file system has no locks, whoever comes second fails on the tables that are there, and all is well.
    if done.is_err() && check_version(connection, newest)? == newest {
        return Ok(());
    }
    Ok(done?)
}

/// Two programs may find a new or an old file at the same moment: one sets it up, the other waits for this and finds
/// it done. A lock of its own file: closing any other handle of the database file would drop SQLite's own locks.
/// `None` on file systems without locks; there the database's own lock makes the second upgrade fail cleanly.
pub(in crate::store) fn wait_for_lock(path: &Path) -> Result<Option<File>> {
    let path = sibling(path, ".lock");
    data_dir::create(&path)?;
    let file = OpenOptions::new().write(true).open(&path).map_err(|e| StoreError::io(&path, &e))?;
    Ok(file.lock().is_ok().then_some(file))
}

/// Copies the database beside itself, as `posylka.db.before-v2`, readable by the owner only.
fn back_up(connection: &Connection, path: &Path, newest: i64) -> Result<PathBuf> {
    let copy = sibling(path, &format!(".before-v{newest}"));
    let half = sibling(path, &format!(".before-v{newest}.part"));
    data_dir::remove_if_there(&half)?;
    data_dir::create(&half)?;
    connection.backup(rusqlite::MAIN_DB, &half, None)?;
    std::fs::rename(&half, &copy).map_err(|e| StoreError::io(&copy, &e))?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CleanText;
    use crate::domain::message::{Addressee, How, Language, MessageChoice, SentMessage, Situation};
    use crate::store::{ArchiveFilter, Database};
    use chrono::Utc;

    const V1: &[M<'_>] = &[M::up(include_str!("migrations/001_start.sql"))];
    const NEXT: &[M<'_>] =
        &[M::up(include_str!("migrations/001_start.sql")), M::up("ALTER TABLE parcel ADD COLUMN colour TEXT")];
    const BROKEN: &[M<'_>] = &[
        M::up(include_str!("migrations/001_start.sql")),
        M::up("ALTER TABLE parcel ADD COLUMN colour TEXT; UPDATE parcel SET colour = 'red'; SELECT nonsense"),
    ];

    fn version_one(path: &Path) -> Connection {
        let mut connection = Connection::open(path).unwrap();
        upgrade(&mut connection, Some(path), V1).unwrap();
        connection.execute_batch(include_str!("migrations/001_sample.sql")).unwrap();
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
        connection.execute_batch(include_str!("migrations/002_sample.sql")).unwrap();
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
}
