//! Events, by the source that told them and the number that was asked about.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, named_params, params};

use super::known_events::{self, KnownEvent, KnownEvents};
use super::source_event_list::{Fingerprint, Listing, Told};
use super::translated_duplicates;
use crate::domain::{Country, Event, Sighting, SourceId, TrackingNumber};
use crate::store::Result;
use crate::store::database::column_values::{
    Instant, event_time, instant, instant_or_1970, local_text, offset_seconds, state, whole, word,
};
use crate::store::database::unreadable::{readable, readable_rows};

/// Keeps a list: new events are added, those listed again keep the date they were first seen, those missing are
/// marked as withdrawn. An empty or a partial list withdraws nothing. Tells whether anything is another now.
///
/// What is kept already is read once a list: a list that brings nothing new writes nothing.
pub(in crate::store) fn keep(db: &Connection, list: &Listing<'_>) -> Result<bool> {
    if list.events.is_empty() {
        return Ok(false);
    }
    let known = known_events::load(db, list)?;
    let mut taken: BTreeSet<Fingerprint> = BTreeSet::new();
    let prints: Vec<Fingerprint> = list.events.iter().map(|event| event.fingerprint(list.source)).collect();
    taken.extend(&prints);
    let mut listed = BTreeSet::new();
    let mut changed = false;
    for (event, print) in list.events.iter().zip(prints) {
        let translated = if known.contains(&print) || listed.contains(&print) {
            None
        } else {
            translated_duplicates::of_a_known_one(&known, event, &taken)
        };
        let print = translated.as_ref().map_or(print, |event| event.fingerprint(list.source));
        let event = translated.as_ref().unwrap_or(event);
        taken.insert(print);
        let place = u32::try_from(listed.len()).unwrap_or(u32::MAX);
        // What a partial list tells too late belongs behind what was told since.
        let rank = if list.partial && list.later.is_some() { u32::MAX } else { place };
        if listed.insert(print) {
            changed |= keep_one(db, list, known.get(&print), &Told { event, print, rank })?;
        }
    }
    match list.later {
        None if list.partial => put_behind(db, list, &listed)?,
        None => changed |= withdraw_all_but(db, list, &known, &listed)?,
        Some(_) => {}
    }
    Ok(changed)
}

