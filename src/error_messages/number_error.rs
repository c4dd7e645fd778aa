//! What keeps a text from being a track number.

use crate::domain::number::NumberError;
use crate::t;
use crate::texts::Texts;

/// The reason, as a clause that follows a colon.
#[must_use]
pub fn number_error(texts: &Texts, error: NumberError) -> String {
    match error {
        NumberError::Empty => t!(texts, "error-number-empty"),
        NumberError::TooShort => t!(texts, "error-number-short"),
        NumberError::TooLong => t!(texts, "error-number-long"),
        NumberError::BadCharacter => t!(texts, "error-number-character"),
        NumberError::NoDigit => t!(texts, "error-number-digit"),
    }
}
