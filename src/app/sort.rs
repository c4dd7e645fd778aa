//! The order of the list.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use crate::domain::{Parcel, Status, staleness};

/// What the list is ordered by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// What needs the reader first.
    #[default]
    Urgency,
    /// By name, as letters go.
    Title,
    /// By status, in the order of a parcel's life.
    Status,
    /// Longest silence first.
    Silence,
    /// Newest first.
    Added,
}

impl Sort {
    /// Every order, as the key steps through them.
    pub const ALL: [Self; 5] = [Self::Urgency, Self::Title, Self::Status, Self::Silence, Self::Added];

    /// The order after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|s| *s == self).unwrap_or_default();
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// How much a parcel needs the reader, most first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Urgency {
    /// Silent for too long.
    Stale,
    /// Waits to be collected.
    Ready,
    /// Something went wrong.
    Trouble,
    /// Comes today.
    OutForDelivery,
    /// On the way.
    Moving,
    /// Announced, unknown, or nobody has answered yet.
    Waiting,
    /// Nothing more is to come.
    Finished,
}

/// How much a parcel needs the reader.
#[must_use]
pub fn urgency(parcel: &Parcel, stale_after_days: u32, now: DateTime<Utc>) -> Urgency {
    if parcel.is_finished() {
        return Urgency::Finished;
    }
    if staleness::is_stale(parcel, stale_after_days, now) {
        return Urgency::Stale;
    }
    let Some(state) = parcel.summary.state else { return Urgency::Waiting };
    match state.status {
        Status::AvailableForPickup => Urgency::Ready,
        Status::DeliveryFailure | Status::Exception | Status::Expired => Urgency::Trouble,
        Status::OutForDelivery => Urgency::OutForDelivery,
        Status::InTransit => Urgency::Moving,
        Status::NotFound | Status::InfoReceived => Urgency::Waiting,
        Status::Delivered => Urgency::Finished,
    }
}

/// When the parcel's newest event was, as well as it is known; without one, when it was added.
#[must_use]
pub fn heard_at(parcel: &Parcel) -> DateTime<Utc> {
    let event = parcel.summary.last_event.as_ref().and_then(|e| e.time);
    event.map_or(parcel.added_at, |t| t.approximate())
}

/// Puts parcels (by their place in `all`) into an order; equal ones by identity, so that nothing jumps about.
pub(super) fn sort(rows: &mut [usize], all: &[Parcel], by: Sort, stale_after_days: u32, now: DateTime<Utc>) {
    match by {
        Sort::Urgency => rows.sort_by_cached_key(|&i| {
            let parcel = &all[i];
            let class = urgency(parcel, stale_after_days, now);
            let heard = heard_at(parcel).timestamp();
            let within = if class == Urgency::Stale { heard } else { -heard };
            (class, within, parcel.id)
        }),
        Sort::Title => rows.sort_by_cached_key(|&i| (super::filter::fold(all[i].name()), all[i].id)),
        Sort::Status => rows.sort_by_cached_key(|&i| {
            let state = all[i].summary.state;
            (state.map(|s| Status::ALL.iter().position(|known| *known == s.status)), state, all[i].id)
        }),
        Sort::Silence => rows.sort_by_cached_key(|&i| (heard_at(&all[i]), all[i].id)),
        Sort::Added => rows.sort_by_cached_key(|&i| (Reverse(all[i].added_at), all[i].id)),
    }
}
