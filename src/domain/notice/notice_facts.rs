//! One thing that is worth telling, and what it says.

use chrono::{DateTime, NaiveDate, Utc};

use super::NoticeKind;
use crate::domain::advice::Situation;
use crate::domain::{CleanText, Eta, EventTime, Outcome, ParcelId, SourceId, State};

/// The most events that one notice names; of more, how many they are.
pub const MOST_EVENTS: usize = 30;

/// One thing that is worth telling.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// Its place in the outbox; later ones have greater ones.
    pub id: i64,
    /// When it was found.
    pub at: DateTime<Utc>,
    /// What it is about.
    pub kind: NoticeKind,
    /// Which parcel; `None`: a source, or everything.
    pub parcel: Option<ParcelId>,
    /// Which source.
    pub source: Option<SourceId>,
    /// What it says.
    pub facts: NoticeFacts,
}

/// What a notice says; which of it is there, the kind tells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NoticeFacts {
    /// The state now.
    pub state: Option<State>,
    /// The state that was told before, where it is another.
    pub state_before: Option<State>,
    /// What happened since, newest first; at most [`MOST_EVENTS`].
    pub events: Vec<NoticeEvent>,
    /// How many more events there were.
    pub more_events: u32,
    /// When it is expected.
    pub eta: Option<Eta>,
    /// When it was expected, as it was told before.
    pub eta_before: Option<Eta>,
    /// The last day: of the storage or of the protection.
    pub until: Option<NaiveDate>,
    /// The last safe day to open a dispute.
    pub dispute_by: Option<NaiveDate>,
    /// What the parcel is stuck in.
    pub situation: Option<Situation>,
    /// Full days of silence: so far, or before the news.
    pub silent_days: Option<u32>,
    /// How the source failed.
    pub outcome: Option<Outcome>,
    /// Since when the source has failed.
    pub since: Option<DateTime<Utc>>,
    /// Something ends today or tomorrow.
    pub ends_now: bool,
}

/// An event as a notice names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeEvent {
    /// When, as far as it was said.
    pub time: Option<EventTime>,
    /// Where.
    pub place: Option<CleanText>,
    /// What, in the words for the reader.
    pub text: CleanText,
}

impl Notice {
    /// Whether it passes quiet hours where no rule says otherwise.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.kind.is_urgent() || self.facts.ends_now
    }
}
