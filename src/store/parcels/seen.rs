//! What the reader has seen of each parcel.

use rusqlite::named_params;

use crate::domain::{ParcelId, Seen};
use crate::store::database::column_values::Instant;
use crate::store::{Database, Result};

impl Database {
    /// Notes that the reader has seen a parcel as it was then. What changed since stays news.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn mark_seen(&mut self, id: ParcelId, seen: Seen) -> Result<()> {
        let sql = "UPDATE parcel SET seen_at = :at, seen_status = :status, seen_sub_status = :sub
            WHERE id = :id AND coalesce(seen_at, :at - 1) < :at";
        self.connection.prepare_cached(sql)?.execute(named_params! {
            ":id": id,
            ":at": Instant(seen.at),
            ":status": seen.state.map(|state| state.status),
            ":sub": seen.state.and_then(|state| state.sub),
        })?;
        Ok(())
    }

    /// Notes that the reader has seen every parcel as it is.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn mark_all_seen(&mut self) -> Result<()> {
        let sql = "UPDATE parcel SET seen_at = changed_at, seen_status = status, seen_sub_status = sub_status
            WHERE removed_at IS NULL AND changed_at IS NOT NULL AND coalesce(seen_at, changed_at - 1) < changed_at";
        self.connection.execute(sql, [])?;
        Ok(())
    }
}
