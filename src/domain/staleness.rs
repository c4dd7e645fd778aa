//! How long a parcel has been silent, and whether that is too long.

use chrono::{DateTime, Utc};

use super::Parcel;

/// Full days since the newest event; with no event yet, since the parcel was added. Never negative.
#[must_use]
pub fn silent_days(parcel: &Parcel, now: DateTime<Utc>) -> u32 {
    let heard = parcel.summary.last_event.as_ref().and_then(|e| e.time).map(|t| t.approximate());
    let days = (now - heard.unwrap_or(parcel.added_at)).num_days();
    u32::try_from(days).unwrap_or(0)
}

/// Whether the parcel is silent for more than `after_days` days and not finished.
#[must_use]
pub fn is_stale(parcel: &Parcel, after_days: u32, now: DateTime<Utc>) -> bool {
    !parcel.is_finished() && silent_days(parcel, now) > after_days
}
