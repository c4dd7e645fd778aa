//! What is kept already of one source's events under one number, read once for each list that comes.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use super::source_event_list::{Fingerprint, Listing};
use crate::domain::{CleanText, Country, Event, State, TrackingNumber};
use crate::store::Result;
use crate::store::database::column_values::{instant_or_1970, offset_seconds, state, whole, word};
use crate::store::database::unreadable::readable_rows;

/// A kept event: what a list that tells it again may change, and what it is compared by.
pub(in crate::store) struct KnownEvent {
    pub(in crate::store) id: i64,
    pub(in crate::store) print: Fingerprint,
    pub(in crate::store) first_seen: DateTime<Utc>,
    pub(in crate::store) withdrawn: bool,
    pub(in crate::store) local: Option<String>,
    pub(in crate::store) place: Option<CleanText>,
    pub(in crate::store) raw_code: Option<CleanText>,
    pub(in crate::store) text: CleanText,
    pub(in crate::store) text_lang: Option<CleanText>,
    pub(in crate::store) listed_under: TrackingNumber,
    rank: u32,
    offset: Option<i32>,
    country: Option<Country>,
    state: Option<State>,
    translation: Option<CleanText>,
}

/// Kept events of one source and number, in the order in which they came.
pub(in crate::store) struct KnownEvents {
    events: Vec<KnownEvent>,
    places: BTreeMap<Fingerprint, usize>,
}

impl KnownEvents {
    pub(in crate::store) fn get(&self, print: &Fingerprint) -> Option<&KnownEvent> {
        self.places.get(print).map(|place| &self.events[*place])
    }

    pub(in crate::store) fn contains(&self, print: &Fingerprint) -> bool {
        self.places.contains_key(print)
    }

    pub(in crate::store) fn iter(&self) -> impl Iterator<Item = &KnownEvent> {
        self.events.iter()
    }
}

impl KnownEvent {
    /// Whether the event, told again at that place, is read or placed otherwise than it is kept.
    pub(in crate::store) fn reads_otherwise(&self, event: &Event, rank: u32) -> bool {
        let offset = event.time.as_ref().and_then(offset_seconds);
        let kept = (self.rank, self.offset, self.country, self.state);
        kept != (rank, offset, event.country, event.state)
            || self.text_lang != event.text_lang
            || self.translation != event.translation
    }
}

/// Reads what is kept of the list's source and number.
pub(in crate::store) fn load(db: &Connection, list: &Listing<'_>) -> Result<KnownEvents> {
    let sql = "SELECT id, fingerprint, first_seen, withdrawn_at IS NOT NULL, local, place, raw_code, text, text_lang,
                   listed_under, rank, offset, country, status, sub_status, translation
               FROM event WHERE number = ?1 AND source = ?2 ORDER BY id";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map((list.number, list.source), from_row)?;
    let events: Vec<KnownEvent> = readable_rows(rows)?;
    let places = events.iter().enumerate().map(|(place, event)| (event.print, place)).collect();
    Ok(KnownEvents { events, places })
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<KnownEvent> {
    Ok(KnownEvent {
        id: row.get(0)?,
        print: row.get(1)?,
        first_seen: instant_or_1970(row, 2)?,
        withdrawn: row.get(3)?,
        local: whole(row, 4)?,
        place: row.get(5)?,
        raw_code: row.get(6)?,
        text: row.get(7)?,
        text_lang: row.get(8)?,
        listed_under: row.get(9)?,
        rank: whole(row, 10)?.unwrap_or(u32::MAX),
        offset: whole(row, 11)?,
        country: word(row, 12, Country::parse)?,
        state: state(row, 13)?,
        translation: row.get(15)?,
    })
}
