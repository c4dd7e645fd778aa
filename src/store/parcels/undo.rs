//! Taking back what the user did, and doing it again.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

use super::journal::{self, Inverse};
use super::orders::OrderBefore;
use super::{list_parcels, orders, summaries};
use crate::domain::{CleanText, ParcelId, TrackingNumber};
use crate::store::checks::user_events;
use crate::store::database::column_values::{Instant, instant_or_1970};
use crate::store::{Database, JournalAction, PendingUndo, Result, Undone};

/// How long something can be undone.
const MEMORY: TimeDelta = TimeDelta::days(7);

impl Database {
    /// Takes the last add, edit, archive, restore, remove or import back, step by step when called again; `None`
    /// when nothing was done in the last 7 days that has not been undone. [`Database::redo`] takes the undoing back.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Option<Undone>> {
        let tx = self.change()?;
        let Some(newest) = Entry::last(&tx, None, now)? else { return Ok(None) };
        let (action, parcel, batch) = (newest.action, newest.parcel, newest.batch);
        let name = called(&tx, parcel)?;
        let mut touched = BTreeSet::new();
        let mut next = Some(newest);
        while let Some(entry) = next {
            let redo = reverse(&tx, entry.parcel, &entry.inverse)?.map(|it| journal::to_json(&it)).transpose()?;
            apply(&tx, entry.parcel, &entry.inverse, now)?;
            summaries::recompute(&tx, entry.parcel, None)?;
            let sql = "UPDATE journal SET undone_at = ?2, redo = ?3 WHERE id = ?1";
            tx.prepare_cached(sql)?.execute((entry.id, Instant(now), redo))?;
            touched.insert(entry.parcel);
            next = if batch.is_some() { Entry::last(&tx, batch, now)? } else { None };
        }
        tx.commit()?;
        Ok(Some(Undone { action, parcel, name, parcels: touched.len() }))
    }

    /// Makes again what was undone last, step by step when called again; `None` when nothing was undone in the last
    /// 7 days, or something else has been done since.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Option<Undone>> {
        let tx = self.change()?;
        let Some(oldest) = Entry::first_undone(&tx, None, now)? else { return Ok(None) };
        let (action, parcel, batch) = (oldest.action, oldest.parcel, oldest.batch);
        let mut touched = BTreeSet::new();
        let mut next = Some(oldest);
        while let Some(entry) = next {
            apply(&tx, entry.parcel, &entry.inverse, now)?;
            summaries::recompute(&tx, entry.parcel, None)?;
            let sql = "UPDATE journal SET undone_at = NULL, redo = NULL WHERE id = ?1";
            tx.prepare_cached(sql)?.execute([entry.id])?;
            touched.insert(entry.parcel);
            next = if batch.is_some() { Entry::first_undone(&tx, batch, now)? } else { None };
        }
        let name = called(&tx, parcel)?;
        tx.commit()?;
        Ok(Some(Undone { action, parcel, name, parcels: touched.len() }))
    }

    /// What [`Database::undo`] would take back now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn pending_undo(&self, now: DateTime<Utc>) -> Result<Option<PendingUndo>> {
        let db = self.connection.unchecked_transaction()?;
        let Some(newest) = Entry::last(&db, None, now)? else { return Ok(None) };
        let name = called(&db, newest.parcel)?;
        let sql = "SELECT count(DISTINCT parcel_id), count(DISTINCT parcel_id) FILTER (WHERE
                       (inverse = '\"remove\"' OR inverse LIKE '{\"remove_and%') AND EXISTS (
                           SELECT 1 FROM track_number n JOIN event e ON e.number = n.number
                           WHERE n.parcel_id = journal.parcel_id))
                   FROM journal WHERE undone_at IS NULL AND (id = ?1 OR batch = ?2)";
        let mut query = db.prepare_cached(sql)?;
        let counts: (i64, i64) = query.query_row((newest.id, newest.batch), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let [parcels, answered] = [counts.0, counts.1].map(|n| usize::try_from(n).unwrap_or_default());
        let Entry { id, at, action, parcel, .. } = newest;
        Ok(Some(PendingUndo { entry: id, at, action, parcel, name, parcels, answered }))
    }
}

/// Something that was done and can be undone, or was undone and can be made again.
struct Entry {
    id: i64,
    at: DateTime<Utc>,
    action: JournalAction,
    parcel: ParcelId,
    /// What is to be carried out.
    inverse: Inverse,
    batch: Option<i64>,
}

impl Entry {
    /// The newest entry, of one batch or of all, that can still be undone. One that cannot be read is passed over.
    fn last(db: &Connection, batch: Option<i64>, now: DateTime<Utc>) -> Result<Option<Self>> {
        let sql = "SELECT id, at, action, parcel_id, inverse, batch FROM journal
                   WHERE undone_at IS NULL AND at >= ?1 AND (?2 IS NULL OR batch = ?2) ORDER BY id DESC";
        Self::first_of(db, sql, batch, now)
    }

