//! Why nobody is asked: what a pass that puts no question can say.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::due::{DueVerdict, verdict};
use super::input::{PlanInput, Scope};
use super::pause::holding;
use super::route::{Route, Router};
use crate::domain::{ParcelId, SourceId, Unasked, UnaskedReason};
use crate::sources::Profile;
use crate::store::WatchedNumber;

/// Why nobody, or nobody now, is asked about what a scope holds.
#[must_use]
pub fn unasked(view: &PlanInput, scope: &Scope) -> Unasked {
    let router = Router::new(*view);
    let mut found = Unasked { is_empty: true, ..Unasked::default() };
    let mut parcels: HashSet<ParcelId> = HashSet::new();
    let mut dead: Vec<&WatchedNumber> = Vec::new();
    for entry in view.watched.iter().filter(|entry| holds(scope, entry)) {
        found.is_empty = false;
        let verdicts = verdicts(view, &router, scope, entry);
        if verdicts.is_empty() {
            dead.push(entry);
        } else {
            parcels.insert(entry.parcel);
        }
        found.may_insist |= *scope == Scope::Due && verdicts.iter().any(|&(at, verdict)| may_insist(view, at, verdict));
        found.next = verdicts.into_iter().map(|(_, verdict)| verdict).filter_map(waits_until).chain(found.next).min();
    }
    // of several numbers of a parcel, the last one is told
    dead.reverse();
    dead.retain(|entry| parcels.insert(entry.parcel));
    found.dead_ends = dead.into_iter().rev().map(|entry| (entry.number.clone(), reason(view, entry))).collect();
    found
}

fn verdicts<'a>(
    view: &PlanInput<'a>,
    router: &Router,
    scope: &Scope,
    entry: &WatchedNumber,
) -> Vec<(&'a Profile, DueVerdict)> {
    let columns = view.profiles.iter().zip(router.routes(entry, matches!(scope, Scope::Parcels(_))));
    let verdict = |(profile, route): (&&'a Profile, Option<Route>)| {
        Some((*profile, verdict(profile, entry, view.state(profile), &route?, scope, view.now)))
    };
    columns.filter_map(verdict).collect()
}

/// Whether somebody whose turn comes later answers at once where the user insists.
fn may_insist(view: &PlanInput, profile: &Profile, verdict: DueVerdict) -> bool {
    let is_held = view.state(profile).is_some_and(|state| holding(state, view.now, true).is_some());
    matches!(verdict, DueVerdict::Later(_)) && !is_held
}

fn waits_until(verdict: DueVerdict) -> Option<DateTime<Utc>> {
    match verdict {
        DueVerdict::Later(at) | DueVerdict::Paused(at, _) | DueVerdict::TooSoon(at) => Some(at),
        DueVerdict::Ask(_) | DueVerdict::Never => None,
    }
}

fn holds(scope: &Scope, entry: &WatchedNumber) -> bool {
    match scope {
        Scope::Due | Scope::All => !entry.finished,
        Scope::Parcels(ids) => ids.contains(&entry.parcel),
    }
}

fn reason(view: &PlanInput, entry: &WatchedNumber) -> UnaskedReason {
    let is_on = |id: &SourceId| view.profiles.iter().any(|profile| profile.id == id.as_str());
    if !entry.pinned.is_empty() && !entry.pinned.iter().any(is_on) {
        return UnaskedReason::PinnedOff(entry.pinned.clone());
    }
    UnaskedReason::NoSource
}
