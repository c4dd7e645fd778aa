//! Every error of the database, each with a name.

use posylka::store::StoreError;

pub fn every_store_error() -> Vec<(&'static str, StoreError)> {
    let all = [
        StoreError::Newer { found: 99, known: 9 },
        StoreError::NotADatabase,
        StoreError::ReadOnly,
        StoreError::Forbidden,
        StoreError::DiskFull,
        StoreError::Busy,
        StoreError::Corrupt,
        StoreError::Io("/data/posylka: Not a directory (os error 20)".to_owned()),
        StoreError::Sqlite("no such table: parcel".to_owned()),
        StoreError::Stopped,
    ];
    all.into_iter().map(|error| (name(&error), error)).collect()
}

/// Does not compile while an error has no name: then it has to be added above, too.
fn name(error: &StoreError) -> &'static str {
    match error {
        StoreError::Newer { .. } => "newer",
        StoreError::NotADatabase => "not a database",
        StoreError::ReadOnly => "read-only",
        StoreError::Forbidden => "forbidden",
        StoreError::DiskFull => "disk full",
        StoreError::Busy => "busy",
        StoreError::Corrupt => "corrupt",
        StoreError::Io(_) => "io",
        StoreError::Sqlite(_) => "sqlite",
        StoreError::Stopped => "stopped",
    }
}
