//! Who is asked what, and when: pure, no IO, no clock.
//!
//! [`route`] decides whom to ask about a number at all. A question is due when the pair's `next_check_at` has come
//! (or it was never asked) and its source is not paused and has budget left. What may be asked together is put
//! together.

mod batch;
pub mod budget;
mod due;
mod input;
mod interval;
mod jitter;
pub mod pause;
pub mod route;
mod unasked;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{DateTime, Utc};

pub use due::{DueVerdict, verdict};
pub use input::{Habits, PlanInput, Question, Scope, Survey};
pub use interval::next_check;
pub use route::{Route, RouteReason};
pub use unasked::unasked;

use self::route::Router;
use crate::domain::{SourceId, TrackingNumber};
use crate::sources::Profile;
use crate::store::{SourceState, WatchedNumber};

/// The questions to be asked now.
#[must_use]
pub fn plan(view: &PlanInput, scope: &Scope) -> Vec<Question> {
    survey(view, scope, |_, _| true).questions
}

/// The questions to be asked now about those pairs that are `wanted`, with what is left out and why.
#[must_use]
pub fn survey(view: &PlanInput, scope: &Scope, wanted: impl Fn(&SourceId, &TrackingNumber) -> bool) -> Survey {
    let mut survey = Survey::default();
    for (column, pairs) in pairs(view, scope).into_iter().enumerate() {
        let profile = view.profiles[column];
        let source = profile.source_id();
        let pairs: Vec<Pair> = pairs.into_iter().filter(|(watched, _)| wanted(&source, &watched.number)).collect();
        for (watched, verdict) in &pairs {
            let number = watched.number.clone();
            match *verdict {
                DueVerdict::Paused(until, why) => survey.paused.push((source.clone(), number, why, until)),
                DueVerdict::TooSoon(until) => survey.too_soon.push((source.clone(), number, until)),
                DueVerdict::Ask(_) | DueVerdict::Later(_) | DueVerdict::Never => {}
            }
        }
        survey.questions.extend(batch::questions(profile, view.state(profile), pairs, scope, view.now));
    }
    survey
}

/// Whom the plan asks about each number, now or from some time on, and why.
#[must_use]
pub fn reasons(view: &PlanInput) -> Vec<(SourceId, TrackingNumber, Route)> {
    let router = Router::new(*view);
    let of = |watched: &WatchedNumber| {
        let columns = view.profiles.iter().zip(router.routes(watched, false));
        columns.filter_map(|(p, route)| Some((p.source_id(), watched.number.clone(), route?))).collect::<Vec<_>>()
    };
    view.watched.iter().flat_map(of).collect()
}

/// When something is to be asked next; the past means "now". `None`: nothing will ever be due by itself.
#[must_use]
pub fn wake_at(view: &PlanInput) -> Option<DateTime<Utc>> {
    let mut earliest = None;
    for (column, pairs) in pairs(view, &Scope::Due).into_iter().enumerate() {
        let profile = view.profiles[column];
        let times = pairs.into_iter().filter_map(|(_, verdict)| match verdict {
            DueVerdict::Ask(_) => Some(view.now),
            DueVerdict::Later(at) => Some(after_the_pause(profile, view.state(profile), at, view.now)),
            DueVerdict::Paused(until, _) => Some(until),
            DueVerdict::TooSoon(_) | DueVerdict::Never => None,
        });
        earliest = times.chain(earliest).min();
    }
    earliest
}

/// What comes due while its source is left alone, or has no budget left, waits until that is over.
fn after_the_pause(
    profile: &Profile,
    state: Option<&SourceState>,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let paused = state.and_then(|s| pause::holding(s, now, false)).map(|(_, until)| until);
    paused.max(budget::spent_until(profile, state, now)).map_or(at, |until| until.max(at))
}

/// A number with what is to be done about it at some source.
type Pair<'a> = (&'a WatchedNumber, DueVerdict);

/// For every source, the numbers that it is asked about, each once with its most pressing verdict: two parcels may
/// share a number.
fn pairs<'a>(view: &PlanInput<'a>, scope: &Scope) -> Vec<Vec<Pair<'a>>> {
    let router = Router::new(*view);
    let mut pairs: Vec<Vec<Pair>> = view.profiles.iter().map(|_| Vec::new()).collect();
    let mut places: Vec<HashMap<&TrackingNumber, usize>> = view.profiles.iter().map(|_| HashMap::new()).collect();
    let states: Vec<Option<&SourceState>> = view.profiles.iter().map(|p| view.state(p)).collect();
    for entry in view.watched {
        for (column, route) in router.routes(entry, matches!(scope, Scope::Parcels(_))).into_iter().enumerate() {
            let Some(route) = route else { continue };
            let verdict = verdict(view.profiles[column], entry, states[column], &route, scope, view.now);
            let column_pairs = &mut pairs[column];
            match places[column].get(&entry.number) {
                Some(&at) if column_pairs[at].1 <= verdict => {}
                Some(&at) => column_pairs[at] = (entry, verdict),
                None => {
                    places[column].insert(&entry.number, column_pairs.len());
                    column_pairs.push((entry, verdict));
                }
            }
        }
    }
    pairs
}
