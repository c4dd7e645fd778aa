//! Parcels as they are listed: what the user said, and the summary kept beside it. No event is read.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::tags_and_chosen_sources;
use super::tags_and_chosen_sources::Set;
use super::{numbers, orders};
use crate::domain::{
    Afterwards, Country, Deadline, Eta, Event, Parcel, ParcelId, ParcelNumber, Seen, Snooze, Storage, Summary,
};
use crate::store::database::column_values::{day, event_time, instant, instant_or_1970, role, state, whole, word};
use crate::store::database::json_columns::troubles_from_json;
use crate::store::database::unreadable::readable_rows;
use crate::store::{ArchiveFilter, Database, Result};

/// The columns that [`from_row`] reads, in its order.
const COLUMNS: &str = "id, title, shop, note, protected_until, added_at, archived_at, closed_at,
    status, sub_status, status_text, status_source, origin, destination, carrier,
    event_number, event_local, event_offset, event_precision, event_place, event_country, event_text,
    event_text_lang, event_status, event_sub_status, event_raw_code,
    eta_from, eta_to, eta_source, changed_at, answered_at, checked_at, next_check_at, disagreement, troubles,
    stale_after_days, snoozed_until, snoozed_at, missing_at, preset, event_translation,
    storage_until, storage_then, storage_source, seen_at, seen_status, seen_sub_status, to_border";

impl Database {
    /// The parcels, in the order they were added; removed ones never.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn parcels(&self, which: ArchiveFilter) -> Result<Vec<Parcel>> {
        let put_away = match which {
            ArchiveFilter::Active => "AND archived_at IS NULL",
            ArchiveFilter::Archived => "AND archived_at IS NOT NULL",
            ArchiveFilter::All => "",
        };
        // One state of the database for all queries.
        let db = self.connection.unchecked_transaction()?;
        let sql = format!("SELECT {COLUMNS} FROM parcel WHERE removed_at IS NULL {put_away} ORDER BY id");
        let mut query = db.prepare_cached(&sql)?;
        let rows = query.query_map([], from_row)?;
        let mut parcels: Vec<Parcel> = readable_rows(rows)?;
        hand_out(&mut parcels, all_numbers(&db)?, |p| &mut p.numbers);
        hand_out(&mut parcels, orders::of_all(&db)?, |p| &mut p.orders);
        parcels.iter_mut().for_each(Parcel::expect_what_the_shop_does);
        hand_out(&mut parcels, tags_and_chosen_sources::of_all(&db, Set::Tags)?, |p| &mut p.tags);
        hand_out(&mut parcels, tags_and_chosen_sources::of_all(&db, Set::Pinned)?, |p| &mut p.pinned);
        hand_out(&mut parcels, tags_and_chosen_sources::of_all(&db, Set::Excluded)?, |p| &mut p.excluded);
        Ok(parcels)
    }

    /// These parcels and those that share an order with them, by identity; `None`: there is none, or it was removed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn parcels_around(&self, ids: &[ParcelId]) -> Result<BTreeMap<ParcelId, Option<Parcel>>> {
        let db = self.connection.unchecked_transaction()?;
        let mut around = BTreeMap::new();
        for id in ids {
            for id in orders::companions(&db, *id)? {
                around.insert(id, load(&db, id)?);
            }
        }
        Ok(around)
    }

    /// One parcel; `None` where there is none or it was removed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn parcel(&self, id: ParcelId) -> Result<Option<Parcel>> {
        let db = self.connection.unchecked_transaction()?;
        load(&db, id)
    }
}

