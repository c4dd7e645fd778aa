//! Where a source stands on a parcel, in JSON.

use serde::Serialize;

use super::instant;
use crate::domain::{SourceId, Standing, State};

/// Where a source stands on a parcel.
#[derive(Serialize, Debug)]
pub struct StandingJson {
    /// The source.
    pub id: String,
    /// The status it claims.
    pub status: Option<&'static str>,
    /// When it was last asked.
    pub checked_at: Option<String>,
    /// How that ended.
    pub outcome: Option<&'static str>,
}

impl StandingJson {
    /// One line a source: where it was asked about several numbers, the check that came last, and the status it
    /// claimed most recently.
    #[must_use]
    pub fn by_source(standings: &[Standing]) -> Vec<Self> {
        let mut sources: Vec<&SourceId> = standings.iter().map(|s| &s.source).collect();
        sources.sort();
        sources.dedup();
        sources.into_iter().map(|id| Self::of(id, standings)).collect()
    }

    fn of(id: &SourceId, standings: &[Standing]) -> Self {
        let own = || standings.iter().filter(|s| s.source == *id);
        let last = own().max_by_key(|s| s.checked_at);
        let claim = own().filter(|s| claimed(s).is_some()).max_by_key(|s| s.answered_at);
        Self {
            id: id.to_string(),
            status: status(claim.and_then(claimed)),
            checked_at: last.and_then(|s| s.checked_at).map(instant),
            outcome: last.and_then(|s| s.outcome).map(crate::domain::Outcome::as_str),
        }
    }
}

fn claimed(standing: &Standing) -> Option<State> {
    standing.facts.as_ref().and_then(|facts| facts.state)
}

/// A state's status in JSON.
pub(super) fn status(state: Option<State>) -> Option<&'static str> {
    state.map(|state| state.status.as_str())
}
