//! When each parcel passed the landmarks of its way, kept beside its summary: forecasts read no event.

use rusqlite::{Connection, Row, params};

use crate::domain::advice::ParcelHistory;
use crate::domain::forecast::{Milestones, WayEnd};
use crate::domain::{Country, ParcelId};
use crate::store::database::column_values::{Instant, instant, word};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

/// A way ends where the user ends it, too; one that never came was not delivered, whatever a source says.
const COLUMNS: &str = "m.parcel_id, p.origin, p.destination, m.shipped_at, m.left_at, m.arrived_at,
    CASE WHEN p.missing_at IS NULL THEN m.delivered_at END,
    coalesce(m.stopped_at, p.missing_at, p.closed_at, p.archived_at)
    FROM milestone m JOIN parcel p ON p.id = m.parcel_id WHERE m.shipped_at IS NOT NULL AND p.removed_at IS NULL";

impl Database {
    /// The milestones of all parcels that have passed any; removed ones do not count.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn milestones(&self) -> Result<Vec<(ParcelId, Milestones)>> {
        let mut query = self.connection.prepare_cached(&format!("SELECT {COLUMNS} ORDER BY m.parcel_id"))?;
        let rows = query.query_map([], from_row)?;
        Ok(readable_rows(rows)?)
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<(ParcelId, Milestones)> {
    let lane = (word(row, 1, Country::parse)?, word(row, 2, Country::parse)?);
    let passed = [instant(row, 3)?, instant(row, 4)?, instant(row, 5)?];
    let end = instant(row, 6)?.map(WayEnd::Delivered).or(instant(row, 7)?.map(WayEnd::Stopped));
    Ok((row.get(0)?, Milestones { lane, passed, end }))
}

/// Keeps the milestones of a parcel once its summary is kept.
pub(in crate::store) fn keep(db: &Connection, id: ParcelId, history: &ParcelHistory) -> Result<()> {
    let Milestones { passed: [shipped, left, arrived], end, .. } = Milestones::of(history);
    let (delivered, stopped) = match end {
        Some(WayEnd::Delivered(at)) => (Some(at), None),
        Some(WayEnd::Stopped(at)) => (None, Some(at)),
        None => (None, None),
    };
    let sql = "INSERT INTO milestone (parcel_id, shipped_at, left_at, arrived_at, delivered_at, stopped_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT (parcel_id) DO UPDATE SET shipped_at = ?2, left_at = ?3, arrived_at = ?4,
               delivered_at = ?5, stopped_at = ?6";
    let [shipped, left, arrived, delivered, stopped] =
        [shipped, left, arrived, delivered, stopped].map(|at| at.map(Instant));
    db.prepare_cached(sql)?.execute(params![id, shipped, left, arrived, delivered, stopped])?;
    Ok(())
}
