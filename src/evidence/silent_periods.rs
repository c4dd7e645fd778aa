//! Stretches without news, and how often somebody was asked meanwhile.

use chrono::{DateTime, Utc};

use super::input::EvidenceInput;
use crate::domain::EventTime;

/// Shorter silences, in full days, are not worth a line.
const LEAST: i64 = 3;

/// A stretch without an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Silence {
    /// The event before it, as it was said; `None`: the parcel was added then.
    pub from: Option<EventTime>,
    /// The event after it; `None`: it lasts.
    pub to: Option<EventTime>,
    /// Full days; off by one at most where a zone is unknown.
    pub days: i64,
    /// How many checks were made in it.
    pub checks: usize,
}

/// The stretches, newest first.
pub(super) fn silences(case: &EvidenceInput) -> Vec<Silence> {
    let dossier = &case.history.dossier;
    let listed = dossier.timeline.entries.iter().filter(|entry| !entry.is_withdrawn());
    let mut to = (!dossier.parcel.is_finished()).then_some((None, case.now));
    let mut found = Vec::new();
    for time in listed.filter_map(|entry| entry.event().time) {
        if let Some((until, end)) = to {
            found.extend(stretch(case, (Some(time), time.approximate()), (until, end)));
        }
        to = Some((Some(time), time.approximate()));
    }
    if let Some((None, end)) = to {
        found.extend(stretch(case, (None, dossier.parcel.added_at), (None, end)));
    }
    found
}

type Edge = (Option<EventTime>, DateTime<Utc>);

fn stretch(case: &EvidenceInput, (from, start): Edge, (to, end): Edge) -> Option<Silence> {
    let days = (end - start).num_days();
    let within = |at: DateTime<Utc>| start <= at && at <= end;
    let checks = || case.history.checks.iter().filter(|check| within(check.asked_at)).count();
    (days >= LEAST).then(|| Silence { from, to, days, checks: checks() })
}
