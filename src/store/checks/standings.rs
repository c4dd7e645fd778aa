//! Where each source stands on each number.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::{Outcome, SourceId, Standing, TrackingNumber};
use crate::store::Result;
use crate::store::database::column_values::{Instant, instant, word};
use crate::store::database::json_columns::{from_json, to_json};

/// A standing, and from which answers its events and facts are.
pub(in crate::store) struct StoredStanding {
    /// What everybody sees.
    pub standing: Standing,
    /// When the newest list with events came.
    pub listed_at: Option<DateTime<Utc>>,
    /// When the facts came.
    pub facts_at: Option<DateTime<Utc>>,
}

/// The columns that [`from_row`] reads, in its order.
pub(in crate::store) const COLUMNS: &str =
    "source, number, checked_at, outcome, detail, answered_at, changed_at, facts, next_check_at, failures";

/// Every source's standing on a number.
pub(in crate::store) fn of_number(db: &Connection, number: &TrackingNumber) -> Result<Vec<Standing>> {
    let mut query = db.prepare_cached(&format!("SELECT {COLUMNS} FROM standing WHERE number = ?1 ORDER BY source"))?;
    let rows = query.query_map([number], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One source's standing on a number; blank where it was never asked.
pub(in crate::store) fn load(db: &Connection, source: &SourceId, number: &TrackingNumber) -> Result<StoredStanding> {
    let blank = || StoredStanding { standing: blank(source, number), listed_at: None, facts_at: None };
    Ok(find(db, source, number)?.unwrap_or_else(blank))
}

/// One source's standing on a number, where there is one.
pub(in crate::store) fn find(
    db: &Connection,
    source: &SourceId,
    number: &TrackingNumber,
) -> Result<Option<StoredStanding>> {
    let sql = format!("SELECT {COLUMNS}, listed_at, facts_at FROM standing WHERE number = ?1 AND source = ?2");
    let read = |r: &Row<'_>| {
        Ok(StoredStanding { standing: from_row(r)?, listed_at: instant(r, 10)?, facts_at: instant(r, 11)? })
    };
    Ok(db.prepare_cached(&sql)?.query_row((number, source), read).optional()?)
}

/// Keeps a standing.
pub(in crate::store) fn save(db: &Connection, kept: &StoredStanding) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO standing (source, number, checked_at, outcome, detail, answered_at, changed_at,
                   facts, next_check_at, failures, listed_at, facts_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let it = &kept.standing;
    db.prepare_cached(sql)?.execute(params![
        it.source,
        it.number,
        it.checked_at.map(Instant),
        it.outcome,
        it.detail,
        it.answered_at.map(Instant),
        it.changed_at.map(Instant),
        it.facts.as_ref().map(to_json),
        it.next_check_at.map(Instant),
        it.failures,
        kept.listed_at.map(Instant),
        kept.facts_at.map(Instant),
    ])?;
    Ok(())
}

/// A standing from the columns [`COLUMNS`].
pub(in crate::store) fn from_row(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        source: row.get(0)?,
        number: row.get(1)?,
        checked_at: instant(row, 2)?,
        outcome: word(row, 3, Outcome::parse)?,
        detail: row.get(4)?,
        answered_at: instant(row, 5)?,
        changed_at: instant(row, 6)?,
        facts: word(row, 7, |json| Some(from_json(json)))?,
        next_check_at: instant(row, 8)?,
        failures: row.get(9)?,
    })
}

fn blank(source: &SourceId, number: &TrackingNumber) -> Standing {
    Standing {
        source: source.clone(),
        number: number.clone(),
        checked_at: None,
        outcome: None,
        detail: None,
        answered_at: None,
        changed_at: None,
        facts: None,
        next_check_at: None,
        failures: 0,
    }
}
