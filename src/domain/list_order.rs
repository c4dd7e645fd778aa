//! The ways in which parcels are listed.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::staleness::heard_at;
use super::{Parcel, StalenessContext, Status, snooze, staleness};

/// What a list is ordered by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SortKey {
    /// What needs the reader first; see [`Urgency`].
    #[default]
    Urgency,
    /// By title, or number where there is none.
    Title,
    /// By number.
    Number,
    /// By status, in the order of a parcel's life.
    Status,
    /// The longest silent first.
    Silent,
    /// The first expected first.
    Eta,
    /// The first protection to end first.
    Protection,
    /// The newest change first.
    Changed,
    /// The newest parcel first.
    Added,
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
    /// Left alone until some day, because the user said so.
    Snoozed,
    /// Nothing more is to come.
    Finished,
}

/// How much a parcel needs the reader.
#[must_use]
pub fn urgency(parcel: &Parcel, gauge: &StalenessContext) -> Urgency {
    if parcel.is_finished() {
        return Urgency::Finished;
    }
    if snooze::rest(parcel, gauge.today()).is_asleep() {
        return Urgency::Snoozed;
    }
    if staleness::is_stale(parcel, gauge.limits, gauge.now) {
        return Urgency::Stale;
    }
    by_status(parcel)
}

/// The class of an unfinished parcel by its status alone, however silent or snoozed it is.
#[must_use]
pub fn by_status(parcel: &Parcel) -> Urgency {
    let Some(state) = parcel.summary.state else { return Urgency::Waiting };
    match state.status {
        Status::AvailableForPickup => Urgency::Ready,
        // Delivered and not finished: the user misses it.
        Status::DeliveryFailure | Status::Exception | Status::Expired | Status::Delivered => Urgency::Trouble,
        Status::OutForDelivery => Urgency::OutForDelivery,
        Status::InTransit => Urgency::Moving,
        Status::NotFound | Status::InfoReceived => Urgency::Waiting,
    }
}

/// Sorts places in `all`; equal parcels by identity, so that nothing jumps about.
pub fn sort(places: &mut [usize], all: &[Parcel], by: SortKey, gauge: &StalenessContext) {
    places.sort_by_key(|&i| all[i].id);
    match by {
        SortKey::Urgency => places.sort_by_cached_key(|&i| by_urgency(&all[i], gauge)),
        SortKey::Title => places.sort_by_cached_key(|&i| folded(all[i].name())),
        SortKey::Number => places.sort_by_key(|&i| all[i].number()),
        SortKey::Status => places.sort_by_key(|&i| life(&all[i])),
        SortKey::Silent => places.sort_by_key(|&i| heard_at(&all[i])),
        SortKey::Eta => places.sort_by_key(|&i| last_if_none(eta(&all[i]))),
        SortKey::Protection => places.sort_by_key(|&i| last_if_none(protected_until(&all[i]))),
        SortKey::Changed => places.sort_by_key(|&i| Reverse(all[i].summary.changed_at)),
        SortKey::Added => places.sort_by_key(|&i| Reverse(all[i].added_at)),
    }
}

/// A storage that ends comes first of all. Within a class what ends first, protection or storage; then, among the
/// stale ones the longest silence, else the newest news.
fn by_urgency(parcel: &Parcel, gauge: &StalenessContext) -> impl Ord + use<> {
    let class = urgency(parcel, gauge);
    let heard = heard_at(parcel).timestamp();
    let storage = parcel.summary.storage.as_ref().map(|(storage, _)| storage);
    let pressed = class == Urgency::Ready && storage.is_some_and(|s| s.ends_soon(gauge.today()));
    let ends = protected_until(parcel).into_iter().chain(storage.map(|s| s.until)).min();
    let ends = last_if_none(ends);
    match class {
        Urgency::Stale => (!pressed, class, ends, heard),
        Urgency::Finished => (!pressed, class, last_if_none(None), -heard),
        _ => (!pressed, class, ends, -heard),
    }
}

fn protected_until(parcel: &Parcel) -> Option<NaiveDate> {
    parcel.protection().map(|end| end.deadline.until)
}

fn life(parcel: &Parcel) -> impl Ord + use<> {
    let state = parcel.summary.state;
    (state.map(|s| Status::ALL.iter().position(|known| *known == s.status)), state)
}

fn eta(parcel: &Parcel) -> Option<(NaiveDate, NaiveDate)> {
    parcel.summary.eta.as_ref().map(|(eta, _)| (eta.to, eta.from))
}

fn last_if_none<T: Ord>(value: Option<T>) -> (bool, Option<T>) {
    (value.is_none(), value)
}

/// Lower case, and ё as the е that most people type: for sorting and searching.
#[must_use]
pub fn folded(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}
