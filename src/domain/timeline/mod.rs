//! Merging what several sources say into one timeline.
//!
//! The merge is pure, takes sightings in any order and any number of times, and loses none: every sighting that
//! goes in stands under exactly one entry that comes out.

mod event_order;
mod fold_duplicates;
mod place_names;
mod possible_offsets;
mod same_scan;
mod transliteration;

use chrono::{DateTime, Utc};

use super::{Event, Sighting, SourceId, TrackingNumber};

/// The merged timeline, newest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Timeline {
    /// The entries, newest first.
    pub entries: Vec<Entry>,
}

/// One scan, by whomever it was reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Where the entry stands in the order of all sources; off by hours where a zone is unknown, never displayed.
    pub order: DateTime<Utc>,
    /// The best-informed sighting, which speaks for the entry.
    pub lead: Sighting,
    /// The others that say the same.
    pub others: Vec<Sighting>,
}

impl Timeline {
    /// Merges sightings: the same scan reported by several sources, or under several numbers, becomes one entry.
    #[must_use]
    pub fn merge(sightings: Vec<Sighting>) -> Self {
        let streams = event_order::streams(sightings);
        Self { entries: event_order::newest_first(fold_duplicates::fold(streams)) }
    }

    /// The newest entry that a source still lists.
    #[must_use]
    pub fn newest(&self) -> Option<&Entry> {
        self.entries.iter().find(|e| !e.is_withdrawn())
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

impl Entry {
    /// The event as its best-informed source told it.
    #[must_use]
    pub fn event(&self) -> &Event {
        &self.lead.event
    }

    /// Every sighting, the leading one first.
    pub fn sightings(&self) -> impl Iterator<Item = &Sighting> {
        std::iter::once(&self.lead).chain(&self.others)
    }

    /// Who said it, each source once, in the order of the sightings.
    #[must_use]
    pub fn sources(&self) -> Vec<&SourceId> {
        let mut sources: Vec<&SourceId> = Vec::new();
        for sighting in self.sightings() {
            if !sources.contains(&&sighting.source) {
                sources.push(&sighting.source);
            }
        }
        sources
    }

    /// When we first heard of it.
    #[must_use]
    pub fn first_seen(&self) -> DateTime<Utc> {
        self.others.iter().map(|s| s.first_seen).fold(self.lead.first_seen, Ord::min)
    }

    /// When the last source stopped listing it, where none lists it any more.
    #[must_use]
    pub fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        let dates: Option<Vec<_>> = self.sightings().map(|s| s.withdrawn_at).collect();
        dates?.into_iter().max()
    }

    /// Whether no source lists it any more.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.sightings().all(|s| s.withdrawn_at.is_some())
    }
}

#[cfg(test)]
mod tests;
