//! When a number is asked about again.

use chrono::{DateTime, TimeDelta, Utc};

use super::jitter::jittered;
use super::pause::doubled;
use crate::domain::{Finding, Outcome, Report, ReportedFacts, Standing, State, Status, Trouble};
use crate::sources::Profile;
use crate::store::{SourceState, WatchedNumber};

/// Ready to collect, or with the courier: the hours count.
const AT_THE_DOOR: TimeDelta = TimeDelta::minutes(150);
/// Something happened within the last days.
const MOVING: TimeDelta = TimeDelta::minutes(210);
/// Neither moving nor quiet, or not known yet: first scans take 7–10 days.
const ORDINARY: TimeDelta = TimeDelta::hours(6);
/// Silent for more than a week.
const QUIET: TimeDelta = TimeDelta::hours(10);
/// Silent for more than three weeks, or unknown for more than twenty days.
const SILENT: TimeDelta = TimeDelta::hours(24);
/// Finished: twice more within the days in which "delivered" turns out to be wrong.
const FINISHED: TimeDelta = TimeDelta::hours(30);
/// Only the user can help; a check by hand comes sooner.
const NEEDS_THE_USER: TimeDelta = TimeDelta::days(7);

/// When to ask `profile`'s source about `watched` again, after it gave `result` and its state became `state`.
///
/// Never sooner than the profile's least interval; moved by up to ±10 %, always the same way for the same pair,
/// except where the time is that of a source's pause.
#[must_use]
pub fn next_check(
    profile: &Profile,
    watched: &WatchedNumber,
    result: &Result<Report, Trouble>,
    state: &SourceState,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let source = profile.source_id();
    let standing = watched.standings.iter().find(|s| s.source == source);
    let spread = |interval| now + jittered(interval, &source, &watched.number);
    let at = match result {
        Ok(report) => spread(pace(watched, standing, report, now)),
        Err(trouble) => match retry(trouble, standing, state) {
            Retry::In(interval) => spread(interval),
            Retry::AfterThePause => state.paused_until.unwrap_or(now).max(now + TimeDelta::minutes(5)),
            Retry::WithTheNextPass => return now,
        },
    };
    at.max(now + TimeDelta::from_std(profile.min_interval).unwrap_or(TimeDelta::zero()))
}

fn pace(watched: &WatchedNumber, standing: Option<&Standing>, report: &Report, now: DateTime<Utc>) -> TimeDelta {
    let Finding::Known(facts) = &report.finding else {
        return if now - watched.added_at > TimeDelta::days(20) { SILENT } else { ORDINARY };
    };
    let state = facts.state.or_else(|| report.events.iter().find_map(|e| e.state));
    if state.is_some_and(State::is_final) {
        return FINISHED;
    }
    let told = report.events.iter().filter_map(|e| e.time).map(|t| t.approximate());
    // One of the future is a slip or a forecast, and no sign that something moves.
    let heard = told.chain(watched.last_event_at).filter(|at| *at - now <= TimeDelta::days(1)).max();
    let silent = if has_changed(standing, facts) { TimeDelta::zero() } else { now - heard.unwrap_or(watched.added_at) };
    let at_the_door = matches!(state.map(|s| s.status), Some(Status::OutForDelivery | Status::AvailableForPickup));
    match silent {
        s if s > TimeDelta::days(21) => SILENT,
        s if s > TimeDelta::days(7) => QUIET,
        _ if at_the_door => AT_THE_DOOR,
        s if s <= TimeDelta::days(3) && heard.is_some() => MOVING,
        _ => ORDINARY,
    }
}

/// Whether the source now says something else than it last did; a first answer is no change.
fn has_changed(standing: Option<&Standing>, facts: &ReportedFacts) -> bool {
    let before = standing.and_then(|s| s.facts.as_ref());
    before.is_some_and(|b| b.state != facts.state || b.eta != facts.eta)
}

enum Retry {
    In(TimeDelta),
    AfterThePause,
    /// Nobody was asked: whoever looks next may ask.
    WithTheNextPass,
}

fn retry(trouble: &Trouble, standing: Option<&Standing>, state: &SourceState) -> Retry {
    match trouble {
        Trouble::Blocked
        | Trouble::Refused { .. }
        | Trouble::WrongAddress { .. }
        | Trouble::RateLimited { .. }
        | Trouble::BudgetSpent
        | Trouble::BadKey => Retry::AfterThePause,
        Trouble::SecretUnavailable { .. } => Retry::WithTheNextPass,
        Trouble::MalformedNumber | Trouble::MoreDataNeeded { .. } => Retry::In(NEEDS_THE_USER),
        Trouble::NotUnderstood { .. } | Trouble::TooLarge => Retry::In(TimeDelta::hours(6)),
        // The source fails for everybody: the number is not to blame, and must not wait on when the network is back.
        Trouble::Temporary { .. } if state.paused_for == Some(Outcome::Temporary) && state.failures > 1 => {
            Retry::AfterThePause
        }
        Trouble::Temporary { .. } => {
            let failures = standing.map_or(0, |s| s.failures);
            Retry::In(doubled(TimeDelta::minutes(5), failures, TimeDelta::hours(6)))
        }
    }
}
