//! Folding sightings of the same scan into one entry.

use std::cmp::Reverse;

use super::entry::Entry;
use super::keyed_sighting::OrderedSighting;
use super::possible_offsets::Zones;
use super::same_scan::{contradict, is_specific, likeness};
use crate::domain::{Precision, Sighting};

/// Nothing further apart than this is compared, in seconds: a missing zone hides at most 26 hours, a bare date 24
/// more.
const NEAR: i64 = 50 * 3600;

/// An entry in the making; the sighting that leads is the first.
pub(super) struct EntryBuilder {
    sightings: Vec<OrderedSighting>,
}

/// Goes through the streams in their fixed order and puts each sighting under the entry that says the same best,
/// or under a new one: the surest pairs first, whatever their place. Two sightings of one stream never share an
/// entry: a source that lists two lines means two.
pub(super) fn fold(streams: Vec<Vec<OrderedSighting>>) -> Vec<EntryBuilder> {
    let zones = Zones::stated(streams.iter().flatten().map(|p| &p.sighting.event));
    let mut drafts: Vec<EntryBuilder> = Vec::new();
    for stream in streams {
        let homes = match_up(&drafts, &stream, &zones);
        for (placed, home) in stream.into_iter().zip(homes) {
            match home {
                Some(index) => drafts[index].join(placed),
                None => drafts.push(EntryBuilder { sightings: vec![placed] }),
            }
        }
    }
    drafts
}

/// The draft that each sighting of a stream belongs under, if any.
fn match_up(drafts: &[EntryBuilder], stream: &[OrderedSighting], zones: &Zones) -> Vec<Option<usize>> {
    let mut pairs: Vec<(Reverse<u8>, i64, usize, usize)> = Vec::new();
    for (at, placed) in stream.iter().enumerate() {
        for (index, draft) in drafts.iter().enumerate() {
            let (likeness, apart) = draft.likeness(placed, zones);
            if likeness > 0 {
                pairs.push((Reverse(likeness), apart, at, index));
            }
        }
    }
    pairs.sort_unstable();
    let mut homes = vec![None; stream.len()];
    let mut taken = vec![false; drafts.len()];
    for (_, _, at, index) in pairs {
        if homes[at].is_none() && !taken[index] {
            homes[at] = Some(index);
            taken[index] = true;
        }
    }
    homes
}

/// The final order: newest first, and within one moment each source's own order.
pub(super) fn newest_first(mut drafts: Vec<EntryBuilder>) -> Vec<Entry> {
    drafts.sort_by(|a, b| a.lead().map(key).cmp(&b.lead().map(key)));
    drafts.into_iter().filter_map(EntryBuilder::finish).collect()
}

fn key(lead: &OrderedSighting) -> impl Ord + '_ {
    let OrderedSighting { order, sighting, print, .. } = lead;
    (Reverse(*order), sighting.rank, &sighting.source, &sighting.event.number, print)
}

impl EntryBuilder {
    /// How surely a sighting is the same scan, and how many seconds the clocks are apart; 0: not at all, also where
    /// it contradicts any sighting that is there already.
    fn likeness(&self, placed: &OrderedSighting, zones: &Zones) -> (u8, i64) {
        let mut best = (0, 0);
        for known in &self.sightings {
            if contradict(known, placed) {
                return (0, 0);
            }
            let apart = (known.clock - placed.clock).abs();
            if apart > NEAR {
                continue;
            }
            let likeness = likeness(known, placed, zones);
            if likeness > best.0 {
                best = (likeness, apart);
            }
        }
        best
    }

    /// Adds a sighting; the better-informed one leads and gives the entry its place in the order.
    fn join(&mut self, placed: OrderedSighting) {
        let leads =
            self.sightings.first().is_some_and(|lead| information(placed.sighting()) > information(lead.sighting()));
        self.sightings.push(placed);
        if leads {
            let last = self.sightings.len() - 1;
            self.sightings.swap(0, last);
        }
    }

    /// The sighting that leads.
    fn lead(&self) -> Option<&OrderedSighting> {
        self.sightings.first()
    }

    /// The entry as everybody sees it.
    fn finish(self) -> Option<Entry> {
        let mut sightings = self.sightings.into_iter();
        let OrderedSighting { order, sighting: lead, .. } = sightings.next()?;
        Some(Entry { order, lead, others: sightings.map(|p| p.sighting).collect() })
    }
}

/// How much a sighting tells: still listed, a finer state, a known instant, an exact time, a place.
fn information(sighting: &Sighting) -> impl Ord + use<> {
    let event = &sighting.event;
    (
        sighting.withdrawn_at.is_none(),
        event.state.is_some_and(is_specific),
        event.time.is_some_and(|t| t.instant().is_some()),
        event.time.map(|t| Reverse::<Precision>(t.precision())),
        event.place.is_some(),
    )
}
