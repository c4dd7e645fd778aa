//! A channel's queue: one message at a time is taken out, sent, and accounted for. Whoever sends holds a claim, so that
//! two programs do not send the same, and what was begun and never accounted for is sent again under the same key.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use rusqlite::{Connection, params};

use super::channel_rows::{self, ChannelRow};
use super::types::{Batch, NextBatch, SendOutcome};
use super::{look, outbox};
use crate::domain::notice::{
    Notice, NoticeFacts, NoticeKind, NoticeRules, QueueState, Release, Subject, Treatment, Waiting, release,
};
use crate::domain::{Parcel, ParcelId};
use crate::store::database::column_values::Instant;
use crate::store::database::unreadable::readable_rows;
use crate::store::parcels::list_parcels;
use crate::store::{ArchiveFilter, Database, Result};

/// Longer than any sending takes: only a crash leaves a claim behind.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// By what a queue is emptied.
pub struct QueueContext<'a> {
    /// The channel's name.
    pub channel: &'a str,
    /// What is told when.
    pub rules: &'a NoticeRules,
    /// Now.
    pub now: DateTime<Utc>,
    /// The reader's offset from UTC at an instant.
    pub offset: &'a dyn Fn(DateTime<Utc>) -> FixedOffset,
    /// Whether sources are being asked right now.
    pub is_busy: bool,
    /// Whether time stands still.
    pub is_frozen: bool,
}

