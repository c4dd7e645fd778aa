//! How each source fares: pauses, failures, and what may still be spent on it, shared by all running programs.

use std::time::Duration;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use rusqlite::{Connection, Row, params};

use super::rows::{Day, Instant, day, instant, word};
use super::{Database, Permit, Result, SourceState};
use crate::domain::{Outcome, SourceId};

const COLUMNS: &str = "source, paused_until, paused_for, failures, last_success, trouble_at, trouble_outcome,
    trouble_detail, spent, spent_day, next_allowed_at";

impl Database {
    /// How every source fares that was ever asked, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn source_states(&self) -> Result<Vec<SourceState>> {
        let sql = format!("SELECT {COLUMNS} FROM source_state ORDER BY source");
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map([], from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Asks for one request: at most `allow` on a UTC day (`u32::MAX`: any number), and a `gap` between two. Where
    /// it may go out it is counted at once, in one transaction, so that two programs share one budget.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn spend(&mut self, source: &SourceId, now: DateTime<Utc>, allow: u32, gap: Duration) -> Result<Permit> {
        let tx = self.change()?;
        let (spent, next) = spent_today(&tx, source, now)?;
        if spent >= allow {
            return Ok(Permit::Spent(next_midnight(now)));
        }
        let gap = TimeDelta::from_std(gap).unwrap_or(TimeDelta::MAX);
        // A gap never lasts longer than itself: a moment further off was set before the clock was put back.
        if let Some(next) = next.filter(|next| *next > now && *next - now <= gap) {
            return Ok(Permit::Wait(next));
        }
        let free_again = now.checked_add_signed(gap).unwrap_or(now);
        save_spent(&tx, source, spent.saturating_add(1), now, Some(free_again))?;
        tx.commit()?;
        Ok(Permit::Go)
    }

    /// Counts requests that a question took beyond the one that [`Database::spend`] counted: they have been made, so
    /// nothing is asked and nothing refused.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn count(&mut self, source: &SourceId, extra: u32, now: DateTime<Utc>) -> Result<()> {
        if extra == 0 {
            return Ok(());
        }
        let tx = self.change()?;
        let (spent, next) = spent_today(&tx, source, now)?;
        save_spent(&tx, source, spent.saturating_add(extra), now, next)?;
        tx.commit()?;
        Ok(())
    }
}

/// Keeps how a source fares; what was spent is left as [`Database::spend`] counted it.
pub(super) fn save_state(db: &Connection, state: &SourceState) -> Result<()> {
    let sql = "INSERT INTO source_state (source, paused_until, paused_for, failures, last_success, trouble_at,
                   trouble_outcome, trouble_detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
               ON CONFLICT (source) DO UPDATE SET paused_until = ?2, paused_for = ?3, failures = ?4,
                   last_success = ?5, trouble_at = ?6, trouble_outcome = ?7, trouble_detail = ?8";
    let trouble = state.last_trouble.as_ref();
    db.prepare_cached(sql)?.execute(params![
        state.source,
        state.paused_until.map(Instant),
        state.paused_for,
        state.failures,
        state.last_success.map(Instant),
        trouble.map(|(at, ..)| Instant(*at)),
        trouble.map(|(_, outcome, _)| outcome),
        trouble.and_then(|(.., detail)| detail.as_ref()),
    ])?;
    Ok(())
}

fn save_spent(
    db: &Connection,
    source: &SourceId,
    spent: u32,
    now: DateTime<Utc>,
    next: Option<DateTime<Utc>>,
) -> Result<()> {
    let sql = "INSERT INTO source_state (source, spent, spent_day, next_allowed_at) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (source) DO UPDATE SET spent = ?2, spent_day = ?3, next_allowed_at = ?4";
    db.prepare_cached(sql)?.execute(params![source, spent, Day(now.date_naive()), next.map(Instant)])?;
    Ok(())
}

fn spent_today(db: &Connection, source: &SourceId, now: DateTime<Utc>) -> Result<(u32, Option<DateTime<Utc>>)> {
    let sql = "SELECT spent, spent_day, next_allowed_at FROM source_state WHERE source = ?1";
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query([source])?;
    let Some(row) = rows.next()? else { return Ok((0, None)) };
    let today = day(row, 1)? == Some(now.date_naive());
    Ok((if today { row.get(0)? } else { 0 }, instant(row, 2)?))
}

fn next_midnight(now: DateTime<Utc>) -> DateTime<Utc> {
    let today = now.date_naive();
    today.checked_add_days(Days::new(1)).unwrap_or(today).and_time(NaiveTime::MIN).and_utc()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<SourceState> {
    let trouble = instant(row, 5)?.zip(word(row, 6, Outcome::parse)?);
    let detail = row.get(7)?;
    Ok(SourceState {
        source: row.get(0)?,
        paused_until: instant(row, 1)?,
        paused_for: word(row, 2, Outcome::parse)?,
        failures: row.get(3)?,
        last_success: instant(row, 4)?,
        last_trouble: trouble.map(|(at, outcome)| (at, outcome, detail)),
        spent: row.get(8)?,
        spent_day: day(row, 9)?,
        next_allowed_at: instant(row, 10)?,
    })
}
