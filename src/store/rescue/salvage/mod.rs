//! Getting everything readable out of a damaged or cut database file into a new one.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};

use crate::domain::ParcelId;
use crate::store::checks::answers;
use crate::store::database::{data_dir, migrations};
use crate::store::parcels::summaries;
use crate::store::rescue::column_kind::ColumnKind;
use crate::store::rescue::found_rows::{Walk, WalkReport};
use crate::store::rescue::loose_ends;
use crate::store::rescue::page_file::{self, PageFile, USUAL_PAGE};
use crate::store::rescue::record_format::RawValue;
use crate::store::rescue::table_shape;
use crate::store::rescue::table_shape::{Column, FoundRow, TableShape};
use crate::store::{Database, Result, StoreError};

/// What was got out of a damaged file, and what was not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SalvageReport {
    /// How many rows of each table, by its name, in the order of the tables.
    pub rows: Vec<(String, u64)>,
    /// Pages in the file.
    pub pages: u32,
    /// Pages that the disk could not read.
    pub unreadable_pages: u32,
    /// Rows that were found and of which a part is missing or makes no sense.
    pub unreadable_rows: usize,
    /// Values that were no longer what was written: read as far as they go, or left out.
    pub mended_values: usize,
    /// Of tables from which nothing is ever deleted: how many rows are missing.
    pub missing: Vec<(String, u64)>,
    /// Parcels of which only numbers, letters or tags were left.
    pub bare_parcels: Vec<ParcelId>,
}

impl SalvageReport {
    /// Rows that were got out.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.rows.iter().map(|(_, rows)| rows).sum()
    }

    /// Whether everything that was ever written is there as it was.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let unread = self.unreadable_rows + self.mended_values + self.bare_parcels.len();
        unread == 0 && self.unreadable_pages == 0 && self.missing.is_empty()
    }
}

/// Makes a new database of everything that can be read in a file, which is only read. The new file must not be there.
///
/// # Errors
/// When nothing of a database of ours can be read in the old file, or the new one cannot be written; it is taken away again
/// then.
fn salvage(damaged: &Path, new: &Path, now: DateTime<Utc>) -> Result<SalvageReport> {
    let mut best: Option<SalvageReport> = None;
    let said = PageFile::open(damaged, None)?.page_size();
    for page_size in if said == USUAL_PAGE { vec![said] } else { vec![said, USUAL_PAGE] } {
        let half = data_dir::sibling(new, ".part");
        let report = into(PageFile::open(damaged, Some(page_size))?, &half, now).inspect_err(|_| discard(&half))?;
        if report.total() > best.as_ref().map_or(0, SalvageReport::total) {
            std::fs::rename(&half, new).map_err(|error| StoreError::io(new, &error))?;
            best = Some(report);
        }
        discard(&half);
    }
    best.ok_or(StoreError::NotADatabase)
}

fn discard(half: &Path) {
    for suffix in ["", "-journal", "-wal", "-shm"] {
        let _ = data_dir::remove_if_there(&data_dir::sibling(half, suffix));
    }
}

fn into(mut file: PageFile, half: &Path, now: DateTime<Utc>) -> Result<SalvageReport> {
    discard(half);
    let version = version(&mut file);
    data_dir::create(half)?;
    let mut connection = Connection::open(half)?;
    // Until it has its name it is nothing that could be lost.
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.pragma_update(None, "foreign_keys", false)?;
    migrations::to_version(&mut connection, version)?;
    let shapes = table_shape::all(&connection)?;
    let mut taken = Taken { db: &connection, shapes: &shapes, now, mended: 0, refused: 0 };
    connection.execute_batch("BEGIN")?;
    let walk = Walk::new(file, &shapes).run(&mut |table, row| taken.row(table, row))?;
    let (mended_values, refused) = (taken.mended, taken.refused);
    let bare_parcels = loose_ends::tie(&connection, now)?;
    connection.execute_batch("COMMIT")?;
    migrations::to_version(&mut connection, migrations::known_version())?;
    let report = count(&connection, &shapes, walk, refused)?;
    recompute(&mut connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch("PRAGMA optimize; VACUUM")?;
    Ok(SalvageReport { mended_values, bare_parcels, ..report })
}

/// The version that the head of the file tells; the newest where it tells none.
fn version(file: &mut PageFile) -> i64 {
    let newest = migrations::known_version();
    let said = file.page(1).map(|head| i64::from(page_file::word(&head, 60)));
    said.filter(|said| (1..=newest).contains(said)).unwrap_or(newest)
}

/// Derived from the rest; a parcel whose rest is too odd keeps what it has.
fn recompute(connection: &mut Connection) -> Result<()> {
    let tx = connection.transaction()?;
    let ids: Vec<ParcelId> = {
        let mut query = tx.prepare("SELECT id FROM parcel ORDER BY id")?;
        let ids = query.query_map([], |row| row.get(0))?;
        ids.collect::<rusqlite::Result<_>>()?
    };
    for id in ids {
        if let Err(error) = summaries::recompute(&tx, id, None) {
            tracing::warn!("the summary of parcel {id} stays as it was: {error}");
        }
    }
    Ok(tx.commit()?)
}

/// Rows on their way into the new file.
struct Taken<'a> {
    db: &'a Connection,
    shapes: &'a [TableShape],
    now: DateTime<Utc>,
    mended: usize,
    refused: usize,
}

