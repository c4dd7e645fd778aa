//! A sighting with what it is ordered and compared by, worked out once.

use chrono::{DateTime, Utc};

use super::place_names::PlaceWords;
use super::transliteration;
use crate::domain::Sighting;

/// Identifies an event of a source; see [`crate::domain::Event::fingerprint`].
pub(super) type Fingerprint = [u8; 16];

/// A sighting with its place in the common order, and what it is compared by, worked out once.
pub(super) struct OrderedSighting {
    pub(super) order: DateTime<Utc>,
    pub(super) sighting: Sighting,
    /// Its own clock in seconds, however doubtful.
    pub(super) clock: i64,
    /// Its words, reduced.
    pub(super) words: String,
    pub(super) place: PlaceWords,
    pub(super) print: Fingerprint,
}

impl OrderedSighting {
    pub(super) fn new(print: Fingerprint, sighting: Sighting) -> Self {
        let event = &sighting.event;
        let order = event.time.map_or(sighting.first_seen, |t| t.approximate());
        let words = transliteration::reduced(without_place(&event.text));
        let place = event.place.as_deref().map(PlaceWords::of).unwrap_or_default();
        Self { order, clock: order.timestamp(), words, place, print, sighting }
    }

    pub(super) fn sighting(&self) -> &Sighting {
        &self.sighting
    }
}

/// A text without the place that some sources put before it in brackets.
fn without_place(text: &str) -> &str {
    let ends = [('[', ']'), ('【', '】')];
    let Some((_, close)) = ends.into_iter().find(|(open, _)| text.starts_with(*open)) else { return text };
    text.split_once(close).map_or(text, |(_, rest)| if rest.trim().is_empty() { text } else { rest })
}
