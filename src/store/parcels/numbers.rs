//! Which numbers belong to which parcel.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::domain::{NumberRole, ParcelId, ParcelNumber, TrackingNumber};
use crate::store::Result;
use crate::store::database::column_values::{Instant, role};
use crate::store::database::unreadable::readable_rows;

/// The most numbers on one parcel: a source that lists handovers without end cannot fill the disk.
const MOST: usize = 20;

/// A parcel's numbers in the order they came.
pub(in crate::store) fn of_parcel(db: &Connection, id: ParcelId) -> Result<Vec<ParcelNumber>> {
    let sql = "SELECT number, role FROM track_number WHERE parcel_id = ?1 ORDER BY position";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([id], |r| Ok(ParcelNumber { number: r.get(0)?, role: role(r, 1)? }))?;
    Ok(readable_rows(rows)?)
}

/// The parcels, removed ones aside, that have a number: where the user entered it first, active before archived,
/// newest first.
pub(in crate::store) fn holders(db: &Connection, number: &TrackingNumber) -> Result<Vec<ParcelId>> {
    let sql = "SELECT p.id FROM track_number n JOIN parcel p ON p.id = n.parcel_id
               WHERE n.number = ?1 AND p.removed_at IS NULL
               ORDER BY n.role = 'handover', p.archived_at IS NOT NULL, p.id DESC";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([number], |r| r.get(0))?;
    Ok(readable_rows(rows)?)
}

/// Puts a number on a parcel; tells whether it was not there before. Nothing happens once the parcel has its most.
pub(in crate::store) fn join(
    db: &Connection,
    id: ParcelId,
    number: &TrackingNumber,
    role: NumberRole,
    now: DateTime<Utc>,
) -> Result<bool> {
    let sql = "INSERT OR IGNORE INTO track_number (parcel_id, number, role, position, added_at)
               SELECT ?1, ?2, ?3, coalesce(max(position) + 1, 0), ?4 FROM track_number WHERE parcel_id = ?1
               HAVING count(*) < ?5";
    let limit = i64::try_from(MOST).unwrap_or(i64::MAX);
    let added = db.prepare_cached(sql)?.execute(rusqlite::params![id, number, role, Instant(now), limit])?;
    Ok(added > 0)
}

/// Takes a number off a parcel again.
pub(in crate::store) fn part(db: &Connection, id: ParcelId, number: &TrackingNumber) -> Result<()> {
    let sql = "DELETE FROM track_number WHERE parcel_id = ?1 AND number = ?2";
    db.prepare_cached(sql)?.execute((id, number))?;
    Ok(())
}
