//! Every span of days that a source named for an arrival: a day that moves does not hide the one before.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::answers;
use crate::domain::{Eta, ParcelId, SourceId, TrackingNumber};
use crate::store::database::column_values::{Day, Instant, day};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, NamedDays, Result, StoredAnswer};

/// The columns that [`from_row`] reads first.
const COLUMNS: &str = "e.source, e.from_day, e.to_day, e.said_at";

impl Database {
    /// Keeps spans of days that a source named, where each differs from the one that it named last before; all or
    /// nothing.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_named_days(&mut self, named: &[(TrackingNumber, NamedDays)]) -> Result<()> {
        let tx = self.change()?;
        for (number, NamedDays { source, eta, said_at }) in named {
            keep(&tx, source, number, *eta, *said_at)?;
        }
        Ok(tx.commit()?)
    }

    /// Every kept answer after the one with that id, with the numbers that it was asked about, one after the other.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn each_answer_after(&self, id: i64, mut take: impl FnMut(StoredAnswer, Vec<TrackingNumber>)) -> Result<()> {
        let sql = "SELECT l.answer_id, c.number FROM check_answer l JOIN checks c ON c.id = l.check_id
                   WHERE l.answer_id > ?1 GROUP BY l.answer_id, c.number";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut asked: BTreeMap<i64, Vec<TrackingNumber>> = BTreeMap::new();
        for row in rows {
            let (answer, number): (i64, TrackingNumber) = row?;
            asked.entry(answer).or_default().push(number);
        }
        let sql = format!("SELECT {} FROM answer WHERE id > ?1 ORDER BY id", answers::COLUMNS);
        let mut query = self.connection.prepare_cached(&sql)?;
        for answer in query.query_map([id], answers::from_row)? {
            let answer = answer?;
            let numbers = asked.remove(&answer.id).unwrap_or_default();
            take(answer, numbers);
        }
        Ok(())
    }

    /// The first span of days that each source named for each parcel, and the instant of the delivery, of all parcels
    /// that were delivered after it was named.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn first_named_days(&self) -> Result<Vec<(NamedDays, DateTime<Utc>)>> {
        let sql = format!(
            "SELECT {COLUMNS}, m.delivered_at, min(e.said_at) FROM milestone m
             JOIN parcel p ON p.id = m.parcel_id JOIN track_number n ON n.parcel_id = m.parcel_id
             JOIN expected_day e ON e.number = n.number
             WHERE p.removed_at IS NULL AND p.missing_at IS NULL AND m.delivered_at > e.said_at
             GROUP BY m.parcel_id, e.source"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map([], |row| Ok(from_row(row)?.zip(Some(row.get::<_, Instant>(4)?.0))))?;
        Ok(readable_rows::<_, Vec<Option<_>>>(rows)?.into_iter().flatten().collect())
    }
}

/// What the sources named for a parcel, under all its numbers, the earliest said first.
pub(in crate::store) fn of_parcel(db: &Connection, id: ParcelId) -> Result<Vec<NamedDays>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM expected_day e JOIN track_number n ON n.number = e.number
         WHERE n.parcel_id = ?1 ORDER BY e.said_at, e.source"
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([id], from_row)?;
    Ok(readable_rows::<_, Vec<Option<_>>>(rows)?.into_iter().flatten().collect())
}

/// What the sources named for a number, the earliest said first.
pub(in crate::store) fn of_number(db: &Connection, number: &TrackingNumber) -> Result<Vec<NamedDays>> {
    let sql = format!("SELECT {COLUMNS} FROM expected_day e WHERE e.number = ?1 ORDER BY e.said_at, e.source");
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([number], from_row)?;
    Ok(readable_rows::<_, Vec<Option<_>>>(rows)?.into_iter().flatten().collect())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<NamedDays>> {
    let (source, said_at) = (row.get(0)?, row.get::<_, Instant>(3)?.0);
    let span = day(row, 1)?.zip(day(row, 2)?);
    Ok(span.map(|(from, to)| NamedDays { source, eta: Eta { from, to }, said_at }))
}

/// Keeps a span that a source named, where it differs from the one that it named last before.
pub(in crate::store) fn keep(
    db: &Connection,
    source: &SourceId,
    number: &TrackingNumber,
    eta: Eta,
    said_at: DateTime<Utc>,
) -> Result<()> {
    let sql = format!(
        "SELECT {COLUMNS} FROM expected_day e WHERE e.number = ?1 AND e.source = ?2 AND e.said_at <= ?3
         ORDER BY e.said_at DESC LIMIT 1"
    );
    let before = db.prepare_cached(&sql)?.query_row(params![number, source, Instant(said_at)], from_row);
    if before.optional()?.flatten().is_some_and(|before| before.eta == eta) {
        return Ok(());
    }
    insert(db, source, number, eta, said_at)
}

/// Keeps a span as it is, where none is kept of that moment.
pub(in crate::store) fn insert(
    db: &Connection,
    source: &SourceId,
    number: &TrackingNumber,
    eta: Eta,
    said_at: DateTime<Utc>,
) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO expected_day (number, source, said_at, from_day, to_day)
               VALUES (?1, ?2, ?3, ?4, ?5)";
    db.prepare_cached(sql)?.execute(params![number, source, Instant(said_at), Day(eta.from), Day(eta.to)])?;
    Ok(())
}