    /// The oldest entry, of one batch or of all, that was undone and can be made again.
    fn first_undone(db: &Connection, batch: Option<i64>, now: DateTime<Utc>) -> Result<Option<Self>> {
        let sql = "SELECT id, at, action, parcel_id, redo, batch FROM journal
                   WHERE redo IS NOT NULL AND undone_at >= ?1 AND (?2 IS NULL OR batch = ?2) ORDER BY id";
        Self::first_of(db, sql, batch, now)
    }

    fn first_of(db: &Connection, sql: &str, batch: Option<i64>, now: DateTime<Utc>) -> Result<Option<Self>> {
        let mut query = db.prepare_cached(sql)?;
        let since = Instant(now.checked_sub_signed(MEMORY).unwrap_or(DateTime::<Utc>::MIN_UTC));
        let mut rows = query.query((since, batch))?;
        while let Some(row) = rows.next()? {
            if let Some(entry) = Self::from_row(row)? {
                return Ok(Some(entry));
            }
        }
        Ok(None)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<Self>> {
        let (word, json): (CleanText, CleanText) = (row.get(2)?, row.get(4)?);
        let action = JournalAction::ALL.into_iter().find(|a| a.as_str() == &*word);
        let (Some(action), Ok(inverse)) = (action, serde_json::from_str(&json)) else { return Ok(None) };
        let at = instant_or_1970(row, 1)?;
        Ok(Some(Self { id: row.get(0)?, at, action, parcel: row.get(3)?, inverse, batch: row.get(5)? }))
    }
}

/// What makes again what an inverse is about to take back; `None`: nothing can.
fn reverse(db: &Connection, id: ParcelId, inverse: &Inverse) -> Result<Option<Inverse>> {
    Ok(Some(match inverse {
        Inverse::Fields(fields) => match fields.reverse(db, id)? {
            Some(fields) => Inverse::Fields(Box::new(fields)),
            None => return Ok(None),
        },
        Inverse::Untell { number, print } => {
            let Ok(parsed) = TrackingNumber::parse(number) else { return Ok(None) };
            let Some(row) = user_events::remember(db, &parsed, print)? else { return Ok(None) };
            Inverse::Retell { number: number.clone(), print: *print, row }
        }
        Inverse::Retell { number, print, .. } => Inverse::Untell { number: number.clone(), print: *print },
        Inverse::RemoveAnd(filled) => Inverse::UnremoveAnd(as_now(db, filled)?),
        Inverse::UnremoveAnd(filled) => Inverse::RemoveAnd(as_now(db, filled)?),
        Inverse::Remove => Inverse::Unremove,
        Inverse::Unremove => Inverse::Remove,
        Inverse::Archive => Inverse::Unarchive,
        Inverse::Unarchive => Inverse::Archive,
    }))
}

/// The same orders as they are now.
fn as_now(db: &Connection, orders: &[OrderBefore]) -> Result<Vec<OrderBefore>> {
    let now = orders.iter().map(|order| orders::load(db, order.id())).collect::<Result<Vec<_>>>()?;
    Ok(now.into_iter().flatten().map(|order| OrderBefore::of(&order)).collect())
}

fn apply(db: &Connection, id: ParcelId, inverse: &Inverse, now: DateTime<Utc>) -> Result<()> {
    let told = |number: &str| TrackingNumber::parse(number).ok();
    let (column, at) = match inverse {
        Inverse::Fields(fields) => return fields.put_back(db, id, now),
        Inverse::Untell { number, print } => {
            return told(number).map_or(Ok(()), |number| user_events::take_back(db, &number, print, now));
        }
        Inverse::Retell { number, print, row } => {
            return told(number).map_or(Ok(()), |number| user_events::tell_again(db, &number, print, row, now));
        }
        Inverse::RemoveAnd(filled) => {
            filled.iter().try_for_each(|order| order.put_back(db))?;
            ("removed_at", Some(now))
        }
        Inverse::UnremoveAnd(filled) => {
            filled.iter().try_for_each(|order| order.put_back(db))?;
            ("removed_at", None)
        }
        Inverse::Remove => ("removed_at", Some(now)),
        Inverse::Unremove => ("removed_at", None),
        Inverse::Archive => ("archived_at", Some(now)),
        Inverse::Unarchive => ("archived_at", None),
    };
    let sql = format!("UPDATE parcel SET {column} = ?2 WHERE id = ?1");
    db.prepare_cached(&sql)?.execute((id, at.map(Instant)))?;
    Ok(())
}

/// A parcel's name, also of a removed one.
fn called(db: &Connection, id: ParcelId) -> Result<CleanText> {
    if let Some(parcel) = list_parcels::load(db, id)? {
        return Ok(CleanText::line(parcel.name()));
    }
    let sql = "SELECT coalesce(p.title, n.number, o.title, o.code, '') FROM parcel p
               LEFT JOIN track_number n ON n.parcel_id = p.id
               LEFT JOIN parcel_order l ON l.parcel_id = p.id LEFT JOIN shop_order o ON o.id = l.order_id
               WHERE p.id = ?1 ORDER BY n.position, l.position LIMIT 1";
    Ok(db.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.unwrap_or_default())
}
