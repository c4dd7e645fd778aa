//! Merging what several sources say into one timeline.
//!
//! The merge is pure, takes sightings in any order and any number of times, and loses none: every sighting that
//! goes in stands under exactly one entry that comes out.

mod entry;
mod event_order;
mod fold_duplicates;
mod keyed_sighting;
mod place_names;
mod possible_offsets;
mod same_scan;
mod transliteration;

pub use entry::Entry;

use super::{Sighting, SourceId, TrackingNumber};

/// The merged timeline, newest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Timeline {
    /// The entries, newest first.
    pub entries: Vec<Entry>,
}

impl Timeline {
    /// Merges sightings: the same scan reported by several sources, or under several numbers, becomes one entry.
    #[must_use]
    pub fn merge(sightings: Vec<Sighting>) -> Self {
        let streams = event_order::streams(sightings);
        Self { entries: fold_duplicates::newest_first(fold_duplicates::fold(streams)) }
    }

    /// The newest entry that a source still lists and that has happened when it was first seen: one of next year (a slip, a
    /// forecast) or without a time leads only where there is no other.
    #[must_use]
    pub fn newest(&self) -> Option<&Entry> {
        let mut listed = self.entries.iter().filter(|e| !e.is_withdrawn());
        listed.clone().find(|e| e.has_happened()).or_else(|| listed.next())
    }

    /// The newest entry that this source still lists under this number and reads a state from; where it reads none
    /// from any, the newest at all.
    #[must_use]
    pub fn newest_word_of(&self, source: &SourceId, number: &TrackingNumber) -> Option<&Entry> {
        let lists = |s: &Sighting| s.withdrawn_at.is_none() && s.source == *source && s.event.number == *number;
        let newest = |says: &dyn Fn(&Sighting) -> bool| self.entries.iter().find(|e| e.sightings().any(says));
        newest(&|s| lists(s) && s.event.state.is_some()).or_else(|| newest(&lists))
    }
}

#[cfg(test)]
mod tests;
