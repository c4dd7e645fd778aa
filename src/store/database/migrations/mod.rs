//! The schema's versions, oldest first. Append-only: a released file is never edited.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::data_dir;
use super::data_dir::sibling;
use crate::store::{Result, StoreError};

const STEPS: &[M<'_>] = &[
    M::up(include_str!("001_start.sql")),
    M::up(include_str!("002_excluded.sql")),
    M::up(include_str!("003_patience.sql")),
    M::up(include_str!("004_orders.sql")),
    M::up(include_str!("005_translation.sql")),
    M::up(include_str!("006_silence.sql")),
    M::up(include_str!("007_message.sql")),
    M::up(include_str!("008_storage.sql")),
    M::up(include_str!("009_undo.sql")),
    M::up(include_str!("010_newest.sql")),
    M::up(include_str!("011_redo.sql")),
    M::up(include_str!("012_expected.sql")),
    M::up(include_str!("013_outbox.sql")),
    M::up(include_str!("014_forecast.sql")),
    M::up(include_str!("015_seen.sql")),
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
    let tables = schema_rows(&snapshot)?;
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

/// How many tables, indexes and triggers there are. A name in them that is no UTF-8 any more would end the program.
fn schema_rows(db: &Connection) -> Result<usize> {
    let mut query = db.prepare("SELECT name, tbl_name, sql FROM sqlite_schema")?;
    let mut rows = query.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        for column in 0..3 {
            if row.get_ref(column)?.as_str_or_null().is_err() {
                return Err(StoreError::Corrupt);
            }
        }
        count += 1;
    }
    Ok(count)
}

/// Brings the file up to the newest version, all steps in one transaction, after a copy of a file that held data.
pub(in crate::store) fn run(connection: &mut Connection, path: Option<&Path>) -> Result<()> {
    upgrade(connection, path, STEPS)
}

/// Brings a new, empty file to a version, or one that holds data on to a later one, without a copy.
pub(in crate::store) fn to_version(connection: &mut Connection, version: i64) -> Result<()> {
    let steps = usize::try_from(version).unwrap_or(STEPS.len());
    Ok(Migrations::from_slice(STEPS).to_version(connection, steps)?)
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
mod tests;
#[cfg(test)]
mod upgrade_tests;
