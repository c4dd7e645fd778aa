//! One number: goes through the sources in the order of the rules.

use chrono::TimeDelta;

use super::parcel_progress::ParcelProgress;
use super::source_is_helping;
use super::source_is_helping::Usefulness;
use super::{AskPace, Route, RouteReason};
use crate::domain::{NumberRole, Standing};
use crate::sources::{Ownership, Profile, Role};
use crate::store::WatchedNumber;
use crate::sync::plan::PlanInput;

/// How long everybody must have said "unknown" before a last resort is asked.
const LAST_RESORT_AFTER: TimeDelta = TimeDelta::days(3);

/// One number before all sources.
pub(super) struct Decision<'a> {
    pub(super) view: PlanInput<'a>,
    pub(super) watched: &'a WatchedNumber,
    pub(super) journey: ParcelProgress,
    pub(super) insists: bool,
}

impl Decision<'_> {
    /// Whether and why each source is asked.
    pub(super) fn all(&self) -> Vec<Option<Route>> {
        let profiles = self.view.profiles;
        if !self.watched.pinned.is_empty() {
            let first = self.watched.role == NumberRole::First;
            let pinned = |p: &Profile| self.watched.pinned.iter().any(|id| id.as_str() == p.id);
            // The user knows better than a format: the number that was typed is asked about whatever it looks like.
            let may_be_asked = |p: &Profile| self.fits(p) || (first && !self.is_excluded(p));
            let route = |p: &&Profile| (pinned(p) && may_be_asked(p)).then(|| Route::usual(RouteReason::Pinned));
            return profiles.iter().map(route).collect();
        }
        let mut routes: Vec<Option<Route>> = profiles.iter().map(|p| self.direct(p)).collect();
        self.add_first_legs_of_handovers(&mut routes);
        self.add_aggregators(&mut routes);
        self.add_last_resorts(&mut routes);
        routes
    }

    fn fits(&self, profile: &Profile) -> bool {
        !self.is_excluded(profile) && profile.ownership_of(&self.watched.number) != Ownership::No
    }

    fn is_excluded(&self, profile: &Profile) -> bool {
        self.watched.excluded.iter().any(|id| id.as_str() == profile.id)
    }

    fn standing(&self, profile: &Profile) -> Option<&Standing> {
        self.watched.standings.iter().find(|s| s.source.as_str() == profile.id)
    }

    fn knows(&self, profile: &Profile) -> bool {
        self.standing(profile).is_some_and(|s| s.facts.is_some())
    }

    fn help(&self, profile: &Profile) -> Usefulness {
        let state = self.view.states.iter().find(|s| s.source.as_str() == profile.id);
        source_is_helping::of(profile, self.standing(profile), state, self.insists, self.view.now)
    }

    /// What concerns one source alone.
    fn direct(&self, profile: &Profile) -> Option<Route> {
        if !self.fits(profile) {
            return None;
        }
        let first = self.watched.role == NumberRole::First;
        if first && profile.role == Role::FirstLeg && self.journey.taken_over {
            return Some(Route::new(RouteReason::OldNumber, AskPace::Daily));
        }
        if profile.ownership_of(&self.watched.number) == Ownership::Own {
            return Some(Route::usual(RouteReason::OwnFormat));
        }
        if self.knows(profile) {
            let pace = if profile.role == Role::LastResort { AskPace::Daily } else { AskPace::Usual };
            return Some(Route::new(RouteReason::AnsweredBefore, pace));
        }
        match profile.role {
            Role::FirstLeg if first => Some(Route::usual(RouteReason::FirstLeg)),
            Role::Local(countries) => self.local(profile, countries),
            Role::FirstLeg | Role::Aggregator | Role::LastResort => None,
        }
    }

    /// A post that may know the number: once the parcel is in its country. Whom it did not know then it may know
    /// later, so it stays in.
    fn local(&self, profile: &Profile, countries: &[&str]) -> Option<Route> {
        let (country, why) = match (self.journey.destination, self.view.habits.home) {
            (Some(country), _) => (country, RouteReason::Destination),
            (None, Some(country)) => (country, RouteReason::HomeCountry),
            (None, None) => return None,
        };
        if !countries.contains(&country.as_str()) {
            return None;
        }
        let asked = self.standing(profile).is_some_and(|s| s.checked_at.is_some());
        if self.watched.role == NumberRole::Handover || self.journey.arrived {
            return Some(Route::usual(why));
        }
        let first_legs = self.view.profiles.iter().filter(|p| p.role == Role::FirstLeg && self.fits(p));
        let unaware = first_legs.map(|p| self.help(p)).all(|help| matches!(help, Usefulness::Unaware));
        (asked || unaware).then(|| Route::new(why, AskPace::Daily))
    }

    /// First-leg sources often know the number after the handover too, but its post knows it better.
    fn add_first_legs_of_handovers(&self, routes: &mut [Option<Route>]) {
        if self.watched.role != NumberRole::Handover {
            return;
        }
        let posts = self.helps(routes, |role| matches!(role, Role::Local(_)));
        let Some(route) = in_place_of(&posts, RouteReason::FirstLeg) else { return };
        for (place, profile) in routes.iter_mut().zip(self.view.profiles) {
            if place.is_none() && profile.role == Role::FirstLeg && self.fits(profile) {
                *place = Some(route);
            }
        }
    }

    /// One aggregator after the other, each only where the one before does not help.
    fn add_aggregators(&self, routes: &mut [Option<Route>]) {
        for at in 0..routes.len() {
            let profile = self.view.profiles[at];
            if routes[at].is_some() || profile.role != Role::Aggregator || !self.fits(profile) {
                continue;
            }
            let helps = self.helps(routes, |_| true);
            routes[at] = in_place_of(&helps, RouteReason::NothingElse).or_else(|| self.where_silent(&helps));
        }
    }

    fn add_last_resorts(&self, routes: &mut [Option<Route>]) {
        let Some(route) = in_place_of(&self.helps(routes, |_| true), RouteReason::NothingElse) else { return };
        let since = route.from;
        for (place, profile) in routes.iter_mut().zip(self.view.profiles) {
            if place.is_none() && profile.role == Role::LastResort && self.fits(profile) {
                // Alone it is asked at once; after others, when they have not known the number for long.
                let resort =
                    Route { why: RouteReason::LastResort, from: self.watched.added_at + LAST_RESORT_AFTER, ..route };
                let route = if route.why == RouteReason::NothingElse { route } else { resort };
                *place = Some(Route { pace: AskPace::Daily, from: route.from.max(since), ..route });
            }
        }
    }

    /// How much those of these roles help who are asked already.
    fn helps(&self, routes: &[Option<Route>], of: impl Fn(Role) -> bool) -> Vec<Usefulness> {
        let asked = self.view.profiles.iter().zip(routes).filter(|(p, _)| of(p.role));
        let asked = asked.filter_map(|(p, route)| Some((p, (*route)?)));
        asked
            .map(|(profile, route)| match self.help(profile) {
                // Who is not asked before some time is not in trouble before, nor does anybody wait for its answer.
                Usefulness::Failing(from) => Usefulness::Failing(from.max(route.from)),
                Usefulness::Unaware if route.from > self.view.now => Usefulness::Pending,
                help => help,
            })
            .collect()
    }

    /// Asked because those who know the number have had no news for too long; of a parcel that was handed over,
    /// about the number under which it travels now.
    fn where_silent(&self, helps: &[Usefulness]) -> Option<Route> {
        let knows = helps.iter().filter(|help| matches!(help, Usefulness::Knows)).count();
        let old = self.watched.role == NumberRole::First && self.journey.handed_over;
        if knows == 0 || self.watched.finished || old || helps.iter().any(|help| matches!(help, Usefulness::Pending)) {
            return None;
        }
        let heard = self.watched.last_event_at.unwrap_or(self.watched.added_at);
        let days = i64::from(self.watched.stale_after_days.unwrap_or(self.view.habits.stale_after_days)) + 1;
        Some(Route { from: heard + TimeDelta::days(days), ..Route::usual(RouteReason::Silent) })
    }
}

/// Asked because nobody of these helps; `alone`: why, where there is nobody.
fn in_place_of(helps: &[Usefulness], alone: RouteReason) -> Option<Route> {
    let mut route = Route::usual(if helps.is_empty() { alone } else { RouteReason::NobodyKnows });
    for help in helps {
        match help {
            Usefulness::Knows | Usefulness::Pending => return None,
            Usefulness::Unaware => {}
            Usefulness::Failing(from) => {
                route = Route { why: RouteReason::InTrouble, from: route.from.max(*from), ..route }
            }
        }
    }
    Some(route)
}
