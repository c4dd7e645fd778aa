//! What the loop reports and can be told. The same shapes as in `sync`.

use chrono::{DateTime, Utc};

use crate::domain::{Clean, Outcome, ParcelId, SourceId, TrackingNumber};

/// What to check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scope {
    /// What is due.
    Due,
    /// These, now.
    Parcels(Vec<ParcelId>),
    /// Everything unfinished.
    All,
}

/// What the loop is doing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Progress {
    /// A pass begins.
    Started {
        /// How many numbers are asked about.
        numbers: usize,
    },
    /// A question goes out.
    Asking {
        /// To whom.
        source: SourceId,
        /// About what.
        numbers: Vec<TrackingNumber>,
    },
    /// A reply came.
    Answered {
        /// From whom.
        source: SourceId,
        /// About what.
        number: TrackingNumber,
        /// How it ended.
        outcome: Outcome,
        /// The detail of a trouble.
        detail: Option<Clean>,
        /// How many replies came.
        done: usize,
        /// Of how many.
        total: usize,
    },
    /// The store has news of these parcels.
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
    /// The pass ended.
    Finished {
        /// How many numbers were asked about.
        checked: usize,
        /// How many of them without a result.
        failed: usize,
    },
    /// Nothing is due.
    Idle {
        /// When something will be.
        next_check_at: Option<DateTime<Utc>>,
    },
    /// The store failed.
    Broken {
        /// How.
        what: Clean,
    },
}