impl Taken<'_> {
    fn row(&mut self, table: usize, row: &FoundRow) -> Result<()> {
        let shape = &self.shapes[table];
        if shape.name == "sqlite_sequence" {
            return self.counter(row);
        }
        let Some(values) = self.mend(shape, row) else {
            self.refused += 1;
            return Ok(());
        };
        let names: Vec<&str> = row.keys().map(|place| shape.columns[*place].name.as_str()).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let (table, names) = (&shape.name, names.join(", "));
        let mut insert =
            self.db.prepare_cached(&format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"))?;
        if let Err(error) = insert.execute(params_from_iter(values)) {
            tracing::warn!("a row of {table} cannot be kept: {error}");
            self.refused += 1;
        }
        Ok(())
    }

    /// The counter of a table only ever grows.
    fn counter(&self, row: &FoundRow) -> Result<()> {
        if let (Some(RawValue::Text(table)), Some(RawValue::Integer(last))) = (row.get(&0), row.get(&1)) {
            let table = String::from_utf8_lossy(table);
            let sql = "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0
                       WHERE ?1 IN (SELECT name FROM sqlite_schema)
                         AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)";
            self.db.prepare_cached(sql)?.execute([&table])?;
            let sql = "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1 AND ?2 < 1 << 40";
            self.db.prepare_cached(sql)?.execute((&table, last))?;
        }
        Ok(())
    }

    /// A row as it can be kept; `None` where it lacks what it needs.
    fn mend(&mut self, shape: &TableShape, row: &FoundRow) -> Option<Vec<Value>> {
        let is_answer = shape.name == "answer";
        let body = is_answer.then(|| shape.column("body").and_then(|place| row.get(&place))).flatten();
        if let Some(RawValue::Blob(body)) = body
            && !answers::can_be_unpacked(body)
        {
            return None;
        }
        row.iter().map(|(place, value)| self.value(&shape.columns[*place], value)).collect()
    }

    fn value(&mut self, column: &Column, value: &RawValue) -> Option<Value> {
        let whole = match value {
            RawValue::Null => Value::Null,
            RawValue::Integer(number) => Value::Integer(*number),
            RawValue::Real(number) => Value::Real(*number),
            RawValue::Blob(bytes) => Value::Blob(bytes.clone()),
            RawValue::Text(bytes) => {
                let text = String::from_utf8_lossy(bytes);
                self.mended += usize::from(matches!(text, std::borrow::Cow::Owned(_)));
                Value::Text(text.into_owned())
            }
        };
        if is_sound(column, &whole) {
            return Some(whole);
        }
        self.mended += 1;
        match column.kind {
            _ if column.name == "role" => Some(Value::Text("first".to_owned())),
            _ if column.name == "troubles" => Some(Value::Text("[]".to_owned())),
            _ if !column.is_required => Some(Value::Null),
            ColumnKind::Instant => Some(Value::Integer(self.now.timestamp_millis())),
            ColumnKind::Count => Some(Value::Integer(0)),
            _ => None,
        }
    }
}

fn is_sound(column: &Column, value: &Value) -> bool {
    let is_role = !matches!(value, Value::Text(role) if column.name == "role" && role != "first" && role != "handover");
    match value.to_sql() {
        Ok(ToSqlOutput::Borrowed(value)) => is_role && column.kind.reads(value),
        Ok(ToSqlOutput::Owned(value)) => is_role && column.kind.reads(ValueRef::from(&value)),
        _ => false,
    }
}

/// Tables from which nothing is ever deleted, so that a gap between two ids is a row that is missing.
const NEVER_DELETED: [&str; 6] = ["parcel", "event", "answer", "checks", "message", "journal"];

fn count(db: &Connection, shapes: &[TableShape], walk: WalkReport, refused: usize) -> Result<SalvageReport> {
    let mut report = SalvageReport {
        pages: walk.pages,
        unreadable_pages: walk.unreadable_pages,
        unreadable_rows: walk.unreadable_rows + refused,
        ..SalvageReport::default()
    };
    let mut counters: BTreeMap<String, u64> = BTreeMap::new();
    for shape in shapes.iter().filter(|shape| shape.name != "sqlite_sequence") {
        let sql = format!("SELECT count(*) FROM \"{}\"", shape.name);
        let Ok(rows) = db.query_row(&sql, [], |row| row.get::<_, i64>(0)) else { continue };
        let rows = rows.cast_unsigned();
        report.rows.push((shape.name.clone(), rows));
        counters.insert(shape.name.clone(), rows);
    }
    for table in NEVER_DELETED.into_iter().filter(|table| counters.contains_key(*table)) {
        let sql = format!(
            "SELECT max(coalesce((SELECT max(id) FROM {table}), 0),
                        coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0))"
        );
        let last: i64 = db.query_row(&sql, [], |row| row.get(0))?;
        let missing = last.cast_unsigned().saturating_sub(counters[table]);
        if missing > 0 {
            report.missing.push((table.to_owned(), missing));
        }
    }
    Ok(report)
}

impl Database {
    /// See [`salvage`].
    ///
    /// # Errors
    /// As [`salvage`].
    pub fn salvage(damaged: &Path, new: &Path, now: DateTime<Utc>) -> Result<SalvageReport> {
        salvage(damaged, new, now)
    }
}

#[cfg(test)]
mod tests;
