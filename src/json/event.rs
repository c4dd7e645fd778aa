//! An event in JSON.

use serde::Serialize;

use super::instant;
use crate::domain::{Entry, Event, EventTime};
use crate::store::NewestTold;

/// One line of the timeline.
#[derive(Serialize, Debug)]
pub struct EventJson {
    /// When it happened; `null` where nobody gave a readable time.
    pub time: Option<TimeJson>,
    /// Where, in the carrier's words.
    pub place: Option<String>,
    /// The country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// What, in the carrier's words.
    pub text: String,
    /// The language of the text, ISO 639.
    pub text_lang: Option<String>,
    /// The same in the reader's language, where the source translates.
    pub translation: Option<String>,
    /// Our reading of it.
    pub status: Option<&'static str>,
    /// The finer reading.
    pub sub_status: Option<&'static str>,
    /// The source's own code.
    pub raw_code: Option<String>,
    /// The number it was listed under.
    pub number: String,
    /// Who said so.
    pub sources: Vec<String>,
    /// When we first heard of it.
    pub first_seen: Option<String>,
    /// When the last source stopped listing it.
    pub withdrawn_at: Option<String>,
}

/// When an event happened, as far as anyone said.
#[derive(Serialize, Debug)]
pub struct TimeJson {
    /// The wall-clock time as said; a bare date where no time of day was said.
    pub local: String,
    /// The offset from UTC, where a source said one.
    pub offset: Option<String>,
    /// The instant, where it is known.
    pub instant: Option<String>,
    /// How exactly it was said.
    pub precision: &'static str,
}

impl EventJson {
    /// An entry of the merged timeline.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self {
            sources: entry.sources().into_iter().map(ToString::to_string).collect(),
            first_seen: Some(instant(entry.first_seen())),
            withdrawn_at: withdrawn_at(entry),
            ..Self::alone(entry.event())
        }
    }

    /// The newest event of a parcel, as its row tells it; it is still listed.
    #[must_use]
    pub fn newest(event: &Event, told: &NewestTold) -> Self {
        Self {
            sources: told.sources.iter().map(ToString::to_string).collect(),
            first_seen: Some(instant(told.first_seen)),
            ..Self::alone(event)
        }
    }

    fn alone(event: &Event) -> Self {
        Self {
            time: event.time.as_ref().map(TimeJson::of),
            place: event.place.as_deref().map(str::to_owned),
            country: event.country.map(|c| c.to_string()),
            text: event.text.to_string(),
            text_lang: event.text_lang.as_deref().map(str::to_owned),
            translation: event.translation.as_deref().map(str::to_owned),
            status: event.state.map(|s| s.status.as_str()),
            sub_status: event.state.and_then(|s| s.sub).map(crate::domain::SubStatus::as_str),
            raw_code: event.raw_code.as_deref().map(str::to_owned),
            number: event.number.to_string(),
            sources: Vec::new(),
            first_seen: None,
            withdrawn_at: None,
        }
    }
}

fn withdrawn_at(entry: &Entry) -> Option<String> {
    let last = entry.sightings().filter_map(|s| s.withdrawn_at).max();
    last.filter(|_| entry.is_withdrawn()).map(instant)
}

impl TimeJson {
    /// A time as it was said.
    #[must_use]
    pub fn of(time: &EventTime) -> Self {
        Self {
            local: time.to_string(),
            offset: time.offset().map(|offset| offset.to_string()),
            instant: time.instant().map(instant),
            precision: time.precision().as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{FixedOffset, NaiveDate};

    use super::*;

    #[test]
    fn a_bare_date_stays_bare() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let json = serde_json::to_string(&TimeJson::of(&EventTime::day(date))).unwrap();
        assert_eq!(json, r#"{"local":"2026-11-20","offset":null,"instant":null,"precision":"day"}"#);
    }

    #[test]
    fn an_offset_makes_an_instant() {
        let local = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(10, 31, 0).unwrap();
        let time = EventTime::at(local, FixedOffset::east_opt(7200));
        let json = serde_json::to_string(&TimeJson::of(&time)).unwrap();
        let wanted = r#"{"local":"2026-11-20T10:31:00","offset":"+02:00","instant":"2026-11-20T08:31:00Z","precision":"second"}"#;
        assert_eq!(json, wanted);
    }
}
