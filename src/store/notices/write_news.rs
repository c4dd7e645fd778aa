//! What a change is worth telling, written in the transaction of the change.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;

use super::{outbox, told_rows};
use crate::domain::notice::{NoticeFacts, NoticeKind, Told, after_change, is_heard};
use crate::domain::{ParcelId, Timeline};
use crate::store::Result;
use crate::store::parcels::list_parcels;

/// So long what is known first may grow before it is told: the sources answer one after the other.
const GROWS: TimeDelta = TimeDelta::minutes(10);

/// Writes what is new about a parcel of which something may have changed. What is known of it first is one notice,
/// which grows until it is told.
pub(in crate::store) fn of_change(
    db: &Connection,
    id: ParcelId,
    timeline: &Timeline,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(parcel) = list_parcels::load(db, id)? else { return Ok(()) };
    let told = told_rows::load(db, id)?;
    let (news, mut next) = after_change(&told, &parcel, timeline, now);
    if told.heard_at.is_none() {
        if is_heard(&parcel) && parcel.archived_at.is_none() {
            next.first_notice = Some(first(db, id, now)?);
        }
    } else if !still_grows(db, &told, now)? && parcel.archived_at.is_none() {
        for (kind, facts) in news {
            outbox::add(db, now, kind, (Some(id), None), &facts)?;
        }
    }
    told_rows::save(db, id, &next)
}

/// Takes a parcel as it is for told: the user did it, or sees it.
pub(in crate::store) fn accept(db: &Connection, id: ParcelId, timeline: &Timeline, now: DateTime<Utc>) -> Result<()> {
    let Some(parcel) = list_parcels::load(db, id)? else { return Ok(()) };
    let told = told_rows::load(db, id)?;
    let (_, next) = after_change(&told, &parcel, timeline, now);
    let next = Told { news_at: told.news_at, ..next };
    if next != told || told == Told::default() {
        told_rows::save(db, id, &next)?;
    }
    Ok(())
}

/// Takes a parcel that was imported with its history for told, but for one summary of all that were.
pub(in crate::store) fn introduce(db: &Connection, id: ParcelId, now: DateTime<Utc>) -> Result<()> {
    let told = told_rows::load(db, id)?;
    if told.heard_at.is_none() || told.first_notice.is_some() {
        return Ok(());
    }
    let first_notice = Some(first(db, id, now)?);
    told_rows::save(db, id, &Told { first_notice, ..told })
}

fn first(db: &Connection, id: ParcelId, now: DateTime<Utc>) -> Result<i64> {
    outbox::add(db, now, NoticeKind::First, (Some(id), None), &NoticeFacts::default())
}

/// Whether what was known first has not gone out yet: then it tells what came since, too.
fn still_grows(db: &Connection, told: &Told, now: DateTime<Utc>) -> Result<bool> {
    let (Some(notice), Some(heard_at)) = (told.first_notice, told.heard_at) else { return Ok(false) };
    if now - heard_at > GROWS {
        return Ok(false);
    }
    let sql = "SELECT 1 FROM delivery WHERE notice_id = ?1 LIMIT 1";
    Ok(!db.prepare_cached(sql)?.exists([notice])?)
}
