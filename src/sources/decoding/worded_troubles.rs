//! The two troubles that decoders and askers put in their own words.

use crate::domain::{CleanText, Trouble};

/// An answer of an unknown shape, with the place.
#[must_use]
pub(in crate::sources) fn not_understood(path: &str) -> Trouble {
    Trouble::NotUnderstood { path: CleanText::line(path) }
}

/// A trouble that will pass.
#[must_use]
pub(in crate::sources) fn temporary(what: &str) -> Trouble {
    Trouble::Temporary { what: CleanText::line(what) }
}
