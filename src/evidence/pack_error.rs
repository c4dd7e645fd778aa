//! Why there is no pack.

/// Something in it is too large for its format, in the words of the library that writes it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PackError(String);

impl PackError {
    /// The error of a library.
    pub(super) fn new(error: &impl ToString) -> Self {
        Self(error.to_string())
    }
}

impl From<csv::Error> for PackError {
    fn from(error: csv::Error) -> Self {
        Self::new(&error)
    }
}

impl From<serde_json::Error> for PackError {
    fn from(error: serde_json::Error) -> Self {
        Self::new(&error)
    }
}
