//! Keeping each parcel's summary beside it, so that the list reads no event.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Row, named_params};

use super::newest_event_source::NewestTold;
use super::{milestones, numbers, parcel_details, silence_statistics};
use crate::domain::advice::{ParcelHistory, only_to_border};
use crate::domain::{Entry, Eta, ParcelId, Standing, State, Summary, Timeline};
use crate::store::Result;
use crate::store::database::column_values::{Day, Instant, day, instant, local_text, offset_seconds, state, whole};
use crate::store::database::json_columns::troubles_to_json;
use crate::store::notices::write_news;

type Fingerprint = [u8; 16];

/// What decides whether a summary changed, as it was kept before.
struct Before {
    state: Option<State>,
    event: Option<Fingerprint>,
    eta: Option<Eta>,
    storage_until: Option<NaiveDate>,
    changed_at: Option<DateTime<Utc>>,
    finished_at: Option<DateTime<Utc>>,
}

/// A summary that was just computed.
struct Fresh {
    timeline: Timeline,
    /// Whether the state, the newest event or the expected date is another than before.
    changed: bool,
    /// Whether it is kept for collection until another day than before.
    keeps_longer: bool,
    /// When it last changed.
    changed_at: Option<DateTime<Utc>>,
}

/// Computes a parcel's summary anew after something that the reader did, and takes it for told.
pub(in crate::store) fn recompute(db: &Connection, id: ParcelId, at: Option<DateTime<Utc>>) -> Result<()> {
    let fresh = refresh(db, id, at)?;
    // Nothing has happened to a parcel that never changed.
    let seen_at = at.or(fresh.changed_at).unwrap_or(DateTime::<Utc>::UNIX_EPOCH);
    write_news::accept(db, id, &fresh.timeline, seen_at)
}

/// Computes a parcel's summary anew after an answer, and writes what of it is to be told. Tells whether it changed.
pub(in crate::store) fn recompute_and_tell(db: &Connection, id: ParcelId, at: DateTime<Utc>) -> Result<bool> {
    let fresh = refresh(db, id, Some(at))?;
    if fresh.changed || fresh.keeps_longer {
        write_news::of_change(db, id, &fresh.timeline, at)?;
    }
    Ok(fresh.changed)
}

/// Computes a parcel's summary anew and keeps it. Tells whether the state, the newest event or the expected date
/// is another than before; the change is dated `at`, or by the standings where it is none of today.
fn refresh(db: &Connection, id: ParcelId, at: Option<DateTime<Utc>>) -> Result<Fresh> {
    let numbers = numbers::of_parcel(db, id)?;
    let (standings, sightings) = parcel_details::gather(db, &numbers)?;
    let timeline = Timeline::merge(sightings);
    let mut summary = Summary::of(&standings, &timeline);
    summary.to_border = only_to_border(&numbers, &standings);
    let before = before(db, id)?;
    let newest = newest_fingerprints(&timeline, &summary);
    let same_event = before.event.map_or(newest.is_empty(), |print| newest.contains(&print));
    let changed =
        !same_event || before.state != summary.state || before.eta != summary.eta.as_ref().map(|(eta, _)| *eta);
    let keeps_longer = before.storage_until != summary.storage.as_ref().map(|(storage, _)| storage.until);
    summary.changed_at = if changed { at.or_else(|| last_change(&standings)) } else { before.changed_at };
    let finished_at =
        if summary.state.is_some_and(State::is_final) { before.finished_at.or(summary.changed_at) } else { None };
    // While the entry stays the same its mark stays too, whichever source speaks for it now.
    let mark = if same_event { before.event } else { newest.first().copied() };
    save(db, id, &summary, &Marks { event: mark, newest: timeline.newest().map(NewestTold::of), finished_at })?;
    let history = ParcelHistory { numbers: &numbers, standings: &standings, summary: &summary, timeline: &timeline };
    silence_statistics::keep(db, id, &history)?;
    milestones::keep(db, id, &history)?;
    Ok(Fresh { timeline, changed, keeps_longer, changed_at: summary.changed_at })
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
    let sql = "SELECT status, sub_status, event_fingerprint, eta_from, eta_to, changed_at, finished_at,
                   storage_until FROM parcel WHERE id = ?1";
    let read = |row: &Row<'_>| {
        Ok(Before {
            state: state(row, 0)?,
            event: whole(row, 2)?,
            eta: day(row, 3)?.zip(day(row, 4)?).map(|(from, to)| Eta { from, to }),
            changed_at: instant(row, 5)?,
            finished_at: instant(row, 6)?,
            storage_until: day(row, 7)?,
        })
    };
    Ok(db.prepare_cached(sql)?.query_row([id], read)?)
}

