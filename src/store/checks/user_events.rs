//! Events that the user tells: kept like a source's, under the source `user`, with no answer behind them.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::events;
use super::source_event_list::{Listing, Told};
use super::standings::{self, StoredStanding};
use super::{handovers, known_events};
use crate::domain::{Event, ParcelId, ReportedFacts, Sighting, SourceId, TrackingNumber};
use crate::store::parcels::journal;
use crate::store::parcels::journal::Inverse;
use crate::store::parcels::{list_parcels, summaries};
use crate::store::{Database, JournalAction, Result};

impl Database {
    /// Adds an event that the user tells of a parcel, under one of its numbers. A state in it is the user's word on
    /// the parcel. `false`: there is no such parcel, the number is none of its, or the event is there already.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn tell(&mut self, id: ParcelId, event: &Event, now: DateTime<Utc>) -> Result<bool> {
        let tx = self.change()?;
        let Some(parcel) = list_parcels::load(&tx, id)? else { return Ok(false) };
        if parcel.numbers.iter().all(|held| held.number != event.number) {
            return Ok(false);
        }
        let source = SourceId::user();
        let print = event.fingerprint(&source);
        let list = Listing { source: &source, number: &event.number, events: &[], at: now, later: None, partial: true };
        let known = known_events::load(&tx, &list)?;
        if !events::keep_one(&tx, &list, known.get(&print), &Told { event, print, rank: 0 })? {
            return Ok(false);
        }
        settle(&tx, &event.number, now)?;
        let inverse = Inverse::Untell { number: event.number.to_string(), print };
        journal::note(&tx, JournalAction::Edit, id, &inverse, now)?;
        tx.commit()?;
        Ok(true)
    }
}

/// Takes an event of the user's back: it goes without a trace, since no source ever said it.
pub(in crate::store) fn take_back(
    db: &Connection,
    number: &TrackingNumber,
    print: &[u8; 16],
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "DELETE FROM event WHERE number = ?1 AND source = ?2 AND fingerprint = ?3";
    db.prepare_cached(sql)?.execute(params![number, SourceId::user(), print])?;
    settle(db, number, now)
}

/// The row of an event of the user's, as JSON; `None`: it is gone.
pub(in crate::store) fn remember(db: &Connection, number: &TrackingNumber, print: &[u8; 16]) -> Result<Option<String>> {
    let sql =
        "SELECT json_object('listed_under', listed_under, 'local', local, 'offset', offset, 'precision', precision,
                   'place', place, 'country', country, 'text', text, 'text_lang', text_lang, 'status', status,
                   'sub_status', sub_status, 'raw_code', raw_code, 'first_seen', first_seen, 'translation', translation)
               FROM event WHERE number = ?1 AND source = ?2 AND fingerprint = ?3";
    Ok(db.prepare_cached(sql)?.query_row(params![number, SourceId::user(), print], |row| row.get(0)).optional()?)
}

/// Tells an event of the user's again, from its row.
pub(in crate::store) fn tell_again(
    db: &Connection,
    number: &TrackingNumber,
    print: &[u8; 16],
    row: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO event (number, source, fingerprint, rank, listed_under, local, offset, precision,
                   place, country, text, text_lang, status, sub_status, raw_code, first_seen, translation)
               SELECT ?1, ?2, ?3, 0, ?4 ->> 'listed_under', ?4 ->> 'local', ?4 ->> 'offset', ?4 ->> 'precision',
                   ?4 ->> 'place', ?4 ->> 'country', ?4 ->> 'text', ?4 ->> 'text_lang', ?4 ->> 'status',
                   ?4 ->> 'sub_status', ?4 ->> 'raw_code', ?4 ->> 'first_seen', ?4 ->> 'translation'";
    db.prepare_cached(sql)?.execute(params![number, SourceId::user(), print, row])?;
    settle(db, number, now)
}

/// Orders what the user told of a number by its times, and draws the user's word, and every summary, from it anew.
pub(in crate::store) fn settle(db: &Connection, number: &TrackingNumber, now: DateTime<Utc>) -> Result<()> {
    let source = SourceId::user();
    let mut told: Vec<Sighting> = events::of_number(db, number)?;
    told.retain(|s| s.source == source);
    let clock = |s: &Sighting| s.event.time.map_or(s.first_seen, |t| t.approximate());
    told.sort_by_key(|s| Reverse((clock(s), s.first_seen)));
    let mut update =
        db.prepare_cached("UPDATE event SET rank = ?4 WHERE number = ?1 AND source = ?2 AND fingerprint = ?3")?;
    for (rank, sighting) in (0_u32..).zip(&told) {
        update.execute(params![number, source, sighting.event.fingerprint(&source), rank])?;
    }
    save_word(db, &source, number, &told, now)?;
    for id in handovers::concerned(db, std::iter::once(number))? {
        summaries::recompute(db, id, Some(now))?;
    }
    Ok(())
}

/// The user's word on the state: that of the newest event with one.
fn save_word(
    db: &Connection,
    source: &SourceId,
    number: &TrackingNumber,
    told: &[Sighting],
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(word) = told.iter().map(|s| &s.event).find(|e| e.state.is_some()) else {
        db.prepare_cached("DELETE FROM standing WHERE number = ?1 AND source = ?2")?.execute((number, source))?;
        return Ok(());
    };
    let StoredStanding { mut standing, listed_at, .. } = standings::load(db, source, number)?;
    standing.changed_at = Some(now);
    standing.facts =
        Some(ReportedFacts { state: word.state, status_text: Some(word.text.clone()), ..ReportedFacts::default() });
    standings::save(db, &StoredStanding { standing, listed_at, facts_at: Some(now) })
}
