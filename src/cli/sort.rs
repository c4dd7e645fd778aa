//! The order of the list.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use clap::ValueEnum;

use crate::domain::{Parcel, Status, staleness};

/// By what the list is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum SortKey {
    /// Stale first, then what needs something done, finished last
    #[default]
    Urgency,
    /// By title, or number where there is none
    Title,
    /// By number
    Number,
    /// By status, in the order of the way
    Status,
    /// The longest silent first
    Silent,
    /// The first expected first
    Eta,
    /// The first protection to end first
    Protection,
    /// The newest change first
    Changed,
    /// The newest parcel first
    Added,
}

/// Sorts parcels; equal ones stay in the order of their ids.
pub fn sort(parcels: &mut [Parcel], key: SortKey, stale_after_days: u32, now: DateTime<Utc>) {
    parcels.sort_by_key(|parcel| parcel.id);
    match key {
        SortKey::Urgency => parcels.sort_by_key(|p| urgency(p, stale_after_days, now)),
        SortKey::Title => parcels.sort_by_cached_key(|p| p.name().to_lowercase()),
        SortKey::Number => parcels.sort_by_cached_key(|p| p.number().cloned()),
        SortKey::Status => parcels.sort_by_key(|p| p.summary.state),
        SortKey::Silent => parcels.sort_by_key(|p| Reverse(staleness::silent_days(p, now))),
        SortKey::Eta => {
            parcels.sort_by_key(|p| last_if_none(p.summary.eta.as_ref().map(|(eta, _)| (eta.to, eta.from))));
        }
        SortKey::Protection => parcels.sort_by_key(|p| last_if_none(p.protected_until)),
        SortKey::Changed => parcels.sort_by_key(|p| Reverse(p.summary.changed_at)),
        SortKey::Added => parcels.sort_by_key(|p| Reverse(p.added_at)),
    }
}

fn last_if_none<T: Ord>(value: Option<T>) -> (bool, Option<T>) {
    (value.is_none(), value)
}

type Urgency = (u8, (bool, Option<chrono::NaiveDate>), Reverse<u32>);

fn urgency(parcel: &Parcel, stale_after_days: u32, now: DateTime<Utc>) -> Urgency {
    let silent = staleness::silent_days(parcel, now);
    let stale = staleness::is_stale(parcel, stale_after_days, now);
    let silence = if stale { silent } else { u32::MAX - silent };
    (rank(parcel, stale), last_if_none(parcel.protected_until), Reverse(silence))
}

fn rank(parcel: &Parcel, stale: bool) -> u8 {
    match parcel.summary.state.map(|s| s.status) {
        _ if parcel.is_finished() => 9,
        _ if stale => 0,
        Some(Status::Exception | Status::DeliveryFailure | Status::Expired) => 1,
        Some(Status::AvailableForPickup) => 2,
        Some(Status::OutForDelivery) => 3,
        Some(Status::InTransit | Status::Delivered) => 4,
        Some(Status::InfoReceived) => 5,
        Some(Status::NotFound) => 6,
        None => 7,
    }
}
