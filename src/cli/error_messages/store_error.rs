//! Troubles with the database and with numbers, in the reader's words.

use crate::domain::number::NumberError;
use crate::store::StoreError;
use crate::t;
use crate::texts::Texts;

/// What is wrong with the database, and what to do.
#[must_use]
pub fn store(texts: &Texts, error: &StoreError) -> (String, Option<String>) {
    match error {
        StoreError::Newer { found, known } => (
            t!(texts, "error-store-newer", found = found.to_string(), known = known.to_string()),
            Some(t!(texts, "error-store-newer-hint")),
        ),
        StoreError::NotADatabase => (t!(texts, "error-store-foreign"), Some(t!(texts, "error-store-foreign-hint"))),
        StoreError::ReadOnly => (t!(texts, "error-store-read-only"), Some(t!(texts, "error-store-read-only-hint"))),
        StoreError::DiskFull => (t!(texts, "error-store-full"), Some(t!(texts, "error-store-full-hint"))),
        StoreError::Busy => (t!(texts, "error-store-busy"), Some(t!(texts, "error-store-busy-hint"))),
        StoreError::Corrupt => (t!(texts, "error-store-corrupt"), Some(t!(texts, "error-store-corrupt-hint"))),
        StoreError::Io(why) => {
            (t!(texts, "error-store-io", why = why.to_string()), Some(t!(texts, "error-store-io-hint")))
        }
        other => (t!(texts, "error-store-other", why = other.to_string()), Some(t!(texts, "error-store-other-hint"))),
    }
}

/// What is wrong with a number.
#[must_use]
pub fn number(texts: &Texts, error: NumberError) -> String {
    match error {
        NumberError::Empty => t!(texts, "error-number-empty"),
        NumberError::TooShort => t!(texts, "error-number-short"),
        NumberError::TooLong => t!(texts, "error-number-long"),
        NumberError::BadCharacter => t!(texts, "error-number-character"),
        NumberError::NoDigit => t!(texts, "error-number-digit"),
    }
}
