//! After a salvage: rows that point to rows which are gone.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Error, params};

use crate::domain::ParcelId;
use crate::store::Result;
use crate::store::database::column_values::Instant;

/// Tables whose rows are part of a parcel: a parcel that is gone is made again for them, bare.
const PARTS: [&str; 6] = ["track_number", "tag", "pinned_source", "excluded_source", "message", "message_draft"];

/// Makes a bare parcel for what is left of one, and takes away links that lead nowhere; gives the bare parcels.
pub(super) fn tie(db: &Connection, now: DateTime<Utc>) -> Result<Vec<ParcelId>> {
    let mut bare = Vec::new();
    for table in PARTS {
        let sql = format!(
            "SELECT DISTINCT parcel_id FROM {table} WHERE parcel_id > 0 AND parcel_id NOT IN (SELECT id FROM parcel)"
        );
        // An older version does not have all of them.
        let mut query = match db.prepare(&sql) {
            Ok(query) => query,
            Err(Error::SqlInputError { .. } | Error::SqliteFailure(..)) => continue,
            Err(error) => return Err(error.into()),
        };
        let ids = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<ParcelId>>>()?;
        for id in ids {
            let sql = "INSERT INTO parcel (id, added_at)
                       VALUES (?1, coalesce((SELECT min(added_at) FROM track_number WHERE parcel_id = ?1), ?2))";
            db.execute(sql, params![id, Instant(now)])?;
            bare.push(id);
        }
    }
    for sql in [
        "DELETE FROM check_answer WHERE NOT EXISTS (
             SELECT 1 FROM checks c, answer a WHERE c.id = check_id AND a.id = answer_id AND c.source = a.source)",
        "DELETE FROM parcel_order WHERE order_id NOT IN (SELECT id FROM shop_order)",
        "DELETE FROM parcel_order WHERE parcel_id NOT IN (SELECT id FROM parcel)",
        "DELETE FROM silence WHERE parcel_id NOT IN (SELECT id FROM parcel)",
        "DELETE FROM journal WHERE parcel_id NOT IN (SELECT id FROM parcel)",
        "DELETE FROM claim",
    ] {
        match db.execute(sql, []) {
            Ok(_) | Err(Error::SqlInputError { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(bare)
}
