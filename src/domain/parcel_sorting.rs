//! The ways in which parcels are listed.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::current_silence::heard_at;
use super::{ListFacts, Parcel, StalenessContext, Status, Urgency};

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

/// How much a parcel needs the reader.
#[must_use]
pub fn urgency(parcel: &Parcel, gauge: &StalenessContext) -> Urgency {
    ListFacts::of(parcel).urgency(gauge)
}

/// Sorts places in `all`; equal parcels by identity, so that nothing jumps about.
pub fn sort(places: &mut [usize], all: &[Parcel], by: SortKey, gauge: &StalenessContext) {
    places.sort_by_key(|&i| all[i].id);
    match by {
        SortKey::Urgency => places.sort_by_cached_key(|&i| ListFacts::of(&all[i]).urgency_key(gauge)),
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
