//! Adding parcels.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::rows::{Day, Instant};
use super::sets::{self, Set};
use super::undo::{self, Inverse};
use super::{Action, Added, Database, Draft, Result, numbers, parcels, summaries};
use crate::domain::{NumberRole, Parcel, ParcelId, TrackingNumber};

impl Database {
    /// Adds a parcel. Where one of the numbers belongs to a parcel already there (archived or not), that parcel
    /// is told instead: the draft then fills its empty fields, adds to its lists, and brings it the numbers that
    /// nobody has. What sources said of the numbers before is shown at once.
    ///
    /// # Errors
    /// `Sqlite` when the draft has no number, which is the caller's mistake; or when the database cannot be written.
    pub fn add(&mut self, draft: &Draft, now: DateTime<Utc>) -> Result<Added> {
        if draft.numbers.is_empty() {
            return Err(rusqlite::Error::InvalidParameterCount(0, 1).into());
        }
        let tx = self.change()?;
        let added = match holder(&tx, &draft.numbers)? {
            Some(parcel) => {
                fill(&tx, &parcel, draft, now)?;
                Added::Already(parcel.id)
            }
            None => Added::New(insert(&tx, draft, now)?),
        };
        tx.commit()?;
        Ok(added)
    }
}

/// The parcel that has the first of the numbers that anybody has.
fn holder(db: &Connection, wanted: &[TrackingNumber]) -> Result<Option<Parcel>> {
    for number in wanted {
        if let Some(&id) = numbers::holders(db, number)?.first() {
            return parcels::load(db, id);
        }
    }
    Ok(None)
}

fn insert(db: &Connection, draft: &Draft, now: DateTime<Utc>) -> Result<ParcelId> {
    let sql = "INSERT INTO parcel (title, shop, note, protected_until, added_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    let protected_until = draft.protected_until.map(Day);
    db.prepare_cached(sql)?.execute(params![draft.title, draft.shop, draft.note, protected_until, Instant(now)])?;
    let id = ParcelId(db.last_insert_rowid());
    for number in &draft.numbers {
        numbers::join(db, id, number, NumberRole::First, now)?;
    }
    add_lists(db, id, draft)?;
    sets::add(db, Set::Pinned, id, &draft.pinned)?;
    summaries::recompute(db, id, None)?;
    undo::note(db, Action::Add, id, &Inverse::Remove, now)?;
    Ok(id)
}

fn fill(db: &Connection, parcel: &Parcel, draft: &Draft, now: DateTime<Utc>) -> Result<()> {
    let id = parcel.id;
    let mut inverse = undo::Fields::of(parcel);
    for number in &draft.numbers {
        if numbers::holders(db, number)?.is_empty() && numbers::join(db, id, number, NumberRole::First, now)? {
            inverse.joined.push(number.to_string());
        }
    }
    let sql = "UPDATE parcel SET title = coalesce(title, ?2), shop = coalesce(shop, ?3), note = coalesce(note, ?4),
                   protected_until = coalesce(protected_until, ?5) WHERE id = ?1";
    let protected_until = draft.protected_until.map(Day);
    db.prepare_cached(sql)?.execute(params![id, draft.title, draft.shop, draft.note, protected_until])?;
    add_lists(db, id, draft)?;
    if parcel.pinned.is_empty() {
        sets::add(db, Set::Pinned, id, &draft.pinned)?;
    }
    if parcels::load(db, id)?.as_ref() == Some(parcel) {
        return Ok(());
    }
    summaries::recompute(db, id, Some(now))?;
    undo::note(db, Action::Edit, id, &Inverse::Fields(Box::new(inverse)), now)
}

fn add_lists(db: &Connection, id: ParcelId, draft: &Draft) -> Result<()> {
    sets::add(db, Set::Orders, id, &draft.orders)?;
    sets::add(db, Set::Tags, id, &draft.tags)?;
    Ok(())
}
