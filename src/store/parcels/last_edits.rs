//! When the user last changed a parcel.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::domain::ParcelId;
use crate::store::database::column_values::instant;
use crate::store::{Database, Result};

impl Database {
    /// When the user last changed each parcel, or took a change back.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_edits(&self) -> Result<HashMap<ParcelId, DateTime<Utc>>> {
        let sql = "SELECT parcel_id, max(max(at, coalesce(undone_at, at))) FROM journal GROUP BY parcel_id";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([], |row| Ok((ParcelId(row.get(0)?), instant(row, 1)?)))?;
        let rows: Vec<(ParcelId, Option<DateTime<Utc>>)> = rows.collect::<rusqlite::Result<_>>()?;
        Ok(rows.into_iter().filter_map(|(id, at)| Some((id, at?))).collect())
    }
}
