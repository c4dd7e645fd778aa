//! Opening a database that is only read: one on a read-only medium, of somebody else, or on a full disk.

use std::fs::File;
use std::io::{Cursor, ErrorKind, Read};
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB, OpenFlags};

use super::open::{self, Database};
use super::{data_dir, migrations};
use crate::store::rescue::page_file::PageFile;
use crate::store::{Result, StoreError};

impl Database {
    /// Opens the database to be read, and to be changed where that is possible; else see [`Database::is_read_only`].
    ///
    /// # Errors
    /// As [`Database::open`], and when it cannot be read either.
    pub fn open_to_read(path: &Path, now: DateTime<Utc>) -> Result<Self> {
        match Self::open(path, now) {
            Err(error @ (StoreError::ReadOnly | StoreError::DiskFull | StoreError::Io(_))) => {
                Self::open_read_only(path).map_err(|other| if path.exists() { other } else { error })
            }
            opened => opened,
        }
    }

    /// Opens an existing database for reading only; every change fails with `ReadOnly`. Nothing is made or changed on the
    /// disk, whatever the journal holds; a file from an older version is brought up to date in memory only.
    ///
    /// # Errors
    /// When there is no file, it may not be read, is no database of ours, is damaged, or is from a newer version.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        readable(path)?;
        let connection = match in_place(path) {
            Ok(connection) => connection,
            // Without its shared memory, which cannot be made here, SQLite reads no write-ahead log.
            Err(StoreError::ReadOnly | StoreError::Io(_) | StoreError::DiskFull) => in_memory(path)?,
            Err(error) => return Err(error),
        };
        let mode = connection.pragma_query_value(None, "journal_mode", |r| r.get(0))?;
        let mut database = Self::ready(connection, mode)?;
        database.connection.pragma_update(None, "query_only", true)?;
        database.is_read_only = true;
        Ok(database)
    }

    /// Why nothing can be written to the database at that place; `None`: it can. Tries it beside the file.
    #[must_use]
    pub fn why_unwritable(path: &Path) -> Option<StoreError> {
        if data_dir::is_protected(path) { Some(StoreError::ReadOnly) } else { data_dir::why_unwritable(path) }
    }

    /// Whether nothing can be changed.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }
}

/// Tells a file that may not be read from one that is not there.
fn readable(path: &Path) -> Result<()> {
    match File::open(path).and_then(|mut file| file.read(&mut [0; 1])) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(StoreError::Forbidden),
        Err(error) => Err(StoreError::io(path, &error)),
        Ok(_) => Ok(()),
    }
}

fn in_place(path: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, open::flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    connection.busy_handler(Some(open::wait_for_others))?;
    let known = migrations::known_version();
    if migrations::check_version(&connection, known)? == known { Ok(connection) } else { Err(StoreError::ReadOnly) }
}

/// The whole file, with what its log holds, in memory.
fn in_memory(path: &Path) -> Result<Connection> {
    let mut file = PageFile::open(path, None)?;
    let mut bytes = Vec::new();
    for number in 1..=file.pages() {
        let page = file.page(number).ok_or(StoreError::Corrupt)?;
        bytes.extend_from_slice(&page);
    }
    // Version of the file format, for writing and reading: 2 is the write-ahead log, which memory does not have.
    if let Some(versions) = bytes.get_mut(18..20) {
        versions.fill(1);
    }
    let mut connection = Connection::open_in_memory()?;
    let length = bytes.len();
    connection.deserialize_read_exact(MAIN_DB, Cursor::new(bytes), length, false)?;
    migrations::check_version(&connection, migrations::known_version())?;
    migrations::run(&mut connection, None)?;
    Ok(connection)
}
