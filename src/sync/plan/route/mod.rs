//! Whom to ask about which number, and why. Never everybody: a source is asked where it has something to say.
//!
//! In this order, the first that holds: an excluded source never is; where the user pinned sources, those and no
//! others; first-leg sources about the first number, until somebody knows the number that it was handed over to, then
//! once a day; a source whose own format the number has; a source that knew the number before; the post of the
//! destination (or of the home country, where nobody told a destination) once the parcel has arrived or was handed
//! over, and once a day where no first-leg source knows the number. Aggregators, one after the other, only where
//! none of these helps: they all say "unknown", are in trouble, or know nothing new for too long. Last resorts where
//! nobody knew the number for days, once a day.

mod decide;
mod parcel_progress;
mod usefulness;

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::PlanInput;
use crate::domain::ParcelId;
use crate::store::WatchedNumber;
use decide::Decision;
use parcel_progress::ParcelProgress;

/// Why a source is asked about a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RouteReason {
    /// The user wants this source and no other.
    Pinned,
    /// The number has the source's own format.
    OwnFormat,
    /// A first-leg source about the number under which the parcel set out.
    FirstLeg,
    /// The number under which the parcel set out, although another has taken over: rarely.
    OldNumber,
    /// It knew the number before.
    AnsweredBefore,
    /// The post of the country where the parcel goes.
    Destination,
    /// The post of the user's country.
    HomeCountry,
    /// There is nobody better who could be asked about such a number.
    NothingElse,
    /// Whoever is nearer does not know the number.
    NobodyKnows,
    /// Whoever is nearer gives no answer.
    InTrouble,
    /// Whoever is nearer has had nothing new for too long.
    Silent,
    /// Nobody at all has known the number for days.
    LastResort,
}

/// How often it is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AskPace {
    /// As often as the parcel is worth.
    Usual,
    /// At most once a day.
    Daily,
}

/// That a source is asked about a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Route {
    /// Why the source is asked.
    pub why: RouteReason,
    /// How often.
    pub pace: AskPace,
    /// From when on, if nothing changes until then; the past for "now".
    pub from: DateTime<Utc>,
}

impl Route {
    fn new(why: RouteReason, pace: AskPace) -> Self {
        Self { why, pace, from: DateTime::<Utc>::MIN_UTC }
    }

    fn usual(why: RouteReason) -> Self {
        Self::new(why, AskPace::Usual)
    }
}

/// Decides for every number of a view.
pub(super) struct Router<'a> {
    view: PlanInput<'a>,
    journeys: HashMap<ParcelId, ParcelProgress>,
}

impl<'a> Router<'a> {
    pub(super) fn new(view: PlanInput<'a>) -> Self {
        Self { view, journeys: parcel_progress::of_all(view.watched, view.habits) }
    }

    /// Whether and why each source of the view is asked, in the order of its profiles. `insists`: the user waits for
    /// an answer, so nobody's recovery is waited for.
    pub(super) fn routes(&self, watched: &WatchedNumber, insists: bool) -> Vec<Option<Route>> {
        let journey = self.journeys.get(&watched.parcel).copied().unwrap_or_default();
        Decision { view: self.view, watched, journey, insists }.all()
    }
}

#[cfg(test)]
mod tests;
