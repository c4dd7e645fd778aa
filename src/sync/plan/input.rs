//! What a plan is made from, and what it is.

use chrono::{DateTime, Utc};

use crate::domain::{Country, Outcome, ParcelId, SourceId, TrackingNumber};
use crate::sources::Profile;
use crate::store::{SourceState, WatchedNumber};

/// One question to one source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Who is asked.
    pub source: SourceId,
    /// About what: at least one number, at most the source's batch.
    pub numbers: Vec<TrackingNumber>,
}

/// What a pass is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scope {
    /// What is due.
    Due,
    /// These, now, finished or not; only budgets, imposed pauses and least intervals hold.
    Parcels(Vec<ParcelId>),
    /// Everything unfinished, now; the same holds.
    All,
}

/// What is to be done now, and what is left out for which reason.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Survey {
    /// The questions, each within its source's batch, oldest first; all together within the budgets.
    pub questions: Vec<Question>,
    /// Wanted, but their source is left alone: why, and until when.
    pub paused: Vec<(SourceId, TrackingNumber, Outcome, DateTime<Utc>)>,
    /// The user insists, but the last check is too recent; when it may be asked.
    pub too_soon: Vec<(SourceId, TrackingNumber, DateTime<Utc>)>,
}

/// What the user's settings say to the plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Habits {
    /// The user's country: its post is asked where nobody tells the destination.
    pub home: Option<Country>,
    /// Full days of silence after which somebody else is asked too.
    pub stale_after_days: u32,
}

/// All that a plan is made from.
#[derive(Clone, Copy, Debug)]
pub struct PlanInput<'a> {
    /// Every number of every active parcel.
    pub watched: &'a [WatchedNumber],
    /// How the sources fare.
    pub states: &'a [SourceState],
    /// The sources that are on; of equal ones, the first is asked first.
    pub profiles: &'a [&'a Profile],
    /// The user's settings.
    pub habits: Habits,
    /// The time.
    pub now: DateTime<Utc>,
}

impl PlanInput<'_> {
    /// How a source fares; `None`: it was never asked.
    pub(super) fn state(&self, profile: &Profile) -> Option<&SourceState> {
        self.states.iter().find(|s| s.source.as_str() == profile.id)
    }
}
