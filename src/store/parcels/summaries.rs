//! Keeping each parcel's summary beside it, so that the list reads no event.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::{dossier, numbers, silence_statistics};
use crate::domain::{Entry, Eta, ParcelId, Standing, State, Summary, Timeline};
use crate::store::Result;
use crate::store::database::column_values::{Day, Instant, day, instant, local_text, offset_seconds, state};
use crate::store::database::json_columns::troubles_to_json;

type Fingerprint = [u8; 16];

/// What decides whether a summary changed, as it was kept before.
struct Before {
    state: Option<State>,
    event: Option<Fingerprint>,
    eta: Option<Eta>,
    changed_at: Option<DateTime<Utc>>,
    finished_at: Option<DateTime<Utc>>,
}

/// Computes a parcel's summary anew and keeps it. Tells whether the state, the newest event or the expected date
/// is another than before; the change is dated `at`, or by the standings where it is none of today.
pub(in crate::store) fn recompute(db: &Connection, id: ParcelId, at: Option<DateTime<Utc>>) -> Result<bool> {
    let (standings, sightings) = dossier::gather(db, &numbers::of_parcel(db, id)?)?;
    let timeline = Timeline::merge(sightings);
    let mut summary = Summary::of(&standings, &timeline);
    let before = before(db, id)?;
    let newest = newest_fingerprints(&timeline, &summary);
    let same_event = before.event.map_or(newest.is_empty(), |print| newest.contains(&print));
    let changed =
        !same_event || before.state != summary.state || before.eta != summary.eta.as_ref().map(|(eta, _)| *eta);
    summary.changed_at = if changed { at.or_else(|| last_change(&standings)) } else { before.changed_at };
    let finished_at =
        if summary.state.is_some_and(State::is_final) { before.finished_at.or(summary.changed_at) } else { None };
    // While the entry stays the same its mark stays too, whichever source speaks for it now.
    let mark = if same_event { before.event } else { newest.first().copied() };
    save_state(db, id, &summary, finished_at)?;
    save_event(db, id, &summary, mark)?;
    save_rest(db, id, &summary)?;
    silence_statistics::keep(db, id, &standings, &timeline)?;
    Ok(changed)
}

/// The fingerprints under which the sources tell the event that the summary shows.
fn newest_fingerprints(timeline: &Timeline, summary: &Summary) -> Vec<Fingerprint> {
    let Some(shown) = &summary.last_event else { return Vec::new() };
    let entry = timeline.entries.iter().find(|e| e.event() == shown);
    entry.into_iter().flat_map(Entry::sightings).map(|s| s.event.fingerprint(&s.source)).collect()
}

fn last_change(standings: &[Standing]) -> Option<DateTime<Utc>> {
    standings.iter().filter_map(|s| s.changed_at).max()
}

fn before(db: &Connection, id: ParcelId) -> Result<Before> {
    let sql = "SELECT status, sub_status, event_fingerprint, eta_from, eta_to, changed_at, finished_at
               FROM parcel WHERE id = ?1";
    let read = |row: &Row<'_>| {
        Ok(Before {
            state: state(row, 0)?,
            event: row.get(2)?,
            eta: day(row, 3)?.zip(day(row, 4)?).map(|(from, to)| Eta { from, to }),
            changed_at: instant(row, 5)?,
            finished_at: instant(row, 6)?,
        })
    };
    Ok(db.prepare_cached(sql)?.query_row([id], read)?)
}

fn save_state(db: &Connection, id: ParcelId, summary: &Summary, finished_at: Option<DateTime<Utc>>) -> Result<()> {
    let sql = "UPDATE parcel SET status = ?2, sub_status = ?3, status_text = ?4, status_source = ?5, origin = ?6,
                   destination = ?7, carrier = ?8, finished_at = ?9 WHERE id = ?1";
    db.prepare_cached(sql)?.execute(params![
        id,
        summary.state.map(|s| s.status),
        summary.state.and_then(|s| s.sub),
        summary.status_text,
        summary.status_source,
        summary.origin,
        summary.destination,
        summary.carrier,
        finished_at.map(Instant),
    ])?;
    Ok(())
}

fn save_event(db: &Connection, id: ParcelId, summary: &Summary, mark: Option<Fingerprint>) -> Result<()> {
    let sql = "UPDATE parcel SET event_fingerprint = ?2, event_number = ?3, event_local = ?4, event_offset = ?5,
                   event_precision = ?6, event_place = ?7, event_country = ?8, event_text = ?9, event_text_lang = ?10,
                   event_status = ?11, event_sub_status = ?12, event_raw_code = ?13, event_translation = ?14 WHERE id = ?1";
    let event = summary.last_event.as_ref();
    let time = event.and_then(|e| e.time);
    let state = event.and_then(|e| e.state);
    db.prepare_cached(sql)?.execute(params![
        id,
        mark,
        event.map(|e| &e.number),
        time.as_ref().map(local_text),
        time.as_ref().and_then(offset_seconds),
        time.map(|t| t.precision()),
        event.and_then(|e| e.place.as_ref()),
        event.and_then(|e| e.country),
        event.map(|e| &e.text),
        event.and_then(|e| e.text_lang.as_ref()),
        state.map(|s| s.status),
        state.and_then(|s| s.sub),
        event.and_then(|e| e.raw_code.as_ref()),
        event.and_then(|e| e.translation.as_ref()),
    ])?;
    Ok(())
}

fn save_rest(db: &Connection, id: ParcelId, summary: &Summary) -> Result<()> {
    let sql = "UPDATE parcel SET eta_from = ?2, eta_to = ?3, eta_source = ?4, changed_at = ?5, answered_at = ?6,
                   checked_at = ?7, next_check_at = ?8, disagreement = ?9, troubles = ?10,
                   storage_until = ?11, storage_then = ?12, storage_source = ?13 WHERE id = ?1";
    db.prepare_cached(sql)?.execute(params![
        id,
        summary.eta.as_ref().map(|(eta, _)| Day(eta.from)),
        summary.eta.as_ref().map(|(eta, _)| Day(eta.to)),
        summary.eta.as_ref().map(|(_, source)| source),
        summary.changed_at.map(Instant),
        summary.answered_at.map(Instant),
        summary.checked_at.map(Instant),
        summary.next_check_at.map(Instant),
        summary.disagreement,
        troubles_to_json(&summary.troubles),
        summary.storage.as_ref().map(|(storage, _)| Day(storage.until)),
        summary.storage.as_ref().map(|(storage, _)| storage.then.as_str()),
        summary.storage.as_ref().map(|(_, source)| source),
    ])?;
    Ok(())
}
