//! What is known around a number.

use super::TrackingNumber;
use crate::domain::Country;

/// What is known around a number. Nothing in it makes a number valid; it only ranks.
#[derive(Clone, Copy, Default, Debug)]
pub struct IdentifyContext<'a> {
    /// The user's country.
    pub home: Option<Country>,
    /// Words that stand near the number, as they are: "СДЭК", "your GLS parcel".
    pub words: &'a str,
    /// Numbers that the user already has.
    pub known: &'a [TrackingNumber],
}

impl<'a> IdentifyContext<'a> {
    /// The same with other words.
    #[must_use]
    pub fn with_words(self, words: &'a str) -> Self {
        Self { words, ..self }
    }
}
