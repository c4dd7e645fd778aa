//! How long a whole source is left alone after trouble, and what its state is after a question.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::budget_period::next_midnight;
use crate::domain::{CleanText, Outcome, Reply, Trouble};
use crate::store::SourceState;

/// Nothing is put off for longer than this; a later date comes from a clock that was wrong, and is not believed.
pub(super) const LONGEST: TimeDelta = TimeDelta::days(8);
/// The longest Retry-After that is honoured in full.
const LONGEST_RETRY_AFTER: TimeDelta = TimeDelta::days(7);

/// What a question meant for its source as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PauseUpdate {
    /// At least one number got a result.
    Success,
    /// Only numbers were at fault, the source itself works.
    Noted(Trouble),
    /// The source as a whole is in trouble.
    Trouble(Trouble),
}

impl PauseUpdate {
    /// Reads what came of a question: a refusal that concerns the caller stops the source, wherever it stands.
    #[must_use]
    pub fn of(result: &Result<Vec<Reply>, Trouble>) -> Self {
        let replies = match result {
            Err(trouble) => return Self::of_trouble(trouble.clone()),
            Ok(replies) => replies,
        };
        let mut troubles = replies.iter().filter_map(|r| r.result.as_ref().err());
        let refused = troubles.clone().find(|t| stops_the_source(t) && !matches!(t, Trouble::Temporary { .. }));
        if let Some(trouble) = refused {
            return Self::Trouble(trouble.clone());
        }
        if replies.iter().any(|r| r.result.is_ok()) {
            return Self::Success;
        }
        let silence = || Trouble::NotUnderstood { path: CleanText::line("the answer mentions none of the numbers") };
        Self::of_trouble(troubles.next().cloned().unwrap_or_else(silence))
    }

    fn of_trouble(trouble: Trouble) -> Self {
        if stops_the_source(&trouble) { Self::Trouble(trouble) } else { Self::Noted(trouble) }
    }
}

/// Whether a trouble concerns whoever asks, and not the number.
fn stops_the_source(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Blocked
            | Trouble::Refused { .. }
            | Trouble::WrongAddress { .. }
            | Trouble::RateLimited { .. }
            | Trouble::BudgetSpent
            | Trouble::BadKey
            | Trouble::Temporary { .. }
    )
}

/// The pause that holds now, if one does. Where the user insists, only what a server or the budget imposed holds:
/// our own network backoff and a key that may have been mended do not.
#[must_use]
pub fn holding(state: &SourceState, now: DateTime<Utc>, insists: bool) -> Option<(Outcome, DateTime<Utc>)> {
    let until = state.paused_until.filter(|&until| until > now && until - now <= LONGEST)?;
    let why = state.paused_for.unwrap_or(Outcome::Temporary);
    (!insists || is_imposed(why)).then_some((why, until))
}

/// Whether a pause was imposed from outside, so that insisting would make it worse.
fn is_imposed(why: Outcome) -> bool {
    matches!(why, Outcome::Blocked | Outcome::Refused | Outcome::RateLimited | Outcome::BudgetSpent)
}

/// The state after a question that was asked at `asked_at` and is over `now`.
///
/// Questions to one source overlap. A success that was under way while another question was refused does not lift
/// the refusal, and two refusals of the same moment count once.
#[must_use]
pub fn after(old: &SourceState, effect: &PauseUpdate, asked_at: DateTime<Utc>, now: DateTime<Utc>) -> SourceState {
    match effect {
        PauseUpdate::Success => after_success(old, asked_at, now),
        PauseUpdate::Noted(trouble) => noted(old, trouble, now),
        PauseUpdate::Trouble(trouble) => after_trouble(old, trouble, asked_at, now),
    }
}

fn after_success(old: &SourceState, asked_at: DateTime<Utc>, now: DateTime<Utc>) -> SourceState {
    let mut new = SourceState { last_success: Some(now), ..old.clone() };
    let refused_meanwhile = troubled_since(old, asked_at, now) && old.paused_for.is_some_and(is_imposed);
    if !refused_meanwhile {
        new.paused_until = None;
        new.paused_for = None;
        new.failures = 0;
    }
    new
}

fn noted(old: &SourceState, trouble: &Trouble, now: DateTime<Utc>) -> SourceState {
    let mut new = old.clone();
    // A key that cannot be had is no reason to wait: it may be there with the next question.
    if matches!(trouble, Trouble::NotUnderstood { .. } | Trouble::TooLarge | Trouble::SecretUnavailable { .. }) {
        new.last_trouble = Some((now, Outcome::from(trouble), trouble.detail()));
    }
    new
}

fn after_trouble(old: &SourceState, trouble: &Trouble, asked_at: DateTime<Utc>, now: DateTime<Utc>) -> SourceState {
    let why = Outcome::from(trouble);
    let mut new = SourceState { last_trouble: Some((now, why, trouble.detail())), ..old.clone() };
    let meanwhile = troubled_since(old, asked_at, now);
    if meanwhile && old.paused_for == Some(why) {
        new.paused_until = old.paused_until.max(Some(now + length(trouble, old.failures, now)));
        return new;
    }
    if meanwhile && old.paused_for.is_some_and(is_imposed) && !is_imposed(why) {
        return new;
    }
    new.failures = if old.paused_for == Some(why) { old.failures.saturating_add(1) } else { 1 };
    new.paused_for = Some(why);
    new.paused_until = Some(now + length(trouble, new.failures, now));
    new
}

fn troubled_since(state: &SourceState, asked_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let meanwhile = |at: DateTime<Utc>| at >= asked_at && at <= now;
    state.last_trouble.as_ref().is_some_and(|(at, ..)| meanwhile(*at)) && state.paused_until.is_some()
}

/// How long to leave a source alone at the nth trouble of the same kind in a row (from 1).
fn length(trouble: &Trouble, nth: u32, now: DateTime<Utc>) -> TimeDelta {
    let (first, longest) = match trouble {
        Trouble::Blocked | Trouble::Refused { .. } => (TimeDelta::hours(4), TimeDelta::hours(24)),
        Trouble::WrongAddress { .. } => (TimeDelta::hours(1), TimeDelta::hours(24)),
        Trouble::RateLimited { retry_after: Some(seconds) } => return retry_after(*seconds),
        Trouble::RateLimited { retry_after: None } => (TimeDelta::minutes(15), TimeDelta::hours(6)),
        Trouble::BudgetSpent => return next_midnight(now) - now,
        Trouble::BadKey => return TimeDelta::hours(24),
        Trouble::NotUnderstood { .. } | Trouble::TooLarge => (TimeDelta::hours(1), TimeDelta::hours(6)),
        _ => (TimeDelta::minutes(2), TimeDelta::hours(1)),
    };
    doubled(first, nth.saturating_sub(1), longest)
}

/// At least a minute, since some servers say 0 and mean "later".
fn retry_after(seconds: u64) -> TimeDelta {
    let asked = i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds).unwrap_or(LONGEST_RETRY_AFTER);
    asked.clamp(TimeDelta::minutes(1), LONGEST_RETRY_AFTER)
}

/// The first length doubled `times` times, never more than the longest.
pub(in crate::sync) fn doubled(first: TimeDelta, times: u32, longest: TimeDelta) -> TimeDelta {
    (0..times.min(32)).fold(first, |length, _| (length * 2).min(longest)).min(longest)
}
