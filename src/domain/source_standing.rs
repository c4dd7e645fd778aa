//! Where one source stands on one number.

use chrono::{DateTime, Utc};

use super::{CleanText, Outcome, ReportedFacts, SourceId, TrackingNumber};

/// Where one source stands on one number: the last check, and the last facts it gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Who was asked.
    pub source: SourceId,
    /// About what.
    pub number: TrackingNumber,
    /// When it was last asked.
    pub checked_at: Option<DateTime<Utc>>,
    /// How that ended.
    pub outcome: Option<Outcome>,
    /// The detail of a trouble.
    pub detail: Option<CleanText>,
    /// When the source last gave a result, trouble aside.
    pub answered_at: Option<DateTime<Utc>>,
    /// When what it says last changed.
    pub changed_at: Option<DateTime<Utc>>,
    /// What it last said; stays through later troubles. `None`: it never knew the number.
    pub facts: Option<ReportedFacts>,
    /// When it is to be asked again; `None`: at once, or never where the parcel is finished.
    pub next_check_at: Option<DateTime<Utc>>,
    /// Checks in a row that brought no result.
    pub failures: u32,
}

impl Standing {
    /// A source that was never asked about the number.
    #[must_use]
    pub fn new(source: SourceId, number: TrackingNumber) -> Self {
        Self {
            source,
            number,
            checked_at: None,
            outcome: None,
            detail: None,
            answered_at: None,
            changed_at: None,
            facts: None,
            next_check_at: None,
            failures: 0,
        }
    }
}
