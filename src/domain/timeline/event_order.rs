//! Putting sightings in order: each source's own list first, clocks second.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use chrono::{DateTime, Utc};

use super::keyed_sighting::{Fingerprint, OrderedSighting};
use crate::domain::{Sighting, SourceId, TrackingNumber};

/// What one source says under one number, oldest first. Streams come in the order of (source, number).
pub(super) fn streams(sightings: Vec<Sighting>) -> Vec<Vec<OrderedSighting>> {
    let mut streams: BTreeMap<(SourceId, TrackingNumber), Vec<OrderedSighting>> = BTreeMap::new();
    for (print, sighting) in distinct(sightings) {
        let key = (sighting.source.clone(), sighting.event.number.clone());
        streams.entry(key).or_default().push(OrderedSighting::new(print, sighting));
    }
    streams.into_values().map(place).collect()
}

/// Each fingerprint once: seen first when it was first seen, listed as long as any copy says so.
fn distinct(sightings: Vec<Sighting>) -> BTreeMap<Fingerprint, Sighting> {
    let mut by_print: BTreeMap<Fingerprint, Sighting> = BTreeMap::new();
    for sighting in sightings {
        match by_print.entry(sighting.event.fingerprint(&sighting.source)) {
            Slot::Vacant(slot) => {
                slot.insert(sighting);
            }
            Slot::Occupied(mut slot) => absorb(slot.get_mut(), sighting),
        }
    }
    by_print
}

/// Takes over what a copy of the same event knows better, whichever of the two came first.
fn absorb(kept: &mut Sighting, copy: Sighting) {
    let first_seen = kept.first_seen.min(copy.first_seen);
    if rank(&copy) < rank(kept) {
        *kept = copy;
    }
    kept.first_seen = first_seen;
}

/// Listed before withdrawn, then the source's own place; the rest breaks ties so that the order of arrival never
/// matters: all that is no part of the fingerprint.
fn rank(sighting: &Sighting) -> impl Ord + '_ {
    let event = &sighting.event;
    let offset = event.time.and_then(|t| t.offset()).map(|o| o.local_minus_utc());
    let precision = event.time.map(|t| t.precision());
    (
        (sighting.withdrawn_at.is_some(), sighting.rank, Reverse(sighting.withdrawn_at)),
        (
            Reverse(offset),
            precision,
            event.state,
            event.country,
            event.text_lang.as_deref(),
            event.translation.as_deref(),
        ),
    )
}

/// Orders one stream. Clocks may run backwards where a source mislabels zones, so an event never stands before
/// the one its source lists as older. A withdrawn event has no place in the list any more and goes by its clock.
fn place(mut stream: Vec<OrderedSighting>) -> Vec<OrderedSighting> {
    stream.sort_unstable_by_key(|p| (Reverse(p.sighting.rank), p.print));
    let mut latest = DateTime::<Utc>::MIN_UTC;
    for placed in &mut stream {
        if placed.sighting.withdrawn_at.is_some() {
            continue;
        }
        let clock = placed.sighting.event.time.map(|t| t.approximate());
        latest = clock.unwrap_or(latest).max(latest);
        placed.order = latest;
    }
    stream.sort_by_key(|p| p.order);
    stream
}