impl Database {
    /// Takes the next message out of a channel's queue; [`Database::settle_batch`] has to follow.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn next_batch(&mut self, context: &QueueContext<'_>) -> Result<NextBatch> {
        let (owner, now) = (self.owner.clone(), context.now);
        let experience = self.experience()?;
        let tx = self.change()?;
        let row = channel_rows::load(&tx, context.channel, now)?;
        if let Some(until) = claimed_elsewhere(&row, &owner, now) {
            tx.commit()?;
            return Ok(NextBatch::Wait(Some(until)));
        }
        let (notices, key, is_repeat) = if let Some(key) = &row.batch {
            if let Some(at) = row.not_before.filter(|at| *at > now) {
                tx.commit()?;
                return Ok(NextBatch::Wait(Some(at)));
            }
            (begun(&tx, context.channel, key)?, key.clone(), true)
        } else {
            let (notices, wake_at) = released(&tx, &row, context)?;
            if notices.is_empty() {
                tx.commit()?;
                return Ok(NextBatch::Wait(wake_at));
            }
            let key = begin(&tx, context.channel, &notices, now)?;
            (notices, key, false)
        };
        claim(&tx, context.channel, &owner, now)?;
        tx.commit()?;
        let parcels = self.parcels_of(&notices)?;
        Ok(NextBatch::Send(Box::new(Batch { key, is_repeat, notices, parcels, experience, failures: row.failures })))
    }

    /// Accounts for a message that was taken out.
    ///
    /// # Errors
    /// When the database cannot be written: then the message is sent again, as a repeat.
    pub fn settle_batch(&mut self, channel: &str, key: &str, outcome: &SendOutcome, now: DateTime<Utc>) -> Result<()> {
        let tx = self.change()?;
        let free = "claimed_until = NULL, claimed_by = NULL, claimed_pid = NULL";
        match outcome {
            SendOutcome::Sent => {
                let sql = "UPDATE delivery SET state = 'sent', at = ?3 WHERE channel = ?1 AND batch = ?2";
                tx.prepare_cached(sql)?.execute(params![channel, key, Instant(now)])?;
                let sql = format!(
                    "UPDATE channel SET batch = NULL, not_before = NULL, failures = 0, trouble = NULL,
                     trouble_at = NULL, last_sent_at = ?2, {free} WHERE name = ?1"
                );
                tx.prepare_cached(&sql)?.execute(params![channel, Instant(now)])?;
            }
            SendOutcome::Refused { retry_at, why } | SendOutcome::Unclear { retry_at, why } => {
                let sure = matches!(outcome, SendOutcome::Refused { .. });
                if sure {
                    let sql = "DELETE FROM delivery WHERE channel = ?1 AND batch = ?2 AND state = 'begun'";
                    tx.prepare_cached(sql)?.execute((channel, key))?;
                }
                let sql = format!(
                    "UPDATE channel SET batch = CASE WHEN ?5 THEN NULL ELSE batch END, not_before = ?2,
                     failures = failures + 1, trouble = ?3, trouble_at = ?4, {free} WHERE name = ?1"
                );
                let values = params![channel, Instant(*retry_at), why, Instant(now), sure];
                tx.prepare_cached(&sql)?.execute(values)?;
            }
        }
        Ok(tx.commit()?)
    }

    /// Puts a message to try a channel into the outbox, for that channel alone of those that are there.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_test_notice(&mut self, channel: &str, others: &[String], now: DateTime<Utc>) -> Result<i64> {
        let tx = self.change()?;
        channel_rows::load(&tx, channel, now)?;
        let id = outbox::add(&tx, now, NoticeKind::Test, (None, None), &NoticeFacts::default())?;
        for other in others.iter().filter(|other| *other != channel) {
            channel_rows::load(&tx, other, now)?;
            leave(&tx, other, id, now)?;
        }
        let sql = "INSERT INTO delivery (channel, notice_id, state, at)
                   SELECT name, ?1, 'left', ?2 FROM channel WHERE name <> ?3 ON CONFLICT DO NOTHING";
        tx.prepare_cached(sql)?.execute(params![id, Instant(now), channel])?;
        tx.commit()?;
        Ok(id)
    }

    /// Whether a notice has been sent on a channel.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_sent(&self, channel: &str, notice: i64) -> Result<bool> {
        let sql = "SELECT 1 FROM delivery WHERE channel = ?1 AND notice_id = ?2 AND state = 'sent'";
        Ok(self.connection.prepare_cached(sql)?.exists((channel, notice))?)
    }

    /// Notices with their parcels, as they would go out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn batch_of(&self, notices: Vec<Notice>) -> Result<Batch> {
        let (parcels, experience) = (self.parcels_of(&notices)?, self.experience()?);
        Ok(Batch { key: String::new(), is_repeat: false, notices, parcels, experience, failures: 0 })
    }

    fn parcels_of(&self, notices: &[Notice]) -> Result<Vec<(Parcel, Vec<crate::domain::Standing>)>> {
        let db = &self.connection;
        let parcels: Vec<Parcel> = if notices.iter().any(|notice| notice.kind == NoticeKind::Summary) {
            self.parcels(ArchiveFilter::Active)?.into_iter().filter(|parcel| !parcel.is_finished()).collect()
        } else {
            Vec::new()
        };
        let mut ids: Vec<ParcelId> = notices.iter().filter_map(|notice| notice.parcel).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| parcels.iter().all(|parcel| parcel.id != *id));
        let named = ids.into_iter().map(|id| list_parcels::load(db, id)).collect::<Result<Vec<_>>>()?;
        let all = parcels.into_iter().chain(named.into_iter().flatten());
        all.map(|parcel| look::of_parcel(db, &parcel).map(|standings| (parcel, standings))).collect()
    }
}

/// Until when another program that is alive sends on the channel.
fn claimed_elsewhere(row: &ChannelRow, owner: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let claim = row.claim.as_ref().filter(|claim| claim.by != owner)?;
    let holds = claim.until > now && claim.until - now <= LEASE && is_alive(claim.pid);
    holds.then_some(claim.until)
}

/// Whether there is a process with that id; where nobody can tell, there is.
fn is_alive(pid: u32) -> bool {
    let pid = i32::try_from(pid).ok().and_then(rustix::process::Pid::from_raw);
    pid.is_none_or(|pid| rustix::process::test_kill_process(pid) != Err(rustix::io::Errno::SRCH))
}

