//! Putting sightings in order: each source's own list first, clocks second.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use chrono::{DateTime, Utc};

use super::{Entry, Sighting};
use crate::domain::{SourceId, TrackingNumber};

/// A sighting with its place in the common order.
pub(super) struct Placed {
    pub order: DateTime<Utc>,
    pub sighting: Sighting,
}

/// What one source says under one number, oldest first. Streams come in the order of (source, number).
pub(super) fn streams(sightings: Vec<Sighting>) -> Vec<Vec<Placed>> {
    let mut streams: BTreeMap<(SourceId, TrackingNumber), Vec<Sighting>> = BTreeMap::new();
    for sighting in distinct(sightings) {
        let key = (sighting.source.clone(), sighting.event.number.clone());
        streams.entry(key).or_default().push(sighting);
    }
    streams.into_values().map(place).collect()
}

/// Each fingerprint once: seen first when it was first seen, listed as long as any copy says so.
fn distinct(sightings: Vec<Sighting>) -> impl Iterator<Item = Sighting> {
    let mut by_print: BTreeMap<[u8; 16], Sighting> = BTreeMap::new();
    for sighting in sightings {
        match by_print.entry(sighting.event.fingerprint(&sighting.source)) {
            Slot::Vacant(slot) => {
                slot.insert(sighting);
            }
            Slot::Occupied(mut slot) => absorb(slot.get_mut(), sighting),
        }
    }
    by_print.into_values()
}

/// Takes over what a copy of the same event knows better, whichever of the two came first.
fn absorb(kept: &mut Sighting, copy: Sighting) {
    let first_seen = kept.first_seen.min(copy.first_seen);
    if rank(&copy) < rank(kept) {
        *kept = copy;
    }
    kept.first_seen = first_seen;
}

/// Listed before withdrawn, then the source's own place; the reading breaks ties so that order never matters.
fn rank(sighting: &Sighting) -> impl Ord {
    let withdrawn = std::cmp::Reverse(sighting.withdrawn_at);
    (sighting.withdrawn_at.is_some(), sighting.rank, withdrawn, sighting.event.state, sighting.event.country)
}

/// Orders one stream. Clocks may run backwards where a source mislabels zones, so an event never stands before
/// the one its source lists as older. A withdrawn event has no place in the list any more and goes by its clock.
fn place(mut stream: Vec<Sighting>) -> Vec<Placed> {
    stream.sort_by_cached_key(|s| (std::cmp::Reverse(s.rank), s.event.fingerprint(&s.source)));
    let mut latest = DateTime::<Utc>::MIN_UTC;
    let mut placed: Vec<Placed> = stream
        .into_iter()
        .map(|sighting| {
            let clock = sighting.event.time.map(|t| t.approximate());
            let order = match sighting.withdrawn_at {
                Some(_) => clock.unwrap_or(sighting.first_seen),
                None => clock.unwrap_or(latest).max(latest),
            };
            if sighting.withdrawn_at.is_none() {
                latest = order;
            }
            Placed { order, sighting }
        })
        .collect();
    placed.sort_by_key(|p| p.order);
    placed
}

/// The final order: newest first, and within one moment each source's own order.
pub(super) fn newest_first(entries: &mut [Entry]) {
    entries.sort_by_cached_key(|entry| {
        let lead = &entry.lead;
        (
            std::cmp::Reverse(entry.order),
            lead.rank,
            lead.source.clone(),
            lead.event.number.clone(),
            lead.event.fingerprint(&lead.source),
        )
    });
}
