//! Where each source stands on each number.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::domain::{Outcome, SourceId, Standing, TrackingNumber};
use crate::store::Result;
use crate::store::database::column_values::{Instant, instant, whole, word};
use crate::store::database::json_columns::{from_json, to_json};
use crate::store::database::unreadable::readable_rows;

/// A standing, and from which answers its events and facts are.
pub(in crate::store) struct StoredStanding {
    /// What everybody sees.
    pub standing: Standing,
    /// When the newest list with events came.
    pub listed_at: Option<DateTime<Utc>>,
    /// When the facts came.
    pub facts_at: Option<DateTime<Utc>>,
}

/// The columns that [`from_columns`] reads, in its order, of a standing `s`.
pub(in crate::store) const COLUMNS: &str = "s.source, s.number, s.checked_at, s.outcome, s.detail, s.answered_at,
    s.changed_at, s.facts, s.next_check_at, s.failures";

/// Every source's standing on a number.
pub(in crate::store) fn of_number(db: &Connection, number: &TrackingNumber) -> Result<Vec<Standing>> {
    let mut query =
        db.prepare_cached(&format!("SELECT {COLUMNS} FROM standing s WHERE number = ?1 ORDER BY source"))?;
    let rows = query.query_map([number], |row| from_columns(row, 0))?;
    Ok(readable_rows(rows)?)
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
    let sql = format!("SELECT {COLUMNS}, listed_at, facts_at FROM standing s WHERE number = ?1 AND source = ?2");
    let read = |r: &Row<'_>| {
        Ok(StoredStanding { standing: from_columns(r, 0)?, listed_at: instant(r, 10)?, facts_at: instant(r, 11)? })
    };
    Ok(db.prepare_cached(&sql)?.query_row((number, source), read).optional()?)
}

/// Keeps a standing.
pub(in crate::store) fn save(db: &Connection, kept: &StoredStanding) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO standing (source, number, checked_at, outcome, detail, answered_at, changed_at,
                   facts, next_check_at, failures, listed_at, facts_at)
               VALUES (:source, :number, :checked_at, :outcome, :detail, :answered_at, :changed_at,
                   :facts, :next_check_at, :failures, :listed_at, :facts_at)";
    let it = &kept.standing;
    db.prepare_cached(sql)?.execute(named_params! {
        ":source": it.source,
        ":number": it.number,
        ":checked_at": it.checked_at.map(Instant),
        ":outcome": it.outcome,
        ":detail": it.detail,
        ":answered_at": it.answered_at.map(Instant),
        ":changed_at": it.changed_at.map(Instant),
        ":facts": it.facts.as_ref().map(to_json),
        ":next_check_at": it.next_check_at.map(Instant),
        ":failures": it.failures,
        ":listed_at": kept.listed_at.map(Instant),
        ":facts_at": kept.facts_at.map(Instant),
    })?;
    Ok(())
}

/// A standing from the columns [`COLUMNS`], which begin at `first`.
pub(in crate::store) fn from_columns(row: &Row<'_>, first: usize) -> rusqlite::Result<Standing> {
    Ok(Standing {
        source: row.get(first)?,
        number: row.get(first + 1)?,
        checked_at: instant(row, first + 2)?,
        outcome: word(row, first + 3, Outcome::parse)?,
        detail: row.get(first + 4)?,
        answered_at: instant(row, first + 5)?,
        changed_at: instant(row, first + 6)?,
        facts: word(row, first + 7, |json| Some(from_json(json)))?,
        next_check_at: instant(row, first + 8)?,
        failures: whole(row, first + 9)?.unwrap_or_default(),
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
