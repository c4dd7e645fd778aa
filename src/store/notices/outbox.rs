//! The outbox itself: notices are added to it, and only ever read after that.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, Row, params};

use super::facts_json;
use crate::domain::notice::{Notice, NoticeFacts, NoticeKind};
use crate::domain::{ParcelId, SourceId};
use crate::store::database::column_values::{Instant, word};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

/// So long a notice is kept, sent or not: news of last season are none.
const KEPT: TimeDelta = TimeDelta::days(90);

/// The columns that [`from_row`] reads, in its order, of a notice `n`.
pub(super) const COLUMNS: &str = "n.id, n.at, n.kind, n.parcel_id, n.source, n.facts";

impl Database {
    /// The notices that came after that one, oldest first, at most `most`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn notices_after(&self, id: i64, most: u32) -> Result<Vec<Notice>> {
        let sql = format!("SELECT {COLUMNS} FROM notice n WHERE n.id > ?1 ORDER BY n.id LIMIT ?2");
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map((id, most), from_row)?;
        let read: Vec<Option<Notice>> = readable_rows(rows)?;
        Ok(read.into_iter().flatten().collect())
    }

    /// The newest notice there is, or 0.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn newest_notice(&self) -> Result<i64> {
        let sql = "SELECT coalesce(max(id), 0) FROM notice";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }
}

/// Adds a notice; gives its place.
pub(super) fn add(
    db: &Connection,
    at: DateTime<Utc>,
    kind: NoticeKind,
    (parcel, source): (Option<ParcelId>, Option<&SourceId>),
    facts: &NoticeFacts,
) -> Result<i64> {
    let sql = "INSERT INTO notice (at, kind, parcel_id, source, facts) VALUES (?1, ?2, ?3, ?4, ?5)";
    let values = params![Instant(at), kind.as_str(), parcel, source, facts_json::to_json(facts)];
    db.prepare_cached(sql)?.execute(values)?;
    Ok(db.last_insert_rowid())
}

/// A notice from the columns [`COLUMNS`]; `None`: of a kind that this version does not know.
pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<Notice>> {
    let Some(kind) = word(row, 2, NoticeKind::parse)? else { return Ok(None) };
    let facts: String = row.get(5)?;
    Ok(Some(Notice {
        id: row.get(0)?,
        at: row.get::<_, Instant>(1)?.0,
        kind,
        parcel: row.get(3)?,
        source: row.get(4)?,
        facts: facts_json::from_json(&facts),
    }))
}

/// Forgets what is older than [`KEPT`].
pub(super) fn forget_old(db: &Connection, now: DateTime<Utc>) -> Result<()> {
    let Some(before) = now.checked_sub_signed(KEPT).map(Instant) else { return Ok(()) };
    let sql = "DELETE FROM delivery WHERE notice_id IN (SELECT id FROM notice WHERE at < ?1)";
    db.prepare_cached(sql)?.execute([before])?;
    db.prepare_cached("DELETE FROM notice WHERE at < ?1")?.execute([before])?;
    Ok(())
}
