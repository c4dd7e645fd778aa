//! Opening the database: permissions, journal, version, and the connection's settings.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};

use super::{data_dir, migrations};
use crate::store::checks::sign_of_life::SignOfLife;
use crate::store::{Result, StoreError};

/// How often to ask again while another program is writing: for about a minute.
const PATIENCE: i32 = 6_000;
/// Of an answer that is tried again anyway: for about half a second.
const IMPATIENCE: i32 = 50;
/// Room for every statement of this room.
const STATEMENTS: usize = 128;

/// The database: blocking, with one connection of its own. Every change is one immediate transaction.
#[derive(Debug)]
pub struct Database {
    pub(in crate::store) connection: Connection,
    /// Tells our claims from those of other programs.
    pub(in crate::store) owner: String,
    /// Held while this program may have claims.
    pub(in crate::store) sign: Option<SignOfLife>,
    journal_mode: String,
    pub(super) is_read_only: bool,
}

impl Database {
    /// Opens the database file, making or upgrading it where needed. Its folder is made with mode 0700, the files
    /// are made with 0600; an older file is copied to `….before-vN` before it is upgraded to version N.
    ///
    /// # Errors
    /// When the file is no database of ours, is damaged or is from a newer version (it is left as it is then), or
    /// when folder or file cannot be written.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Self> {
        let mut database = Self::open_plainly(path, now)?;
        database.take_in_what_was_set_aside(path, now);
        Ok(database)
    }

    /// The same without what was set aside beside it.
    pub(in crate::store) fn open_plainly(path: &Path, now: DateTime<Utc>) -> Result<Self> {
        data_dir::make_folder_of(path)?;
        data_dir::create(path)?;
        if data_dir::is_protected(path) {
            return Err(StoreError::ReadOnly);
        }
        Self::open_writable(path, now).map_err(|error| match error {
            // What the disk refuses, SQLite tells as an error of input and output.
            StoreError::Io(_) => data_dir::why_unwritable(path).unwrap_or(error),
            error => error,
        })
    }

    fn open_writable(path: &Path, now: DateTime<Utc>) -> Result<Self> {
        let mut connection = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
        connection.busy_handler(Some(wait_for_others))?;
        // Closing the last connection writes the journal back: not into a file that turns out not to be for us.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        let found = migrations::check_version(&connection, migrations::known_version())?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        for suffix in ["", "-wal", "-shm"] {
            data_dir::take_from_others(&data_dir::sibling(path, suffix))?;
        }
        let is_old = found < migrations::known_version();
        let lock = if is_old { migrations::wait_for_lock(path)? } else { None };
        let journal_mode = choose_journal(&connection)?;
        migrations::run(&mut connection, Some(path))?;
        drop(lock);
        Self::ready(connection, journal_mode)?.stamped(now)
    }

    /// A database that lives in memory and ends with the value.
    ///
    /// # Errors
    /// When SQLite has no memory.
    pub fn in_memory(now: DateTime<Utc>) -> Result<Self> {
        let mut connection = Connection::open_in_memory()?;
        migrations::run(&mut connection, None)?;
        Self::ready(connection, "memory".to_owned())?.stamped(now)
    }

    /// The journal mode in use: `wal`, or `delete` where the file system refuses WAL (slower, and readers wait for
    /// writers), or `memory`.
    #[must_use]
    pub fn journal_mode(&self) -> &str {
        &self.journal_mode
    }

    /// SQLite's own check of the whole file: `ok`, or what is wrong with it.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn integrity(&self) -> Result<String> {
        Ok(self.connection.query_row("PRAGMA integrity_check", [], |r| r.get(0))?)
    }

    /// Does something that is tried again where another program is writing: waits for it half a second, not a minute.
    ///
    /// # Errors
    /// What the job says.
    pub fn shortly<T>(&mut self, job: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.connection.busy_handler(Some(wait_shortly))?;
        let done = job(self);
        self.connection.busy_handler(Some(wait_for_others))?;
        done
    }

    /// The database file; `None` where it is in memory.
    pub(in crate::store) fn path(&self) -> Option<PathBuf> {
        self.connection.path().filter(|path| !path.is_empty()).map(PathBuf::from)
    }

    /// A number that changes whenever another connection has written into the file (`PRAGMA data_version`).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |r| r.get(0))?)
    }

    /// A word the program keeps for itself.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn meta(&self, key: &str) -> Result<Option<String>> {
        let mut query = self.connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(query.query_row([key], |r| r.get(0)).optional()?)
    }

    /// Keeps a word for later.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_meta(&mut self, key: &str, value: &str) -> Result<()> {
        let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2";
        self.connection.prepare_cached(sql)?.execute([key, value])?;
        Ok(())
    }

    /// Starts a change: takes the write lock at once, because a transaction that reads first and then wants to
    /// write is refused without waiting when another program has written in between.
    pub(in crate::store) fn change(&mut self) -> Result<Transaction<'_>> {
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    pub(super) fn ready(connection: Connection, journal_mode: String) -> Result<Self> {
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let owner = connection.query_row("SELECT hex(randomblob(16))", [], |r| r.get(0))?;
        Ok(Self { connection, owner, sign: None, journal_mode, is_read_only: false })
    }

    fn stamped(mut self, now: DateTime<Utc>) -> Result<Self> {
        self.make_up_statistics()?;
        if self.meta("created_at")?.is_none() {
            let sql = "INSERT OR IGNORE INTO meta (key, value) VALUES ('created_at', ?1)";
            self.connection.execute(sql, [now.to_rfc3339()])?;
        }
        Ok(self)
    }
}

