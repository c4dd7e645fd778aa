//! Who is asked what, and when: pure, no IO, no clock.
//!
//! A question is due when the pair's `next_check_at` has come (or it was never asked), its source is on, fits the
//! number, is not pinned away, is not paused and has budget left. What may be asked together is put together.

mod batch;
mod due;
mod interval;
mod jitter;
pub mod pause;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{DateTime, Utc};

pub use due::{Verdict, concerns, verdict};
pub use interval::next_check;

use crate::domain::{Outcome, ParcelId, SourceId, TrackingNumber};
use crate::sources::Profile;
use crate::store::{SourceState, Watched};

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

/// The questions to be asked now.
#[must_use]
pub fn plan(
    watched: &[Watched],
    states: &[SourceState],
    profiles: &[&Profile],
    scope: &Scope,
    now: DateTime<Utc>,
) -> Vec<Question> {
    survey(watched, states, profiles, scope, now).questions
}

/// The questions to be asked now, with what is left out and why.
#[must_use]
pub fn survey(
    watched: &[Watched],
    states: &[SourceState],
    profiles: &[&Profile],
    scope: &Scope,
    now: DateTime<Utc>,
) -> Survey {
    let mut survey = Survey::default();
    for &profile in profiles {
        let state = states.iter().find(|s| s.source.as_str() == profile.id);
        let pairs = pairs(watched, profile, state, scope, now);
        let source = profile.source_id();
        for (watched, verdict) in &pairs {
            let number = watched.number.clone();
            match *verdict {
                Verdict::Paused(until, why) => survey.paused.push((source.clone(), number, why, until)),
                Verdict::TooSoon(until) => survey.too_soon.push((source.clone(), number, until)),
                Verdict::Ask(_) | Verdict::Later(_) | Verdict::Never => {}
            }
        }
        survey.questions.extend(batch::questions(profile, state, pairs, scope, now));
    }
    survey
}

/// When something is to be asked next; the past means "now". `None`: nothing will ever be due by itself.
#[must_use]
pub fn wake_at(
    watched: &[Watched],
    states: &[SourceState],
    profiles: &[&Profile],
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let of = |&profile: &&Profile| {
        let state = states.iter().find(|s| s.source.as_str() == profile.id);
        let times = watched.iter().filter(|w| concerns(profile, w)).filter_map(move |w| {
            match verdict(profile, w, state, &Scope::Due, now) {
                Verdict::Ask(_) => Some(now),
                Verdict::Later(at) => Some(after_the_pause(profile, state, at, now)),
                Verdict::Paused(until, _) => Some(until),
                Verdict::TooSoon(_) | Verdict::Never => None,
            }
        });
        times.min()
    };
    profiles.iter().filter_map(of).min()
}

/// What comes due while its source is left alone, or has no budget left, waits until that is over.
fn after_the_pause(
    profile: &Profile,
    state: Option<&SourceState>,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let paused = state.and_then(|s| pause::holding(s, now, false)).map(|(_, until)| until);
    let spent = pause::budget_left(profile, state, now) == Some(0);
    let budget = spent.then(|| pause::next_midnight(now));
    paused.max(budget).map_or(at, |until| until.max(at))
}

/// Each number once, with its most pressing verdict: two parcels may share a number.
fn pairs<'a>(
    watched: &'a [Watched],
    profile: &Profile,
    state: Option<&SourceState>,
    scope: &Scope,
    now: DateTime<Utc>,
) -> Vec<(&'a Watched, Verdict)> {
    let mut pairs: Vec<(&Watched, Verdict)> = Vec::new();
    let mut places: HashMap<&TrackingNumber, usize> = HashMap::new();
    for entry in watched.iter().filter(|w| concerns(profile, w)) {
        let verdict = verdict(profile, entry, state, scope, now);
        match places.get(&entry.number) {
            Some(&at) if pairs[at].1 <= verdict => {}
            Some(&at) => pairs[at] = (entry, verdict),
            None => {
                places.insert(&entry.number, pairs.len());
                pairs.push((entry, verdict));
            }
        }
    }
    pairs
}
