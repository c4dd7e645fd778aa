//! Offsets from UTC that a wall time without a zone may have.

use std::collections::BTreeSet;

use super::place_names::{Likeness, PlaceWords};
use crate::domain::{Event, time_zone};

/// The offsets in use, in minutes: -12:00 to +14:00 (IANA time zone database).
const WIDEST: std::ops::RangeInclusive<i32> = -720..=840;

/// The offsets that belong to a parcel's way.
pub(super) struct Zones {
    stated: BTreeSet<i32>,
}

impl Zones {
    /// Those that any source stated.
    pub(super) fn stated<'a>(events: impl Iterator<Item = &'a Event>) -> Self {
        let offsets = events.filter_map(|e| e.time.and_then(|t| t.offset()));
        Self { stated: offsets.map(|o| o.local_minus_utc() / 60).collect() }
    }

    /// Whether a wall time that an event tells without its zone may have this offset, in minutes: a source stated
    /// it for this parcel, or it is what clocks showed then in a country that either event names.
    pub(super) fn know(&self, minutes: i32, told: &Event, other: &Event) -> bool {
        self.stated.contains(&minutes)
            || [told, other].into_iter().any(|event| shown_in(event, told).contains(&minutes))
    }
}

/// What clocks showed in the country, and where it has several zones the town, of an event, at the local time of
/// another.
fn shown_in(event: &Event, told: &Event) -> Vec<i32> {
    let (Some(country), Some(time)) = (event.country, told.time) else { return Vec::new() };
    let place = event.place.as_deref().map(PlaceWords::of).unwrap_or_default();
    time_zone::offsets(country, time.local(), |town| PlaceWords::of(town).compare(&place) == Likeness::Agree)
}

/// Whether some place has this offset: every one in use is a multiple of a quarter of an hour.
pub(super) fn is_plausible(minutes: i32) -> bool {
    WIDEST.contains(&minutes) && minutes % 15 == 0
}