/// Puts what a partial list leaves out behind what it tells; either part keeps its own order.
fn put_behind(db: &Connection, list: &Listing<'_>, listed: &BTreeSet<Fingerprint>) -> Result<()> {
    let sql = "SELECT id, fingerprint, rank FROM event WHERE number = ?1 AND source = ?2 ORDER BY rank, id DESC";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map((list.number, list.source), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let mut known: Vec<(i64, Fingerprint, u32)> = readable_rows(rows)?;
    known.sort_by_key(|(_, print, _)| !listed.contains(print));
    let mut place = db.prepare_cached("UPDATE event SET rank = ?2 WHERE id = ?1")?;
    for (rank, (id, _, old)) in (0_u32..).zip(known) {
        if rank != old {
            place.execute((id, rank))?;
        }
    }
    Ok(())
}

/// Keeps one event, of which `known` is what is kept already. Tells whether it is new, or back after having been
/// withdrawn.
pub(in crate::store) fn keep_one(
    db: &Connection,
    list: &Listing<'_>,
    known: Option<&KnownEvent>,
    told: &Told<'_>,
) -> Result<bool> {
    let Some(known) = known else { return insert(db, list, told) };
    if list.later.is_some() {
        if list.at < known.first_seen {
            let mut update = db.prepare_cached("UPDATE event SET first_seen = ?2 WHERE id = ?1")?;
            update.execute((known.id, Instant(list.at)))?;
        }
        return Ok(false);
    }
    list_again(db, known, told)
}

/// Keeps an event that is new, first seen when the list came, and withdrawn by the list that came later; tells whether
/// it is new.
pub(in crate::store) fn insert(db: &Connection, list: &Listing<'_>, told: &Told<'_>) -> Result<bool> {
    // By place, not by name: SQLite would look up 18 names for each of the 20 events of an answer.
    let sql = "INSERT INTO event (source, number, fingerprint, listed_under, local, offset, precision, place, country,
                   text, text_lang, status, sub_status, raw_code, rank, first_seen, withdrawn_at, translation)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (number, source, fingerprint) DO NOTHING";
    let Told { event, print, rank } = told;
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

/// Brings a known event up to date: its place in the list, and our reading of it, which may have got better. Tells
/// whether it is back after having been withdrawn.
fn list_again(db: &Connection, known: &KnownEvent, told: &Told<'_>) -> Result<bool> {
    let Told { event, rank, .. } = told;
    if known.reads_otherwise(event, *rank) {
        let sql = "UPDATE event SET rank = :rank, offset = :offset, country = :country, text_lang = :text_lang,
                       status = :status, sub_status = :sub_status, translation = :translation WHERE id = :id";
        db.prepare_cached(sql)?.execute(named_params! {
            ":id": known.id,
            ":rank": rank,
            ":offset": event.time.as_ref().and_then(offset_seconds),
            ":country": event.country,
            ":text_lang": event.text_lang,
            ":status": event.state.map(|s| s.status),
            ":sub_status": event.state.and_then(|s| s.sub),
            ":translation": event.translation,
        })?;
    }
    if known.withdrawn {
        db.prepare_cached("UPDATE event SET withdrawn_at = NULL WHERE id = ?1")?.execute([known.id])?;
    }
    Ok(known.withdrawn)
}

fn withdraw_all_but(
    db: &Connection,
    list: &Listing<'_>,
    known: &KnownEvents,
    listed: &BTreeSet<Fingerprint>,
) -> Result<bool> {
    let mut changed = false;
    for gone in known.iter().filter(|known| !known.withdrawn && !listed.contains(&known.print)) {
        let mut withdraw = db.prepare_cached("UPDATE event SET withdrawn_at = ?2 WHERE id = ?1")?;
        changed |= withdraw.execute((gone.id, Instant(list.at)))? > 0;
    }
    Ok(changed)
}

/// All that was ever told about a number, by every source: by source, then in its own order.
pub(in crate::store) fn of_number(db: &Connection, number: &TrackingNumber) -> Result<Vec<Sighting>> {
    // Sorted here: SQLite would copy every row into a sorter first.
    let sql = "SELECT source, local, offset, precision, place, country, text, text_lang, status, sub_status, raw_code,
                   listed_under, rank, first_seen, withdrawn_at, translation, id
               FROM event WHERE number = ?1";
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query([number])?;
    let mut told: Vec<(i64, Sighting)> = Vec::new();
    while let Some(row) = rows.next()? {
        let last = told.last().map(|(_, last)| last);
        if let Some(sighting) = readable(from_row(row, number, last))? {
            told.push((row.get(16)?, sighting));
        }
    }
    told.sort_by(|(a, one), (b, other)| (&one.source, one.rank, a).cmp(&(&other.source, other.rank, b)));
    Ok(told.into_iter().map(|(_, sighting)| sighting).collect())
}

/// A sighting; it shares the source with the `last` one where that is the same.
fn from_row(row: &Row<'_>, asked: &TrackingNumber, last: Option<&Sighting>) -> rusqlite::Result<Sighting> {
    let source = row.get_ref(0)?.as_str()?;
    let event = Event {
        time: event_time(row, 1)?,
        place: row.get(4)?,
        country: word(row, 5, Country::parse)?,
        text: row.get(6)?,
        text_lang: row.get(7)?,
        translation: row.get(15)?,
        state: state(row, 8)?,
        raw_code: row.get(10)?,
        number: whole(row, 11)?.unwrap_or_else(|| asked.clone()),
    };
    Ok(Sighting {
        source: match last {
            Some(last) if last.source.as_str() == source => last.source.clone(),
            _ => SourceId::new(source),
        },
        event,
        rank: whole(row, 12)?.unwrap_or(u32::MAX),
        first_seen: instant_or_1970(row, 13)?,
        withdrawn_at: instant(row, 14)?,
    })
}
