//! An entry of the timeline: one scan, with all sightings of it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{Event, Sighting, SourceId};

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

    /// Whether it has a time that had come when it was first seen; a wall time without its zone may be a day ahead.
    #[must_use]
    pub fn has_happened(&self) -> bool {
        self.event().time.is_some_and(|time| time.approximate() - self.first_seen() <= TimeDelta::days(1))
    }

    /// Whether no source lists it any more.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.sightings().all(|s| s.withdrawn_at.is_some())
    }
}
