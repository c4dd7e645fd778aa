//! What the user waits for.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Clean, Snooze, SourceId, Summary, TrackingNumber};

/// A parcel's identity: stays the same through renaming and new numbers, and is never reused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ParcelId(pub i64);

impl fmt::Display for ParcelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How a number came to a parcel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberRole {
    /// Entered by the user.
    First,
    /// Told by a source when the parcel changed hands.
    Handover,
}

impl NumberRole {
    /// The word used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Handover => "handover",
        }
    }
}

/// A number of a parcel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParcelNumber {
    /// The number.
    pub number: TrackingNumber,
    /// How it came.
    pub role: NumberRole,
}

/// A parcel: what the user said of it, and what the sources say in short.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parcel {
    /// Its identity.
    pub id: ParcelId,
    /// The user's name for it.
    pub title: Option<Clean>,
    /// Its numbers, in the order they came; at least one.
    pub numbers: Vec<ParcelNumber>,
    /// The shop's orders in it.
    pub orders: Vec<Clean>,
    /// The shop.
    pub shop: Option<Clean>,
    /// The user's tags.
    pub tags: Vec<Clean>,
    /// The user's note.
    pub note: Option<Clean>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// When it was put away, if it was.
    pub archived_at: Option<DateTime<Utc>>,
    /// When the user declared it finished, if they did.
    pub closed_at: Option<DateTime<Utc>>,
    /// Until when the shop lets the buyer open a dispute.
    pub protected_until: Option<NaiveDate>,
    /// After how many full days of silence this one is stale, where the user said so.
    pub stale_after_days: Option<u32>,
    /// Until when the user does not want to hear of it, if they said so.
    pub snooze: Option<Snooze>,
    /// Only these sources are asked, where there are any.
    pub pinned: Vec<SourceId>,
    /// These sources are never asked.
    pub excluded: Vec<SourceId>,
    /// What the sources say, in short.
    pub summary: Summary,
}

impl Parcel {
    /// The first number: the one the user entered.
    #[must_use]
    pub fn number(&self) -> Option<&TrackingNumber> {
        self.numbers.first().map(|n| &n.number)
    }

    /// What to call it: the title, or the first number.
    #[must_use]
    pub fn name(&self) -> &str {
        match (&self.title, self.number()) {
            (Some(title), _) => title,
            (None, Some(number)) => number.as_str(),
            (None, None) => "",
        }
    }

    /// After how many full days of silence it is stale: its own number, or else the `usual` one.
    #[must_use]
    pub fn stale_after(&self, usual: u32) -> u32 {
        self.stale_after_days.unwrap_or(usual)
    }

    /// Whether nothing more is to come: a final state, or closed by the user.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.closed_at.is_some() || self.summary.state.is_some_and(super::State::is_final)
    }
}
