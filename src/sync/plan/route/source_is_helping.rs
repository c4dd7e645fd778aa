//! Whether a source that is asked about a number helps.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{Outcome, Standing};
use crate::sources::Profile;
use crate::store::SourceState;
use crate::sync::plan::{budget, pause};

/// How long a source may fail before somebody else is asked in its place: most troubles pass within hours.
const PATIENCE: TimeDelta = TimeDelta::days(1);

/// What a source is good for with one number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Usefulness {
    /// It knows the number.
    Knows,
    /// It says that it does not.
    Unaware,
    /// It gives no answer; from then on it has not done so for too long.
    Failing(DateTime<Utc>),
    /// It has yet to answer.
    Pending,
}

/// How the source helps, by how it stands on the number and how it fares as a whole.
pub(super) fn of(
    profile: &Profile,
    standing: Option<&Standing>,
    state: Option<&SourceState>,
    insists: bool,
    now: DateTime<Utc>,
) -> Usefulness {
    let held = is_held(profile, state, now);
    let outcome = standing.and_then(|s| s.outcome);
    let answered = standing.and_then(|s| s.answered_at);
    let failures = standing.map_or(0, |s| s.failures);
    let failing = match outcome {
        // A single accident of the network is no reason to ask somebody else.
        Some(Outcome::Temporary) => insists || failures >= 2,
        Some(outcome) if outcome.is_trouble() => true,
        _ => held,
    };
    if failing && outcome == Some(Outcome::UnknownNumber) && !knew(standing) {
        return Usefulness::Unaware;
    }
    if failing {
        let since = answered.filter(|_| !insists && knew(standing));
        return Usefulness::Failing(since.map_or(DateTime::<Utc>::MIN_UTC, |at| at + PATIENCE));
    }
    match outcome {
        _ if knew(standing) => Usefulness::Knows,
        Some(Outcome::UnknownNumber) => Usefulness::Unaware,
        // "No news" of a source that gave no facts does not occur; then it knows the number all the same.
        Some(Outcome::Answered | Outcome::NoNews) => Usefulness::Knows,
        _ => Usefulness::Pending,
    }
}

fn knew(standing: Option<&Standing>) -> bool {
    standing.is_some_and(|s| s.facts.is_some())
}

/// Whether the source as a whole is left alone for longer than a moment.
fn is_held(profile: &Profile, state: Option<&SourceState>, now: DateTime<Utc>) -> bool {
    let paused = state.and_then(|s| pause::holding(s, now, false));
    paused.is_some_and(|(why, _)| why != Outcome::Temporary || state.is_some_and(|s| s.failures >= 2))
        || budget::left(profile, state, now) == Some(0)
}
