//! Puts together what may be asked together.

use chrono::{DateTime, TimeDelta, Utc};

use super::budget;
use super::due::rested_at;
use super::{DueVerdict, Question, Scope};
use crate::domain::{Outcome, TrackingNumber};
use crate::sources::Profile;
use crate::store::{SourceState, WatchedNumber};

/// Who comes due so soon rides along in a question that goes out anyway: fewer requests, and numbers that the
/// jitter has pulled apart come together again.
const COMPANY: TimeDelta = TimeDelta::minutes(45);

/// The questions of one source, oldest first, within its batch and what is left of its budget.
pub(super) fn questions(
    profile: &Profile,
    state: Option<&SourceState>,
    pairs: Vec<(&WatchedNumber, DueVerdict)>,
    scope: &Scope,
    now: DateTime<Utc>,
) -> Vec<Question> {
    let batch = profile.batch.max(1);
    let (mut together, mut alone, mut company) = (Vec::new(), Vec::new(), Vec::new());
    for (watched, verdict) in pairs {
        match verdict {
            DueVerdict::Ask(since) if spoils_batches(profile, state, watched) => alone.push((since, &watched.number)),
            DueVerdict::Ask(since) => together.push((since, &watched.number)),
            DueVerdict::Later(at) if *scope == Scope::Due && may_join(profile, watched, at, now) => {
                company.push((at, &watched.number));
            }
            _ => {}
        }
    }
    let room = together.len().div_ceil(batch) * batch - together.len();
    company.sort_unstable();
    together.extend(company.into_iter().take(room));
    let mut questions: Vec<(DateTime<Utc>, Vec<&TrackingNumber>)> = Vec::new();
    together.sort_unstable();
    alone.sort_unstable();
    for (some, size) in [(together, batch), (alone, 1)] {
        questions.extend(some.chunks(size).map(|c| (c[0].0, c.iter().map(|(_, n)| *n).collect())));
    }
    questions.sort_by_key(|q| q.0);
    let left = budget::left(profile, state, now).map_or(usize::MAX, |n| usize::try_from(n).unwrap_or(usize::MAX));
    let source = profile.source_id();
    let question = |numbers: Vec<&TrackingNumber>| Question {
        source: source.clone(),
        numbers: numbers.into_iter().cloned().collect(),
    };
    questions.into_iter().take(left).map(|(_, numbers)| question(numbers)).collect()
}

/// A number that failed twice although its source has answered others since: it is asked alone, so that it can
/// no longer spoil the question for those beside it.
fn spoils_batches(profile: &Profile, state: Option<&SourceState>, watched: &WatchedNumber) -> bool {
    let Some(standing) = watched.standings.iter().find(|s| s.source.as_str() == profile.id) else { return false };
    let failed = matches!(standing.outcome, Some(Outcome::Temporary | Outcome::NotUnderstood | Outcome::TooLarge));
    let others_fared_better = state.and_then(|s| s.last_success) > standing.checked_at;
    failed && standing.failures >= 2 && others_fared_better
}

fn may_join(profile: &Profile, watched: &WatchedNumber, at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let standing = watched.standings.iter().find(|s| s.source.as_str() == profile.id);
    let went_well = |s: &&crate::domain::Standing| s.outcome.is_some_and(|o| !o.is_trouble());
    !watched.finished && at - now <= COMPANY && standing.filter(went_well).is_some_and(|s| rested_at(profile, s) <= now)
}
