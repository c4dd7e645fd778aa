//! What the worker tells while it works, what it can be told, and what it hands back.

use chrono::{DateTime, Utc};

use crate::domain::{CleanText, Outcome, ParcelId, SourceId, TrackingNumber, Unasked};
use crate::store::StoreError;
use crate::sync::Scope;

/// What to do, for a worker that runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WorkerCommand {
    /// Check now.
    Check(Scope),
    /// Parcels changed: look again what is due.
    Wake,
}

/// What the worker is doing. Passes that overlap are told as one: their counts add up, and they finish together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Questions are about to go out; also told when more come to those under way.
    Started {
        /// How many replies are expected in all: one for each number at each source.
        numbers: usize,
    },
    /// A question goes out.
    Asking {
        /// To whom.
        source: SourceId,
        /// About what.
        numbers: Vec<TrackingNumber>,
    },
    /// A reply came and is stored.
    Answered {
        /// From whom.
        source: SourceId,
        /// About what.
        number: TrackingNumber,
        /// How it ended.
        outcome: Outcome,
        /// The detail of a trouble.
        detail: Option<CleanText>,
        /// How many replies came.
        done: usize,
        /// Of how many.
        total: usize,
    },
    /// The stored summaries of these parcels are new: read them again.
    Changed {
        /// Which.
        parcels: Vec<ParcelId>,
    },
    /// A source is left alone for a while.
    Paused {
        /// Which.
        source: SourceId,
        /// Why.
        outcome: Outcome,
        /// Until when.
        until: Option<DateTime<Utc>>,
    },
    /// What was ordered led to no question, or some of it can lead to none.
    Unasked {
        /// About what nobody is asked, and why.
        why: Unasked,
    },
    /// No question is under way any more.
    Finished {
        /// How many replies came.
        checked: usize,
        /// How many of them were troubles.
        failed: usize,
    },
    /// Nothing is to be done before then; `None`: nothing before somebody orders it.
    Idle {
        /// When something is due.
        next_check_at: Option<DateTime<Utc>>,
    },
    /// The store works again.
    Mended,
    /// The store failed.
    Broken {
        /// How.
        error: StoreError,
    },
}

/// Why a number that was wanted was not asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Skipped {
    /// Its source is left alone until then.
    Paused(Outcome, DateTime<Utc>),
    /// Its last check is too recent for its source; again from then on.
    TooSoon(DateTime<Utc>),
    /// Somebody else is asking, until then at the latest; or has just asked, or removed it.
    Elsewhere(Option<DateTime<Utc>>),
    /// The pass ran out of time, or was stopped.
    OutOfTime,
}

/// What a pass did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PassReport {
    /// How many replies came and were stored, troubles included: one for each number at each source.
    pub checked: usize,
    /// How many of them were results.
    pub answered: usize,
    /// The parcels of which something material changed, each once.
    pub changed: Vec<ParcelId>,
    /// The replies that were troubles.
    pub failures: Vec<(SourceId, TrackingNumber, Outcome, Option<CleanText>)>,
    /// The sources that are left alone, why, and until when; each once.
    pub paused: Vec<(SourceId, Outcome, Option<DateTime<Utc>>)>,
    /// What was wanted but not asked, and why.
    pub skipped: Vec<(SourceId, TrackingNumber, Skipped)>,
    /// About what nobody was asked, and why; made up where named parcels were wanted, or no reply came at all.
    pub unasked: Unasked,
}

impl PassReport {
    /// Notes that a source is left alone, in place of what was noted of it before.
    pub(super) fn pause(&mut self, source: &SourceId, outcome: Outcome, until: Option<DateTime<Utc>>) {
        self.paused.retain(|(s, ..)| s != source);
        self.paused.push((source.clone(), outcome, until));
    }
}
