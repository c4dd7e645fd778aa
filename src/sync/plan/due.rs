//! Whether one source is to be asked about one number now.

use chrono::{DateTime, TimeDelta, Utc};

use super::Scope;
use super::budget;
use super::pause::{self, LONGEST};
use super::route::{AskPace, Route};
use crate::domain::{Outcome, Standing, State};
use crate::sources::Profile;
use crate::store::{SourceState, WatchedNumber};

/// How long a finished parcel is still looked after: "delivered" is sometimes wrong.
const AFTERCARE: TimeDelta = TimeDelta::days(3);
/// A check further ahead than this is from a clock that was wrong.
const SKEW: TimeDelta = TimeDelta::minutes(10);
/// How often somebody is asked who is asked rarely.
const RARELY: TimeDelta = TimeDelta::days(1);

/// What is to be done about one number at one source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DueVerdict {
    /// To be asked now; it has waited since then (never asked: since the beginning of time).
    Ask(DateTime<Utc>),
    /// The source as a whole is left alone until then.
    Paused(DateTime<Utc>, Outcome),
    /// The user insists, but the last check is too recent for this source.
    TooSoon(DateTime<Utc>),
    /// Not before then.
    Later(DateTime<Utc>),
    /// Not at all, unless the user insists.
    Never,
}

/// What is to be done about `watched` at `profile`'s source, which fares as `state` says and is asked by `route`.
#[must_use]
pub fn verdict(
    profile: &Profile,
    watched: &WatchedNumber,
    state: Option<&SourceState>,
    route: &Route,
    scope: &Scope,
    now: DateTime<Utc>,
) -> DueVerdict {
    let standing = watched.standings.iter().find(|s| s.source.as_str() == profile.id);
    let (insists, wanted) = match scope {
        Scope::Due => (false, by_the_plan(watched, standing, route, now)),
        Scope::All if watched.finished => return DueVerdict::Never,
        Scope::Parcels(ids) if !ids.contains(&watched.parcel) => return DueVerdict::Never,
        Scope::All | Scope::Parcels(_) if route.from > now => return DueVerdict::Later(route.from),
        Scope::All | Scope::Parcels(_) => (true, by_hand(profile, standing, now)),
    };
    let DueVerdict::Ask(_) = wanted else { return wanted };
    if let Some((why, until)) = state.and_then(|s| pause::holding(s, now, insists)) {
        return DueVerdict::Paused(until, why);
    }
    if let Some(until) = budget::spent_until(profile, state, now) {
        return DueVerdict::Paused(until, Outcome::BudgetSpent);
    }
    wanted
}

fn by_the_plan(watched: &WatchedNumber, standing: Option<&Standing>, route: &Route, now: DateTime<Utc>) -> DueVerdict {
    let was_asked = |s: &&Standing| s.outcome != Some(Outcome::SecretUnavailable);
    let rested = standing
        .filter(|_| route.pace == AskPace::Daily)
        .filter(was_asked)
        .and_then(|s| s.checked_at)
        .map(|at| at + RARELY);
    let next = standing.and_then(|s| s.next_check_at).map(|at| rested.map_or(at, |rested| rested.max(at)));
    if watched.finished {
        return aftercare(watched, standing, now);
    }
    if route.from > now {
        return DueVerdict::Later(next.map_or(route.from, |at| at.max(route.from)));
    }
    // Checked by a clock that was ahead: when it was really checked nobody knows.
    if standing.and_then(|s| s.checked_at).is_some_and(|at| at - now > SKEW) {
        return DueVerdict::Ask(DateTime::<Utc>::MIN_UTC);
    }
    match next {
        None => DueVerdict::Ask(DateTime::<Utc>::MIN_UTC),
        Some(at) if at > now && at - now <= LONGEST => DueVerdict::Later(at),
        Some(at) => DueVerdict::Ask(at),
    }
}

/// Only whoever says that it is finished is asked again, and only for a few days.
fn aftercare(watched: &WatchedNumber, standing: Option<&Standing>, now: DateTime<Utc>) -> DueVerdict {
    let says_finished = standing.and_then(|s| s.facts.as_ref()).and_then(|f| f.state).is_some_and(State::is_final);
    let (Some(finished_at), Some(next)) = (watched.finished_at, standing.and_then(|s| s.next_check_at)) else {
        return DueVerdict::Never;
    };
    let until = finished_at + AFTERCARE;
    match next {
        _ if !says_finished || now > until || next > until => DueVerdict::Never,
        at if at > now => DueVerdict::Later(at),
        at => DueVerdict::Ask(at),
    }
}

fn by_hand(profile: &Profile, standing: Option<&Standing>, now: DateTime<Utc>) -> DueVerdict {
    let Some((standing, checked_at)) = standing.and_then(|s| s.checked_at.map(|at| (s, at))) else {
        return DueVerdict::Ask(DateTime::<Utc>::MIN_UTC);
    };
    let rested = rested_at(profile, standing);
    if rested > now && checked_at <= now && !standing.outcome.is_some_and(is_worth_insisting) {
        return DueVerdict::TooSoon(rested);
    }
    DueVerdict::Ask(checked_at)
}

/// When the source's least interval since the last check is over.
pub(super) fn rested_at(profile: &Profile, standing: &Standing) -> DateTime<Utc> {
    let interval = TimeDelta::from_std(profile.min_interval).unwrap_or(TimeDelta::zero());
    standing.checked_at.map_or(DateTime::<Utc>::MIN_UTC, |at| at + interval)
}

/// Whether the last check failed for a reason that the user may have removed since.
fn is_worth_insisting(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Temporary
            | Outcome::BadKey
            | Outcome::SecretUnavailable
            | Outcome::WrongAddress
            | Outcome::BudgetSpent
            | Outcome::MalformedNumber
            | Outcome::MoreDataNeeded
    )
}
