//! Making what is kept beside the summaries, of parcels whose summary was made before there was any of it.

use rusqlite::Connection;

use super::summaries;
use crate::domain::ParcelId;
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

/// The rule by which the rows were made; another one makes all of them anew.
const RULE: &str = "2";
/// Under which name the rule is kept.
const RULE_KEY: &str = "silences";

impl Database {
    /// Makes the rows of all parcels whose summary was made before there were any, or by another rule.
    pub(in crate::store) fn make_up_statistics(&mut self) -> Result<()> {
        if self.meta(RULE_KEY)?.as_deref() == Some(RULE) {
            return Ok(());
        }
        let tx = self.change()?;
        for id in answered(&tx)? {
            summaries::recompute(&tx, id, None)?;
        }
        let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2";
        tx.prepare_cached(sql)?.execute([RULE_KEY, RULE])?;
        Ok(tx.commit()?)
    }
}

fn answered(db: &Connection) -> Result<Vec<ParcelId>> {
    let mut query = db.prepare_cached("SELECT id FROM parcel WHERE status IS NOT NULL ORDER BY id")?;
    let ids = query.query_map([], |row| row.get(0))?;
    Ok(readable_rows(ids)?)
}