/// What is kept beside a summary and is no part of it.
struct Marks {
    /// By which fingerprint the newest event was first known.
    event: Option<Fingerprint>,
    /// Which sources tell it, and since when.
    newest: Option<NewestTold>,
    /// Since when the parcel is finished.
    finished_at: Option<DateTime<Utc>>,
}

/// One statement for all columns: a row of 50 columns is written anew with each.
const SAVE: &str = "UPDATE parcel SET
    status = :status, sub_status = :sub_status, status_text = :status_text, status_source = :status_source,
    origin = :origin, destination = :destination, carrier = :carrier, finished_at = :finished_at,
    event_fingerprint = :event_fingerprint, event_number = :event_number, event_local = :event_local,
    event_offset = :event_offset, event_precision = :event_precision, event_place = :event_place,
    event_country = :event_country, event_text = :event_text, event_text_lang = :event_text_lang,
    event_status = :event_status, event_sub_status = :event_sub_status, event_raw_code = :event_raw_code,
    event_translation = :event_translation, event_sources = :event_sources, event_first_seen = :event_first_seen,
    eta_from = :eta_from, eta_to = :eta_to, eta_source = :eta_source,
    changed_at = :changed_at, answered_at = :answered_at, checked_at = :checked_at, next_check_at = :next_check_at,
    disagreement = :disagreement, troubles = :troubles, storage_until = :storage_until,
    storage_then = :storage_then, storage_source = :storage_source, to_border = :to_border WHERE id = :id";

fn save(db: &Connection, id: ParcelId, summary: &Summary, marks: &Marks) -> Result<()> {
    let event = summary.last_event.as_ref();
    let time = event.and_then(|e| e.time);
    let event_state = event.and_then(|e| e.state);
    db.prepare_cached(SAVE)?.execute(named_params! {
        ":id": id,
        ":status": summary.state.map(|s| s.status),
        ":sub_status": summary.state.and_then(|s| s.sub),
        ":status_text": summary.status_text,
        ":status_source": summary.status_source,
        ":origin": summary.origin,
        ":destination": summary.destination,
        ":carrier": summary.carrier,
        ":finished_at": marks.finished_at.map(Instant),
        ":event_fingerprint": marks.event,
        ":event_number": event.map(|e| &e.number),
        ":event_local": time.as_ref().map(local_text),
        ":event_offset": time.as_ref().and_then(offset_seconds),
        ":event_precision": time.map(|t| t.precision()),
        ":event_place": event.and_then(|e| e.place.as_ref()),
        ":event_country": event.and_then(|e| e.country),
        ":event_text": event.map(|e| &e.text),
        ":event_text_lang": event.and_then(|e| e.text_lang.as_ref()),
        ":event_status": event_state.map(|s| s.status),
        ":event_sub_status": event_state.and_then(|s| s.sub),
        ":event_raw_code": event.and_then(|e| e.raw_code.as_ref()),
        ":event_translation": event.and_then(|e| e.translation.as_ref()),
        ":event_sources": marks.newest.as_ref().map(NewestTold::sources_text),
        ":event_first_seen": marks.newest.as_ref().map(|newest| Instant(newest.first_seen)),
        ":eta_from": summary.eta.as_ref().map(|(eta, _)| Day(eta.from)),
        ":eta_to": summary.eta.as_ref().map(|(eta, _)| Day(eta.to)),
        ":eta_source": summary.eta.as_ref().map(|(_, source)| source),
        ":changed_at": summary.changed_at.map(Instant),
        ":answered_at": summary.answered_at.map(Instant),
        ":checked_at": summary.checked_at.map(Instant),
        ":next_check_at": summary.next_check_at.map(Instant),
        ":disagreement": summary.disagreement,
        ":troubles": troubles_to_json(&summary.troubles),
        ":storage_until": summary.storage.as_ref().map(|(storage, _)| Day(storage.until)),
        ":storage_then": summary.storage.as_ref().map(|(storage, _)| storage.then.as_str()),
        ":to_border": summary.to_border,
        ":storage_source": summary.storage.as_ref().map(|(_, source)| source),
    })?;
    Ok(())
}
