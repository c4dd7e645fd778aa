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
mod planned_ask;
mod source_is_helping;

use std::collections::HashMap;

pub use planned_ask::{AskPace, Route, RouteReason};

use super::PlanInput;
use crate::domain::ParcelId;
use crate::store::WatchedNumber;
use decide::Decision;
use parcel_progress::ParcelProgress;

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
