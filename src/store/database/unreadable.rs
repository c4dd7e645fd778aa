//! What to do about a value that cannot be read: a bad sector or a flipped bit costs that value, not the whole list.
//!
//! A text that is no UTF-8 is read as far as it goes, a value that makes no sense reads as absent, and a row without what
//! it needs is passed over. That it happened is noted, for whoever then says so and names the parcel.

use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Error, Result};

/// Rows are read where only the row is known, and on several threads: so it is noted for the program.
static NOTED: AtomicBool = AtomicBool::new(false);

/// Notes that something could not be read as it was written.
pub(in crate::store) fn note() {
    NOTED.store(true, Ordering::Relaxed);
}

/// Whether this program has met anything in a database that it could not read as it was written.
#[must_use]
pub fn was_met() -> bool {
    NOTED.load(Ordering::Relaxed)
}

/// Whether an error is about one value and not about the file.
pub(in crate::store) fn is_of_a_value(error: &Error) -> bool {
    matches!(
        error,
        Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::Utf8Error(..)
            | Error::InvalidColumnType(..)
    )
}

/// A value or row, or `None` where it cannot be read.
pub(in crate::store) fn readable<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_of_a_value(&error) => {
            tracing::warn!("passed over what cannot be read in the database: {error}");
            note();
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The rows that can be read.
pub(in crate::store) fn readable_rows<T, C: FromIterator<T>>(rows: impl Iterator<Item = Result<T>>) -> Result<C> {
    rows.filter_map(|row| readable(row).transpose()).collect()
}
