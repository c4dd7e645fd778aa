//! Errors of the database.

use super::error_message::ErrorMessage;
use crate::store::StoreError;
use crate::t;
use crate::texts::Texts;

pub(super) fn message(texts: &Texts, error: &StoreError) -> ErrorMessage {
    let (what, hint) = match error {
        StoreError::Newer { found, known } => (
            t!(texts, "error-store-newer", found = found.to_string(), known = known.to_string()),
            t!(texts, "error-store-newer-hint"),
        ),
        StoreError::NotADatabase => (t!(texts, "error-store-foreign"), t!(texts, "error-store-foreign-hint")),
        StoreError::ReadOnly => (t!(texts, "error-store-read-only"), t!(texts, "error-store-read-only-hint")),
        StoreError::Forbidden => (t!(texts, "error-store-forbidden"), t!(texts, "error-store-forbidden-hint")),
        StoreError::DiskFull => (t!(texts, "error-store-full"), t!(texts, "error-store-full-hint")),
        StoreError::Busy => (t!(texts, "error-store-busy"), t!(texts, "error-store-busy-hint")),
        StoreError::Corrupt => (t!(texts, "error-store-corrupt"), t!(texts, "error-store-corrupt-hint")),
        StoreError::Io(why) => (t!(texts, "error-store-io", why = why.as_str()), t!(texts, "error-store-io-hint")),
        StoreError::Sqlite(why) => {
            (t!(texts, "error-store-sqlite", why = why.as_str()), t!(texts, "error-store-sqlite-hint"))
        }
        StoreError::Stopped => (t!(texts, "error-store-stopped"), t!(texts, "error-store-stopped-hint")),
    };
    ErrorMessage::failed(&what, Some(&hint))
}

/// Something cannot be read any more, and everything else was.
pub(super) fn unreadable(texts: &Texts, parcels: &[String], places: &[String]) -> ErrorMessage {
    let (parcels, places) = (parcels.join(", "), places.join(", "));
    let what = if parcels.is_empty() {
        t!(texts, "error-unreadable", places = places)
    } else {
        t!(texts, "error-unreadable-parcels", parcels = parcels, places = places)
    };
    ErrorMessage::failed(&what, Some(&t!(texts, "error-unreadable-hint")))
}
