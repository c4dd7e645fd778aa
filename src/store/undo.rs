//! The journal of what the user did, and taking it back.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::rows::{Day, Instant};
use super::sets::{self, Set};
use super::{Action, Database, Result, Undone, manual, numbers, parcels, summaries};
use crate::domain::{Clean, Parcel, ParcelId, TrackingNumber};

/// How long something can be undone.
const MEMORY: TimeDelta = TimeDelta::days(7);

/// What takes an action back.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Inverse {
    Remove,
    Unremove,
    Archive,
    Unarchive,
    Fields(Box<Fields>),
    /// An event that the user told.
    Untell {
        number: String,
        print: [u8; 16],
    },
}

/// What the user had said of a parcel before a change.
#[derive(Serialize, Deserialize)]
pub(super) struct Fields {
    title: Option<String>,
    shop: Option<String>,
    note: Option<String>,
    protected_until: Option<NaiveDate>,
    closed_at: Option<DateTime<Utc>>,
    #[serde(default)]
    stale_after_days: Option<u32>,
    /// Until when, and when that was said.
    #[serde(default)]
    snooze: Option<(NaiveDate, DateTime<Utc>)>,
    orders: Vec<String>,
    tags: Vec<String>,
    pinned: Vec<String>,
    #[serde(default)]
    excluded: Vec<String>,
    /// Numbers that came with the change.
    #[serde(default)]
    pub joined: Vec<String>,
}

impl Fields {
    /// What is said now.
    pub(super) fn of(parcel: &Parcel) -> Self {
        let words = |list: &[Clean]| list.iter().map(ToString::to_string).collect();
        Self {
            title: parcel.title.as_ref().map(ToString::to_string),
            shop: parcel.shop.as_ref().map(ToString::to_string),
            note: parcel.note.as_ref().map(ToString::to_string),
            protected_until: parcel.protected_until,
            closed_at: parcel.closed_at,
            stale_after_days: parcel.stale_after_days,
            snooze: parcel.snooze.map(|s| (s.until, s.since)),
            orders: words(&parcel.orders),
            tags: words(&parcel.tags),
            pinned: parcel.pinned.iter().map(ToString::to_string).collect(),
            excluded: parcel.excluded.iter().map(ToString::to_string).collect(),
            joined: Vec::new(),
        }
    }

    fn put_back(&self, db: &Connection, id: ParcelId) -> Result<()> {
        let sql = "UPDATE parcel SET title = ?2, shop = ?3, note = ?4, protected_until = ?5, closed_at = ?6,
                       stale_after_days = ?7, snoozed_until = ?8, snoozed_at = ?9 WHERE id = ?1";
        db.prepare_cached(sql)?.execute(params![
            id,
            self.title,
            self.shop,
            self.note,
            self.protected_until.map(Day),
            self.closed_at.map(Instant),
            self.stale_after_days,
            self.snooze.map(|(until, _)| Day(until)),
            self.snooze.map(|(_, since)| Instant(since)),
        ])?;
        sets::replace(db, Set::Orders, id, &self.orders)?;
        sets::replace(db, Set::Tags, id, &self.tags)?;
        sets::replace(db, Set::Pinned, id, &self.pinned)?;
        sets::replace(db, Set::Excluded, id, &self.excluded)?;
        for number in self.joined.iter().filter_map(|n| TrackingNumber::parse(n).ok()) {
            numbers::part(db, id, &number)?;
        }
        Ok(())
    }
}

impl Action {
    const ALL: [Self; 5] = [Self::Add, Self::Edit, Self::Archive, Self::Restore, Self::Remove];

    /// The word used in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Edit => "edit",
            Self::Archive => "archive",
            Self::Restore => "restore",
            Self::Remove => "remove",
        }
    }
}

impl Database {
    /// Takes the last add, edit, archive, restore or remove back, step by step when called again; `None` when
    /// nothing was done in the last 7 days that has not been undone. Undoing is not itself undone.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Option<Undone>> {
        let tx = self.change()?;
        let Some((entry, action, parcel, inverse)) = last(&tx, now)? else { return Ok(None) };
        let name = called(&tx, parcel)?;
        take_back(&tx, parcel, &inverse, now)?;
        summaries::recompute(&tx, parcel, None)?;
        tx.prepare_cached("UPDATE journal SET undone_at = ?2 WHERE id = ?1")?.execute((entry, Instant(now)))?;
        tx.commit()?;
        Ok(Some(Undone { action, parcel, name }))
    }
}

/// Notes what was done and what takes it back.
pub(super) fn note(db: &Connection, action: Action, id: ParcelId, inverse: &Inverse, now: DateTime<Utc>) -> Result<()> {
    let json = serde_json::to_string(inverse).map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))?;
    let sql = "INSERT INTO journal (at, action, parcel_id, inverse) VALUES (?1, ?2, ?3, ?4)";
    db.prepare_cached(sql)?.execute((Instant(now), action.as_str(), id, json))?;
    Ok(())
}

/// The newest entry that can still be undone. An entry that cannot be read is passed over.
fn last(db: &Connection, now: DateTime<Utc>) -> Result<Option<(i64, Action, ParcelId, Inverse)>> {
    let sql = "SELECT id, action, parcel_id, inverse FROM journal WHERE undone_at IS NULL AND at >= ?1
               ORDER BY id DESC";
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query([Instant(now.checked_sub_signed(MEMORY).unwrap_or(DateTime::<Utc>::MIN_UTC))])?;
    while let Some(row) = rows.next()? {
        let (word, json): (String, String) = (row.get(1)?, row.get(3)?);
        let action = Action::ALL.into_iter().find(|a| a.as_str() == word);
        if let (Some(action), Ok(inverse)) = (action, serde_json::from_str(&json)) {
            return Ok(Some((row.get(0)?, action, row.get(2)?, inverse)));
        }
    }
    Ok(None)
}

fn take_back(db: &Connection, id: ParcelId, inverse: &Inverse, now: DateTime<Utc>) -> Result<()> {
    let (column, at) = match inverse {
        Inverse::Fields(fields) => return fields.put_back(db, id),
        Inverse::Untell { number, print } => {
            return TrackingNumber::parse(number).map_or(Ok(()), |number| manual::take_back(db, &number, print, now));
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
fn called(db: &Connection, id: ParcelId) -> Result<Clean> {
    if let Some(parcel) = parcels::load(db, id)? {
        return Ok(Clean::line(parcel.name()));
    }
    let sql = "SELECT coalesce(p.title, n.number, '') FROM parcel p
               LEFT JOIN track_number n ON n.parcel_id = p.id WHERE p.id = ?1 ORDER BY n.position LIMIT 1";
    Ok(db.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.unwrap_or_default())
}
