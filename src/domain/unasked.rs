//! About what nobody is asked, and why.

use chrono::{DateTime, Utc};

use super::{SourceId, TrackingNumber};

/// Why nobody is asked about a parcel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UnaskedReason {
    /// It is pinned to these sources, and none of them is on.
    PinnedOff(Vec<SourceId>),
    /// No source that is on takes such a number.
    NoSource,
}

impl UnaskedReason {
    /// The word used in JSON.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::PinnedOff(_) => "pinned_off",
            Self::NoSource => "no_source",
        }
    }
}

/// What is not asked in a scope, and why.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Unasked {
    /// Parcels that nobody will ever be asked about as things stand, by their newest number.
    pub dead_ends: Vec<(TrackingNumber, UnaskedReason)>,
    /// When the first of the others is due.
    pub next: Option<DateTime<Utc>>,
    /// Whether somebody would answer before, if the user insisted.
    pub may_insist: bool,
    /// Whether there is no number at all to ask about.
    pub is_empty: bool,
}
