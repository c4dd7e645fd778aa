//! Adding parcels and orders.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::journal::{self, Inverse};
use super::orders::OrderBefore;
use super::tags_and_chosen_sources;
use super::tags_and_chosen_sources::Set;
use super::undo_snapshot::Fields;
use super::{list_parcels, numbers, orders, summaries};
use crate::domain::{CleanText, Deadline, NewParcel, NumberRole, Order, Parcel, ParcelId};
use crate::store::database::column_values::{Day, Instant};
use crate::store::{Added, Database, JournalAction, Result};

impl Database {
    /// Adds a parcel. Where one of the numbers belongs to a parcel already there (archived or not), that parcel
    /// is told instead: the draft then fills its empty fields, adds to its lists, and brings it the numbers that
    /// nobody has. So is a parcel that waits for the number of one of the orders, and, where the draft has no number
    /// itself, any parcel of its orders. What sources said of the numbers before is shown at once.
    ///
    /// # Errors
    /// `Sqlite` when the draft has neither number nor order, which is the caller's mistake; or when the database
    /// cannot be written.
    pub fn add(&mut self, draft: &NewParcel, now: DateTime<Utc>) -> Result<Added> {
        let tx = self.change()?;
        let before = journal::newest(&tx)?;
        let added = add(&tx, draft, now)?;
        if journal::newest(&tx)? > before + 1 {
            journal::join_since(&tx, before, JournalAction::Edit)?;
        }
        tx.commit()?;
        Ok(added)
    }
}

impl Database {
    /// Whether a parcel is there that [`Database::add`] would tell instead of adding one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn knows(&self, draft: &NewParcel) -> Result<bool> {
        Ok(holder(&self.connection, draft)?.is_some())
    }
}

/// Adds one parcel within a change.
pub(in crate::store) fn add(db: &Connection, draft: &NewParcel, now: DateTime<Utc>) -> Result<Added> {
    if draft.numbers.is_empty() && draft.orders.is_empty() {
        return Err(rusqlite::Error::InvalidParameterCount(0, 1).into());
    }
    Ok(match holder(db, draft)? {
        Some(parcel) => {
            fill(db, &parcel, draft, now)?;
            Added::Already(parcel.id)
        }
        None => Added::New(insert(db, draft, now)?),
    })
}

/// The parcel that a draft is about: it has the first of the numbers that anybody has, or it waits for one.
fn holder(db: &Connection, draft: &NewParcel) -> Result<Option<Parcel>> {
    for number in &draft.numbers {
        if let Some(&id) = numbers::holders(db, number)?.first() {
            return list_parcels::load(db, id);
        }
    }
    for order in &draft.orders {
        let order = of_shop(order, draft.shop.as_ref());
        if let Some(&id) = orders::holders(db, &order)?.first()
            && let Some(parcel) = list_parcels::load(db, id)?
            && (parcel.numbers.is_empty() || draft.numbers.is_empty())
        {
            return Ok(Some(parcel));
        }
    }
    Ok(None)
}

/// An order that names no shop is of the parcel's shop.
pub(in crate::store) fn of_shop(order: &Order, shop: Option<&CleanText>) -> Order {
    Order { shop: order.shop.clone().or_else(|| shop.cloned()), ..order.clone() }
}

fn insert(db: &Connection, draft: &NewParcel, now: DateTime<Utc>) -> Result<ParcelId> {
    let sql = "INSERT INTO parcel (title, shop, note, protected_until, preset, added_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (until, preset) = Deadline::parts(draft.protection.as_ref());
    db.prepare_cached(sql)?.execute(params![
        draft.title,
        draft.shop,
        draft.note,
        until.map(Day),
        preset,
        Instant(now)
    ])?;
    let id = ParcelId(db.last_insert_rowid());
    for number in &draft.numbers {
        numbers::join(db, id, number, NumberRole::First, now)?;
    }
    tags_and_chosen_sources::add(db, Set::Tags, id, &draft.tags)?;
    tags_and_chosen_sources::add(db, Set::Pinned, id, &draft.pinned)?;
    let filled = join_orders(db, id, &draft.orders)?;
    summaries::recompute(db, id, None)?;
    let inverse = if filled.is_empty() { Inverse::Remove } else { Inverse::RemoveAnd(filled) };
    journal::note(db, JournalAction::Add, id, &inverse, now)?;
    Ok(id)
}

