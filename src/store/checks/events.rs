//! Events, by the source that told them and the number that was asked about.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::translated_duplicates;
use crate::domain::{Country, Event, Sighting, SourceId, TrackingNumber};
use crate::store::Result;
use crate::store::database::column_values::{Instant, event_time, instant, local_text, offset_seconds, state, word};

/// A list of events as a source gave it, and which of its lists it is.
pub(in crate::store) struct Listing<'a> {
    /// Who told them.
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

/// Keeps a list: new events are added, those listed again keep the date they were first seen, those missing are
/// marked as withdrawn. An empty or a partial list withdraws nothing. Tells whether anything is another now.
pub(in crate::store) fn keep(db: &Connection, list: &Listing<'_>) -> Result<bool> {
    if list.events.is_empty() {
        return Ok(false);
    }
    let mut taken: BTreeSet<[u8; 16]> = list.events.iter().map(|event| event.fingerprint(list.source)).collect();
    let mut listed = BTreeSet::new();
    let mut changed = false;
    for event in list.events {
        let translated = translated_duplicates::of_a_known_one(db, list, event, &taken)?;
        let event = translated.as_ref().unwrap_or(event);
        let fingerprint = event.fingerprint(list.source);
        taken.insert(fingerprint);
        let place = u32::try_from(listed.len()).unwrap_or(u32::MAX);
        // What a partial list tells too late belongs behind what was told since.
        let rank = if list.partial && list.later.is_some() { u32::MAX } else { place };
        if listed.insert(fingerprint) {
            changed |= keep_one(db, list, event, &fingerprint, rank)?;
        }
    }
    match list.later {
        None if list.partial => put_behind(db, list, &listed)?,
        None => changed |= withdraw_all_but(db, list, &listed)?,
        Some(_) => {}
    }
    Ok(changed)
}

/// Puts what a partial list leaves out behind what it tells; either part keeps its own order.
fn put_behind(db: &Connection, list: &Listing<'_>, listed: &BTreeSet<[u8; 16]>) -> Result<()> {
    let sql = "SELECT id, fingerprint, rank FROM event WHERE number = ?1 AND source = ?2 ORDER BY rank, id DESC";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map((list.number, list.source), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let mut known: Vec<(i64, [u8; 16], u32)> = rows.collect::<rusqlite::Result<_>>()?;
    known.sort_by_key(|(_, print, _)| !listed.contains(print));
    let mut place = db.prepare_cached("UPDATE event SET rank = ?2 WHERE id = ?1")?;
    for (rank, (id, _, old)) in (0_u32..).zip(known) {
        if rank != old {
            place.execute((id, rank))?;
        }
    }
    Ok(())
}

/// Tells whether the event is new, or back after having been withdrawn.
pub(in crate::store) fn keep_one(
    db: &Connection,
    list: &Listing<'_>,
    event: &Event,
    print: &[u8],
    rank: u32,
) -> Result<bool> {
    if insert(db, list, event, print, rank)? {
        return Ok(true);
    }
    if list.later.is_some() {
        let sql = "UPDATE event SET first_seen = min(first_seen, ?4)
                   WHERE number = ?1 AND source = ?2 AND fingerprint = ?3";
        db.prepare_cached(sql)?.execute(params![list.number, list.source, print, Instant(list.at)])?;
        return Ok(false);
    }
    list_again(db, list, event, print, rank)
}

/// Keeps an event that is new, first seen when the list came, and withdrawn by the list that came later; tells whether
/// it is new.
pub(in crate::store) fn insert(
    db: &Connection,
    list: &Listing<'_>,
    event: &Event,
    print: &[u8],
    rank: u32,
) -> Result<bool> {
    let sql = "INSERT INTO event (source, number, fingerprint, listed_under, local, offset, precision, place, country,
                   text, text_lang, status, sub_status, raw_code, rank, first_seen, withdrawn_at,
                   translation)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
               ON CONFLICT (number, source, fingerprint) DO NOTHING";
    let new = db.prepare_cached(sql)?.execute(params![
        list.source,
        list.number,
        print,
        event.number,
        event.time.as_ref().map(local_text),
        event.time.as_ref().and_then(offset_seconds),
        event.time.map(|t| t.precision()),
        event.place,
        event.country,
        event.text,
        event.text_lang,
        event.state.map(|s| s.status),
        event.state.and_then(|s| s.sub),
        event.raw_code,
        rank,
        Instant(list.at),
        list.later.filter(|_| !list.partial).map(Instant),
        event.translation,
    ])?;
    Ok(new > 0)
}

/// Brings a known event up to date: its place in the list, and our reading of it, which may have got better.
fn list_again(db: &Connection, list: &Listing<'_>, event: &Event, print: &[u8], rank: u32) -> Result<bool> {
    let sql = "UPDATE event SET rank = ?4, offset = ?5, country = ?6, text_lang = ?7, status = ?8, sub_status = ?9,
                   translation = ?10
               WHERE number = ?1 AND source = ?2 AND fingerprint = ?3
               AND (rank, offset, country, text_lang, status, sub_status, translation) IS NOT (?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    db.prepare_cached(sql)?.execute(params![
        list.number,
        list.source,
        print,
        rank,
        event.time.as_ref().and_then(offset_seconds),
        event.country,
        event.text_lang,
        event.state.map(|s| s.status),
        event.state.and_then(|s| s.sub),
        event.translation,
    ])?;
    let sql = "UPDATE event SET withdrawn_at = NULL
               WHERE number = ?1 AND source = ?2 AND fingerprint = ?3 AND withdrawn_at IS NOT NULL";
    Ok(db.prepare_cached(sql)?.execute(params![list.number, list.source, print])? > 0)
}

fn withdraw_all_but(db: &Connection, list: &Listing<'_>, listed: &BTreeSet<[u8; 16]>) -> Result<bool> {
    let sql = "SELECT id, fingerprint FROM event WHERE number = ?1 AND source = ?2 AND withdrawn_at IS NULL";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map((list.number, list.source), |r| Ok((r.get(0)?, r.get(1)?)))?;
    let known: Vec<(i64, [u8; 16])> = rows.collect::<rusqlite::Result<_>>()?;
    let mut withdraw = db.prepare_cached("UPDATE event SET withdrawn_at = ?2 WHERE id = ?1")?;
    let mut changed = false;
    for (id, _) in known.iter().filter(|(_, print)| !listed.contains(print)) {
        changed |= withdraw.execute((id, Instant(list.at)))? > 0;
    }
    Ok(changed)
}

/// All that was ever told about a number, by every source.
pub(in crate::store) fn of_number(db: &Connection, number: &TrackingNumber) -> Result<Vec<Sighting>> {
    let sql = "SELECT source, local, offset, precision, place, country, text, text_lang, status, sub_status, raw_code,
                   listed_under, rank, first_seen, withdrawn_at, translation
               FROM event WHERE number = ?1 ORDER BY source, rank, id";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([number], |row| {
        let event = Event {
            time: event_time(row, 1)?,
            place: row.get(4)?,
            country: word(row, 5, Country::parse)?,
            text: row.get(6)?,
            text_lang: row.get(7)?,
            translation: row.get(15)?,
            state: state(row, 8)?,
            raw_code: row.get(10)?,
            number: row.get(11)?,
        };
        Ok(Sighting {
            source: row.get(0)?,
            event,
            rank: row.get(12)?,
            first_seen: row.get::<_, Instant>(13)?.0,
            withdrawn_at: instant(row, 14)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
