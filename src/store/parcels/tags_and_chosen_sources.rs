//! A parcel's small ordered sets of words: tags, pinned and excluded sources.

use rusqlite::types::FromSql;
use rusqlite::{Connection, ToSql};

use crate::domain::ParcelId;
use crate::store::Result;
use crate::store::database::unreadable::readable_rows;

/// Which set; each has a table of its own with the same shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::store) enum Set {
    /// The user's tags.
    Tags,
    /// The sources that alone are asked.
    Pinned,
    /// The sources that are never asked.
    Excluded,
}

impl Set {
    fn table_and_column(self) -> (&'static str, &'static str) {
        match self {
            Self::Tags => ("tag", "tag"),
            Self::Pinned => ("pinned_source", "source"),
            Self::Excluded => ("excluded_source", "source"),
        }
    }
}

/// One parcel's words, in the order they came.
pub(in crate::store) fn of_parcel<T: FromSql>(db: &Connection, set: Set, id: ParcelId) -> Result<Vec<T>> {
    let (table, column) = set.table_and_column();
    let mut query =
        db.prepare_cached(&format!("SELECT {column} FROM {table} WHERE parcel_id = ?1 ORDER BY position"))?;
    let rows = query.query_map([id], |r| r.get(0))?;
    Ok(readable_rows(rows)?)
}

/// All parcels' words, in the order they came.
pub(in crate::store) fn of_all<T: FromSql>(db: &Connection, set: Set) -> Result<Vec<(ParcelId, T)>> {
    let (table, column) = set.table_and_column();
    let mut query =
        db.prepare_cached(&format!("SELECT parcel_id, {column} FROM {table} ORDER BY parcel_id, position"))?;
    let rows = query.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(readable_rows(rows)?)
}

/// Adds words that are not there yet; tells whether any was not.
pub(in crate::store) fn add<T: ToSql>(db: &Connection, set: Set, id: ParcelId, words: &[T]) -> Result<bool> {
    let (table, column) = set.table_and_column();
    let mut insert = db.prepare_cached(&format!(
        "INSERT OR IGNORE INTO {table} (parcel_id, {column}, position)
         SELECT ?1, ?2, coalesce(max(position) + 1, 0) FROM {table} WHERE parcel_id = ?1"
    ))?;
    let mut added = 0;
    for word in words {
        added += insert.execute((id, word))?;
    }
    Ok(added > 0)
}

/// Takes words away; tells whether any was there.
pub(in crate::store) fn take<T: ToSql>(db: &Connection, set: Set, id: ParcelId, words: &[T]) -> Result<bool> {
    let (table, column) = set.table_and_column();
    let mut delete = db.prepare_cached(&format!("DELETE FROM {table} WHERE parcel_id = ?1 AND {column} = ?2"))?;
    let mut taken = 0;
    for word in words {
        taken += delete.execute((id, word))?;
    }
    Ok(taken > 0)
}

/// Makes the set exactly these words.
pub(in crate::store) fn replace<T: ToSql>(db: &Connection, set: Set, id: ParcelId, words: &[T]) -> Result<()> {
    let (table, _) = set.table_and_column();
    db.prepare_cached(&format!("DELETE FROM {table} WHERE parcel_id = ?1"))?.execute([id])?;
    add(db, set, id, words)?;
    Ok(())
}
