//! The clock of the demonstration, which stands still.

use chrono::{DateTime, NaiveDate, Utc};

/// When the demonstration takes place: a Friday noon.
#[must_use]
pub fn now() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default();
    day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc()
}
