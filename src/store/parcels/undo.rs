//! Taking back what the user did.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::journal::Inverse;
use super::{list_parcels, summaries};
use crate::domain::{CleanText, ParcelId, TrackingNumber};
use crate::store::checks::user_events;
use crate::store::database::column_values::Instant;
use crate::store::{Database, JournalAction, Result, Undone};

/// How long something can be undone.
const MEMORY: TimeDelta = TimeDelta::days(7);

impl Database {
    /// Takes the last add, edit, archive, restore, remove or import back, step by step when called again; `None`
    /// when nothing was done in the last 7 days that has not been undone. Undoing is not itself undone.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Option<Undone>> {
        let tx = self.change()?;
        let Some(newest) = last(&tx, None, now)? else { return Ok(None) };
        let (action, parcel, batch) = (newest.action, newest.parcel, newest.batch);
        let name = called(&tx, parcel)?;
        let mut touched = BTreeSet::new();
        let mut next = Some(newest);
        while let Some(entry) = next {
            take_back(&tx, entry.parcel, &entry.inverse, now)?;
            summaries::recompute(&tx, entry.parcel, None)?;
            tx.prepare_cached("UPDATE journal SET undone_at = ?2 WHERE id = ?1")?.execute((entry.id, Instant(now)))?;
            touched.insert(entry.parcel);
            next = if batch.is_some() { last(&tx, batch, now)? } else { None };
        }
        tx.commit()?;
        Ok(Some(Undone { action, parcel, name, parcels: touched.len() }))
    }
}

/// Something that was done and can be undone.
struct Entry {
    id: i64,
    action: JournalAction,
    parcel: ParcelId,
    inverse: Inverse,
    batch: Option<i64>,
}

/// The newest entry, of one batch or of all, that can still be undone. An entry that cannot be read is passed over.
fn last(db: &Connection, batch: Option<i64>, now: DateTime<Utc>) -> Result<Option<Entry>> {
    let sql = "SELECT id, action, parcel_id, inverse, batch FROM journal
               WHERE undone_at IS NULL AND at >= ?1 AND (?2 IS NULL OR batch = ?2) ORDER BY id DESC";
    let mut query = db.prepare_cached(sql)?;
    let since = Instant(now.checked_sub_signed(MEMORY).unwrap_or(DateTime::<Utc>::MIN_UTC));
    let mut rows = query.query((since, batch))?;
    while let Some(row) = rows.next()? {
        let (word, json): (String, String) = (row.get(1)?, row.get(3)?);
        let action = JournalAction::ALL.into_iter().find(|a| a.as_str() == word);
        if let (Some(action), Ok(inverse)) = (action, serde_json::from_str(&json)) {
            let (id, parcel, batch) = (row.get(0)?, row.get(2)?, row.get(4)?);
            return Ok(Some(Entry { id, action, parcel, inverse, batch }));
        }
    }
    Ok(None)
}

fn take_back(db: &Connection, id: ParcelId, inverse: &Inverse, now: DateTime<Utc>) -> Result<()> {
    let (column, at) = match inverse {
        Inverse::Fields(fields) => return fields.put_back(db, id),
        Inverse::Untell { number, print } => {
            return TrackingNumber::parse(number)
                .map_or(Ok(()), |number| user_events::take_back(db, &number, print, now));
        }
        Inverse::RemoveAnd(filled) => {
            filled.iter().try_for_each(|order| order.put_back(db))?;
            ("removed_at", Some(now))
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
