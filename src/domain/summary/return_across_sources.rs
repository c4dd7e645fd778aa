//! What a return that one source tells means for the words of the others.
//!
//! A source that lists the return keeps it through its own scans (see [`source_journey`](crate::domain::source_journey)).
//! Another source may list nothing but those scans: where it says "delivered", the parcel is back with its sender, and
//! where it says "in transit", it is still on its way back. Its word counts as it stands only where it is surely older
//! than the return, and where it is the user's own.

use chrono::{DateTime, Utc};

use super::source_claims::{SourceClaim, UNKNOWN_ZONE};
use crate::domain::{Entry, SourceId, State, Status, Timeline};

/// When a return was first told, to the order of the timeline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Return {
    at: DateTime<Utc>,
    zone_known: bool,
}

/// The claims with what the return, if somebody lists one, makes of them.
pub(super) fn applied<'a>(claims: Vec<SourceClaim<'a>>, timeline: &Timeline) -> Vec<SourceClaim<'a>> {
    let Some(told) = first_return(timeline) else { return claims };
    let is_told = claims.iter().any(|claim| claim.state == State::RETURNING);
    let seen = claims.into_iter().map(|claim| (claim.state, SourceClaim { state: told.makes_of(&claim), ..claim }));
    // The words that go with the return are those of whoever tells it, not those of a scan on the way back.
    let is_scan = |said: State, made: State| is_told && said != made && made == State::RETURNING;
    seen.filter(|(said, claim)| !is_scan(*said, claim.state)).map(|(_, claim)| claim).collect()
}

/// The oldest listed line that tells a return and has a time.
fn first_return(timeline: &Timeline) -> Option<Return> {
    let tells = |entry: &&Entry| {
        entry.sightings().any(|s| s.withdrawn_at.is_none() && s.event.state.is_some_and(State::is_return))
    };
    let entry = timeline.entries.iter().rev().find(tells)?;
    let zone_known = entry.event().time.is_some_and(|time| time.instant().is_some());
    (entry.order > DateTime::<Utc>::MIN_UTC).then_some(Return { at: entry.order, zone_known })
}

impl Return {
    fn makes_of(self, claim: &SourceClaim) -> State {
        let Some(as_of) = claim.as_of else { return claim.state };
        let doubt = if self.zone_known && claim.zone_known { chrono::TimeDelta::zero() } else { UNKNOWN_ZONE };
        let is_older = self.at.signed_duration_since(as_of) > doubt;
        if is_older || claim.standing.source == SourceId::user() {
            return claim.state;
        }
        match claim.state.status {
            Status::Delivered => State::RETURNED,
            Status::NotFound | Status::Expired => claim.state,
            _ if claim.state.ends_a_return() => claim.state,
            _ => State::RETURNING,
        }
    }
}