fn fill(db: &Connection, parcel: &Parcel, draft: &NewParcel, now: DateTime<Utc>) -> Result<()> {
    let id = parcel.id;
    let mut inverse = Fields::of(parcel);
    for number in &draft.numbers {
        if numbers::holders(db, number)?.is_empty() && numbers::join(db, id, number, NumberRole::First, now)? {
            inverse.joined.push(number.to_string());
        }
    }
    let sql = "UPDATE parcel SET title = coalesce(title, ?2), shop = coalesce(shop, ?3), note = coalesce(note, ?4),
                   protected_until = coalesce(protected_until, ?5),
                   preset = CASE WHEN protected_until IS NULL THEN ?6 ELSE preset END WHERE id = ?1";
    let (until, preset) = Deadline::parts(draft.protection.as_ref());
    db.prepare_cached(sql)?.execute(params![id, draft.title, draft.shop, draft.note, until.map(Day), preset])?;
    tags_and_chosen_sources::add(db, Set::Tags, id, &draft.tags)?;
    inverse.filled = join_orders(db, id, &draft.orders)?;
    absorb(db, id, now)?;
    if parcel.pinned.is_empty() {
        tags_and_chosen_sources::add(db, Set::Pinned, id, &draft.pinned)?;
    }
    if list_parcels::load(db, id)?.as_ref() == Some(parcel) {
        return Ok(());
    }
    summaries::recompute(db, id, Some(now))?;
    journal::note(db, JournalAction::Edit, id, &Inverse::Fields(Box::new(inverse)), now)
}

/// Where a parcel has all the orders of another one that waits for its number, that one was the same: what the user said
/// of it goes on here.
fn absorb(db: &Connection, id: ParcelId, now: DateTime<Utc>) -> Result<()> {
    let Some(parcel) = list_parcels::load(db, id)?.filter(|parcel| !parcel.numbers.is_empty()) else { return Ok(()) };
    for waiting in waiting_for(db, &parcel)? {
        let sql = "UPDATE parcel SET (title, shop, note, protected_until, preset) = (
                       SELECT coalesce(p.title, w.title), coalesce(p.shop, w.shop), coalesce(p.note, w.note),
                           coalesce(p.protected_until, w.protected_until),
                           CASE WHEN p.protected_until IS NULL THEN w.preset ELSE p.preset END
                       FROM parcel p, parcel w WHERE p.id = ?1 AND w.id = ?2) WHERE id = ?1";
        db.prepare_cached(sql)?.execute((id, waiting.id))?;
        tags_and_chosen_sources::add(db, Set::Tags, id, &waiting.tags)?;
        let sql = "UPDATE parcel SET removed_at = ?2 WHERE id = ?1";
        db.prepare_cached(sql)?.execute((waiting.id, Instant(now)))?;
        journal::note(db, JournalAction::Remove, waiting.id, &Inverse::Unremove, now)?;
    }
    Ok(())
}

/// Parcels without a number whose orders are all in that parcel.
fn waiting_for(db: &Connection, parcel: &Parcel) -> Result<Vec<Parcel>> {
    let mut found: Vec<Parcel> = Vec::new();
    for id in parcel.orders.iter().map(|order| orders::holders(db, order)).collect::<Result<Vec<_>>>()?.concat() {
        let other = list_parcels::load(db, id)?.filter(|other| other.numbers.is_empty() && other.id != parcel.id);
        let Some(other) = other.filter(|other| found.iter().all(|known| known.id != other.id)) else { continue };
        if other.orders.iter().all(|order| parcel.orders.iter().any(|own| own.id == order.id)) {
            found.push(other);
        }
    }
    Ok(found)
}

/// Puts orders into a parcel; gives those that were known before, as they were.
pub(in crate::store) fn join_orders(db: &Connection, id: ParcelId, wanted: &[Order]) -> Result<Vec<OrderBefore>> {
    let mut filled = Vec::new();
    for order in wanted {
        // Each finds those that came before it.
        let Some(parcel) = list_parcels::load(db, id)? else { break };
        filled.extend(orders::join(db, &parcel, &of_shop(order, parcel.shop.as_ref()))?);
    }
    Ok(filled)
}
