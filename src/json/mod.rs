//! The JSON that scripts read: every field is always there, what is absent is `null`, times are RFC 3339, days ISO 8601.
//!
//! `docs/json.md` documents every field, and a test holds it to these structs.

pub mod advice;
pub mod event;
pub mod forecast;
pub mod message;
pub mod notice;
pub mod number;
pub mod order;
pub mod parcel;
pub mod source;
pub mod standing;
pub mod sync;

use chrono::{DateTime, NaiveDate, SecondsFormat, Timelike, Utc};

use crate::domain::wall_time_text;
pub use advice::AdviceJson;
pub use event::EventJson;
pub use forecast::{ForecastJson, NamedDaysJson};
pub use message::{DraftedMessageJson, MessageJson};
pub use notice::NoticeJson;
pub use number::IdentifiedJson;
pub use parcel::{ParcelJson, ShownJson};
pub use source::SourceJson;
pub use sync::SyncJson;

/// An instant as RFC 3339 in UTC, to the second.
#[must_use]
pub fn instant(time: DateTime<Utc>) -> String {
    let second = time.naive_utc().with_nanosecond(0);
    let usual = second.filter(|_| time.nanosecond() < 1_000_000_000);
    usual.map_or_else(|| time.to_rfc3339_opts(SecondsFormat::Secs, true), |time| wall_time_text(&time) + "Z")
}

/// A day as ISO 8601.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}
