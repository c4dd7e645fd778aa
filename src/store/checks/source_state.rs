//! How each source fares: pauses, failures, and what may still be spent on it, shared by all running programs.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::budget_period::{month_of, next_midnight, next_month};
use crate::domain::{Outcome, SourceId};
use crate::store::database::column_values::{Day, Instant, day, instant, whole, word};
use crate::store::database::unreadable::readable_rows;
use crate::store::{Allowance, Database, RequestPermit, Result, SourceState};

const COLUMNS: &str = "source, paused_until, paused_for, failures, last_success, trouble_at, trouble_outcome,
    trouble_detail, spent, spent_day, next_allowed_at, spent_in_month, spent_month";

impl Database {
    /// How every source fares that was ever asked, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn source_states(&self) -> Result<Vec<SourceState>> {
        let sql = format!("SELECT {COLUMNS} FROM source_state ORDER BY source");
        let mut query = self.connection.prepare_cached(&sql)?;
        let rows = query.query_map([], from_row)?;
        Ok(readable_rows(rows)?)
    }

    /// How a source fares; `None`: it was never asked.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn source_state(&self, source: &SourceId) -> Result<Option<SourceState>> {
        let sql = format!("SELECT {COLUMNS} FROM source_state WHERE source = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([source], from_row).optional()?)
    }

    /// Asks for one request: no more than are allowed on a UTC day and in a month, and a `gap` between two. Where it
    /// may go out it is counted at once, in one transaction, so that two programs share one budget.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn spend(
        &mut self,
        source: &SourceId,
        now: DateTime<Utc>,
        allow: Allowance,
        gap: Duration,
    ) -> Result<RequestPermit> {
        let tx = self.change()?;
        let spent = Spent::until(&tx, source, now)?;
        if allow.monthly.is_some_and(|allow| spent.in_month >= allow) {
            return Ok(RequestPermit::Spent(next_month(now)));
        }
        if allow.daily.is_some_and(|allow| spent.today >= allow) {
            return Ok(RequestPermit::Spent(next_midnight(now)));
        }
        let gap = TimeDelta::from_std(gap).unwrap_or(TimeDelta::MAX);
        // A gap never lasts longer than itself: a moment further off was set before the clock was put back.
        if let Some(next) = spent.next.filter(|next| *next > now && *next - now <= gap) {
            return Ok(RequestPermit::Wait(next));
        }
        let free_again = now.checked_add_signed(gap).unwrap_or(now);
        Spent { next: Some(free_again), ..spent.and(1) }.save(&tx, source, now)?;
        tx.commit()?;
        Ok(RequestPermit::Go)
    }

    /// Counts requests that a question took beyond the one that [`Database::spend`] counted: they have been made, so
    /// nothing is asked and nothing refused; the last of them `at`, and the `gap` to the next one begins then.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn count(&mut self, source: &SourceId, extra: u32, at: DateTime<Utc>, gap: Duration) -> Result<()> {
        if extra == 0 {
            return Ok(());
        }
        let tx = self.change()?;
        let spent = Spent::until(&tx, source, at)?.and(extra);
        let gap = TimeDelta::from_std(gap).unwrap_or(TimeDelta::MAX);
        let next = spent.next.max(at.checked_add_signed(gap));
        Spent { next, ..spent }.save(&tx, source, at)?;
        tx.commit()?;
        Ok(())
    }
}

/// Keeps how a source fares; what was spent is left as [`Database::spend`] counted it.
pub(in crate::store) fn save_state(db: &Connection, state: &SourceState) -> Result<()> {
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

/// What was spent on a source.
struct Spent {
    today: u32,
    in_month: u32,
    /// The gap after the last request ends then.
    next: Option<DateTime<Utc>>,
}

impl Spent {
    fn until(db: &Connection, source: &SourceId, now: DateTime<Utc>) -> Result<Self> {
        let sql = "SELECT spent, spent_day, next_allowed_at, spent_in_month, spent_month FROM source_state
                   WHERE source = ?1";
        let mut query = db.prepare_cached(sql)?;
        let mut rows = query.query([source])?;
        let Some(row) = rows.next()? else { return Ok(Self { today: 0, in_month: 0, next: None }) };
        let today = day(row, 1)? == Some(now.date_naive());
        let this_month = day(row, 4)? == Some(month_of(now));
        Ok(Self {
            today: if today { whole(row, 0)?.unwrap_or_default() } else { 0 },
            in_month: if this_month { whole(row, 3)?.unwrap_or_default() } else { 0 },
            next: instant(row, 2)?,
        })
    }

    fn and(self, more: u32) -> Self {
        Self { today: self.today.saturating_add(more), in_month: self.in_month.saturating_add(more), ..self }
    }

    fn save(&self, db: &Connection, source: &SourceId, now: DateTime<Utc>) -> Result<()> {
        let sql = "INSERT INTO source_state (source, spent, spent_day, next_allowed_at, spent_in_month, spent_month)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (source) DO UPDATE SET spent = ?2, spent_day = ?3, next_allowed_at = ?4,
                       spent_in_month = ?5, spent_month = ?6";
        let (today, month) = (Day(now.date_naive()), Day(month_of(now)));
        let next = self.next.map(Instant);
        db.prepare_cached(sql)?.execute(params![source, self.today, today, next, self.in_month, month])?;
        Ok(())
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<SourceState> {
    let trouble = instant(row, 5)?.zip(word(row, 6, Outcome::parse)?);
    let detail = row.get(7)?;
    Ok(SourceState {
        source: row.get(0)?,
        paused_until: instant(row, 1)?,
        paused_for: word(row, 2, Outcome::parse)?,
        failures: whole(row, 3)?.unwrap_or_default(),
        last_success: instant(row, 4)?,
        last_trouble: trouble.map(|(at, outcome)| (at, outcome, detail)),
        spent: whole(row, 8)?.unwrap_or_default(),
        spent_day: day(row, 9)?,
        next_allowed_at: instant(row, 10)?,
        spent_in_month: whole(row, 11)?.unwrap_or_default(),
        spent_month: day(row, 12)?,
    })
}
