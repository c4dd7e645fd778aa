//! The track number as it is kept: checked and normalised.

use std::fmt;

use super::normalise;

/// A carrier's identifier, normalised: upper case, without spaces, dashes, dots or NBSP.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TrackingNumber(Box<str>);

/// Why a text is not taken for a track number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NumberError {
    /// Nothing left after normalising.
    #[error("empty")]
    Empty,
    /// Fewer than five characters.
    #[error("shorter than {} characters", TrackingNumber::MIN)]
    TooShort,
    /// More than fifty characters.
    #[error("longer than {} characters", TrackingNumber::MAX)]
    TooLong,
    /// Something other than Latin letters and digits.
    #[error("holds a character other than Latin letters and digits")]
    BadCharacter,
    /// Letters only.
    #[error("has no digit")]
    NoDigit,
}

impl TrackingNumber {
    /// The shortest number that sources accept.
    pub const MIN: usize = 5;
    /// The longest number that sources accept.
    pub const MAX: usize = normalise::LONGEST;

    /// Normalises what a person typed or pasted.
    ///
    /// # Errors
    /// When what is left is not 5 to 50 Latin letters and digits with at least one digit.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        if is_normal(text) {
            return Ok(Self(text.into()));
        }
        let kept: String = text
            .chars()
            .filter(|&c| !normalise::separates(c))
            .map(|c| normalise::narrow(c).to_ascii_uppercase())
            .take(Self::MAX + 1)
            .collect();
        match kept.chars().count() {
            0 => Err(NumberError::Empty),
            _ if !kept.chars().all(|c| c.is_ascii_alphanumeric()) => Err(NumberError::BadCharacter),
            n if n < Self::MIN => Err(NumberError::TooShort),
            n if n > Self::MAX => Err(NumberError::TooLong),
            _ if !kept.bytes().any(|b| b.is_ascii_digit()) => Err(NumberError::NoDigit),
            _ => Ok(Self(kept.into_boxed_str())),
        }
    }

    /// The normalised text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether normalising would change nothing: so it is with every number that comes out of the database again.
fn is_normal(text: &str) -> bool {
    (TrackingNumber::MIN..=TrackingNumber::MAX).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && text.bytes().any(|b| b.is_ascii_digit())
}

impl AsRef<str> for TrackingNumber {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TrackingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
