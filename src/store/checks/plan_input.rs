//! What the plan is made from: every number of an active parcel, and where the sources stand on it.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::standings;
use crate::domain::{Country, ParcelId, SourceId, Standing, State, TrackingNumber};
use crate::store::database::column_values::{Instant, event_time, instant, role, state, word};
use crate::store::parcels::tags_and_pins;
use crate::store::parcels::tags_and_pins::Set;
use crate::store::{Database, Result, WatchedNumber};

impl Database {
    /// Every number of every parcel that is neither removed nor archived, finished ones included.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn watched(&self) -> Result<Vec<WatchedNumber>> {
        let db = self.connection.unchecked_transaction()?;
        let pinned = by_parcel(&db, Set::Pinned)?;
        let excluded = by_parcel(&db, Set::Excluded)?;
        let standings = live_standings(&db)?;
        let sql = "SELECT p.id, n.number, n.role, n.added_at, p.closed_at, p.finished_at, p.status, p.sub_status,
                       p.event_local, p.event_offset, p.event_precision, p.changed_at, p.event_country,
                       p.stale_after_days,
                       (SELECT count(*) > 0 AND count(*) = count(o.received_on) FROM parcel_order l
                        JOIN shop_order o ON o.id = l.order_id WHERE l.parcel_id = p.id)
                   FROM parcel p JOIN track_number n ON n.parcel_id = p.id
                   WHERE p.removed_at IS NULL AND p.archived_at IS NULL ORDER BY p.id, n.position";
        let mut query = db.prepare_cached(sql)?;
        let rows = query.query_map([], from_row)?;
        let mut watched: Vec<WatchedNumber> = rows.collect::<rusqlite::Result<_>>()?;
        for it in &mut watched {
            it.pinned = pinned.get(&it.parcel).cloned().unwrap_or_default();
            it.excluded = excluded.get(&it.parcel).cloned().unwrap_or_default();
            it.standings = standings.get(&it.number).cloned().unwrap_or_default();
        }
        Ok(watched)
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<WatchedNumber> {
    let closed_at = instant(row, 4)?;
    let state = state(row, 6)?;
    let is_final = state.is_some_and(State::is_final);
    Ok(WatchedNumber {
        parcel: row.get(0)?,
        number: row.get(1)?,
        role: role(row, 2)?,
        added_at: row.get::<_, Instant>(3)?.0,
        pinned: Vec::new(),
        excluded: Vec::new(),
        stale_after_days: row.get(13)?,
        state,
        finished: closed_at.is_some() || is_final || row.get(14)?,
        finished_at: [closed_at, instant(row, 5)?].into_iter().flatten().min(),
        last_event_at: event_time(row, 8)?.map(|t| t.approximate()),
        last_event_country: word(row, 12, Country::parse)?,
        changed_at: instant(row, 11)?,
        standings: Vec::new(),
    })
}

fn by_parcel(db: &Connection, set: Set) -> Result<BTreeMap<ParcelId, Vec<SourceId>>> {
    let mut by_parcel: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (id, source) in tags_and_pins::of_all(db, set)? {
        by_parcel.entry(id).or_default().push(source);
    }
    Ok(by_parcel)
}

fn live_standings(db: &Connection) -> Result<BTreeMap<TrackingNumber, Vec<Standing>>> {
    let sql = format!(
        "SELECT {} FROM standing WHERE number IN (
             SELECT n.number FROM track_number n JOIN parcel p ON p.id = n.parcel_id
             WHERE p.removed_at IS NULL AND p.archived_at IS NULL) ORDER BY number, source",
        standings::COLUMNS
    );
    let mut query = db.prepare_cached(&sql)?;
    let mut by_number: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for standing in query.query_map([], standings::from_row)? {
        let standing = standing?;
        by_number.entry(standing.number.clone()).or_default().push(standing);
    }
    Ok(by_number)
}
