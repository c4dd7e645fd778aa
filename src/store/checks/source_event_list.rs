//! A list of events as a source gave it.

use chrono::{DateTime, Utc};

use crate::domain::{Event, SourceId, TrackingNumber};

/// What an event is known by at its source ([`Event::fingerprint`]).
pub(in crate::store) type Fingerprint = [u8; 16];

/// A list of events as a source gave it, and which of its lists it is.
pub(in crate::store) struct Listing<'a> {
    /// The source that told them.
    pub source: &'a SourceId,
    /// The number that was asked about.
    pub number: &'a TrackingNumber,
    /// Newest first.
    pub events: &'a [Event],
    /// Whether it tells only the newest steps: it withdraws nothing then.
    pub partial: bool,
    /// When the list came.
    pub at: DateTime<Utc>,
    /// When a later list came, if this one arrived late: it may then add events, but decides nothing.
    pub later: Option<DateTime<Utc>>,
}

/// One line of a list.
pub(in crate::store) struct Told<'a> {
    /// The event.
    pub event: &'a Event,
    /// Its fingerprint at the list's source.
    pub print: Fingerprint,
    /// Its place in the list, from 0; `u32::MAX`: behind all that is kept.
    pub rank: u32,
}
