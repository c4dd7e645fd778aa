//! A source that fails for hours is told once, and once more when it works again.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::outbox;
use crate::domain::notice::{NoticeFacts, NoticeKind};
use crate::domain::{Outcome, SourceId};
use crate::store::database::column_values::Instant;
use crate::store::{Result, SourceState};

/// A source that fails for less long is nobody's business.
const PATIENCE: TimeDelta = TimeDelta::hours(6);
/// Who failed longest ago than that was not asked again: nobody needs it any more.
const FORGOTTEN: TimeDelta = TimeDelta::days(2);

/// Notes since when a source fails; where it works again and its failing was told, so is that.
pub(in crate::store) fn of_answer(db: &Connection, state: &SourceState, now: DateTime<Utc>) -> Result<()> {
    let source = &state.source;
    if state.failures > 0 {
        let sql = "INSERT OR IGNORE INTO failing_source (source, since) VALUES (?1, ?2)";
        db.prepare_cached(sql)?.execute(params![source, Instant(now)])?;
        return Ok(());
    }
    let sql = "DELETE FROM failing_source WHERE source = ?1 RETURNING since, told";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, Instant>(0)?.0, row.get::<_, bool>(1)?));
    if let Some((since, true)) = db.prepare_cached(sql)?.query_row([source], read).optional()? {
        let facts = NoticeFacts { since: Some(since), ..NoticeFacts::default() };
        outbox::add(db, now, NoticeKind::SourceUp, (None, Some(source)), &facts)?;
    }
    Ok(())
}

/// Tells of sources that have failed for [`PATIENCE`]. A budget that is used up is no failure.
pub(super) fn of_time(db: &Connection, states: &[SourceState], now: DateTime<Utc>) -> Result<()> {
    for state in states {
        let Some((at, outcome, _)) = state.last_trouble.as_ref() else { continue };
        if state.failures == 0 || *outcome == Outcome::BudgetSpent || now - *at > FORGOTTEN {
            continue;
        }
        let Some(since) = untold(db, &state.source)?.filter(|since| now - *since >= PATIENCE) else { continue };
        let facts = NoticeFacts { since: Some(since), outcome: Some(*outcome), ..NoticeFacts::default() };
        outbox::add(db, now, NoticeKind::SourceDown, (None, Some(&state.source)), &facts)?;
        db.prepare_cached("UPDATE failing_source SET told = 1 WHERE source = ?1")?.execute([&state.source])?;
    }
    Ok(())
}

fn untold(db: &Connection, source: &SourceId) -> Result<Option<DateTime<Utc>>> {
    let sql = "SELECT since FROM failing_source WHERE source = ?1 AND told = 0";
    let since = db.prepare_cached(sql)?.query_row([source], |row| row.get::<_, Instant>(0)).optional()?;
    Ok(since.map(|since| since.0))
}