/// One parcel with its numbers and sets.
pub(in crate::store) fn load(db: &Connection, id: ParcelId) -> Result<Option<Parcel>> {
    let sql = format!("SELECT {COLUMNS} FROM parcel WHERE id = ?1 AND removed_at IS NULL");
    let Some(mut parcel) = db.prepare_cached(&sql)?.query_row([id], from_row).optional()? else { return Ok(None) };
    parcel.numbers = numbers::of_parcel(db, id)?;
    parcel.orders = orders::of_parcel(db, id)?;
    parcel.expect_what_the_shop_does();
    parcel.tags = tags_and_chosen_sources::of_parcel(db, Set::Tags, id)?;
    parcel.pinned = tags_and_chosen_sources::of_parcel(db, Set::Pinned, id)?;
    parcel.excluded = tags_and_chosen_sources::of_parcel(db, Set::Excluded, id)?;
    Ok(Some(parcel))
}

fn all_numbers(db: &Connection) -> Result<Vec<(ParcelId, ParcelNumber)>> {
    let mut query =
        db.prepare_cached("SELECT parcel_id, number, role FROM track_number ORDER BY parcel_id, position")?;
    let rows = query.query_map([], |r| {
        let number = ParcelNumber { number: r.get(1)?, role: role(r, 2)? };
        Ok((r.get(0)?, number))
    })?;
    Ok(readable_rows(rows)?)
}

fn hand_out<T>(parcels: &mut [Parcel], parts: Vec<(ParcelId, T)>, place: impl Fn(&mut Parcel) -> &mut Vec<T>) {
    for (id, part) in parts {
        if let Ok(found) = parcels.binary_search_by_key(&id, |p| p.id) {
            place(&mut parcels[found]).push(part);
        }
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Parcel> {
    let added_at = instant_or_1970(row, 5)?;
    Ok(Parcel {
        title: row.get(1)?,
        shop: row.get(2)?,
        note: row.get(3)?,
        missing_at: instant(row, 38)?,
        own_protection: Deadline::from_parts(day(row, 4)?, row.get(39)?),
        stale_after_days: whole(row, 35)?,
        snooze: day(row, 36)?.zip(instant(row, 37)?).map(|(until, since)| Snooze { until, since }),
        seen: seen(row, 44)?,
        archived_at: instant(row, 6)?,
        closed_at: instant(row, 7)?,
        summary: summary(row)?,
        ..Parcel::new(row.get(0)?, added_at)
    })
}

/// What the reader has seen of it, from that column on.
pub(super) fn seen(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Seen>> {
    let at = instant(row, column)?;
    at.map(|at| Ok(Seen { at, state: state(row, column + 1)? })).transpose()
}

fn summary(row: &Row<'_>) -> rusqlite::Result<Summary> {
    Ok(Summary {
        state: state(row, 8)?,
        status_text: row.get(10)?,
        status_source: row.get(11)?,
        origin: word(row, 12, Country::parse)?,
        destination: word(row, 13, Country::parse)?,
        carrier: row.get(14)?,
        last_event: last_event(row)?,
        eta: match (day(row, 26)?, day(row, 27)?, row.get(28)?) {
            (Some(from), Some(to), Some(source)) => Some((Eta { from, to }, source)),
            _ => None,
        },
        storage: match (day(row, 41)?, word(row, 42, Afterwards::parse)?, row.get(43)?) {
            (Some(until), Some(then), Some(source)) => Some((Storage { until, then }, source)),
            _ => None,
        },
        changed_at: instant(row, 29)?,
        answered_at: instant(row, 30)?,
        checked_at: instant(row, 31)?,
        next_check_at: instant(row, 32)?,
        disagreement: whole(row, 33)?.unwrap_or_default(),
        to_border: row.get(47)?,
        troubles: word(row, 34, |json| Some(troubles_from_json(json)))?.unwrap_or_default(),
    })
}

fn last_event(row: &Row<'_>) -> rusqlite::Result<Option<Event>> {
    let (Some(number), Some(text)) = (whole(row, 15)?, row.get(21)?) else { return Ok(None) };
    Ok(Some(Event {
        time: event_time(row, 16)?,
        place: row.get(19)?,
        country: word(row, 20, Country::parse)?,
        text,
        text_lang: row.get(22)?,
        translation: row.get(40)?,
        state: state(row, 23)?,
        raw_code: row.get(25)?,
        number,
    }))
}
