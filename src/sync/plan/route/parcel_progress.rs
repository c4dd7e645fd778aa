//! How far a parcel has come, as far as that decides whom to ask.

use std::collections::HashMap;

use crate::domain::{Country, NumberRole, ParcelId, ReportedFacts, State, Status, SubStatus};
use crate::store::WatchedNumber;
use crate::sync::plan::Habits;

/// What is known of a parcel over all its numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct ParcelProgress {
    /// Where it goes.
    pub(super) destination: Option<Country>,
    /// It is in its country, or near it.
    pub(super) arrived: bool,
    /// It travels under a further number.
    pub(super) handed_over: bool,
    /// Somebody tells a state under that further number.
    pub(super) taken_over: bool,
}

/// The journeys of all parcels.
pub(super) fn of_all(watched: &[WatchedNumber], habits: Habits) -> HashMap<ParcelId, ParcelProgress> {
    let mut journeys: HashMap<ParcelId, ParcelProgress> = HashMap::new();
    for entry in watched {
        let journey = journeys.entry(entry.parcel).or_default();
        let handover = entry.role == NumberRole::Handover;
        journey.destination = journey.destination.or_else(|| facts(entry).find_map(|f| f.destination));
        journey.handed_over |= handover;
        journey.taken_over |= handover && facts(entry).any(|f| f.state.is_some());
        journey.arrived |= handover || entry.state.into_iter().chain(facts(entry).filter_map(|f| f.state)).any(near);
    }
    for entry in watched {
        if let Some(journey) = journeys.get_mut(&entry.parcel) {
            let there = journey.destination.or(habits.home);
            journey.arrived |= there.is_some() && entry.last_event_country == there;
        }
    }
    journeys
}

fn facts(watched: &WatchedNumber) -> impl Iterator<Item = &ReportedFacts> {
    watched.standings.iter().filter_map(|s| s.facts.as_ref())
}

/// Whether a state is one of the last part of the way.
fn near(state: State) -> bool {
    match state.status {
        Status::AvailableForPickup | Status::OutForDelivery | Status::DeliveryFailure | Status::Delivered => true,
        Status::InTransit => matches!(
            state.sub,
            Some(
                SubStatus::Arrival
                    | SubStatus::CustomsProcessing
                    | SubStatus::CustomsReleased
                    | SubStatus::CustomsRequiringInformation
            )
        ),
        Status::NotFound | Status::InfoReceived | Status::Exception | Status::Expired => false,
    }
}
