//! What can go wrong with the database.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;

/// Why the store could not do something; nothing was changed. The texts are short facts for the log: what the reader is
/// told is in `error_messages`.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was written by a later version of the program.
    #[error("database version {found} is newer than {known}")]
    Newer {
        /// The version in the file.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The file is something else.
    #[error("not a posylka database")]
    NotADatabase,
    /// The file or its folder cannot be written.
    #[error("database not writable")]
    ReadOnly,
    /// The file may not be read.
    #[error("database may not be read")]
    Forbidden,
    /// No room left.
    #[error("disk full")]
    DiskFull,
    /// Another program held the database for longer than we wait (a minute).
    #[error("database busy")]
    Busy,
    /// The file is damaged.
    #[error("database damaged")]
    Corrupt,
    /// The file system refused, in its words.
    #[error("data folder: {0}")]
    Io(String),
    /// SQLite refused, in its words; this is a mistake in the program.
    #[error("SQLite: {0}")]
    Sqlite(String),
    /// The store was shut down, or the job it was given broke off.
    #[error("database thread stopped")]
    Stopped,
}

impl StoreError {
    /// Whether the trouble may go by itself, so that it is worth while to try again.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Busy | Self::DiskFull | Self::ReadOnly | Self::Io(_))
    }

    /// A file system error with the path it happened at.
    pub(in crate::store) fn io(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(format!("{}: {error}", path.display())),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotADatabase,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Self::Busy
            }
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt,
            Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) => Self::Io(error.to_string()),
            _ => Self::Sqlite(error.to_string()),
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Self::Sqlite(other.to_string()),
        }
    }
}
