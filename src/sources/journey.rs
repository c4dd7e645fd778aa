//! What sources of one carrier share: making reports.

use crate::domain::{Event, Facts, Finding, Report};

/// The source does not know the number.
pub(super) fn unknown() -> Report {
    Report { finding: Finding::Unknown, events: Vec::new() }
}

/// The source knows the number.
pub(super) fn known(facts: Facts, events: Vec<Event>) -> Report {
    Report { finding: Finding::Known(Box::new(facts)), events }
}
