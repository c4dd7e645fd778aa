//! Merging what several sources say into one timeline.

use chrono::{DateTime, Utc};

use super::{Event, Sighting, SourceId};

/// The merged timeline, newest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Timeline {
    /// The entries, newest first.
    pub entries: Vec<Entry>,
}

/// One scan, by whomever it was reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The sightings that say the same; the first one speaks for all.
    pub sightings: Vec<Sighting>,
}

impl Timeline {
    /// Merges sightings, in whichever order they come and however often.
    #[must_use]
    pub fn merge(sightings: Vec<Sighting>) -> Self {
        Self { entries: sightings.into_iter().map(|s| Entry { sightings: vec![s] }).collect() }
    }

    /// The newest entry that a source still lists.
    #[must_use]
    pub fn newest(&self) -> Option<&Entry> {
        self.entries.iter().find(|e| !e.is_withdrawn())
    }
}

impl Entry {
    /// The event as its best-informed source told it.
    #[must_use]
    pub fn event(&self) -> &Event {
        &self.sightings[0].event
    }

    /// Who said it, each source once, in the order of the sightings.
    #[must_use]
    pub fn sources(&self) -> Vec<&SourceId> {
        let mut sources: Vec<&SourceId> = Vec::new();
        for sighting in &self.sightings {
            if !sources.contains(&&sighting.source) {
                sources.push(&sighting.source);
            }
        }
        sources
    }

    /// When we first heard of it.
    #[must_use]
    pub fn first_seen(&self) -> Option<DateTime<Utc>> {
        self.sightings.iter().map(|s| s.first_seen).min()
    }

    /// Whether no source lists it any more.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.sightings.iter().all(|s| s.withdrawn_at.is_some())
    }
}