fn claim(db: &Connection, channel: &str, owner: &str, now: DateTime<Utc>) -> Result<()> {
    let sql = "UPDATE channel SET claimed_until = ?2, claimed_by = ?3, claimed_pid = ?4 WHERE name = ?1";
    db.prepare_cached(sql)?.execute(params![channel, Instant(now + LEASE), owner, std::process::id()])?;
    Ok(())
}

/// What was begun under a key, and not accounted for.
fn begun(db: &Connection, channel: &str, key: &str) -> Result<Vec<Notice>> {
    let sql = format!(
        "SELECT {} FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE d.channel = ?1 AND d.batch = ?2 ORDER BY n.id",
        outbox::COLUMNS
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map((channel, key), outbox::from_row)?;
    let read: Vec<Option<Notice>> = readable_rows(rows)?;
    Ok(read.into_iter().flatten().collect())
}

/// What goes out now, and when to look again otherwise.
fn released(
    db: &Connection,
    row: &ChannelRow,
    context: &QueueContext<'_>,
) -> Result<(Vec<Notice>, Option<DateTime<Utc>>)> {
    let mut waiting = Vec::new();
    let mut notices = unsent(db, context.channel)?;
    for notice in &notices {
        let parcel = notice.parcel.map(|id| list_parcels::load(db, id)).transpose()?.flatten();
        let gone = notice.parcel.is_some() && parcel.as_ref().is_none_or(|parcel| parcel.archived_at.is_some());
        let subject = Subject { notice, parcel: parcel.as_ref(), channel: context.channel };
        let treatment = if gone { Treatment::Mute } else { context.rules.treatment(&subject) };
        waiting.push(Waiting { id: notice.id, at: notice.at, kind: notice.kind, treatment });
    }
    let queue = QueueState {
        not_before: row.not_before,
        last_sent_at: row.last_sent_at,
        is_busy: context.is_busy,
        is_frozen: context.is_frozen,
    };
    let Release { send, mute, wake_at } = release(&waiting, queue, context.rules, context.now, context.offset);
    for id in mute {
        leave(db, context.channel, id, context.now)?;
    }
    notices.retain(|notice| send.contains(&notice.id));
    Ok((notices, wake_at))
}

fn unsent(db: &Connection, channel: &str) -> Result<Vec<Notice>> {
    let sql = format!(
        "SELECT {} FROM notice n WHERE NOT EXISTS (
             SELECT 1 FROM delivery d WHERE d.channel = ?1 AND d.notice_id = n.id) ORDER BY n.id",
        outbox::COLUMNS
    );
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([channel], outbox::from_row)?;
    let read: Vec<Option<Notice>> = readable_rows(rows)?;
    Ok(read.into_iter().flatten().collect())
}

fn begin(db: &Connection, channel: &str, notices: &[Notice], now: DateTime<Utc>) -> Result<String> {
    let key: String = db.query_row("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0))?;
    let sql = "INSERT INTO delivery (channel, notice_id, state, batch, at) VALUES (?1, ?2, 'begun', ?3, ?4)";
    let mut insert = db.prepare_cached(sql)?;
    for notice in notices {
        insert.execute(params![channel, notice.id, key, Instant(now)])?;
    }
    db.prepare_cached("UPDATE channel SET batch = ?2 WHERE name = ?1")?.execute((channel, &key))?;
    Ok(key)
}

/// Notes that a notice is never told on a channel.
fn leave(db: &Connection, channel: &str, notice: i64, now: DateTime<Utc>) -> Result<()> {
    let sql = "INSERT INTO delivery (channel, notice_id, state, at) VALUES (?1, ?2, 'left', ?3) ON CONFLICT DO NOTHING";
    db.prepare_cached(sql)?.execute(params![channel, notice, Instant(now)])?;
    Ok(())
}
