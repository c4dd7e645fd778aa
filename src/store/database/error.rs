//! What can go wrong with the database, in sentences that say what to do.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;

/// Why the store could not do something. Each text is one sentence with a hint; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was written by a later version of the program.
    #[error(
        "the database is from a newer posylka (version {found}, this one knows {known}): update posylka, or choose another --data-dir"
    )]
    Newer {
        /// The version in the file.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The file is something else.
    #[error("the file is not a posylka database: move it away, or choose another --data-dir")]
    NotADatabase,
    /// The file or its folder cannot be written.
    #[error("the database cannot be written: check the permissions of the data folder, or choose another --data-dir")]
    ReadOnly,
    /// No room left.
    #[error("the disk is full: free some space and try again, nothing was lost")]
    DiskFull,
    /// Another program held the database for longer than we wait (5 seconds).
    #[error("the database is busy: another posylka is writing, try again in a moment")]
    Busy,
    /// The file is damaged.
    #[error("the database file is damaged: put back a copy, or move it away and start anew")]
    Corrupt,
    /// The file system refused.
    #[error("the data folder cannot be used: {0}")]
    Io(#[source] io::Error),
    /// SQLite refused; this is a mistake in the program.
    #[error("the database refused a request, please report this: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// The store was shut down, or the job it was given broke off.
    #[error("the database worker has stopped: start posylka again")]
    Stopped,
}

impl StoreError {
    /// A file system error with the path it happened at.
    pub(in crate::store) fn io(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Io(io::Error::new(kind, format!("{}: {error}", path.display()))),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotADatabase,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt,
            Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) => Self::Io(io::Error::other(error)),
            _ => Self::Sqlite(error),
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Self::Sqlite(rusqlite::Error::ToSqlConversionFailure(Box::new(other))),
        }
    }
}
