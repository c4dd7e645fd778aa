//! How long delivered parcels were silent on their way: what is usual is told from it.
//!
//! Kept beside the summaries, in the same transaction. A parcel that is removed does not count while it is removed.

use rusqlite::{Connection, params};

use super::list_parcels;
use crate::domain::advice::{LearnedSilence, ParcelHistory, SilenceCount, Stage};
use crate::domain::current_silence::waits_since;
use crate::domain::{Country, ParcelId, Status};
use crate::store::database::column_values::{whole, word};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

impl Database {
    /// What delivered parcels tell of the silence that is usual.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn experience(&self) -> Result<LearnedSilence> {
        let sql = "SELECT s.stage, s.origin, s.destination, s.days, count(*) FROM silence s
                   JOIN parcel p ON p.id = s.parcel_id WHERE p.removed_at IS NULL AND p.missing_at IS NULL
                   GROUP BY 1, 2, 3, 4";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([], |row| {
            let Some(stage) = word(row, 0, Stage::parse)? else { return Ok(None) };
            let country = |at| word(row, at, Country::parse);
            let (origin, destination) = (country(1)?, country(2)?);
            let Some(days) = whole(row, 3)? else { return Ok(None) };
            Ok(Some(SilenceCount { stage, origin, destination, days, parcels: row.get(4)? }))
        })?;
        let rows: Vec<Option<SilenceCount>> = readable_rows(rows)?;
        Ok(LearnedSilence::of(rows.into_iter().flatten()))
    }
}

/// Keeps the silences of a parcel's way once its summary is kept; those of one that is not delivered any more go. A
/// parcel that was removed keeps what it has.
pub(in crate::store) fn keep(db: &Connection, id: ParcelId, history: &ParcelHistory) -> Result<()> {
    let sql = "DELETE FROM silence WHERE parcel_id = ?1
               AND (SELECT removed_at IS NULL FROM parcel WHERE id = ?1)";
    db.prepare_cached(sql)?.execute([id])?;
    let summary = history.summary;
    if summary.state.is_none_or(|state| state.status != Status::Delivered) {
        return Ok(());
    }
    let Some(parcel) = list_parcels::load(db, id)? else { return Ok(()) };
    let sql = "INSERT INTO silence (parcel_id, stage, days, origin, destination) VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut insert = db.prepare_cached(sql)?;
    for (stage, days) in history.silences(waits_since(&parcel)) {
        insert.execute(params![id, stage.as_str(), days, summary.origin, summary.destination])?;
    }
    Ok(())
}
