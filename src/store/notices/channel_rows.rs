//! A channel's row: what it is sending, when it may send again, how it fares.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::types::ChannelState;
use crate::domain::CleanText;
use crate::store::database::column_values::{Instant, instant};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Database, Result};

/// What a queue needs of its channel.
pub(super) struct ChannelRow {
    pub not_before: Option<DateTime<Utc>>,
    pub last_sent_at: Option<DateTime<Utc>>,
    pub failures: u32,
    pub batch: Option<String>,
    pub claim: Option<Claim>,
}

/// Who sends on a channel right now.
pub(super) struct Claim {
    pub until: DateTime<Utc>,
    pub by: String,
    pub pid: u32,
}

/// The row of a channel. One that is new gets what nobody has been told yet.
pub(super) fn load(db: &Connection, name: &str, now: DateTime<Utc>) -> Result<ChannelRow> {
    let sql = "SELECT not_before, last_sent_at, batch, claimed_until, claimed_by, claimed_pid, failures
               FROM channel
               WHERE name = ?1";
    if let Some(row) = db.prepare_cached(sql)?.query_row([name], from_row).optional()? {
        return Ok(row);
    }
    db.prepare_cached("INSERT INTO channel (name) VALUES (?1)")?.execute([name])?;
    let sql = "INSERT INTO delivery (channel, notice_id, state, at)
               SELECT DISTINCT ?1, notice_id, 'left', ?2 FROM delivery WHERE state = 'sent'";
    db.prepare_cached(sql)?.execute(params![name, Instant(now)])?;
    Ok(ChannelRow { not_before: None, last_sent_at: None, failures: 0, batch: None, claim: None })
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ChannelRow> {
    let claim = match (instant(row, 3)?, row.get(4)?, row.get(5)?) {
        (Some(until), Some(by), Some(pid)) => Some(Claim { until, by, pid }),
        _ => None,
    };
    Ok(ChannelRow {
        not_before: instant(row, 0)?,
        last_sent_at: instant(row, 1)?,
        failures: row.get(6)?,
        batch: row.get(2)?,
        claim,
    })
}

impl Database {
    /// How every channel fares that ever was to send anything, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn channels(&self) -> Result<Vec<ChannelState>> {
        let sql = "SELECT c.name, c.last_sent_at, c.failures, c.trouble_at, c.trouble, c.not_before, w.n, w.oldest
                   FROM channel c LEFT JOIN (
                       SELECT c.name, count(*) AS n, min(n.at) AS oldest FROM channel c, notice n
                       WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.channel = c.name AND d.notice_id = n.id
                           AND d.state <> 'begun') GROUP BY c.name) w ON w.name = c.name ORDER BY c.name";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([], |row| {
            let why: Option<CleanText> = row.get(4)?;
            Ok(ChannelState {
                name: row.get(0)?,
                last_sent_at: instant(row, 1)?,
                failures: row.get(2)?,
                trouble: instant(row, 3)?.zip(why),
                not_before: instant(row, 5)?,
                waiting: row.get::<_, Option<u32>>(6)?.unwrap_or(0),
                oldest: instant(row, 7)?,
            })
        })?;
        Ok(readable_rows(rows)?)
    }
}
