//! A sighting with what it is ordered and compared by, worked out once.

use std::cell::OnceCell;

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
    pub(super) print: Fingerprint,
    words: OnceCell<String>,
    place: OnceCell<PlaceWords>,
}

impl OrderedSighting {
    pub(super) fn new(print: Fingerprint, sighting: Sighting) -> Self {
        let event = &sighting.event;
        let order = event.time.map_or(sighting.first_seen, |t| t.approximate());
        let (words, place) = (OnceCell::new(), OnceCell::new());
        Self { order, clock: order.timestamp(), words, place, print, sighting }
    }

    /// Its words, reduced. Worked out where they are compared: a list of one source never needs them.
    pub(super) fn words(&self) -> &str {
        self.words.get_or_init(|| transliteration::reduced(without_place(&self.sighting.event.text)))
    }

    /// Its place, as it is compared; worked out where it is.
    pub(super) fn place(&self) -> &PlaceWords {
        self.place.get_or_init(|| self.sighting.event.place.as_deref().map(PlaceWords::of).unwrap_or_default())
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