pub(super) fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE
}

/// Waits a little, each time another while, so that of many who wait everybody comes to it; false: long enough.
pub(super) fn wait_for_others(asked: i32) -> bool {
    std::thread::sleep(Duration::from_millis(1 + u64::from(asked.unsigned_abs()) * 7 % 20));
    asked < PATIENCE
}

fn wait_shortly(asked: i32) -> bool {
    wait_for_others(asked) && asked < IMPATIENCE
}

/// Asks for WAL and takes what it gets: network and some virtual file systems refuse it.
fn choose_journal(connection: &Connection) -> Result<String> {
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |r| r.get(0))?;
    // In WAL a power cut may cost the last change but never the file; elsewhere that takes FULL.
    let care = if mode == "wal" { "NORMAL" } else { "FULL" };
    connection.pragma_update(None, "synchronous", care)?;
    Ok(mode)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn where_wal_is_refused_the_next_best_is_taken_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("posylka.db");
        let access = flags(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE);
        // Locks by dot files, as on some network file systems: there is no shared memory, so there is no WAL.
        let connection = Connection::open_with_flags_and_vfs(&path, access, c"unix-dotfile").unwrap();
        assert_eq!(choose_journal(&connection).unwrap(), "delete");
        let care: i64 = connection.pragma_query_value(None, "synchronous", |r| r.get(0)).unwrap();
        assert_eq!(care, 2, "FULL");
    }

    #[test]
    fn a_full_disk_is_named_and_costs_nothing() {
        use crate::domain::NewParcel;
        use crate::domain::{CleanText, TrackingNumber};
        use crate::store::ArchiveFilter;

        let folder = tempfile::tempdir().unwrap();
        let mut db = Database::open(&folder.path().join("posylka.db"), Utc::now()).unwrap();
        db.connection.pragma_update(None, "max_page_count", 60).unwrap();
        let note = Some(CleanText::note(&"nine hundred\n".repeat(900)));
        let mut kept = 0;
        let error = loop {
            let numbers = vec![TrackingNumber::parse(&format!("RX{kept:09}CN")).unwrap()];
            match db.add(&NewParcel { numbers, note: note.clone(), ..NewParcel::default() }, Utc::now()) {
                Ok(_) => kept += 1,
                Err(error) => break error,
            }
        };
        assert!(matches!(error, StoreError::DiskFull), "{error:?}");
        assert_eq!(db.parcels(ArchiveFilter::All).unwrap().len(), kept);
        assert_eq!(db.integrity().unwrap(), "ok");
    }
}
