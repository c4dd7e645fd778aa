//! One line of the timeline, as one source said it.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::{CleanText, Country, EventTime, SourceId, State, TrackingNumber};

/// What happened, where and when, in a carrier's words, with our reading of it beside them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// When; `None` where the source gave no readable time.
    pub time: Option<EventTime>,
    /// Where, in the carrier's words.
    pub place: Option<CleanText>,
    /// The country, where the source named one.
    pub country: Option<Country>,
    /// What, in the carrier's words.
    pub text: CleanText,
    /// The language of the text as an ISO 639 code, where known.
    pub text_lang: Option<CleanText>,
    /// The same in the language that the source was asked for, where it sends that besides the carrier's words.
    pub translation: Option<CleanText>,
    /// Our reading; `None` where the event says nothing about the parcel's state.
    pub state: Option<State>,
    /// The source's own code.
    pub raw_code: Option<CleanText>,
    /// The number under which the source listed it.
    pub number: TrackingNumber,
}

impl Event {
    /// An event that says nothing but these words.
    #[must_use]
    pub fn new(number: TrackingNumber, text: CleanText) -> Self {
        Self {
            time: None,
            place: None,
            country: None,
            text,
            text_lang: None,
            translation: None,
            state: None,
            raw_code: None,
            number,
        }
    }

    /// The words to show to the reader: the translation where there is one, else the carrier's own.
    #[must_use]
    pub fn words(&self) -> &CleanText {
        self.translation.as_ref().unwrap_or(&self.text)
    }

    /// Identifies the event within its source: (source, number, wall time, raw code, place, text).
    ///
    /// The reading and the translation are left out on purpose: when they get better or another language is asked
    /// for, the event stays the same one.
    #[must_use]
    pub fn fingerprint(&self, source: &SourceId) -> [u8; 16] {
        let time = self.time.map(|t| t.to_string()).unwrap_or_default();
        let fields = [
            source.as_str(),
            self.number.as_str(),
            &time,
            self.raw_code.as_deref().unwrap_or_default(),
            self.place.as_deref().unwrap_or_default(),
            &self.text,
        ];
        let mut hash = Sha256::new();
        for field in fields {
            hash.update(field.as_bytes());
            hash.update([0]);
        }
        let digest = hash.finalize();
        std::array::from_fn(|i| digest[i])
    }
}

/// An event as one source reported it, with when we first saw it and whether the source still lists it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sighting {
    /// Who said so.
    pub source: SourceId,
    /// What was said.
    pub event: Event,
    /// The place in the source's own list, newest first, when it was last listed.
    pub rank: u32,
    /// When we first received it.
    pub first_seen: DateTime<Utc>,
    /// When the source stopped listing it, if it did.
    pub withdrawn_at: Option<DateTime<Utc>>,
}
