//! Finds every value that cannot be read as it was written, and whose it is.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row};

use super::column_kind::ColumnKind;
use crate::domain::{ParcelId, TrackingNumber};
use crate::store::parcels::numbers;
use crate::store::{Database, Result};

/// A value that cannot be read as it was written.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct UnreadableValue {
    /// The parcels it is part of; none where it belongs to none, or nobody can tell to which.
    pub parcels: Vec<ParcelId>,
    /// In which table.
    pub table: String,
    /// In which column.
    pub column: String,
}

impl Database {
    /// Every value that cannot be read as it was written, each column of a parcel once. Reads the whole file.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn unreadable_values(&self) -> Result<Vec<UnreadableValue>> {
        let db = self.connection.unchecked_transaction()?;
        let mut query = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")?;
        let tables = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        let mut found = BTreeSet::new();
        for table in tables {
            in_table(&db, &table, &mut found)?;
        }
        Ok(found.into_iter().collect())
    }
}

fn in_table(db: &Connection, table: &str, found: &mut BTreeSet<UnreadableValue>) -> Result<()> {
    let mut query = db.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let columns: Vec<String> = query.column_names().into_iter().map(str::to_owned).collect();
    let kinds: Vec<ColumnKind> = columns.iter().map(|column| ColumnKind::of(column)).collect();
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        for (place, kind) in kinds.iter().enumerate() {
            if !kind.reads(row.get_ref(place)?) {
                let parcels = owners(db, table, &columns, row)?;
                found.insert(UnreadableValue { parcels, table: table.to_owned(), column: columns[place].clone() });
            }
        }
    }
    Ok(())
}

/// The parcels that a row is part of.
fn owners(db: &Connection, table: &str, columns: &[String], row: &Row<'_>) -> Result<Vec<ParcelId>> {
    let place = |name: &str| columns.iter().position(|column| column == name);
    let id = place(if table == "parcel" { "id" } else { "parcel_id" });
    if let Some(id) = id.and_then(|place| row.get(place).ok()) {
        return Ok(vec![ParcelId(id)]);
    }
    let number = place("number").and_then(|place| row.get::<_, TrackingNumber>(place).ok());
    if let Some(number) = number {
        return numbers::holders(db, &number);
    }
    if table != "shop_order" {
        return Ok(Vec::new());
    }
    let mut query = db.prepare_cached("SELECT parcel_id FROM parcel_order WHERE order_id = ?1")?;
    let parcels = query.query_map([row.get::<_, i64>(0)?], |row| row.get(0))?;
    Ok(parcels.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use chrono::Utc;

    use super::*;
    use crate::domain::NewParcel;
    use crate::store::ArchiveFilter;

    fn two_parcels() -> Database {
        let mut db = Database::in_memory(Utc::now()).unwrap();
        for number in ["LP00620966542870", "RB382204916CN"] {
            let numbers = vec![TrackingNumber::parse(number).unwrap()];
            db.add(&NewParcel { numbers, ..NewParcel::default() }, Utc::now()).unwrap();
        }
        db
    }

    #[test]
    fn one_bad_value_costs_no_other_and_is_found_with_its_parcel() {
        let cases = [
            ("UPDATE parcel SET title = CAST(X'68FF62' AS TEXT) WHERE id = 1", "parcel", "title"),
            ("UPDATE parcel SET added_at = 9000000000000000000 WHERE id = 1", "parcel", "added_at"),
            ("UPDATE parcel SET stale_after_days = -1 WHERE id = 1", "parcel", "stale_after_days"),
            ("UPDATE parcel SET eta_from = '2026-99-99' WHERE id = 1", "parcel", "eta_from"),
            ("UPDATE parcel SET troubles = '[[' WHERE id = 1", "parcel", "troubles"),
            ("UPDATE parcel SET closed_at = -9000000000000000000 WHERE id = 1", "parcel", "closed_at"),
            ("UPDATE track_number SET number = CAST(X'C3' AS TEXT) WHERE parcel_id = 1", "track_number", "number"),
            ("UPDATE track_number SET added_at = 9000000000000000000 WHERE parcel_id = 1", "track_number", "added_at"),
            (
                "INSERT INTO standing (number, source, facts) VALUES ('LP00620966542870', 'a', CAST(X'7BFF' AS TEXT))",
                "standing",
                "facts",
            ),
            (
                "INSERT INTO event (source, number, fingerprint, listed_under, text, rank, first_seen, offset)
                 VALUES ('a', 'LP00620966542870', zeroblob(16), 'x', 'y', -5, 1, 999999999999)",
                "event",
                "rank",
            ),
        ];
        for (damage, table, column) in cases {
            let db = two_parcels();
            assert_eq!(db.unreadable_values().unwrap(), []);
            db.connection.execute(damage, []).unwrap();
            let parcels = db.parcels(ArchiveFilter::All).unwrap();
            assert_eq!(parcels.len(), 2, "{damage}");
            assert_eq!(parcels[1].number().unwrap().as_str(), "RB382204916CN", "{damage}");
            for parcel in &parcels {
                db.listed_details(parcel).unwrap();
                db.dossier(parcel.id).unwrap().unwrap();
                db.history(parcel.id).unwrap().unwrap();
            }
            assert!(db.watched().unwrap().iter().any(|w| w.number.as_str() == "RB382204916CN"), "{damage}");
            db.carry::<crate::store::StoreError>(true, |_| Ok(())).unwrap();
            let found = db.unreadable_values().unwrap();
            let named = found.iter().find(|it| it.table == table && it.column == column);
            assert_eq!(named.map(|it| it.parcels.clone()), Some(vec![ParcelId(1)]), "{damage}: {found:?}");
        }
    }
}
