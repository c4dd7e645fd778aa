//! What the list shows of a parcel: one state chosen from what all sources say.

#[cfg(test)]
mod across_sources_tests;
mod return_across_sources;
mod source_claims;

pub use source_claims::ReportedState;

use chrono::{DateTime, Utc};

use super::{
    CleanText, Country, Eta, Event, Outcome, ReportedFacts, SourceId, Standing, State, Status, Storage, Timeline,
};

/// A parcel in short, derived from its standings and its timeline, and kept with the parcel.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// The state; `None` before the first answer.
    pub state: Option<State>,
    /// The carrier's words for it.
    pub status_text: Option<CleanText>,
    /// Whose claim it is.
    pub status_source: Option<SourceId>,
    /// Where the parcel comes from.
    pub origin: Option<Country>,
    /// Where it goes.
    pub destination: Option<Country>,
    /// Who carries it.
    pub carrier: Option<CleanText>,
    /// The newest event that is still listed.
    pub last_event: Option<Event>,
    /// When it is expected, and who said so; never after a final state.
    pub eta: Option<(Eta, SourceId)>,
    /// How long it is kept where it waits to be collected, and who said so; only while it waits.
    pub storage: Option<(Storage, SourceId)>,
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
    /// Whether it is followed only to the border of its country. The caller fills it in: the numbers tell, too.
    pub to_border: bool,
    /// The sources whose last check failed, and how.
    pub troubles: Vec<(SourceId, Outcome)>,
}

/// Who says what about the state, in the order of the standings; the rule that chooses among them is written at
/// [`claim`].
#[must_use]
pub fn claims(standings: &[Standing], timeline: &Timeline) -> Vec<ReportedState> {
    source_claims::claims(standings, timeline).iter().map(source_claims::SourceClaim::word).collect()
}

impl Summary {
    /// Chooses what to show from what the sources say; the rule is written at [`claim`].
    #[must_use]
    pub fn of(standings: &[Standing], timeline: &Timeline) -> Self {
        let claims = return_across_sources::applied(source_claims::claims(standings, timeline), timeline);
        let chosen = source_claims::choose(&claims);
        let state = chosen.map(|c| c.state);
        let facts = || chosen.and_then(|c| c.standing.facts.as_ref());
        Self {
            state,
            status_text: facts().and_then(|f| f.status_text.clone()),
            status_source: chosen.map(|c| c.standing.source.clone()),
            origin: first(standings, |f| f.origin),
            destination: first(standings, |f| f.destination),
            carrier: facts().and_then(|f| f.carrier.clone()).or_else(|| first(standings, |f| f.carrier.clone())),
            last_event: timeline.newest().map(|e| e.event().clone()),
            eta: if state.is_some_and(State::is_final) { None } else { eta(standings) },
            storage: storage(state, standings),
            changed_at: standings.iter().filter_map(|s| s.changed_at).max(),
            answered_at: standings.iter().filter_map(|s| s.answered_at).max(),
            checked_at: standings.iter().filter_map(|s| s.checked_at).max(),
            next_check_at: next_check(standings),
            disagreement: source_claims::disagree(&claims),
            to_border: false,
            troubles: troubles(standings),
        }
    }
}

/// The first source that tells a fact, in the order of the standings.
fn first<T>(standings: &[Standing], fact: impl Fn(&ReportedFacts) -> Option<T>) -> Option<T> {
    standings.iter().filter_map(|s| s.facts.as_ref()).find_map(fact)
}

/// How long it is kept, by whoever answered last.
fn storage(state: Option<State>, standings: &[Standing]) -> Option<(Storage, SourceId)> {
    state.filter(|s| s.status == Status::AvailableForPickup)?;
    let told = |s: &Standing| Some((s.answered_at, s.facts.as_ref()?.storage?, s.source.clone()));
    standings.iter().filter_map(told).max_by_key(|(at, ..)| *at).map(|(_, storage, source)| (storage, source))
}

/// The expectation of whoever answered last.
fn eta(standings: &[Standing]) -> Option<(Eta, SourceId)> {
    let told = |s: &Standing| Some((s.answered_at, s.facts.as_ref()?.eta?, s.source.clone()));
    standings.iter().filter_map(told).max_by_key(|(at, ..)| *at).map(|(_, eta, source)| (eta, source))
}

/// When it will be asked about next. Who was due at the last check and not asked then is not asked any more: others
/// know better.
fn next_check(standings: &[Standing]) -> Option<DateTime<Utc>> {
    let last = standings.iter().filter_map(|s| s.checked_at).max();
    let times = || standings.iter().filter_map(|s| s.next_check_at);
    times().filter(|&at| last.is_none_or(|last| at > last)).min().or_else(|| times().min())
}

fn troubles(standings: &[Standing]) -> Vec<(SourceId, Outcome)> {
    let failed = |s: &Standing| Some((s.source.clone(), s.outcome.filter(|o| o.is_trouble())?));
    let mut troubles: Vec<_> = standings.iter().filter_map(failed).collect();
    troubles.sort();
    troubles.dedup();
    troubles
}

#[cfg(test)]
mod tests;
