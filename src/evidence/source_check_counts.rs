//! How often each source was asked, and with what outcome.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::input::EvidenceInput;
use crate::domain::{Outcome, SourceId, TrackingNumber};
use crate::store::Check;

/// The checks of one number at one source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tally {
    /// Who was asked.
    pub source: SourceId,
    /// About what.
    pub number: TrackingNumber,
    /// How often.
    pub checks: usize,
    /// When for the first time.
    pub first: DateTime<Utc>,
    /// When for the last time.
    pub last: DateTime<Utc>,
    /// How often each outcome came, in the order of [`Outcome::ALL`].
    pub outcomes: Vec<(Outcome, usize)>,
    /// When what the source says last changed.
    pub changed_at: Option<DateTime<Utc>>,
    /// How many checks since then were answered and brought no change.
    pub unchanged: usize,
}

/// One line for each source and number, by source.
pub(super) fn tallies(case: &EvidenceInput) -> Vec<Tally> {
    let mut groups: BTreeMap<(&SourceId, &TrackingNumber), Vec<&Check>> = BTreeMap::new();
    for check in &case.history.checks {
        groups.entry((&check.source, &check.number)).or_default().push(check);
    }
    groups.into_iter().filter_map(|((source, number), checks)| tally(case, source, number, &checks)).collect()
}

fn tally(case: &EvidenceInput, source: &SourceId, number: &TrackingNumber, checks: &[&Check]) -> Option<Tally> {
    let standing = case.history.dossier.standings.iter().find(|s| s.source == *source && s.number == *number);
    let changed_at = standing.and_then(|standing| standing.changed_at);
    let answered = |check: &&&Check| check.outcome.is_some_and(|outcome| !outcome.is_trouble());
    let since = |check: &&&Check| changed_at.is_some_and(|changed| check.asked_at > changed);
    let count = |wanted: Outcome| checks.iter().filter(|check| check.outcome == Some(wanted)).count();
    Some(Tally {
        source: source.clone(),
        number: number.clone(),
        checks: checks.len(),
        first: checks.iter().map(|check| check.asked_at).min()?,
        last: checks.iter().map(|check| check.asked_at).max()?,
        outcomes: Outcome::ALL.into_iter().map(|o| (o, count(o))).filter(|(_, n)| *n > 0).collect(),
        changed_at,
        unchanged: checks.iter().filter(answered).filter(since).count(),
    })
}
