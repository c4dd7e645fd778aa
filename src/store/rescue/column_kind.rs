//! What each column holds beyond its type, told by its name.

use chrono::{DateTime, NaiveDate};
use rusqlite::types::ValueRef;
use serde::de::IgnoredAny;

use crate::domain::TrackingNumber;

/// What a column holds, beyond its type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ColumnKind {
    /// Anything of its type.
    Plain,
    /// A moment, as unix milliseconds.
    Instant,
    /// A day, as `YYYY-MM-DD`.
    Day,
    /// JSON.
    Json,
    /// A track number.
    Number,
    /// A count from 0.
    Count,
}

const INSTANTS: [&str; 3] = ["at", "first_seen", "last_success"];
const DAYS: [&str; 11] = [
    "protected_until",
    "snoozed_until",
    "storage_until",
    "eta_from",
    "eta_to",
    "ordered_on",
    "shipped_on",
    "received_on",
    "spent_day",
    "spent_month",
    "day",
];
const COUNTS: [&str; 8] =
    ["rank", "failures", "http_status", "days", "stale_after_days", "spent", "spent_in_month", "position"];

impl ColumnKind {
    /// Of the column with that name.
    pub(super) fn of(column: &str) -> Self {
        match column {
            "facts" | "troubles" | "inverse" | "redo" => Self::Json,
            "number" | "listed_under" | "event_number" => Self::Number,
            "paused_until" | "claimed_until" | "event_first_seen" => Self::Instant,
            _ if INSTANTS.contains(&column) || column.ends_with("_at") => Self::Instant,
            _ if DAYS.contains(&column) => Self::Day,
            _ if COUNTS.contains(&column) => Self::Count,
            _ => Self::Plain,
        }
    }

    /// Whether the value can be read as what the column holds.
    pub(super) fn reads(self, value: ValueRef<'_>) -> bool {
        let text = |holds: fn(&str) -> bool| value.as_str().is_ok_and(holds);
        match (self, value) {
            (_, ValueRef::Null) | (Self::Plain, ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Blob(_)) => true,
            (Self::Plain, ValueRef::Text(_)) => text(|_| true),
            (Self::Instant, _) => value.as_i64().is_ok_and(|at| DateTime::from_timestamp_millis(at).is_some()),
            (Self::Day, _) => text(|day| day.parse::<NaiveDate>().is_ok()),
            (Self::Json, _) => text(|json| serde_json::from_str::<IgnoredAny>(json).is_ok()),
            (Self::Number, _) => text(|number| TrackingNumber::parse(number).is_ok()),
            (Self::Count, _) => value.as_i64().is_ok_and(|count| u32::try_from(count).is_ok()),
        }
    }
}
