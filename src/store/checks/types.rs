//! What a check puts into the store and gets out of it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{CleanText, Eta, Outcome, ParcelId, Report, SourceId, TrackingNumber, Trouble};

/// How a source fares, across restarts and shared by all running programs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceState {
    /// The source.
    pub source: SourceId,
    /// It is not asked before then.
    pub paused_until: Option<DateTime<Utc>>,
    /// Why.
    pub paused_for: Option<Outcome>,
    /// Failures in a row.
    pub failures: u32,
    /// When it last gave a result.
    pub last_success: Option<DateTime<Utc>>,
    /// When and how it last failed, with the detail.
    pub last_trouble: Option<(DateTime<Utc>, Outcome, Option<CleanText>)>,
    /// Requests counted on `spent_day`.
    pub spent: u32,
    /// The UTC day of that count.
    pub spent_day: Option<NaiveDate>,
    /// Requests counted in `spent_month`.
    pub spent_in_month: u32,
    /// The first day (UTC) of the month of that count.
    pub spent_month: Option<NaiveDate>,
    /// The gap between two requests ends then.
    pub next_allowed_at: Option<DateTime<Utc>>,
}

impl SourceState {
    /// The state of a source that was never asked.
    #[must_use]
    pub fn new(source: SourceId) -> Self {
        Self {
            source,
            paused_until: None,
            paused_for: None,
            failures: 0,
            last_success: None,
            last_trouble: None,
            spent: 0,
            spent_day: None,
            spent_in_month: 0,
            spent_month: None,
            next_allowed_at: None,
        }
    }
}

/// Whether one more request may go out now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RequestPermit {
    /// Yes, and it has been counted.
    Go,
    /// Not before then: the gap between two requests.
    Wait(DateTime<Utc>),
    /// The budget is used up until then: the beginning of the next day or the next month, UTC.
    Spent(DateTime<Utc>),
}

/// How many requests may go out to a source; `None`: any number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Allowance {
    /// On a UTC day.
    pub daily: Option<u32>,
    /// In a month, by UTC.
    pub monthly: Option<u32>,
}

/// One question to one source, and all that came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recording {
    /// Who was asked.
    pub source: SourceId,
    /// Whether its answers tell only the newest steps: an event that they leave out is not withdrawn then.
    pub partial_history: bool,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// When the answer was there.
    pub answered_at: DateTime<Utc>,
    /// The bodies as they came, in order.
    pub exchanges: Vec<KeptExchange>,
    /// What they say about each number asked.
    pub replies: Vec<RecordedReply>,
    /// How the source fares now; what it has spent is not taken from here.
    pub state: SourceState,
}

/// One request and the body that came back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptExchange {
    /// The request in words that are the same whenever the same is asked; holds no secret.
    pub question: String,
    /// The HTTP status.
    pub http_status: u16,
    /// The body, byte for byte.
    pub body: Vec<u8>,
}

/// What was found out about one number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordedReply {
    /// The number that was asked about.
    pub number: TrackingNumber,
    /// What the source said, or why it could not.
    pub result: std::result::Result<Report, Trouble>,
    /// When to ask again.
    pub next_check_at: DateTime<Utc>,
}

/// What recording an answer brought.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Recorded {
    /// Parcels whose state, newest event or expected date is another now.
    pub changed: Vec<ParcelId>,
    /// Parcels whose summary was computed anew.
    pub touched: Vec<ParcelId>,
    /// Numbers that came to a parcel by handover.
    pub new_numbers: Vec<TrackingNumber>,
}

/// A kept answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredAnswer {
    /// Its place in the chain, from 1 without gaps.
    pub id: i64,
    /// Who answered.
    pub source: SourceId,
    /// What was asked.
    pub question: String,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// When the answer was there.
    pub answered_at: DateTime<Utc>,
    /// The HTTP status.
    pub http_status: u16,
    /// The body, byte for byte.
    pub body: Vec<u8>,
    /// SHA-256 of the body.
    pub body_hash: [u8; 32],
    /// SHA-256 over the previous answer's chain value and this answer; see the `chain` module.
    pub chain: [u8; 32],
}

/// Whether the kept answers are as they came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChainCheck {
    /// All of them, so many.
    Whole(u64),
    /// The first answer that was changed, or that follows a missing one.
    Broken(i64),
}

/// A span of days that a source named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedDays {
    /// The source.
    pub source: SourceId,
    /// The span.
    pub eta: Eta,
    /// When it first named it after another one.
    pub said_at: DateTime<Utc>,
}
