//! What is carried from one database to another, in words: the shape of the export, as far as the sources
//! said it.
//!
//! Fields that nobody filled are left out when written and may be missing when read. A field that this version does
//! not know is an error: taking the rest would lose it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::ParcelItem;

/// One item of an export; they come in this order.
#[derive(Clone, PartialEq, Debug)]
pub enum ExportItem {
    /// A kept answer.
    Answer(Box<AnswerItem>),
    /// What one source says of one number.
    Word(Box<SourceReportItem>),
    /// A parcel.
    Parcel(Box<ParcelItem>),
}

/// An answer as it came.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub struct AnswerItem {
    /// Its place in the chain of the database it was written from; checks name it.
    pub id: i64,
    /// Who answered.
    pub source: String,
    /// What was asked.
    pub question: String,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// When the answer was there.
    pub answered_at: DateTime<Utc>,
    /// The HTTP status.
    pub http_status: u16,
    /// SHA-256 of the body, in hexadecimal digits.
    pub sha256: String,
    /// The body, where it is UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The body in Base64, where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_base64: Option<String>,
}

/// What one source says of one number, and every check of it.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
pub struct SourceReportItem {
    /// The number that was asked about.
    pub number: String,
    /// Who was asked; `user`: what the user told.
    pub source: String,
    /// Where it stands; none where there are only old events or checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<StandingItem>,
    /// Its events, in the source's own order, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventItem>,
    /// Every span of days that it named for the arrival, the earliest said first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_days: Vec<NamedDaysItem>,
    /// Every check, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckItem>,
}

/// A span of days that a source named for the arrival.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub struct NamedDaysItem {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// When it was first named after another span.
    pub said_at: DateTime<Utc>,
}

/// Where a source stands on a number.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct StandingItem {
    /// When it was last asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_at: Option<DateTime<Utc>>,
    /// How that ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The detail of a trouble.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Failures in a row.
    #[serde(skip_serializing_if = "is_zero")]
    pub failures: u32,
    /// When to ask next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_check_at: Option<DateTime<Utc>>,
    /// When it last gave a result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<DateTime<Utc>>,
    /// When what it says was last another than before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<DateTime<Utc>>,
    /// When its newest list of events came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed_at: Option<DateTime<Utc>>,
    /// When the facts came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts_at: Option<DateTime<Utc>>,
    /// What it says besides its events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<serde_json::Value>,
}

/// A line of a timeline.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub struct EventItem {
    /// The wall time as it was said; a bare date stays one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// The offset from UTC, where the source said one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<String>,
    /// `second`, `minute` or `day`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// In which country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What, in the carrier's words.
    pub text: String,
    /// The language of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_lang: Option<String>,
    /// The same in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<String>,
    /// Our reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Our finer reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_status: Option<String>,
    /// The source's own code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw_code: Option<String>,
    /// The number it was listed under, where that is another than the one asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its place in the source's list.
    pub rank: u32,
    /// When it was first seen.
    pub first_seen: DateTime<Utc>,
    /// When the source stopped listing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// One question about one number.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub struct CheckItem {
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// When the answer was there.
    pub answered_at: DateTime<Utc>,
    /// How it ended.
    pub outcome: String,
    /// The detail of a trouble.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The answers it brought; empty too where the export leaves them out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<i64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
